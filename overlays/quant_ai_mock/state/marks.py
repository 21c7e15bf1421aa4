"""Marks: the texts by which the store finds records without reading all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import orjson

_LATEST = 999_999_999_999.0
_LENGTH = 100  # characters of a value; what is found by a longer one has to be compared


def mark(name: str, value: Any) -> str:
    """The mark of a field with a value. Numbers that are equal have the same one."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        value = int(value)
    text = value if isinstance(value, str) else "\1" + _sorted_json(value)
    return f"{name}={text[:_LENGTH]}"


def time_mark(name: str, moment: float) -> str:
    """A mark whose order is that of the time; times are Unix times in seconds, from 0."""
    return f"{name}={min(max(moment, 0.0), _LATEST):019.6f}"


def _sorted_json(value: Any) -> str:
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
    except TypeError:  # an integer of more than 64 bits
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def field_marks(record: Mapping[str, Any], *names: str) -> list[str]:
    """The marks of some fields of a record, as far as it has them."""
    return [mark(name, record[name]) for name in names if record.get(name) is not None]


def fits_fields(wanted: Mapping[str, Any]) -> Callable[[Mapping[str, Any]], bool] | None:
    """Whether a record has these values, for those that are too long to be compared by their marks."""
    if all(len(value) < _LENGTH for value in wanted.values()):
        return None
    return lambda record: all(record.get(name) == value for name, value in wanted.items())


def map_marks(values: Mapping[str, Any]) -> Iterator[str]:
    """The marks of every name in a map; where it holds an array, of each item and of the whole."""
    for name, value in values.items():
        yield mark(name, value)
        if isinstance(value, list):
            yield from (mark(name, item) for item in value)
