"""Read JSON that somebody else wrote.

A value that is nested too deep could be read, but not be written again: no reply and no journal could hold it.
"""

from __future__ import annotations

from typing import Any

import orjson

MAX_DEPTH = 128  # levels; what holds the value needs some of the 254 that can be written


class JsonError(ValueError):
    """A text that is not JSON, or is nested too deep; the message says which."""


def read_json(text: bytes | str) -> Any:
    """The value of a JSON text.

    Raises:
        JsonError: It has none, or one that is nested too deep.
    """
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise JsonError(f"not valid JSON: {error}") from None
    opened = text.count(b"{") + text.count(b"[") if isinstance(text, bytes) else text.count("{") + text.count("[")
    if opened > MAX_DEPTH and _is_deep(value):
        raise JsonError(f"nested deeper than {MAX_DEPTH} levels")
    return value


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for outer in level
            if isinstance(outer, (dict, list))
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return False
    return True
