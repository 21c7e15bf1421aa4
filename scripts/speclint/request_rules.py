"""Rules about requests: parameters, bodies, servers, and the links that lead to an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from openapi import METHODS, Pointer, Spec, SpecOperation
from speclint.registry import Problem, rule

_PATH_TYPES = ("string", "integer", "boolean", "array")


@rule("parameter")
def parameter(spec: Spec) -> Iterator[Problem]:
    """Parameters are components with an example; those of a path have a plain type. What is required is not null."""
    for path, item in spec.paths.items():
        holders = [(("paths", path), item), *((("paths", path, method), item.get(method)) for method in METHODS)]
        for place, holder in holders:
            for index, entry in enumerate((holder.get("parameters") or []) if isinstance(holder, dict) else []):
                if isinstance(entry, dict) and "$ref" not in entry:
                    what = "an inline parameter"
                    yield Problem((*place, "parameters", index), what, "move it to components/parameters")
    for name, entry in spec.components("parameters").items():
        pointer = ("components", "parameters", name)
        schema = spec.resolve(entry.get("schema"))
        kind = schema.get("type") if isinstance(schema, dict) else None
        if entry.get("in") == "path" and kind not in _PATH_TYPES:
            yield Problem(pointer, f"{name} is in the path and neither text nor a number", "make it type: string")
        if entry.get("in") == "path" and entry.get("required") is not True:
            yield Problem(pointer, f"{name} is in the path and not required", "add required: true")
        if entry.get("required") is True and "schema" in entry and _may_be_null(spec, entry["schema"]):
            what = f"{name} is required and may be null, which only content of application/json can say"
            yield Problem((*pointer, "schema"), what, "remove null, or required: true")
        if "example" not in entry and "examples" not in entry:
            yield Problem(pointer, f"{name} has no example", "add example or examples")


def _may_be_null(spec: Spec, schema: Any, depth: int = 0) -> bool:
    schema = spec.resolve(schema)
    if not isinstance(schema, dict) or depth > 20:
        return False
    members = [*(schema.get("anyOf") or []), *(schema.get("oneOf") or [])]
    kinds = schema.get("type")
    types = kinds if isinstance(kinds, list) else [kinds]
    return "null" in types or any(_may_be_null(spec, one, depth + 1) for one in members)


@rule("path-parameter")
def path_parameter(spec: Spec) -> Iterator[Problem]:
    """What is in braces is declared once, for the whole path, and nothing else is."""
    for path, item in spec.paths.items():
        wanted = re.findall(r"{([^}]*)}", path)
        entries = [spec.resolve(entry) for entry in item.get("parameters") or []]
        declared = [entry["name"] for entry in entries if isinstance(entry, dict) and entry.get("in") == "path"]
        for name in wanted:
            if name not in declared:
                yield Problem(("paths", path), f"{{{name}}} is not declared", "add it to the parameters of the path")
        for name in declared:
            if name not in wanted:
                yield Problem(("paths", path), f"{name} is declared but not in {path}", "remove it")
    for operation in spec.operations:
        for index, entry in enumerate(operation.value.get("parameters") or []):
            if (spec.resolve(entry) or {}).get("in") == "path":
                pointer = (*operation.pointer, "parameters", index)
                yield Problem(pointer, "a path parameter on one operation", "declare it for the whole path")


@rule("request-body")
def request_body(spec: Spec) -> Iterator[Problem]:
    """A body is required, and JSON has a named schema ...Request and at least one named example."""
    for operation in spec.operations:
        body = operation.body
        if body is None:
            if operation.method in ("put", "patch"):
                yield Problem(operation.pointer, f"{operation.label} sends nothing", "add a requestBody")
            continue
        if operation.method in ("get", "head"):
            what = f"{operation.method.upper()} with a body"
            yield Problem(body.place, what, "use query parameters, or POST")
        if body.value.get("required") is not True:
            yield Problem(body.pointer, "the body is not required", "add required: true")
        if not body.json_type:
            continue
        pointer, media = (*body.pointer, "content", body.json_type), body.content[body.json_type]
        if not str((media.get("schema") or {}).get("$ref", "")).endswith("Request"):
            yield Problem(pointer, "the body's schema is not a component ...Request", "name it <Verb><Thing>Request")
        if not media.get("examples"):
            what = f"{operation.label} has no request example"
            yield Problem(pointer, what, "add one under examples, with a summary")


@rule("link")
def link(spec: Spec) -> Iterator[Problem]:
    """A link names an operation and parameters that exist, and takes its values from fields of the reply."""
    targets = {operation.id: operation for operation in spec.operations}
    for operation in spec.operations:
        for status, part in operation.responses.items():
            for name, value in (part.value.get("links") or {}).items():
                pointer = (*part.pointer, "links", name)
                if isinstance(value := spec.resolve(value), dict):
                    yield from _link(spec, pointer, value, targets, operation, status)


@rule("link-missing")
def link_missing(spec: Spec) -> Iterator[Problem]:
    """A link leads to every operation with an id in its path, so that readers and tests know where the id is from."""
    linked = {
        str(value.get("operationId"))
        for operation in spec.operations
        for part in operation.responses.values()
        for link in (part.value.get("links") or {}).values()
        if isinstance(value := spec.resolve(link), dict) and value.get("operationId") != operation.id
    }
    for operation in spec.operations:
        of_namespace = spec.namespace_parameters(operation.tag)
        ids = [name for name in operation.path_names if name not in of_namespace]
        if ids and operation.id and operation.id not in linked:
            what = f"no link leads to {operation.id}"
            fix = f"add one to links of a reply that has its {ids[-1]}, such as that of a creation or of a list"
            yield Problem(operation.pointer, what, fix)


def _link(
    spec: Spec,
    pointer: Pointer,
    link: Mapping[str, Any],
    targets: Mapping[str, SpecOperation],
    source: SpecOperation,
    status: str,
) -> Iterator[Problem]:
    target = targets.get(str(link.get("operationId")))
    if target is None:
        yield Problem(pointer, f"no operation {link.get('operationId')}", "name an operationId of this spec")
        return
    known = {parameter.name: parameter for parameter in target.parameters}
    given = {str(name).rpartition(".")[2]: value for name, value in (link.get("parameters") or {}).items()}
    for name, value in given.items():
        at = (*pointer, "parameters", name)
        if name not in known:
            yield Problem(at, f"{target.label} has no parameter {name}", "correct the name")
        elif (missing := _unresolved(spec, value, source, status)) is not None:
            yield Problem(at, f"{value} finds nothing: {missing}", "point to a documented field")
    for name, parameter in known.items():
        if parameter.required and name not in given:
            yield Problem(pointer, f"{target.label} needs {name}", "add it to the parameters of the link")


def _unresolved(spec: Spec, expression: Any, source: SpecOperation, status: str) -> str | None:
    """Why a runtime expression finds nothing; None if it finds something, or is a constant."""
    if not isinstance(expression, str) or not expression.startswith("$"):
        return None
    if match := re.fullmatch(r"\$request\.(path|query|header)\.(.+)", expression):
        names = [parameter.name for parameter in source.parameters if parameter.location == match[1]]
        return None if match[2] in names else f"{source.label} has no {match[1]} parameter {match[2]}"
    match = re.fullmatch(r"\$(request|response)\.body#((?:/[^/]*)*)", expression)
    if not match:
        return None if re.fullmatch(r"\$response\.header\.\S+", expression) else "not a runtime expression"
    part = source.body if match[1] == "request" else source.responses.get(status)
    schema = part.json_schema if part else None
    return None if has_field(spec, schema, match[2].split("/")[1:]) else "the schema has no such field"


def has_field(spec: Spec, schema: Any, path: list[str], depth: int = 0) -> bool:
    """Whether a schema documents the field that a JSON pointer names, in any member of a union."""
    schema = spec.resolve(schema)
    if not isinstance(schema, dict) or depth > 40:
        return False
    if not path:
        return True
    head, rest = path[0], path[1:]
    properties = schema.get("properties") or {}
    if head in properties and has_field(spec, properties[head], rest, depth + 1):
        return True
    if head.isdigit() and "items" in schema:
        return has_field(spec, schema["items"], rest, depth + 1)
    members = [member for keyword in ("anyOf", "oneOf", "allOf") for member in schema.get(keyword) or []]
    return any(has_field(spec, member, path, depth + 1) for member in members)


@rule("path-server")
def path_server(spec: Spec) -> Iterator[Problem]:
    """A path's own server declares the variables of its URL, as the first server of the spec does."""
    for path, item in spec.paths.items():
        for index, server in enumerate(item.get("servers") or []):
            declared = server.get("variables") or {}
            for name in re.findall(r"{([^}]*)}", str(server.get("url", ""))):
                if name not in declared:
                    what = f"the variable {name} is not declared"
                    yield Problem(("paths", path, "servers", index), what, "repeat it from the first server")


