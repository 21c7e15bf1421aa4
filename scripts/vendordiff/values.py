"""The fields of a value at every depth, with all that a schema says of each, whatever the schema is called.

A field is known by its path: `messages[].content` is a property of the items of a property, and `labels.*` the values
of a map. The members of a union give their fields to one value, as `allOf` does: two documents write the same value as
one object, as a union of two, or as an object with an `allOf`. Both OpenAPI 3.0 and 3.1 are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, NamedTuple

from openapi import Pointer, Spec

BOUNDS = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern"),
    *("minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
)
_DEPTH = 14
_MARKS = {"read-only": ("readOnly", True), "write-only": ("writeOnly", True), "closed": ("additionalProperties", False)}


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
    marks: set[str] = field(default_factory=set)
    """Of `read-only`, `write-only`, and `closed` for an object that takes no further fields."""
    told_apart: str = ""
    """The field that tells the members of a union apart, with its values."""


def fields_of(spec: Spec, schema: Any, pointer: Pointer) -> dict[str, FieldFacts]:
    """The fields of a value; that with an empty path is the value itself."""
    found: dict[str, FieldFacts] = {}
    _collect(spec, [_Source(schema, pointer, True)], "", found, 0)
    return found


class _Source(NamedTuple):
    """One of the schemas that describe a value."""

    schema: Any
    pointer: Pointer
    certain: bool
    """False for a member of a union: the value may be described by another one."""
    above: tuple[Pointer, ...] = ()
    """The schemas around it, which it does not enter again."""


def _collect(spec: Spec, sources: list[_Source], path: str, found: dict[str, FieldFacts], depth: int) -> None:
    described = [(source, list(_parts(spec, source))) for source in sources]
    described = [(source, parts) for source, parts in described if parts]
    if not described or depth > _DEPTH:
        return
    pointer = sources[0].pointer
    certain = [part for source, parts in described for part in parts if source.certain]
    groups = [group for group in (certain, *(parts for source, parts in described if not source.certain)) if group]
    found[path] = reduce(_either, [_facts([part.schema for part in group], pointer) for group in groups])
    children: dict[str, list[_Source]] = {}
    for _, parts in described:
        for part in parts:
            for key, child in _children(part, path) if part.pointer not in part.above else ():
                children.setdefault(key, []).append(child)
    needed = _all_or_any([(_required(spec, source.schema), source.certain) for source, _ in described])
    for key, inner in children.items():
        _collect(spec, inner, key, found, depth + 1)
        if key in found and inner[0].pointer[-2] == "properties":
            found[key].required = str(inner[0].pointer[-1]) in needed


def _children(part: _Source, path: str) -> Iterator[tuple[str, _Source]]:
    """What is in a value: its properties, and the items of an array or the values of a map, each with its path."""
    above = (*part.above, part.pointer)
    for name, child in _mapping(part.schema.get("properties")).items():
        key = f"{path}.{name}" if path else str(name)
        yield key, _Source(child, (*part.pointer, "properties", name), part.certain, above)
    for keyword, suffix in (("items", "[]"), ("additionalProperties", ".*")):
        if isinstance(part.schema.get(keyword), dict) and part.schema[keyword]:
            yield f"{path}{suffix}", _Source(part.schema[keyword], (*part.pointer, keyword), part.certain, above)


def _required(spec: Spec, schema: Any, depth: int = 0) -> set[str]:
    """The fields that every value has: those of all members of allOf, and those common to the members of a union."""
    schema = spec.resolve(schema)
    if not isinstance(schema, dict) or depth > _DEPTH:
        return set()
    found = {str(name) for name in schema.get("required") or []}
    for member in schema.get("allOf") or []:
        found |= _required(spec, member, depth + 1)
    for keyword in ("anyOf", "oneOf"):
        members = [member for member in schema.get(keyword) or [] if member != {"type": "null"}]
        found |= _all_or_any([(_required(spec, member, depth + 1), False) for member in members])
    return found


def _all_or_any(sides: list[tuple[set[str], bool]]) -> set[str]:
    """What one of the certain sides requires, or all of the others."""
    certain = [names for names, sure in sides if sure]
    others = [names for names, sure in sides if not sure]
    return set().union(*certain) | (set.intersection(*others) if others else set())


def _parts(spec: Spec, source: _Source, depth: int = 0) -> Iterator[_Source]:
    """The schemas that describe one value: those behind references, in allOf, and in unions.

    A member of a union is not certain: not every value has what it requires.
    """
    schema, pointer, certain, above = source
    if isinstance(schema, dict) and "$ref" in schema:
        pointer = spec.follow(pointer)
        schema = spec.at(pointer) if pointer else None
    if not isinstance(schema, dict) or depth > _DEPTH:
        return
    yield _Source(schema, pointer, certain, above)
    for at, member in enumerate(schema.get("allOf") or []):
        yield from _parts(spec, _Source(member, (*pointer, "allOf", at), certain, above), depth + 1)
    for keyword in ("anyOf", "oneOf"):
        members = schema.get(keyword) or []
        for at, member in enumerate(members):
            alone = sum(one != {"type": "null"} for one in members if isinstance(one, dict)) == 1
            part = _Source(member, (*pointer, keyword, at), certain and alone, above)
            yield from _parts(spec, part, depth + 1)
    for keyword in ("then", "else"):
        if keyword in schema:
            yield from _parts(spec, _Source(schema[keyword], (*pointer, keyword), False, above), depth + 1)


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
        facts.bounds |= _bounds(part)
        facts.default = facts.default or (repr(part["default"]) if "default" in part else "")
        facts.deprecated = facts.deprecated or part.get("deprecated") is True
        facts.marks |= {mark for mark, (word, value) in _MARKS.items() if part.get(word) is value}
        facts.told_apart = facts.told_apart or _discriminator(part)
    facts.values = values if values and not open_ended else None
    return facts


def _discriminator(schema: dict[str, Any]) -> str:
    given = _mapping(schema.get("discriminator"))
    values = ", ".join(sorted(map(str, _mapping(given.get("mapping")))))
    return f"{given['propertyName']}{f' ({values})' if values else ''}" if "propertyName" in given else ""


def _bounds(schema: dict[str, Any]) -> dict[str, Any]:
    """The bounds of a value, as 3.1 writes them: 3.0 has `minimum: 0` with `exclusiveMinimum: true`."""
    found = {word: schema[word] for word in BOUNDS if schema.get(word) is not None and schema[word] is not False}
    for word, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if found.get(word) is True:
            found.pop(word)
            found |= {word: found.pop(bound)} if bound in found else {}
    return found


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
        one.marks & other.marks,
        one.told_apart or other.told_apart,
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
