# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /tasks/{taskListId}/dependency-graph"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(task_list_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("task_list_id", task_list_id, str))
    return Request(path=f"/tasks/{_encoding.path_segment(task_list_id, 'task_list_id')}/dependency-graph")


def _reply_200(value: Any) -> models.DependencyGraph:
    from ...models.dependency_graph import DependencyGraph

    return DependencyGraph.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 429, 500), _error)}

OPERATION: Operation[models.DependencyGraph] = Operation(
    id="tasks_get_dependency_graph",
    method="GET",
    path="/tasks/{taskListId}/dependency-graph",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(task_list_id: str, *, client: api.AuthenticatedClient) -> Response[models.DependencyGraph]:
    """Get the dependency graph of a task list; returns the reply with status and headers."""
    return client.send(OPERATION, request(task_list_id))


def sync(task_list_id: str, *, client: api.AuthenticatedClient) -> models.DependencyGraph:
    """Get the dependency graph of a task list."""
    return sync_detailed(task_list_id, client=client).parsed


async def asyncio_detailed(task_list_id: str, *, client: api.AuthenticatedClient) -> Response[models.DependencyGraph]:
    """Get the dependency graph of a task list; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(task_list_id))


async def asyncio(task_list_id: str, *, client: api.AuthenticatedClient) -> models.DependencyGraph:
    """Get the dependency graph of a task list."""
    return (await asyncio_detailed(task_list_id, client=client)).parsed
