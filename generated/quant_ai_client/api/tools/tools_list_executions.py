# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /tools/executions"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import parameters as _parameters
from ...operation import Operation, Request
from ...types import Response


def request(*, status: models.ToolExecutionStatus | None = None, limit: int | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("status", status, str), ("limit", limit, int))
    return Request(path="/tools/executions", query=_parameters.query_pairs(("status", status), ("limit", limit)))


def _reply_200(value: Any) -> models.ToolExecutionList:
    from ...models.tool_execution_list import ToolExecutionList

    return ToolExecutionList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 429, 500), _error)}

OPERATION: Operation[models.ToolExecutionList] = Operation(
    id="tools_list_executions",
    method="GET",
    path="/tools/executions",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    *, client: api.AuthenticatedClient, status: models.ToolExecutionStatus | None = None, limit: int | None = None
) -> Response[models.ToolExecutionList]:
    """List tool executions; returns the reply with status and headers."""
    return client.send(OPERATION, request(status=status, limit=limit))


def sync(
    *, client: api.AuthenticatedClient, status: models.ToolExecutionStatus | None = None, limit: int | None = None
) -> models.ToolExecutionList:
    """List tool executions."""
    return sync_detailed(client=client, status=status, limit=limit).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, status: models.ToolExecutionStatus | None = None, limit: int | None = None
) -> Response[models.ToolExecutionList]:
    """List tool executions; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(status=status, limit=limit))


async def asyncio(
    *, client: api.AuthenticatedClient, status: models.ToolExecutionStatus | None = None, limit: int | None = None
) -> models.ToolExecutionList:
    """List tool executions."""
    return (await asyncio_detailed(client=client, status=status, limit=limit)).parsed
