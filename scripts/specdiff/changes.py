"""The changes between two specs, and the graph that says which operations each change affects."""

from __future__ import annotations

from collections.abc import Hashable
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["removed", "changed", "added"]


@dataclass(frozen=True)
class Change:
    """A difference that users notice."""

    kind: Kind
    breaking: bool
    where: str
    what: str
    operations: tuple[str, ...] = ()


@dataclass
class _Node:
    changes: list[Change] = field(default_factory=list)
    uses: set[Hashable] = field(default_factory=set)


class Changes:
    """Collects changes by node: the operations, and the components that they use. Each is compared once."""

    def __init__(self) -> None:
        self._nodes: dict[Hashable, _Node] = {}
        self._stack: list[_Node] = []
        self._operations: dict[str, Hashable] = {}

    def add(self, kind: Kind, breaking: bool, where: str, what: str) -> None:
        self._stack[-1].changes.append(Change(kind, breaking, where, what))

    @contextmanager
    def node(self, key: Hashable, operation: str | None = None) -> Iterator[bool]:
        """Add changes to a node, which the current node uses; yields False if it has been compared already."""
        if self._stack:
            self._stack[-1].uses.add(key)
        if operation is not None:
            self._operations[operation] = key
        fresh = key not in self._nodes
        self._stack.append(self._nodes.setdefault(key, _Node()))
        try:
            yield fresh
        finally:
            self._stack.pop()

    def result(self) -> list[Change]:
        """All changes, each with the operations that it affects; breaking changes first."""
        touched: dict[Hashable, set[str]] = {}
        for operation, start in self._operations.items():
            pending, seen = [start], set()
            while pending:
                key = pending.pop()
                if key not in seen:
                    seen.add(key)
                    touched.setdefault(key, set()).add(operation)
                    pending.extend(self._nodes[key].uses)
        merged: dict[Change, set[str]] = {}
        for key, node in self._nodes.items():
            for change in node.changes:
                merged.setdefault(change, set()).update(touched.get(key, ()))
        kinds = ("removed", "changed", "added")
        ordered = sorted(merged, key=lambda one: (not one.breaking, kinds.index(one.kind), one.where, one.what))
        return [Change(one.kind, one.breaking, one.where, one.what, tuple(sorted(merged[one]))) for one in ordered]
