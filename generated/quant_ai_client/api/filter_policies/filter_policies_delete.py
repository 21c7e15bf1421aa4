# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""DELETE /filter-policies/{policyId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(policy_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("policy_id", policy_id, str))
    return Request(path=f"/filter-policies/{_encoding.path_segment(policy_id, 'policy_id')}")


def _reply_200(value: Any) -> models.FilterPolicyDeleted:
    from ...models.filter_policy_deleted import FilterPolicyDeleted

    return FilterPolicyDeleted.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.FilterPolicyDeleted] = Operation(
    id="filter_policies_delete",
    method="DELETE",
    path="/filter-policies/{policyId}",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(policy_id: str, *, client: api.AuthenticatedClient) -> Response[models.FilterPolicyDeleted]:
    """Delete a filter policy; returns the reply with status and headers."""
    return client.send(OPERATION, request(policy_id))


def sync(policy_id: str, *, client: api.AuthenticatedClient) -> models.FilterPolicyDeleted:
    """Delete a filter policy."""
    return sync_detailed(policy_id, client=client).parsed


async def asyncio_detailed(policy_id: str, *, client: api.AuthenticatedClient) -> Response[models.FilterPolicyDeleted]:
    """Delete a filter policy; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(policy_id))


async def asyncio(policy_id: str, *, client: api.AuthenticatedClient) -> models.FilterPolicyDeleted:
    """Delete a filter policy."""
    return (await asyncio_detailed(policy_id, client=client)).parsed
