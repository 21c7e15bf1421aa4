"""Type hints in their parts: what a hint stands for."""

from __future__ import annotations

import enum
import re
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
    Self,
    TypeVar,
    Union,
    get_args,
    get_origin,
)
from uuid import UUID

from .misfits import UnsupportedType

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
    """Take a type hint apart. Aliases, variables and `NewType` lead to the type that they stand for.

    An alias that contains itself stays as it is.
    """
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
        elif is_alias(hint) and not _contains_itself(hint):
            hint = aliased(hint)
        elif hint is None:
            hint = NoneType
        elif hint is LiteralString:
            hint = str
        elif isinstance(hint, (ForwardRef, str)):
            hint = Any  # a type inside itself, such as JSON values in JSON values
        elif isinstance(hint, TypeVar):
            hint = _meant_by(hint)
        else:
            break
    if origin is None and isinstance(hint, type) and _is_container(hint):
        origin = hint
    if isinstance(origin, type) and issubclass(origin, Iterable) and not arguments and hint != tuple[()]:
        arguments = (Any, Any) if issubclass(origin, Mapping) else (Any, ...)
    if origin is Counter:
        arguments = (arguments[0], int)
    return TypeForm(hint, origin, arguments, notes)


def _meant_by(variable: Any) -> Any:
    """The type of a variable that stands for none: its default of Python 3.13, its bound, or its constraints."""
    if hasattr(variable, "has_default") and variable.has_default():
        return variable.__default__
    if variable.__constraints__:
        return Union[variable.__constraints__]  # noqa: UP007
    return variable.__bound__ or Any


def _is_container(kind: type[Any]) -> bool:
    no_array = (str, bytes, bytearray, memoryview, range, enum.Enum)
    return (
        kind.__module__ in _CONTAINERS
        and kind not in PLAIN
        and issubclass(kind, Iterable)
        and not issubclass(kind, no_array)
    )


def is_alias(hint: Any) -> bool:
    """Whether a type is an alias by `type Name = ...` of Python 3.12, with or without arguments."""
    return type(get_origin(hint) or hint).__name__ == "TypeAliasType"  # of typing or typing_extensions


def aliased(alias: Any) -> Any:
    """The type that an alias stands for.

    Raises:
        UnsupportedType: A name in it is unknown.
    """
    origin = get_origin(alias) or alias
    try:
        value = origin.__value__
    except NameError as error:
        raise UnsupportedType(f"is of type {name_of(alias)!r}, whose type cannot be found: {error}") from None
    return filled(value, dict(zip(origin.__type_params__, get_args(alias), strict=False)))


def _contains_itself(alias: Any) -> bool:
    inside, known = [aliased(alias)], set[Any]()
    while inside:
        hint = inside.pop()
        inside += get_args(hint)
        origin = get_origin(hint) or hint
        if is_alias(origin) and origin not in known:
            if origin is (get_origin(alias) or alias):
                return True
            known.add(origin)
            inside.append(aliased(hint))
    return False


def filled(hint: Any, variables: Mapping[Any, Any]) -> Any:
    """A type hint with the types that its variables, or `Self`, stand for."""
    if isinstance(hint, TypeVar) or hint is Self:
        return variables.get(hint, hint)
    origin, arguments = get_origin(hint), get_args(hint)
    made: Any = tuple(filled(each, variables) for each in arguments)
    if made == arguments:
        return hint
    if origin is Annotated:
        return Annotated[(made[0], *arguments[1:])]
    if origin in (Union, UnionType):
        return Union[made]  # noqa: UP007
    return origin[made if len(made) > 1 else made[0]]


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


def identifier_of(hint: Any) -> str:
    """The name of a type, for definitions in a schema."""
    return re.sub(r"\W+", "_", name_of(hint)).strip("_")


def name_of(hint: Any) -> str:
    """The name of a type, for errors."""
    if hint is NoneType or hint is None:
        return "null"
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return name_of(arguments[0])
    if origin in (Union, UnionType):
        return " | ".join(map(name_of, arguments))
    if arguments and (isinstance(origin, type) or is_alias(origin)):
        names = ["..." if each is ... else name_of(each) for each in arguments]
        return f"{origin.__name__}[{', '.join(names)}]"
    return hint.__name__ if isinstance(hint, type) else str(hint).removeprefix("typing.")
