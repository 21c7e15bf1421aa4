# Copied from scripts/generator/runtime/encoding.py. Do not edit: change that, and run `make generate`.
"""Encode Python values as paths, queries, headers and JSON."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from enum import Enum
from math import isfinite
from numbers import Real
from os import PathLike, fspath
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote
from uuid import UUID

from .errors import ArgumentError
from .types import UNSET, File, Model, Spelling, Unset

T = TypeVar("T")

_PLAIN = frozenset({str, int, float, bool, type(None), Unset})


class Joined(str):
    """Values of a query parameter with commas between them, which stay as they are in a URL."""

    __slots__ = ()


def query_string(pairs: Iterable[tuple[str, str]]) -> str:
    """The query of a URL."""
    return "&".join(
        f"{quote(name, safe='')}={quote(text, safe=',' if isinstance(text, Joined) else '')}" for name, text in pairs
    )


def path_segment(value: object, name: str) -> str:
    """Encode a path parameter as one segment, so that it cannot lead to another route; arrays with commas.

    Raises:
        ArgumentError: It is empty, not given, or a dot segment, which URLs remove.
    """
    if isinstance(value, (list, tuple, AbstractSet)):
        if not value:
            raise ArgumentError(f"{name} must be a non-empty list, got {value!r}")
        return ",".join(path_segment(item, name) for item in value)
    if (
        value is None
        or value is UNSET
        or isinstance(value, (Mapping, float))
        or (text := text_of(value)) in ("", ".", "..")
    ):
        raise ArgumentError(f"{name} must be a non-empty string, got {value!r}")
    return quote(text, safe="")


def header_value(text: str, name: str) -> str:
    """Return the text, unless a header cannot have it: text with line ends, control characters or non-ASCII letters."""
    if not text.isascii() or not text.isprintable():
        raise ArgumentError(f"{name} must be printable ASCII on one line, got {text!r}")
    return text


def wire(value: Any) -> Any:
    """Turn models, dicts and lists of them, at every depth, into a JSON value; leave out what is not given."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is dict:
        return {key: wire(item) for key, item in value.items() if item is not UNSET}
    if kind is list:
        return value if _PLAIN.issuperset(map(type, value)) else [wire(item) for item in value]
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, datetime):
        return _instant(value)
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Enum):
        return wire(value.value)
    if isinstance(value, (date, UUID)):
        return text_of(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return b64encode(value).decode()
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, Mapping):
        return wire(dict(value))
    if isinstance(value, (Sequence, AbstractSet)):
        return wire(list(value))
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if hasattr(value, "tolist"):  # numbers and arrays of numpy
        return wire(plain_of(value))
    raise ArgumentError(f"{kind.__name__} is not JSON serializable: {value!r:.200}")


def plain_of(value: Any) -> Any:
    """A number or an array of numpy, or what is like one, in Python's own types."""
    dtype = str(getattr(value, "dtype", ""))
    if dtype.endswith(("64[ns]", "64[ps]", "64[fs]", "64[as]")):  # tolist() turns these times into integers
        value = value.astype(f"{dtype.partition('[')[0]}[us]")
    found = value.tolist()
    return float(found) if type(found) is type(value) else found  # a number of more than 64 bits


def refuse_nan(value: Any, text: bytes) -> None:
    """Refuse what JSON cannot carry: orjson writes null for a NaN or an infinity, and Python's json a word of its own.

    Args:
        value: The value of the body.
        text: What it became; only a body with such a word is searched for the number.

    Raises:
        ArgumentError: It has a NaN or an infinity; the message says where.
    """
    if b"null" in text or b"NaN" in text or b"Infinity" in text:
        _refuse_nan(value, "")


def _refuse_nan(value: Any, place: str) -> None:
    if isinstance(value, float):
        if not isfinite(value):
            what = f"{place} is {value!r}" if place else f"{value!r} is a number"
            raise ArgumentError(f"{what}, which JSON does not have; leave it out, or send None or a string")
    elif isinstance(value, dict):
        for name, item in value.items():
            _refuse_nan(item, f"{place}.{name}" if place else str(name))
    elif isinstance(value, (list, tuple)):
        for number, item in enumerate(value):
            _refuse_nan(item, f"{place}[{number}]")


def given(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments that are not None."""
    return {name: value for name, value in arguments.items() if value is not None}


def needed(value: T | None, name: str) -> T:
    """A value that a request cannot do without.

    Raises:
        ArgumentError: It is None.
    """
    if value is None:
        raise ArgumentError(f"{name} is missing")
    return value


def restore_nulls(made: dict[str, Any], nulls: Iterable[str]) -> None:
    """Add null for the fields that are null when they are None."""
    for name in nulls:
        made.setdefault(name, None)


def restore_spelling(made: dict[str, Any], spelling: Spelling) -> None:
    """Rename fields to the spellings under which they came."""
    for alias, name, alone in spelling:
        if name in made:
            made[alias] = made.pop(name) if alone else made[name]


def content(value: Any, name: str = "body") -> Any:
    """The bytes of a binary body or of a file: bytes, an open file, a path, or a `File`.

    Raises:
        ArgumentError: It is none of these.
    """
    if value is None:
        return UNSET
    if isinstance(value, (bytes, bytearray, memoryview)):
        return value
    if isinstance(value, PathLike):
        return Path(fspath(value)).read_bytes()
    source = value.payload if isinstance(value, File) else value
    found = source.read() if hasattr(source, "read") else None
    if not isinstance(found, bytes):
        raise ArgumentError(f"{name} must be bytes, a Path, a file opened in binary mode or a File, got {value!r:.80}")
    return found


def text_content(value: Any, charset: str = "utf-8") -> Any:
    """The bytes of a body that is text; what is bytes already stays as it is."""
    return value.encode(charset) if isinstance(value, str) else content(value)


def items_of(value: Any) -> Iterable[Any]:
    """The items of an array, or the only value; none if it is None or not given."""
    if value is None or value is UNSET:
        return ()
    return value if isinstance(value, (list, tuple, AbstractSet)) else (value,)


def finite_text(value: Any, name: str) -> str:
    """A value as text in a query.

    Raises:
        ArgumentError: It is a NaN or an infinity.
    """
    if isinstance(value, Real) and not isinstance(value, int) and not isfinite(value):
        raise ArgumentError(f"{name} must be a finite number, got {value!r}")
    return text_of(value)


def text_of(value: Any) -> str:
    """A value as text in a path, a query or a header."""
    if isinstance(value, str):
        return str(value.value) if isinstance(value, Enum) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return _instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray, memoryview)):
        return b64encode(value).decode()
    return text_of(value.value) if isinstance(value, Enum) else str(value)


def _instant(value: datetime) -> str:
    text: str | None = getattr(value, "text", None)  # a Timestamp that was read from a reply
    if text is not None:
        return text
    if value.tzinfo is None:
        raise ArgumentError(
            f"{value!r} has no time zone; say which instant it means, as with datetime.now(timezone.utc)"
        )
    return value.isoformat().replace("+00:00", "Z")
