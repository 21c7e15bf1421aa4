"""JSON values as values of Python types: the other direction of `json_types`.

A value that does not fit is refused with its place and what was expected, since the model reads the error and tries
again.
"""

from __future__ import annotations

import enum
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from types import UnionType
from typing import Any, Final, Literal, Union
from uuid import UUID

from . import pydantic_types
from .type_forms import Fields, fields_of, form_of, is_plain, name_of

_READERS: Final[Mapping[Any, Callable[[Any], Any]]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    time: time.fromisoformat,
    UUID: UUID,
    Decimal: lambda value: Decimal(str(value)),  # a number of JSON is exact in its shortest form
}


def convert(value: Any, hint: Any, place: str) -> Any:
    """A JSON value as a value of a type.

    Args:
        value: The JSON value.
        hint: The type.
        place: The value's name, for errors.

    Raises:
        ValueError: It does not fit.
    """
    hint, origin, arguments, _ = form_of(hint)
    if origin in (Union, UnionType):
        return _first_that_fits(value, arguments, place)
    if origin is Literal:
        return _one_of(value, arguments, place)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(_one_of(value, [member.value for member in hint], place))
    if is_plain(hint):
        return _scalar(value, hint, place)
    if pydantic_types.is_model(hint):
        return pydantic_types.convert(value, hint, place)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(value, origin, arguments, place)
    if isinstance(origin, type) and issubclass(origin, Iterable):
        return _items(value, origin, arguments, place)
    if fields := fields_of(origin or hint):
        return _made(value, origin or hint, fields, place)
    return value


def _scalar(value: Any, hint: Any, place: str) -> Any:
    if hint in (Any, object):
        return value
    if hint in _READERS:
        try:
            return _READERS[hint](value)
        except (TypeError, ValueError, InvalidOperation):
            raise ValueError(f"{place}: {_shown(value)} is not a {name_of(hint)}") from None
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if hint is int and isinstance(value, float) and value.is_integer():
        return int(value)  # JSON has one kind of number, and some models write 5.0
    if not isinstance(value, hint) or (isinstance(value, bool) and hint is not bool):
        raise ValueError(f"{place}: {_shown(value)} is not of type {name_of(hint)}")
    return value


def _mapping(value: Any, origin: type[Any], arguments: Sequence[Any], place: str) -> Any:
    if not isinstance(value, dict):
        raise ValueError(f"{place}: {_shown(value)} is not an object")
    items = {
        _key(name, arguments[0], place): convert(item, arguments[1], f"{place}.{name}") for name, item in value.items()
    }
    if issubclass(origin, defaultdict):
        return defaultdict(None, items)
    return origin(items) if issubclass(origin, (OrderedDict, Counter)) else items


def _key(name: str, hint: Any, place: str) -> Any:
    """A name of an object as a key of a dict, where numbers and others are written as strings."""
    hint, origin, arguments, _ = form_of(hint)
    if hint in (Any, object):
        return name
    kind = Union[arguments] if origin in (Union, UnionType) else hint  # noqa: UP007
    for number in _number(name):
        with suppress(ValueError):
            return convert(number, kind, f"{place}.{name}")
    return convert(name, kind, f"{place}.{name}")


def _number(text: str) -> tuple[Any, ...]:
    for kind in (int, float):
        try:
            return (kind(text),)
        except ValueError:
            continue
    return ()


def _made(value: Any, hint: Any, fields: Fields, place: str) -> Any:
    if not isinstance(value, dict):
        raise ValueError(f"{place}: {_shown(value)} is not an object")
    if unknown := [name for name in value if name not in fields.hints]:
        raise ValueError(f"{place}: unknown fields: {', '.join(unknown)}")
    if missing := sorted(fields.required - value.keys()):
        raise ValueError(f"{place}: missing fields: {', '.join(missing)}")
    given = {name: convert(item, fields.hints[name], f"{place}.{name}") for name, item in value.items()}
    try:
        return hint(**given)
    except (TypeError, ValueError) as error:  # the class checks its values itself
        raise ValueError(f"{place}: {error}") from None


def _items(value: Any, origin: type[Any], arguments: Sequence[Any], place: str) -> Any:
    if not isinstance(value, list):
        raise ValueError(f"{place}: {_shown(value)} is not an array")
    kinds = arguments if origin is tuple and ... not in arguments else [arguments[0]] * len(value)
    if len(kinds) != len(value):
        raise ValueError(f"{place}: an array of {len(value)} items, not of {len(kinds)}")
    items = [convert(item, kind, f"{place}[{n}]") for n, (item, kind) in enumerate(zip(value, kinds, strict=True))]
    if issubclass(origin, AbstractSet):
        try:
            return frozenset(items) if issubclass(origin, frozenset) else set(items)
        except TypeError:
            raise ValueError(f"{place}: {_shown(value)} has items that a set cannot hold") from None
    return origin(items) if origin in (tuple, deque) else items


def _first_that_fits(value: Any, kinds: Sequence[Any], place: str) -> Any:
    problems: list[str] = []
    # A string fits `str` only if it fits no more exact type, such as a date.
    for kind in sorted(kinds, key=lambda kind: kind is str):
        try:
            return convert(value, kind, place)
        except ValueError as error:
            problems.append(str(error))
    # The problem that lies deepest is that of the type which fits best.
    deepest = max(problems, key=lambda problem: len(problem.partition(": ")[0]))
    if deepest.startswith(f"{place}: {_shown(value)} "):
        raise ValueError(f"{place}: {_shown(value)} is not of type {' or '.join(map(name_of, kinds))}")
    raise ValueError(deepest)


def _one_of(value: Any, values: Sequence[Any], place: str) -> Any:
    plain = [each.value if isinstance(each, enum.Enum) else each for each in values]
    for each, written in zip(values, plain, strict=True):
        if written == value and isinstance(written, bool) is isinstance(value, bool):
            return each
    raise ValueError(f"{place}: {_shown(value)} is not one of {', '.join(map(repr, plain))}")


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 100 else f"{text[:99]}…"
