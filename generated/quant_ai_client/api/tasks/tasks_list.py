# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /tasks"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import parameters as _parameters
from ...operation import Operation, Request
from ...types import Response


def request(
    *,
    task_list_id: str | None = None,
    status: models.TaskStatus | None = None,
    assigned_agent_id: str | None = None,
    limit: int | None = None,
    depends_on: str | None = None,
    include_details: bool | None = None,
) -> Request:
    """Encode one request."""
    _arguments.check(
        ("task_list_id", task_list_id, str),
        ("status", status, str),
        ("assigned_agent_id", assigned_agent_id, str),
        ("limit", limit, int),
        ("depends_on", depends_on, str),
        ("include_details", include_details, bool),
    )
    return Request(
        path="/tasks",
        query=_parameters.query_pairs(
            ("taskListId", task_list_id),
            ("status", status),
            ("assignedAgentId", assigned_agent_id),
            ("limit", limit),
            ("dependsOn", depends_on),
            ("includeDetails", include_details),
        ),
    )


def _reply_200(value: Any) -> models.TaskList:
    from ...models.task_list import TaskList

    return TaskList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 422, 429, 500), _error)}

OPERATION: Operation[models.TaskList] = Operation(
    id="tasks_list", method="GET", path="/tasks", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(
    *,
    client: api.AuthenticatedClient,
    task_list_id: str | None = None,
    status: models.TaskStatus | None = None,
    assigned_agent_id: str | None = None,
    limit: int | None = None,
    depends_on: str | None = None,
    include_details: bool | None = None,
) -> Response[models.TaskList]:
    """List tasks; returns the reply with status and headers."""
    return client.send(
        OPERATION,
        request(
            task_list_id=task_list_id,
            status=status,
            assigned_agent_id=assigned_agent_id,
            limit=limit,
            depends_on=depends_on,
            include_details=include_details,
        ),
    )


def sync(
    *,
    client: api.AuthenticatedClient,
    task_list_id: str | None = None,
    status: models.TaskStatus | None = None,
    assigned_agent_id: str | None = None,
    limit: int | None = None,
    depends_on: str | None = None,
    include_details: bool | None = None,
) -> models.TaskList:
    """List tasks."""
    return sync_detailed(
        client=client,
        task_list_id=task_list_id,
        status=status,
        assigned_agent_id=assigned_agent_id,
        limit=limit,
        depends_on=depends_on,
        include_details=include_details,
    ).parsed


async def asyncio_detailed(
    *,
    client: api.AuthenticatedClient,
    task_list_id: str | None = None,
    status: models.TaskStatus | None = None,
    assigned_agent_id: str | None = None,
    limit: int | None = None,
    depends_on: str | None = None,
    include_details: bool | None = None,
) -> Response[models.TaskList]:
    """List tasks; returns the reply with status and headers."""
    return await client.send_async(
        OPERATION,
        request(
            task_list_id=task_list_id,
            status=status,
            assigned_agent_id=assigned_agent_id,
            limit=limit,
            depends_on=depends_on,
            include_details=include_details,
        ),
    )


async def asyncio(
    *,
    client: api.AuthenticatedClient,
    task_list_id: str | None = None,
    status: models.TaskStatus | None = None,
    assigned_agent_id: str | None = None,
    limit: int | None = None,
    depends_on: str | None = None,
    include_details: bool | None = None,
) -> models.TaskList:
    """List tasks."""
    return (
        await asyncio_detailed(
            client=client,
            task_list_id=task_list_id,
            status=status,
            assigned_agent_id=assigned_agent_id,
            limit=limit,
            depends_on=depends_on,
            include_details=include_details,
        )
    ).parsed
