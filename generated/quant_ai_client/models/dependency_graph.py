# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .dependency_map import DependencyMap, decode_dependency_map


@_define(kw_only=True, eq=False, repr=False)
class DependencyGraph(_Model):
    """The dependencies within a task list.

    Attributes:
        task_list_id (str): Id of the task list.
        graph (DependencyMap): All tasks of the list, by `task_id`.
        task_count (int | None): Number of tasks in the list.
        roots (list[str] | None): Ids of the tasks that depend on no other; work can begin with them.
        leaves (list[str] | None): Ids of the tasks that no other depends on; work ends with them.
    """

    task_list_id: str
    """Id of the task list."""
    graph: DependencyMap
    """All tasks of the list, by `task_id`."""
    task_count: int | None = None
    """Number of tasks in the list."""
    roots: list[str] | None = None
    """Ids of the tasks that depend on no other; work can begin with them."""
    leaves: list[str] | None = None
    """Ids of the tasks that no other depends on; work ends with them."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"task_list_id": "taskListId", "task_count": "taskCount"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.task_list_id = rest.pop("taskListId", None)
        made.graph = nested(decode_dependency_map, rest.pop("graph", None), "graph")
        made.task_count = rest.pop("taskCount", None)
        made.roots = rest.pop("roots", None)
        made.leaves = rest.pop("leaves", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.task_list_id is not None:
            made["taskListId"] = self.task_list_id
        if self.graph is not None:
            made["graph"] = wire(self.graph)
        if self.task_count is not None:
            made["taskCount"] = self.task_count
        if self.roots is not None:
            made["roots"] = self.roots
        if self.leaves is not None:
            made["leaves"] = self.leaves
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
