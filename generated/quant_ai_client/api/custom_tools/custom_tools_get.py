# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /custom-tools/{toolName}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(tool_name: str) -> Request:
    """Encode one request."""
    _arguments.check(("tool_name", tool_name, str))
    return Request(path=f"/custom-tools/{_encoding.path_segment(tool_name, 'tool_name')}")


def _reply_200(value: Any) -> models.CustomToolEnvelope:
    from ...models.custom_tool_envelope import CustomToolEnvelope

    return CustomToolEnvelope.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.CustomToolEnvelope] = Operation(
    id="custom_tools_get",
    method="GET",
    path="/custom-tools/{toolName}",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(tool_name: str, *, client: api.AuthenticatedClient) -> Response[models.CustomToolEnvelope]:
    """Get a custom tool; returns the reply with status and headers."""
    return client.send(OPERATION, request(tool_name))


def sync(tool_name: str, *, client: api.AuthenticatedClient) -> models.CustomToolEnvelope:
    """Get a custom tool."""
    return sync_detailed(tool_name, client=client).parsed


async def asyncio_detailed(tool_name: str, *, client: api.AuthenticatedClient) -> Response[models.CustomToolEnvelope]:
    """Get a custom tool; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(tool_name))


async def asyncio(tool_name: str, *, client: api.AuthenticatedClient) -> models.CustomToolEnvelope:
    """Get a custom tool."""
    return (await asyncio_detailed(tool_name, client=client)).parsed
