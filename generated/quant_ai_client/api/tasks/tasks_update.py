# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""PUT /tasks/{taskId}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(task_id: str, *, body: models.TaskUpdateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.task_update_request import TaskUpdateRequest

    _arguments.check(("task_id", task_id, str))
    return Request(
        path=f"/tasks/{_encoding.path_segment(task_id, 'task_id')}", body=_arguments.encoded(body, TaskUpdateRequest)
    )


def _reply_200(value: Any) -> models.TaskUpdated:
    from ...models.task_updated import TaskUpdated

    return TaskUpdated.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.TaskUpdated] = Operation(
    id="tasks_update", method="PUT", path="/tasks/{taskId}", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(
    task_id: str, *, client: api.AuthenticatedClient, body: models.TaskUpdateRequest | Mapping[str, object]
) -> Response[models.TaskUpdated]:
    """Update a task; returns the reply with status and headers."""
    return client.send(OPERATION, request(task_id, body=body))


def sync(
    task_id: str, *, client: api.AuthenticatedClient, body: models.TaskUpdateRequest | Mapping[str, object]
) -> models.TaskUpdated:
    """Update a task."""
    return sync_detailed(task_id, client=client, body=body).parsed


async def asyncio_detailed(
    task_id: str, *, client: api.AuthenticatedClient, body: models.TaskUpdateRequest | Mapping[str, object]
) -> Response[models.TaskUpdated]:
    """Update a task; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(task_id, body=body))


async def asyncio(
    task_id: str, *, client: api.AuthenticatedClient, body: models.TaskUpdateRequest | Mapping[str, object]
) -> models.TaskUpdated:
    """Update a task."""
    return (await asyncio_detailed(task_id, client=client, body=body)).parsed
