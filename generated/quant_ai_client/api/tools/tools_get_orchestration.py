# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /tools/orchestrations/{orchestrationId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Polling, Request
from ...types import Response


def request(orchestration_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("orchestration_id", orchestration_id, str))
    return Request(path=f"/tools/orchestrations/{_encoding.path_segment(orchestration_id, 'orchestration_id')}")


def _reply_200(value: Any) -> models.ToolOrchestration:
    from ...models.tool_orchestration import ToolOrchestration

    return ToolOrchestration.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.ToolOrchestration] = Operation(
    id="tools_get_orchestration",
    method="GET",
    path="/tools/orchestrations/{orchestrationId}",
    replies={200: _reply_200},
    idempotent=True,
    polling=Polling(
        state="status",
        succeeded=("complete", "completed"),
        failed=("failed",),
        result="result",
        error="error",
        first_interval=2.0,
        max_interval=2.0,
        deadline=600.0,
    ),
    errors=_ERRORS,
)


def sync_detailed(orchestration_id: str, *, client: api.AuthenticatedClient) -> Response[models.ToolOrchestration]:
    """Get a tool orchestration; returns the reply with status and headers."""
    return client.send(OPERATION, request(orchestration_id))


def sync(orchestration_id: str, *, client: api.AuthenticatedClient) -> models.ToolOrchestration:
    """Get a tool orchestration."""
    return sync_detailed(orchestration_id, client=client).parsed


async def asyncio_detailed(
    orchestration_id: str, *, client: api.AuthenticatedClient
) -> Response[models.ToolOrchestration]:
    """Get a tool orchestration; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(orchestration_id))


async def asyncio(orchestration_id: str, *, client: api.AuthenticatedClient) -> models.ToolOrchestration:
    """Get a tool orchestration."""
    return (await asyncio_detailed(orchestration_id, client=client)).parsed
