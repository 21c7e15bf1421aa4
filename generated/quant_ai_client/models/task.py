# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .json_object import JsonObject
from .task_status import TaskStatus


@_define(kw_only=True, eq=False, repr=False)
class Task(_Model):
    """A task with all its fields. All times are in Unix milliseconds.

    Attributes:
        task_id (str): Id of the task.
        title (str): What to do, in a few words.
        status (TaskStatus): Status of a task. Known values: "pending", "in_progress", "completed",
            "failed", "cancelled", "blocked".
        org_id (str | None): Machine name of the organisation.
        task_list_id (str | None): Id of the task list; None if the task is in none.
        description (str | None): What to do, in detail.
        assigned_agent_id (str | None): Agent assigned to the task; None if there is none.
        created_by_agent_id (str | None): Agent that created the task; None if it was not an agent.
        depends_on (list[str] | None): Ids of the tasks that should be done before this one.
        metadata (JsonObject | None): Custom metadata.
        progress (float | None): Progress, from 0 to 1.
        progress_message (str | None): Progress in words.
        result (JsonObject | None): Result reported by the worker; None until then.
        error (str | None): Error reported by the worker; None if there is none.
        retry_count (int | None): Number of retries reported by the worker.
        max_retries (int | None): Maximum number of retries. 0 to 10.
        created_at (int | None): When the task was created, in Unix milliseconds.
        updated_at (int | None): When the task was last changed, in Unix milliseconds.
        started_at (int | None): When the status changed from `pending` to `in_progress`, in Unix
            milliseconds; None before.
        completed_at (int | None): When the status became `completed`, `failed` or `cancelled`, in Unix
            milliseconds; None before.
        expires_at (int | None): When the task will be removed, in Unix milliseconds; None unless it is
            `completed`.
        blocked_reason (str | None): Why the task is blocked; None if it is not.
        blocked_by_task_ids (list[str] | None): Ids of the tasks that block this one; None if none are
            given.
        blocked_at (int | None): When the status became `blocked`, in Unix milliseconds; None if it is not.
    """

    task_id: str
    """Id of the task."""
    title: str
    """What to do, in a few words."""
    status: TaskStatus
    """Status of a task:

    - `pending`: not started
    - `in_progress`: being worked on
    - `completed`: done; the task is removed 30 days later
    - `failed`: failed, see `error`
    - `cancelled`: cancelled
    - `blocked`: cannot continue, see `blocked_reason`
    """
    org_id: str | None = None
    """Machine name of the organisation."""
    task_list_id: str | None = NOT_SENT
    """Id of the task list; None if the task is in none."""
    description: str | None = None
    """What to do, in detail."""
    assigned_agent_id: str | None = NOT_SENT
    """Agent assigned to the task; None if there is none."""
    created_by_agent_id: str | None = NOT_SENT
    """Agent that created the task; None if it was not an agent."""
    depends_on: list[str] | None = None
    """Ids of the tasks that should be done before this one."""
    metadata: JsonObject | None = None
    """Custom metadata."""
    progress: float | None = None
    """Progress, from 0 to 1."""
    progress_message: str | None = None
    """Progress in words."""
    result: JsonObject | None = NOT_SENT
    """Result reported by the worker; None until then."""
    error: str | None = NOT_SENT
    """Error reported by the worker; None if there is none."""
    retry_count: int | None = None
    """Number of retries reported by the worker."""
    max_retries: int | None = None
    """Maximum number of retries. 0 to 10."""
    created_at: int | None = None
    """When the task was created, in Unix milliseconds."""
    updated_at: int | None = None
    """When the task was last changed, in Unix milliseconds."""
    started_at: int | None = NOT_SENT
    """When the status changed from `pending` to `in_progress`, in Unix milliseconds; None before."""
    completed_at: int | None = NOT_SENT
    """When the status became `completed`, `failed` or `cancelled`, in Unix milliseconds; None before."""
    expires_at: int | None = NOT_SENT
    """When the task will be removed, in Unix milliseconds; None unless it is `completed`."""
    blocked_reason: str | None = NOT_SENT
    """Why the task is blocked; None if it is not."""
    blocked_by_task_ids: list[str] | None = NOT_SENT
    """Ids of the tasks that block this one; None if none are given."""
    blocked_at: int | None = NOT_SENT
    """When the status became `blocked`, in Unix milliseconds; None if it is not."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {
        "task_id": "taskId",
        "org_id": "orgId",
        "task_list_id": "taskListId",
        "assigned_agent_id": "assignedAgentId",
        "created_by_agent_id": "createdByAgentId",
        "depends_on": "dependsOn",
        "progress_message": "progressMessage",
        "retry_count": "retryCount",
        "max_retries": "maxRetries",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
        "started_at": "startedAt",
        "completed_at": "completedAt",
        "expires_at": "expiresAt",
        "blocked_reason": "blockedReason",
        "blocked_by_task_ids": "blockedByTaskIds",
        "blocked_at": "blockedAt",
    }
    _nullable: ClassVar = {
        "taskListId": "task_list_id",
        "assignedAgentId": "assigned_agent_id",
        "createdByAgentId": "created_by_agent_id",
        "result": "result",
        "error": "error",
        "startedAt": "started_at",
        "completedAt": "completed_at",
        "expiresAt": "expires_at",
        "blockedReason": "blocked_reason",
        "blockedByTaskIds": "blocked_by_task_ids",
        "blockedAt": "blocked_at",
    }

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.task_id = rest.pop("taskId", None)
        made.title = rest.pop("title", None)
        made.status = rest.pop("status", None)
        made.org_id = rest.pop("orgId", None)
        made.task_list_id = rest.pop("taskListId", None)
        made.description = rest.pop("description", None)
        made.assigned_agent_id = rest.pop("assignedAgentId", None)
        made.created_by_agent_id = rest.pop("createdByAgentId", None)
        made.depends_on = rest.pop("dependsOn", None)
        made.metadata = to_map(rest.pop("metadata", None))
        made.progress = rest.pop("progress", None)
        made.progress_message = rest.pop("progressMessage", None)
        made.result = to_map(rest.pop("result", None))
        made.error = rest.pop("error", None)
        made.retry_count = rest.pop("retryCount", None)
        made.max_retries = rest.pop("maxRetries", None)
        made.created_at = rest.pop("createdAt", None)
        made.updated_at = rest.pop("updatedAt", None)
        made.started_at = rest.pop("startedAt", None)
        made.completed_at = rest.pop("completedAt", None)
        made.expires_at = rest.pop("expiresAt", None)
        made.blocked_reason = rest.pop("blockedReason", None)
        made.blocked_by_task_ids = rest.pop("blockedByTaskIds", None)
        made.blocked_at = rest.pop("blockedAt", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.task_id is not None:
            made["taskId"] = self.task_id
        if self.title is not None:
            made["title"] = self.title
        if self.status is not None:
            made["status"] = self.status
        if self.org_id is not None:
            made["orgId"] = self.org_id
        if self.task_list_id is not None:
            made["taskListId"] = self.task_list_id
        if self.description is not None:
            made["description"] = self.description
        if self.assigned_agent_id is not None:
            made["assignedAgentId"] = self.assigned_agent_id
        if self.created_by_agent_id is not None:
            made["createdByAgentId"] = self.created_by_agent_id
        if self.depends_on is not None:
            made["dependsOn"] = self.depends_on
        if self.metadata is not None:
            made["metadata"] = wire(self.metadata)
        if self.progress is not None:
            made["progress"] = self.progress
        if self.progress_message is not None:
            made["progressMessage"] = self.progress_message
        if self.result is not None:
            made["result"] = wire(self.result)
        if self.error is not None:
            made["error"] = self.error
        if self.retry_count is not None:
            made["retryCount"] = self.retry_count
        if self.max_retries is not None:
            made["maxRetries"] = self.max_retries
        if self.created_at is not None:
            made["createdAt"] = self.created_at
        if self.updated_at is not None:
            made["updatedAt"] = self.updated_at
        if self.started_at is not None:
            made["startedAt"] = self.started_at
        if self.completed_at is not None:
            made["completedAt"] = self.completed_at
        if self.expires_at is not None:
            made["expiresAt"] = self.expires_at
        if self.blocked_reason is not None:
            made["blockedReason"] = self.blocked_reason
        if self.blocked_by_task_ids is not None:
            made["blockedByTaskIds"] = self.blocked_by_task_ids
        if self.blocked_at is not None:
            made["blockedAt"] = self.blocked_at
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
