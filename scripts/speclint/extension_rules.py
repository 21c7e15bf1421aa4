"""Rules about vendor extensions: they have the right shape, and what they name exists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from openapi import METHODS, Pointer, Spec, SpecOperation
from speclint.registry import Problem, rule
from speclint.request_rules import has_field

_TYPE = ("type", "$ref", "format", "enum", "items")
SCHEMA = Path(__file__).parents[2] / "spec" / "extensions.schema.json"


@cache
def validator(owner: str) -> jsonschema_rs.Validator:
    """Validates the extensions of one kind of object."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return jsonschema_rs.validator_for({**schema, "$ref": f"#/$defs/{owner}"})


@rule("extension")
def extension(spec: Spec) -> Iterator[Problem]:
    """Extensions are where they belong, in the shape that spec/extensions.schema.json gives them."""
    media = {found.pointer for found in spec.media}
    schemas = {schema.pointer for schema in spec.schemas}
    for pointer, value in spec.walk():
        if not isinstance(value, dict) or (pointer and pointer[-1] == "properties"):
            continue
        given = {name: entry for name, entry in value.items() if name.startswith("x-")}
        if not given:
            continue
        owner = None
        if pointer[:1] == ("paths",) and len(pointer) == 3 and pointer[2] in METHODS:
            owner = "operation"
        elif pointer[:1] == ("tags",) and len(pointer) == 2:
            owner = "tag"
        elif pointer in media:
            owner = "mediaType"
        elif pointer in schemas:
            owner = "schema"
        fix = "see spec/README.md for the extensions and their shapes"
        if owner is None:
            for name in given:
                yield Problem((*pointer, name), f"{name} does not belong here", fix)
            continue
        for error in validator(owner).iter_errors(given):
            at = (*pointer, *error.instance_path) if error.instance_path else (*pointer, next(iter(given)))
            yield Problem(at, error.message, fix)


@rule("x-idempotent")
def x_idempotent(spec: Spec) -> Iterator[Problem]:
    """Every POST says whether it may be sent again; other methods say it only if they differ from HTTP."""
    for operation in spec.operations:
        given = operation.value.get("x-idempotent")
        if operation.method in ("post", "patch") and given is None:
            what = f"{operation.label} does not say whether it may be sent again"
            yield Problem(operation.pointer, what, "add x-idempotent: true or false")
        if operation.method in ("get", "put", "delete") and given is True:
            what = f"{operation.method.upper()} is idempotent by itself"
            yield Problem((*operation.pointer, "x-idempotent"), what, "leave x-idempotent out")


@rule("x-namespace-parameters")
def x_namespace_parameters(spec: Spec) -> Iterator[Problem]:
    """What a namespace takes is a path parameter of each of its operations."""
    for index, tag in enumerate(spec.data.get("tags") or []):
        names = tag.get("x-namespace-parameters") if isinstance(tag, dict) else None
        for operation in spec.operations if isinstance(names, list) else ():
            if tag.get("name") not in operation.tags:
                continue
            known = {parameter.name for parameter in operation.parameters if parameter.location == "path"}
            for at, name in enumerate(names or []):
                if name not in known:
                    pointer = ("tags", index, "x-namespace-parameters", at)
                    what = f"{operation.label} has no path parameter {name}"
                    yield Problem(pointer, what, "name one that all paths have")


@rule("x-alias-of")
def x_alias_of(spec: Spec) -> Iterator[Problem]:
    """An alias names a sibling that is not an alias itself, and has its type."""
    for schema in spec.shapes:
        given = schema.value.get("properties") if isinstance(schema.value, dict) else None
        properties: dict[str, Any] = given if isinstance(given, dict) else {}
        for name, value in properties.items():
            target = value.get("x-alias-of") if isinstance(value, dict) else None
            if target is None:
                continue
            pointer = (*schema.pointer, "properties", name, "x-alias-of")
            other = properties.get(target)
            if not isinstance(other, dict) or target == name or "x-alias-of" in other:
                what = f"{name} is an alias of {target}, which is not another property"
                yield Problem(pointer, what, "name a sibling")
            elif any(
                other.get(keyword) != value.get(keyword) for keyword in ("type", "$ref", "format", "enum", "items")
            ):
                yield Problem(pointer, f"{name} and {target} differ in type", "give both the same type")


@rule("x-sent-as")
def x_sent_as(spec: Spec) -> Iterator[Problem]:
    """x-sent-as names other schemas of components, whose required fields this one has, and fields of both."""
    schemas = spec.components("schemas")
    for name, schema in schemas.items():
        own, given = set(schema.get("properties", {})), schema.get("x-sent-as")
        for target, fields in given.items() if isinstance(given, dict) else ():
            pointer = ("components", "schemas", name, "x-sent-as", target)
            if target not in schemas or target == name:
                yield Problem(pointer, f"there is no other schema {target}", "name one in components/schemas")
                continue
            if missing := set(schemas[target].get("required", [])) - own:
                yield Problem(
                    pointer, f"{name} lacks {', '.join(sorted(missing))}, which {target} requires", "leave it out"
                )
            for field, blocks in fields.items():
                if field not in schemas[target].get("properties", {}):
                    yield Problem((*pointer, field), f"{target} has no property {field}", "name the one with the list")
                for key, source in blocks.items():
                    if source not in own:
                        yield Problem((*pointer, field, key), f"{name} has no property {source}", "name one of its own")


