# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""DELETE /sessions/{sessionId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(session_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("session_id", session_id, str))
    return Request(path=f"/sessions/{_encoding.path_segment(session_id, 'session_id')}")


def _reply_200(value: Any) -> models.SessionDeleted:
    from ...models.session_deleted import SessionDeleted

    return SessionDeleted.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.SessionDeleted] = Operation(
    id="sessions_delete",
    method="DELETE",
    path="/sessions/{sessionId}",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(session_id: str, *, client: api.AuthenticatedClient) -> Response[models.SessionDeleted]:
    """Delete a session; returns the reply with status and headers."""
    return client.send(OPERATION, request(session_id))


def sync(session_id: str, *, client: api.AuthenticatedClient) -> models.SessionDeleted:
    """Delete a session."""
    return sync_detailed(session_id, client=client).parsed


async def asyncio_detailed(session_id: str, *, client: api.AuthenticatedClient) -> Response[models.SessionDeleted]:
    """Delete a session; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(session_id))


async def asyncio(session_id: str, *, client: api.AuthenticatedClient) -> models.SessionDeleted:
    """Delete a session."""
    return (await asyncio_detailed(session_id, client=client)).parsed
