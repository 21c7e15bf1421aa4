# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model
from .task_status import TaskStatus


@_define(kw_only=True, eq=False, repr=False)
class TaskSummary(_Model):
    """A task as shown in lists.

    Attributes:
        task_id (str): Id of the task.
        title (str): What to do, in a few words.
        status (TaskStatus): Status of a task. Known values: "pending", "in_progress", "completed",
            "failed", "cancelled", "blocked".
        org_id (str | Unset): Machine name of the organisation.
        task_list_id (str | Unset | None): Id of the task list; None if the task is in none.
        description (str | Unset): What to do, in detail.
        assigned_agent_id (str | Unset | None): Agent assigned to the task; None if there is none.
        progress (float | Unset): Progress, from 0 to 1.
        blocked_reason (str | Unset | None): Why the task is blocked; None if it is not.
        blocked_by_task_ids (list[str] | Unset | None): Ids of the tasks that block this one; None if none
            are given.
        created_at (int | Unset): When the task was created, in Unix milliseconds.
        updated_at (int | Unset): When the task was last changed, in Unix milliseconds.
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
    progress: float | Unset = UNSET
    """Progress, from 0 to 1."""
    blocked_reason: str | Unset | None = UNSET
    """Why the task is blocked; None if it is not."""
    blocked_by_task_ids: list[str] | Unset | None = UNSET
    """Ids of the tasks that block this one; None if none are given."""
    created_at: int | Unset = UNSET
    """When the task was created, in Unix milliseconds."""
    updated_at: int | Unset = UNSET
    """When the task was last changed, in Unix milliseconds."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "task_id": "taskId",
        "org_id": "orgId",
        "task_list_id": "taskListId",
        "assigned_agent_id": "assignedAgentId",
        "blocked_reason": "blockedReason",
        "blocked_by_task_ids": "blockedByTaskIds",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
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
        made.progress = rest.pop("progress", UNSET)
        made.blocked_reason = rest.pop("blockedReason", UNSET)
        made.blocked_by_task_ids = rest.pop("blockedByTaskIds", UNSET)
        made.created_at = rest.pop("createdAt", UNSET)
        made.updated_at = rest.pop("updatedAt", UNSET)
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
        if self.progress is not UNSET:
            made["progress"] = self.progress
        if self.blocked_reason is not UNSET:
            made["blockedReason"] = self.blocked_reason
        if self.blocked_by_task_ids is not UNSET:
            made["blockedByTaskIds"] = self.blocked_by_task_ids
        if self.created_at is not UNSET:
            made["createdAt"] = self.created_at
        if self.updated_at is not UNSET:
            made["updatedAt"] = self.updated_at
        return made
