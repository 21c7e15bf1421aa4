"""Find what of JSON Schema has no type in Python, or would lose a part of its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi import Pointer, Spec, SpecSchema, adds_nothing, ref_name, ref_pointer
from openapi.spec_operation import JSON

from .supported import (
    BESIDE_ALL_OF,
    ENUM_VALUES,
    KEYWORD_FIXES,
    KEYWORDS,
    LITERALS,
    REFUSED_FORMATS,
    TYPE_KEYWORDS,
    Refused,
)

_NULLABLE = "anyOf: [{$ref: ...}, {type: 'null'}]"
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
    if schema.get("format") in REFUSED_FORMATS:
        what = f"the format {schema['format']} is not generated"
        yield Refused((*pointer, "format"), what, "write contentEncoding: base64")


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
    for keyword in sorted({"const", "enum"} & set(schema)):
        if isinstance(schema.get("type"), list):
            yield Refused((*pointer, "type"), f"a nullable {keyword} would lose the null", f"write {_NULLABLE}")
    if "const" in schema:
        value = schema["const"]
        if not isinstance(value, LITERALS):
            what = "a const that is not a string, an integer or a boolean has no Literal in Python"
            yield Refused((*pointer, "const"), what, "leave the const out")
    if not isinstance(values, list):
        return
    if None in values:
        yield Refused((*pointer, "enum"), "null in an enum is not generated", f"write {_NULLABLE} where it is used")
    elif not any(all(type(value) is kind for value in values) for kind in ENUM_VALUES):
        yield Refused((*pointer, "enum"), "an enum that is not of strings or of integers", "use one of the two types")


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
