"""Write records for the database, and read them again.

A record with integers of more than 64 bits is marked, because orjson would read other numbers.
"""

from __future__ import annotations

import json
from typing import Any, Final

import orjson

from ..document.json_text import write_json

_LONG: Final = b"\1"


def written_record(value: dict[str, Any]) -> bytes:
    """A record as bytes."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return _LONG + write_json(value)


def read_record(content: bytes) -> Any:
    """The record that the bytes were made from."""
    return json.loads(content[1:]) if content[:1] == _LONG else orjson.loads(content)
