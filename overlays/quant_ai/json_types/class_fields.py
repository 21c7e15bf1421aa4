"""The fields of classes that are JSON objects: dataclasses, attrs classes, TypedDicts and NamedTuples."""

from __future__ import annotations

import dataclasses
import sys
import typing
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import (
    Annotated,
    Any,
    ForwardRef,
    NamedTuple,
    NotRequired,
    Required,
    Self,
    TypeVar,
    get_args,
    get_origin,
)
from weakref import WeakKeyDictionary

import attrs

from .misfits import UnsupportedType
from .type_forms import filled, is_mark

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Fields(NamedTuple):
    """The fields of a class, as they are in JSON."""

    hints: Mapping[str, Any]
    required: frozenset[str]
    notes: Mapping[str, str] = _NOTHING
    """The descriptions in the metadata of fields."""


_cache: WeakKeyDictionary[Any, Fields | None] = WeakKeyDictionary()
"""The fields of classes, because the hints of a class in a function can be resolved only while that function runs."""


def fields_of(hint: Any, known: Mapping[str, Any] = MappingProxyType({})) -> Fields | None:
    """The fields of a type that is a JSON object; None if it is something else.

    Args:
        hint: The type: a class, or a generic class with arguments.
        known: Names for the hints of classes that are defined inside functions.

    Raises:
        UnsupportedType: The type of a field cannot be found.
    """
    kind = get_origin(hint) or hint
    if not isinstance(kind, type):
        return None
    if kind not in _cache:
        _cache[kind] = _read_fields(kind, known)
    fields = _cache[kind]
    if fields is None:
        return None
    variables: dict[Any, Any] = {**_variables(kind, get_args(hint)), Self: hint}
    return fields._replace(hints={name: filled(each, variables) for name, each in fields.hints.items()})


def resolved(hint: Any) -> Any:
    """A type hint in which strings are replaced by the types that they name for the code that is running now.

    Raises:
        UnsupportedType: A name is unknown.
    """
    if not _has_names(hint):
        return hint
    names = {name: value for frame in reversed(list(_frames())) for name, value in _names_in(frame)}

    def holder() -> None: ...

    holder.__annotations__ = {"hint": hint}
    try:
        return typing.get_type_hints(holder, names, include_extras=True)["hint"]
    except NameError as error:
        raise UnsupportedType(f"names a type that cannot be found: {error}") from None


def surrounding_names(module: Mapping[str, Any]) -> dict[str, Any]:
    """The variables of the code of a module that is running now, for hints of classes inside functions."""
    found: dict[str, Any] = {}
    for frame in reversed(list(_frames())):
        if frame.f_globals is module:
            found |= frame.f_locals
    return found


def _has_names(hint: Any) -> bool:
    return isinstance(hint, (str, ForwardRef)) or any(_has_names(each) for each in get_args(hint))


def _names_in(frame: Any) -> Iterable[tuple[str, Any]]:
    """The variables of code of the user."""
    own = __name__.partition(".")[0]
    if str(frame.f_globals.get("__name__")).partition(".")[0] == own:
        return ()
    return {**frame.f_globals, **frame.f_locals}.items()


def _names_around(module: str) -> dict[str, Any]:
    """The variables of the code of a module that is running now, which may be one that cannot be imported."""
    found: dict[str, Any] = {}
    for frame in reversed(list(_frames())):
        if frame.f_globals.get("__name__") == module:
            found |= {**frame.f_globals, **frame.f_locals}
    return found


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
        return _of_dataclass(kind, _hints(kind, known))
    if attrs.has(kind):
        return _of_attrs(kind, _hints(kind, known), known)
    if issubclass(kind, tuple) and hasattr(kind, "_field_defaults"):
        return _of_named_tuple(kind, _hints(kind, known))
    return None


def _of_dataclass(kind: Any, hints: Mapping[str, Any]) -> Fields:
    own = {field.name for field in dataclasses.fields(kind) if field.init}
    # `fields` leaves out those that only the constructor takes.
    given = {
        name: field
        for name, field in kind.__dataclass_fields__.items()
        if name in own or isinstance(hints[name], dataclasses.InitVar)
    }
    missing = dataclasses.MISSING
    return Fields(
        {name: hints[name] for name in given},
        frozenset(name for name, field in given.items() if field.default is field.default_factory is missing),
        {name: text for name, field in given.items() if (text := _description(field))},
    )


def _of_attrs(kind: Any, hints: Mapping[str, Any], known: Mapping[str, Any]) -> Fields:
    given = [field for field in attrs.fields(kind) if field.init and not field.alias.startswith("_")]
    taken: Mapping[str, Any] = {}
    if any(field.converter for field in given):
        with suppress(UnsupportedType):  # what a converter takes is an annotation of the constructor, if it has one
            taken = _hints(kind.__init__, known, kind)
    return Fields(
        {
            field.alias: (field.converter and taken.get(field.alias)) or hints.get(field.name, field.type or Any)
            for field in given
        },
        frozenset(field.alias for field in given if field.default is attrs.NOTHING),
        {field.alias: text for field in given if (text := _description(field))},
    )


def _of_named_tuple(kind: Any, hints: Mapping[str, Any]) -> Fields:
    names = frozenset(kind._fields)
    return Fields({name: hints.get(name, Any) for name in kind._fields}, names - kind._field_defaults.keys())


def _description(field: Any) -> str:
    """What the metadata of a field, or its `doc` of Python 3.14, says about it."""
    text = field.metadata.get("description") or getattr(field, "doc", None)
    return text if isinstance(text, str) else ""


def _hints(annotated: Any, known: Mapping[str, Any], kind: Any = None) -> dict[str, Any]:
    """The types of the fields of a class, or of the parameters of its constructor.

    Raises:
        UnsupportedType: A name in them is unknown.
    """
    kind = kind or annotated
    try:
        return typing.get_type_hints(annotated, include_extras=True)
    except NameError:
        # Classes that are made of a list of fields have "typing.Any" for those without a type.
        names = {"typing": typing, **_names_around(kind.__module__), **known, kind.__name__: kind, **vars(kind)}
        try:
            return typing.get_type_hints(annotated, localns=names, include_extras=True)
        except NameError as error:
            raise UnsupportedType(
                f"is of type {kind.__name__!r}, whose fields have types that cannot be found: {error}"
            ) from None


def _frames() -> Iterator[Any]:
    frame = sys._getframe()
    while frame is not None:
        yield frame
        frame = frame.f_back  # type: ignore[assignment]


def _marked(hint: Any, mark: Any) -> bool:
    """Whether a hint has a mark such as `NotRequired`, inside `Annotated` or around it."""
    while (origin := get_origin(hint)) is Annotated or is_mark(origin):
        if origin is mark:
            return True
        hint = get_args(hint)[0]
    return False


def _variables(kind: Any, arguments: tuple[Any, ...]) -> dict[TypeVar, Any]:
    """What the type variables of a class and of its bases stand for."""
    found: dict[TypeVar, Any] = dict(zip(getattr(kind, "__parameters__", ()), arguments, strict=False))
    for base in vars(kind).get("__orig_bases__", kind.__bases__):
        origin = get_origin(base) or base
        if isinstance(origin, type) and origin is not object:
            found |= _variables(origin, tuple(filled(each, found) for each in get_args(base)))
    return found
