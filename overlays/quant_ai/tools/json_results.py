"""Turn what tools return into JSON values, for all types that functions usually return.

Unlike a request, where a wrong type is the programmer's mistake, a result goes to a model, which reads text. So a
datetime without a zone, or a decimal, is written out as it is.
"""

from __future__ import annotations

import dataclasses
import inspect
from base64 import b64encode
from collections import UserString
from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, Sequence, ValuesView
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import PurePath
from types import SimpleNamespace
from typing import Any, Final
from uuid import UUID

import attrs

from quant_ai_client.encoding import plain_of
from quant_ai_client.types import Model, Unknown

_AS_TEXT: Final = (Decimal, Fraction, PurePath, UUID, UserString)
_MISSING: Final = ("NAType", "NaTType")
"""The classes of what pandas puts in the place of a missing value or time."""
_AS_ARRAY: Final = (Sequence, AbstractSet, Iterator, KeysView, ValuesView, ItemsView)


def to_json(value: Any) -> Any:
    """A value as a JSON value.

    Raises:
        TypeError: JSON cannot carry it.
        ValueError: It contains itself.
    """
    try:
        return _converted(value, frozenset())
    except RecursionError:
        raise ValueError("the value is nested too deeply for JSON") from None


def without_generators(value: Any) -> Any:
    """The value itself, or the items of a generator, which can be read only once."""
    return list(value) if inspect.isgenerator(value) else value


def _converted(value: Any, around: frozenset[int]) -> Any:
    if value is None or type(value).__name__ in _MISSING:
        return None
    if isinstance(value, (bool, Enum)):
        return _converted(value.value, around) if isinstance(value, Enum) else value
    if isinstance(value, (str, int, float)):
        return _plain(value)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if _is_text(value):
        return str(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return b64encode(value).decode()
    if id(value) in around:
        raise ValueError("the value contains itself")
    around |= {id(value)}
    if callable(getattr(value, "model_dump", None)) and not isinstance(value, type):  # pydantic
        return _converted(value.model_dump(mode="json"), around)
    fields = _fields(value)
    if fields is not None:
        made = {_name(name): _converted(item, around) for name, item in fields.items()}
        if len(made) < len(fields):
            raise ValueError(f"two keys have the same name in JSON: {', '.join(map(repr, fields)):.200}")
        return made
    if isinstance(value, _AS_ARRAY):
        return [_converted(item, around) for item in _items(value)]
    if callable(getattr(value, "tolist", None)):  # numbers and arrays of numpy, and what is like them
        return _converted(plain_of(value), around)
    if callable(getattr(value, "to_dict", None)):
        return _converted(value.to_dict(), around)
    raise TypeError(f"{value!r:.200} is of type {type(value).__name__}, which is not JSON serializable")


def _items(value: Iterable[Any]) -> Iterable[Any]:
    """The items of an array; those of a set in their order, if they have one, so that results do not vary."""
    if isinstance(value, (set, frozenset)):
        try:
            return sorted(value)
        except TypeError:
            return value
    return value


def _fields(value: Any) -> Mapping[Any, Any] | None:
    """What is written as an object, by name; None if the value is something else."""
    if isinstance(value, Mapping):
        return value
    if isinstance(value, (type, Unknown)):
        return None
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, SimpleNamespace):
        return vars(value)
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if attrs.has(type(value)):
        return {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    names: Any = getattr(value, "_fields", None)
    if isinstance(value, tuple) and names is not None:
        return dict(zip(names, value, strict=True))
    return None


def _plain(value: Any) -> Any:
    """A string or number as a plain str, int or float, not as a subclass such as numpy's."""
    if isinstance(value, str):
        return str.__str__(value)
    return int(value) if isinstance(value, int) else float(value)


def _is_text(value: Any) -> bool:
    """Whether a value is written as its text; an address does not load `ipaddress` for that."""
    return isinstance(value, _AS_TEXT) or type(value).__module__ == "ipaddress"


def _name(key: Any) -> str:
    """A key of a dict as a name in JSON."""
    if isinstance(key, Enum):
        return _name(key.value)
    if isinstance(key, str):
        return str.__str__(key)
    if key is None or isinstance(key, bool):
        return {None: "null", True: "true", False: "false"}[key]
    if isinstance(key, (int, float)):
        return str(_plain(key))
    if isinstance(key, (datetime, date, time)):
        return key.isoformat()
    if _is_text(key):
        return str(key)
    if callable(getattr(key, "tolist", None)):
        return _name(plain_of(key))
    raise TypeError(f"{key!r:.200} is a key of type {type(key).__name__}, which is not JSON serializable")
