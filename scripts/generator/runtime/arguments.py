"""Check the arguments of a request, and encode its body: dicts may have the JSON's names or Python's.

The type hints of the models say what a body may hold; they are resolved once for each model. What a caller wrote as a
dict is checked; models are trusted, because they may come from a reply. Free-form objects stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, ForwardRef, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from .encoding import wire
from .errors import ArgumentError
from .types import UNSET, Base64Text, File, Model, SentAs

_PLAIN = frozenset({str, int, bool})
_BYTES = (bytes, bytearray, memoryview)


class _Field(NamedTuple):
    wire: str
    attribute: str
    kinds: tuple[Any, ...]
    required: bool
    nullable: bool
    read_only: bool = False
    """Whether the service alone sets it."""

    @property
    def is_file(self) -> bool:
        """Whether it is a file of a form, or an array of files."""
        inner = [
            member for kind in self.kinds for member in (_members(get_args(kind)[0]) if _is_list(kind) else (kind,))
        ]
        return File in inner


def check(*arguments: tuple[Any, ...]) -> None:
    """Check the parameters of the path, the query and the headers: each is a name, a value and the types it may have.

    Raises:
        ArgumentError: A value is of another type.
    """
    for name, value, *kinds in arguments:
        if value is None or value is UNSET or type(value) in kinds:
            continue
        if isinstance(value, float) and float not in kinds and Any not in kinds:  # 5.0 would be sent as it is
            raise _wrong(value, tuple(kinds), name)
        _encoded(value, tuple(kinds), name)


def encoded(value: Any, hint: Any, place: str = "") -> Any:
    """The JSON value of a body.

    Args:
        value: The body: a dict, a model, or whatever the type allows.
        hint: Its type: a model, or a type that is made of models.
        place: Where it is, for errors; empty for a body whose fields are the arguments of a function.

    Raises:
        ArgumentError: A value is of another type than the spec says, or a key is none of the fields.
    """
    try:
        if isinstance(value, Mapping) and _is_model(hint):
            return _object(value, [hint], place)
        kinds = _members(hint)
        return None if value is None and type(None) in kinds else _encoded(value, kinds, place or "body")
    except RecursionError:
        what = place or "the body"
        raise ArgumentError(f"{what} contains itself, or is nested too deeply to be sent as JSON") from None


def optional(value: Any, model: type[Model]) -> Any:
    """The JSON value of a parameter that is an object; None if it is not given."""
    return None if value is None or value is UNSET else encoded(value, model)


def _encoded(value: Any, kinds: tuple[Any, ...], place: str) -> Any:
    if Any in kinds:
        return wire(value)
    if isinstance(value, (Mapping, Model)):
        models = [kind for kind in kinds if _is_model(kind)]
        if isinstance(value, Model):
            if isinstance(value, tuple(models)):
                return _model(value, place)
            for kind in models:
                if rule := value._sent_as.get(kind.__name__):
                    return _in_place(_model(value, place), rule)
            value = value.to_dict()  # a model of another class is checked like a dict
        if models:
            return _object(value, models, place)
        for kind in kinds:
            if get_origin(kind) is dict:
                inner = _members(get_args(kind)[1])
                return {
                    key: _encoded(item, inner, f"{place}.{key}") for key, item in value.items() if item is not UNSET
                }
    elif not isinstance(value, (str, *_BYTES)) and hasattr(value, "__len__") and hasattr(value, "__iter__"):
        for kind in kinds:
            if get_origin(kind) is list:
                return _items(value, [_members(get_args(each)[0]) for each in kinds if get_origin(each) is list], place)
    elif isinstance(value, float) and _is_number(value, kinds) and float not in kinds:
        return int(value)
    if not _fits(value, kinds):
        raise _wrong(value, kinds, place)
    number: Any = value
    if hasattr(number, "__float__") and not hasattr(number, "dtype") and not isinstance(number, (int, float)):
        return int(number) if hasattr(number, "__index__") else float(number)  # such as a Decimal
    return wire(value)


def _wrong(value: Any, kinds: tuple[Any, ...], place: str) -> ArgumentError:
    return ArgumentError(f"{place} must be {_listed(kinds)}, got {value!r:.80}")


def _items(values: Any, choices: list[tuple[Any, ...]], place: str) -> list[Any]:
    failure: ArgumentError | None = None
    for kinds in choices:
        try:
            if all(kind in (str, int, float) for kind in kinds):
                for at, item in enumerate(values):
                    if not _fits(item, kinds):
                        raise _wrong(item, kinds, f"{place}[{at}]")
                return wire(values)  # type: ignore[no-any-return]
            return [
                None if item is None and type(None) in kinds else _encoded(item, kinds, f"{place}[{at}]")
                for at, item in enumerate(values)
                if item is not UNSET
            ]
        except ArgumentError as error:
            failure = failure or error
    raise failure or ArgumentError(f"{place} must not be a list")


def _model(value: Model, place: str) -> dict[str, Any]:
    """A model, whose attributes may hold dicts."""
    made = value.to_dict()
    for field in fields_of(type(value))[0]:
        if field.read_only:
            made.pop(field.wire, None)
            continue
        given = getattr(value, field.attribute)
        if isinstance(given, (Mapping, list, tuple, Model)) and field.wire in made:
            made[field.wire] = _encoded(given, field.kinds, f"{place}.{field.attribute}" if place else field.attribute)
    return made


def _in_place(made: dict[str, Any], rule: SentAs) -> dict[str, Any]:
    """An object of a reply in the form of the object in whose place it is sent."""
    made = {**dict(rule.constants), **made}
    if not any(made.get(source) for _, source, _ in rule.blocks if source != rule.field):
        return made
    blocks: list[dict[str, Any]] = []
    for key, source, left_out in rule.blocks:
        content = made.pop(source, None)
        for item in content if isinstance(content, list) else [content] if content else []:
            if isinstance(item, dict):
                item = {name: value for name, value in item.items() if name not in left_out}
            blocks.append({key: item})
    return {**made, rule.field: blocks}


def _object(value: Mapping[str, Any], models: list[type[Model]], place: str) -> dict[str, Any]:
    model = max(models, key=lambda each: _likeness(value, each)) if len(models) > 1 else models[0]
    _, by_name = fields_of(model)
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
        if found.read_only:
            where = f"{place}.{found.attribute}" if place else found.attribute
            raise ArgumentError(f"{where} is set by the service alone; leave it out")
        name = key if key in model._aliases else found.wire
        kind = type(item)
        if kind in _PLAIN and kind in found.kinds and name not in made:
            made[name] = item
            continue
        where = f"{place}.{found.attribute}" if place else found.attribute
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
    _, by_name = fields_of(model)
    known = [(by_name[key], item) for key, item in value.items() if key in by_name]
    constants = all(
        item in get_args(field.kinds[0])
        for field, item in known
        if len(field.kinds) == 1 and get_origin(field.kinds[0]) is Literal and isinstance(item, str)
    )
    return constants, len(known)


def _unknown(key: Any, models: list[type[Model]], place: str) -> str:
    from difflib import get_close_matches

    names = [name for model in models for name in fields_of(model)[1]]
    near = get_close_matches(str(key), names, 1)
    if near:
        hint = f"did you mean {near[0]!r}?"
    else:
        hint = (
            f"it has {', '.join(dict.fromkeys(field.attribute for model in models for field in fields_of(model)[0]))}"
        )
    return f"{place or 'the body'} has no field {key!r}; {hint}"


def _fits(value: Any, kinds: tuple[Any, ...]) -> bool:
    if isinstance(value, Enum):
        value = value.value
    if hasattr(value, "dtype"):  # a scalar of numpy: a boolean has the methods of a number there
        value = value.item()
    if isinstance(value, bool):
        return bool in kinds or any(value is one for kind in kinds for one in _constants(kind))
    if isinstance(value, str):
        return any(_is_text(kind) or value in _constants(kind) for kind in kinds)
    if isinstance(value, (int, float)) or hasattr(value, "__index__") or hasattr(value, "__float__"):
        return _is_number(value, kinds)
    if isinstance(value, _BYTES):
        return bytes in kinds
    if isinstance(value, (date, UUID)):
        return any(map(_is_text, kinds))
    if isinstance(value, (Mapping, list, tuple, set, frozenset)) or value is None:
        return False
    return hasattr(value, "to_dict") or any(isinstance(kind, type) and isinstance(value, kind) for kind in kinds)


def _is_text(kind: Any) -> bool:
    """Whether a string stands for this type in JSON."""
    return isinstance(kind, type) and issubclass(kind, (str, date, UUID))


def _is_number(value: Any, kinds: tuple[Any, ...]) -> bool:
    if float in kinds:
        return True
    whole = not isinstance(value, float) or value.is_integer()
    return whole and (
        int in kinds or any(type(one) is int and one == value for kind in kinds for one in _constants(kind))
    )


def _constants(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) is Literal else ()


def _listed(kinds: tuple[Any, ...]) -> str:
    names = {str: "a string", bytes: "bytes", int: "an integer", float: "a number", bool: "a boolean"}
    names |= {list: "a list", dict: "a dict"}

    def name(kind: Any) -> str:
        origin = get_origin(kind)
        if origin is Literal:
            return ("one of " if len(get_args(kind)) > 1 else "") + ", ".join(map(repr, get_args(kind)))
        if _is_model(kind):
            return f"a dict or models.{kind.__name__}"
        return names.get(origin or kind, getattr(kind, "__name__", str(kind)))

    shown = [name(kind) for kind in kinds if kind is not type(None) and getattr(kind, "__name__", "") != "Unknown"]
    return " or ".join(dict.fromkeys(shown))


def has_required_parts(reply: object) -> bool:
    """Whether the spec requires an object or a list in a model, so that an empty one is of no use."""
    fields = fields_of(type(reply))[0] if isinstance(reply, Model) else ()
    return any(
        field.required and any(get_origin(kind) in (list, dict) or _is_model(kind) for kind in field.kinds)
        for field in fields
    )


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Model)


def fields_of(model: Any) -> tuple[tuple[_Field, ...], dict[str, _Field]]:
    """The fields of a model, and the same by their names in the JSON and in Python."""
    return _resolved(model)  # a class is hashable, which type checkers do not know of one whose instances are not


@cache
def _resolved(model: Any) -> tuple[tuple[_Field, ...], dict[str, _Field]]:
    from attrs import NOTHING

    hints = get_type_hints(model, include_extras=True)
    found = tuple(
        _Field(
            model._wire_names.get(attribute.name, attribute.name),
            attribute.name,
            tuple(kind for kind in _members(hints[attribute.name]) if kind is not type(None)),
            attribute.default is NOTHING,
            model._wire_names.get(attribute.name, attribute.name) in model._nullable,
            model._wire_names.get(attribute.name, attribute.name) in model._read_only,
        )
        for attribute in model.__attrs_attrs__
        if attribute.name != "additional_properties" and not attribute.name.startswith("_")
    )
    by_name = {field.attribute: field for field in found} | {field.wire: field for field in found}
    return found, by_name | {alias: by_name[name] for alias, name in model._aliases.items()}


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is list


def _members(hint: Any) -> tuple[Any, ...]:
    return tuple(_flat(hint))


def _flat(hint: Any) -> Iterator[Any]:
    if get_origin(hint) in (Union, UnionType):
        for member in get_args(hint):
            yield from _flat(member)
    elif hint is Base64Text:
        yield from (str, bytes)
    elif hint is None:
        yield type(None)
    else:
        yield Any if isinstance(hint, ForwardRef) or hint is object else hint
