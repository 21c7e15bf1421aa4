"""Cut the document down to what the parser understands, and refuse what it would get wrong.

The parser of openapi-python-client decides names, imports and conflicts. It sees a skeleton: types, properties and
references. Text, bounds and extensions stay in the document, where the views find them again through `x-source`, the
pointer that every object of the skeleton carries. What the parser would lose is written in a form that it keeps:

- A component that is neither an object with properties nor an enum nor a plain scalar becomes an object with the one
  required property `value`. So unions, arrays and maps keep their names, wherever they are referred to.
- A string in base64 becomes a reference to the placeholder `Base64`.
- An event stream becomes a union of its events, named after the union of its frames.
- A property that is another spelling of a sibling is left out, and what needs it needs the sibling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from .document import Document, Pointer, Raw, SpecError

Schema = dict[str, Any]

JSON = re.compile(r"application/(.+\+)?json(;.*)?")
STREAM = "text/event-stream"
BINARY = "application/octet-stream"

_KEPT = {"type", "required", "enum", "const"}
_WITHOUT_FORM = {
    *("title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "externalDocs"),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern"),
    *("minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains", "minProperties", "$comment"),
    *("maxProperties", "propertyNames", "dependentRequired", "not", "if", "then", "else", "discriminator"),
    *("contentEncoding", "contentMediaType", "contentSchema", "format", "unevaluatedProperties"),
}
_WITH_FORM = {"properties", "items", "additionalProperties", "anyOf", "oneOf", "allOf", "prefixItems"}
_FORMATS = {"date-time", "date", "uuid"}
_NAMES_TAKEN = {
    *("Base64", "Unknown", "Unset", "File", "Response", "Any", "Literal", "Mapping", "Sequence", "Callable", "Self"),
    *("Request", "Operation", "Pagination", "Polling", "EventType", "EventTypes", "Client", "AuthenticatedClient"),
    *("FilledField", "CollectedField"),
    *("Caller", "EventStream", "Job", "Page", "AsyncCaller", "AsyncEventStream", "AsyncJob", "AsyncPage", "UUID"),
}


class Event(NamedTuple):
    """One frame of an event stream: `event: content`, with the schema of its data."""

    name: str
    schema: str
    keys: list[str]


class Events(NamedTuple):
    """A union of frames."""

    union: str
    events: list[Event]
    done_mark: str | None


class Skeleton(NamedTuple):
    """What the parser gets, and what it does not see."""

    data: dict[str, Any]
    events: dict[str, Events]
    """Union of frames -> its events."""
    frames: set[str]
    """Components that describe frames; their events stand for them."""


def build(document: Document) -> Skeleton:
    """Make the skeleton of a document."""
    document.see_references()
    components = document.data.get("components", {}).get("schemas", {})
    for name, schema in components.items():
        _see_object(schema, ("components", "schemas", name))
    operations = list(document.operations())
    events = {name: _events(name, components) for name in _stream_schemas(operations)}
    frames = set(events) | {frame for name in events for frame in _refs(components[name])}
    schemas: Schema = {"Base64": {"type": "object", "x-python": "Base64"}} if _has_base64(components) else {}
    for name, schema in components.items():
        if name in _NAMES_TAKEN:
            raise SpecError(("components", "schemas", name), f"{name} is a name of the package's own; choose another")
        if name not in frames:
            schemas[name] = _component(schema, ("components", "schemas", name))
    for frame_union, found in events.items():
        source: Pointer = ("components", "schemas", frame_union)
        if found.union in components:
            raise SpecError(source, f"the events of {frame_union} are called {found.union}, which exists already")
        union = {"anyOf": [{"$ref": f"#/components/schemas/{event.schema}"} for event in found.events]}
        schemas[found.union] = {**_alias(union, source), "x-events": True}
    data = {
        "openapi": document.data.get("openapi"),
        "info": document.data.get("info"),
        "paths": _paths(document, operations),
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
    """Members of a union or allOf that say what a value is, and not only which values of the kind are allowed."""
    known = set(schema.get("properties", {}))
    return [(at, member) for at, member in enumerate(schema.get(keyword, [])) if not _is_constraint(member, known)]


def aliases(schema: Schema) -> dict[str, str]:
    """Properties that are another spelling of a sibling, and that sibling."""
    return {
        name: item["x-alias-of"]
        for name, item in schema.get("properties", {}).items()
        if isinstance(item, dict) and "x-alias-of" in item
    }


def _component(schema: Schema, pointer: Pointer) -> Schema:
    if "$ref" in schema:
        raise SpecError(pointer, "a component that is only a reference has no class of its own; refer to its target")
    if "properties" in schema or len(members(schema, "allOf")) > 1 or is_enum(schema) or is_scalar(schema):
        return _form(schema, pointer)
    return _alias(_form(schema, pointer), pointer)


def _alias(form: Schema, pointer: Pointer) -> Schema:
    return {
        "type": "object",
        "required": ["value"],
        "properties": {"value": form},
        "x-source": list(pointer),
        "x-alias": True,
    }


def _form(schema: Any, pointer: Pointer) -> Schema:
    """The part of a schema that gives a value its Python type."""
    _see_object(schema, pointer)
    if "$ref" in schema:
        if extra := set(schema) - {"$ref", "description", "summary"}:
            raise SpecError(pointer, f"{min(extra)} beside $ref would be lost: write allOf: [{{$ref}}] with it beside")
        return {"$ref": schema["$ref"]}
    for keyword in schema:
        if keyword not in _KEPT | _WITHOUT_FORM | _WITH_FORM and not keyword.startswith("x-"):
            raise SpecError((*pointer, keyword), f"the generator does not know {keyword}")
    if schema.get("type") == "string" and schema.get("contentEncoding") == "base64":
        return {"$ref": "#/components/schemas/Base64"}
    if schema.get("format") == "binary":
        raise SpecError(pointer, "binary content has no place in JSON: use contentEncoding: base64")
    if isinstance(schema.get("type"), list) and {"enum", "const"} & set(schema):
        raise SpecError(pointer, "write a nullable enum or const as anyOf: [{$ref}, {type: 'null'}]")
    if None in schema.get("enum", []):
        raise SpecError(pointer, "write null beside the enum, as anyOf: [{$ref}, {type: 'null'}]")
    combined = [keyword for keyword in ("anyOf", "oneOf", "allOf") if members(schema, keyword)]
    if len(combined) > 1 or (combined and "properties" in schema):
        raise SpecError(pointer, f"properties beside {combined[0]} would be lost: move them into its members")
    form: Schema = {key: schema[key] for key in schema if key in _KEPT}
    if schema.get("format") in _FORMATS:
        form["format"] = schema["format"]
    if not isinstance(form.get("const", ""), (str, int)):
        raise SpecError(
            (*pointer, "const"), "a const is a string, an integer or a boolean; Python has no Literal of it"
        )
    for key in ("anyOf", "oneOf", "allOf", "prefixItems"):
        if forms := [_form(member, (*pointer, key, at)) for at, member in members(schema, key)]:
            form[key] = forms
    if "items" in schema:
        form["items"] = _form(schema["items"], (*pointer, "items"))
    elif form.get("type") == "array" and "prefixItems" not in form:
        form["items"] = {}
    if "properties" in schema:
        given = {name: _form(item, (*pointer, "properties", name)) for name, item in schema["properties"].items()}
        form.update(_with_one_spelling(schema, given, pointer))
    if isinstance(schema.get("additionalProperties"), dict):
        form["additionalProperties"] = _form(schema["additionalProperties"], (*pointer, "additionalProperties"))
    if form.get("type") == "object" or "properties" in form or "allOf" in form:
        form["x-source"] = list(pointer)
    return form


def _see_object(schema: Any, pointer: Pointer) -> None:
    if not isinstance(schema, dict):
        raise SpecError(pointer, "write {} for any value, and leave out what is never there; not true or false")


def _with_one_spelling(schema: Schema, forms: dict[str, Schema], pointer: Pointer) -> Schema:
    """Properties without aliases, and what is required of them; an alias is what it is an alias of."""
    known = aliases(schema)
    for alias, name in known.items():
        if name not in forms or name in known:
            what = f"{alias} is an alias of {name}, which is no other property"
            raise SpecError((*pointer, "properties", alias), what)
    kept = {name: form for name, form in forms.items() if name not in known}

    def canonical(part: Schema) -> dict[str, None]:
        return dict.fromkeys(known.get(name, name) for name in part.get("required", []))

    required = canonical(schema)
    for keyword in ("anyOf", "oneOf"):
        choices = [canonical(part) for part in schema.get(keyword, [])]
        if known and choices:  # what every choice needs under one spelling or another
            required |= {name: None for name in choices[0] if all(name in choice for choice in choices)}
    return {"properties": kept, **({"required": list(required)} if required else {})}


def _is_constraint(schema: Any, known: set[str]) -> bool:
    """Whether a member of a union or allOf only narrows the known properties, as `required: [name]` does."""
    if not isinstance(schema, dict) or not schema or not known:
        return False
    if {"$ref", "items", "enum", "const", "additionalProperties", "prefixItems"} & set(schema):
        return False
    inner = [member for keyword in ("anyOf", "oneOf", "allOf") for member in schema.get(keyword, [])]
    return (
        schema.get("type", "object") == "object"
        and known.issuperset(schema.get("properties", {}))
        and all(_is_constraint(member, known) for member in inner)
    )


def _has_base64(value: Any) -> bool:
    if isinstance(value, dict):
        return value.get("contentEncoding") == "base64" or any(map(_has_base64, value.values()))
    return isinstance(value, list) and any(map(_has_base64, value))


def _refs(schema: Schema) -> list[str]:
    members: list[Schema] = schema.get("anyOf") or schema.get("oneOf") or []
    return [member["$ref"].rpartition("/")[2] for member in members if "$ref" in member]


def _stream_schemas(operations: list[Raw]) -> Iterator[str]:
    """Names of the schemas of event streams, each once."""
    seen = set()
    for operation in operations:
        for status, reply in operation.responses.items():
            schema = reply.get("content", {}).get(STREAM, {}).get("schema", {})
            pointer = (*operation.pointer, "responses", status)
            if STREAM in reply.get("content", {}) and "$ref" not in schema:
                raise SpecError(pointer, f"the schema of {STREAM} is a reference to a union of frames")
            name = schema.get("$ref", "").rpartition("/")[2]
            if name and name not in seen:
                seen.add(name)
                yield name


def _events(name: str, components: dict[str, Schema]) -> Events:
    frames = {frame: components[frame] for frame in _refs(components[name])} or {name: components[name]}
    found: list[Event] = []
    done_mark: str | None = None
    for frame, schema in frames.items():
        properties = schema.get("properties", {})
        data = properties.get("data")
        if data is None:
            raise SpecError(("components", "schemas", frame), "a frame of an event stream has the property data")
        if "const" in data:
            done_mark = data["const"]
        elif "contentSchema" in data:
            event = properties.get("event", {}).get("const", "message")
            schema_name = data["contentSchema"].get("$ref", "").rpartition("/")[2]
            if schema_name not in components:
                raise SpecError(("components", "schemas", frame), "contentSchema is a reference to a component")
            found.append(Event(event, schema_name, schema.get("x-event-keys", [])))
    return Events(f"{name.removesuffix('Frame').removesuffix('Event')}Event", found, done_mark)


def _paths(document: Document, operations: list[Raw]) -> Schema:
    paths: Schema = {}
    for operation in operations:
        form: Schema = {
            "operationId": operation.id,
            "tags": operation.data.get("tags", []),
            "parameters": [_parameter(document, operation, parameter) for parameter in operation.parameters],
            "responses": {status: _reply(operation, status, reply) for status, reply in operation.responses.items()},
        }
        if operation.body:
            form["requestBody"] = _body(operation)
        paths.setdefault(operation.path, {})[operation.method] = form
    return paths


def _parameter(document: Document, operation: Raw, parameter: Schema) -> Schema:
    pointer = (*operation.pointer, "parameters")
    name = parameter["name"]
    if "schema" not in parameter:
        raise SpecError(pointer, f"the parameter {name} has no schema; content is not understood")
    if parameter["in"] == "cookie":
        raise SpecError(pointer, f"the parameter {name} is a cookie; httpx sends cookies from the client only")
    usual = {"query": ("form", True), "path": ("simple", False), "header": ("simple", False)}[parameter["in"]]
    style = (parameter.get("style", usual[0]), parameter.get("explode", usual[1]))
    if style[0] != usual[0] or (parameter["in"] == "query" and not style[1]):
        raise SpecError(pointer, f"the parameter {name} is written in a style that is not generated: {usual[0]} only")
    return {
        "name": name,
        "in": parameter["in"],
        "required": parameter.get("required", False),
        "schema": _parameter_form(document, parameter["schema"], (*pointer, name)),
    }


def _parameter_form(document: Document, schema: Schema, pointer: Pointer) -> Schema:
    """Parameters take scalars, enums and arrays of them, so references to other things are resolved."""
    target = document.resolve(schema) if isinstance(schema, dict) else {}
    if target is not schema and target and not is_enum(target):
        schema = target
    form = _form(schema, pointer)
    if "items" in schema:
        form["items"] = _parameter_form(document, schema["items"], (*pointer, "items"))
    return form


def _reply(operation: Raw, status: str, reply: Schema) -> Schema:
    form: Schema = {"description": "", "content": {}}
    content = reply.get("content", {})
    pointer = (*operation.pointer, "responses", status, "content")
    json = [kind for kind in content if JSON.fullmatch(kind)]
    others = [kind for kind in content if kind not in json and kind != STREAM]
    if len(json) > 1 or (json and others):
        raise SpecError(pointer, "one reply has one form: JSON, or something else")
    if json:
        form["content"]["application/json"] = {"schema": _form(content[json[0]].get("schema", {}), pointer)}
    elif others:
        form["content"][BINARY] = {"schema": {"type": "string", "format": "binary"}}
    return form


def _body(operation: Raw) -> Schema:
    pointer = (*operation.pointer, "requestBody")
    content = operation.body.get("content", {})
    if len(content) != 1:
        raise SpecError(pointer, "a request body has exactly one content type")
    kind, media = next(iter(content.items()))
    if kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
        raise SpecError(pointer, "forms are not generated: take JSON, or the content alone")
    if JSON.fullmatch(kind):
        schema, kind = _form(media.get("schema", {}), pointer), "application/json"
    else:
        schema, kind = {"type": "string", "format": "binary"}, BINARY
    return {"required": operation.body.get("required", False), "content": {kind: {"schema": schema}}}
