"""Every kind of change of a schema, in both directions: whether it is reported, and whether it breaks users."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml

from generator.supported import CHECK_KEYWORDS, TEXT_KEYWORDS, TYPE_KEYWORDS
from openapi import Spec
from specdiff import Change, compare

STRING: dict[str, Any] = {"type": "string"}
INTEGER: dict[str, Any] = {"type": "integer"}
NUMBER: dict[str, Any] = {"type": "number"}
A: dict[str, Any] = {"$ref": "#/components/schemas/A"}
B: dict[str, Any] = {"$ref": "#/components/schemas/B"}


def obj(*required: str, **more: Any) -> dict[str, Any]:
    found = {"type": "object", "properties": {"a": STRING, "b": STRING}, **more}
    return {**found, "required": list(required)} if required else found


def array(**more: Any) -> dict[str, Any]:
    return {"type": "array", "items": STRING, **more}


BREAKS, FINE, SILENT = True, False, None
"""A change is reported as breaking, is reported as compatible, or is none for users."""

# The old schema, the new one, what it is in a request, what it is in a reply, and a word of the report.
TABLE: dict[str, tuple[Any, Any, bool | None, bool | None, str]] = {
    "type: another": (STRING, INTEGER, BREAKS, BREAKS, "type was string, is integer"),
    "type: wider": (INTEGER, NUMBER, FINE, BREAKS, "type"),
    "type: narrower": (NUMBER, INTEGER, BREAKS, FINE, "type"),
    "type: none said": (STRING, {}, FINE, BREAKS, "is any"),
    "type: said": ({}, STRING, BREAKS, FINE, "was any"),
    "nullable: added": (STRING, {"type": ["string", "null"]}, FINE, BREAKS, "may be null"),
    "nullable: removed": ({"type": ["string", "null"]}, STRING, BREAKS, FINE, "may no longer be null"),
    "nullable: a reference": (A, {"anyOf": [A, {"type": "null"}]}, FINE, BREAKS, "may be null"),
    "nullable: oneOf": (A, {"oneOf": [A, {"type": "null"}]}, FINE, BREAKS, "may be null"),
    "nullable: a union": ({"anyOf": [A, B]}, {"anyOf": [A, B, {"type": "null"}]}, FINE, BREAKS, "may be null"),
    "nullable: no longer a union": (
        {"anyOf": [A, B, {"type": "null"}]},
        {"anyOf": [A, B]},
        BREAKS,
        FINE,
        "may no longer be null",
    ),
    "nullable: in an enum": ({"enum": ["a", "b"]}, {"enum": ["a", "b", None]}, FINE, BREAKS, "may be null"),
    "nullable: no longer in an enum": (
        {"enum": ["a", None]},
        {"enum": ["a"]},
        BREAKS,
        FINE,
        "may no longer be null",
    ),
    "nullable: a union by another keyword": (
        {"anyOf": [A, {"type": "null"}]},
        {"oneOf": [A, {"type": "null"}]},
        SILENT,
        SILENT,
        "",
    ),
    "nullable: always": (STRING, {"type": "null"}, BREAKS, BREAKS, "is null"),
    "format: a type of Python": (STRING, {**STRING, "format": "date-time"}, BREAKS, BREAKS, "format"),
    "format: no longer a type of Python": ({**STRING, "format": "uuid"}, STRING, BREAKS, BREAKS, "format"),
    "format: another text": (STRING, {**STRING, "format": "email"}, BREAKS, FINE, "format"),
    "format: removed": ({**STRING, "format": "uri"}, STRING, FINE, FINE, "format"),
    "contentEncoding": (STRING, {**STRING, "contentEncoding": "base64"}, BREAKS, BREAKS, "contentEncoding"),
    "contentMediaType": (STRING, {**STRING, "contentMediaType": "text/csv"}, BREAKS, BREAKS, "contentMediaType"),
    "contentSchema": (
        {**STRING, "contentSchema": A},
        {**STRING, "contentSchema": B},
        FINE,
        BREAKS,
        "is no longer required",
    ),
    "enum: a value added": ({**STRING, "enum": ["a"]}, {**STRING, "enum": ["a", "b"]}, FINE, FINE, "b is a new value"),
    "enum: a value removed": (
        {**STRING, "enum": ["a", "b"]},
        {**STRING, "enum": ["a"]},
        BREAKS,
        BREAKS,
        "b is no longer",
    ),
    "enum: added": (STRING, {**STRING, "enum": ["a", "b"]}, BREAKS, FINE, "takes only a, b"),
    "enum: removed": ({**STRING, "enum": ["a", "b"]}, STRING, FINE, FINE, "takes any value"),
    "const: another": ({**STRING, "const": "a"}, {**STRING, "const": "b"}, BREAKS, BREAKS, "const was a, is b"),
    "const: added": (STRING, {**STRING, "const": "a"}, BREAKS, FINE, "takes only a"),
    "const: removed": ({**STRING, "const": "a"}, STRING, FINE, FINE, "takes any value"),
    "const: an enum": ({**STRING, "const": "a"}, {**STRING, "enum": ["a", "b"]}, FINE, FINE, "b is a new value"),
    "required: added": (obj(), obj("a"), BREAKS, FINE, "a is required"),
    "required: removed": (obj("a"), obj(), FINE, BREAKS, "is no longer required"),
    "properties: added": (obj(), obj(properties={"a": STRING, "b": STRING, "c": STRING}), FINE, FINE, "c is new"),
    "properties: added and required": (
        obj(),
        obj("c", properties={"a": STRING, "b": STRING, "c": STRING}),
        BREAKS,
        FINE,
        "c is new",
    ),
    "properties: removed": (obj(), obj(properties={"a": STRING}), BREAKS, BREAKS, "b is gone"),
    "properties: changed": (obj(), obj(properties={"a": INTEGER, "b": STRING}), BREAKS, BREAKS, "a type"),
    "readOnly": (obj(), obj(properties={"a": STRING, "b": {**STRING, "readOnly": True}}), BREAKS, SILENT, "b is gone"),
    "writeOnly": (
        obj(),
        obj(properties={"a": STRING, "b": {**STRING, "writeOnly": True}}),
        SILENT,
        BREAKS,
        "b is gone",
    ),
    "additionalProperties: closed": (obj(), obj(additionalProperties=False), BREAKS, FINE, "additionalProperties"),
    "additionalProperties: opened": (obj(additionalProperties=False), obj(), FINE, FINE, "additionalProperties"),
    "additionalProperties: another type": (
        obj(additionalProperties=STRING),
        obj(additionalProperties=INTEGER),
        BREAKS,
        BREAKS,
        "type was string",
    ),
    "additionalProperties: a type": (obj(), obj(additionalProperties=STRING), BREAKS, FINE, "type was any"),
    "additionalProperties: closed that had a type": (
        obj(additionalProperties=STRING),
        obj(additionalProperties=False),
        BREAKS,
        BREAKS,
        "additionalProperties",
    ),
    "minimum: exclusive": ({**INTEGER, "minimum": 1}, {**INTEGER, "exclusiveMinimum": 1}, BREAKS, FINE, "exclusive"),
    "enum: a const": ({**STRING, "enum": ["a", "b"]}, {**STRING, "const": "a"}, BREAKS, BREAKS, "b is no longer"),
    "unevaluatedProperties": (obj(), obj(unevaluatedProperties=False), BREAKS, FINE, "unevaluatedProperties"),
    "unevaluatedItems": (
        {"type": "array", "items": STRING},
        {"type": "array", "items": STRING, "unevaluatedItems": False},
        BREAKS,
        FINE,
        "unevaluatedItems",
    ),
    "propertyNames": (obj(), obj(propertyNames={"pattern": "^a"}), BREAKS, SILENT, "combinations"),
    "dependentRequired": (obj(), obj(dependentRequired={"a": ["b"]}), BREAKS, SILENT, "combinations"),
    "dependentRequired: removed": (obj(dependentRequired={"a": ["b"]}), obj(), FINE, SILENT, "combinations"),
    "dependentSchemas": (obj(), obj(dependentSchemas={"a": {"required": ["b"]}}), BREAKS, SILENT, "combinations"),
    "patternProperties": (obj(), obj(patternProperties={"^x": INTEGER}), BREAKS, SILENT, "combinations"),
    "else": (obj(), obj(**{"if": {"required": ["a"]}, "else": {"required": ["b"]}}), BREAKS, SILENT, "combinations"),
    "not": (obj(), obj(**{"not": {"required": ["a", "b"]}}), BREAKS, SILENT, "combinations"),
    "if": (obj(), obj(**{"if": {"required": ["a"]}, "then": {"required": ["b"]}}), BREAKS, SILENT, "combinations"),
    "then: a property removed": (
        obj(**{"if": {"required": ["a"]}, "then": {"properties": {"c": STRING}}}),
        obj(**{"if": {"required": ["a"]}, "then": {"properties": {}}}),
        BREAKS,
        BREAKS,
        "c is gone",
    ),
    "anyOf: of required": (
        obj(),
        obj(anyOf=[{"required": ["a"]}, {"required": ["b"]}]),
        BREAKS,
        SILENT,
        "combinations",
    ),
    "allOf: a member with a property": (A, {"allOf": [A, obj(properties={"z": STRING})]}, FINE, FINE, "z is new"),
    "allOf: no member with a property": (
        {"allOf": [A, obj(properties={"z": STRING})]},
        {"allOf": [A, obj(properties={"y": STRING})]},
        BREAKS,
        BREAKS,
        "z is gone",
    ),
    "allOf: required by a member": ({"allOf": [A, obj()]}, {"allOf": [A, obj("b")]}, BREAKS, FINE, "b is required"),
    "allOf: instead of a reference": (A, {"allOf": [A]}, SILENT, SILENT, ""),
    "anyOf: a member added": ({"anyOf": [A, STRING]}, {"anyOf": [A, B, STRING]}, FINE, FINE, "B is a new member"),
    "anyOf: a member removed": ({"anyOf": [A, B]}, {"anyOf": [A]}, BREAKS, BREAKS, "B is no longer a member"),
    "oneOf: a member added": ({"oneOf": [A, STRING]}, {"oneOf": [A, B, STRING]}, FINE, FINE, "B is a new member"),
    "oneOf: a member removed": ({"oneOf": [A, B]}, {"oneOf": [A]}, BREAKS, BREAKS, "B is no longer a member"),
    "oneOf: for anyOf": ({"oneOf": [A, STRING]}, {"anyOf": [A, STRING]}, SILENT, SILENT, ""),
    "anyOf: in place of a type": (
        STRING,
        {"anyOf": [STRING, array()]},
        FINE,
        BREAKS,
        "array of string is a new member",
    ),
    "anyOf: a type in place of it": ({"anyOf": [STRING, array()]}, STRING, BREAKS, BREAKS, "no longer a member"),
    "anyOf: items of one of two arrays": (
        {"anyOf": [array(), {"type": "array", "items": A}]},
        {"anyOf": [array(), {"type": "array", "items": B}]},
        BREAKS,
        BREAKS,
        "array of A is no longer",
    ),
    "discriminator": (
        {"anyOf": [A, B], "discriminator": {"propertyName": "a"}},
        {"anyOf": [A, B], "discriminator": {"propertyName": "b"}},
        FINE,
        FINE,
        "discriminator is b",
    ),
    "items: another type": (array(), array(items=INTEGER), BREAKS, BREAKS, "[] type"),
    "items: a type": ({"type": "array"}, array(), BREAKS, FINE, "[] type"),
    "items: none": (array(prefixItems=[STRING]), array(prefixItems=[STRING], items=False), BREAKS, FINE, "items was"),
    "prefixItems: another type": (
        array(prefixItems=[STRING]),
        array(prefixItems=[INTEGER]),
        BREAKS,
        BREAKS,
        "[0] type",
    ),
    "prefixItems: removed": (
        array(prefixItems=[STRING, STRING]),
        array(prefixItems=[STRING]),
        BREAKS,
        BREAKS,
        "[1] is gone",
    ),
    "prefixItems: added": (
        array(prefixItems=[STRING]),
        array(prefixItems=[STRING, STRING]),
        BREAKS,
        FINE,
        "[1] is new",
    ),
    "contains": (array(), array(contains=STRING), BREAKS, SILENT, "combinations"),
    "pattern: added": (STRING, {**STRING, "pattern": "^a"}, BREAKS, FINE, "pattern was nothing"),
    "pattern: another": ({**STRING, "pattern": "^a"}, {**STRING, "pattern": "^b"}, BREAKS, FINE, "pattern was ^a"),
    "pattern: removed": ({**STRING, "pattern": "^a"}, STRING, FINE, FINE, "pattern was ^a"),
    "uniqueItems: added": (array(), array(uniqueItems=True), BREAKS, FINE, "uniqueItems"),
    "uniqueItems: removed": (array(uniqueItems=True), array(), FINE, FINE, "uniqueItems"),
    "uniqueItems: said to be false": (array(), array(uniqueItems=False), SILENT, SILENT, ""),
    "multipleOf: added": (INTEGER, {**INTEGER, "multipleOf": 4}, BREAKS, FINE, "multipleOf"),
    "multipleOf: finer": ({**INTEGER, "multipleOf": 4}, {**INTEGER, "multipleOf": 2}, FINE, FINE, "multipleOf"),
    "multipleOf: coarser": ({**INTEGER, "multipleOf": 2}, {**INTEGER, "multipleOf": 4}, BREAKS, FINE, "multipleOf"),
    "multipleOf: removed": ({**INTEGER, "multipleOf": 2}, INTEGER, FINE, FINE, "multipleOf"),
    "default: added": (STRING, {**STRING, "default": "a"}, FINE, FINE, "default was 'nothing'"),
    "default: another": ({**STRING, "default": "a"}, {**STRING, "default": "b"}, BREAKS, FINE, "default was 'a'"),
    "default: removed": ({**STRING, "default": "a"}, STRING, BREAKS, FINE, "is 'nothing'"),
    "deprecated": (STRING, {**STRING, "deprecated": True}, FINE, FINE, "is deprecated"),
    "deprecated: no longer": ({**STRING, "deprecated": True}, STRING, FINE, FINE, "is no longer deprecated"),
    "x-alias-of": (
        obj(),
        obj(properties={"a": STRING, "b": {**STRING, "x-alias-of": "a"}}),
        FINE,
        FINE,
        "x-alias-of was nothing",
    ),
    "x-event-keys": (obj(), obj(**{"x-event-keys": ["a"]}), FINE, FINE, "x-event-keys"),
    "x-sent-as: added": (obj(), obj(**{"x-sent-as": {"A": {}}}), FINE, FINE, "can be sent as A"),
    "x-sent-as: another way": (
        obj(**{"x-sent-as": {"A": {}}}),
        obj(**{"x-sent-as": {"A": {"a": {"b": "b"}}}}),
        FINE,
        FINE,
        "is sent as A in another way",
    ),
    "x-sent-as: removed": (obj(**{"x-sent-as": {"A": {}}}), obj(), BREAKS, BREAKS, "can no longer be sent as A"),
    "description": (STRING, {**STRING, "description": "More."}, SILENT, SILENT, ""),
    "title": (STRING, {**STRING, "title": "T"}, SILENT, SILENT, ""),
    "example": (STRING, {**STRING, "example": "a"}, SILENT, SILENT, ""),
    "examples": (STRING, {**STRING, "examples": ["a"]}, SILENT, SILENT, ""),
    "externalDocs": (STRING, {**STRING, "externalDocs": {"url": "https://x.test"}}, SILENT, SILENT, ""),
    "xml": (STRING, {**STRING, "xml": {"name": "x"}}, SILENT, SILENT, ""),
    "$comment": (STRING, {**STRING, "$comment": "c"}, SILENT, SILENT, ""),
    "$defs": (STRING, {**STRING, "$defs": {"inner": STRING}}, SILENT, SILENT, ""),
    "$anchor": (STRING, {**STRING, "$anchor": "here"}, SILENT, SILENT, ""),
    "$ref: another": (A, B, FINE, BREAKS, "is no longer required"),
}

for word, low, high, base in (
    ("minimum", 1, 2, INTEGER),
    ("exclusiveMinimum", 1, 2, INTEGER),
    ("minLength", 1, 2, STRING),
    ("minItems", 1, 2, array()),
    ("minProperties", 1, 2, obj()),
    ("minContains", 1, 2, array()),
    ("maximum", 2, 1, INTEGER),
    ("exclusiveMaximum", 2, 1, INTEGER),
    ("maxLength", 2, 1, STRING),
    ("maxItems", 2, 1, array()),
    ("maxProperties", 2, 1, obj()),
    ("maxContains", 2, 1, array()),
):
    loose, tight = {**base, word: low}, {**base, word: high}
    TABLE[f"{word}: added"] = (base, loose, BREAKS, FINE, f"{word} was nothing, is {low}")
    TABLE[f"{word}: tighter"] = (loose, tight, BREAKS, FINE, f"{word} was {low}, is {high}")
    TABLE[f"{word}: looser"] = (tight, loose, FINE, FINE, f"{word} was {high}, is {low}")
    TABLE[f"{word}: removed"] = (loose, base, FINE, FINE, f"{word} was {low}, is nothing")


def spec(schema: Any, direction: str) -> Spec:
    """A spec with a property of this schema in a request or in a reply."""
    whole = {"type": "object", "properties": {"x": copy.deepcopy(schema)}}
    content = {"content": {"application/json": {"schema": whole}}}
    operation: dict[str, Any] = {"operationId": "things_make", "responses": {"200": {"description": "It."}}}
    if direction == "request":
        operation["requestBody"] = content
    else:
        operation["responses"]["200"] |= content
    known = {"A": obj("a"), "B": obj()}
    data = {"openapi": "3.1.0", "paths": {"/things": {"post": operation}}, "components": {"schemas": known}}
    return Spec(yaml.dump(data, Dumper=_Plain))


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def changes(name: str, direction: str) -> list[Change]:
    old, new, *_ = TABLE[name]
    return compare(spec(old, direction), spec(new, direction))


@pytest.mark.parametrize("direction", ["request", "reply"])
@pytest.mark.parametrize("name", TABLE)
def test_a_change_of_a_schema_is_reported_and_classified(name: str, direction: str) -> None:
    expected, says = TABLE[name][2 if direction == "request" else 3], TABLE[name][4]
    found = changes(name, direction)
    if expected is SILENT:
        assert found == []
        return
    assert any(change.breaking for change in found) == expected, found
    assert any(says in f"{change.where} {change.what}" for change in found), found


def test_every_keyword_is_in_the_table() -> None:
    tried = {name.partition(":")[0] for name in TABLE}
    assert (TYPE_KEYWORDS | CHECK_KEYWORDS | TEXT_KEYWORDS) - tried == set()
