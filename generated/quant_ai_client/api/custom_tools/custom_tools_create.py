# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /custom-tools"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request
from ...types import Response


def request(*, body: models.CustomToolCreateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.custom_tool_create_request import CustomToolCreateRequest

    return Request(path="/custom-tools", body=_arguments.encoded(body, CustomToolCreateRequest))


def _reply_201(value: Any) -> models.CustomToolDeployed:
    from ...models.custom_tool_deployed import CustomToolDeployed

    return CustomToolDeployed.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 422, 429, 500), _error)}

OPERATION: Operation[models.CustomToolDeployed] = Operation(
    id="custom_tools_create",
    method="POST",
    path="/custom-tools",
    replies={201: _reply_201},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.CustomToolCreateRequest | Mapping[str, object]
) -> Response[models.CustomToolDeployed]:
    """Create or update a custom tool; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.CustomToolCreateRequest | Mapping[str, object]
) -> models.CustomToolDeployed:
    """Create or update a custom tool."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.CustomToolCreateRequest | Mapping[str, object]
) -> Response[models.CustomToolDeployed]:
    """Create or update a custom tool; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.CustomToolCreateRequest | Mapping[str, object]
) -> models.CustomToolDeployed:
    """Create or update a custom tool."""
    return (await asyncio_detailed(client=client, body=body)).parsed
