# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /projects/{project}/ai-search/pages"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ... import parameters as _parameters
from ...operation import Operation, Pagination, Request
from ...types import Response


def request(project: str, *, limit: int | None = None, cursor: str | None = None, search: str | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("project", project, str), ("limit", limit, int), ("cursor", cursor, str), ("search", search, str))
    return Request(
        path=f"/projects/{_encoding.path_segment(project, 'project')}/ai-search/pages",
        query=_parameters.query_pairs(("limit", limit), ("cursor", cursor), ("search", search)),
    )


def _reply_200(value: Any) -> models.AiSearchPageList:
    from ...models.ai_search_page_list import AiSearchPageList

    return AiSearchPageList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.AiSearchPageList] = Operation(
    id="ai_search_list_pages",
    method="GET",
    path="/projects/{project}/ai-search/pages",
    base="/..",
    replies={200: _reply_200},
    idempotent=True,
    pagination=Pagination(
        style="cursor",
        location="query",
        position="cursor",
        limit="limit",
        items="pages",
        next="nextCursor",
        more="hasMore",
    ),
    errors=_ERRORS,
)


def items(reply: models.AiSearchPageList) -> Sequence[models.AiSearchPage]:
    """The items of a page."""
    return reply.pages or ()


def sync_detailed(
    project: str,
    *,
    client: api.AuthenticatedClient,
    limit: int | None = None,
    cursor: str | None = None,
    search: str | None = None,
) -> Response[models.AiSearchPageList]:
    """List indexed pages; returns the reply with status and headers."""
    return client.send(OPERATION, request(project, limit=limit, cursor=cursor, search=search))


def sync(
    project: str,
    *,
    client: api.AuthenticatedClient,
    limit: int | None = None,
    cursor: str | None = None,
    search: str | None = None,
) -> models.AiSearchPageList:
    """List indexed pages."""
    return sync_detailed(project, client=client, limit=limit, cursor=cursor, search=search).parsed


async def asyncio_detailed(
    project: str,
    *,
    client: api.AuthenticatedClient,
    limit: int | None = None,
    cursor: str | None = None,
    search: str | None = None,
) -> Response[models.AiSearchPageList]:
    """List indexed pages; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(project, limit=limit, cursor=cursor, search=search))


async def asyncio(
    project: str,
    *,
    client: api.AuthenticatedClient,
    limit: int | None = None,
    cursor: str | None = None,
    search: str | None = None,
) -> models.AiSearchPageList:
    """List indexed pages."""
    return (await asyncio_detailed(project, client=client, limit=limit, cursor=cursor, search=search)).parsed
