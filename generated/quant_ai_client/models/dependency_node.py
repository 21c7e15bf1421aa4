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
class DependencyNode(_Model):
    """A task and its neighbours in the graph, with enough details to draw it.

    Attributes:
        depends_on (list[str]): Ids of the tasks that this one depends on.
        dependents (list[str]): Ids of the tasks that depend on this one.
        task_id (str | Unset): Id of the task, the same as its key.
        title (str | Unset): What to do, in a few words.
        status (TaskStatus | Unset): Status of a task. Known values: "pending", "in_progress", "completed",
            "failed", "cancelled", "blocked".
        assigned_agent_id (str | Unset | None): Agent assigned to the task; None if there is none.
        progress (float | Unset): Progress, from 0 to 1.
    """

    depends_on: list[str]
    """Ids of the tasks that this one depends on."""
    dependents: list[str]
    """Ids of the tasks that depend on this one."""
    task_id: str | Unset = UNSET
    """Id of the task, the same as its key."""
    title: str | Unset = UNSET
    """What to do, in a few words."""
    status: TaskStatus | Unset = UNSET
    """Status of a task:

    - `pending`: not started
    - `in_progress`: being worked on
    - `completed`: done; the task is removed 30 days later
    - `failed`: failed, see `error`
    - `cancelled`: cancelled
    - `blocked`: cannot continue, see `blocked_reason`
    """
    assigned_agent_id: str | Unset | None = UNSET
    """Agent assigned to the task; None if there is none."""
    progress: float | Unset = UNSET
    """Progress, from 0 to 1."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"depends_on": "dependsOn", "task_id": "taskId", "assigned_agent_id": "assignedAgentId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.depends_on = rest.pop("dependsOn", UNSET)
        made.dependents = rest.pop("dependents", UNSET)
        made.task_id = rest.pop("taskId", UNSET)
        made.title = rest.pop("title", UNSET)
        made.status = rest.pop("status", UNSET)
        made.assigned_agent_id = rest.pop("assignedAgentId", UNSET)
        made.progress = rest.pop("progress", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.depends_on, Unset):
            made["dependsOn"] = self.depends_on
        if not isinstance(self.dependents, Unset):
            made["dependents"] = self.dependents
        if self.task_id is not UNSET:
            made["taskId"] = self.task_id
        if self.title is not UNSET:
            made["title"] = self.title
        if self.status is not UNSET:
            made["status"] = self.status
        if self.assigned_agent_id is not UNSET:
            made["assignedAgentId"] = self.assigned_agent_id
        if self.progress is not UNSET:
            made["progress"] = self.progress
        return made
