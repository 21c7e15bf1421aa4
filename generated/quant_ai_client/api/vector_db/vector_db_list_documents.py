# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /vector-db/collections/{collectionId}/documents"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ... import parameters as _parameters
from ...operation import Operation, Pagination, Request
from ...types import Response


def request(
    collection_id: str, *, key: str | None = None, limit: int | None = None, offset: int | None = None
) -> Request:
    """Encode one request."""
    _arguments.check(
        ("collection_id", collection_id, str), ("key", key, str), ("limit", limit, int), ("offset", offset, int)
    )
    return Request(
        path=f"/vector-db/collections/{_encoding.path_segment(collection_id, 'collection_id')}/documents",
        query=_parameters.query_pairs(("key", key), ("limit", limit), ("offset", offset)),
    )


def _reply_200(value: Any) -> models.StoredDocumentList:
    from ...models.stored_document_list import StoredDocumentList

    return StoredDocumentList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.StoredDocumentList] = Operation(
    id="vector_db_list_documents",
    method="GET",
    path="/vector-db/collections/{collectionId}/documents",
    replies={200: _reply_200},
    idempotent=True,
    pagination=Pagination(
        style="offset", location="query", position="offset", limit="limit", items="documents", max_limit=100
    ),
    errors=_ERRORS,
)


def items(reply: models.StoredDocumentList) -> Sequence[models.StoredDocument]:
    """The items of a page."""
    return reply.documents or ()


def sync_detailed(
    collection_id: str,
    *,
    client: api.AuthenticatedClient,
    key: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
) -> Response[models.StoredDocumentList]:
    """List documents; returns the reply with status and headers."""
    return client.send(OPERATION, request(collection_id, key=key, limit=limit, offset=offset))


def sync(
    collection_id: str,
    *,
    client: api.AuthenticatedClient,
    key: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
) -> models.StoredDocumentList:
    """List documents."""
    return sync_detailed(collection_id, client=client, key=key, limit=limit, offset=offset).parsed


async def asyncio_detailed(
    collection_id: str,
    *,
    client: api.AuthenticatedClient,
    key: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
) -> Response[models.StoredDocumentList]:
    """List documents; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(collection_id, key=key, limit=limit, offset=offset))


async def asyncio(
    collection_id: str,
    *,
    client: api.AuthenticatedClient,
    key: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
) -> models.StoredDocumentList:
    """List documents."""
    return (await asyncio_detailed(collection_id, client=client, key=key, limit=limit, offset=offset)).parsed
