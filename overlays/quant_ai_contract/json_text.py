"""Read JSON from a recording or a server, whatever is in it."""

from __future__ import annotations

import json
from typing import Final

from quant_ai_common.json_values import Json, json_integer

NOT_JSON: Final[Json] = object()
TOO_DEEP: Final[Json] = object()
"""Stands for a value that is nested deeper than Python reads."""
MAX_DEPTH: Final = 200  # jsonschema-rs reads 255 levels


def parse_json(raw: bytes | str) -> Json:
    """The value of a JSON text, NOT_JSON, or TOO_DEEP."""
    try:
        return _DECODER.decode(raw if isinstance(raw, str) else raw.decode(json.detect_encoding(raw), "surrogatepass"))
    except RecursionError:
        return TOO_DEEP
    except ValueError:
        return NOT_JSON


def json_lines(raw: bytes) -> list[bytes]:
    """The JSON texts of a body that is JSON lines, or a JSON text sequence; blank lines are none."""
    separator = b"\x1e" if raw.lstrip().startswith(b"\x1e") else b"\n"
    return [text for line in raw.split(separator) if (text := line.strip())]


def is_too_deep(value: Json, raw: bytes | None = None) -> bool:
    """Whether a value is nested too deeply to be checked against a schema.

    Args:
        value: The value.
        raw: Its text, if that is at hand. Most texts have too few brackets.
    """
    if raw is not None and raw.count(b"[") + raw.count(b"{") <= MAX_DEPTH:
        return value is TOO_DEEP
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [inner for outer in level for inner in _members(outer)]
        if not level:
            return value is TOO_DEEP
    return True


def _members(value: Json) -> list[Json]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse, parse_int=json_integer)
