"""Compare two schemas in one direction: what a request may contain, or what a reply may contain.

A request breaks if it allows less than before; a reply breaks if it has more kinds of values, or fewer fields. Enums
and unions of replies are open in the client, so a new member does not break it, and a removed one does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from openapi import Spec, adds_nothing, ref_name
from specdiff.changes import Changes

Direction = Literal["request", "reply"]

_ANNOTATIONS = {"description", "default", "examples", "deprecated"}
_CONSTRAINTS = ("not", "if", "then", "else", "anyOf", "oneOf", "allOf", "dependentRequired", "minProperties")
# Bounds, and whether a greater value takes less.
_BOUNDS = {
    "minimum": True,
    "exclusiveMinimum": True,
    "minLength": True,
    "minItems": True,
    "maximum": False,
    "exclusiveMaximum": False,
    "maxLength": False,
    "maxItems": False,
}
_ABSENT = "nothing"


@dataclass
class _View:
    """A schema with references followed, and with null and the default taken out."""

    value: dict[str, Any]
    name: str | None = None
    nullable: bool = False
    default: Any = _ABSENT

    @property
    def types(self) -> set[str]:
        given = self.value.get("type", [])
        return set([given] if isinstance(given, str) else given) - {"null"}

    @property
    def members(self) -> list[Any] | None:
        """Members of a union."""
        for word in ("anyOf", "oneOf"):
            found = self.value.get(word)
            known = set(self.value.get("properties") or {})
            if isinstance(found, list) and not all(adds_nothing(member, known) for member in found):
                return [member for member in found if member != {"type": "null"}]
        return None


class SchemaDiffer:
    """Compares schemas of two specs; each pair of components once in each direction."""

    def __init__(self, old: Spec, new: Spec, changes: Changes) -> None:
        self.old, self.new, self.changes = old, new, changes

    def compare(self, old: Any, new: Any, direction: Direction, where: str) -> None:
        before, after = _view(self.old, old), _view(self.new, new)
        self._nullable(before, after, direction, where)
        if direction == "request" and before.default != after.default:
            breaking = before.default is not _ABSENT
            self.changes.add("changed", breaking, where, f"default was {before.default!r}, is {after.default!r}")
        if before.name and after.name:
            with self.changes.node((before.name, after.name, direction)) as fresh:
                if fresh:
                    self._body(before, after, direction, _title(before.name, direction))
        else:
            self._body(before, after, direction, where)

    def _nullable(self, old: _View, new: _View, direction: Direction, where: str) -> None:
        if new.nullable and not old.nullable:
            self.changes.add("changed", direction == "reply", where, "may be null")
        elif old.nullable and not new.nullable:
            self.changes.add("changed", direction == "request", where, "may no longer be null")

    def _body(self, old: _View, new: _View, direction: Direction, where: str) -> None:
        if old.members is not None or new.members is not None:
            self._union(old, new, direction, where)
            return
        if old.types != new.types:
            wider, narrower = _covers(new.types, old.types), _covers(old.types, new.types)
            safe = wider if direction == "request" else narrower
            self.changes.add("changed", not safe, where, f"type was {_list(old.types)}, is {_list(new.types)}")
            if not (wider or narrower):
                return
        self._values(old.value, new.value, direction, where)
        self._bounds(old.value, new.value, direction, where)
        self._properties(old.value, new.value, direction, where)
        for word, suffix in (("items", "[]"), ("additionalProperties", ".*"), ("contentSchema", "")):
            before, after = ({} if (found := side.value.get(word, {})) is True else found for side in (old, new))
            if isinstance(before, dict) and isinstance(after, dict):
                if before or after:
                    self.compare(before, after, direction, f"{where}{suffix}")
            elif before != after:
                closed = after is False and direction == "request"
                self.changes.add("changed", closed, where, f"{word} was {before}, is {after}")

    def _union(self, old: _View, new: _View, direction: Direction, where: str) -> None:
        before, after = (_labelled(view) for view in (old, new))
        for label in before.keys() - after.keys():
            self.changes.add("removed", True, where, f"{label} is no longer a member")
        # A union is open, but a schema that was not a union had one type in code.
        breaking = old.members is None and direction == "reply"
        for label in after.keys() - before.keys():
            self.changes.add("added", breaking, where, f"{label} is a new member")
        for label in sorted(before.keys() & after.keys()):
            self.compare(before[label], after[label], direction, where)

    def _values(self, old: dict[str, Any], new: dict[str, Any], direction: Direction, where: str) -> None:
        if "const" in old and "const" in new and old["const"] != new["const"]:
            self.changes.add("changed", True, where, f"const was {old['const']}, is {new['const']}")
            return
        for word in ("format", "contentMediaType", "x-alias-of"):
            if old.get(word) != new.get(word):
                breaking = word != "x-alias-of"
                what = f"{word} was {old.get(word, _ABSENT)}, is {new.get(word, _ABSENT)}"
                self.changes.add("changed", breaking, where, what)
        before, after = ([side["const"]] if "const" in side else side.get("enum") for side in (old, new))
        if before is not None and after is not None:
            for value in [value for value in before if value not in after]:
                self.changes.add("removed", True, where, f"{value} is no longer a value")
            for value in [value for value in after if value not in before]:
                self.changes.add("added", False, where, f"{value} is a new value")
        elif before != after:
            breaking = before is None and direction == "request"
            what = f"takes only {', '.join(map(str, after))}" if after else "takes any value"
            self.changes.add("changed", breaking, where, what)

    def _bounds(self, old: dict[str, Any], new: dict[str, Any], direction: Direction, where: str) -> None:
        for word, greater_takes_less in _BOUNDS.items():
            before, after = old.get(word), new.get(word)
            if before != after:
                tighter = before is None or (
                    after is not None and (after > before if greater_takes_less else after < before)
                )
                what = f"{word} was {before if before is not None else _ABSENT}, is "
                what += str(after if after is not None else _ABSENT)
                self.changes.add("changed", tighter and direction == "request", where, what)
        if old.get("pattern") != new.get("pattern"):
            breaking = "pattern" in new and direction == "request"
            what = f"pattern was {old.get('pattern', _ABSENT)}, is {new.get('pattern', _ABSENT)}"
            self.changes.add("changed", breaking, where, what)
        if direction == "request":
            rules = [{word: value[word] for word in _CONSTRAINTS if word in value} for value in (old, new)]
            if rules[0] != rules[1]:
                what = "allows other combinations of its fields"
                self.changes.add("changed", bool(rules[1]), where, what)

    def _properties(self, old: dict[str, Any], new: dict[str, Any], direction: Direction, where: str) -> None:
        before, after = old.get("properties") or {}, new.get("properties") or {}
        needed_before, needed_after = set(old.get("required") or []), set(new.get("required") or [])
        for name in before.keys() - after.keys():
            self.changes.add("removed", True, _field(where, name), "is gone")
        for name in after.keys() - before.keys():
            demanded = direction == "request" and name in needed_after
            what = "is new and required" if demanded else "is new"
            self.changes.add("added", demanded, _field(where, name), what)
        for name in sorted(before.keys() & after.keys()):
            if name in needed_after and name not in needed_before:
                self.changes.add("changed", direction == "request", _field(where, name), "is required")
            if name in needed_before and name not in needed_after:
                self.changes.add("changed", direction == "reply", _field(where, name), "is no longer required")
            self.compare(before[name], after[name], direction, _field(where, name))


def _view(spec: Spec, schema: Any) -> _View:
    view = _View(schema if isinstance(schema, dict) else {})
    for _ in range(20):
        value = view.value
        if "default" in value and view.default is _ABSENT:
            view.default = value["default"]
        all_of, any_of = value.get("allOf"), value.get("anyOf")
        if "$ref" in value:
            view.name = view.name or ref_name(value)
            view.value = spec.resolve(value) or {}
        elif isinstance(all_of, list) and len(all_of) == 1 and set(value) - {"allOf"} <= _ANNOTATIONS:
            view.value = all_of[0]
        elif isinstance(any_of, list) and len(any_of) == 2 and {"type": "null"} in any_of:
            view.nullable = True
            view.value = next(member for member in any_of if member != {"type": "null"})
        else:
            break
    if "null" in (view.value.get("type") or []):
        view.nullable = True
    return view


def _labelled(view: _View) -> dict[str, Any]:
    """Members by component name or type; a schema that is not a union is its only member."""
    members = view.members if view.members is not None else [_itself(view)]
    return {_label(member): member for member in members}


def _itself(view: _View) -> Any:
    return {"$ref": f"#/components/schemas/{view.name}"} if view.name else view.value


def _label(member: Any) -> str:
    if name := ref_name(member):
        return name
    return str(member.get("const") or member.get("type", "any value")) if isinstance(member, dict) else "any value"


def _covers(wide: set[str], narrow: set[str]) -> bool:
    """Whether every value of the narrow types is one of the wide."""
    return not wide or (bool(narrow) and narrow <= (wide | {"integer"} if "number" in wide else wide))


def _list(types: set[str]) -> str:
    return " or ".join(sorted(types)) or "any"


def _title(name: str, direction: Direction) -> str:
    return f"{name} (in {'requests' if direction == 'request' else 'replies'})"


def _field(where: str, name: str) -> str:
    """`Note (in replies)` and `text` give `Note.text (in replies)`."""
    head, bracket, tail = where.partition(" (")
    return f"{head}.{name}{bracket}{tail}"
