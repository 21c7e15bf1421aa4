# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""DELETE /files/{fileId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(file_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("file_id", file_id, str))
    return Request(path=f"/files/{_encoding.path_segment(file_id, 'file_id')}")


def _reply_200(value: Any) -> models.FileDeleted:
    from ...models.file_deleted import FileDeleted

    return FileDeleted.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.FileDeleted] = Operation(
    id="files_delete",
    method="DELETE",
    path="/files/{fileId}",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(file_id: str, *, client: api.AuthenticatedClient) -> Response[models.FileDeleted]:
    """Delete a file; returns the reply with status and headers."""
    return client.send(OPERATION, request(file_id))


def sync(file_id: str, *, client: api.AuthenticatedClient) -> models.FileDeleted:
    """Delete a file."""
    return sync_detailed(file_id, client=client).parsed


async def asyncio_detailed(file_id: str, *, client: api.AuthenticatedClient) -> Response[models.FileDeleted]:
    """Delete a file; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(file_id))


async def asyncio(file_id: str, *, client: api.AuthenticatedClient) -> models.FileDeleted:
    """Delete a file."""
    return (await asyncio_detailed(file_id, client=client)).parsed
