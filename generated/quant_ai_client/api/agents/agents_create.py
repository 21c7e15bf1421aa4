# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /agents"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request
from ...types import Response


def request(*, body: models.AgentCreateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.agent_create_request import AgentCreateRequest

    return Request(path="/agents", body=_arguments.encoded(body, AgentCreateRequest))


def _reply_201(value: Any) -> models.AgentEnvelope:
    from ...models.agent_envelope import AgentEnvelope

    return AgentEnvelope.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.AgentEnvelope] = Operation(
    id="agents_create", method="POST", path="/agents", replies={201: _reply_201}, errors=_ERRORS
)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.AgentCreateRequest | Mapping[str, object]
) -> Response[models.AgentEnvelope]:
    """Create an agent; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.AgentCreateRequest | Mapping[str, object]
) -> models.AgentEnvelope:
    """Create an agent."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.AgentCreateRequest | Mapping[str, object]
) -> Response[models.AgentEnvelope]:
    """Create an agent; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.AgentCreateRequest | Mapping[str, object]
) -> models.AgentEnvelope:
    """Create an agent."""
    return (await asyncio_detailed(client=client, body=body)).parsed
