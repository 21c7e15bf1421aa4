# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /vector-db/collections/{collectionId}/documents"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(collection_id: str, *, body: models.DocumentsUploadRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.documents_upload_request import DocumentsUploadRequest

    _arguments.check(("collection_id", collection_id, str))
    return Request(
        path=f"/vector-db/collections/{_encoding.path_segment(collection_id, 'collection_id')}/documents",
        body=_arguments.encoded(body, DocumentsUploadRequest),
    )


def _reply_200(value: Any) -> models.DocumentsUploaded:
    from ...models.documents_uploaded import DocumentsUploaded

    return DocumentsUploaded.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.DocumentsUploaded] = Operation(
    id="vector_db_upload_documents",
    method="POST",
    path="/vector-db/collections/{collectionId}/documents",
    replies={200: _reply_200},
    errors=_ERRORS,
)


def sync_detailed(
    collection_id: str, *, client: api.AuthenticatedClient, body: models.DocumentsUploadRequest | Mapping[str, object]
) -> Response[models.DocumentsUploaded]:
    """Upload documents; returns the reply with status and headers."""
    return client.send(OPERATION, request(collection_id, body=body))


def sync(
    collection_id: str, *, client: api.AuthenticatedClient, body: models.DocumentsUploadRequest | Mapping[str, object]
) -> models.DocumentsUploaded:
    """Upload documents."""
    return sync_detailed(collection_id, client=client, body=body).parsed


async def asyncio_detailed(
    collection_id: str, *, client: api.AuthenticatedClient, body: models.DocumentsUploadRequest | Mapping[str, object]
) -> Response[models.DocumentsUploaded]:
    """Upload documents; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(collection_id, body=body))


async def asyncio(
    collection_id: str, *, client: api.AuthenticatedClient, body: models.DocumentsUploadRequest | Mapping[str, object]
) -> models.DocumentsUploaded:
    """Upload documents."""
    return (await asyncio_detailed(collection_id, client=client, body=body)).parsed
