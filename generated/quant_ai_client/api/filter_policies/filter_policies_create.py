# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /filter-policies"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ... import arguments as _arguments
from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.filter_policy import FilterPolicy
    from ...models.filter_policy_create_request import FilterPolicyCreateRequest
    from ...types import Response


def request(*, body: FilterPolicyCreateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.filter_policy_create_request import FilterPolicyCreateRequest

    return Request(path="/filter-policies", body=_arguments.encoded(body, FilterPolicyCreateRequest))


def _reply_201(value: Any) -> FilterPolicy:
    from ...models.filter_policy import FilterPolicy

    return FilterPolicy.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 422, 429, 500), _error)}

OPERATION: Operation[FilterPolicy] = Operation(
    id="filter_policies_create", method="POST", path="/filter-policies", replies={201: _reply_201}, errors=_ERRORS
)


def sync_detailed(
    *, client: AuthenticatedClient, body: FilterPolicyCreateRequest | Mapping[str, object]
) -> Response[FilterPolicy]:
    """Create a filter policy; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(*, client: AuthenticatedClient, body: FilterPolicyCreateRequest | Mapping[str, object]) -> FilterPolicy:
    """Create a filter policy."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: FilterPolicyCreateRequest | Mapping[str, object]
) -> Response[FilterPolicy]:
    """Create a filter policy; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: FilterPolicyCreateRequest | Mapping[str, object]
) -> FilterPolicy:
    """Create a filter policy."""
    return (await asyncio_detailed(client=client, body=body)).parsed
