# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .dependency_map import decode_dependency_map

if TYPE_CHECKING:
    from .dependency_map import DependencyMap


@_define(kw_only=True, eq=False, repr=False)
class DependencyGraph(_Model):
    """Who waits for whom in a task list."""

    task_list_id: str
    """The list that was asked about."""
    graph: DependencyMap
    """Every task of the list under its `taskId`."""
    task_count: int | Unset = UNSET
    """Number of tasks in the list."""
    roots: list[str] | Unset = UNSET
    """Ids of the tasks that wait for none; work can begin with them."""
    leaves: list[str] | Unset = UNSET
    """Ids of the tasks that no other waits for; work ends with them."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            task_list_id=get("taskListId", UNSET),
            graph=nested(decode_dependency_map, get("graph", UNSET), "graph"),
            task_count=get("taskCount", UNSET),
            roots=get("roots", UNSET),
            leaves=get("leaves", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "taskListId": self.task_list_id,
                "graph": wire(self.graph),
                "taskCount": self.task_count,
                "roots": self.roots,
                "leaves": self.leaves,
            }
        )


_NAMES = {
    "taskListId": "task_list_id",
    "graph": "graph",
    "taskCount": "task_count",
    "roots": "roots",
    "leaves": "leaves",
}
