# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""PUT /agents/{agentId}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(agent_id: str, *, body: models.AgentUpdateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.agent_update_request import AgentUpdateRequest

    _arguments.check(("agent_id", agent_id, str))
    return Request(
        path=f"/agents/{_encoding.path_segment(agent_id, 'agent_id')}",
        body=_arguments.encoded(body, AgentUpdateRequest),
    )


def _reply_200(value: Any) -> models.AgentEnvelope:
    from ...models.agent_envelope import AgentEnvelope

    return AgentEnvelope.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.AgentEnvelope] = Operation(
    id="agents_update",
    method="PUT",
    path="/agents/{agentId}",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    agent_id: str, *, client: api.AuthenticatedClient, body: models.AgentUpdateRequest | Mapping[str, object]
) -> Response[models.AgentEnvelope]:
    """Update an agent; returns the reply with status and headers."""
    return client.send(OPERATION, request(agent_id, body=body))


def sync(
    agent_id: str, *, client: api.AuthenticatedClient, body: models.AgentUpdateRequest | Mapping[str, object]
) -> models.AgentEnvelope:
    """Update an agent."""
    return sync_detailed(agent_id, client=client, body=body).parsed


async def asyncio_detailed(
    agent_id: str, *, client: api.AuthenticatedClient, body: models.AgentUpdateRequest | Mapping[str, object]
) -> Response[models.AgentEnvelope]:
    """Update an agent; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(agent_id, body=body))


async def asyncio(
    agent_id: str, *, client: api.AuthenticatedClient, body: models.AgentUpdateRequest | Mapping[str, object]
) -> models.AgentEnvelope:
    """Update an agent."""
    return (await asyncio_detailed(agent_id, client=client, body=body)).parsed
