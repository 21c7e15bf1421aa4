"""List where a decoded reply deviates from the spec, with the path of each deviation inside the body.

Replies are decoded leniently, so that a service that is ahead of its spec does not break its users. Tests need to
notice deviations: this walks a decoded model along its type hints, which are the spec's schemas in Python.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_origin
from uuid import UUID

from quant_ai_client.decoding import kind_of
from quant_ai_client.errors import DecodeError
from quant_ai_client.types import Model, Unknown

from .hints import extra_hint_of, hints_of, is_model, is_required, members

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES: Final[Mapping[Any, str]] = {
    str: "a string",
    int: "an integer",
    float: "a number",
    bool: "a boolean",
    dict: "an object",
    list: "an array",
    datetime: "a date-time",
    date: "a date",
    UUID: "a UUID",
    type(None): "null",
}


def deviations(value: Any, hint: Any = Any, path: str = "") -> list[str]:
    """The deviations of a value from its type, one line each, such as `response.usage: is missing`."""
    return [f"{where or 'body'}: {what}" for where, what in _walk(value, type(value) if hint is Any else hint, path)]


def _walk(value: Any, hint: Any, path: str) -> Iterator[tuple[str, str]]:
    kinds = members(hint)
    if Any in kinds or object in kinds:
        return
    if value is None:
        if type(None) not in kinds and None not in kinds:
            yield path, "is null"
    elif isinstance(value, Unknown):
        yield path, f"matches no variant in the spec: {kind_of(value.raw)}"
    elif isinstance(value, Model):
        yield from _model(value, path)
    elif isinstance(value, list):
        items = [get_args(kind)[0] for kind in kinds if _is_generic(kind, Sequence)]
        if not items and list not in kinds:
            yield path, f"is an array, not {_listed(kinds)}"
        # If several array types are possible, such as one vector or many, the best match counts.
        yield from min((_items(value, item, path) for item in items), key=len, default=[])
    elif isinstance(value, dict) and (model := next(filter(is_model, kinds), None)):
        yield from _unreadable(model, value, path)
    elif isinstance(value, dict):
        inner_hint = next((get_args(kind)[1] for kind in kinds if _is_generic(kind, Mapping)), None)
        if inner_hint is None and dict not in kinds:
            yield path, f"is an object, not {_listed(kinds)}"
        for key, inner in value.items() if inner_hint is not None else ():
            yield from _walk(inner, inner_hint, f"{path}.{key}" if path else str(key))
    else:
        yield from _scalar(value, kinds, path)


def _unreadable(model: type[Model], value: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Why an object was kept as it came instead of being decoded."""
    try:
        model.from_dict(value)
    except DecodeError as error:
        yield error.inside(path).path, error.message


def _items(values: list[Any], hint: Any, path: str) -> list[tuple[str, str]]:
    return [found for index, value in enumerate(values) for found in _walk(value, hint, f"{path}[{index}]")]


def _model(model: Model, path: str) -> Iterator[tuple[str, str]]:
    kind = type(model)
    for attribute, hint in hints_of(kind).items():
        value = getattr(model, attribute)
        name = kind._wire_names.get(attribute, attribute)
        place = f"{path}.{name}" if path else name
        if value is not None:
            yield from _walk(value, hint, place)
        elif name in model._nulls and name not in kind._nullable:
            yield place, "is null"
        elif name not in model._nulls and is_required(kind, attribute):
            yield place, "is missing"
    if kind._open_ended:
        yield from _walk(model.additional_properties, extra_hint_of(kind), path)
        return
    for name in model.additional_properties:
        twin = kind._aliases.get(name)
        what = f"differs from {twin}, which is the same field in another spelling" if twin else "is not in the spec"
        yield f"{path}.{name}" if path else name, what


def _scalar(value: Any, kinds: Sequence[Any], path: str) -> Iterator[tuple[str, str]]:
    known = [choice for kind in kinds if get_origin(kind) is Literal for choice in get_args(kind)]
    if known and not any(value == choice and type(value) is type(choice) for choice in known):
        # An open enum is a Literal next to the plain type, which accepts values that are added later.
        if type(value) in {type(choice) for choice in known}:
            yield path, f"is {value!r}, not one of the known values"
            return
    elif known:
        return
    if not any(_fits(value, kind) for kind in kinds):
        yield path, f"is {kind_of(value)}, not {_listed(kinds)}"


def _fits(value: Any, kind: Any) -> bool:
    if kind is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(kind, type) and isinstance(value, kind)


def _is_generic(kind: Any, of: type[Any]) -> bool:
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, of) and bool(get_args(kind))


def _listed(kinds: Sequence[Any]) -> str:
    names = [
        _NAMES.get(kind)
        or ("an object" if is_model(kind) or _is_generic(kind, Mapping) else None)
        or ("an array" if _is_generic(kind, Sequence) else None)
        or ("one of its known values" if get_origin(kind) is Literal else str(kind))
        for kind in kinds
        if kind is not type(None) or len(kinds) == 1
    ]
    return " or ".join(dict.fromkeys(names))
