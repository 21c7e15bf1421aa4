# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /orchestrations"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request
from ...types import Response


def request(*, body: models.OrchestrationCreateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.orchestration_create_request import OrchestrationCreateRequest

    return Request(path="/orchestrations", body=_arguments.encoded(body, OrchestrationCreateRequest))


def _reply_201(value: Any) -> models.Orchestration:
    from ...models.orchestration import Orchestration

    return Orchestration.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.Orchestration] = Operation(
    id="orchestrations_create", method="POST", path="/orchestrations", replies={201: _reply_201}, errors=_ERRORS
)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.OrchestrationCreateRequest | Mapping[str, object]
) -> Response[models.Orchestration]:
    """Create an orchestration; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.OrchestrationCreateRequest | Mapping[str, object]
) -> models.Orchestration:
    """Create an orchestration."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.OrchestrationCreateRequest | Mapping[str, object]
) -> Response[models.Orchestration]:
    """Create an orchestration; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.OrchestrationCreateRequest | Mapping[str, object]
) -> models.Orchestration:
    """Create an orchestration."""
    return (await asyncio_detailed(client=client, body=body)).parsed
