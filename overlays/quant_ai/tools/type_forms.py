"""Type hints of tools in their parts: what a hint stands for, and which fields a class has."""

from __future__ import annotations

import dataclasses
import enum
import typing
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType, NoneType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Final,
    ForwardRef,
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
from weakref import WeakKeyDictionary

import attrs

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
    Any: {},
    object: {},
    dict: {"type": "object"},
    list: {"type": "array"},
}
_CONTAINERS: Final = frozenset({"builtins", "collections", "collections.abc", "typing"})
"""The modules of the containers that need no types of their items."""
_MARKS: Final = (Required, NotRequired, Final, ClassVar, getattr(typing, "ReadOnly", Required))


class Fields(NamedTuple):
    """The fields of a dataclass, an attrs class, a TypedDict or a NamedTuple."""

    hints: Mapping[str, Any]
    required: frozenset[str]


class TypeForm(NamedTuple):
    """A type hint in its parts."""

    hint: Any
    """The type, without what only marks or describes it."""
    origin: Any
    """Its class, if it is a container or a special form such as Union."""
    arguments: tuple[Any, ...]
    notes: tuple[Any, ...] = ()
    """What `Annotated` adds to it."""


def form_of(hint: Any) -> TypeForm:
    """Take a type hint apart. Aliases, variables and `NewType` lead to the type that they stand for."""
    notes: tuple[Any, ...] = ()
    while True:
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            hint, notes = arguments[0], (*arguments[1:], *notes)
        elif origin in _MARKS:
            hint = arguments[0]
        elif isinstance(hint, NewType):
            hint = hint.__supertype__
        elif type(hint).__name__ == "TypeAliasType":  # `type Name = ...` of Python 3.12
            hint = hint.__value__
        elif isinstance(hint, ForwardRef):
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


def is_plain(hint: Any) -> bool:
    """Whether a type is in the table of plain types."""
    try:
        return hint in PLAIN
    except TypeError:  # what Annotated adds cannot always be hashed
        return False


_cache: WeakKeyDictionary[Any, Fields | None] = WeakKeyDictionary()
"""The fields of classes, because the hints of a class in a function can be resolved only while that function runs."""


def fields_of(hint: Any, known: Mapping[str, Any] = MappingProxyType({})) -> Fields | None:
    """The fields of a type that is a JSON object; None if it is something else."""
    if not isinstance(hint, type):
        return None
    if hint not in _cache:
        _cache[hint] = _read_fields(hint, known)
    return _cache[hint]


def _read_fields(kind: Any, known: Mapping[str, Any]) -> Fields | None:
    required_keys: Any = getattr(kind, "__required_keys__", None)
    if issubclass(kind, dict) and required_keys is not None:  # a TypedDict, of typing or typing_extensions
        found = _hints(kind, known)
        # Where annotations are strings, the class does not know which of its keys are marked as not required.
        required = {
            name
            for name, hint in found.items()
            if _marked(hint, Required) or (name in required_keys and not _marked(hint, NotRequired))
        }
        return Fields(found, frozenset(required))
    if dataclasses.is_dataclass(kind):
        found = _hints(kind, known)
        fields = [field for field in dataclasses.fields(kind) if field.init]
        missing = dataclasses.MISSING
        required = {field.name for field in fields if field.default is field.default_factory is missing}
        return Fields({field.name: found[field.name] for field in fields}, frozenset(required))
    if attrs.has(kind):
        found = _hints(kind, known)
        given = [field for field in attrs.fields(kind) if field.init]
        required = {field.alias for field in given if field.default is attrs.NOTHING}
        return Fields({field.alias: found.get(field.name, Any) for field in given}, frozenset(required))
    if issubclass(kind, tuple) and (names := getattr(kind, "_fields", ())):
        found = _hints(kind, known)
        optional = frozenset(getattr(kind, "_field_defaults", ()))
        return Fields({name: found.get(name, Any) for name in names}, frozenset(names) - optional)
    return None


def _hints(kind: Any, known: Mapping[str, Any]) -> dict[str, Any]:
    """The types of the fields of a class.

    Raises:
        TypeError: A name in them is unknown.
    """
    try:
        return typing.get_type_hints(kind, include_extras=True)
    except NameError:
        try:
            names = {**known, kind.__name__: kind, **vars(kind)}
            return typing.get_type_hints(kind, localns=names, include_extras=True)
        except NameError as error:
            raise TypeError(
                f"is of type {kind.__name__!r}, whose fields have types that cannot be found: {error}"
            ) from None


def _marked(hint: Any, mark: Any) -> bool:
    """Whether a hint has a mark such as `NotRequired`, inside `Annotated` or around it."""
    while (origin := get_origin(hint)) is Annotated or origin in _MARKS:
        if origin is mark:
            return True
        hint = get_args(hint)[0]
    return False


def name_of(hint: Any) -> str:
    """The name of a type, for errors."""
    if hint is NoneType:
        return "null"
    if isinstance(hint, type):
        return hint.__name__
    return str(hint).removeprefix("typing.")
