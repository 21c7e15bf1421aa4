# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /projects/{project}/ai-search/crawls"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ... import parameters as _parameters
from ...operation import Operation, Request
from ...types import Response


def request(project: str, *, limit: int | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("project", project, str), ("limit", limit, int))
    return Request(
        path=f"/projects/{_encoding.path_segment(project, 'project')}/ai-search/crawls",
        query=_parameters.query_pairs(("limit", limit)),
    )


def _reply_200(value: Any) -> models.AiSearchCrawlList:
    from ...models.ai_search_crawl_list import AiSearchCrawlList

    return AiSearchCrawlList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.AiSearchCrawlList] = Operation(
    id="ai_search_list_crawls",
    method="GET",
    path="/projects/{project}/ai-search/crawls",
    base="/..",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    project: str, *, client: api.AuthenticatedClient, limit: int | None = None
) -> Response[models.AiSearchCrawlList]:
    """List crawls; returns the reply with status and headers."""
    return client.send(OPERATION, request(project, limit=limit))


def sync(project: str, *, client: api.AuthenticatedClient, limit: int | None = None) -> models.AiSearchCrawlList:
    """List crawls."""
    return sync_detailed(project, client=client, limit=limit).parsed


async def asyncio_detailed(
    project: str, *, client: api.AuthenticatedClient, limit: int | None = None
) -> Response[models.AiSearchCrawlList]:
    """List crawls; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(project, limit=limit))


async def asyncio(
    project: str, *, client: api.AuthenticatedClient, limit: int | None = None
) -> models.AiSearchCrawlList:
    """List crawls."""
    return (await asyncio_detailed(project, client=client, limit=limit)).parsed
