"""Read and write JSON: with orjson, and where orjson refuses what Python's `json` accepts, with that.

Services cut texts in the middle of an emoji and write half a surrogate pair; some write NaN, or a byte order mark.
Half a pair cannot be printed, stored or sent, so it is replaced by U+FFFD, as invalid UTF-8 is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

import orjson


def loads(data: bytes) -> Any:
    """The value of JSON text.

    Raises:
        ValueError: It is no JSON.
    """
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError as error:
        try:
            return without_halves(loads_with_halves(data))
        except (ValueError, RecursionError):
            raise error from None


def loads_with_halves(data: bytes) -> Any:
    """The value of JSON text that orjson refuses; its strings may hold halves of surrogate pairs.

    Raises:
        ValueError: It is no JSON.
        RecursionError: It is nested too deeply.
    """
    return json.loads(data)


def dumps(value: Any) -> bytes:
    """A value as JSON text.

    Raises:
        TypeError: JSON cannot carry it.
        ValueError: It contains itself, or is nested too deeply.
    """
    try:
        return orjson.dumps(value)
    except TypeError:
        try:
            return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()
        except RecursionError:
            raise ValueError("the value contains itself, or is nested too deeply to be sent as JSON") from None


def without_halves(value: Any) -> Any:
    """The same JSON value, with U+FFFD in the place of half surrogate pairs."""
    if isinstance(value, str):
        return join_halves(value)
    if isinstance(value, list):
        return [without_halves(item) for item in value]
    if isinstance(value, dict):
        return {join_halves(name): without_halves(item) for name, item in value.items()}
    return value


def join_halves(text: str) -> str:
    """The text with surrogate pairs joined to the characters that they stand for, and U+FFFD for halves."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _plain(value: Any) -> Any:
    """The value in the plain types that Python's `json` writes."""
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, str):
        return join_halves(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        number = float(value)
        return number if number - number == 0 else None  # as orjson writes NaN and infinity
    if isinstance(value, Mapping):
        return {_key(name): _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} is not JSON serializable: {value!r:.200}")


def _key(name: Any) -> str:
    if isinstance(name, Enum):
        return _key(name.value)
    if isinstance(name, str):
        return join_halves(name)
    if name is None or isinstance(name, (bool, int, float)):
        return orjson.dumps(name).decode() if isinstance(name, bool) or name is None else str(name)
    raise TypeError(f"{type(name).__name__} cannot be a key in JSON: {name!r:.200}")
