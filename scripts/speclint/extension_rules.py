"""Rules about vendor extensions: their shape, and that what they name is there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from speclint.document import METHODS, Document, Operation, Place
from speclint.registry import Problem, rule
from speclint.request_rules import has_field

SCHEMA = Path(__file__).parents[2] / "spec" / "extensions.schema.json"


@cache
def validator(owner: str) -> jsonschema_rs.Validator:
    """Validates the extensions of one kind of object."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return jsonschema_rs.validator_for({**schema, "$ref": f"#/$defs/{owner}"})


@rule("extension")
def extension(document: Document) -> Iterator[Problem]:
    """Extensions stand where they belong, in the shape that spec/extensions.schema.json gives them."""
    media = {found.place for found in document.media()}
    schemas = {schema.place for schema in document.schemas}
    for place, value in document.walk():
        if not isinstance(value, dict) or (place and place[-1] == "properties"):
            continue
        given = {name: entry for name, entry in value.items() if name.startswith("x-")}
        if not given:
            continue
        owner = None
        if place[:1] == ("paths",) and len(place) == 3 and place[2] in METHODS:
            owner = "operation"
        elif place[:1] == ("tags",) and len(place) == 2:
            owner = "tag"
        elif place in media:
            owner = "mediaType"
        elif place in schemas:
            owner = "schema"
        mend = "see spec/README.md for the extensions and their shapes"
        if owner is None:
            for name in given:
                yield Problem((*place, name), f"{name} does not belong here", mend)
            continue
        for error in validator(owner).iter_errors(given):
            at = (*place, *error.instance_path) if error.instance_path else (*place, next(iter(given)))
            yield Problem(at, error.message, mend)


@rule("x-idempotent")
def x_idempotent(document: Document) -> Iterator[Problem]:
    """Every POST says whether it may be sent again; another method only where it is not what HTTP says of it."""
    for operation in document.operations():
        given = operation.value.get("x-idempotent")
        place = (*operation.place, "x-idempotent")
        if operation.method in ("post", "patch") and given is None:
            mend = "add x-idempotent: true or false"
            yield Problem(operation.place, f"{operation.id} does not say whether it may be sent again", mend)
        if operation.method in ("get", "put", "delete") and given is True:
            yield Problem(place, f"{operation.method.upper()} is idempotent by itself", "leave x-idempotent out")


@rule("x-namespace-parameters")
def x_namespace_parameters(document: Document) -> Iterator[Problem]:
    """What a namespace takes is a path parameter of each of its operations."""
    for index, tag in enumerate(document.tree.get("tags") or []):
        names = tag.get("x-namespace-parameters") if isinstance(tag, dict) else None
        for operation in document.operations() if isinstance(names, list) else ():
            known = {entry.get("name") for _, entry in document.parameters(operation) if entry.get("in") == "path"}
            for place, name in enumerate(names or []):
                if tag.get("name") in (operation.value.get("tags") or []) and name not in known:
                    at = ("tags", index, "x-namespace-parameters", place)
                    yield Problem(at, f"{operation.id} has no path parameter {name}", "name one that all paths have")


@rule("x-alias-of")
def x_alias_of(document: Document) -> Iterator[Problem]:
    """An alias names a sibling that is no alias itself, and has its type."""
    for schema in document.shapes:
        properties = schema.value.get("properties") if isinstance(schema.value, dict) else None
        for name, value in (properties if isinstance(properties, dict) else {}).items():
            target = value.get("x-alias-of") if isinstance(value, dict) else None
            if target is None:
                continue
            place = (*schema.place, "properties", name, "x-alias-of")
            other = (properties or {}).get(target)
            if not isinstance(other, dict) or target == name or "x-alias-of" in other:
                yield Problem(place, f"{name} is an alias of {target}, which is no other property", "name a sibling")
            elif any(other.get(word) != value.get(word) for word in ("type", "$ref", "format", "enum", "items")):
                yield Problem(place, f"{name} and {target} differ in type", "give both the same type")


@rule("x-pagination")
def x_pagination(document: Document) -> Iterator[Problem]:
    """What x-pagination names is a parameter or a field of the body, and a field of the reply."""
    for operation, place, value in _with(document, "x-pagination"):
        names = {str(parameter.get("name")) for _, parameter in document.parameters(operation)}
        for word in ("cursor", "offset", "limit"):
            name = value.get(word)
            in_body = value.get("in") == "body"
            if name is None or (has_field(document, _body(operation), [name]) if in_body else name in names):
                continue
            yield Problem(
                (*place, word), f"{operation.id} takes no {name} in the {value.get('in')}", "name what it takes"
            )
        reply = _reply(document, operation)
        for word in ("next", "more", "items"):
            if word in value and not has_field(document, reply, [value[word]]):
                yield Problem((*place, word), f"the reply of {operation.id} has no {value[word]}", "name a field of it")


@rule("x-polling")
def x_polling(document: Document) -> Iterator[Problem]:
    """What x-polling names is in the reply; its words are among the documented values of the state."""
    for operation, place, value in _with(document, "x-polling"):
        reply = _reply(document, operation)
        for word in ("state", "result", "error"):
            if word in value and not has_field(document, reply, [value[word]]):
                yield Problem((*place, word), f"the reply of {operation.id} has no {value[word]}", "name a field of it")
        state = _enum(document, reply, str(value.get("state")))
        for word in ("succeeded", "failed", "waiting"):
            for index, name in enumerate(value.get(word) or []):
                if state and name not in state:
                    yield Problem(
                        (*place, word, index), f"{name} is no documented {value.get('state')}", "add it, or correct it"
                    )


@rule("x-modes")
def x_modes(document: Document) -> Iterator[Problem]:
    """A mode is chosen by a property of the body and answered by a documented reply."""
    for operation, place, modes in _with(document, "x-modes"):
        for index, mode in enumerate(modes):
            at = (*place, index)
            if not has_field(document, _body(operation), [mode.get("property", "")]):
                yield Problem(at, f"the body of {operation.id} has no {mode.get('property')}", "name a property of it")
            if "status" not in mode:
                continue
            reply = document.resolve((operation.value.get("responses") or {}).get(mode["status"]))
            content = (reply or {}).get("content") or {}
            if mode.get("contentType", "application/json") not in content:
                yield Problem(
                    at, f"{operation.id} documents no such reply {mode['status']}", "document it, or correct the mode"
                )


def _with(document: Document, name: str) -> Iterator[tuple[Operation, Place, Any]]:
    """Operations that carry an extension of the right type."""
    for operation in document.operations():
        value = operation.value.get(name)
        if isinstance(value, list if name == "x-modes" else dict):
            yield operation, (*operation.place, name), value


def _body(operation: Operation) -> Any:
    content = (operation.value.get("requestBody") or {}).get("content") or {}
    return (content.get("application/json") or {}).get("schema")


def _reply(document: Document, operation: Operation) -> Any:
    response = document.resolve((operation.value.get("responses") or {}).get("200")) or {}
    return ((response.get("content") or {}).get("application/json") or {}).get("schema")


def _enum(document: Document, schema: Any, name: str) -> list[str]:
    resolved = document.resolve(schema) or {}
    found = document.resolve((resolved.get("properties") or {}).get(name))
    return list(found.get("enum") or []) if isinstance(found, dict) else []
