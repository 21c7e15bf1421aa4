"""Rules about requests: parameters, bodies, and where a reply leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from speclint.document import Document, Operation, Place
from speclint.registry import Problem, rule


@rule("parameter")
def parameter(document: Document) -> Iterator[Problem]:
    """Parameters are components, in the plain style that the generator writes."""
    for path, item in (document.tree.get("paths") or {}).items():
        for place, given in _parameter_lists(path, item):
            for index, entry in enumerate(given):
                if isinstance(entry, dict) and "$ref" not in entry:
                    yield Problem((*place, index), "an inline parameter", "move it to components/parameters")
    for name, entry in document.components("parameters").items():
        yield from _parameter(document, ("components", "parameters", name), name, entry)


def _parameter(document: Document, place: Place, name: str, entry: dict[str, Any]) -> Iterator[Problem]:
    where = entry.get("in")
    schema = document.resolve(entry.get("schema"))
    kind = schema.get("type") if isinstance(schema, dict) else None
    if where == "cookie":
        yield Problem((*place, "in"), f"{name} is a cookie", "use a header or a query parameter")
    if "content" in entry:
        yield Problem((*place, "content"), f"{name} has content, which makes it vanish", "give it a schema")
    elif not isinstance(schema, dict):
        yield Problem(place, f"{name} has no schema", "add one")
    if entry.get("style") not in (None, "form" if where == "query" else "simple"):
        yield Problem(
            (*place, "style"), f"{name} has style {entry['style']}, which is not sent", "use the default style"
        )
    if where == "query" and entry.get("explode") is False:
        yield Problem((*place, "explode"), f"{name} is not exploded, but would be sent so", "leave explode out")
    if where == "path" and kind != "string":
        yield Problem(place, f"{name} is in the path and no string", "make it type: string")
    if where == "path" and entry.get("required") is not True:
        yield Problem(place, f"{name} is in the path and not required", "add required: true")
    if kind == "object" or (where == "header" and kind == "array"):
        yield Problem(place, f"{name} is a {where} parameter of type {kind}", "use scalars, or arrays in the query")
    if "example" not in entry and "examples" not in entry:
        yield Problem(place, f"{name} has no example", "add example or examples")


@rule("path-parameter")
def path_parameter(document: Document) -> Iterator[Problem]:
    """What stands in braces is declared once, for the whole path, and nothing else is."""
    for path, item in (document.tree.get("paths") or {}).items():
        if not isinstance(item, dict):
            continue
        if "$ref" in item:
            yield Problem(("paths", path), "a $ref path item is dropped", "write the operations here")
        wanted = re.findall(r"{([^}]*)}", path)
        declared = [
            found["name"]
            for entry in item.get("parameters") or []
            if isinstance(found := document.resolve(entry), dict) and found.get("in") == "path"
        ]
        for name in wanted:
            if name not in declared:
                yield Problem(("paths", path), f"{{{name}}} is not declared", "add it to the parameters of the path")
        for name in declared:
            if name not in wanted:
                yield Problem(("paths", path), f"{name} is declared but not in {path}", "remove it")
        for operation in (found for found in document.operations() if found.path == path):
            for index, entry in enumerate(operation.value.get("parameters") or []):
                if (document.resolve(entry) or {}).get("in") == "path":
                    place = (*operation.place, "parameters", index)
                    yield Problem(place, "a path parameter on one operation", "declare it for the whole path")


@rule("request-body")
def request_body(document: Document) -> Iterator[Problem]:
    """One content type, required, a named schema ...Request, and at least one named example."""
    for operation in document.operations():
        body = operation.value.get("requestBody")
        if body is None:
            if operation.method in ("put", "patch"):
                yield Problem(operation.place, f"{operation.id} sends nothing", "add a requestBody")
            continue
        place = (*operation.place, "requestBody")
        if operation.method in ("get", "head"):
            yield Problem(place, f"{operation.method.upper()} with a body", "use query parameters, or POST")
        if "$ref" in body:
            yield Problem(place, "the body is referred to", "write it here, with a schema from components")
            continue
        content = body.get("content") or {}
        if body.get("required") is not True:
            yield Problem(place, "the body is not required", "add required: true")
        if len(content) != 1:
            yield Problem(place, f"{len(content)} request content types", "leave one")
        for media_type, media in content.items():
            at = (*place, "content", media_type)
            if media_type not in ("application/json", "application/octet-stream"):
                yield Problem(at, f"requests of {media_type} are not generated", "use application/json")
            ref = str((media.get("schema") or {}).get("$ref", ""))
            if media_type == "application/json" and not ref.endswith("Request"):
                yield Problem(at, "the body's schema is not a component ...Request", "name it <Verb><Thing>Request")
            if media_type == "application/json" and not media.get("examples"):
                yield Problem(at, f"{operation.id} has no request example", "add one under examples, with a summary")


@rule("link")
def link(document: Document) -> Iterator[Problem]:
    """A link names an operation and parameters that are there, and takes its values from what the reply holds."""
    targets = {operation.id: operation for operation in document.operations()}
    for operation in document.operations():
        for place, status, response in document.responses(operation):
            for name, value in (response.get("links") or {}).items():
                at = (*place, "links", name)
                if isinstance(value := document.resolve(value), dict):
                    yield from _link(document, at, value, targets, operation, status)


def _link(
    document: Document,
    place: Place,
    link: Mapping[str, Any],
    targets: Mapping[str, Operation],
    source: Operation,
    status: str,
) -> Iterator[Problem]:
    target = targets.get(str(link.get("operationId")))
    if target is None:
        yield Problem(place, f"no operation {link.get('operationId')}", "name an operationId of this document")
        return
    known = {str(entry.get("name")): entry for _, entry in document.parameters(target)}
    given = {str(name).rpartition(".")[2]: value for name, value in (link.get("parameters") or {}).items()}
    for name, value in given.items():
        at = (*place, "parameters", name)
        if name not in known:
            yield Problem(at, f"{target.id} has no parameter {name}", "correct the name")
        elif (missing := _unresolved(document, value, source, status)) is not None:
            yield Problem(at, f"{value} is not there: {missing}", "point to a documented field")
    for name, entry in known.items():
        if entry.get("required") and name not in given:
            yield Problem(place, f"{target.id} needs {name}", "add it to the parameters of the link")


def _unresolved(document: Document, expression: Any, source: Operation, status: str) -> str | None:
    """Why a runtime expression finds nothing; None where it does, or where it is a constant."""
    if not isinstance(expression, str) or not expression.startswith("$"):
        return None
    if match := re.fullmatch(r"\$request\.(path|query|header)\.(.+)", expression):
        names = [str(entry.get("name")) for _, entry in document.parameters(source) if entry.get("in") == match[1]]
        return None if match[2] in names else f"{source.id} has no {match[1]} parameter {match[2]}"
    match = re.fullmatch(r"\$(request|response)\.body#((?:/[^/]*)*)", expression)
    if not match:
        return None if re.fullmatch(r"\$response\.header\.\S+", expression) else "not a runtime expression"
    if match[1] == "request":
        container = document.resolve(source.value.get("requestBody"))
    else:
        container = document.resolve((source.value.get("responses") or {}).get(status))
    content = (container or {}).get("content") or {}
    schema = (content.get("application/json") or {}).get("schema")
    return None if has_field(document, schema, match[2].split("/")[1:]) else "the schema has no such field"


def has_field(document: Document, schema: Any, path: list[str], depth: int = 0) -> bool:
    """Whether a schema documents the field that a JSON pointer names, in any member of a union."""
    schema = document.resolve(schema)
    if not isinstance(schema, dict) or depth > 40:
        return False
    if not path:
        return True
    head, rest = path[0], path[1:]
    properties = schema.get("properties") or {}
    if head in properties and has_field(document, properties[head], rest, depth + 1):
        return True
    if head.isdigit() and "items" in schema:
        return has_field(document, schema["items"], rest, depth + 1)
    members = [member for word in ("anyOf", "oneOf", "allOf") for member in schema.get(word) or []]
    return any(has_field(document, member, path, depth + 1) for member in members)


@rule("path-server")
def path_server(document: Document) -> Iterator[Problem]:
    """A path with a server of its own has one, above or beside the document's first, and with no other variables."""
    first: dict[str, Any] = next(iter(document.tree.get("servers") or []), {})
    for path, item in (document.tree.get("paths") or {}).items():
        if not isinstance(item, dict) or "servers" not in item:
            continue
        place = ("paths", path, "servers")
        servers = item["servers"] or [{}]
        if len(servers) != 1:
            yield Problem(place, f"{len(servers)} servers", "leave one: the client is given one base URL")
        own, base = (urlsplit(str(server.get("url", ""))) for server in (servers[0], first))
        if own[:2] != base[:2]:
            yield Problem((*place, 0, "url"), "another host than the first server's", "use the same host")
        if _defaults(servers[0]) != _defaults(first):
            yield Problem((*place, 0), "other variables than the first server's", "repeat those of the first server")


def _defaults(server: dict[str, Any]) -> dict[str, Any]:
    return {name: variable.get("default") for name, variable in (server.get("variables") or {}).items()}


@rule("unsupported-operation")
def unsupported_operation(document: Document) -> Iterator[Problem]:
    """Parts of OpenAPI that the generator drops."""
    if "webhooks" in document.tree:
        yield Problem(("webhooks",), "webhooks are not generated", "leave them out")
    if document.components("pathItems"):
        yield Problem(("components", "pathItems"), "path items in components are not generated", "write them as paths")
    for operation in document.operations():
        for word in sorted({"callbacks", "servers"} & set(operation.value)):
            yield Problem((*operation.place, word), f"{word} of an operation are not generated", "leave them out")
        if operation.method in ("options", "head", "trace"):
            yield Problem(operation.place, f"{operation.method.upper()} is not generated", "leave it out")


def _parameter_lists(path: str, item: Any) -> Iterator[tuple[Place, list[Any]]]:
    if isinstance(item, dict):
        yield ("paths", path, "parameters"), item.get("parameters") or []
        for method, operation in item.items():
            if isinstance(operation, dict):
                yield ("paths", path, method, "parameters"), operation.get("parameters") or []
