"""Read OpenAPI 3.0 as 3.1: their schemas differ in three words, and everything else is read alike."""

from __future__ import annotations

from typing import Any, Final

_VALUES: Final = frozenset({"default", "enum", "const", "example", "examples", "value"})  # hold no schemas
_MAPS: Final = frozenset({"properties", "responses", "schemas", "headers", "paths"})  # their keys are names
_BOUNDS: Final = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))


def as_3_1(source: Any) -> Any:
    """A part of an OpenAPI 3.0 document, with its schemas as 3.1 writes them."""
    if isinstance(source, list):
        return [as_3_1(item) for item in source]
    if not isinstance(source, dict):
        return source
    found = {key: _member(key, value) for key, value in source.items()}
    for exclusive, bound in _BOUNDS:
        if found.get(exclusive) is True and bound in found:
            found[exclusive] = found.pop(bound)
        elif isinstance(found.get(exclusive), bool):
            del found[exclusive]
    return _or_null(found) if found.pop("nullable", False) is True else found


def _member(key: str, value: Any) -> Any:
    if key in _MAPS and isinstance(value, dict):
        return {name: as_3_1(inner) for name, inner in value.items()}
    return value if key in _VALUES else as_3_1(value)


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    if "enum" in schema and isinstance(schema["enum"], list) and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    if {"$ref", "allOf", "oneOf", "anyOf"} & schema.keys():
        return {"anyOf": [schema, {"type": "null"}]}
    return schema
