# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .task_status import TaskStatus


@_define(kw_only=True, eq=False, repr=False)
class TaskSummary(_Model):
    """A task as it appears in lists."""

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
    progress: float | Unset = UNSET
    """Share of the work that is done, from 0 to 1. 0 to 1."""
    blocked_reason: str | Unset | None = UNSET
    """Why the task cannot go on; null if it can."""
    blocked_by_task_ids: list[str] | Unset | None = UNSET
    """The tasks that hold it up; null if none is named."""
    created_at: int | Unset = UNSET
    """When the task was created, in Unix milliseconds."""
    updated_at: int | Unset = UNSET
    """When the task was last changed, in Unix milliseconds."""
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
            progress=get("progress", UNSET),
            blocked_reason=get("blockedReason", UNSET),
            blocked_by_task_ids=get("blockedByTaskIds", UNSET),
            created_at=get("createdAt", UNSET),
            updated_at=get("updatedAt", UNSET),
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
                "progress": self.progress,
                "blockedReason": self.blocked_reason,
                "blockedByTaskIds": self.blocked_by_task_ids,
                "createdAt": self.created_at,
                "updatedAt": self.updated_at,
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
    "progress": "progress",
    "blockedReason": "blocked_reason",
    "blockedByTaskIds": "blocked_by_task_ids",
    "createdAt": "created_at",
    "updatedAt": "updated_at",
}
