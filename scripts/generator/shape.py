"""Check that a spec has the shape of OpenAPI 3.1.

The schema is the published one. What it leaves open is closed here: schemas are validated as JSON Schema 2020-12, and
extensions by spec/extensions.schema.json. The code that runs after this check relies on the shape.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema_rs

from openapi import SpecFault

_EXTENSIONS = Path(__file__).parents[2] / "spec" / "extensions.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DISCRIMINATOR = {
    "type": "object",
    "required": ["propertyName"],
    "properties": {"propertyName": {"type": "string"}, "mapping": {"$ref": "#/$defs/map-of-strings"}},
}
_LONGEST = 160


def check_shape(data: dict[str, Any]) -> None:
    """Raise a SpecFault for the innermost value with a wrong shape."""
    errors = list(jsonschema_rs.validator_for(_schema()).iter_errors(data))
    if errors:
        worst = max(errors, key=lambda error: len(error.instance_path))
        raise SpecFault(tuple(worst.instance_path), _short(worst.message))


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
    return schema


def _short(message: str) -> str:
    """The end of a message says what is wrong; the value comes before it and may be long."""
    line = " ".join(message.split())
    return line if len(line) <= _LONGEST else f"… {line[-_LONGEST:]}"
