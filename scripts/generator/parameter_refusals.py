"""Find parameters that the generated code would not send as the spec means them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi import Spec, SpecParameter

from .supported import OWN_HEADERS, PARAMETERS, STRING_FORMATS, ParameterRule, Refused


def parameter_refusals(spec: Spec, parameter: SpecParameter) -> Iterator[Refused]:
    """What is not supported in a parameter."""
    name, location, pointer = parameter.name, parameter.location, parameter.pointer
    rule = PARAMETERS.get(location)
    if rule is None:
        yield Refused((*pointer, "in"), f"the parameter {name} is in a {location}", "use a header or a query parameter")
        return
    if "schema" not in parameter.value:
        yield Refused(
            pointer, f"the parameter {name} has no schema, so it would be lost", "give it one, and no content"
        )
    if (style := parameter.value.get("style", rule.style)) != rule.style:
        what = f"the parameter {name} has a style that is not generated: {style}"
        yield Refused((*pointer, "style"), what, "leave the style out")
    if location == "query" and parameter.value.get("explode", rule.explode) != rule.explode:
        what = f"the parameter {name} has a style that is not generated: explode: false"
        yield Refused((*pointer, "explode"), what, "leave explode out")
    if location == "header" and name.lower() in OWN_HEADERS:
        yield Refused(pointer, f"the client sets the header {name} itself", "leave the parameter out")
    if isinstance(parameter.schema, dict):
        for what in dict.fromkeys(_values(spec, parameter.schema, rule, rule.arrays)):
            fix = "use another type" if location == "query" else "use another type, or a query parameter"
            yield Refused((*pointer, "schema"), f"the {location} parameter {name} cannot be {what}", fix)


def _values(spec: Spec, schema: Any, rule: ParameterRule, arrays: bool, depth: int = 0) -> Iterator[str]:
    """The kinds of values that the location has no place for."""
    schema = spec.resolve(schema)
    if not isinstance(schema, dict) or depth > 20:
        return
    members = [member for keyword in ("anyOf", "oneOf", "allOf") for member in schema.get(keyword) or []]
    for member in members:
        yield from _values(spec, member, rule, arrays, depth + 1)
    given = schema.get("type")
    types = set(given if isinstance(given, list) else [given] if given else [])
    if "object" in types or {"properties", "additionalProperties"} & set(schema):
        yield "an object"
    if "null" in types and not rule.nullable:
        yield "null"
    if "array" in types and not arrays:
        yield "an array of arrays" if rule.arrays else "an array"
    elif "array" in types:
        for item in [schema.get("items"), *(schema.get("prefixItems") or [])]:
            yield from _values(spec, item, rule, False, depth + 1)
    if "contentEncoding" in schema:
        yield "content in base64"
    if (form := schema.get("format")) in STRING_FORMATS and form not in rule.formats:
        yield f"a {form}"
    if not rule.any_value and ("const" in schema or not (types or members or "enum" in schema)):
        yield "a constant" if "const" in schema else "any value"
