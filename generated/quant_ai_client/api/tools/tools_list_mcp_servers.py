# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /mcp-servers"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.mcp_server_list import McpServerList
    from ...types import Response


def request() -> Request:
    """Encode one request."""
    return Request(path="/mcp-servers")


def _reply_200(value: Any) -> McpServerList:
    from ...models.mcp_server_list import McpServerList

    return McpServerList.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 429, 500), _error)}

OPERATION: Operation[McpServerList] = Operation(
    id="tools_list_mcp_servers",
    method="GET",
    path="/mcp-servers",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(*, client: AuthenticatedClient) -> Response[McpServerList]:
    """List MCP servers; returns the reply with status and headers."""
    return client.send(OPERATION, request())


def sync(*, client: AuthenticatedClient) -> McpServerList:
    """List MCP servers."""
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient) -> Response[McpServerList]:
    """List MCP servers; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request())


async def asyncio(*, client: AuthenticatedClient) -> McpServerList:
    """List MCP servers."""
    return (await asyncio_detailed(client=client)).parsed
