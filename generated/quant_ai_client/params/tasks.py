# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.tasks`, for `**`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from ..models.json_object import JsonObjectParam
from ..models.task_status import TaskStatus
from ..types import TypedDict, Unset


class TasksListParams(TypedDict):
    """The keyword arguments of `list()`."""

    task_list_id: NotRequired[str | None]
    status: NotRequired[TaskStatus | None]
    assigned_agent_id: NotRequired[str | None]
    limit: NotRequired[int | None]
    depends_on: NotRequired[str | None]
    include_details: NotRequired[bool | None]


class TasksCreateParams(TypedDict):
    """The keyword arguments of `create()`."""

    title: str
    description: NotRequired[str | None]
    task_list_id: NotRequired[str | None]
    status: NotRequired[TaskStatus | None]
    assigned_agent_id: NotRequired[str | None]
    created_by_agent_id: NotRequired[str | None]
    depends_on: NotRequired[Sequence[str] | None]
    metadata: NotRequired[JsonObjectParam | None]
    max_retries: NotRequired[int | None]
    blocked_reason: NotRequired[str | None]
    blocked_by_task_ids: NotRequired[Sequence[str] | None]


class TasksUpdateParams(TypedDict):
    """The keyword arguments of `update()`."""

    title: NotRequired[str | None]
    description: NotRequired[str | None]
    task_list_id: NotRequired[str | Unset | None]
    status: NotRequired[TaskStatus | None]
    assigned_agent_id: NotRequired[str | Unset | None]
    depends_on: NotRequired[Sequence[str] | None]
    metadata: NotRequired[JsonObjectParam | None]
    progress: NotRequired[float | None]
    progress_message: NotRequired[str | None]
    result: NotRequired[JsonObjectParam | None]
    error: NotRequired[str | Unset | None]
    retry_count: NotRequired[int | None]
    max_retries: NotRequired[int | None]
    blocked_reason: NotRequired[str | Unset | None]
    blocked_by_task_ids: NotRequired[Sequence[str] | Unset | None]


class TasksDeleteParams(TypedDict):
    """The keyword arguments of `delete()`."""

    cascade: NotRequired[bool | None]
