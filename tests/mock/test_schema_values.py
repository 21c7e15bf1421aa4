"""A value that is made for a schema fits it."""

from __future__ import annotations

from random import Random
from typing import Any

import jsonschema_rs
import pytest

from quant_ai_mock.synthetic.schema_values import generate_value

STRING = {"type": "string"}
PAIR = {"type": "array", "prefixItems": [STRING, {"type": "integer"}], "items": False, "minItems": 2}

B = {"const": "b"}
CHOICE = {
    "type": "object",
    "properties": {"kind": {"enum": ["a", "b"]}, "id": STRING, "n": {"type": "integer"}},
    "required": ["kind", "id"],
}
LONG = {"required": ["note"], "properties": {"note": {"type": "string", "minLength": 40}}}


@pytest.mark.parametrize(
    "schema",
    [
        PAIR,
        {**PAIR, "minItems": 1},
        {"type": "array", "items": STRING, "contains": {"const": "x"}},
        {"type": "array", "items": STRING, "contains": {"const": "x"}, "minItems": 1, "maxItems": 1},
        {"type": "array", "items": {"type": "integer"}, "contains": {"minimum": 5}, "minContains": 3, "maxItems": 3},
        {"type": "integer", "minimum": 2**70, "maximum": 2**70 + 5},
        {"type": "integer", "minimum": 2**63},
        {"type": "integer", "maximum": -(2**70)},
        {"type": "integer", "multipleOf": 10**20},
        {"type": "integer", "examples": ["x"], "default": 3},
        {"type": "object", "properties": {"a": STRING, "gone": False}},
        {"$defs": {"a b": STRING}, "allOf": [{"$ref": "#/$defs/a%20b"}]},
        {"$defs": {"Deep": {"type": "array", "items": {"$ref": "#/$defs/Deep"}}}, "allOf": [{"$ref": "#/$defs/Deep"}]},
        {
            "type": "object",
            "properties": {"a": STRING, "b": {"type": "integer"}},
            "required": ["a"],
            "dependentRequired": {"a": ["b", "c"]},
        },
        {**CHOICE, "if": {"required": ["id"]}, "then": {"properties": {"id": {"format": "date-time"}}}},
        {**CHOICE, "if": {"properties": {"kind": B}}, "then": {"required": ["n"]}, "else": LONG},
        {**CHOICE, "if": {"properties": {"kind": {"const": "a"}}}, "then": LONG, "else": {"required": ["n"]}},
        {**CHOICE, "allOf": [{"if": {"required": ["id"]}, "then": {"$ref": "#/$defs/Long"}}], "$defs": {"Long": LONG}},
        {**CHOICE, "if": {"$ref": "#/components/b"}, "then": LONG, "components": {"b": {"properties": {"kind": B}}}},
        {"type": "string", "if": {"minLength": 1}, "then": {"format": "uuid"}, "else": True},
    ],
)
def test_a_value_fits_its_schema(schema: dict[str, Any]) -> None:
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    for rng in (None, *map(Random, range(20))):
        value = generate_value(schema, rng=rng)
        assert validator.is_valid(value), value


@pytest.mark.parametrize("mapping", [{}, {"mapping": {"cat": "#/$defs/Cat", "dog": "Dog"}}])
def test_a_discriminator_has_the_value_of_the_member(mapping: dict[str, Any]) -> None:
    member = {"type": "object", "required": ["kind"], "properties": {"kind": STRING}}
    union = {"oneOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}]}
    schema = {"$defs": {"Cat": member, "Dog": member}, **union, "discriminator": {"propertyName": "kind", **mapping}}
    kinds = {generate_value(schema, rng=rng)["kind"] for rng in map(Random, range(20))}
    assert kinds == set(mapping.get("mapping", {"Cat", "Dog"}))
