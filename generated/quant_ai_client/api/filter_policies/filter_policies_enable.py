# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""PUT /filter-policies/{policyId}/enable"""

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
    return Request(path=f"/filter-policies/{_encoding.path_segment(policy_id, 'policy_id')}/enable")


def _reply_200(value: Any) -> models.FilterPolicy:
    from ...models.filter_policy import FilterPolicy

    return FilterPolicy.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.FilterPolicy] = Operation(
    id="filter_policies_enable",
    method="PUT",
    path="/filter-policies/{policyId}/enable",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(policy_id: str, *, client: api.AuthenticatedClient) -> Response[models.FilterPolicy]:
    """Enable a filter policy; returns the reply with status and headers."""
    return client.send(OPERATION, request(policy_id))


def sync(policy_id: str, *, client: api.AuthenticatedClient) -> models.FilterPolicy:
    """Enable a filter policy."""
    return sync_detailed(policy_id, client=client).parsed


async def asyncio_detailed(policy_id: str, *, client: api.AuthenticatedClient) -> Response[models.FilterPolicy]:
    """Enable a filter policy; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(policy_id))


async def asyncio(policy_id: str, *, client: api.AuthenticatedClient) -> models.FilterPolicy:
    """Enable a filter policy."""
    return (await asyncio_detailed(policy_id, client=client)).parsed
