# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /tools/names"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.tool_name_list import ToolNameList
    from ...types import Response


def request() -> Request:
    """Encode one request."""
    return Request(path="/tools/names")


def _reply_200(value: Any) -> ToolNameList:
    from ...models.tool_name_list import ToolNameList

    return ToolNameList.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 429, 500), _error)}

OPERATION: Operation[ToolNameList] = Operation(
    id="tools_list_names", method="GET", path="/tools/names", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(*, client: AuthenticatedClient) -> Response[ToolNameList]:
    """List tool names; returns the reply with status and headers."""
    return client.send(OPERATION, request())


def sync(*, client: AuthenticatedClient) -> ToolNameList:
    """List tool names."""
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient) -> Response[ToolNameList]:
    """List tool names; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request())


async def asyncio(*, client: AuthenticatedClient) -> ToolNameList:
    """List tool names."""
    return (await asyncio_detailed(client=client)).parsed
