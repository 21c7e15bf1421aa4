"""Encode Python values as paths, queries, headers and JSON."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from enum import Enum
from math import isfinite
from numbers import Real
from typing import Any
from urllib.parse import quote
from uuid import UUID

from .errors import ArgumentError
from .types import UNSET, File, Model, Spelling, Unset

_PLAIN = frozenset({str, int, float, bool, type(None), Unset})


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
        or (text := _text(value)) in ("", ".", "..")
    ):
        raise ArgumentError(f"{name} must be a non-empty string, got {value!r}")
    return quote(text, safe="")


def query_pairs(*pairs: tuple[str, Any]) -> list[tuple[str, str]]:
    """Encode query parameters, arrays as repeated names; leave out what is None or not given.

    Raises:
        ArgumentError: A value is a NaN or an infinity.
    """
    return [(name, _finite_text(item, name)) for name, value in pairs for item in _items(value)]


def header_values(*pairs: tuple[str, Any]) -> dict[str, str]:
    """Encode header parameters; leave out what is None or not given.

    Raises:
        ArgumentError: A value has characters that a header cannot have.
    """
    return {name: header_value(_text(item), name) for name, value in pairs for item in _items(value)}


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
        return _text(value)
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
        return wire(value.tolist())
    raise ArgumentError(f"{kind.__name__} is not JSON serializable: {value!r:.200}")


def given(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments that are not None."""
    return {name: value for name, value in arguments.items() if value is not None}


def restore_nulls(made: dict[str, Any], nulls: Iterable[str]) -> None:
    """Add null for the fields that are null when they are None."""
    for name in nulls:
        made.setdefault(name, None)


def restore_spelling(made: dict[str, Any], spelling: Spelling) -> None:
    """Rename fields to the spellings under which they came."""
    for alias, name, alone in spelling:
        if name in made:
            made[alias] = made.pop(name) if alone else made[name]


def content(value: Any) -> Any:
    """The bytes of a binary body."""
    if value is None:
        return UNSET
    if isinstance(value, (bytes, bytearray, memoryview)):
        return value
    if not isinstance(value, File):
        raise ArgumentError(f"body must be bytes or a File, got {value!r:.80}")
    return value.payload.read()


def _items(value: Any) -> Iterable[Any]:
    if value is None or value is UNSET:
        return ()
    return value if isinstance(value, (list, tuple, AbstractSet)) else (value,)


def _finite_text(value: Any, name: str) -> str:
    if isinstance(value, Real) and not isinstance(value, int) and not isfinite(value):
        raise ArgumentError(f"{name} must be a finite number, got {value!r}")
    return _text(value)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return str(value.value) if isinstance(value, Enum) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return _instant(value)
    if isinstance(value, date):
        return value.isoformat()
    return _text(value.value) if isinstance(value, Enum) else str(value)


def _instant(value: datetime) -> str:
    text: str | None = getattr(value, "text", None)  # a Timestamp that was read from a reply
    if text is not None:
        return text
    if value.tzinfo is None:
        raise ArgumentError(
            f"{value!r} has no time zone; say which instant it means, as with datetime.now(timezone.utc)"
        )
    return value.isoformat().replace("+00:00", "Z")
