# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /vector-db/collections/{collectionId}/query"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Pagination, Request
from ...types import Response


def request(collection_id: str, *, body: models.VectorQueryRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.vector_query_request import VectorQueryRequest

    _arguments.check(("collection_id", collection_id, str))
    return Request(
        path=f"/vector-db/collections/{_encoding.path_segment(collection_id, 'collection_id')}/query",
        body=_arguments.encoded(body, VectorQueryRequest),
    )


def _reply_200(value: Any) -> models.VectorQueryReply:
    from ...models.vector_query_reply import VectorQueryReply

    return VectorQueryReply.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.VectorQueryReply] = Operation(
    id="vector_db_query",
    method="POST",
    path="/vector-db/collections/{collectionId}/query",
    replies={200: _reply_200},
    idempotent=True,
    pagination=Pagination(
        style="cursor",
        location="body",
        position="cursor",
        limit="limit",
        items="results",
        next="nextCursor",
        more="hasMore",
    ),
    errors=_ERRORS,
)


def items(reply: models.VectorQueryReply) -> Sequence[models.VectorHit]:
    """The items of a page."""
    return reply.results or ()


def sync_detailed(
    collection_id: str, *, client: api.AuthenticatedClient, body: models.VectorQueryRequest | Mapping[str, object]
) -> Response[models.VectorQueryReply]:
    """Query a collection; returns the reply with status and headers."""
    return client.send(OPERATION, request(collection_id, body=body))


def sync(
    collection_id: str, *, client: api.AuthenticatedClient, body: models.VectorQueryRequest | Mapping[str, object]
) -> models.VectorQueryReply:
    """Query a collection."""
    return sync_detailed(collection_id, client=client, body=body).parsed


async def asyncio_detailed(
    collection_id: str, *, client: api.AuthenticatedClient, body: models.VectorQueryRequest | Mapping[str, object]
) -> Response[models.VectorQueryReply]:
    """Query a collection; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(collection_id, body=body))


async def asyncio(
    collection_id: str, *, client: api.AuthenticatedClient, body: models.VectorQueryRequest | Mapping[str, object]
) -> models.VectorQueryReply:
    """Query a collection."""
    return (await asyncio_detailed(collection_id, client=client, body=body)).parsed
