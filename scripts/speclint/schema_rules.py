"""Rules about schemas: they have names that people chose, and say what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.supported import TEXT_KEYWORDS
from openapi import Spec, adds_nothing, ref_pointer
from speclint.registry import Problem, rule

_COMPONENT_KINDS = ("schemas", "parameters", "responses", "headers", "examples", "requestBodies", "links")


@rule("unused-component")
def unused_component(spec: Spec) -> Iterator[Problem]:
    """Something refers to every component."""
    used = {
        ref_pointer(value)
        for pointer, value in spec.walk()
        if pointer and pointer[-1] == "$ref" and isinstance(value, str) and value.startswith("#/")
    }
    for kind in _COMPONENT_KINDS:
        for name in spec.components(kind):
            if ("components", kind, name) not in used:
                yield Problem(("components", kind, name), f"nothing refers to {kind}/{name}", "use it or remove it")


@rule("inline-object")
def inline_object(spec: Spec) -> Iterator[Problem]:
    """Objects are named components, so that generated classes have names that people chose."""
    for schema in spec.shapes:
        if schema.role != "component" and _is_object(schema.value):
            what = "an inline object has no name of its own"
            yield Problem(schema.pointer, what, "move it to components/schemas and refer to it")


@rule("inline-enum")
def inline_enum(spec: Spec) -> Iterator[Problem]:
    """Enums are named components."""
    for schema in spec.shapes:
        if schema.role != "component" and isinstance(schema.value, dict) and "enum" in schema.value:
            what = "an inline enum has no name of its own"
            yield Problem((*schema.pointer, "enum"), what, "move it to components/schemas")


@rule("enum")
def enum(spec: Spec) -> Iterator[Problem]:
    """Enums have a type and two or more values; the description explains each value that is a word."""
    for schema in spec.shapes:
        values = schema.value.get("enum") if isinstance(schema.value, dict) else None
        if values is None:
            continue
        pointer = (*schema.pointer, "enum")
        text = str(schema.value.get("description", ""))
        if not isinstance(values, list) or not values:
            yield Problem(pointer, "the enum is empty", "list its values")
        elif "type" not in schema.value:
            yield Problem(pointer, "the enum has no type", "add type: string or type: integer")
        elif wrong := [value for value in values if not _is_of(value, schema.value["type"])]:
            what = f"{wrong[0]} is not of type {schema.value['type']}"
            yield Problem(pointer, what, "correct the value, or the type")
        elif len(values) == 1:
            yield Problem(pointer, "an enum of one value", f"write const: {values[0]}")
        elif missing := [value for value in values if isinstance(value, str) and f"`{value}`" not in text]:
            what = f"the description does not say what `{missing[0]}` means"
            yield Problem(pointer, what, "describe every value, in backticks")


@rule("nullable")
def nullable(spec: Spec) -> Iterator[Problem]:
    """`type: [x, 'null']` for scalars and `anyOf: [$ref, {type: 'null'}]` for components; nothing else."""
    for schema in spec.shapes:
        value = schema.value if isinstance(schema.value, dict) else {}
        types = value.get("type")
        if isinstance(types, list):
            pointer = (*schema.pointer, "type")
            if len(types) != 2 or types[1] != "null":
                yield Problem(pointer, f"type {types} is not one type and null", "write [x, 'null'], or a named anyOf")
            elif types[0] == "object":
                yield Problem(pointer, "a nullable inline object", "name it, and write anyOf: [$ref, {type: 'null'}]")
        members = value.get("anyOf")
        if isinstance(members, list) and {"type": "null"} in members[:-1]:
            yield Problem((*schema.pointer, "anyOf"), "null is not the last member", "put {type: 'null'} last")


@rule("all-of")
def all_of(spec: Spec) -> Iterator[Problem]:
    """An object that allOf combines is a named component."""
    for schema in spec.shapes:
        members = schema.value.get("allOf") if isinstance(schema.value, dict) else None
        if isinstance(members, list) and len(members) > 1 and schema.role != "component":
            known = set(schema.value.get("properties") or {})
            if not all(adds_nothing(member, known) for member in members):
                what = "an inline object that allOf combines"
                yield Problem((*schema.pointer, "allOf"), what, "move it to components/schemas")


@rule("keyword-style")
def keyword_style(spec: Spec) -> Iterator[Problem]:
    """A schema is named by its key alone, has examples in the style of 3.1, and ids are plain strings."""
    for schema in spec.shapes:
        value = schema.value if isinstance(schema.value, dict) else {}
        fixes = {"title": "leave it out: the key is the name", "example": "write examples: [...]"}
        for keyword in fixes.keys() & set(value):
            yield Problem((*schema.pointer, keyword), f"{keyword} in a schema", fixes[keyword])
        if value.get("format") == "uuid":
            what = "an id of format uuid would be an object in Python"
            yield Problem((*schema.pointer, "format"), what, "use a plain string")


@rule("type")
def type_(spec: Spec) -> Iterator[Problem]:
    """Every schema says its type; a value of any type has an empty schema with a description."""
    for schema in spec.shapes:
        if not isinstance(schema.value, dict):
            continue
        keywords = set(schema.value) - TEXT_KEYWORDS
        if keywords and not keywords & {"$ref", "allOf", "anyOf", "oneOf", "type"}:
            yield Problem(schema.pointer, f"{', '.join(sorted(keywords))} without a type", "add the type")
        if schema.value.get("type") == "array" and not {"items", "prefixItems"} & keywords:
            yield Problem(schema.pointer, "an array of unknown items", "add items")


@rule("additional-properties")
def additional_properties(spec: Spec) -> Iterator[Problem]:
    """Objects with named properties stay open; only a map says what its values are."""
    for schema in spec.shapes:
        value = schema.value if isinstance(schema.value, dict) else {}
        if "properties" in value and value.get("additionalProperties", True) is not True:
            pointer = (*schema.pointer, "additionalProperties")
            yield Problem(pointer, "additionalProperties beside properties", "leave it out: unknown fields are kept")
        elif _is_object(value) and not {"properties", "additionalProperties", "allOf", "anyOf", "oneOf"} & set(value):
            what = "an object that says nothing of its fields"
            yield Problem(schema.pointer, what, "list them, or refer to JsonObject")


@rule("required")
def required(spec: Spec) -> Iterator[Problem]:
    """`required` names properties that exist, once each."""
    for schema in spec.shapes:
        value = schema.value if isinstance(schema.value, dict) else {}
        names = value.get("required")
        if not isinstance(names, list) or "allOf" in value:
            continue
        for index, name in enumerate(names):
            pointer = (*schema.pointer, "required", index)
            if name not in (value.get("properties") or {}):
                what = f"required names {name}, which is not a property"
                yield Problem(pointer, what, "add the property, or correct the name")
            if name in names[:index]:
                yield Problem(pointer, f"required names {name} twice", "keep one")


def _is_of(value: Any, kind: Any) -> bool:
    """Whether the value of an enum is of a type; null and lists of types are for the generator to judge."""
    return {"string": isinstance(value, str), "integer": isinstance(value, int)}.get(str(kind), True) or value is None


def _is_object(schema: Any) -> bool:
    return isinstance(schema, dict) and (
        schema.get("type") == "object" or "properties" in schema or isinstance(schema.get("additionalProperties"), dict)
    )
