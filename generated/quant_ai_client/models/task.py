# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .json_object import JsonObject
    from .task_status import TaskStatus


@_define(kw_only=True, eq=False, repr=False)
class Task(_Model):
    """A task with all that is known of it. All times are Unix milliseconds."""

    task_id: str
    """Id of the task."""
    title: str
    """What is to be done, in a few words."""
    status: TaskStatus
    """The state of a task:

    - `pending`: nobody works on it yet
    - `in_progress`: somebody works on it
    - `completed`: done; the task is removed 30 days later
    - `failed`: given up, see `error`
    - `cancelled`: no longer wanted
    - `blocked`: it cannot go on, see `blockedReason`

    Known values: "pending", "in_progress", "completed", "failed", "cancelled", "blocked".
    """
    org_id: str | Unset = UNSET
    """The organisation that the task belongs to."""
    task_list_id: str | Unset | None = UNSET
    """The list that the task is in; null if in none."""
    description: str | Unset = UNSET
    """What is to be done, at length."""
    assigned_agent_id: str | Unset | None = UNSET
    """The agent that is to do it; null if nobody is named."""
    created_by_agent_id: str | Unset | None = UNSET
    """The agent that created the task; null if it was no agent."""
    depends_on: list[str] | Unset = UNSET
    """Ids of the tasks that should be done before this one."""
    metadata: JsonObject | Unset = UNSET
    """Facts of your own about the task, as they were last sent."""
    progress: float | Unset = UNSET
    """Share of the work that is done, from 0 to 1. 0 to 1."""
    progress_message: str | Unset = UNSET
    """How far the work is, in words."""
    result: JsonObject | Unset | None = UNSET
    """What came out, as the worker reported it; null until then."""
    error: str | Unset | None = UNSET
    """What went wrong, as the worker reported it; null if nothing did."""
    retry_count: int | Unset = UNSET
    """How often the work was tried again, as the worker reported it."""
    max_retries: int | Unset = UNSET
    """How often the work may be tried again. 0 to 10."""
    created_at: int | Unset = UNSET
    """When the task was created, in Unix milliseconds."""
    updated_at: int | Unset = UNSET
    """When the task was last changed, in Unix milliseconds."""
    started_at: int | Unset | None = UNSET
    """When it went from `pending` to `in_progress`, in Unix milliseconds; null before."""
    completed_at: int | Unset | None = UNSET
    """When it became `completed`, `failed` or `cancelled`, in Unix milliseconds; null before."""
    expires_at: int | Unset | None = UNSET
    """When the task will be removed, in Unix milliseconds; null unless it is `completed`."""
    blocked_reason: str | Unset | None = UNSET
    """Why the task cannot go on; null if it can."""
    blocked_by_task_ids: list[str] | Unset | None = UNSET
    """The tasks that hold it up; null if none is named."""
    blocked_at: int | Unset | None = UNSET
    """When it became `blocked`, in Unix milliseconds; null if it is not."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            task_id=get("taskId", UNSET),
            title=get("title", UNSET),
            status=get("status", UNSET),
            org_id=get("orgId", UNSET),
            task_list_id=get("taskListId", UNSET),
            description=get("description", UNSET),
            assigned_agent_id=get("assignedAgentId", UNSET),
            created_by_agent_id=get("createdByAgentId", UNSET),
            depends_on=get("dependsOn", UNSET),
            metadata=get("metadata", UNSET),
            progress=get("progress", UNSET),
            progress_message=get("progressMessage", UNSET),
            result=get("result", UNSET),
            error=get("error", UNSET),
            retry_count=get("retryCount", UNSET),
            max_retries=get("maxRetries", UNSET),
            created_at=get("createdAt", UNSET),
            updated_at=get("updatedAt", UNSET),
            started_at=get("startedAt", UNSET),
            completed_at=get("completedAt", UNSET),
            expires_at=get("expiresAt", UNSET),
            blocked_reason=get("blockedReason", UNSET),
            blocked_by_task_ids=get("blockedByTaskIds", UNSET),
            blocked_at=get("blockedAt", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "taskId": self.task_id,
                "title": self.title,
                "status": self.status,
                "orgId": self.org_id,
                "taskListId": self.task_list_id,
                "description": self.description,
                "assignedAgentId": self.assigned_agent_id,
                "createdByAgentId": self.created_by_agent_id,
                "dependsOn": self.depends_on,
                "metadata": wire(self.metadata),
                "progress": self.progress,
                "progressMessage": self.progress_message,
                "result": wire(self.result),
                "error": self.error,
                "retryCount": self.retry_count,
                "maxRetries": self.max_retries,
                "createdAt": self.created_at,
                "updatedAt": self.updated_at,
                "startedAt": self.started_at,
                "completedAt": self.completed_at,
                "expiresAt": self.expires_at,
                "blockedReason": self.blocked_reason,
                "blockedByTaskIds": self.blocked_by_task_ids,
                "blockedAt": self.blocked_at,
            }
        )


_NAMES = {
    "taskId": "task_id",
    "title": "title",
    "status": "status",
    "orgId": "org_id",
    "taskListId": "task_list_id",
    "description": "description",
    "assignedAgentId": "assigned_agent_id",
    "createdByAgentId": "created_by_agent_id",
    "dependsOn": "depends_on",
    "metadata": "metadata",
    "progress": "progress",
    "progressMessage": "progress_message",
    "result": "result",
    "error": "error",
    "retryCount": "retry_count",
    "maxRetries": "max_retries",
    "createdAt": "created_at",
    "updatedAt": "updated_at",
    "startedAt": "started_at",
    "completedAt": "completed_at",
    "expiresAt": "expires_at",
    "blockedReason": "blocked_reason",
    "blockedByTaskIds": "blocked_by_task_ids",
    "blockedAt": "blocked_at",
}
