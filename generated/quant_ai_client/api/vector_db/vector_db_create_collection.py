# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /vector-db/collections"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request
from ...types import Response


def request(*, body: models.CollectionCreateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.collection_create_request import CollectionCreateRequest

    return Request(path="/vector-db/collections", body=_arguments.encoded(body, CollectionCreateRequest))


def _reply_201(value: Any) -> models.CollectionCreated:
    from ...models.collection_created import CollectionCreated

    return CollectionCreated.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 409, 422, 429, 500), _error)}

OPERATION: Operation[models.CollectionCreated] = Operation(
    id="vector_db_create_collection",
    method="POST",
    path="/vector-db/collections",
    replies={201: _reply_201},
    errors=_ERRORS,
)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.CollectionCreateRequest | Mapping[str, object]
) -> Response[models.CollectionCreated]:
    """Create a collection; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.CollectionCreateRequest | Mapping[str, object]
) -> models.CollectionCreated:
    """Create a collection."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.CollectionCreateRequest | Mapping[str, object]
) -> Response[models.CollectionCreated]:
    """Create a collection; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.CollectionCreateRequest | Mapping[str, object]
) -> models.CollectionCreated:
    """Create a collection."""
    return (await asyncio_detailed(client=client, body=body)).parsed
