"""Rules about unions: a reader can tell which member a value is without trying them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from openapi import Pointer, Spec, SpecSchema, adds_nothing, ref_name
from speclint.registry import Problem, rule


@rule("union")
def union(spec: Spec) -> Iterator[Problem]:
    """Unions are named components, written as anyOf."""
    for schema in spec.shapes:
        for keyword in ("anyOf", "oneOf"):
            if not (members := _members(schema, keyword)):
                continue
            pointer = (*schema.pointer, keyword)
            if keyword == "oneOf":
                yield Problem(pointer, "oneOf for a union", "write anyOf: the members tell themselves apart")
            if schema.role != "component" and not _is_nullable_ref(members):
                yield Problem(pointer, "an inline union has no name of its own", "move it to components/schemas")


@rule("union-discriminator")
def union_discriminator(spec: Spec) -> Iterator[Problem]:
    """Members of a union differ by JSON type, a required const, a required key of their own, or a discriminator."""
    for schema in spec.shapes:
        for keyword in ("anyOf", "oneOf"):
            if members := _members(schema, keyword):
                flat = list(_flatten(spec, (*schema.pointer, keyword), members))
                yield from _same_type(spec, flat)
                yield from _same_object(flat, _mapped(schema.value))


def _members(schema: SpecSchema, keyword: str) -> list[Any]:
    """The members of a union; none where they only constrain the schema around them."""
    value = schema.value if isinstance(schema.value, dict) else {}
    found = value.get(keyword)
    known = set(value.get("properties") or {})
    return found if isinstance(found, list) and not all(adds_nothing(member, known) for member in found) else []


def _mapped(schema: dict[str, Any]) -> set[str]:
    """Names of the members that the discriminator of a union tells apart."""
    discriminator = schema.get("discriminator")
    mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
    return {str(target).rpartition("/")[2] for target in (mapping or {}).values()}


def _flatten(spec: Spec, pointer: Pointer, members: list[Any], depth: int = 0) -> Iterator[tuple[Pointer, Any, str]]:
    """Members with pointers and labels, resolved; a member that is a union is replaced by its own members."""
    for index, member in enumerate(members):
        resolved = spec.resolve(member)
        here = pointer if depth else (*pointer, index)
        inner = resolved.get("anyOf") if isinstance(resolved, dict) and "properties" not in resolved else None
        if isinstance(inner, list) and depth < 8:
            yield from _flatten(spec, here, inner, depth + 1)
        else:
            yield here, resolved, ref_name(member) or f"member {index + 1}"


def _same_type(spec: Spec, members: list[tuple[Pointer, Any, str]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for pointer, member, label in members:
        kind = _kind(spec, member)
        if kind != "object" and kind in first:
            fix = "leave one, or make them objects that tell their kind"
            yield Problem(pointer, f"{label} and {first[kind]} are both {kind}", fix)
        first.setdefault(kind, label)


def _same_object(members: list[tuple[Pointer, Any, str]], mapped: set[str]) -> Iterator[Problem]:
    objects = [entry for entry in members if isinstance(entry[1], dict) and entry[1].get("type") == "object"]
    keys = Counter(name for _, member, _ in objects for name in member.get("properties") or {})
    consts = Counter(pair for _, member, _ in objects for pair in _consts(member))
    for pointer, member, label in objects[:-1]:  # the last may be the catch-all
        needed = member.get("required") or []
        if label in mapped or any(keys[name] == 1 for name in needed) or member.get("x-event-keys"):
            continue
        # A frame of an event stream is known by `event`, which the second framing leaves out.
        is_frame = "data" in (member.get("properties") or {})
        own = [name for name, value in _consts(member) if consts[name, value] == 1]
        if any(name in needed or is_frame for name in own):
            continue
        if own:
            yield Problem(pointer, f"{label} is known by {own[0]}, which is not required", f"require {own[0]}")
        else:
            fix = "require a const property, or a key that no other member has"
            yield Problem(pointer, f"nothing tells {label} from the other members", fix)


def _consts(member: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (name, value["const"])
        for name, value in (member.get("properties") or {}).items()
        if isinstance(value, dict) and isinstance(value.get("const"), str)
    ]


def _kind(spec: Spec, schema: Any) -> str:
    """The JSON type of a schema; for an array, with the type of its items."""
    if not isinstance(schema, dict):
        return "any value"
    given = schema.get("type", "object" if "properties" in schema else "any value")
    if given == "array":
        return f"array of {_kind(spec, spec.resolve(schema.get('items')))}"
    return "number" if given == "integer" else str(given)


def _is_nullable_ref(members: list[Any]) -> bool:
    return len(members) == 2 and {"type": "null"} in members and any(map(ref_name, members))
