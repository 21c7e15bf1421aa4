"""Find what the generator cannot make code from, or would lose silently.

Everything is compared with the tables in `supported`. The checks do not rely on the shape of the spec, because the
linter runs them on specs with faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from openapi import Pointer, Spec, SpecOperation, SpecPart, ref_pointer
from openapi.python_names import class_name, python_name
from openapi.spec_operation import JSON, MULTIPART, STREAM

from . import supported
from .parameter_refusals import form_refusals, parameter_refusals
from .schema_refusals import schema_refusals
from .supported import Refused

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OPENAPI_DIALECT = "https://spec.openapis.org/oas/3.1/dialect/base"
_REFERABLE = ("parameters", "responses", "headers", "links", "requestBodies", "examples")


def refusals(spec: Spec) -> Iterator[Refused]:
    """Everything in a spec that is not supported."""
    yield from _parts(spec)
    for pointer, value in spec.walk():
        if (
            isinstance(value, dict)
            and isinstance(value.get("$ref"), str)
            and not (pointer and pointer[-1] == "properties")
        ):
            yield from _reference(spec, pointer, value)
    yield from _same_paths(spec)
    for operation in spec.operations:
        yield from _operation(operation)
        for parameter in operation.parameters:
            yield from parameter_refusals(spec, parameter)
        yield from _body(operation)
        yield from _success(operation)
        for status, part in operation.responses.items():
            yield from _reply(status, part)
        yield from _argument_names(spec, operation)
    yield from schema_refusals(spec)
    yield from _class_names(spec)


def _parts(spec: Spec) -> Iterator[Refused]:
    if "webhooks" in spec.data:
        yield Refused(("webhooks",), "webhooks are not generated", "leave them out")
    if spec.components("pathItems"):
        yield Refused(("components", "pathItems"), "path items in components are not generated", "write them as paths")
    first: dict[str, Any] = next(iter(spec.data.get("servers") or []), {})
    if not spec.operations:
        yield Refused(("paths",) if "paths" in spec.data else (), "the spec has no operations", "write one below paths")
    if (dialect := spec.data.get("jsonSchemaDialect", _DIALECT)) not in (_DIALECT, _OPENAPI_DIALECT):
        yield Refused(("jsonSchemaDialect",), f"schemas of {dialect} are not read", f"write them in {_DIALECT}")
    if missing := sorted(set(re.findall(r"{([^{}]*)}", str(first.get("url", "")))) - _defaults(first).keys()):
        what = f"{{{missing[0]}}} is not a variable of the server"
        yield Refused(("servers", 0, "url"), what, "add it to its variables, with a default")
    for path, item in spec.paths.items():
        if "$ref" in item:
            yield Refused(
                ("paths", path), "a path item that is a reference is not generated", "write the operations here"
            )
        if "servers" in item:
            yield from _servers(("paths", path, "servers"), item["servers"] or [{}], first)


def _servers(pointer: Pointer, servers: list[dict[str, Any]], first: dict[str, Any]) -> Iterator[Refused]:
    """The client has one base URL, so a path's own server has to be reachable from the first server of the spec."""
    if len(servers) != 1:
        yield Refused(pointer, f"{len(servers)} servers of one path", "leave one: the client has one base URL")
    own, base = (urlsplit(str(server.get("url", ""))) for server in (servers[0], first))
    if own[:2] != base[:2]:
        yield Refused((*pointer, 0, "url"), "another host than the first server's", "use the same host")
    if not _defaults(servers[0]).items() <= _defaults(first).items():
        yield Refused((*pointer, 0), "other variables than the first server's", "repeat those of the first server")


def _defaults(server: dict[str, Any]) -> dict[str, Any]:
    return {name: variable.get("default") for name, variable in (server.get("variables") or {}).items()}


