"""A spec with everything that the generator supports, and the expected result for each part."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import yaml
from tests.generated.support import MINIMAL

from openapi import METHODS

STRING = {"type": "string"}
OTHER = {"$ref": "#/components/schemas/Other"}
DAY, WHEN = "2026-01-02", "2026-01-02T03:04:05Z"
ID = "5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11"


class Value(NamedTuple):
    """A property, its type in Python, a JSON value, and what the client reads from it."""

    schema: dict[str, Any]
    annotation: str
    json: Any
    read: Any


def plain(schema: dict[str, Any], annotation: str, json: Any) -> Value:
    """A property that is read as it is in the JSON."""
    return Value(schema, annotation, json, json)


PROPERTIES = {
    "string": plain({"type": "string", "minLength": 1, "maxLength": 9, "pattern": "^a"}, "str", "a"),
    "integer": plain({"type": "integer", "minimum": 1, "maximum": 9, "multipleOf": 1}, "int", 3),
    "number": plain({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 9}, "float", 1.5),
    "boolean": plain({"type": "boolean"}, "bool", True),
    "any": plain({}, "Any", [1, {"a": None}]),
    "null": plain({"type": ["string", "null"]}, "str | None", None),
    "types": plain({"type": ["string", "integer"]}, "str | int", 3),
    "day": Value({"type": "string", "format": "date"}, "date", DAY, date(2026, 1, 2)),
    "when": Value(
        {"type": "string", "format": "date-time"}, "datetime", WHEN, datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    ),
    "uuid": Value({"type": "string", "format": "uuid"}, "UUID", ID, UUID(ID)),
    "email": plain({"type": "string", "format": "email"}, "str", "a@b.c"),
    "base64": plain({"type": "string", "contentEncoding": "base64"}, "Base64Text", "AAEC"),
    "media": plain({"type": "string", "contentMediaType": "application/json", "contentSchema": OTHER}, "str", "{}"),
    "text": plain({"type": "string", "const": "a"}, "Literal['a']", "a"),
    "one": plain({"type": "integer", "const": 1}, "Literal[1]", 1),
    "true": plain({"type": "boolean", "const": True}, "Literal[True]", True),
    "word": plain({"$ref": "#/components/schemas/Word"}, "Word", "b"),
    "level": plain({"$ref": "#/components/schemas/Level"}, "Level", 2),
    "array": plain(
        {"type": "array", "items": STRING, "minItems": 0, "maxItems": 9, "uniqueItems": True, "default": ["a", 'b"']},
        "list[str]",
        ["a"],
    ),
    "containing": plain(
        {"type": "array", "items": STRING, "contains": {"const": "a"}, "minContains": 0, "maxContains": 9},
        "list[str]",
        ["a"],
    ),
    "tuple": plain(
        {"type": "array", "prefixItems": [STRING, {"type": "integer"}], "items": False}, "list[str | int]", ["a", 1]
    ),
    "map": plain(
        {"type": "object", "additionalProperties": STRING, "propertyNames": {"pattern": "^a"}},
        "dict[str, str]",
        {"a": "b"},
    ),
    "object": plain(
        {"$ref": "#/components/schemas/Object", "description": "Own words.", "summary": "Own."}, "Object", {"b": 1}
    ),
    "combined": plain({"$ref": "#/components/schemas/Combined"}, "Combined", {"id": "a", "more": "b", "else": 1}),
    "described": plain({"allOf": [OTHER], "description": "It.", "deprecated": True}, "Other", {"id": "a"}),
    "either": plain({"anyOf": [OTHER, STRING]}, "Other | str", {"id": "a"}),
    "one_of": plain({"oneOf": [OTHER, STRING]}, "Other | str", "a"),
    "marked": plain({"$ref": "#/components/schemas/Marked"}, "Marked", {"kind": "round", "size": 1}),
    "documented": plain(
        {
            **STRING,
            "title": "T",
            "description": 'A "text" \\ of it',
            "default": 'a "b" \\',
            "example": "a",
            "examples": ["a"],
            "externalDocs": {"url": "https://x.test"},
            "$comment": "c",
            "deprecated": True,
            "readOnly": False,
            "writeOnly": False,
            "xml": {"name": "t"},
        },
        "str",
        "a",
    ),
    "conditional": plain(
        {
            "type": "string",
            "not": {"const": "b"},
            "if": {"const": "c"},
            "then": {"maxLength": 1},
            "else": {"minLength": 1},
        },
        "str",
        "a",
    ),
}

SCHEMAS = {
    "Other": {"type": "object", "required": ["id"], "properties": {"id": STRING}},
    "Word": {"type": "string", "enum": ["a", "b"]},
    "Level": {"type": "integer", "enum": [1, 2]},
    "Object": {
        "type": "object",
        "properties": {"b": {"type": "integer"}, "c": STRING},
        "minProperties": 0,
        "maxProperties": 9,
        "dependentRequired": {"c": ["b"]},
        "unevaluatedProperties": True,
        "unevaluatedItems": True,
    },
    "More": {"type": "object", "properties": {"more": STRING}},
    "Combined": {
        "allOf": [OTHER, {"$ref": "#/components/schemas/More"}],
        "properties": {"size": {"type": "integer"}},
        "required": ["more"],
        "additionalProperties": {"type": "integer"},
    },
    "Ball": {"type": "object", "required": ["kind"], "properties": {"kind": STRING, "size": {"type": "integer"}}},
    "Cube": {"type": "object", "required": ["kind"], "properties": {"kind": STRING, "edge": {"type": "integer"}}},
    "Marked": {
        "oneOf": [{"$ref": "#/components/schemas/Ball"}, {"$ref": "#/components/schemas/Cube"}],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"round": "#/components/schemas/Ball", "square": "#/components/schemas/Cube"},
        },
    },
    # Names that are fine for properties, although Python or the generated code has a use for them.
    "Hostile": {
        "type": "object",
        "properties": dict.fromkeys(
            ["to_dict", "from_dict", "cls", "self", "d", "cast", "class", "list", "client"], STRING
        ),
    },
}


class Sent(NamedTuple):
    """A parameter, an argument for it, and what is sent. The styles are in edits_of_requests.py."""

    location: str
    schema: dict[str, Any]
    argument: Any
    text: Any
    style: str = ""


PARAMETERS = {
    "q-text": Sent("query", STRING, "a b", ["a b"]),
    "q-flag": Sent("query", {"type": "boolean"}, True, ["true"]),
    "q-texts": Sent("query", {"type": "array", "items": STRING}, ["a", "b"], ["a", "b"]),
    "q-days": Sent(
        "query", {"type": "array", "items": {"type": "string", "format": "date"}}, [date(2026, 1, 2)], [DAY]
    ),
    "q-null": Sent("query", {"type": ["string", "null"]}, None, []),
    "q-any": Sent("query", {}, 3, ["3"]),
    "q-const": Sent("query", {"type": "string", "const": "a"}, "a", ["a"]),
    "q-date": Sent("query", {"type": "string", "format": "date"}, date(2026, 1, 2), [DAY]),
    "q-date-time": Sent("query", {"type": "string", "format": "date-time"}, WHEN, [WHEN]),
    "q-uuid": Sent("query", {"type": "string", "format": "uuid"}, UUID(ID), [ID]),
    "q-either": Sent("query", {"anyOf": [STRING, {"type": "integer"}]}, 3, ["3"]),
    "q-object": Sent("query", OTHER, {"id": "a"}, ['{"id":"a"}'], "json"),
    "q-spaces": Sent("query", {"type": "array", "items": STRING}, ["a", "b"], ["a b"], "spaceDelimited"),
    "q-pipes": Sent("query", {"type": "array", "items": STRING}, ["a", "b"], ["a|b"], "pipeDelimited"),
    "h-date": Sent("header", {"type": "string", "format": "date"}, date(2026, 1, 2), [DAY]),
    "h-texts": Sent("header", {"type": "array", "items": STRING}, ["a", "b"], ["a,b"]),
    "h-object": Sent("header", OTHER, {"id": "a"}, ["id,a"]),
    "h-text": Sent("header", STRING, "a", ["a"]),
    "h-flag": Sent("header", {"type": "boolean"}, False, ["false"]),
    "h-null": Sent("header", {"type": ["string", "null"]}, None, []),
    "h-uuid": Sent("header", {"type": "string", "format": "uuid"}, UUID(ID), [ID]),
    "h-word": Sent("header", {"$ref": "#/components/schemas/Word"}, "a", ["a"]),
    "p-text": Sent("path", STRING, "a/b", ["a%2Fb"]),
    "p-number": Sent("path", {"type": "integer"}, 3, ["3"]),
    "p-texts": Sent("path", {"type": "array", "items": STRING}, ["a,b", "c"], ["a%2Cb,c"]),
    "p-const": Sent("path", {"type": "string", "const": "a"}, "a", ["a"]),
    "p-any": Sent("path", {}, 3, ["3"]),
    "p-date": Sent("path", {"type": "string", "format": "date"}, date(2026, 1, 2), [DAY]),
    "p-date-time": Sent("path", {"type": "string", "format": "date-time"}, WHEN, ["2026-01-02T03%3A04%3A05Z"]),
    "p-uuid": Sent("path", {"type": "string", "format": "uuid"}, UUID(ID), [ID]),
    # Names that the generated functions and clients use themselves.
    "client": Sent("query", STRING, "a", ["a"]),
    "body": Sent("query", STRING, "a", ["a"]),
    "headers": Sent("header", STRING, "a", ["a"]),
    "self": Sent("query", STRING, "a", ["a"]),
}

# Media types whose content is models, and whose content is bytes.
JSON_TYPES = ("application/json", "application/vnd.x+json", "application/json; charset=utf-8", "Application/JSON")
BYTE_TYPES = ("application/octet-stream", "text/plain", "text/csv", "image/png", "*/*")


def _value_of(sent: Sent) -> dict[str, Any]:
    if sent.style == "json":
        return {"content": {"application/json": {"schema": sent.schema}}}
    return {"schema": sent.schema, **({"style": sent.style} if sent.style else {})}


def _build() -> dict[str, Any]:
    """A spec with everything above."""
    data: dict[str, Any] = yaml.safe_load(MINIMAL)
    data["components"]["schemas"] = {
        **SCHEMAS,
        "Thing": {"type": "object", "properties": {name: value.schema for name, value in PROPERTIES.items()}},
    }
    in_path = [name for name, sent in PARAMETERS.items() if sent.location == "path"]
    parameters = [
        {"name": name, "in": sent.location, **_value_of(sent), "required": sent.location == "path"}
        for name, sent in PARAMETERS.items()
    ]
    data["paths"] = {
        "/all/" + "/".join(f"{{{name}}}" for name in in_path): {
            "get": {"operationId": "things_get", "tags": ["things"], "parameters": parameters, "responses": OK}
        },
        "/methods": {
            method: {"operationId": f"methods_call_{method}", "tags": ["methods"], "responses": OK}
            for method in METHODS
        },
        "/shared": {
            "post": {
                "operationId": "things_share",
                "tags": ["things"],
                "requestBody": {"$ref": "#/components/requestBodies/Shared"},
                "responses": {
                    "200": {"$ref": "#/components/responses/Shared"},
                    "4XX": {"$ref": "#/components/responses/Shared"},
                    "default": {"$ref": "#/components/responses/Shared"},
                },
            }
        },
    }
    shared = {"description": "It.", "content": {"application/json": {"schema": OTHER}}}
    data["components"]["requestBodies"] = {"Shared": {**shared, "required": True}}
    data["components"]["responses"] = {"Shared": shared}
    for number, kind in enumerate((*JSON_TYPES, *BYTE_TYPES)):
        content = {kind: {"schema": OTHER if kind in JSON_TYPES else STRING}}
        data["paths"][f"/kinds/{number}"] = {
            "post": {
                "operationId": f"kinds_call_{number}",
                "tags": ["kinds"],
                "requestBody": {"required": True, "content": content},
                "responses": {"200": {"description": "It.", "content": content}, "204": {"description": "None."}},
            }
        }
    return data


OK = {"204": {"description": "Done."}}
SPEC = _build()
