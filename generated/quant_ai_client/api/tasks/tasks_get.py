# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /tasks/{taskId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Polling, Request
from ...types import Response


def request(task_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("task_id", task_id, str))
    return Request(path=f"/tasks/{_encoding.path_segment(task_id, 'task_id')}")


def _reply_200(value: Any) -> models.Task:
    from ...models.task import Task

    return Task.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.Task] = Operation(
    id="tasks_get",
    method="GET",
    path="/tasks/{taskId}",
    replies={200: _reply_200},
    idempotent=True,
    polling=Polling(
        state="status",
        succeeded=("completed",),
        failed=("failed", "cancelled"),
        result="result",
        error="error",
        first_interval=1.0,
        max_interval=30.0,
        deadline=3600.0,
    ),
    errors=_ERRORS,
)


def sync_detailed(task_id: str, *, client: api.AuthenticatedClient) -> Response[models.Task]:
    """Get a task; returns the reply with status and headers."""
    return client.send(OPERATION, request(task_id))


def sync(task_id: str, *, client: api.AuthenticatedClient) -> models.Task:
    """Get a task."""
    return sync_detailed(task_id, client=client).parsed


async def asyncio_detailed(task_id: str, *, client: api.AuthenticatedClient) -> Response[models.Task]:
    """Get a task; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(task_id))


async def asyncio(task_id: str, *, client: api.AuthenticatedClient) -> models.Task:
    """Get a task."""
    return (await asyncio_detailed(task_id, client=client)).parsed
