# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /embeddings"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request
from ...types import Response


def request(*, body: models.EmbeddingsRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.embeddings_request import EmbeddingsRequest

    return Request(path="/embeddings", body=_arguments.encoded(body, EmbeddingsRequest))


def _reply_200(value: Any) -> models.EmbeddingsReply:
    from ...models.embeddings_reply import EmbeddingsReply

    return EmbeddingsReply.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.EmbeddingsReply] = Operation(
    id="embeddings_create", method="POST", path="/embeddings", replies={200: _reply_200}, errors=_ERRORS
)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.EmbeddingsRequest | Mapping[str, object]
) -> Response[models.EmbeddingsReply]:
    """Embed texts; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.EmbeddingsRequest | Mapping[str, object]
) -> models.EmbeddingsReply:
    """Embed texts."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.EmbeddingsRequest | Mapping[str, object]
) -> Response[models.EmbeddingsReply]:
    """Embed texts; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.EmbeddingsRequest | Mapping[str, object]
) -> models.EmbeddingsReply:
    """Embed texts."""
    return (await asyncio_detailed(client=client, body=body)).parsed
