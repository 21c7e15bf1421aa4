# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls
from ..types import NOT_SENT
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
        org_id (str | None): Machine name of the organisation.
        task_list_id (str | None): Id of the task list; None if the task is in none.
        description (str | None): What to do, in detail.
        assigned_agent_id (str | None): Agent assigned to the task; None if there is none.
        progress (float | None): Progress, from 0 to 1.
        blocked_reason (str | None): Why the task is blocked; None if it is not.
        blocked_by_task_ids (list[str] | None): Ids of the tasks that block this one; None if none are
            given.
        created_at (int | None): When the task was created, in Unix milliseconds.
        updated_at (int | None): When the task was last changed, in Unix milliseconds.
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
    progress: float | None = None
    """Progress, from 0 to 1."""
    blocked_reason: str | None = NOT_SENT
    """Why the task is blocked; None if it is not."""
    blocked_by_task_ids: list[str] | None = NOT_SENT
    """Ids of the tasks that block this one; None if none are given."""
    created_at: int | None = None
    """When the task was created, in Unix milliseconds."""
    updated_at: int | None = None
    """When the task was last changed, in Unix milliseconds."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
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
    _nullable: ClassVar = {
        "taskListId": "task_list_id",
        "assignedAgentId": "assigned_agent_id",
        "blockedReason": "blocked_reason",
        "blockedByTaskIds": "blocked_by_task_ids",
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
        made.progress = rest.pop("progress", None)
        made.blocked_reason = rest.pop("blockedReason", None)
        made.blocked_by_task_ids = rest.pop("blockedByTaskIds", None)
        made.created_at = rest.pop("createdAt", None)
        made.updated_at = rest.pop("updatedAt", None)
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
        if self.progress is not None:
            made["progress"] = self.progress
        if self.blocked_reason is not None:
            made["blockedReason"] = self.blocked_reason
        if self.blocked_by_task_ids is not None:
            made["blockedByTaskIds"] = self.blocked_by_task_ids
        if self.created_at is not None:
            made["createdAt"] = self.created_at
        if self.updated_at is not None:
            made["updatedAt"] = self.updated_at
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
