# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /tools/executions/{executionId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Polling, Request
from ...types import Response


def request(execution_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("execution_id", execution_id, str))
    return Request(path=f"/tools/executions/{_encoding.path_segment(execution_id, 'execution_id')}")


def _reply_200(value: Any) -> models.ToolExecution:
    from ...models.tool_execution import ToolExecution

    return ToolExecution.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.ToolExecution] = Operation(
    id="tools_get_execution",
    method="GET",
    path="/tools/executions/{executionId}",
    replies={200: _reply_200},
    idempotent=True,
    polling=Polling(
        state="status",
        succeeded=("complete", "completed"),
        failed=("failed",),
        result="result",
        error="error",
        first_interval=2.0,
        max_interval=5.0,
        deadline=300.0,
    ),
    errors=_ERRORS,
)


def sync_detailed(execution_id: str, *, client: api.AuthenticatedClient) -> Response[models.ToolExecution]:
    """Get a tool execution; returns the reply with status and headers."""
    return client.send(OPERATION, request(execution_id))


def sync(execution_id: str, *, client: api.AuthenticatedClient) -> models.ToolExecution:
    """Get a tool execution."""
    return sync_detailed(execution_id, client=client).parsed


async def asyncio_detailed(execution_id: str, *, client: api.AuthenticatedClient) -> Response[models.ToolExecution]:
    """Get a tool execution; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(execution_id))


async def asyncio(execution_id: str, *, client: api.AuthenticatedClient) -> models.ToolExecution:
    """Get a tool execution."""
    return (await asyncio_detailed(execution_id, client=client)).parsed
