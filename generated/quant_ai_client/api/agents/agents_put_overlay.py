# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""PUT /agents/{agentId}/overlay"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(agent_id: str, *, body: models.AgentOverlayRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.agent_overlay_request import AgentOverlayRequest

    _arguments.check(("agent_id", agent_id, str))
    return Request(
        path=f"/agents/{_encoding.path_segment(agent_id, 'agent_id')}/overlay",
        body=_arguments.encoded(body, AgentOverlayRequest),
    )


def _reply_200(value: Any) -> models.AgentOverlaySaved:
    from ...models.agent_overlay_saved import AgentOverlaySaved

    return AgentOverlaySaved.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 409, 422, 429, 500), _error)}

OPERATION: Operation[models.AgentOverlaySaved] = Operation(
    id="agents_put_overlay",
    method="PUT",
    path="/agents/{agentId}/overlay",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    agent_id: str, *, client: api.AuthenticatedClient, body: models.AgentOverlayRequest | Mapping[str, object]
) -> Response[models.AgentOverlaySaved]:
    """Set the overlay of a global agent; returns the reply with status and headers."""
    return client.send(OPERATION, request(agent_id, body=body))


def sync(
    agent_id: str, *, client: api.AuthenticatedClient, body: models.AgentOverlayRequest | Mapping[str, object]
) -> models.AgentOverlaySaved:
    """Set the overlay of a global agent."""
    return sync_detailed(agent_id, client=client, body=body).parsed


async def asyncio_detailed(
    agent_id: str, *, client: api.AuthenticatedClient, body: models.AgentOverlayRequest | Mapping[str, object]
) -> Response[models.AgentOverlaySaved]:
    """Set the overlay of a global agent; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(agent_id, body=body))


async def asyncio(
    agent_id: str, *, client: api.AuthenticatedClient, body: models.AgentOverlayRequest | Mapping[str, object]
) -> models.AgentOverlaySaved:
    """Set the overlay of a global agent."""
    return (await asyncio_detailed(agent_id, client=client, body=body)).parsed
