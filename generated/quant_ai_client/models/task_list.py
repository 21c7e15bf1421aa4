# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .task_summary import TaskSummary


@_define(kw_only=True, eq=False, repr=False)
class TaskList(_Model):
    """Tasks found. Without `dependsOn` the tasks are in `tasks`; with it their ids are in `taskIds`, and
    `tasks` is there only if `includeDetails` was true.
    """

    count: int
    """Number of tasks in this reply, not of all that match."""
    tasks: list[TaskSummary] | Unset = UNSET
    """The tasks, newest first."""
    task_ids: list[str] | Unset = UNSET
    """Ids of the tasks that depend on `dependsOn`."""
    depends_on: str | Unset = UNSET
    """The task that was asked about."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            count=get("count", UNSET),
            tasks=each(TaskSummary.from_dict, get("tasks", UNSET), "tasks"),
            task_ids=get("taskIds", UNSET),
            depends_on=get("dependsOn", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "count": self.count,
                "tasks": wire(self.tasks),
                "taskIds": self.task_ids,
                "dependsOn": self.depends_on,
            }
        )


_NAMES = {"count": "count", "tasks": "tasks", "taskIds": "task_ids", "dependsOn": "depends_on"}
