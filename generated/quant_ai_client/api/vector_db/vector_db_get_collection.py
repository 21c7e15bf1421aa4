# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /vector-db/collections/{collectionId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(collection_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("collection_id", collection_id, str))
    return Request(path=f"/vector-db/collections/{_encoding.path_segment(collection_id, 'collection_id')}")


def _reply_200(value: Any) -> models.CollectionEnvelope:
    from ...models.collection_envelope import CollectionEnvelope

    return CollectionEnvelope.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.CollectionEnvelope] = Operation(
    id="vector_db_get_collection",
    method="GET",
    path="/vector-db/collections/{collectionId}",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(collection_id: str, *, client: api.AuthenticatedClient) -> Response[models.CollectionEnvelope]:
    """Get a collection; returns the reply with status and headers."""
    return client.send(OPERATION, request(collection_id))


def sync(collection_id: str, *, client: api.AuthenticatedClient) -> models.CollectionEnvelope:
    """Get a collection."""
    return sync_detailed(collection_id, client=client).parsed


async def asyncio_detailed(
    collection_id: str, *, client: api.AuthenticatedClient
) -> Response[models.CollectionEnvelope]:
    """Get a collection; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(collection_id))


async def asyncio(collection_id: str, *, client: api.AuthenticatedClient) -> models.CollectionEnvelope:
    """Get a collection."""
    return (await asyncio_detailed(collection_id, client=client)).parsed