def _reference(spec: Spec, pointer: Pointer, value: dict[str, Any]) -> Iterator[Refused]:
    ref, at, kind = value["$ref"], (*pointer, "$ref"), _kind(pointer)
    target = ref_pointer(ref) if ref.startswith("#/") else ()
    if not target:
        yield Refused(at, f"$ref {ref} leaves the file", "bring what it names into components")
    elif len(target) != 3 or target[:2] != ("components", kind):
        yield Refused(at, f"$ref {ref} does not name one of components/{kind}", f"refer to #/components/{kind}/<Name>")
    elif spec.at(target) is None:
        yield Refused(at, f"$ref {ref} leads nowhere", "correct the name, or write the component")
    if pointer[:1] == ("components",) and len(pointer) == 3 and not spec.follow(pointer):
        yield Refused(pointer, f"the component {pointer[2]} is only a reference to itself", "write what it is")
    allowed = supported.BESIDE_REF if kind == "schemas" else frozenset[str]()
    for keyword in sorted(set(value) - {"$ref"} - allowed):
        fix = f"write allOf: [{{$ref: ...}}] with {keyword} beside it" if kind == "schemas" else "remove it"
        yield Refused((*pointer, keyword), f"{keyword} beside $ref would be lost", fix)


def _kind(pointer: Pointer) -> str:
    """The kind of component that a reference has to name."""
    if pointer[:2] != ("components", "schemas") and "schema" not in pointer:
        if pointer[-1] == "requestBody":
            return "requestBodies"
        if len(pointer) > 1 and pointer[-2] in _REFERABLE:
            return str(pointer[-2])
    return "schemas"


def _same_paths(spec: Spec) -> Iterator[Refused]:
    known: dict[tuple[str, str], SpecOperation] = {}
    for operation in spec.operations:
        other = known.setdefault((operation.method, re.sub(r"{[^{}]*}", "{}", operation.path)), operation)
        if other.path != operation.path and other.base == operation.base:
            what = f"{operation.label} and {other.label} have the same path, but for the names in it"
            yield Refused(("paths", operation.path), what, "leave one of them")


def _operation(operation: SpecOperation) -> Iterator[Refused]:
    if not operation.id:
        yield Refused(operation.pointer, f"{operation.label} has no operationId", "write operationId: <tag>_<verb>")
    elif not supported.METHOD_NAME.fullmatch(name := operation.method_name):
        yield Refused(
            (*operation.pointer, "operationId"),
            f"the method of {operation.id} would be called {name}",
            "begin with a letter",
        )
    yield from _path(operation)
    if "callbacks" in operation.value:
        what = "callbacks of an operation are not generated"
        yield Refused((*operation.pointer, "callbacks"), what, "leave them out")
    if "servers" in operation.value:
        first: dict[str, Any] = next(iter(operation.file.data.get("servers") or []), {})
        yield from _servers((*operation.pointer, "servers"), operation.value["servers"] or [{}], first)


def _path(operation: SpecOperation) -> Iterator[Refused]:
    pointer, names = ("paths", operation.path), operation.path_names
    declared = [parameter.name for parameter in operation.parameters if parameter.location == "path"]
    for name in dict.fromkeys(names):
        if name not in declared:
            yield Refused(pointer, f"{{{name}}} is not a parameter of {operation.label}", "add it, with in: path")
        if names.count(name) > 1:
            yield Refused(pointer, f"{{{name}}} is in the path twice", "give the second one another name")
    for name in declared:
        if name not in names:
            yield Refused(pointer, f"the path parameter {name} is not in {operation.path}", "remove it")
    rest = re.sub(r"{[^{}]*}", "", operation.path)
    if {"{", "}"} & set(rest):
        yield Refused(pointer, "a brace without its other one", "close it, or remove it")
    if {".", ".."} & set(re.sub(r"{[^{}]*}", "x", operation.path).split("/")):
        yield Refused(pointer, "a segment of dots, which clients leave out", "write the path that is meant")
    for mark in ("?", "#"):
        if mark in rest:
            yield Refused(pointer, f"{mark} in a path begins something else", "use query parameters, or remove it")


