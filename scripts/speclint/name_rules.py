"""Rules about names: what generated code calls things is plain and unique."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from openapi import Pointer, Spec, SpecOperation
from openapi.python_names import model_module, operation_module, python_name
from speclint.registry import Problem, rule


@rule("operation-id")
def operation_id(spec: Spec) -> Iterator[Problem]:
    """operationId is <tag>_<verb>: it becomes client.<tag>.<verb>."""
    for operation in spec.operations:
        given = operation.value.get("operationId")
        if not isinstance(given, str):
            continue  # the generator refuses it
        pointer = (*operation.pointer, "operationId")
        if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)+", given):
            yield Problem(pointer, f"operationId {given} is not snake_case", "write <tag>_<verb> in lower case")
        elif len(operation.tags) == 1 and not given.startswith(f"{operation.tag}_"):
            what = f"operationId {given} does not begin with its tag"
            yield Problem(pointer, what, f"name it {operation.tag}_<verb>")
    named = [((*operation.pointer, "operationId"), operation.id) for operation in spec.operations if operation.id]
    yield from _collisions(named, operation_module, "operationId")


@rule("tag")
def tag(spec: Spec) -> Iterator[Problem]:
    """Each operation has one declared tag, and the paths follow the order of the tags."""
    declared = [entry.get("name") for entry in spec.tags]
    latest = 0
    used = set()
    for operation in spec.operations:
        if len(operation.tags) != 1:
            what = f"{operation.label} has {len(operation.tags)} tags"
            yield Problem(operation.pointer, what, "give it exactly one")
            continue
        pointer, name = (*operation.pointer, "tags"), operation.tags[0]
        if name not in declared:
            meant = get_close_matches(re.sub(r"(?<=[a-z])(?=[A-Z])|-", "_", name).lower(), map(str, declared), 1, 0.8)
            fix = f"write {meant[0]}, or add it" if meant else "add it"
            fix += ", with a description, to the tags at the top"
            yield Problem(pointer, f"tag {name} is not declared", fix)
            continue
        used.add(name)
        position = declared.index(name)
        if position < latest:
            what = f"{operation.label} stands after tag {declared[latest]}"
            yield Problem(pointer, what, "order the paths as the tags are ordered")
        latest = max(latest, position)
    for index, name in enumerate(declared):
        if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
            yield Problem(("tags", index), f"tag {name} is not snake_case", "write one or two words in lower case")
        elif name not in used:
            yield Problem(("tags", index), f"no operation has the tag {name}", "remove it")
        if name in declared[:index]:
            yield Problem(("tags", index), f"tag {name} is declared twice", "keep one")


@rule("component-name")
def component_name(spec: Spec) -> Iterator[Problem]:
    """Components are PascalCase, acronyms too: AiModel, so that AIModel and AiModel cannot both exist."""
    for kind in ("schemas", "parameters", "responses", "headers", "examples", "requestBodies", "links"):
        for name in spec.components(kind):
            if not re.fullmatch(r"([A-Z][a-z0-9]+)+", name):
                better = "".join(part.capitalize() for part in python_name(name).split("_"))
                what = f"component {name} is not PascalCase with acronyms as words"
                yield Problem(("components", kind, name), what, f"name it {better}")
            elif kind == "schemas" and re.search(r"Params?$", name):
                what = f"component {name} ends in Param, as the names of request dicts do: {name}Param"
                yield Problem(("components", kind, name), what, "name it after what it holds")


@rule("name-collision")
def name_collision(spec: Spec) -> Iterator[Problem]:
    """No two names become one name in Python, where the generator would have to write one of them in another way."""
    for kind in ("schemas", "parameters", "responses"):
        components = [(("components", kind, name), name) for name in spec.components(kind)]
        yield from _collisions(components, model_module, "component")
    for schema in spec.shapes:
        if isinstance(schema.value, dict):
            properties = _unaliased(schema.value.get("properties") or {})
            named = [((*schema.pointer, "properties", name), name) for name in properties]
            yield from _collisions(named, python_name, "property")
    for operation in spec.operations:
        arguments = [(parameter.place, parameter.name) for parameter in operation.parameters]
        arguments += [((*operation.pointer, "requestBody"), name) for name in _body_properties(spec, operation)]
        yield from _collisions(arguments, python_name, f"argument of {operation.label}")


@rule("enum-collision")
def enum_collision(spec: Spec) -> Iterator[Problem]:
    """Enum values differ by more than case."""
    for schema in spec.shapes:
        values = schema.value.get("enum") if isinstance(schema.value, dict) else None
        if isinstance(values, list):
            places = [((*schema.pointer, "enum", index), value) for index, value in enumerate(values)]
            named = [(place, value) for place, value in places if isinstance(value, str)]
            yield from _collisions(named, str.casefold, "value")


def _body_properties(spec: Spec, operation: SpecOperation) -> dict[str, Any]:
    """Properties of the JSON body of an operation, which become arguments of its method."""
    schema = spec.resolve(operation.body.json_schema) if operation.body else None
    properties = schema.get("properties") if isinstance(schema, dict) else None
    return _unaliased(properties if isinstance(properties, dict) else {})


def _unaliased(properties: dict[str, Any]) -> dict[str, Any]:
    """Properties without aliases, which have no name of their own in code."""
    return {
        name: value
        for name, value in properties.items()
        if not (isinstance(value, dict) and value.get("x-alias-of") in properties)
    }


def _collisions(named: Iterable[tuple[Pointer, str]], spell: Callable[[str], str], kind: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for pointer, name in named:
        spelled = spell(name)
        if spelled in first:
            yield Problem(pointer, f"{kind} {name} and {first[spelled]} both become {spelled}", "rename one of them")
        first.setdefault(spelled, name)
