"""Resolved type hints of generated models, for code that walks a model along its types."""

from __future__ import annotations

from functools import lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, ForwardRef, Union, get_args, get_origin, get_type_hints

import attrs

from quant_ai_client.types import Model

if TYPE_CHECKING:
    from collections.abc import Mapping


def hints_of(model: type[Any]) -> Mapping[str, Any]:
    """The types of a model's attributes, except the one that holds fields that the spec does not name."""
    return _hints_of(model)[0]  # type: ignore[arg-type]  # a class is hashable, whatever its metaclass


def extra_hint_of(model: type[Any]) -> Any:
    """The type of the attribute that holds fields that the spec does not name."""
    return _hints_of(model)[1]  # type: ignore[arg-type]


def is_required(model: type[Any], attribute: str) -> bool:
    """Whether the spec requires a field."""
    return getattr(attrs.fields(model), attribute).default is attrs.NOTHING


@lru_cache(maxsize=512)
def _hints_of(model: type[Any]) -> tuple[Mapping[str, Any], Any]:
    resolved = get_type_hints(model)
    public = (field.name for field in attrs.fields(model) if not field.name.startswith("_"))
    hints = {name: resolved.get(name, Any) for name in public}
    return hints, hints.pop("additional_properties", Any)


def members(hint: Any) -> tuple[Any, ...]:
    """The members of a union; the type itself if it is no union."""
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    if get_origin(hint) in (Union, UnionType):
        return tuple(inner for member in get_args(hint) for inner in members(member))
    if isinstance(hint, ForwardRef):
        return (Any,)  # a type inside itself, such as JSON values in JSON values
    return (hint,)


def is_model(hint: Any) -> bool:
    """Whether a type is a generated model."""
    return isinstance(hint, type) and issubclass(hint, Model)
