"""Type variables, and aliases by `type Name = ...` of Python 3.12: with arguments, and inside themselves."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Generic, TypeVar

import pytest
import typing_extensions
from typing_extensions import TypeAliasType

from quant_ai.json_types.decoders import convert
from quant_ai.json_types.misfits import UnsupportedType
from quant_ai.json_types.schemas import schema_of

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")

Names = TypeAliasType("Names", list[str])
UserId = TypeAliasType("UserId", str)
Swapped = TypeAliasType("Swapped", dict[V, list[K]], type_params=(K, V))
Perhaps = TypeAliasType("Perhaps", T | None, type_params=(T,))
Unused = TypeAliasType("Unused", int, type_params=(T,))
Annotation = TypeAliasType("Annotation", Annotated[T, {"minimum": 1}], type_params=(T,))


@pytest.mark.parametrize(
    ("hint", "schema", "value"),
    [
        (Names, {"type": "array", "items": {"type": "string"}}, ["a"]),
        (dict[UserId, int], {"type": "object", "additionalProperties": {"type": "integer"}}, {"a": 1}),
        (Swapped[int, str], {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "integer"}}},
         {"a": [1]}),
        (Perhaps[int], {"anyOf": [{"type": "integer"}, {"type": "null"}]}, 1),
        (Perhaps[Names], {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}]}, ["a"]),
        (Perhaps, {"anyOf": [{}, {"type": "null"}]}, "a"),
        (Unused[str], {"type": "integer"}, 1),
        (Annotation[int], {"type": "integer", "minimum": 1}, 1),
        (Annotated[Names, "who"], {"type": "array", "items": {"type": "string"}, "description": "who"}, ["a"]),
    ],
)  # fmt: skip
def test_an_alias_is_the_type_that_it_stands_for(hint: Any, schema: Any, value: Any) -> None:
    assert schema_of(hint) == schema
    assert convert(value, hint, "x") == value


Usual = typing_extensions.TypeVar("Usual", default=int)
Short = TypeVar("Short", bound=str)
Either = TypeVar("Either", int, str)


@dataclass
class Box(Generic[Usual]):
    it: Usual


@pytest.mark.parametrize(
    ("hint", "schema"),
    [
        (Usual, {"type": "integer"}),
        (typing_extensions.TypeVar("Bounded", bound=int), {"type": "integer"}),
        (Short, {"type": "string"}),
        (Either, {"anyOf": [{"type": "integer"}, {"type": "string"}]}),
        (T, {}),
        (list["Later"], {"type": "array", "items": {}}),  # type: ignore[name-defined]  # noqa: F821
        (TypeAliasType("Several", list[Usual], type_params=(Usual,)), {"type": "array", "items": {"type": "integer"}}),
    ],
)
def test_what_stands_for_no_type_is_its_default_or_its_bound_or_anything(hint: Any, schema: Any) -> None:
    assert schema_of(hint) == schema


def test_a_generic_class_without_arguments_has_the_defaults_of_its_variables() -> None:
    assert schema_of(Box)["properties"] == {"it": {"type": "integer"}}
    assert schema_of(Box[str])["properties"] == {"it": {"type": "string"}}


def aliases_that_contain_themselves() -> tuple[Any, Any, Any]:
    """Those of statements of Python 3.12, and the same in Python 3.11."""
    if sys.version_info >= (3, 12):
        names: dict[str, Any] = {}
        code = "Json = dict[str, Json] | list[Json] | str | None; Even = tuple[int, Odd]; Odd = list[Even]"
        exec(
            "\n".join(f"type {each.strip()}" for each in (*code.split(";"), "Tree[T] = dict[str, Tree[T]] | T")), names
        )
        return names["Json"], names["Even"], names["Tree"]
    json, even = TypeAliasType("Json", int), TypeAliasType("Even", int)
    tree = TypeAliasType("Tree", int, type_params=(T,))
    values = {json: dict[str, json] | list[json] | str | None, even: tuple[int, TypeAliasType("Odd", list[even])],
              tree: dict[str, tree[T]] | T}  # fmt: skip
    for alias, value in values.items():
        object.__setattr__(alias, "__value__", value)
    return json, even, tree


Json, Even, Tree = aliases_that_contain_themselves()
JSON = {"anyOf": [
    {"type": "object", "additionalProperties": {"$ref": "#/$defs/Json"}},
    {"type": "array", "items": {"$ref": "#/$defs/Json"}}, {"type": "string"}, {"type": "null"},
]}  # fmt: skip
TREE = {"anyOf": [{"type": "object", "additionalProperties": {"$ref": "#/$defs/Tree_date"}},
                  {"type": "string", "format": "date"}]}  # fmt: skip


@pytest.mark.parametrize(
    ("hint", "schema"),
    [
        (Json, {**JSON, "$defs": {"Json": JSON}}),
        (list[Json], {"type": "array", "items": {"$ref": "#/$defs/Json"}, "$defs": {"Json": JSON}}),
        (Annotated[Json, "any"] | None, {
            "anyOf": [{"anyOf": [{"$ref": "#/$defs/Json"}], "description": "any"}, {"type": "null"}],
            "$defs": {"Json": JSON},
        }),
        (TypeAliasType("Many", list[Json]), {
            "type": "array", "items": {"$ref": "#/$defs/Json"}, "$defs": {"Json": JSON},
        }),
        (Tree[date], {**TREE, "$defs": {"Tree_date": TREE}}),
    ],
)  # fmt: skip
def test_an_alias_that_contains_itself_is_a_definition(hint: Any, schema: Any) -> None:
    assert schema_of(hint) == schema


@pytest.mark.parametrize(
    ("hint", "value", "found"),
    [
        (Json, {"a": ["b", {"c": None}]}, {"a": ["b", {"c": None}]}),
        (dict[str, Json] | None, {"a": ["b"]}, {"a": ["b"]}),
        (Even, [1, [[2, []], [3, []]]], (1, [(2, []), (3, [])])),
        (Tree[date], {"a": {"b": "2026-03-21"}}, {"a": {"b": date(2026, 3, 21)}}),
        (Tree[int], {"a": {"b": 1}}, {"a": {"b": 1}}),
    ],
)
def test_a_value_of_an_alias_that_contains_itself_is_read(hint: Any, value: Any, found: Any) -> None:
    assert convert(value, hint, "x") == found


@pytest.mark.parametrize(
    ("hint", "value", "text"),
    [
        (list[Json], [{"a": [5]}], "x[0].a[0]: 5 is not of type dict[str, Json] or list[Json] or str or null"),
        (Json | None, 5, "x: 5 is not of type Json or null"),
        (Even, [1, [[2]]], "x[1][0]: an array of 1 items, not of 2"),
    ],
)
def test_a_value_that_does_not_fit_an_alias_has_its_place(hint: Any, value: Any, text: str) -> None:
    with pytest.raises(ValueError, match=r"^x") as caught:
        convert(value, hint, "x")
    assert str(caught.value) == text


def test_an_alias_of_a_type_that_cannot_be_found_is_named() -> None:
    class Missing:
        @property
        def __value__(self) -> Any:
            raise NameError("name 'Order' is not defined")

        def __repr__(self) -> str:
            return "Missing"

    Missing.__name__ = "TypeAliasType"
    with pytest.raises(UnsupportedType) as caught:
        schema_of(list[Missing()])  # type: ignore[misc]
    assert caught.value.steps == "[]"
    assert str(caught.value) == "is of type 'Missing', whose type cannot be found: name 'Order' is not defined"
