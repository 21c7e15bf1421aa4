"""Find parameters that the generated code would not send as the spec means them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi import Spec, SpecParameter, YamlFile
from openapi.spec_operation import JSON

from .supported import OWN_HEADERS, PARAMETERS, Refused

_SCALAR, _ITEM, _OBJECT, _ANYTHING = range(4)
"""What a value may be: a scalar; that or an array of scalars; an object of such; anything."""


def parameter_refusals(spec: Spec, parameter: SpecParameter) -> Iterator[Refused]:
    """What is not supported in a parameter."""
    name, location, pointer, style = parameter.name, parameter.location, parameter.pointer, parameter.style
    rule = PARAMETERS.get(location)
    if rule is None:
        yield Refused((*pointer, "in"), f"the parameter {name} is in a {location}", "use a header or a query parameter")
        return
    if style not in rule.styles:
        what = f"the {location} parameter {name} has a style that is not generated: {style}"
        at = "content" if style == "json" else "style"
        yield Refused((*pointer, at), what, f"use {' or '.join(kind for kind in rule.styles if kind != 'json')}")
        return
    if style == "json" and not all(map(JSON.fullmatch, parameter.content)):
        kind = next(iter(parameter.content))
        what = f"the parameter {name} has content of {kind}, which is not generated"
        yield Refused((*pointer, "content", kind), what, "give it JSON, or a schema in place of content")
    if location == "header" and name.lower() in OWN_HEADERS:
        yield Refused(pointer, f"the client sets the header {name} itself", "leave the parameter out")
    if isinstance(parameter.schema, dict):
        room = _ANYTHING if style == "json" else _OBJECT if rule.objects else _ITEM
        held = _OBJECT if style == "deepObject" else _ITEM if style == "form" and parameter.explode else _SCALAR
        found = dict.fromkeys(_values(spec, parameter.schema, room, held, null="" if rule.nullable else "null"))
        if style == "deepObject" and not _may_be_object(spec, parameter.schema):
            found["written as deepObject, which has no form for it"] = None
        if location == "path" and "number" in _types(spec.resolve(parameter.schema)):
            found["a number with a fraction, which has several spellings"] = None
        for what in found:
            fix = "use another type, or content: {application/json: ...}"
            fix = fix if location == "query" else "use another type, or a query parameter"
            yield Refused(parameter.schema_pointer, f"the {location} parameter {name} cannot be {what}", fix)


def form_refusals(spec: YamlFile, schema: Any) -> Iterator[str]:
    """The fields of a URL-encoded form that are arrays of something else than scalars; objects are sent as JSON."""
    properties = schema.get("properties") if isinstance(schema, dict) else None
    for name, value in (properties or {}).items():
        found = spec.resolve(value)
        if "array" in _types(found) and any(_values(spec, found.get("items"), _SCALAR)):
            yield name


def _values(
    spec: YamlFile, schema: Any, room: int, held: int = _SCALAR, *, null: str = "", depth: int = 0
) -> Iterator[str]:
    """The kinds of values that the location and the style have no place for.

    Args:
        held: What an object may hold.
        null: What to call null, where there is no place for it.
    """
    schema = spec.resolve(schema)
    if not isinstance(schema, dict) or depth > 20 or room == _ANYTHING:
        return

    def inside(value: Any, inner: int, null: str = "") -> Iterator[str]:
        return _values(spec, value, inner, held, null=null, depth=depth + 1)

    for keyword in ("anyOf", "oneOf", "allOf"):
        for member in schema.get(keyword) or []:
            yield from inside(member, room, null)
    types = _types(schema)
    if "object" in types or {"properties", "additionalProperties"} & set(schema):
        if room < _OBJECT:
            yield "an object inside an object" if depth else "an object"
        else:
            for value in [*(schema.get("properties") or {}).values(), schema.get("additionalProperties")]:
                yield from inside(value, held)
    if "null" in types and null:
        yield null
    if "array" in types and room < _ITEM:
        yield "an array inside another value"
    elif "array" in types:
        for item in [schema.get("items"), *(schema.get("prefixItems") or [])]:
            yield from inside(item, _SCALAR, "an array with null")


def _types(schema: Any) -> set[str]:
    given = schema.get("type") if isinstance(schema, dict) else None
    return set(given if isinstance(given, list) else [given] if given else [])


def _may_be_object(spec: Spec, schema: Any, depth: int = 0) -> bool:
    schema = spec.resolve(schema)
    if not isinstance(schema, dict) or depth > 20:
        return False
    if schema.get("type") == "object" or {"properties", "additionalProperties"} & set(schema):
        return True
    members = [member for keyword in ("anyOf", "oneOf", "allOf") for member in schema.get(keyword) or []]
    return any(_may_be_object(spec, member, depth + 1) for member in members)
