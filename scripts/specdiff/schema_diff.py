"""Compare two schemas in one direction: what a request may contain, or what a reply may contain.

A request breaks if it allows less than before; a reply breaks if it has more kinds of values, or fewer fields. Enums
and unions of replies are open in the client, so a new member does not break it, and a removed one does.
"""

from __future__ import annotations

from typing import Any, Literal

from openapi import Spec, ref_name
from specdiff.changes import Changes
from specdiff.schema_view import ABSENT, SchemaView, view

Direction = Literal["request", "reply"]

_TYPED = {"date", "date-time", "uuid"}
"""Formats with a type of their own in Python."""
_RULES = (
    *("not", "if", "then", "else", "anyOf", "oneOf", "allOf", "dependentRequired", "dependentSchemas"),
    *("contains", "propertyNames", "patternProperties"),
)
"""What a request checks beside its types; any change may refuse what was allowed."""
_BOUNDS = {
    "minimum": True,
    "exclusiveMinimum": True,
    "minLength": True,
    "minItems": True,
    "minProperties": True,
    "minContains": True,
    "maximum": False,
    "exclusiveMaximum": False,
    "maxLength": False,
    "maxItems": False,
    "maxProperties": False,
    "maxContains": False,
}
"""Bounds, and whether a greater value takes less."""
_TEXTS = ("contentMediaType", "contentEncoding")


