"""Fill a schema's defaults into a request, so that no handler repeats one.

A plan is made once for each schema; applying it touches only the properties that have a default somewhere below. JSON
Schema allows `5.0` for an integer; such numbers become integers here too.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Resolve: TypeAlias = Callable[[Any], Any]
"""Gives the schema itself where a reference stands for it."""

MAX_INTEGER = 2**63 - 1  # what the services calculate with
MAX_NUMBER = 1e300


@dataclass
class Defaults:
    """The defaults of one value, and of the values below it."""

    values: dict[str, Any] = field(default_factory=dict)
    integers: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    below: dict[str, Defaults] = field(default_factory=dict)
    items: Defaults | None = None

    def __bool__(self) -> bool:
        return bool(self.values or self.integers or self.numbers or self.below or self.items)

    def fill(self, value: Any, *, exact: bool = False) -> None:
        """Fill the defaults into a value, in place.

        Without `exact`, numbers are brought into a range with which one can calculate.
        """
        if isinstance(value, dict):
            for name, default in self.values.items():
                if name not in value:
                    value[name] = copy.deepcopy(default) if isinstance(default, (dict, list)) else default
            for name in self.integers:
                number = value.get(name)
                if type(number) is float or (type(number) is int and not exact):
                    value[name] = int(number) if exact else max(-MAX_INTEGER, min(MAX_INTEGER, int(number)))
            for name in () if exact else self.numbers:
                if type(value.get(name)) is int and abs(value[name]) > MAX_INTEGER:
                    value[name] = float(max(-int(MAX_NUMBER), min(int(MAX_NUMBER), value[name])))
            for name, inner in self.below.items():
                if name in value:
                    inner.fill(value[name], exact=exact)
        elif isinstance(value, list) and self.items is not None:
            for item in value:
                self.items.fill(item, exact=exact)


def plan_defaults(resolve: Resolve, source: Any, above: tuple[int, ...] = ()) -> Defaults | None:
    """Collect the defaults of a schema; None if it has none.

    Members of anyOf and oneOf are left out: it is not known here which of them a value fits, and an absent property may
    be what distinguishes them. A schema that contains itself is followed once.
    """
    source = resolve(source)
    if not isinstance(source, dict) or id(source) in above:
        return None
    above = (*above, id(source))
    found = Defaults()
    for name, inner in source.get("properties", {}).items():
        resolved = resolve(inner)
        if not isinstance(resolved, dict):
            continue
        if "default" in resolved:
            found.values[name] = resolved["default"]
        if resolved.get("type") in ("integer", ["integer", "null"]):
            found.integers.add(name)
        elif resolved.get("type") in ("number", ["number", "null"]):
            found.numbers.add(name)
        below = plan_defaults(resolve, resolved, above)
        if below:
            found.below[name] = below
    found.items = plan_defaults(resolve, source.get("items"), above) if isinstance(source.get("items"), dict) else None
    for member in source.get("allOf", []):
        extra = plan_defaults(resolve, member, above)
        if extra:
            found.values |= extra.values
            found.integers |= extra.integers
            found.numbers |= extra.numbers
            found.below |= extra.below
            found.items = found.items or extra.items
    return found or None
