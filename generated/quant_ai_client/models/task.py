# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..encoding import wire
from ..types import UNSET, Unset
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
        org_id (str | Unset): Machine name of the organisation.
        task_list_id (str | Unset | None): Id of the task list; None if the task is in none.
        description (str | Unset): What to do, in detail.
        assigned_agent_id (str | Unset | None): Agent assigned to the task; None if there is none.
        created_by_agent_id (str | Unset | None): Agent that created the task; None if it was not an agent.
        depends_on (list[str] | Unset): Ids of the tasks that should be done before this one.
        metadata (JsonObject | Unset): Custom metadata.
        progress (float | Unset): Progress, from 0 to 1.
        progress_message (str | Unset): Progress in words.
        result (JsonObject | Unset | None): Result reported by the worker; None until then.
        error (str | Unset | None): Error reported by the worker; None if there is none.
        retry_count (int | Unset): Number of retries reported by the worker.
        max_retries (int | Unset): Maximum number of retries. 0 to 10.
        created_at (int | Unset): When the task was created, in Unix milliseconds.
        updated_at (int | Unset): When the task was last changed, in Unix milliseconds.
        started_at (int | Unset | None): When the status changed from `pending` to `in_progress`, in Unix
            milliseconds; None before.
        completed_at (int | Unset | None): When the status became `completed`, `failed` or `cancelled`, in
            Unix milliseconds; None before.
        expires_at (int | Unset | None): When the task will be removed, in Unix milliseconds; None unless it
            is `completed`.
        blocked_reason (str | Unset | None): Why the task is blocked; None if it is not.
        blocked_by_task_ids (list[str] | Unset | None): Ids of the tasks that block this one; None if none
            are given.
        blocked_at (int | Unset | None): When the status became `blocked`, in Unix milliseconds; None if it
            is not.
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
    org_id: str | Unset = UNSET
    """Machine name of the organisation."""
    task_list_id: str | Unset | None = UNSET
    """Id of the task list; None if the task is in none."""
    description: str | Unset = UNSET
    """What to do, in detail."""
    assigned_agent_id: str | Unset | None = UNSET
    """Agent assigned to the task; None if there is none."""
    created_by_agent_id: str | Unset | None = UNSET
    """Agent that created the task; None if it was not an agent."""
    depends_on: list[str] | Unset = UNSET
    """Ids of the tasks that should be done before this one."""
    metadata: JsonObject | Unset = UNSET
    """Custom metadata."""
    progress: float | Unset = UNSET
    """Progress, from 0 to 1."""
    progress_message: str | Unset = UNSET
    """Progress in words."""
    result: JsonObject | Unset | None = UNSET
    """Result reported by the worker; None until then."""
    error: str | Unset | None = UNSET
    """Error reported by the worker; None if there is none."""
    retry_count: int | Unset = UNSET
    """Number of retries reported by the worker."""
    max_retries: int | Unset = UNSET
    """Maximum number of retries. 0 to 10."""
    created_at: int | Unset = UNSET
    """When the task was created, in Unix milliseconds."""
    updated_at: int | Unset = UNSET
    """When the task was last changed, in Unix milliseconds."""
    started_at: int | Unset | None = UNSET
    """When the status changed from `pending` to `in_progress`, in Unix milliseconds; None before."""
    completed_at: int | Unset | None = UNSET
    """When the status became `completed`, `failed` or `cancelled`, in Unix milliseconds; None before."""
    expires_at: int | Unset | None = UNSET
    """When the task will be removed, in Unix milliseconds; None unless it is `completed`."""
    blocked_reason: str | Unset | None = UNSET
    """Why the task is blocked; None if it is not."""
    blocked_by_task_ids: list[str] | Unset | None = UNSET
    """Ids of the tasks that block this one; None if none are given."""
    blocked_at: int | Unset | None = UNSET
    """When the status became `blocked`, in Unix milliseconds; None if it is not."""
    additional_properties: dict[str, Any] = _field(factory=dict)
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

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.task_id = rest.pop("taskId", UNSET)
        made.title = rest.pop("title", UNSET)
        made.status = rest.pop("status", UNSET)
        made.org_id = rest.pop("orgId", UNSET)
        made.task_list_id = rest.pop("taskListId", UNSET)
        made.description = rest.pop("description", UNSET)
        made.assigned_agent_id = rest.pop("assignedAgentId", UNSET)
        made.created_by_agent_id = rest.pop("createdByAgentId", UNSET)
        made.depends_on = rest.pop("dependsOn", UNSET)
        made.metadata = rest.pop("metadata", UNSET)
        made.progress = rest.pop("progress", UNSET)
        made.progress_message = rest.pop("progressMessage", UNSET)
        made.result = rest.pop("result", UNSET)
        made.error = rest.pop("error", UNSET)
        made.retry_count = rest.pop("retryCount", UNSET)
        made.max_retries = rest.pop("maxRetries", UNSET)
        made.created_at = rest.pop("createdAt", UNSET)
        made.updated_at = rest.pop("updatedAt", UNSET)
        made.started_at = rest.pop("startedAt", UNSET)
        made.completed_at = rest.pop("completedAt", UNSET)
        made.expires_at = rest.pop("expiresAt", UNSET)
        made.blocked_reason = rest.pop("blockedReason", UNSET)
        made.blocked_by_task_ids = rest.pop("blockedByTaskIds", UNSET)
        made.blocked_at = rest.pop("blockedAt", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.task_id, Unset):
            made["taskId"] = self.task_id
        if not isinstance(self.title, Unset):
            made["title"] = self.title
        if not isinstance(self.status, Unset):
            made["status"] = self.status
        if self.org_id is not UNSET:
            made["orgId"] = self.org_id
        if self.task_list_id is not UNSET:
            made["taskListId"] = self.task_list_id
        if self.description is not UNSET:
            made["description"] = self.description
        if self.assigned_agent_id is not UNSET:
            made["assignedAgentId"] = self.assigned_agent_id
        if self.created_by_agent_id is not UNSET:
            made["createdByAgentId"] = self.created_by_agent_id
        if self.depends_on is not UNSET:
            made["dependsOn"] = self.depends_on
        if self.metadata is not UNSET:
            made["metadata"] = wire(self.metadata)
        if self.progress is not UNSET:
            made["progress"] = self.progress
        if self.progress_message is not UNSET:
            made["progressMessage"] = self.progress_message
        if self.result is not UNSET:
            made["result"] = wire(self.result)
        if self.error is not UNSET:
            made["error"] = self.error
        if self.retry_count is not UNSET:
            made["retryCount"] = self.retry_count
        if self.max_retries is not UNSET:
            made["maxRetries"] = self.max_retries
        if self.created_at is not UNSET:
            made["createdAt"] = self.created_at
        if self.updated_at is not UNSET:
            made["updatedAt"] = self.updated_at
        if self.started_at is not UNSET:
            made["startedAt"] = self.started_at
        if self.completed_at is not UNSET:
            made["completedAt"] = self.completed_at
        if self.expires_at is not UNSET:
            made["expiresAt"] = self.expires_at
        if self.blocked_reason is not UNSET:
            made["blockedReason"] = self.blocked_reason
        if self.blocked_by_task_ids is not UNSET:
            made["blockedByTaskIds"] = self.blocked_by_task_ids
        if self.blocked_at is not UNSET:
            made["blockedAt"] = self.blocked_at
        return made
