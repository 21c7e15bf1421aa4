# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""PUT /sessions/{sessionId}/extend"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import UNSET, Response


def request(session_id: str, *, body: models.SessionExtendRequest | Mapping[str, object] | None = None) -> Request:
    """Encode one request."""
    from ...models.session_extend_request import SessionExtendRequest

    _arguments.check(("session_id", session_id, str))
    return Request(
        path=f"/sessions/{_encoding.path_segment(session_id, 'session_id')}/extend",
        body=_arguments.encoded(body or {}, SessionExtendRequest) or UNSET,
    )


def _reply_200(value: Any) -> models.SessionExtended:
    from ...models.session_extended import SessionExtended

    return SessionExtended.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.SessionExtended] = Operation(
    id="sessions_extend", method="PUT", path="/sessions/{sessionId}/extend", replies={200: _reply_200}, errors=_ERRORS
)


def sync_detailed(
    session_id: str,
    *,
    client: api.AuthenticatedClient,
    body: models.SessionExtendRequest | Mapping[str, object] | None = None,
) -> Response[models.SessionExtended]:
    """Extend a session; returns the reply with status and headers."""
    return client.send(OPERATION, request(session_id, body=body))


def sync(
    session_id: str,
    *,
    client: api.AuthenticatedClient,
    body: models.SessionExtendRequest | Mapping[str, object] | None = None,
) -> models.SessionExtended:
    """Extend a session."""
    return sync_detailed(session_id, client=client, body=body).parsed


async def asyncio_detailed(
    session_id: str,
    *,
    client: api.AuthenticatedClient,
    body: models.SessionExtendRequest | Mapping[str, object] | None = None,
) -> Response[models.SessionExtended]:
    """Extend a session; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(session_id, body=body))


async def asyncio(
    session_id: str,
    *,
    client: api.AuthenticatedClient,
    body: models.SessionExtendRequest | Mapping[str, object] | None = None,
) -> models.SessionExtended:
    """Extend a session."""
    return (await asyncio_detailed(session_id, client=client, body=body)).parsed