@rule("server")
def server(spec: Spec) -> Iterator[Problem]:
    """The spec names where the service is, as an absolute URL that does not end in a slash."""
    servers = spec.data.get("servers")
    first = next(iter(servers), None) if isinstance(servers, list) else None
    if not isinstance(first, dict):
        yield Problem(("info",), "the spec names no server", "add servers, with the absolute URL of the service")
        return
    url, pointer = str(first.get("url", "")), ("servers", 0, "url")
    if not re.match(r"https?://[^/]", url):
        yield Problem(pointer, f"{url} is not an absolute URL", "begin it with https://")
    if url.endswith("/"):
        yield Problem(pointer, f"{url} ends in a slash", "leave it out: every path begins with one")


@rule("security")
def security(spec: Spec) -> Iterator[Problem]:
    """Requests carry a bearer token; an operation that needs none says `security: []`."""
    schemes = spec.components("securitySchemes")
    holders = [((), spec.data), *((operation.pointer, operation.value) for operation in spec.operations)]
    for pointer, holder in holders:
        given = holder.get("security")
        for index, requirement in enumerate(given if isinstance(given, list) else []):
            for name in requirement if isinstance(requirement, dict) else ():
                scheme = spec.resolve(schemes.get(name)) or {}
                if (scheme.get("type"), str(scheme.get("scheme")).lower()) != ("http", "bearer"):
                    what = f"{name} is not a bearer token, which is all that the client sends"
                    fix = "use type: http with scheme: bearer, or security: [] for an operation without a token"
                    yield Problem((*pointer, "security", index, name), what, fix)
