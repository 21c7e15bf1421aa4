"""The fields of a value at every depth, with all that a schema says of each, whatever the schema is called.

A field is known by its path: `messages[].content` is a property of the items of a property, and `labels.*` the values
of a map. The members of a union give their fields to one value, as `allOf` does: two documents write the same value as
one object, as a union of two, or as an object with an `allOf`. Both OpenAPI 3.0 and 3.1 are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openapi import Pointer, Spec

BOUNDS = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern"),
    *("minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
)
_DEPTH = 14


@dataclass
class FieldFacts:
    """What a document says of one field."""

    pointer: Pointer
    types: set[str] = field(default_factory=set)
    values: set[str] | None = None
    """The values of an enum or a constant; None for any value."""
    format: str = ""
    bounds: dict[str, Any] = field(default_factory=dict)
    required: bool = False
    default: str = ""
    deprecated: bool = False


def fields_of(spec: Spec, schema: Any, pointer: Pointer) -> dict[str, FieldFacts]:
    """The fields of a value; that with an empty path is the value itself."""
    found: dict[str, FieldFacts] = {}
    _collect(spec, schema, pointer, "", True, found, ())
    return found


def _collect(
    spec: Spec,
    schema: Any,
    pointer: Pointer,
    path: str,
    required: bool,
    found: dict[str, FieldFacts],
    above: tuple[Pointer, ...],
) -> None:
    parts = list(_parts(spec, schema, pointer, required))
    if not parts or len(above) > _DEPTH:
        return
    facts = _facts([part for part, _, _ in parts], pointer)
    if path in found:  # another member of a union has this field as well
        facts = _either(found[path], facts)
    found[path] = facts
    for part, place, certain in parts:
        if place in above:
            continue
        inner = (*above, place)
        needed = set(part.get("required") or []) if certain else set()
        for name, child in _mapping(part.get("properties")).items():
            key = f"{path}.{name}" if path else str(name)
            seen = key in found
            _collect(spec, child, (*place, "properties", name), key, name in needed, found, inner)
            if not seen and key in found:
                found[key].required = name in needed
        for keyword, suffix in (("items", "[]"), ("additionalProperties", ".*")):
            if isinstance(part.get(keyword), dict) and part[keyword]:
                _collect(spec, part[keyword], (*place, keyword), f"{path}{suffix}", True, found, inner)


def _parts(
    spec: Spec, schema: Any, pointer: Pointer, certain: bool, depth: int = 0
) -> Iterator[tuple[Any, Pointer, bool]]:
    """The schemas that describe one value: those behind references, in allOf, and in unions.

    `certain` is False for a member of a union: not every value has what it requires.
    """
    if isinstance(schema, dict) and "$ref" in schema:
        pointer = spec.follow(pointer)
        schema = spec.at(pointer) if pointer else None
    if not isinstance(schema, dict) or depth > _DEPTH:
        return
    yield schema, pointer, certain
    for at, member in enumerate(schema.get("allOf") or []):
        yield from _parts(spec, member, (*pointer, "allOf", at), certain, depth + 1)
    for keyword in ("anyOf", "oneOf"):
        members = schema.get(keyword) or []
        for at, member in enumerate(members):
            alone = sum(one != {"type": "null"} for one in members if isinstance(one, dict)) == 1
            yield from _parts(spec, member, (*pointer, keyword, at), certain and alone, depth + 1)
    for keyword in ("then", "else"):
        if keyword in schema:
            yield from _parts(spec, schema[keyword], (*pointer, keyword), False, depth + 1)


def _facts(parts: list[Any], pointer: Pointer) -> FieldFacts:
    facts = FieldFacts(pointer)
    values: set[str] = set()
    open_ended = False
    for part in parts:
        types = _types(part)
        facts.types |= types
        given = [part["const"]] if "const" in part else part.get("enum")
        if isinstance(given, list):
            values |= {str(value) for value in given if value is not None}
        elif types - {"null", "object", "array"}:
            open_ended = True
        facts.format = facts.format or str(part.get("format", ""))
        facts.bounds |= {word: part[word] for word in BOUNDS if word in part and part[word] not in (False, None)}
        facts.default = facts.default or (repr(part["default"]) if "default" in part else "")
        facts.deprecated = facts.deprecated or part.get("deprecated") is True
    facts.values = values if values and not open_ended else None
    return facts


def _either(one: FieldFacts, other: FieldFacts) -> FieldFacts:
    values = one.values | other.values if one.values is not None and other.values is not None else None
    return FieldFacts(
        one.pointer,
        one.types | other.types,
        values,
        one.format or other.format,
        {word: bound for word, bound in one.bounds.items() if other.bounds.get(word) == bound},
        one.required and other.required,
        one.default or other.default,
        one.deprecated and other.deprecated,
    )


def _types(schema: dict[str, Any]) -> set[str]:
    given = schema.get("type")
    types = set(given) if isinstance(given, list) else {str(given)} if given else set()
    if not types and "properties" in schema:
        types = {"object"}
    if schema.get("nullable") is True or None in (schema.get("enum") or []):
        types.add("null")
    return types


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
