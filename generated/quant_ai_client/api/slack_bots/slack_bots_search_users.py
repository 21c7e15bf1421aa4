# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /slack-bots/{botId}/workspace/users"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ... import parameters as _parameters
from ...operation import Operation, Request
from ...types import Response


def request(bot_id: str, *, q: str | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("bot_id", bot_id, str), ("q", q, str))
    return Request(
        path=f"/slack-bots/{_encoding.path_segment(bot_id, 'bot_id')}/workspace/users",
        query=_parameters.query_pairs(("q", q)),
    )


def _reply_200(value: Any) -> models.SlackUserSearchReply:
    from ...models.slack_user_search_reply import SlackUserSearchReply

    return SlackUserSearchReply.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.SlackUserSearchReply] = Operation(
    id="slack_bots_search_users",
    method="GET",
    path="/slack-bots/{botId}/workspace/users",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    bot_id: str, *, client: api.AuthenticatedClient, q: str | None = None
) -> Response[models.SlackUserSearchReply]:
    """Search workspace users; returns the reply with status and headers."""
    return client.send(OPERATION, request(bot_id, q=q))


def sync(bot_id: str, *, client: api.AuthenticatedClient, q: str | None = None) -> models.SlackUserSearchReply:
    """Search workspace users."""
    return sync_detailed(bot_id, client=client, q=q).parsed


async def asyncio_detailed(
    bot_id: str, *, client: api.AuthenticatedClient, q: str | None = None
) -> Response[models.SlackUserSearchReply]:
    """Search workspace users; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(bot_id, q=q))


async def asyncio(bot_id: str, *, client: api.AuthenticatedClient, q: str | None = None) -> models.SlackUserSearchReply:
    """Search workspace users."""
    return (await asyncio_detailed(bot_id, client=client, q=q)).parsed
