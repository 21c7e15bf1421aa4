"""A ratchet: the overlay names no property of a schema as a string, so that a change of the document is one change.

Attributes of generated models are fine, since type checkers see them, and so is what an Operation carries. Words that
also happen to be properties, but mean something else where the overlay uses them, are listed with the reason.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]

MODULE = "the name of a module"
JSON_SCHEMA = "a keyword of JSON Schema"
HTTPX = "a key of httpx's request extensions"
OPTION = "a field of our own options"
SLOT = "a slot of our own class"
OURS = "a member of the free-form object that a tool answers with"

ALLOWED = {
    "__init__.py": dict.fromkeys(("models", "errors"), MODULE),
    "http/attempts.py": {"path": "an argument of our own errors"},
    "streaming/events.py": {
        "type": "the key of the framing without event lines",
        "error": "the name of the event that reports failure",
        "data": SLOT,
        "event": SLOT,
        "path": SLOT,
    },
    "resources/presigned_upload.py": {"timeout": HTTPX},
    "media.py": {
        "text": "a file suffix",
        "image": "what files are called by default",
        "document": "what documents are called by default",
    },
    "http/replies.py": {"json": "part of a media type"},
    "http/endpoint.py": {"timeout": HTTPX},
    "streaming/sse.py": {"retry": SLOT},
    "settings.py": {"timeout": OPTION, "retry": OPTION},
    "tools/tool_calls.py": {"result": OURS, "error": OURS},
    "tools/tool_specs.py": {"type": JSON_SCHEMA, "description": JSON_SCHEMA},
    "tools/json_types.py": {
        "type": JSON_SCHEMA,
        "description": JSON_SCHEMA,
        "format": JSON_SCHEMA,
        "items": JSON_SCHEMA,
        "date": "a format of JSON Schema",
    },
    "tools/tool_conversation.py": {"stream": "a way to run"},
    "resources/async_chat.py": {"stream": "a way to run"},
    "resources/chat.py": {"stream": "a way to run"},
}


def properties(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield from node["properties"]
        for value in node.values():
            yield from properties(value)
    elif isinstance(node, list):
        for value in node:
            yield from properties(value)


SCHEMA_NAMES = set(properties(yaml.safe_load((ROOT / "spec/openapi.yaml").read_text())["components"]["schemas"]))
PACKAGE = ROOT / "overlays/quant_ai"
MODULES = sorted(PACKAGE.glob("**/*.py"))


def literals(source: str) -> Iterator[tuple[int, str]]:
    tree = ast.parse(source)
    skipped = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)  # docstrings
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_string_names_a_property_of_a_schema(module: Path) -> None:
    allowed = ALLOWED.get(module.relative_to(PACKAGE).as_posix(), {})
    found = [
        f"{module.name}:{line}: {text!r}"
        for line, text in literals(module.read_text())
        if text in SCHEMA_NAMES and text not in allowed
    ]
    assert found == []


def test_the_list_of_exceptions_holds_no_more_than_is_used() -> None:
    for name, words in ALLOWED.items():
        used = {text for _, text in literals((PACKAGE / name).read_text())}
        assert set(words) <= used & SCHEMA_NAMES


def test_the_document_has_properties_to_look_for() -> None:
    assert {"modelId", "messages", "toolUseId", "callbackId"} <= SCHEMA_NAMES
