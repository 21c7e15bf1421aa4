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
class DependencyNode(_Model):
    """A task and its neighbours in the graph, with enough about it to draw it."""

    depends_on: list[str]
    """Ids of the tasks that this one waits for."""
    dependents: list[str]
    """Ids of the tasks that wait for this one."""
    task_id: str | Unset = UNSET
    """Id of the task, the same as the key that it stands under."""
    title: str | Unset = UNSET
    """What is to be done, in a few words."""
    status: TaskStatus | Unset = UNSET
    """The state of a task:

    - `pending`: nobody works on it yet
    - `in_progress`: somebody works on it
    - `completed`: done; the task is removed 30 days later
    - `failed`: given up, see `error`
    - `cancelled`: no longer wanted
    - `blocked`: it cannot go on, see `blockedReason`

    Known values: "pending", "in_progress", "completed", "failed", "cancelled", "blocked".
    """
    assigned_agent_id: str | Unset | None = UNSET
    """The agent that is to do it; null if nobody is named."""
    progress: float | Unset = UNSET
    """Share of the work that is done, from 0 to 1. 0 to 1."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            depends_on=get("dependsOn", UNSET),
            dependents=get("dependents", UNSET),
            task_id=get("taskId", UNSET),
            title=get("title", UNSET),
            status=get("status", UNSET),
            assigned_agent_id=get("assignedAgentId", UNSET),
            progress=get("progress", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "dependsOn": self.depends_on,
                "dependents": self.dependents,
                "taskId": self.task_id,
                "title": self.title,
                "status": self.status,
                "assignedAgentId": self.assigned_agent_id,
                "progress": self.progress,
            }
        )


_NAMES = {
    "dependsOn": "depends_on",
    "dependents": "dependents",
    "taskId": "task_id",
    "title": "title",
    "status": "status",
    "assignedAgentId": "assigned_agent_id",
    "progress": "progress",
}
