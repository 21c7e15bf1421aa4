# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /files"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request
from ...types import Response


def request(*, body: models.FileUploadRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.file_upload_request import FileUploadRequest

    return Request(path="/files", body=_arguments.encoded(body, FileUploadRequest))


def _reply_201(value: Any) -> models.FileUploaded:
    from ...models.file_uploaded import FileUploaded

    return FileUploaded.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 413, 422, 429, 500), _error)}

OPERATION: Operation[models.FileUploaded] = Operation(
    id="files_upload", method="POST", path="/files", replies={201: _reply_201}, errors=_ERRORS
)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.FileUploadRequest | Mapping[str, object]
) -> Response[models.FileUploaded]:
    """Upload a file; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.FileUploadRequest | Mapping[str, object]
) -> models.FileUploaded:
    """Upload a file."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.FileUploadRequest | Mapping[str, object]
) -> Response[models.FileUploaded]:
    """Upload a file; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.FileUploadRequest | Mapping[str, object]
) -> models.FileUploaded:
    """Upload a file."""
    return (await asyncio_detailed(client=client, body=body)).parsed
