"""Rules about schemas: shapes that the generator reads as they are meant, and nothing that it drops in silence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from speclint.document import Document, only_constrains, pointer
from speclint.registry import Problem, rule

_ANNOTATIONS = {"description", "default", "examples", "deprecated"}
_UNSUPPORTED = {
    "$anchor", "$defs", "$dynamicAnchor", "$dynamicRef", "$id", "$schema", "contains", "definitions",
    "dependentSchemas", "discriminator", "patternProperties", "prefixItems", "propertyNames", "unevaluatedItems",
    "unevaluatedProperties",
}  # fmt: skip
_REF_KINDS = {"schemas", "parameters", "responses", "headers", "examples", "requestBodies", "links"}


@rule("ref")
def ref(document: Document) -> Iterator[Problem]:
    """A $ref names a component of this document, whole, and stands alone."""
    for place, value in document.walk():
        if not isinstance(value, dict) or "$ref" not in value or (place and place[-1] == "properties"):
            continue
        target = value["$ref"]
        at = (*place, "$ref")
        if not isinstance(target, str) or not target.startswith("#/"):
            yield Problem(at, f"$ref {target} leaves the document", "bring what it names into components")
            continue
        path = pointer(target)
        if len(path) != 3 or path[0] != "components" or path[1] not in _REF_KINDS:
            yield Problem(at, f"$ref {target} is not to a component", "refer to #/components/<kind>/<Name>")
        elif document.at(path) is None:
            yield Problem(at, f"$ref {target} leads nowhere", "correct the name, or write the component")
        if siblings := ", ".join(sorted(set(value) - {"$ref"})):
            yield Problem(
                at, f"$ref has siblings ({siblings}), which are dropped", "let it stand alone, or use allOf: [$ref]"
            )


@rule("unused-component")
def unused_component(document: Document) -> Iterator[Problem]:
    """A component that nothing refers to."""
    used = {pointer(value) for place, value in document.walk() if place and place[-1] == "$ref" and _is_ref(value)}
    for kind in _REF_KINDS:
        for name in document.components(kind):
            if ("components", kind, name) not in used:
                yield Problem(("components", kind, name), f"nothing refers to {kind}/{name}", "use it or remove it")


@rule("inline-object")
def inline_object(document: Document) -> Iterator[Problem]:
    """Objects are named components, so that generated classes have names that people chose."""
    for schema in document.shapes:
        if schema.role != "component" and _is_object(schema.value):
            yield Problem(
                schema.place,
                "an inline object has no name of its own",
                "move it to components/schemas and refer to it",
            )


@rule("inline-enum")
def inline_enum(document: Document) -> Iterator[Problem]:
    """Enums are named components."""
    for schema in document.shapes:
        if schema.role != "component" and isinstance(schema.value, dict) and "enum" in schema.value:
            yield Problem(
                (*schema.place, "enum"), "an inline enum has no name of its own", "move it to components/schemas"
            )


@rule("enum")
def enum(document: Document) -> Iterator[Problem]:
    """Enums hold two or more strings, each told in the description; null stands beside an enum, not in it."""
    for schema in document.shapes:
        values = schema.value.get("enum") if isinstance(schema.value, dict) else None
        if values is None:
            continue
        place = (*schema.place, "enum")
        if not isinstance(values, list) or not values:
            yield Problem(place, "the enum is empty", "list its values")
        elif None in values:
            yield Problem(
                place, "null in an enum gives three classes", "use anyOf: [$ref, {type: 'null'}] where it is used"
            )
        elif not all(isinstance(value, str) for value in values) or schema.value.get("type") != "string":
            yield Problem(place, "an enum that is not of strings", "use type: string with string values, or bounds")
        elif len(values) == 1:
            yield Problem(place, "an enum of one value", f"write const: {values[0]}")
        elif untold := [value for value in values if f"`{value}`" not in str(schema.value.get("description", ""))]:
            yield Problem(
                place, f"the description does not tell what `{untold[0]}` means", "describe every value, in backticks"
            )


@rule("nullable")
def nullable(document: Document) -> Iterator[Problem]:
    """`type: [x, 'null']` for scalars, `anyOf: [$ref, {type: 'null'}]` for components; nothing else."""
    for schema in document.shapes:
        value = schema.value if isinstance(schema.value, dict) else {}
        types = value.get("type")
        if "nullable" in value:
            yield Problem((*schema.place, "nullable"), "nullable is OpenAPI 3.0", "write type: [x, 'null']")
        if isinstance(types, list):
            at = (*schema.place, "type")
            if len(types) != 2 or types[1] != "null":
                yield Problem(at, f"type {types} is not one type and null", "write [x, 'null'], or a named anyOf")
            elif types[0] == "object":
                yield Problem(at, "a nullable inline object", "name it, and write anyOf: [$ref, {type: 'null'}]")
            for word in {"const", "enum"} & set(value):
                yield Problem(at, f"{word} with a list of types loses the null", "use anyOf: [$ref, {type: 'null'}]")
        members = value.get("anyOf")
        if isinstance(members, list) and {"type": "null"} in members[:-1]:
            yield Problem((*schema.place, "anyOf"), "null is not the last member", "put {type: 'null'} last")


@rule("all-of")
def all_of(document: Document) -> Iterator[Problem]:
    """allOf joins components; what stands beside it is dropped, but for a description."""
    for schema in document.shapes:
        members = schema.value.get("allOf") if isinstance(schema.value, dict) else None
        if not isinstance(members, list) or all(map(only_constrains, members)):
            continue
        beside = set(schema.value) - {"allOf", "type"} - _ANNOTATIONS
        if beside:
            yield Problem(
                (*schema.place, "allOf"),
                f"{', '.join(sorted(beside))} beside allOf is dropped",
                "move it into a member",
            )
        if schema.role != "component" and len(members) > 1:
            yield Problem((*schema.place, "allOf"), "an inline object made by allOf", "move it to components/schemas")


@rule("unsupported-keyword")
def unsupported_keyword(document: Document) -> Iterator[Problem]:
    """Words of JSON Schema that the generator ignores or fails on."""
    for schema in document.shapes:
        if not isinstance(schema.value, dict):
            yield Problem(schema.place, "a boolean schema", "write {} with a description for any value")
            continue
        for word in sorted(_UNSUPPORTED & set(schema.value)):
            yield Problem((*schema.place, word), f"{word} is not generated", "say it with other words, or in the text")
        for word in sorted({"readOnly", "writeOnly"} & set(schema.value)):
            yield Problem((*schema.place, word), f"{word} is ignored", "write one schema to read and one to write")
        for word in sorted({"title", "example", "xml"} & set(schema.value)):
            mend = {"title": "leave it out: the key is the name", "example": "write examples: [...]"}
            yield Problem((*schema.place, word), f"{word} in a schema", mend.get(word, "leave it out"))
        if schema.value.get("format") in ("uuid", "binary", "byte"):
            place = (*schema.place, "format")
            yield Problem(place, f"format {schema.value['format']} changes the type in Python", "use a plain string")


@rule("type")
def type_(document: Document) -> Iterator[Problem]:
    """Every schema says its type; a value of any kind says so by an empty schema with a description."""
    for schema in document.shapes:
        if not isinstance(schema.value, dict):
            continue
        words = set(schema.value) - _ANNOTATIONS
        if words and not words & {"$ref", "allOf", "anyOf", "oneOf", "type"}:
            yield Problem(schema.place, f"{', '.join(sorted(words))} without a type", "add the type")
        if schema.value.get("type") == "array" and "items" not in schema.value:
            yield Problem(schema.place, "an array of unknown items", "add items")
        if "const" in schema.value and not isinstance(schema.value["const"], str):
            yield Problem(schema.place, "a const that is not a string", "use a string, or leave the const out")


@rule("default")
def default(document: Document) -> Iterator[Problem]:
    """Defaults are scalars without quotes: others are dropped or escaped twice."""
    for schema in document.shapes:
        if not isinstance(schema.value, dict) or "default" not in schema.value:
            continue
        value = schema.value["default"]
        place = (*schema.place, "default")
        if isinstance(value, list | dict):
            yield Problem(place, "a default that is a list or an object is dropped", "tell it in the description")
        elif isinstance(value, str) and ('"' in value or "\\" in value):
            yield Problem(place, "a default with a quote or backslash is escaped twice", "tell it in the description")


@rule("additional-properties")
def additional_properties(document: Document) -> Iterator[Problem]:
    """Objects with named properties stay open; only a map says of what its values are."""
    for schema in document.shapes:
        value = schema.value if isinstance(schema.value, dict) else {}
        if "properties" in value and value.get("additionalProperties", True) is not True:
            place = (*schema.place, "additionalProperties")
            yield Problem(place, "additionalProperties beside properties", "leave it out: unknown fields are kept")
        elif _is_object(value) and not {"properties", "additionalProperties", "allOf"} & set(value):
            yield Problem(
                schema.place, "an object that says nothing of its fields", "list them, or refer to JsonObject"
            )


@rule("required")
def required(document: Document) -> Iterator[Problem]:
    """`required` names properties that are there, once each."""
    for schema in document.shapes:
        value = schema.value if isinstance(schema.value, dict) else {}
        names = value.get("required")
        if not isinstance(names, list) or "allOf" in value:
            continue
        for index, name in enumerate(names):
            place = (*schema.place, "required", index)
            if name not in (value.get("properties") or {}):
                yield Problem(place, f"required names {name}, which is no property", "add the property, or correct it")
            if name in names[:index]:
                yield Problem(place, f"required names {name} twice", "keep one")


def _is_object(schema: Any) -> bool:
    return isinstance(schema, dict) and (
        schema.get("type") == "object" or "properties" in schema or isinstance(schema.get("additionalProperties"), dict)
    )


def _is_ref(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("#/")
