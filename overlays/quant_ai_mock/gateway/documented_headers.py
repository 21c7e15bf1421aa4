"""Send the headers that the spec has for a reply: those that are required, and those with an example."""

from __future__ import annotations

from typing import Any

from ..document.examples import example_of
from ..document.json_text import write_json
from ..document.operations import ApiOperation, is_json


def add_documented(operation: ApiOperation, status: int, headers: dict[str, str]) -> None:
    """Add the headers of a reply that it does not have yet."""
    known = {name.lower() for name in headers}
    for name, media in operation.reply_headers.get(status, {}).items():
        if name.lower() not in known:
            value = example_of(media)
            headers[name] = write_json(value).decode() if is_json(media.content_type) else _text(value)


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ",".join(f"{key},{_text(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ",".join(map(_text, value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
