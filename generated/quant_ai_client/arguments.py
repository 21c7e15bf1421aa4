# Copied from scripts/generator/runtime/arguments.py. Do not edit: change that, and run `make generate`.
"""Check the body of a request against its model, and encode it: dicts may have the JSON's names or Python's.

The type hints of the models say what a body may hold; they are resolved once for each model. What a caller wrote as a
dict is checked; models are trusted, because they may come from a reply. Free-form objects stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Any, ForwardRef, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from .encoding import wire
from .errors import ArgumentError
from .types import UNSET, Model

_TEXT = (str, bytes, bytearray, memoryview)


class _Field(NamedTuple):
    wire: str
    attribute: str
    kinds: tuple[Any, ...]
    required: bool
    nullable: bool


def encoded(value: Any, model: type[Model]) -> Any:
    """The JSON value of a body.

    Raises:
        ArgumentError: A value is of another type than the spec says, or a key is none of the fields.
    """
    if isinstance(value, Mapping):
        return _object(value, [model], "")
    return _encoded(value, (model,), "body")


def _encoded(value: Any, kinds: tuple[Any, ...], place: str) -> Any:
    if Any in kinds:
        return wire(value)
    if isinstance(value, Model):
        return _model(value, place)
    if isinstance(value, Mapping):
        models = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Model)]
        if models:
            return _object(value, models, place)
        for kind in kinds:
            if get_origin(kind) is dict:
                inner = _members(get_args(kind)[1])
                return {
                    key: _encoded(item, inner, f"{place}.{key}") for key, item in value.items() if item is not UNSET
                }
    elif not isinstance(value, _TEXT) and hasattr(value, "__len__") and hasattr(value, "__iter__"):
        for kind in kinds:
            if get_origin(kind) is list:
                return _items(value, [_members(get_args(each)[0]) for each in kinds if get_origin(each) is list], place)
    elif isinstance(value, float) and _is_number(value, kinds) and float not in kinds:
        return int(value)
    if not _fits(value, kinds):
        raise ArgumentError(f"{place} must be {_listed(kinds)}, got {value!r:.80}")
    return wire(value)


def _items(values: Any, choices: list[tuple[Any, ...]], place: str) -> list[Any]:
    failure: ArgumentError | None = None
    for kinds in choices:
        try:
            if all(kind in (str, int, float) for kind in kinds):
                for at, item in enumerate(values):
                    if not _fits(item, kinds):
                        raise ArgumentError(f"{place}[{at}] must be {_listed(kinds)}, got {item!r:.80}")
                return wire(values)  # type: ignore[no-any-return]
            return [
                item if item is None else _encoded(item, kinds, f"{place}[{at}]")
                for at, item in enumerate(values)
                if item is not UNSET
            ]
        except ArgumentError as error:
            failure = failure or error
    raise failure or ArgumentError(f"{place} must not be a list")


def _model(value: Model, place: str) -> dict[str, Any]:
    """A model, whose attributes may hold dicts."""
    made = value.to_dict()
    for field in _fields(type(value))[0]:
        given = getattr(value, field.attribute)
        if isinstance(given, (Mapping, list, tuple, Model)) and field.wire in made:
            made[field.wire] = _encoded(given, field.kinds, f"{place}.{field.attribute}" if place else field.attribute)
    return made


def _object(value: Mapping[str, Any], models: list[type[Model]], place: str) -> dict[str, Any]:
    model = max(models, key=lambda each: _likeness(value, each)) if len(models) > 1 else models[0]
    _, by_name = _fields(model)
    made: dict[str, Any] = {}
    for key, item in value.items():
        if item is UNSET:
            continue
        found = by_name.get(key)
        if found is None:
            if not model._open_ended:
                raise ArgumentError(_unknown(key, models, place))
            made[key] = wire(item)
            continue
        where = f"{place}.{found.attribute}" if place else found.attribute
        name = key if key in model._aliases else found.wire
        if name in made:
            raise ArgumentError(f"{where} is given twice, as {found.wire!r} and as {found.attribute!r}")
        if item is not None:
            made[name] = _encoded(item, found.kinds, where)
        elif found.nullable:
            made[name] = None
        elif found.required:
            raise ArgumentError(f"{where} must be {_listed(found.kinds)}, got None")
    return made


def _likeness(value: Mapping[str, Any], model: type[Model]) -> tuple[bool, int]:
    """How well a dict fits a member of a union: whether its constants do, and how many keys are known."""
    _, by_name = _fields(model)
    known = [(by_name[key], item) for key, item in value.items() if key in by_name]
    constants = all(
        item in get_args(field.kinds[0])
        for field, item in known
        if len(field.kinds) == 1 and get_origin(field.kinds[0]) is Literal and isinstance(item, str)
    )
    return constants, len(known)


def _unknown(key: Any, models: list[type[Model]], place: str) -> str:
    from difflib import get_close_matches

    names = [name for model in models for name in _fields(model)[1]]
    near = get_close_matches(str(key), names, 1)
    if near:
        hint = f"did you mean {near[0]!r}?"
    else:
        hint = f"it has {', '.join(dict.fromkeys(field.attribute for model in models for field in _fields(model)[0]))}"
    return f"{place or 'the body'} has no field {key!r}; {hint}"


def _fits(value: Any, kinds: tuple[Any, ...]) -> bool:
    if hasattr(value, "dtype"):  # a scalar of numpy: a boolean has the methods of a number there
        value = value.item()
    if isinstance(value, bool):
        return bool in kinds or any(value is one for kind in kinds for one in _constants(kind))
    if isinstance(value, str):
        return any(_is_text(kind) for kind in kinds)
    if isinstance(value, (int, float)) or hasattr(value, "__index__") or hasattr(value, "__float__"):
        return _is_number(value, kinds)
    return not (isinstance(value, (Mapping, list, tuple, set, frozenset)) or value is None)


def _is_text(kind: Any) -> bool:
    if isinstance(kind, type) and kind not in (int, float, bool, type(None)):
        return not issubclass(kind, Model)
    return any(isinstance(one, str) for one in _constants(kind))


def _is_number(value: Any, kinds: tuple[Any, ...]) -> bool:
    if float in kinds:
        return True
    whole = not isinstance(value, float) or value.is_integer()
    return whole and any(kind is int or any(type(one) is int for one in _constants(kind)) for kind in kinds)


def _constants(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) is Literal else ()


def _listed(kinds: tuple[Any, ...]) -> str:
    names = {str: "a string", int: "an integer", float: "a number", bool: "a boolean", list: "a list", dict: "a dict"}

    def name(kind: Any) -> str:
        origin = get_origin(kind)
        if origin is Literal:
            return "one of " + ", ".join(map(repr, get_args(kind)))
        if isinstance(kind, type) and issubclass(kind, Model):
            return f"a dict or models.{kind.__name__}"
        return names.get(origin or kind, getattr(kind, "__name__", str(kind)))

    shown = [name(kind) for kind in kinds if kind is not type(None) and getattr(kind, "__name__", "") != "Unknown"]
    return " or ".join(dict.fromkeys(shown))


def _fields(model: Any) -> tuple[tuple[_Field, ...], dict[str, _Field]]:
    """The fields of a model, and the same by their names in the JSON and in Python."""
    return _resolved(model)  # a class is hashable, which type checkers do not know of one whose instances are not


@cache
def _resolved(model: Any) -> tuple[tuple[_Field, ...], dict[str, _Field]]:
    from attrs import NOTHING

    hints = get_type_hints(model)
    found = tuple(
        _Field(
            model._wire_names.get(attribute.name, attribute.name),
            attribute.name,
            tuple(kind for kind in _members(hints[attribute.name]) if kind is not type(None)),
            attribute.default is NOTHING,
            model._wire_names.get(attribute.name, attribute.name) in model._nullable,
        )
        for attribute in model.__attrs_attrs__
        if attribute.init and attribute.name != "additional_properties"
    )
    by_name = {field.attribute: field for field in found} | {field.wire: field for field in found}
    return found, by_name | {alias: by_name[name] for alias, name in model._aliases.items()}


def _members(hint: Any) -> tuple[Any, ...]:
    return tuple(_flat(hint))


def _flat(hint: Any) -> Iterator[Any]:
    if get_origin(hint) in (Union, UnionType):
        for member in get_args(hint):
            yield from _flat(member)
    else:
        yield Any if isinstance(hint, ForwardRef) or hint is object else hint
