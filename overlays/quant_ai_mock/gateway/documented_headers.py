"""Send the headers that the spec has for a reply: those that are required, and those with an example."""

from __future__ import annotations

from typing import Any

from ..document.examples import example_of
from ..document.operations import ApiOperation


def add_documented(operation: ApiOperation, status: int, headers: dict[str, str]) -> None:
    """Add the headers of a reply that it does not have yet."""
    known = {name.lower() for name in headers}
    for name, media in operation.reply_headers.get(status, {}).items():
        if name.lower() not in known:
            headers[name] = _text(example_of(media))


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ",".join(f"{key},{_text(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ",".join(map(_text, value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
