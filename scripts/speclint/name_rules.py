"""Rules about names: what generated code calls things must be plain, unique and harmless."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from speclint.document import Document, Operation, Place, pascal_case, snake_case
from speclint.registry import Problem, rule

# Classes of the generated package, or names that its modules import.
_TAKEN_COMPONENTS = {
    "Any", "AuthenticatedClient", "Cast", "Client", "File", "HTTPStatus", "Literal", "Mapping", "Operation", "Request",
    "Response", "Self", "T", "TypedDict", "UNSET", "UUID", "Unknown", "Unset",
}  # fmt: skip
# Locals of the generated methods.
_TAKEN_PROPERTIES = {"additional_properties", "cast", "cls", "d", "field_dict", "from_dict", "self", "to_dict"}
_TAKEN_PARAMETERS = {"_kwargs", "body", "client", "cookies", "headers", "params", "self", "url"}


@rule("operation-id")
def operation_id(document: Document) -> Iterator[Problem]:
    """operationId = <tag>_<verb>: it becomes client.<tag>.<verb>."""
    for operation in document.operations():
        given = operation.value.get("operationId")
        if not isinstance(given, str):
            yield Problem(operation.place, "no operationId", "write operationId: <tag>_<verb>")
            continue
        place = (*operation.place, "operationId")
        tags = operation.value.get("tags") or []
        if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)+", given):
            yield Problem(place, f"operationId {given} is not snake_case", "write <tag>_<verb> in lower case")
        elif len(tags) == 1 and not given.startswith(f"{tags[0]}_"):
            yield Problem(place, f"operationId {given} does not begin with its tag", f"name it {tags[0]}_<verb>")
    yield from _collisions(
        (((*operation.place, "operationId"), operation.id) for operation in document.operations()),
        snake_case,
        "operationId",
    )


@rule("tag")
def tag(document: Document) -> Iterator[Problem]:
    """One declared tag per operation; the paths follow the order of the tags."""
    declared = [entry.get("name") for entry in document.tree.get("tags") or [] if isinstance(entry, dict)]
    latest = 0
    used = set()
    for operation in document.operations():
        tags = operation.value.get("tags") or []
        if len(tags) != 1:
            yield Problem(operation.place, f"{operation.id} has {len(tags)} tags", "give it exactly one")
            continue
        place = (*operation.place, "tags")
        if tags[0] not in declared:
            yield Problem(place, f"tag {tags[0]} is not declared", "add it, with a description, to the tags at the top")
            continue
        used.add(tags[0])
        position = declared.index(tags[0])
        if position < latest:
            yield Problem(
                place, f"{operation.id} stands after tag {declared[latest]}", "order the paths as the tags are ordered"
            )
        latest = max(latest, position)
    for index, name in enumerate(declared):
        if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
            yield Problem(("tags", index), f"tag {name} is not snake_case", "write one or two words in lower case")
        elif name not in used:
            yield Problem(("tags", index), f"no operation has the tag {name}", "remove it")
        if name in declared[:index]:
            yield Problem(("tags", index), f"tag {name} is declared twice", "keep one")


@rule("component-name")
def component_name(document: Document) -> Iterator[Problem]:
    """Components are PascalCase, acronyms too: AiModel, so that AIModel and AiModel cannot both be there."""
    for kind in ("schemas", "parameters", "responses", "headers", "examples", "requestBodies", "links"):
        for name in document.components(kind):
            if not re.fullmatch(r"([A-Z][a-z0-9]+)+", name):
                yield Problem(
                    ("components", kind, name),
                    f"component {name} is not PascalCase with acronyms as words",
                    f"name it {pascal_case(name)}",
                )


@rule("hazard-name")
def hazard_name(document: Document) -> Iterator[Problem]:
    """Names that the generated code needs for itself."""
    for name in document.components("schemas"):
        if name in _TAKEN_COMPONENTS:
            yield Problem(
                ("components", "schemas", name),
                f"the generated package has a {name} of its own",
                f"choose a longer name than {name}",
            )
    for schema in document.shapes:
        if isinstance(schema.value, dict):
            for name in schema.value.get("properties") or {}:
                if snake_case(name) in _TAKEN_PROPERTIES:
                    place = (*schema.place, "properties", name)
                    yield Problem(
                        place, f"property {name} shadows a local of the generated code", "name it differently"
                    )
    for operation in document.operations():
        for place, parameter in document.parameters(operation):
            if snake_case(str(parameter.get("name"))) in _TAKEN_PARAMETERS:
                yield Problem(
                    place,
                    f"parameter {parameter['name']} shadows a local of the generated code",
                    "name it differently",
                )


@rule("name-collision")
def name_collision(document: Document) -> Iterator[Problem]:
    """Names that become the same name in the generated code: one would overwrite the other."""
    for kind in ("schemas", "parameters", "responses"):
        components = [(("components", kind, name), name) for name in document.components(kind)]
        yield from _collisions(components, pascal_case, "component")
    for schema in document.shapes:
        if isinstance(schema.value, dict):
            properties = _unaliased(schema.value.get("properties") or {})
            places = [((*schema.place, "properties", name), name) for name in properties]
            yield from _collisions(places, snake_case, "property")
    for operation in document.operations():
        arguments: list[tuple[Place, str]] = [
            (place, str(parameter.get("name"))) for place, parameter in document.parameters(operation)
        ]
        arguments += [((*operation.place, "requestBody"), name) for name in _body_properties(document, operation)]
        yield from _collisions(arguments, snake_case, f"argument of {operation.id}")


@rule("enum-collision")
def enum_collision(document: Document) -> Iterator[Problem]:
    """Enum values that differ by case or punctuation alone."""
    for schema in document.shapes:
        values = schema.value.get("enum") if isinstance(schema.value, dict) else None
        if isinstance(values, list):
            places = [((*schema.place, "enum", index), value) for index, value in enumerate(values)]
            yield from _collisions(
                [(place, value) for place, value in places if isinstance(value, str)], _upper, "value"
            )


def _body_properties(document: Document, operation: Operation) -> dict[str, Any]:
    """Properties of an operation's JSON body, which become arguments of its method."""
    body = document.resolve(operation.value.get("requestBody")) or {}
    media = (body.get("content") or {}).get("application/json") or {}
    schema = document.resolve(media.get("schema")) or {}
    properties = schema.get("properties") if isinstance(schema, dict) else None
    return _unaliased(properties if isinstance(properties, dict) else {})


def _unaliased(properties: dict[str, Any]) -> dict[str, Any]:
    """Properties without those that are another spelling of one, and have no name of their own in code."""
    return {
        name: value
        for name, value in properties.items()
        if not (isinstance(value, dict) and value.get("x-alias-of") in properties)
    }


def _upper(value: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "_", value).upper()


def _collisions(named: Iterable[tuple[Place, str]], spell: Any, kind: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for place, name in named:
        spelled = spell(name)
        if spelled in first:
            yield Problem(place, f"{kind} {name} and {first[spelled]} both become {spelled}", "rename one of them")
        first.setdefault(spelled, name)