def _body(operation: SpecOperation) -> Iterator[Refused]:
    if not operation.body:
        return
    pointer = (*operation.body.pointer, "content")
    if not operation.body.content:
        yield Refused(pointer, "a request body without a content type", "add one")
    if len(operation.body.content) > 1 and not (operation.body.json_type or operation.body.form_type):
        yield Refused(pointer, "several content types of which none is JSON or a form", "leave one")
    for kind in () if operation.body.json_type else operation.body.content:
        if supported.REFUSED_BODIES.fullmatch(kind):
            yield Refused((*pointer, kind), f"{kind} is not generated", f"take {MULTIPART}, or the content alone")
    if operation.body.form_type and not _is_object(operation.file.resolve(operation.body.form_schema)):
        what = "a form that is no object, so that its fields have no names"
        yield Refused((*pointer, operation.body.form_type), what, "give it a schema with properties")
    if operation.body.form_type and operation.body.form_type != MULTIPART:
        for name in form_refusals(operation.file, operation.file.resolve(operation.body.form_schema)):
            what = f"the field {name} of the form cannot be an array of objects or arrays"
            yield Refused((*pointer, operation.body.form_type), what, f"use {MULTIPART}, or an object around the array")


def _success(operation: SpecOperation) -> Iterator[Refused]:
    statuses = set(operation.responses)
    if statuses and "default" not in statuses and not any(status.startswith("2") for status in statuses):
        what = f"{operation.label} documents no success, so that its method would raise an error whatever comes"
        yield Refused((*operation.pointer, "responses"), what, "add one, such as '204' or 2XX")


def _is_object(schema: Any) -> bool:
    return isinstance(schema, dict) and bool({"properties", "allOf"} & set(schema))


def _reply(status: str, part: SpecPart) -> Iterator[Refused]:
    if not supported.STATUS.fullmatch(status):
        yield Refused(part.place, f"{status} is not a status", "write a number such as 404, 4XX, or default")
    json = [kind for kind in part.content if JSON.fullmatch(kind)]
    for kind in json[1:]:
        if part.content[kind].get("schema") != part.json_schema:
            what = f"{json[0]} and {kind} have two schemas, and a reply is read as one"
            yield Refused((*part.pointer, "content", kind), what, "give both the same schema, such as a union")
    for kind, media in part.content.items():
        if "itemSchema" in media:
            what = f"itemSchema of {kind}, which is neither events nor JSON lines"
            yield Refused((*part.pointer, "content", kind, "itemSchema"), what, "write schema")
        if kind != STREAM and "x-event-stream" in media:
            what = f"{kind} has no events for x-event-stream"
            yield Refused((*part.pointer, "content", kind, "x-event-stream"), what, "remove it")
    lines = part.content.get(part.lines_type) or {}
    if isinstance(lines.get("schema"), dict) and lines["schema"].get("type") == "array":
        what = f"an array may be one line of {part.lines_type}, or all of them"
        fix = "write the schema of one line; if that is an array, write it in components/schemas, and refer to it"
        yield Refused((*part.pointer, "content", part.lines_type, "schema"), what, fix)
    if STREAM in part.content and len(set(part.content) - {STREAM} - set(json)):
        what = f"{STREAM} beside a media type other than JSON"
        yield Refused((*part.pointer, "content"), what, "give them replies of their own")


def _argument_names(spec: Spec, operation: SpecOperation) -> Iterator[Refused]:
    namespace = spec.namespace_parameters(operation.tag)
    known: set[tuple[str, str]] = set()
    for parameter in operation.parameters:
        name, wire = python_name(parameter.name), parameter.name
        given = (parameter.location, wire.lower() if parameter.location == "header" else wire)
        if given in known:
            yield Refused(parameter.place, f"{operation.label} has the {given[0]} parameter {wire} twice", "remove one")
        known.add(given)
        taken: frozenset[str] = frozenset()
        if parameter.name in namespace:
            taken |= supported.NAMESPACE_ARGUMENTS
        if "x-polling" in operation.value:
            taken |= supported.WAITING_ARGUMENTS
        if name in taken:
            what = f"{operation.label} cannot have a parameter {name}, which the generated code needs"
            yield Refused(parameter.place, what, "rename it")


def _class_names(spec: Spec) -> Iterator[Refused]:
    names: dict[str, str] = {}
    for name in spec.components("schemas"):
        if (other := names.setdefault(class_name(name), name)) != name:
            what = f"{other} and {name} would both be the class {class_name(name)}"
            yield Refused(("components", "schemas", name), what, "rename one of them")
