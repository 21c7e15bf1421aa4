# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /agents/{agentId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(agent_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("agent_id", agent_id, str))
    return Request(path=f"/agents/{_encoding.path_segment(agent_id, 'agent_id')}")


def _reply_200(value: Any) -> models.AgentEnvelope:
    from ...models.agent_envelope import AgentEnvelope

    return AgentEnvelope.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.AgentEnvelope] = Operation(
    id="agents_get", method="GET", path="/agents/{agentId}", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(agent_id: str, *, client: api.AuthenticatedClient) -> Response[models.AgentEnvelope]:
    """Get an agent; returns the reply with status and headers."""
    return client.send(OPERATION, request(agent_id))


def sync(agent_id: str, *, client: api.AuthenticatedClient) -> models.AgentEnvelope:
    """Get an agent."""
    return sync_detailed(agent_id, client=client).parsed


async def asyncio_detailed(agent_id: str, *, client: api.AuthenticatedClient) -> Response[models.AgentEnvelope]:
    """Get an agent; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(agent_id))


async def asyncio(agent_id: str, *, client: api.AuthenticatedClient) -> models.AgentEnvelope:
    """Get an agent."""
    return (await asyncio_detailed(agent_id, client=client)).parsed
