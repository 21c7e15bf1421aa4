# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /agents/{agentId}/overlay"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.agent_overlay_state import AgentOverlayState
    from ...models.error import Error
    from ...types import Response


def request(agent_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("agent_id", agent_id, str))
    return Request(path=f"/agents/{_encoding.path_segment(agent_id, 'agent_id')}/overlay")


def _reply_200(value: Any) -> AgentOverlayState:
    from ...models.agent_overlay_state import AgentOverlayState

    return AgentOverlayState.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[AgentOverlayState] = Operation(
    id="agents_get_overlay",
    method="GET",
    path="/agents/{agentId}/overlay",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(agent_id: str, *, client: AuthenticatedClient) -> Response[AgentOverlayState]:
    """Get the overlay of a global agent; returns the reply with status and headers."""
    return client.send(OPERATION, request(agent_id))


def sync(agent_id: str, *, client: AuthenticatedClient) -> AgentOverlayState:
    """Get the overlay of a global agent."""
    return sync_detailed(agent_id, client=client).parsed


async def asyncio_detailed(agent_id: str, *, client: AuthenticatedClient) -> Response[AgentOverlayState]:
    """Get the overlay of a global agent; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(agent_id))


async def asyncio(agent_id: str, *, client: AuthenticatedClient) -> AgentOverlayState:
    """Get the overlay of a global agent."""
    return (await asyncio_detailed(agent_id, client=client)).parsed
