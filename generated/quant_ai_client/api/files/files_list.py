# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /files"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import parameters as _parameters
from ...operation import Operation, Pagination, Request
from ...types import Response


def request(*, filter: str | None = None, limit: int | None = None, cursor: str | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("filter", filter, str), ("limit", limit, int), ("cursor", cursor, str))
    return Request(
        path="/files", query=_parameters.query_pairs(("filter", filter), ("limit", limit), ("cursor", cursor))
    )


def _reply_200(value: Any) -> models.FileList:
    from ...models.file_list import FileList

    return FileList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 422, 429, 500), _error)}

OPERATION: Operation[models.FileList] = Operation(
    id="files_list",
    method="GET",
    path="/files",
    replies={200: _reply_200},
    idempotent=True,
    pagination=Pagination(
        style="cursor",
        location="query",
        position="cursor",
        limit="limit",
        items="files",
        next="nextCursor",
        more="hasMore",
    ),
    errors=_ERRORS,
)


def items(reply: models.FileList) -> Sequence[models.StoredFile]:
    """The items of a page."""
    return reply.files or ()


def sync_detailed(
    *, client: api.AuthenticatedClient, filter: str | None = None, limit: int | None = None, cursor: str | None = None
) -> Response[models.FileList]:
    """List files; returns the reply with status and headers."""
    return client.send(OPERATION, request(filter=filter, limit=limit, cursor=cursor))


def sync(
    *, client: api.AuthenticatedClient, filter: str | None = None, limit: int | None = None, cursor: str | None = None
) -> models.FileList:
    """List files."""
    return sync_detailed(client=client, filter=filter, limit=limit, cursor=cursor).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, filter: str | None = None, limit: int | None = None, cursor: str | None = None
) -> Response[models.FileList]:
    """List files; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(filter=filter, limit=limit, cursor=cursor))


async def asyncio(
    *, client: api.AuthenticatedClient, filter: str | None = None, limit: int | None = None, cursor: str | None = None
) -> models.FileList:
    """List files."""
    return (await asyncio_detailed(client=client, filter=filter, limit=limit, cursor=cursor)).parsed
