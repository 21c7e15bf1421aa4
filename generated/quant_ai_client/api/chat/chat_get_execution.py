# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /chat/executions/{identifier}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Polling, Request, ToolCallFields
from ...types import Response


def request(identifier: str) -> Request:
    """Encode one request."""
    _arguments.check(("identifier", identifier, str))
    return Request(path=f"/chat/executions/{_encoding.path_segment(identifier, 'identifier')}")


def _reply_200(value: Any) -> models.Execution:
    from ...models.execution import Execution

    return Execution.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.Execution] = Operation(
    id="chat_get_execution",
    method="GET",
    path="/chat/executions/{identifier}",
    replies={200: _reply_200},
    idempotent=True,
    polling=Polling(
        state="status",
        succeeded=("complete", "completed"),
        failed=("failed",),
        waiting=("waiting_callback",),
        result="result",
        error="error",
        message="error_message",
        first_interval=1.0,
        max_interval=30.0,
        deadline=900.0,
    ),
    tool_calls=ToolCallFields(
        calls=("pending_tools",), id="tool_use_id", name="name", input="input", callback="callback_id"
    ),
    errors=_ERRORS,
)


def sync_detailed(identifier: str, *, client: api.AuthenticatedClient) -> Response[models.Execution]:
    """Get an execution; returns the reply with status and headers."""
    return client.send(OPERATION, request(identifier))


def sync(identifier: str, *, client: api.AuthenticatedClient) -> models.Execution:
    """Get an execution."""
    return sync_detailed(identifier, client=client).parsed


async def asyncio_detailed(identifier: str, *, client: api.AuthenticatedClient) -> Response[models.Execution]:
    """Get an execution; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(identifier))


async def asyncio(identifier: str, *, client: api.AuthenticatedClient) -> models.Execution:
    """Get an execution."""
    return (await asyncio_detailed(identifier, client=client)).parsed
