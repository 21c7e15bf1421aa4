# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /agents"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import parameters as _parameters
from ...operation import Operation, Request
from ...types import Response


def request(*, group: str | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("group", group, str))
    return Request(path="/agents", query=_parameters.query_pairs(("group", group)))


def _reply_200(value: Any) -> models.AgentList:
    from ...models.agent_list import AgentList

    return AgentList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 422, 429, 500), _error)}

OPERATION: Operation[models.AgentList] = Operation(
    id="agents_list", method="GET", path="/agents", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(*, client: api.AuthenticatedClient, group: str | None = None) -> Response[models.AgentList]:
    """List agents; returns the reply with status and headers."""
    return client.send(OPERATION, request(group=group))


def sync(*, client: api.AuthenticatedClient, group: str | None = None) -> models.AgentList:
    """List agents."""
    return sync_detailed(client=client, group=group).parsed


async def asyncio_detailed(*, client: api.AuthenticatedClient, group: str | None = None) -> Response[models.AgentList]:
    """List agents; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(group=group))


async def asyncio(*, client: api.AuthenticatedClient, group: str | None = None) -> models.AgentList:
    """List agents."""
    return (await asyncio_detailed(client=client, group=group)).parsed
