# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /chat/callback"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request
from ...types import Response


def request(*, body: models.CallbackRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.callback_request import CallbackRequest

    return Request(path="/chat/callback", body=_arguments.encoded(body, CallbackRequest))


def _reply_200(value: Any) -> models.CallbackAccepted:
    from ...models.callback_accepted import CallbackAccepted

    return CallbackAccepted.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.CallbackAccepted] = Operation(
    id="chat_submit_callback",
    method="POST",
    path="/chat/callback",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.CallbackRequest | Mapping[str, object]
) -> Response[models.CallbackAccepted]:
    """Submit tool results; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.CallbackRequest | Mapping[str, object]
) -> models.CallbackAccepted:
    """Submit tool results."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.CallbackRequest | Mapping[str, object]
) -> Response[models.CallbackAccepted]:
    """Submit tool results; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.CallbackRequest | Mapping[str, object]
) -> models.CallbackAccepted:
    """Submit tool results."""
    return (await asyncio_detailed(client=client, body=body)).parsed
