# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""PUT /slack-bots/{botId}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(bot_id: str, *, body: models.SlackBotUpdateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.slack_bot_update_request import SlackBotUpdateRequest

    _arguments.check(("bot_id", bot_id, str))
    return Request(
        path=f"/slack-bots/{_encoding.path_segment(bot_id, 'bot_id')}",
        body=_arguments.encoded(body, SlackBotUpdateRequest),
    )


def _reply_200(value: Any) -> models.SlackBotEnvelope:
    from ...models.slack_bot_envelope import SlackBotEnvelope

    return SlackBotEnvelope.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.SlackBotEnvelope] = Operation(
    id="slack_bots_update",
    method="PUT",
    path="/slack-bots/{botId}",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    bot_id: str, *, client: api.AuthenticatedClient, body: models.SlackBotUpdateRequest | Mapping[str, object]
) -> Response[models.SlackBotEnvelope]:
    """Update a Slack bot; returns the reply with status and headers."""
    return client.send(OPERATION, request(bot_id, body=body))


def sync(
    bot_id: str, *, client: api.AuthenticatedClient, body: models.SlackBotUpdateRequest | Mapping[str, object]
) -> models.SlackBotEnvelope:
    """Update a Slack bot."""
    return sync_detailed(bot_id, client=client, body=body).parsed


async def asyncio_detailed(
    bot_id: str, *, client: api.AuthenticatedClient, body: models.SlackBotUpdateRequest | Mapping[str, object]
) -> Response[models.SlackBotEnvelope]:
    """Update a Slack bot; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(bot_id, body=body))


async def asyncio(
    bot_id: str, *, client: api.AuthenticatedClient, body: models.SlackBotUpdateRequest | Mapping[str, object]
) -> models.SlackBotEnvelope:
    """Update a Slack bot."""
    return (await asyncio_detailed(bot_id, client=client, body=body)).parsed
