"""Find what of JSON Schema has no type in Python, or would lose a part of its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from openapi import Pointer, Spec, SpecSchema, adds_nothing, ref_name, ref_pointer
from openapi.spec_operation import JSON

from .docs_text import merged
from .supported import (
    BESIDE_ALL_OF,
    ENUM_VALUES,
    KEYWORD_FIXES,
    KEYWORDS,
    LITERALS,
    TYPE_KEYWORDS,
    Refused,
)

_NEEDS_TYPE = {"properties": "object", "additionalProperties": "object", "items": "array", "prefixItems": "array"}


def schema_refusals(spec: Spec) -> Iterator[Refused]:
    """What is not supported in the schemas that code is made from."""
    yield from _circles(spec)
    for schema in spec.shapes:
        if _of_bytes(schema.pointer):
            continue
        if not isinstance(schema.value, dict):
            yield Refused(schema.pointer, "a schema that is not a mapping", "write {} for any value, not true or false")
        elif "$ref" not in schema.value:
            yield from _keywords(schema.pointer, schema.value)
            yield from _types(schema.pointer, schema.value)
            yield from _literals(schema.pointer, schema.value)
            yield from _default(spec, schema.pointer, schema.value)
            yield from _pattern(schema.pointer, schema.value)
            yield from _combined(schema)


def _of_bytes(pointer: Pointer) -> bool:
    """Whether a schema belongs to content that is not JSON, whose type is bytes whatever the schema says."""
    if "schema" not in pointer or pointer[:2] == ("components", "schemas"):
        return False
    before = pointer[: pointer.index("schema")]
    return before[-2:-1] == ("content",) and not JSON.fullmatch(str(before[-1]))


def _keywords(pointer: Pointer, schema: dict[str, Any]) -> Iterator[Refused]:
    for keyword in schema:
        if keyword not in KEYWORDS and not keyword.startswith("x-"):
            fix = KEYWORD_FIXES.get(keyword, "say it with other keywords, or in the description")
            yield Refused((*pointer, keyword), f"{keyword} is not generated", fix)


def _types(pointer: Pointer, schema: dict[str, Any]) -> Iterator[Refused]:
    given = schema.get("type")
    types = given if isinstance(given, list) else [given] if given else []
    for keyword, needed in _NEEDS_TYPE.items():
        if keyword in schema and needed not in types and (types or needed == "array"):
            yield Refused((*pointer, keyword), f"{keyword} would be lost without type: {needed}", "add the type")
    items = schema.get("items")
    if isinstance(items, bool) and not (items is False and "prefixItems" in schema):
        yield Refused((*pointer, "items"), f"items: {str(items).lower()} is not generated", "write {} for any value")


def _literals(pointer: Pointer, schema: dict[str, Any]) -> Iterator[Refused]:
    values = schema.get("enum")
    if "const" in schema:
        value = schema["const"]
        if not isinstance(value, LITERALS):
            what = "a const that is not a string, an integer or a boolean has no Literal in Python"
            yield Refused((*pointer, "const"), what, "leave the const out")
    if not isinstance(values, list):
        return
    if not values or not any(all(type(value) is kind for value in values) for kind in ENUM_VALUES):
        fix = "leave the enum out, and list the values in the description"
        yield Refused((*pointer, "enum"), "an enum that has arrays or objects, or no value of its type", fix)


def _default(spec: Spec, pointer: Pointer, schema: dict[str, Any]) -> Iterator[Refused]:
    """A default that the service itself would refuse."""
    if "default" not in schema:
        return
    value = schema["default"]
    whole = merged(spec, schema)
    given = whole.get("type")
    types = given if isinstance(given, list) else [given] if given else []
    at = (*pointer, "default")
    if types and not any(_is_of(value, str(kind)) for kind in types):
        yield Refused(at, f"the default {value!r} is not of type {' or '.join(map(str, types))}", "correct the default")
    elif isinstance(whole.get("enum"), list) and value not in whole["enum"]:
        yield Refused(at, f"the default {value!r} is none of the values", "correct the default")


def _is_of(value: Any, kind: str) -> bool:
    if isinstance(value, bool) or value is None:
        return kind == ("null" if value is None else "boolean")
    if isinstance(value, float) and value.is_integer():
        return kind in ("number", "integer")
    kinds: dict[str, Any] = {"string": str, "integer": int, "number": (int, float), "array": list, "object": dict}
    return isinstance(value, kinds.get(kind, ()))


def _pattern(pointer: Pointer, schema: dict[str, Any]) -> Iterator[Refused]:
    """A pattern that the mock server cannot make texts for, or cannot check."""
    pattern = schema.get("pattern")
    if not isinstance(pattern, str):
        return
    try:
        re.compile(pattern)
    except (re.error, RecursionError) as error:
        fix = "write what Python's re reads: [^\\W\\d_] for a letter, not \\p{L}"
        yield Refused((*pointer, "pattern"), f"the pattern cannot be read: {error}", fix)


def _circles(spec: Spec) -> Iterator[Refused]:
    """Schemas that are nothing but themselves: a reference, a union or an allOf that leads back without a value."""
    for name in spec.components("schemas"):
        start: Pointer = ("components", "schemas", name)
        if start in _behind(spec, start):
            fix = "put the reference into a property, or into the items of an array"
            yield Refused(start, f"the schema {name} contains itself, and no value ends it", fix)


def _behind(spec: Spec, start: Pointer) -> set[Pointer]:
    """The components that a value of a component is as well."""
    found: set[Pointer] = set()
    todo = [spec.at(start)]
    while todo:
        schema = todo.pop()
        if not isinstance(schema, dict):
            continue
        todo += [member for keyword in ("anyOf", "oneOf", "allOf") for member in schema.get(keyword) or []]
        ref = schema.get("$ref")
        if isinstance(ref, str) and ref.startswith("#/") and (target := ref_pointer(ref)) not in found:
            found.add(target)
            todo.append(spec.at(target))
    return found


def _combined(schema: SpecSchema) -> Iterator[Refused]:
    value = schema.value
    known = set(value.get("properties") or {})
    found = {
        keyword: members
        for keyword in ("anyOf", "oneOf", "allOf")
        if (members := [one for one in value.get(keyword) or [] if not adds_nothing(one, known)])
    }
    if not found:
        return
    keyword, members = next(iter(found.items()))
    beside = (TYPE_KEYWORDS & set(value)) - {"type", keyword, "discriminator"}
    if keyword == "allOf":
        beside -= BESIDE_ALL_OF
    for lost in sorted(beside):
        pointer = (*schema.pointer, lost)
        yield Refused(pointer, f"{lost} beside {keyword} would be lost", "move it into the members")
    names = {ref_name(member) for member in members}
    mapping = (value.get("discriminator") or {}).get("mapping") or {}
    for label, target in mapping.items():
        if str(target).rpartition("/")[2] not in names:
            pointer = (*schema.pointer, "discriminator", "mapping", label)
            yield Refused(pointer, f"{label} stands for {target}, which is not a member", "name a member of the union")
