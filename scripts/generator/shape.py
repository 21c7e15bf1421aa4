"""Check that a spec has the shape of OpenAPI 3.1.

The schema is the published one. What it leaves open is closed here: schemas are validated as JSON Schema 2020-12, and
extensions by spec/extensions.schema.json. The code that runs after this check relies on the shape.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema_rs

from openapi import Pointer

from .supported import VERSIONS, Refused

_EXTENSIONS = Path(__file__).parents[2] / "spec" / "extensions.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DISCRIMINATOR = {
    "type": "object",
    "required": ["propertyName"],
    "properties": {"propertyName": {"type": "string"}, "mapping": {"$ref": "#/$defs/map-of-strings"}},
}
_LONGEST = 160
_UNEXPECTED = re.compile(r"properties are not allowed \('([^']+)'(?:, '[^']+')* (?:was|were) unexpected\)")
_COMPONENT = "[a-zA-Z0-9._-]"


def shape_faults(data: dict[str, Any]) -> Iterator[Refused]:
    """The values with a wrong shape, each only once: a mapping is not reported for what is wrong inside it."""
    version = data.get("openapi")
    if not (isinstance(version, str) and re.fullmatch(VERSIONS, version)):
        given = "the file does not say its version" if version is None else f"openapi: {version} is not read"
        given = f"Swagger {data['swagger']} is not read" if version is None and "swagger" in data else given
        yield Refused(("openapi",) if "openapi" in data else (), given, "write OpenAPI 3.1, with openapi: 3.1.1")
        return
    validator = _validator(items=version.startswith("3.2"))
    errors = [(_place(error), error.message) for error in validator.iter_errors(data)]
    places = {pointer for pointer, _ in errors}
    for pointer, message in sorted(errors, key=lambda error: [str(step) for step in error[0]]):
        if not any(len(other) > len(pointer) and other[: len(pointer)] == pointer for other in places):
            yield Refused(pointer, _short(message), _fix(message))


def _place(error: jsonschema_rs.ValidationError) -> Pointer:
    """Where an error is: for a name that is wrong, at the name."""
    place, match = tuple(error.instance_path), _UNEXPECTED.search(error.message)
    if match:
        return (*place, match[1])
    return (
        (*place, json.loads(error.message[: error.message.index('" does') + 1]))
        if _COMPONENT in error.message
        else place
    )


@cache
def _validator(*, items: bool) -> jsonschema_rs.Validator:
    """A validator of specs; with `items`, media types may have `itemSchema`, which is new in 3.2."""
    schema = _schema()
    if items:
        schema["$defs"]["media-type"]["properties"]["itemSchema"] = {"$dynamicRef": "#meta"}
    return jsonschema_rs.validator_for(schema)


def _schema() -> dict[str, Any]:
    validator = find_spec("openapi_spec_validator")  # its schema alone: importing it takes 0.2 s
    assert validator
    assert validator.origin
    published = Path(validator.origin).parent / "resources" / "schemas" / "v3.1" / "schema.json"
    schema: dict[str, Any] = json.loads(published.read_text(encoding="utf-8"))
    text = _EXTENSIONS.read_text(encoding="utf-8").replace('"#/$defs/', '"#/$defs/x-')
    extensions: dict[str, Any] = json.loads(text)["$defs"]
    definitions: dict[str, Any] = schema["$defs"]
    known = {**extensions["schema"]["properties"], "discriminator": _DISCRIMINATOR}
    definitions["schema"] |= {"$ref": _DIALECT, "properties": known}
    for kind, name in (("operation", "operation"), ("mediaType", "media-type")):
        definitions[name]["properties"] |= extensions[kind]["properties"]
    definitions |= {f"x-{name}": value for name, value in extensions.items()}
    schema["properties"]["openapi"]["pattern"] = f"^({VERSIONS})$"
    return schema


def _short(message: str) -> str:
    """The end of a message says what is wrong; the value comes before it and may be long."""
    line = " ".join(message.split())
    return line if len(line) <= _LONGEST else f"… {line[-_LONGEST:]}"


def _fix(message: str) -> str:
    if _UNEXPECTED.search(message):
        return "remove it, or correct its name"
    if _COMPONENT in message:
        return "write a name of letters, digits, dots, dashes and underscores"
    if message.startswith("null is not of type"):
        return "write a value after the key, or remove the key"
    if match := re.fullmatch(r"([-\d.e+]+|true|false) is not of type \"string\"", message):
        return f"write it in quotes, as '{match[1]}'"
    if match := re.fullmatch(r"\"([-\d.e+]+|true|false)\" is not of types? \"(?:boolean|number|integer)\"", message):
        return f"write {match[1]} without quotes"
    return "see https://spec.openapis.org/oas/v3.1.1.html for the form of this object"
