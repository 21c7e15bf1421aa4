# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .dependency_map import DependencyMap, decode_dependency_map


@_define(kw_only=True, eq=False, repr=False)
class DependencyGraph(_Model):
    """The dependencies within a task list.

    Attributes:
        task_list_id (str): Id of the task list.
        graph (DependencyMap): All tasks of the list, by `task_id`.
        task_count (int | Unset): Number of tasks in the list.
        roots (list[str] | Unset): Ids of the tasks that depend on no other; work can begin with them.
        leaves (list[str] | Unset): Ids of the tasks that no other depends on; work ends with them.
    """

    task_list_id: str
    """Id of the task list."""
    graph: DependencyMap
    """All tasks of the list, by `task_id`."""
    task_count: int | Unset = UNSET
    """Number of tasks in the list."""
    roots: list[str] | Unset = UNSET
    """Ids of the tasks that depend on no other; work can begin with them."""
    leaves: list[str] | Unset = UNSET
    """Ids of the tasks that no other depends on; work ends with them."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"task_list_id": "taskListId", "task_count": "taskCount"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.task_list_id = rest.pop("taskListId", UNSET)
        made.graph = nested(decode_dependency_map, rest.pop("graph", UNSET), "graph")
        made.task_count = rest.pop("taskCount", UNSET)
        made.roots = rest.pop("roots", UNSET)
        made.leaves = rest.pop("leaves", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.task_list_id, Unset):
            made["taskListId"] = self.task_list_id
        if not isinstance(self.graph, Unset):
            made["graph"] = wire(self.graph)
        if self.task_count is not UNSET:
            made["taskCount"] = self.task_count
        if self.roots is not UNSET:
            made["roots"] = self.roots
        if self.leaves is not UNSET:
            made["leaves"] = self.leaves
        return made