@rule("x-pagination")
def x_pagination(spec: Spec) -> Iterator[Problem]:
    """What x-pagination names is a parameter or a field of the body, and a field of the reply."""
    for operation, pointer, value in _with(spec, "x-pagination"):
        names = {parameter.name for parameter in operation.parameters}
        body = operation.body.json_schema if operation.body else None
        for key in ("cursor", "offset", "limit"):
            name = value.get(key)
            in_body = value.get("in") == "body"
            if name is None or (has_field(spec, body, [name]) if in_body else name in names):
                continue
            what = f"{operation.label} takes no {name} in the {value.get('in')}"
            yield Problem((*pointer, key), what, "name what it takes")
        for key in ("next", "more", "items"):
            if key in value:
                yield from _field(spec, operation, (*pointer, key), value[key])


@rule("x-polling")
def x_polling(spec: Spec) -> Iterator[Problem]:
    """What x-polling names is in the reply; its states are documented values of the field."""
    for operation, pointer, value in _with(spec, "x-polling"):
        for key in ("state", "result", "error"):
            if key in value:
                yield from _field(spec, operation, (*pointer, key), value[key])
        if "message" in value:
            yield from _field(spec, operation, (*pointer, "message"), value.get("error"), value["message"])
        states = _enum(spec, _reply(operation), str(value.get("state")))
        for key in ("succeeded", "failed", "waiting"):
            for index, name in enumerate(value.get(key) or []):
                if states and name not in states:
                    what = f"{name} is not a documented {value.get('state')}"
                    yield Problem((*pointer, key, index), what, "add it, or correct it")


@rule("x-tool-calls")
def x_tool_calls(spec: Spec) -> Iterator[Problem]:
    """What x-tool-calls names is in the reply, and in each call of it."""
    for operation, pointer, value in _with(spec, "x-tool-calls"):
        if not validator("operation").is_valid({"x-tool-calls": value}):
            continue  # the rule "extension" says what is wrong with its shape
        path = value["calls"].split(".")
        yield from _field(spec, operation, (*pointer, "calls"), *path)
        if "callback" in value:
            yield from _field(spec, operation, (*pointer, "callback"), value["callback"])
        for key in ("id", "name", "input", "background"):
            if key in value and not any(
                has_field(spec, _reply(operation), [*path, *item, value[key]]) for item in ([], ["0"])
            ):
                what = f"{value['calls']} of {operation.label} has no {value[key]}"
                yield Problem((*pointer, key), what, "name a field of a call")


@rule("x-response-format")
def x_response_format(spec: Spec) -> Iterator[Problem]:
    """What x-response-format names is a property of the body."""
    for operation in spec.operations:
        name = operation.value.get("x-response-format")
        body = operation.body.json_schema if operation.body else None
        if isinstance(name, str) and not has_field(spec, body, [name]):
            what = f"the body of {operation.label} has no {name}"
            yield Problem((*operation.pointer, "x-response-format"), what, "name a property of it")


@rule("x-modes")
def x_modes(spec: Spec) -> Iterator[Problem]:
    """A property of the body selects a mode, and a documented reply answers it."""
    for operation, pointer, modes in _with(spec, "x-modes"):
        for index, mode in enumerate(modes):
            at = (*pointer, index)
            body = operation.body.json_schema if operation.body else None
            if not has_field(spec, body, [mode.get("property", "")]):
                what = f"the body of {operation.label} has no {mode.get('property')}"
                yield Problem(at, what, "name a property of it")
            if "status" not in mode:
                continue
            part = operation.responses.get(mode["status"])
            if not part or mode.get("contentType", "application/json") not in part.content:
                what = f"{operation.label} documents no such reply {mode['status']}"
                yield Problem(at, what, "document it, or correct the mode")


def _with(spec: Spec, name: str) -> Iterator[tuple[SpecOperation, Pointer, Any]]:
    """Operations that have an extension, if it is of the right type."""
    for operation in spec.operations:
        value = operation.value.get(name)
        if isinstance(value, list if name == "x-modes" else dict):
            yield operation, (*operation.pointer, name), value


def _field(spec: Spec, operation: SpecOperation, pointer: Pointer, *path: Any) -> Iterator[Problem]:
    if not has_field(spec, _reply(operation), list(path)):
        what = f"the reply of {operation.label} has no {'.'.join(map(str, path))}"
        yield Problem(pointer, what, "name a field of it")


def _reply(operation: SpecOperation) -> Any:
    part = operation.responses.get("200")
    return part.json_schema if part else None


def _enum(spec: Spec, schema: Any, name: str) -> list[str]:
    resolved = spec.resolve(schema) or {}
    found = spec.resolve((resolved.get("properties") or {}).get(name))
    return list(found.get("enum") or []) if isinstance(found, dict) else []
