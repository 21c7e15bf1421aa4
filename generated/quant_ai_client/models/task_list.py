# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .task_summary import TaskSummary


@_define(kw_only=True, eq=False, repr=False)
class TaskList(_Model):
    """The tasks found. Without `depends_on` they are in `tasks`; with it their ids are in `task_ids`, and
    `tasks` is only present if `include_details` was true.

    Attributes:
        count (int): Number of tasks in the reply, not of all matches.
        tasks (list[TaskSummary] | None): The tasks, newest first.
        task_ids (list[str] | None): Ids of the tasks that depend on `depends_on`.
        depends_on (str | None): The task whose dependents were requested.
    """

    count: int
    """Number of tasks in the reply, not of all matches."""
    tasks: list[TaskSummary] | None = None
    """The tasks, newest first."""
    task_ids: list[str] | None = None
    """Ids of the tasks that depend on `depends_on`."""
    depends_on: str | None = None
    """The task whose dependents were requested."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"task_ids": "taskIds", "depends_on": "dependsOn"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.count = rest.pop("count", None)
        made.tasks = each_or_kept(TaskSummary.from_dict, rest.pop("tasks", None))
        made.task_ids = rest.pop("taskIds", None)
        made.depends_on = rest.pop("dependsOn", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.count is not None:
            made["count"] = self.count
        if self.tasks is not None:
            made["tasks"] = wire(self.tasks)
        if self.task_ids is not None:
            made["taskIds"] = self.task_ids
        if self.depends_on is not None:
            made["dependsOn"] = self.depends_on
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
