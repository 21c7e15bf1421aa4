"""Type hints of generated models, resolved: models name each other only for type checkers, so Python needs help."""

from __future__ import annotations

import builtins
from functools import lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs

from quant_ai_client.types import Model, Unset

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Names(dict[str, Any]):
    """Finds what generated modules import only for type checkers, and what their aliases stand for."""

    def __missing__(self, name: str) -> Any:
        import datetime
        import typing
        from collections import abc

        from quant_ai_client import models, types

        for module in (models, types, typing, datetime, abc):
            found = getattr(module, name, None)
            if isinstance(found, str):
                self[name] = Any  # while an alias that names itself is looked up
                found = eval(
                    found, dict(vars(builtins)), self
                )  # aliases are strings, since they name models loaded later
            if found is not None:
                self[name] = found
                return found
        raise KeyError(name)


_NAMES = _Names()


def hints_of(model: type[Any]) -> Mapping[str, Any]:
    """The types of a model's attributes, without the one that holds what the document does not know."""
    return _hints_of(model)[0]  # type: ignore[arg-type]  # a class is hashable, whatever its metaclass


def extra_hint_of(model: type[Any]) -> Any:
    """The type of the attribute that holds what the document does not know."""
    return _hints_of(model)[1]  # type: ignore[arg-type]


@lru_cache(maxsize=512)
def _hints_of(model: type[Any]) -> tuple[Mapping[str, Any], Any]:
    resolved = get_type_hints(model, localns=_NAMES)
    hints = {field.name: resolved.get(field.name, Any) for field in attrs.fields(model) if field.init}
    return hints, hints.pop("additional_properties", Any)


def members(hint: Any) -> tuple[Any, ...]:
    """The members of a union, "not given" left out; the type itself where it is none."""
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    if get_origin(hint) in (Union, UnionType):
        return tuple(inner for member in get_args(hint) for inner in members(member) if inner is not Unset)
    return (hint,)


def is_model(hint: Any) -> bool:
    """Whether a type is a generated model."""
    return isinstance(hint, type) and issubclass(hint, Model)
