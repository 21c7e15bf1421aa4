# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""PUT /governance"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ... import arguments as _arguments
from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.governance_update_request import GovernanceUpdateRequest
    from ...models.governance_updated import GovernanceUpdated
    from ...types import Response


def request(*, body: GovernanceUpdateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.governance_update_request import GovernanceUpdateRequest

    return Request(path="/governance", body=_arguments.encoded(body, GovernanceUpdateRequest))


def _reply_200(value: Any) -> GovernanceUpdated:
    from ...models.governance_updated import GovernanceUpdated

    return GovernanceUpdated.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 409, 422, 429, 500), _error)}

OPERATION: Operation[GovernanceUpdated] = Operation(
    id="governance_update", method="PUT", path="/governance", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(
    *, client: AuthenticatedClient, body: GovernanceUpdateRequest | Mapping[str, object]
) -> Response[GovernanceUpdated]:
    """Replace the governance rules; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(*, client: AuthenticatedClient, body: GovernanceUpdateRequest | Mapping[str, object]) -> GovernanceUpdated:
    """Replace the governance rules."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: GovernanceUpdateRequest | Mapping[str, object]
) -> Response[GovernanceUpdated]:
    """Replace the governance rules; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: GovernanceUpdateRequest | Mapping[str, object]
) -> GovernanceUpdated:
    """Replace the governance rules."""
    return (await asyncio_detailed(client=client, body=body)).parsed
