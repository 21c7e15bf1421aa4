# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /slack-bots/{botId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(bot_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("bot_id", bot_id, str))
    return Request(path=f"/slack-bots/{_encoding.path_segment(bot_id, 'bot_id')}")


def _reply_200(value: Any) -> models.SlackBotEnvelope:
    from ...models.slack_bot_envelope import SlackBotEnvelope

    return SlackBotEnvelope.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.SlackBotEnvelope] = Operation(
    id="slack_bots_get",
    method="GET",
    path="/slack-bots/{botId}",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(bot_id: str, *, client: api.AuthenticatedClient) -> Response[models.SlackBotEnvelope]:
    """Get a Slack bot; returns the reply with status and headers."""
    return client.send(OPERATION, request(bot_id))


def sync(bot_id: str, *, client: api.AuthenticatedClient) -> models.SlackBotEnvelope:
    """Get a Slack bot."""
    return sync_detailed(bot_id, client=client).parsed


async def asyncio_detailed(bot_id: str, *, client: api.AuthenticatedClient) -> Response[models.SlackBotEnvelope]:
    """Get a Slack bot; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(bot_id))


async def asyncio(bot_id: str, *, client: api.AuthenticatedClient) -> models.SlackBotEnvelope:
    """Get a Slack bot."""
    return (await asyncio_detailed(bot_id, client=client)).parsed
