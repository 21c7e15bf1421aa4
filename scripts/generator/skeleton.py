"""Cut the spec down to what the parser understands.

The parser of openapi-python-client decides names, imports and conflicts. It gets a skeleton: types, properties and
references. Text, bounds and extensions stay in the spec, where the views find them again through `x-source`, the
pointer that every object of the skeleton carries. What the parser would lose is written in a form that it keeps:

- A component that is neither an object with properties nor an enum nor a plain scalar becomes an object with the one
  required property `value`. So unions, arrays and maps keep their names wherever they are referred to.
- A string in base64 becomes a reference to the placeholder `Base64`.
- An event stream becomes a union of its events, named after the union of its frames.
- `allOf` becomes the one form that its members give together.
- The properties in `then` and `else` become optional properties.
- A path becomes the place of its operation, and its parameters: the parser does not know every path that HTTP knows.
- A property that is another spelling of a sibling is left out, and what requires it requires the sibling.

`refusals` has found nothing by then, so the skeleton does not check the spec again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from openapi import (
    Pointer,
    Spec,
    SpecFault,
    SpecOperation,
    SpecParameter,
    SpecPart,
    adds_nothing,
    conditional_properties,
    ref_pointer,
)
from openapi.spec_operation import STREAM

from .combining import NoCommonFormError, combine
from .event_frames import StreamEvents, stream_events
from .supported import STRING_FORMATS, TYPE_KEYWORDS

Schema = dict[str, Any]

BINARY = "application/octet-stream"

_KEPT = {"type", "required", "enum", "const"}


class Skeleton(NamedTuple):
    """What the parser gets, and what it does not see."""

    data: dict[str, Any]
    events: dict[str, StreamEvents]
    """Union of frames -> its events."""
    frames: set[str]
    """Components that describe frames; their events stand for them."""


def build(spec: Spec) -> Skeleton:
    """Make the skeleton of a spec."""
    components = spec.components("schemas")
    events, frames = stream_events(spec)
    schemas: Schema = {"Base64": {"type": "object", "x-python": "Base64"}} if _has_base64(spec.data) else {}
    for name, schema in components.items():
        if name not in frames:
            schemas[name] = _component(spec, schema, ("components", "schemas", name))
    for frame_union, found in events.items():
        source: Pointer = ("components", "schemas", frame_union)
        if found.union in components:
            raise SpecFault(source, f"the events of {frame_union} are called {found.union}, which exists already")
        union = {"anyOf": [{"$ref": f"#/components/schemas/{event.schema}"} for event in found.events]}
        schemas[found.union] = {**_alias(union, source), "x-events": True}
    data = {
        "openapi": "3.1.1",  # the parser takes no other version
        "info": spec.data.get("info"),
        "paths": _paths(spec),
        "components": {"schemas": schemas},
    }
    return Skeleton(data, events, frames)


def is_enum(schema: Schema) -> bool:
    """Whether a schema becomes an enum."""
    return "enum" in schema


def is_scalar(schema: Schema) -> bool:
    """Whether a component has a type without a name of its own, such as plain str."""
    return schema.get("type") in ("string", "integer", "number", "boolean") and not is_enum(schema)


def members(schema: Schema, keyword: str) -> list[tuple[int, Schema]]:
    """Members of a union or allOf that say what a value is, and not only which of its kind are allowed."""
    known = set(schema.get("properties", {}))
    return [(at, member) for at, member in enumerate(schema.get(keyword, [])) if not adds_nothing(member, known)]


def aliases(schema: Schema) -> dict[str, str]:
    """Properties that are another spelling of a sibling, and that sibling."""
    return {
        name: item["x-alias-of"]
        for name, item in schema.get("properties", {}).items()
        if isinstance(item, dict) and "x-alias-of" in item
    }


def _component(spec: Spec, schema: Schema, pointer: Pointer) -> Schema:
    form = _form(spec, schema, pointer)
    return form if "properties" in form or is_enum(form) or is_scalar(form) else _alias(form, pointer)


def _alias(form: Schema, pointer: Pointer) -> Schema:
    return {
        "type": "object",
        "required": ["value"],
        "properties": {"value": form},
        "x-source": list(pointer),
        "x-alias": True,
    }


def _form(spec: Spec, schema: Schema, pointer: Pointer) -> Schema:
    """The part of a schema that gives a value its Python type."""
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    if schema.get("type") == "string" and schema.get("contentEncoding") == "base64":
        return {"$ref": "#/components/schemas/Base64"}
    if schema.get("format") == "binary":
        return {"type": "string", "format": "binary"}
    if is_combined(schema):
        return _combined(spec, schema, pointer)
    form: Schema = {key: schema[key] for key in schema if key in _KEPT}
    if isinstance(schema.get("const"), bool):
        form.pop("type", None)  # the parser would take the type and forget the constant
    if schema.get("format") in STRING_FORMATS:
        form["format"] = schema["format"]
    for key in ("anyOf", "oneOf", "allOf", "prefixItems"):
        if forms := [_form(spec, member, (*pointer, key, at)) for at, member in members(schema, key)]:
            form[key] = forms
    if isinstance(schema.get("items"), dict):
        form["items"] = _form(spec, schema["items"], (*pointer, "items"))
    elif form.get("type") == "array" and "prefixItems" not in form:
        form["items"] = {}
    if properties := _properties(schema):
        given = {name: _form(spec, item, (*pointer, *place)) for name, (place, item) in properties.items()}
        form.update(_with_one_spelling(schema, given, pointer))
    elif "properties" in schema:
        form["properties"] = {}
    if isinstance(schema.get("additionalProperties"), dict):
        place = (*pointer, "additionalProperties")
        form["additionalProperties"] = _form(spec, schema["additionalProperties"], place)
    if form.get("type") == "object" or "properties" in form or "allOf" in form:
        form["x-source"] = list(pointer)
    return form


def _properties(schema: Schema) -> dict[str, tuple[Pointer, Schema]]:
    """The properties of an object, also those that it has under a condition, each with its place."""
    own = {name: (("properties", name), item) for name, item in schema.get("properties", {}).items()}
    return own | conditional_properties(schema)


def is_combined(schema: Schema) -> bool:
    """Whether `allOf` combines several schemas, or one with what is beside it."""
    typed = [member for _, member in members(schema, "allOf") if "$ref" in member or _says_a_type(member)]
    return len(typed) > 1 or (bool(typed) and bool(_properties(schema) or schema.get("required")))


def _says_a_type(schema: Schema) -> bool:
    return bool(TYPE_KEYWORDS & set(schema) or conditional_properties(schema))


def _combined(spec: Spec, schema: Schema, pointer: Pointer) -> Schema:
    """The form of a value that fits every part of a schema with `allOf`."""

    def resolve(form: Schema) -> Schema:
        target = ref_pointer(form["$ref"]) if "$ref" in form else ()
        return _form(spec, spec.resolve(form), target) if target else form

    found: Schema = {}
    for part, place in _parts(spec, schema, pointer):
        try:
            found = combine(found, _form(spec, part, place), resolve)
        except NoCommonFormError as error:
            what = f"the property {error.name} has two types here" if error.name else "no value has both types"
            fix = "give it one type; a part of allOf may only narrow what another one says"
            raise SpecFault(place, f"{what}; {fix}") from None
    return (
        {**found, "x-source": list(pointer)} if "$ref" not in found else {"allOf": [found], "x-source": list(pointer)}
    )


def _parts(spec: Spec, schema: Schema, pointer: Pointer) -> Iterator[tuple[Schema, Pointer]]:
    """The schemas that `allOf` combines, without one in another, and then what is beside it."""
    for at, member in members(schema, "allOf"):
        place: Pointer = (*pointer, "allOf", at)
        target = spec.resolve(member)
        if members(target, "anyOf") or members(target, "oneOf"):
            fix = "write a union of objects that each have all the properties"
            raise SpecFault(place, f"a union among the members of allOf, whose properties would be lost; {fix}")
        if not is_enum(target) and ("properties" in target or "allOf" in target or is_combined(target)):
            yield from _parts(spec, target, spec.follow(place))
        elif "$ref" in member or TYPE_KEYWORDS & set(member):
            yield member, place
        elif conditional_properties(member):
            yield {"type": "object", **member}, place
    beside = {key: value for key, value in schema.items() if key != "allOf"}
    if TYPE_KEYWORDS & set(beside) or conditional_properties(schema):
        yield beside | ({"type": "object"} if _properties(schema) else {}), pointer


def _with_one_spelling(schema: Schema, forms: dict[str, Schema], pointer: Pointer) -> Schema:
    """Properties without aliases, and what is required of them; an alias is what it is an alias of."""
    known = aliases(schema)
    for alias, name in known.items():
        if name not in forms or name in known:
            what = f"{alias} is an alias of {name}, which is not another property"
            raise SpecFault((*pointer, "properties", alias), what)
    kept = {name: form for name, form in forms.items() if name not in known}

    def canonical(part: Schema) -> dict[str, None]:
        return dict.fromkeys(known.get(name, name) for name in part.get("required", []))

    required = canonical(schema)
    for keyword in ("anyOf", "oneOf"):
        choices = [canonical(part) for part in schema.get(keyword, [])]
        if known and choices:  # what every choice requires under one spelling or another
            required |= {name: None for name in choices[0] if all(name in choice for choice in choices)}
    return {"properties": kept, **({"required": list(required)} if required else {})}


def _has_base64(value: Any) -> bool:
    if isinstance(value, dict):
        return value.get("contentEncoding") == "base64" or any(map(_has_base64, value.values()))
    return isinstance(value, list) and any(map(_has_base64, value))


def _paths(spec: Spec) -> Schema:
    paths: Schema = {}
    for index, operation in enumerate(spec.operations):
        form: Schema = {
            "operationId": operation.id,
            "tags": [operation.resource],
            "parameters": [_parameter(spec, parameter) for parameter in operation.parameters],
            "responses": {status: _reply(spec, part) for status, part in operation.responses.items()},
        }
        if operation.body:
            form["requestBody"] = _body(spec, operation)
        names = [f"{{{parameter.name}}}" for parameter in _in_path(operation)]
        paths["/".join(["", str(index), *names])] = {operation.method: form}
    return paths


def _in_path(operation: SpecOperation) -> list[SpecParameter]:
    """The parameters of the path, in its order."""
    found = {parameter.name: parameter for parameter in operation.parameters if parameter.location == "path"}
    return [found[name] for name in operation.path_names]


def _parameter(spec: Spec, parameter: SpecParameter) -> Schema:
    return {
        "name": parameter.name,
        "in": parameter.location,
        "required": parameter.required,
        "schema": _parameter_form(spec, parameter.schema or {}, parameter.schema_pointer),
    }


def _parameter_form(spec: Spec, schema: Schema, pointer: Pointer) -> Schema:
    """The form of a parameter: references to what has no name in Python are resolved."""
    if "$ref" in schema and not is_enum(target := spec.resolve(schema)) and "properties" not in target:
        schema, pointer = target, spec.follow(pointer)
    form = _form(spec, schema, pointer)
    if isinstance(schema.get("items"), dict):
        form["items"] = _parameter_form(spec, schema["items"], (*pointer, "items"))
    return form


def _reply(spec: Spec, part: SpecPart) -> Schema:
    form: Schema = {"description": "", "content": {}}
    if part.json_type:
        form["content"]["application/json"] = {"schema": _form(spec, part.json_schema or {}, part.json_pointer)}
    elif part.lines_type:  # the parser sees a line
        place = (*part.pointer, "content", part.lines_type, "schema")
        schema = part.content[part.lines_type].get("schema") or {}
        form["content"]["application/json"] = {"schema": _form(spec, schema, place)}
    elif set(part.content) - {STREAM}:
        form["content"][BINARY] = {"schema": {"type": "string", "format": "binary"}}
    return form


def _body(spec: Spec, operation: SpecOperation) -> Schema:
    part = operation.body
    assert part
    if part.json_type:
        kind, schema = "application/json", _form(spec, part.json_schema or {}, part.json_pointer)
    elif part.form_type:  # the parser has forms of its own; ours have the fields of a JSON body
        kind, schema = "application/json", _form(spec, part.form_schema, part.form_pointer)
    else:
        kind, schema = BINARY, {"type": "string", "format": "binary"}
    return {"required": part.value.get("required", False), "content": {kind: {"schema": schema}}}
