"""Type hints in their parts: what a hint stands for."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import InitVar
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path, PurePath
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Final,
    ForwardRef,
    LiteralString,
    NamedTuple,
    NewType,
    NotRequired,
    Required,
    TypeVar,
    Union,
    get_args,
    get_origin,
)
from uuid import UUID

PLAIN: Final[Mapping[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    time: {"type": "string", "format": "time"},
    UUID: {"type": "string", "format": "uuid"},
    Decimal: {"type": "string", "format": "decimal"},
    Path: {"type": "string"},
    PurePath: {"type": "string"},
    Any: {},
    object: {},
    dict: {"type": "object"},
    list: {"type": "array"},
}
_CONTAINERS: Final = frozenset({"builtins", "collections", "collections.abc", "typing"})
"""The modules of the containers that need no types of their items."""
_MARKS: Final = (Required, NotRequired, Final, ClassVar)


class TypeForm(NamedTuple):
    """A type hint in its parts."""

    hint: Any
    """The type, without what only marks or describes it."""
    origin: Any
    """Its class, if it is a container, a generic class with arguments, or a special form such as Union."""
    arguments: tuple[Any, ...]
    notes: tuple[Any, ...] = ()
    """What `Annotated` adds to it."""


def is_mark(origin: Any) -> bool:
    """Whether this marks the type of a field without changing it, such as `NotRequired`."""
    return origin in _MARKS or getattr(origin, "_name", None) == "ReadOnly"  # of typing or typing_extensions


def form_of(hint: Any) -> TypeForm:
    """Take a type hint apart. Aliases, variables and `NewType` lead to the type that they stand for."""
    notes: tuple[Any, ...] = ()
    while True:
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            hint, notes = arguments[0], (*arguments[1:], *notes)
        elif is_mark(origin):
            hint = arguments[0]
        elif isinstance(hint, InitVar):
            hint = hint.type
        elif isinstance(hint, NewType):
            hint = hint.__supertype__
        elif type(hint).__name__ == "TypeAliasType":  # `type Name = ...` of Python 3.12
            hint = hint.__value__
        elif type(origin).__name__ == "TypeAliasType":
            hint = origin.__value__[arguments]
        elif hint is None:
            hint = NoneType
        elif hint is LiteralString:
            hint = str
        elif isinstance(hint, (ForwardRef, str)):
            hint = Any  # a type inside itself, such as JSON values in JSON values
        elif isinstance(hint, TypeVar):
            hint = hint.__bound__ or (Union[hint.__constraints__] if hint.__constraints__ else Any)  # noqa: UP007
        else:
            break
    if origin is None and isinstance(hint, type) and _is_container(hint):
        origin = hint
    if isinstance(origin, type) and issubclass(origin, Iterable) and not arguments and hint != tuple[()]:
        arguments = (Any, Any) if issubclass(origin, Mapping) else (Any, ...)
    if origin is Counter:
        arguments = (arguments[0], int)
    return TypeForm(hint, origin, arguments, notes)


def _is_container(kind: type[Any]) -> bool:
    no_array = (str, bytes, bytearray, memoryview, range, enum.Enum)
    return (
        kind.__module__ in _CONTAINERS
        and kind not in PLAIN
        and issubclass(kind, Iterable)
        and not issubclass(kind, no_array)
    )


def is_hashable(hint: Any) -> bool:
    """Whether a type can be a key; what `Annotated` adds cannot always be hashed."""
    try:
        hash(hint)
    except TypeError:
        return False
    return True


def is_plain(hint: Any) -> bool:
    """Whether a type is in the table of plain types."""
    return is_hashable(hint) and hint in PLAIN


def is_enum(hint: Any) -> bool:
    """Whether a type is an enum."""
    return isinstance(hint, type) and issubclass(hint, enum.Enum)


def is_flags(hint: Any) -> bool:
    """Whether a type is an enum of flags, whose values can be added up."""
    return isinstance(hint, type) and issubclass(hint, enum.Flag)


def name_of(hint: Any) -> str:
    """The name of a type, for errors."""
    if hint is NoneType or hint is None:
        return "null"
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return name_of(arguments[0])
    if origin in (Union, UnionType):
        return " | ".join(map(name_of, arguments))
    if isinstance(origin, type) and arguments:
        names = ["..." if each is ... else name_of(each) for each in arguments]
        return f"{origin.__name__}[{', '.join(names)}]"
    return hint.__name__ if isinstance(hint, type) else str(hint).removeprefix("typing.")
