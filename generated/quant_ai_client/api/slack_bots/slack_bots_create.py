# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /slack-bots"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ... import arguments as _arguments
from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.slack_bot_create_request import SlackBotCreateRequest
    from ...models.slack_bot_envelope import SlackBotEnvelope
    from ...types import Response


def request(*, body: SlackBotCreateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.slack_bot_create_request import SlackBotCreateRequest

    return Request(path="/slack-bots", body=_arguments.encoded(body, SlackBotCreateRequest))


def _reply_201(value: Any) -> SlackBotEnvelope:
    from ...models.slack_bot_envelope import SlackBotEnvelope

    return SlackBotEnvelope.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[SlackBotEnvelope] = Operation(
    id="slack_bots_create", method="POST", path="/slack-bots", replies={201: _reply_201}, errors=_ERRORS
)


def sync_detailed(
    *, client: AuthenticatedClient, body: SlackBotCreateRequest | Mapping[str, object]
) -> Response[SlackBotEnvelope]:
    """Create a Slack bot; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(*, client: AuthenticatedClient, body: SlackBotCreateRequest | Mapping[str, object]) -> SlackBotEnvelope:
    """Create a Slack bot."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: SlackBotCreateRequest | Mapping[str, object]
) -> Response[SlackBotEnvelope]:
    """Create a Slack bot; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: SlackBotCreateRequest | Mapping[str, object]
) -> SlackBotEnvelope:
    """Create a Slack bot."""
    return (await asyncio_detailed(client=client, body=body)).parsed
