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
class DependencyNode(_Model):
    """A task and its neighbours in the graph, with enough details to draw it.

    Attributes:
        depends_on (list[str]): Ids of the tasks that this one depends on.
        dependents (list[str]): Ids of the tasks that depend on this one.
        task_id (str | None): Id of the task, the same as its key.
        title (str | None): What to do, in a few words.
        status (TaskStatus | None): Status of a task. Known values: "pending", "in_progress", "completed",
            "failed", "cancelled", "blocked".
        assigned_agent_id (str | None): Agent assigned to the task; None if there is none.
        progress (float | None): Progress, from 0 to 1.
    """

    depends_on: list[str]
    """Ids of the tasks that this one depends on."""
    dependents: list[str]
    """Ids of the tasks that depend on this one."""
    task_id: str | None = None
    """Id of the task, the same as its key."""
    title: str | None = None
    """What to do, in a few words."""
    status: TaskStatus | None = None
    """Status of a task:

    - `pending`: not started
    - `in_progress`: being worked on
    - `completed`: done; the task is removed 30 days later
    - `failed`: failed, see `error`
    - `cancelled`: cancelled
    - `blocked`: cannot continue, see `blocked_reason`
    """
    assigned_agent_id: str | None = NOT_SENT
    """Agent assigned to the task; None if there is none."""
    progress: float | None = None
    """Progress, from 0 to 1."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {"depends_on": "dependsOn", "task_id": "taskId", "assigned_agent_id": "assignedAgentId"}
    _nullable: ClassVar = {"assignedAgentId": "assigned_agent_id"}

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
        made.depends_on = rest.pop("dependsOn", None)
        made.dependents = rest.pop("dependents", None)
        made.task_id = rest.pop("taskId", None)
        made.title = rest.pop("title", None)
        made.status = rest.pop("status", None)
        made.assigned_agent_id = rest.pop("assignedAgentId", None)
        made.progress = rest.pop("progress", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.depends_on is not None:
            made["dependsOn"] = self.depends_on
        if self.dependents is not None:
            made["dependents"] = self.dependents
        if self.task_id is not None:
            made["taskId"] = self.task_id
        if self.title is not None:
            made["title"] = self.title
        if self.status is not None:
            made["status"] = self.status
        if self.assigned_agent_id is not None:
            made["assignedAgentId"] = self.assigned_agent_id
        if self.progress is not None:
            made["progress"] = self.progress
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
