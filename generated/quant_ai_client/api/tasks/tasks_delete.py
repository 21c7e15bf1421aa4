# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""DELETE /tasks/{taskId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ... import parameters as _parameters
from ...operation import Operation, Request
from ...types import Response


def request(task_id: str, *, cascade: bool | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("task_id", task_id, str), ("cascade", cascade, bool))
    return Request(
        path=f"/tasks/{_encoding.path_segment(task_id, 'task_id')}", query=_parameters.query_pairs(("cascade", cascade))
    )


def _reply_200(value: Any) -> models.TaskDeleted:
    from ...models.task_deleted import TaskDeleted

    return TaskDeleted.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 409, 422, 429, 500), _error)}

OPERATION: Operation[models.TaskDeleted] = Operation(
    id="tasks_delete",
    method="DELETE",
    path="/tasks/{taskId}",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    task_id: str, *, client: api.AuthenticatedClient, cascade: bool | None = None
) -> Response[models.TaskDeleted]:
    """Delete a task; returns the reply with status and headers."""
    return client.send(OPERATION, request(task_id, cascade=cascade))


def sync(task_id: str, *, client: api.AuthenticatedClient, cascade: bool | None = None) -> models.TaskDeleted:
    """Delete a task."""
    return sync_detailed(task_id, client=client, cascade=cascade).parsed


async def asyncio_detailed(
    task_id: str, *, client: api.AuthenticatedClient, cascade: bool | None = None
) -> Response[models.TaskDeleted]:
    """Delete a task; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(task_id, cascade=cascade))


async def asyncio(task_id: str, *, client: api.AuthenticatedClient, cascade: bool | None = None) -> models.TaskDeleted:
    """Delete a task."""
    return (await asyncio_detailed(task_id, client=client, cascade=cascade)).parsed
