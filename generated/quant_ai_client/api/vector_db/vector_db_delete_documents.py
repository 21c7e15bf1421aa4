# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""DELETE /vector-db/collections/{collectionId}/documents"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(collection_id: str, *, body: models.DocumentsDeleteRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.documents_delete_request import DocumentsDeleteRequest

    _arguments.check(("collection_id", collection_id, str))
    return Request(
        path=f"/vector-db/collections/{_encoding.path_segment(collection_id, 'collection_id')}/documents",
        body=_arguments.encoded(body, DocumentsDeleteRequest),
    )


def _reply_200(value: Any) -> models.DocumentsDeleted:
    from ...models.documents_deleted import DocumentsDeleted

    return DocumentsDeleted.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.DocumentsDeleted] = Operation(
    id="vector_db_delete_documents",
    method="DELETE",
    path="/vector-db/collections/{collectionId}/documents",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    collection_id: str, *, client: api.AuthenticatedClient, body: models.DocumentsDeleteRequest | Mapping[str, object]
) -> Response[models.DocumentsDeleted]:
    """Delete documents; returns the reply with status and headers."""
    return client.send(OPERATION, request(collection_id, body=body))


def sync(
    collection_id: str, *, client: api.AuthenticatedClient, body: models.DocumentsDeleteRequest | Mapping[str, object]
) -> models.DocumentsDeleted:
    """Delete documents."""
    return sync_detailed(collection_id, client=client, body=body).parsed


async def asyncio_detailed(
    collection_id: str, *, client: api.AuthenticatedClient, body: models.DocumentsDeleteRequest | Mapping[str, object]
) -> Response[models.DocumentsDeleted]:
    """Delete documents; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(collection_id, body=body))


async def asyncio(
    collection_id: str, *, client: api.AuthenticatedClient, body: models.DocumentsDeleteRequest | Mapping[str, object]
) -> models.DocumentsDeleted:
    """Delete documents."""
    return (await asyncio_detailed(collection_id, client=client, body=body)).parsed
