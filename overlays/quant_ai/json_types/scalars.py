"""Read strings, numbers and the like from JSON, and what is written as a string there, such as dates."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from pathlib import Path, PurePath
from types import NoneType
from typing import Any, Final
from uuid import UUID

from .misfits import Misfit, shown
from .type_forms import name_of

Decoder = Callable[[Any], Any]


class LostDigits(Exception):  # no error: the JSON is read again
    """A number may have more digits in its JSON text than the float that it was read as."""


class ExactFloat(float):
    """A number with its JSON text, for types that hold more digits than a float."""

    __slots__ = ("text",)
    text: str

    @classmethod
    def read(cls, text: str) -> ExactFloat:
        """The number that a JSON text says."""
        made = cls(text)
        made.text = text
        return made

    @classmethod
    def inside(cls, value: Any) -> Any:
        """A JSON value in which each float has its shortest text, if there is no better one."""
        if isinstance(value, float):
            return value if isinstance(value, cls) else cls.read(repr(value))
        if isinstance(value, list):
            return [cls.inside(each) for each in value]
        return {name: cls.inside(each) for name, each in value.items()} if isinstance(value, dict) else value

    def __reduce__(self) -> Any:
        return float, (float(self),)


_INEXACT: Final = 2.0**53
"""From here on, not every integer is a float."""
_DIGITS: Final = 15
"""As many decimal digits as a float always holds."""


def anything(value: Any) -> Any:
    """The value itself."""
    return value


def scalar(hint: Any) -> Decoder:
    """A decoder of a plain type."""
    if hint in (Any, object):
        return anything
    return _as_text(hint) if hint in _TEXTS else _READERS.get(hint) or _instance_of(hint)


def _instance_of(kind: type[Any]) -> Decoder:
    def read(value: Any) -> Any:
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise not_of(value, kind)
        return value

    return read


def _as_text(kind: Any) -> Decoder:
    parse = _TEXTS[kind]

    def read(value: Any) -> Any:
        if isinstance(value, str):
            try:
                return parse(value)
            except ValueError:
                pass
        raise Misfit(f"{shown(value)} is not a {name_of(kind)}", name_of(kind))

    return read


def _integer(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():  # JSON has one kind of number, and some models write 5.0
        if isinstance(value, ExactFloat):
            return int(Decimal(value.text))
        if abs(value) < _INEXACT:
            return int(value)
        raise LostDigits
    raise not_of(value, int)


def _float(value: Any) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        try:
            return float(value)
        except OverflowError:
            pass
    raise not_of(value, float)


def _decimal(value: Any) -> Decimal:
    # A number of JSON is exact in its shortest form.
    text = value.text if isinstance(value, ExactFloat) else str(value)
    if type(value) is float and len(text) > _DIGITS:
        raise LostDigits
    try:
        found = Decimal(text)
    except InvalidOperation:  # no number, or no value that can be one
        pass
    else:
        if found.is_finite():
            return found
    raise Misfit(f"{shown(value)} is not a Decimal", "Decimal")


def _datetime(value: str) -> datetime:
    return datetime.fromisoformat(value.upper())  # a small "z" or "t" too


_TEXTS: Final[Mapping[Any, Callable[[str], Any]]] = {
    datetime: _datetime,
    date: date.fromisoformat,
    time: time.fromisoformat,
    UUID: UUID,
    Path: Path,
    PurePath: PurePath,
}
_READERS: Final[Mapping[Any, Decoder]] = {int: _integer, float: _float, Decimal: _decimal}

EXACT: Final = frozenset({str, int, float, bool, NoneType})
"""Types whose JSON values need not be read any further."""

RANKS: Final[Mapping[Any, int]] = {int: 1, float: 2, date: 3, datetime: 4, Decimal: 6, Any: 7, object: 7, str: 8}
"""The order in which the members of a union are tried: exact ones first. All others are between datetime and Decimal,
and come in their own order."""
OTHER_RANK: Final = 5


def choice(values: Iterable[Any]) -> Decoder:
    """A decoder of an enum or a `Literal`."""
    members = [(each.value if isinstance(each, enum.Enum) else each, each) for each in values]
    table = {(isinstance(written, bool), written): each for written, each in reversed(members)}
    text = ", ".join(repr(written) for written, _ in members)

    def read(value: Any) -> Any:
        try:
            return table[isinstance(value, bool), value]
        except (KeyError, TypeError):  # TypeError: an array or an object
            raise Misfit(f"{shown(value)} is not one of {text}", f"one of {text}") from None

    return read


def flags(kind: type[enum.Flag]) -> Decoder:
    """A decoder of the sums of an enum's flags."""
    allowed = sum(each.value for each in kind)

    def read(value: Any) -> Any:
        number = _integer(value)
        if number < 0 or number & ~allowed:
            raise Misfit(f"{shown(value)} is not a sum of {', '.join(str(each.value) for each in kind)}", "such a sum")
        return kind(number)

    return read


def not_of(value: Any, *kinds: Any) -> Misfit:
    """The error for a value that is of none of some types."""
    names = " or ".join(map(name_of, kinds))
    return Misfit(f"{shown(value)} is not of type {names}", names)
