# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /sessions"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request
from ...types import Response


def request(*, body: models.SessionCreateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.session_create_request import SessionCreateRequest

    return Request(path="/sessions", body=_arguments.encoded(body, SessionCreateRequest))


def _reply_201(value: Any) -> models.SessionCreated:
    from ...models.session_created import SessionCreated

    return SessionCreated.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 422, 429, 500), _error)}

OPERATION: Operation[models.SessionCreated] = Operation(
    id="sessions_create", method="POST", path="/sessions", replies={201: _reply_201}, errors=_ERRORS
)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.SessionCreateRequest | Mapping[str, object]
) -> Response[models.SessionCreated]:
    """Create a session; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.SessionCreateRequest | Mapping[str, object]
) -> models.SessionCreated:
    """Create a session."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.SessionCreateRequest | Mapping[str, object]
) -> Response[models.SessionCreated]:
    """Create a session; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.SessionCreateRequest | Mapping[str, object]
) -> models.SessionCreated:
    """Create a session."""
    return (await asyncio_detailed(client=client, body=body)).parsed
