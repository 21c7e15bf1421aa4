# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""DELETE /projects/{project}/ai-search/index"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(project: str) -> Request:
    """Encode one request."""
    _arguments.check(("project", project, str))
    return Request(path=f"/projects/{_encoding.path_segment(project, 'project')}/ai-search/index")


def _reply_200(value: Any) -> models.AiSearchPagesDeleted:
    from ...models.ai_search_pages_deleted import AiSearchPagesDeleted

    return AiSearchPagesDeleted.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.AiSearchPagesDeleted] = Operation(
    id="ai_search_purge_index",
    method="DELETE",
    path="/projects/{project}/ai-search/index",
    base="/..",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(project: str, *, client: api.AuthenticatedClient) -> Response[models.AiSearchPagesDeleted]:
    """Purge the index; returns the reply with status and headers."""
    return client.send(OPERATION, request(project))


def sync(project: str, *, client: api.AuthenticatedClient) -> models.AiSearchPagesDeleted:
    """Purge the index."""
    return sync_detailed(project, client=client).parsed


async def asyncio_detailed(project: str, *, client: api.AuthenticatedClient) -> Response[models.AiSearchPagesDeleted]:
    """Purge the index; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(project))


async def asyncio(project: str, *, client: api.AuthenticatedClient) -> models.AiSearchPagesDeleted:
    """Purge the index."""
    return (await asyncio_detailed(project, client=client)).parsed
