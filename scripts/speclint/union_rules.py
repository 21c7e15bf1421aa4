"""Rules about unions: a reader must be able to tell which member a value is without trying them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from speclint.document import Document, Place, only_constrains
from speclint.registry import Problem, rule


@rule("union")
def union(document: Document) -> Iterator[Problem]:
    """Unions are named components, written as anyOf."""
    for schema in document.shapes:
        for word in ("anyOf", "oneOf"):
            members = schema.value.get(word) if isinstance(schema.value, dict) else None
            if not isinstance(members, list) or all(map(only_constrains, members)):
                continue
            place = (*schema.place, word)
            if word == "oneOf":
                yield Problem(place, "oneOf for a union", "write anyOf: the members tell themselves apart")
            if schema.role != "component" and not _is_nullable_ref(members):
                yield Problem(place, "an inline union has no name of its own", "move it to components/schemas")
            if "properties" in schema.value:
                yield Problem(place, "properties beside a union are dropped", "put them into each member")


@rule("union-discriminator")
def union_discriminator(document: Document) -> Iterator[Problem]:
    """Members of a union differ by JSON type, by a required const, or by a required key that no other has."""
    for schema in document.shapes:
        members = schema.value.get("anyOf") if isinstance(schema.value, dict) else None
        if isinstance(members, list) and not all(map(only_constrains, members)):
            place = (*schema.place, "anyOf")
            flat = list(_flatten(document, place, members))
            yield from _same_type(document, flat)
            yield from _same_object(flat)


def _flatten(document: Document, place: Place, members: list[Any], depth: int = 0) -> Iterator[tuple[Place, Any, Any]]:
    """Members with their places, resolved; the members of a member that is a union itself in its stead."""
    for index, member in enumerate(members):
        resolved = document.resolve(member)
        here = place if depth else (*place, index)
        inner = resolved.get("anyOf") if isinstance(resolved, dict) and "properties" not in resolved else None
        if isinstance(inner, list) and depth < 8 and not all(map(only_constrains, inner)):
            yield from _flatten(document, here, inner, depth + 1)
        else:
            yield here, resolved, _label(member, index)


def _same_type(document: Document, members: list[tuple[Place, Any, Any]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for place, member, label in members:
        kind = _kind(document, member)
        if kind != "object" and kind in first:
            yield Problem(
                place,
                f"{label} and {first[kind]} are both {kind}",
                "leave one, or make them objects that tell their kind",
            )
        first.setdefault(kind, label)


def _same_object(members: list[tuple[Place, Any, Any]]) -> Iterator[Problem]:
    objects = [entry for entry in members if isinstance(entry[1], dict) and entry[1].get("type") == "object"]
    keys = Counter(name for _, member, _ in objects for name in member.get("properties") or {})
    consts = Counter(pair for _, member, _ in objects for pair in _consts(member))
    for place, member, label in objects[:-1]:  # the last may be the catch-all
        needed = member.get("required") or []
        if any(keys[name] == 1 for name in needed) or member.get("x-event-keys"):
            continue
        # A frame of an event stream is told by `event`, which the second framing leaves out.
        frame = "data" in (member.get("properties") or {})
        told = [name for name, value in _consts(member) if consts[name, value] == 1]
        if any(name in needed or frame for name in told):
            continue
        if told:
            yield Problem(place, f"{label} is told by {told[0]}, which is not required", f"require {told[0]}")
        else:
            yield Problem(
                place,
                f"nothing tells {label} from the other members",
                "require a const property, or a key that no other member has",
            )


def _consts(member: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (name, value["const"])
        for name, value in (member.get("properties") or {}).items()
        if isinstance(value, dict) and isinstance(value.get("const"), str)
    ]


def _kind(document: Document, schema: Any) -> str:
    """JSON type of a schema; of an array with that of its items."""
    if not isinstance(schema, dict):
        return "any value"
    given = schema.get("type", "object" if "properties" in schema else "any value")
    if given == "array":
        return f"array of {_kind(document, document.resolve(schema.get('items')))}"
    return "number" if given == "integer" else str(given)


def _label(member: Any, index: int) -> str:
    ref = member.get("$ref") if isinstance(member, dict) else None
    return str(ref).rpartition("/")[2] if ref else f"member {index + 1}"


def _is_nullable_ref(members: list[Any]) -> bool:
    return (
        len(members) == 2
        and {"type": "null"} in members
        and any(isinstance(member, dict) and set(member) == {"$ref"} for member in members)
    )
