"""Fill a schema's defaults into a request, so that no handler states one a second time.

A plan is made once for each schema; filling it in then touches only properties that have a default somewhere below.
Whole numbers written as `5.0` fit an integer schema in JSON Schema; they become integers here as well.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Follow: TypeAlias = Callable[[Any], Any]
"""Resolves the reference that a schema may be."""

LARGEST = 2**63 - 1  # an integer beyond this is read as a float, and could not be written as an integer again


@dataclass
class Defaults:
    """What to fill in at one place of a value, and below it."""

    values: dict[str, Any] = field(default_factory=dict)
    integers: set[str] = field(default_factory=set)
    below: dict[str, Defaults] = field(default_factory=dict)
    items: Defaults | None = None

    def __bool__(self) -> bool:
        return bool(self.values or self.integers or self.below or self.items)

    def fill(self, value: Any) -> None:
        """Fill in, in place."""
        if isinstance(value, dict):
            for name, default in self.values.items():
                if name not in value:
                    value[name] = copy.deepcopy(default) if isinstance(default, (dict, list)) else default
            for name in self.integers:
                if type(value.get(name)) is float:
                    value[name] = max(-LARGEST, min(LARGEST, int(value[name])))
            for name, inner in self.below.items():
                if name in value:
                    inner.fill(value[name])
        elif isinstance(value, list) and self.items is not None:
            for item in value:
                self.items.fill(item)


def plan(follow: Follow, source: Any, above: tuple[int, ...] = ()) -> Defaults | None:
    """Make the plan of a schema, or None where there is nothing to fill in.

    Members of anyOf and oneOf are left out: which of them a value fits is not known here, and an absent property may
    be what tells them apart. A schema that contains itself is followed once.
    """
    source = follow(source)
    if not isinstance(source, dict) or id(source) in above:
        return None
    above = (*above, id(source))
    found = Defaults()
    for name, inner in source.get("properties", {}).items():
        resolved = follow(inner)
        if not isinstance(resolved, dict):
            continue
        if "default" in resolved:
            found.values[name] = resolved["default"]
        if resolved.get("type") in ("integer", ["integer", "null"]):
            found.integers.add(name)
        below = plan(follow, resolved, above)
        if below:
            found.below[name] = below
    found.items = plan(follow, source.get("items"), above) if isinstance(source.get("items"), dict) else None
    for member in source.get("allOf", []):
        extra = plan(follow, member, above)
        if extra:
            found.values |= extra.values
            found.integers |= extra.integers
            found.below |= extra.below
            found.items = found.items or extra.items
    return found or None
