# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""PUT /governance"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request
from ...types import Response


def request(*, body: models.GovernanceUpdateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.governance_update_request import GovernanceUpdateRequest

    return Request(path="/governance", body=_arguments.encoded(body, GovernanceUpdateRequest))


def _reply_200(value: Any) -> models.GovernanceUpdated:
    from ...models.governance_updated import GovernanceUpdated

    return GovernanceUpdated.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 409, 422, 429, 500), _error)}

OPERATION: Operation[models.GovernanceUpdated] = Operation(
    id="governance_update", method="PUT", path="/governance", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.GovernanceUpdateRequest | Mapping[str, object]
) -> Response[models.GovernanceUpdated]:
    """Replace the governance rules; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.GovernanceUpdateRequest | Mapping[str, object]
) -> models.GovernanceUpdated:
    """Replace the governance rules."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.GovernanceUpdateRequest | Mapping[str, object]
) -> Response[models.GovernanceUpdated]:
    """Replace the governance rules; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.GovernanceUpdateRequest | Mapping[str, object]
) -> models.GovernanceUpdated:
    """Replace the governance rules."""
    return (await asyncio_detailed(client=client, body=body)).parsed
