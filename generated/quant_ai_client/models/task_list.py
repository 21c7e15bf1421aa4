# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .task_summary import TaskSummary


@_define(kw_only=True, eq=False, repr=False)
class TaskList(_Model):
    """The tasks found. Without `depends_on` they are in `tasks`; with it their ids are in `task_ids`, and
    `tasks` is only present if `include_details` was true.

    Attributes:
        count (int): Number of tasks in the reply, not of all matches.
        tasks (list[TaskSummary] | Unset): The tasks, newest first.
        task_ids (list[str] | Unset): Ids of the tasks that depend on `depends_on`.
        depends_on (str | Unset): The task whose dependents were requested.
    """

    count: int
    """Number of tasks in the reply, not of all matches."""
    tasks: list[TaskSummary] | Unset = UNSET
    """The tasks, newest first."""
    task_ids: list[str] | Unset = UNSET
    """Ids of the tasks that depend on `depends_on`."""
    depends_on: str | Unset = UNSET
    """The task whose dependents were requested."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"task_ids": "taskIds", "depends_on": "dependsOn"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.count = rest.pop("count", UNSET)
        made.tasks = each(TaskSummary.from_dict, rest.pop("tasks", UNSET), "tasks")
        made.task_ids = rest.pop("taskIds", UNSET)
        made.depends_on = rest.pop("dependsOn", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.count, Unset):
            made["count"] = self.count
        if self.tasks is not UNSET:
            made["tasks"] = wire(self.tasks)
        if self.task_ids is not UNSET:
            made["taskIds"] = self.task_ids
        if self.depends_on is not UNSET:
            made["dependsOn"] = self.depends_on
        return made
