# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /sessions"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import parameters as _parameters
from ...operation import Operation, Pagination, Request
from ...types import Response


def request(
    *,
    user_id: str | None = None,
    session_group: str | None = None,
    model: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
) -> Request:
    """Encode one request."""
    _arguments.check(
        ("user_id", user_id, str),
        ("session_group", session_group, str),
        ("model", model, str),
        ("limit", limit, int),
        ("offset", offset, int),
    )
    return Request(
        path="/sessions",
        query=_parameters.query_pairs(
            ("userId", user_id), ("sessionGroup", session_group), ("model", model), ("limit", limit), ("offset", offset)
        ),
    )


def _reply_200(value: Any) -> models.SessionList:
    from ...models.session_list import decode_session_list

    return decode_session_list(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 422, 429, 500), _error)}

OPERATION: Operation[models.SessionList] = Operation(
    id="sessions_list",
    method="GET",
    path="/sessions",
    replies={200: _reply_200},
    idempotent=True,
    pagination=Pagination(style="offset", location="query", position="offset", limit="limit", max_limit=100),
    errors=_ERRORS,
)


def items(reply: models.SessionList) -> Sequence[models.SessionSummary]:
    """The items of a page."""
    return reply


def sync_detailed(
    *,
    client: api.AuthenticatedClient,
    user_id: str | None = None,
    session_group: str | None = None,
    model: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
) -> Response[models.SessionList]:
    """List sessions; returns the reply with status and headers."""
    return client.send(
        OPERATION, request(user_id=user_id, session_group=session_group, model=model, limit=limit, offset=offset)
    )


def sync(
    *,
    client: api.AuthenticatedClient,
    user_id: str | None = None,
    session_group: str | None = None,
    model: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
) -> models.SessionList:
    """List sessions."""
    return sync_detailed(
        client=client, user_id=user_id, session_group=session_group, model=model, limit=limit, offset=offset
    ).parsed


async def asyncio_detailed(
    *,
    client: api.AuthenticatedClient,
    user_id: str | None = None,
    session_group: str | None = None,
    model: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
) -> Response[models.SessionList]:
    """List sessions; returns the reply with status and headers."""
    return await client.send_async(
        OPERATION, request(user_id=user_id, session_group=session_group, model=model, limit=limit, offset=offset)
    )


async def asyncio(
    *,
    client: api.AuthenticatedClient,
    user_id: str | None = None,
    session_group: str | None = None,
    model: str | None = None,
    limit: int | None = None,
    offset: int | None = None,
) -> models.SessionList:
    """List sessions."""
    return (
        await asyncio_detailed(
            client=client, user_id=user_id, session_group=session_group, model=model, limit=limit, offset=offset
        )
    ).parsed
