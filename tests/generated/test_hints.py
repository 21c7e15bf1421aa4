"""The standard library can resolve the type hints of models and of their dict forms."""

from __future__ import annotations

import importlib
import typing
from collections.abc import Iterator
from types import ModuleType
from typing import Any, ForwardRef, get_args, get_type_hints

import pytest

from .test_laziness import python

MODELS = importlib.import_module("quant_ai_client.models")


def named_types(package: Any) -> Iterator[tuple[str, Any]]:
    for name in package.__all__:
        value = getattr(package, name)
        if isinstance(value, type) or typing.is_typeddict(value):
            yield name, value


def unresolved(hint: Any) -> Iterator[Any]:
    if isinstance(hint, (str, ForwardRef)):
        yield hint
    if typing.get_origin(hint) is not typing.Literal:
        for inner in get_args(hint):
            yield from unresolved(inner)


def test_hints_of_every_model_resolve() -> None:
    found = {name: get_type_hints(model, include_extras=True) for name, model in named_types(MODELS)}
    assert len(found) > 50
    assert [name for name, hints in found.items() for hint in hints.values() if list(unresolved(hint))] == []


def test_an_alias_is_a_type_and_not_a_string() -> None:
    assert [name for name in MODELS.__all__ if isinstance(getattr(MODELS, name), (str, ForwardRef))] == []


def test_hints_in_circles_resolve(nasty: ModuleType) -> None:
    models = importlib.import_module("nasty_client.models")
    assert get_type_hints(models.And)["and_"] == list[models.Leaf | models.And | nasty.types.Unknown]
    assert get_type_hints(models.Tree)["children"] == list[models.Tree] | None
    assert models.Leaf in get_args(get_args(get_type_hints(models.AndParam)["and"])[0])
    for name, model in named_types(models):
        hints = get_type_hints(model, include_extras=True)
        left = {found.__forward_arg__ for hint in hints.values() for found in unresolved(hint)}
        assert left <= {"__getattr__('JsonValue')", "__getattr__('JsonValueParam')"}, name


@pytest.mark.parametrize("first", ["Filter", "And", "AndParam", "JsonValue"])
def test_modules_in_circles_can_be_imported_in_any_order(nasty_path: Any, first: str) -> None:
    code = (
        f"from typing import get_type_hints; from nasty_client.models import {first}, And;"
        "from nasty_client.models import Filter; print(get_type_hints(And)['and_'].__args__[0] is not None)"
    )
    assert python(code, PYTHONPATH=str(nasty_path.parent)) == "True"
