# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /governance/spend"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ...operation import Operation, Request
from ...types import Response


def request() -> Request:
    """Encode one request."""
    return Request(path="/governance/spend")


def _reply_200(value: Any) -> models.GovernanceSpend:
    from ...models.governance_spend import GovernanceSpend

    return GovernanceSpend.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 429, 500), _error)}

OPERATION: Operation[models.GovernanceSpend] = Operation(
    id="governance_get_spend",
    method="GET",
    path="/governance/spend",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(*, client: api.AuthenticatedClient) -> Response[models.GovernanceSpend]:
    """Get spend and remaining budget; returns the reply with status and headers."""
    return client.send(OPERATION, request())


def sync(*, client: api.AuthenticatedClient) -> models.GovernanceSpend:
    """Get spend and remaining budget."""
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: api.AuthenticatedClient) -> Response[models.GovernanceSpend]:
    """Get spend and remaining budget; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request())


async def asyncio(*, client: api.AuthenticatedClient) -> models.GovernanceSpend:
    """Get spend and remaining budget."""
    return (await asyncio_detailed(client=client)).parsed