class SchemaDiffer:
    """Compares schemas of two specs; each pair of components once in each direction."""

    def __init__(self, old: Spec, new: Spec, changes: Changes) -> None:
        self.old, self.new, self.changes = old, new, changes

    def compare(self, old: Any, new: Any, direction: Direction, where: str) -> None:
        before, after = view(self.old, old), view(self.new, new)
        self._nullable(before, after, direction, where)
        if before.default != after.default:
            breaking = direction == "request" and before.default is not ABSENT
            self.changes.add("changed", breaking, where, f"default was {before.default!r}, is {after.default!r}")
        if before.deprecated != after.deprecated:
            self.changes.add("changed", False, where, f"is {'' if after.deprecated else 'no longer '}deprecated")
        if before.name and after.name:
            with self.changes.node((before.name, after.name, direction)) as fresh:
                if fresh:
                    self._body(before, after, direction, _title(before.name, direction))
        else:
            self._body(before, after, direction, where)

    def _nullable(self, old: SchemaView, new: SchemaView, direction: Direction, where: str) -> None:
        if new.nullable and not old.nullable:
            self.changes.add("changed", direction == "reply", where, "may be null")
        elif old.nullable and not new.nullable:
            self.changes.add("changed", direction == "request", where, "may no longer be null")

    def _body(self, old: SchemaView, new: SchemaView, direction: Direction, where: str) -> None:
        self._annotations(old.value, new.value, where)
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
        self._tuple(old.value.get("prefixItems") or [], new.value.get("prefixItems") or [], direction, where)
        for word, suffix in (("items", "[]"), ("additionalProperties", ".*"), ("contentSchema", "")):
            before, after = ({} if (found := side.value.get(word, {})) is True else found for side in (old, new))
            if isinstance(before, dict) and isinstance(after, dict):
                if before or after:
                    self.compare(before, after, direction, f"{where}{suffix}")
            elif before != after:
                values = word == "additionalProperties" and bool(before)
                closed = after is False and (direction == "request" or values)
                self.changes.add("changed", closed, where, f"{word} was {before}, is {after}")

    def _annotations(self, old: dict[str, Any], new: dict[str, Any], where: str) -> None:
        """What the client reads of a schema besides its shape."""
        before, after = ((side.get("x-sent-as") or {}) for side in (old, new))
        for name in sorted(before.keys() - after.keys()):
            self.changes.add("removed", True, where, f"can no longer be sent as {name}")
        for name in sorted(after.keys() - before.keys()):
            self.changes.add("added", False, where, f"can be sent as {name}")
        for name in sorted(name for name in before.keys() & after.keys() if before[name] != after[name]):
            self.changes.add("changed", False, where, f"is sent as {name} in another way")
        if old.get("x-event-keys") != new.get("x-event-keys"):
            self.changes.add("changed", False, where, f"x-event-keys is {new.get('x-event-keys', 'not said')}")
        mappings = [(side.get("discriminator") or {}) for side in (old, new)]
        if mappings[0] != mappings[1]:
            self.changes.add("changed", False, where, f"discriminator is {mappings[1].get('propertyName', 'not said')}")

    def _union(self, old: SchemaView, new: SchemaView, direction: Direction, where: str) -> None:
        before, after = (_labelled(side) for side in (old, new))
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
        for word in ("format", *_TEXTS, "x-alias-of"):
            before, after = old.get(word), new.get(word)
            if before != after:
                typed = word in _TEXTS or bool({before, after} & _TYPED)
                tighter = word == "format" and direction == "request" and after is not None
                what = f"{word} was {before or ABSENT}, is {after or ABSENT}"
                self.changes.add("changed", word != "x-alias-of" and (typed or tighter), where, what)
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
                self._bound(word, before, after, direction, where, tighter=tighter)
        before, after = old.get("multipleOf"), new.get("multipleOf")
        if before != after:
            tighter = after is not None and (before is None or bool(before % after))
            self._bound("multipleOf", before, after, direction, where, tighter=tighter)
        for word in ("pattern", "uniqueItems", "unevaluatedProperties", "unevaluatedItems"):
            before, after = ((side.get(word) if side.get(word) not in _LOOSE[word] else None) for side in (old, new))
            if before != after:
                self._bound(word, before, after, direction, where, tighter=after is not None)
        if direction == "request":
            rules = [{word: value[word] for word in _RULES if word in value} for value in (old, new)]
            if rules[0] != rules[1]:
                what = "allows other combinations of its fields"
                self.changes.add("changed", bool(rules[1]), where, what)

    def _bound(self, word: str, before: Any, after: Any, direction: Direction, where: str, *, tighter: bool) -> None:
        texts = [ABSENT if value is None else value for value in (before, after)]
        what = f"{word} was {texts[0]}, is {texts[1]}"
        self.changes.add("changed", tighter and direction == "request", where, what)

    def _tuple(self, old: list[Any], new: list[Any], direction: Direction, where: str) -> None:
        for index in range(max(len(old), len(new))):
            if index >= len(new):
                self.changes.add("removed", True, f"{where}[{index}]", "is gone")
            elif index >= len(old):
                self.changes.add("added", direction == "request", f"{where}[{index}]", "is new")
            else:
                self.compare(old[index], new[index], direction, f"{where}[{index}]")

    def _properties(self, old: dict[str, Any], new: dict[str, Any], direction: Direction, where: str) -> None:
        before, after = _visible(self.old, old, direction), _visible(self.new, new, direction)
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


_LOOSE: dict[str, tuple[Any, ...]] = {
    "pattern": (None,),
    "uniqueItems": (None, False),
    "unevaluatedProperties": (None, True),
    "unevaluatedItems": (None, True),
}
"""Values of some keywords that allow everything."""


def _visible(spec: Spec, schema: dict[str, Any], direction: Direction) -> dict[str, Any]:
    """The properties that a direction has: what is readOnly is in no request, and what is writeOnly in no reply."""
    hidden = "readOnly" if direction == "request" else "writeOnly"
    resolved = {name: spec.resolve(child) for name, child in (schema.get("properties") or {}).items()}
    return {
        name: schema["properties"][name]
        for name, child in resolved.items()
        if not (isinstance(child, dict) and child.get(hidden) is True)
    }


def _labelled(found: SchemaView) -> dict[str, Any]:
    """Members by component name or type; a schema that is not a union is its only member."""
    members = found.members if found.members is not None else [found.itself]
    return {_label(member): member for member in members}


def _label(member: Any) -> str:
    if name := ref_name(member):
        return name
    if not isinstance(member, dict):
        return "any value"
    if member.get("type") == "array":
        return f"array of {_label(member.get('items'))}"
    return str(member.get("const") or member.get("type", "any value"))


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
