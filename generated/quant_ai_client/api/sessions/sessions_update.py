# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""PUT /sessions/{sessionId}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(session_id: str, *, body: models.SessionUpdateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.session_update_request import SessionUpdateRequest

    _arguments.check(("session_id", session_id, str))
    return Request(
        path=f"/sessions/{_encoding.path_segment(session_id, 'session_id')}",
        body=_arguments.encoded(body, SessionUpdateRequest),
    )


def _reply_200(value: Any) -> models.SessionUpdated:
    from ...models.session_updated import SessionUpdated

    return SessionUpdated.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.SessionUpdated] = Operation(
    id="sessions_update", method="PUT", path="/sessions/{sessionId}", replies={200: _reply_200}, errors=_ERRORS
)


def sync_detailed(
    session_id: str, *, client: api.AuthenticatedClient, body: models.SessionUpdateRequest | Mapping[str, object]
) -> Response[models.SessionUpdated]:
    """Update a session; returns the reply with status and headers."""
    return client.send(OPERATION, request(session_id, body=body))


def sync(
    session_id: str, *, client: api.AuthenticatedClient, body: models.SessionUpdateRequest | Mapping[str, object]
) -> models.SessionUpdated:
    """Update a session."""
    return sync_detailed(session_id, client=client, body=body).parsed


async def asyncio_detailed(
    session_id: str, *, client: api.AuthenticatedClient, body: models.SessionUpdateRequest | Mapping[str, object]
) -> Response[models.SessionUpdated]:
    """Update a session; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(session_id, body=body))


async def asyncio(
    session_id: str, *, client: api.AuthenticatedClient, body: models.SessionUpdateRequest | Mapping[str, object]
) -> models.SessionUpdated:
    """Update a session."""
    return (await asyncio_detailed(session_id, client=client, body=body)).parsed
