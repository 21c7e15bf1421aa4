# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /slack-bots"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.slack_bot_list import SlackBotList
    from ...types import Response


def request() -> Request:
    """Encode one request."""
    return Request(path="/slack-bots")


def _reply_200(value: Any) -> SlackBotList:
    from ...models.slack_bot_list import SlackBotList

    return SlackBotList.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 429, 500), _error)}

OPERATION: Operation[SlackBotList] = Operation(
    id="slack_bots_list", method="GET", path="/slack-bots", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(*, client: AuthenticatedClient) -> Response[SlackBotList]:
    """List Slack bots; returns the reply with status and headers."""
    return client.send(OPERATION, request())


def sync(*, client: AuthenticatedClient) -> SlackBotList:
    """List Slack bots."""
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient) -> Response[SlackBotList]:
    """List Slack bots; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request())


async def asyncio(*, client: AuthenticatedClient) -> SlackBotList:
    """List Slack bots."""
    return (await asyncio_detailed(client=client)).parsed
