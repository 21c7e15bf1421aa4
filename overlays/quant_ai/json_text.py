"""Read and write JSON: with orjson, and where orjson refuses what Python's `json` accepts, with that.

Services cut texts in the middle of an emoji and write half a surrogate pair; some write NaN, or a byte order mark.
Half a pair cannot be printed, stored or sent, so it is replaced by U+FFFD, as is what is no UTF-8.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import Enum
from math import isfinite
from typing import Any, Final

import orjson

from quant_ai_client.encoding import refuse_nan
from quant_ai_client.errors import ArgumentError

_LARGE: Final = 1024 * 1024
_MAX_EXACT: Final = 8 * _LARGE
"""A text of more bytes is not read a second time."""
_AS_ZERO: Final = bytes.maketrans(b"123456789", b"000000000")
_LONG: Final = b"0" * 19
"""What integers of more than 64 bits have in them, once all digits are zeros."""
_MAY_BE_JSON: Final = re.compile(rb"\xef\xbb\xbf|\xff\xfe|\xfe\xff|[ \t\r\n]*+[\[{\"0-9tfnNI-]")


def loads(data: bytes) -> Any:
    """The value of JSON text.

    Raises:
        ValueError: It is no JSON.
    """
    # orjson takes many times the memory of what it reads, even to find that a page of megabytes is no JSON.
    if len(data) > _LARGE and not _MAY_BE_JSON.match(data):
        raise ValueError("unexpected character, expected a JSON value: line 1 column 1 (char 0)")
    try:
        return with_exact_integers(orjson.loads(data), data)
    except orjson.JSONDecodeError as error:
        try:
            return without_halves(loads_with_halves(data))
        except UnicodeDecodeError:  # a reply that is paid for is not lost for a broken character
            try:
                return orjson.loads(data.decode("utf-8", "replace"))
            except orjson.JSONDecodeError:
                raise error from None
        except (ValueError, RecursionError):
            raise error from None


def with_exact_integers(value: Any, data: bytes) -> Any:
    """The value that orjson has read, with the integers of more than 64 bits that it turns into floats.

    To look for so many digits in a row costs a few percent of reading the text.
    """
    if len(data) > _MAX_EXACT:
        return value
    for start in range(0, len(data), _LARGE):
        if _LONG in data[start : start + _LARGE + len(_LONG)].translate(_AS_ZERO):
            try:
                return json.loads(data)
            except (ValueError, RecursionError):  # such as for a number of more than 4,300 digits
                return value
    return value


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
        ArgumentError: JSON cannot carry it: it has a NaN or an infinity, contains itself, or is nested too deeply.
    """
    try:
        text = orjson.dumps(value)
        plain = value
    except TypeError:
        try:
            plain = _plain(value)
            text = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
        except RecursionError:
            raise ArgumentError("the value contains itself, or is nested too deeply to be sent as JSON") from None
        except ValueError as error:  # an integer of more digits than Python writes, or what `_plain` refuses
            raise ArgumentError(str(error)) from None
    refuse_nan(plain, text)
    return text


def with_null_for_nan(value: Any) -> Any:
    """The same JSON value with null in the place of NaN and infinity, which a service may send all the same."""
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, list):
        return [with_null_for_nan(item) for item in value]
    if isinstance(value, dict):
        return {name: with_null_for_nan(item) for name, item in value.items()}
    return value


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
        return float(value)
    if isinstance(value, Mapping):
        made = {_key(name): _plain(item) for name, item in value.items()}
        if len(made) < len(value):
            raise ArgumentError(f"two keys have the same name in JSON: {', '.join(map(repr, value)):.200}")
        return made
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    raise ArgumentError(f"{type(value).__name__} is not JSON serializable: {value!r:.200}")


def _key(name: Any) -> str:
    if isinstance(name, Enum):
        return _key(name.value)
    if isinstance(name, str):
        return join_halves(name)
    if name is None or isinstance(name, (bool, int, float)):
        return orjson.dumps(name).decode() if isinstance(name, bool) or name is None else str(name)
    raise ArgumentError(f"{type(name).__name__} cannot be a key in JSON: {name!r:.200}")
