"""Read JSON that somebody else wrote, and write it again.

A value that is nested too deep could be read, but not be written again: no reply and no journal could hold it. Integers
of more than 64 bits, which orjson reads as floats and does not write, are left to Python's json.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

import orjson

MAX_DEPTH = 128  # levels; what holds the value needs some of the 254 that can be written


_LONG_BYTES: Final = re.compile(rb"[0-9]{19}")
_LONG_TEXT: Final = re.compile(r"[0-9]{19}")


class JsonError(ValueError):
    """A text that is not JSON, or is nested too deep; the message says which."""


def read_json(text: bytes | str) -> Any:
    """The value of a JSON text.

    Raises:
        JsonError: It has none, or one that is nested too deep.
    """
    try:
        value = orjson.loads(text)
        if (_LONG_BYTES if isinstance(text, bytes) else _LONG_TEXT).search(text):  # type: ignore[arg-type]
            value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise JsonError(f"not valid JSON: {error}") from None
    opened = text.count(b"{") + text.count(b"[") if isinstance(text, bytes) else text.count("{") + text.count("[")
    if opened > MAX_DEPTH and _is_deep(value):
        raise JsonError(f"nested deeper than {MAX_DEPTH} levels")
    return value


def write_json(value: Any) -> bytes:
    """The JSON text of a value."""
    try:
        return orjson.dumps(value)
    except TypeError:  # an integer of more than 64 bits
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


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
