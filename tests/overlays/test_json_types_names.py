"""The names of types: in errors, in schemas, and in hints that are strings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import (
    Annotated,
    Any,
    ForwardRef,
    Generic,
    Literal,
    LiteralString,
    NamedTuple,
    NotRequired,
    Required,
    Self,
    TypedDict,
    TypeVar,
)

import attrs
import pytest
import typing_extensions

from quant_ai import ConfigurationError, Tool
from quant_ai.json_types.class_fields import fields_of, resolved
from quant_ai.json_types.decoders import convert
from quant_ai.json_types.misfits import UnsupportedType
from quant_ai.json_types.schemas import Schemas, schema_of
from quant_ai.json_types.type_forms import name_of

T = TypeVar("T")


# Names in errors and schemas


class Pair(Generic[T]):
    pass


@pytest.mark.parametrize(
    ("hint", "name"),
    [
        (None, "null"),
        (type(None), "null"),
        (Annotated[int, "how many"], "int"),
        (int | None, "int | null"),
        (list[int | str], "list[int | str]"),
        (tuple[int, ...], "tuple[int, ...]"),
        (dict[str, list[int]], "dict[str, list[int]]"),
        (Pair[int], "Pair[int]"),
        (Pair, "Pair"),
        (LiteralString, "LiteralString"),
        (Literal["a", 1], "Literal['a', 1]"),
        (T, "~T"),
        (Any, "Any"),
    ],
)
def test_types_are_named_as_they_are_written(hint: Any, name: str) -> None:
    assert name_of(hint) == name


class Noted:
    number: int


@pytest.mark.parametrize(
    ("hint", "text"),
    [
        (bytes, "is of type 'bytes', which is not JSON serializable"),
        (Noted, "is of type 'Noted', which is not JSON serializable; make it a dataclass"),
        (Pair[int], "is of type 'Pair[int]', which is not JSON serializable"),
        (Literal[b"a"], "is of type \"Literal[b'a']\", whose value b'a' is not JSON serializable"),
        (dict[complex, int], "has keys of type 'complex', which is not JSON serializable"),
    ],
)
def test_a_type_that_json_cannot_carry_is_named(hint: Any, text: str) -> None:
    with pytest.raises(UnsupportedType) as caught:
        schema_of(hint)
    assert str(caught.value) == text


@dataclass
class Xchain(Generic[T]):
    value: T
    next: Self | None = None


@dataclass
class _X:
    inside: list[_X]


@pytest.mark.parametrize(
    ("hint", "name"),
    [(Xchain[int], "Xchain_int"), (Xchain[dict[str, date]], "Xchain_dict_str_date"), (_X, "X"), (Xchain, "Xchain")],
)
def test_definitions_are_named_in_letters(hint: Any, name: str) -> None:
    assert list(schema_of(hint)["$defs"]) == [name]


def test_a_class_without_a_docstring_has_not_that_of_its_base() -> None:
    class Line:
        """A line of an invoice.

        Attributes:
            price: In euros.
        """

        def __init__(self) -> None: ...

    @attrs.define
    class Goods(Line):
        price: int

    schema = schema_of(Goods)
    assert schema["properties"]["price"]["description"] == "In euros."
    assert "description" not in schema


# Hints that are strings


@dataclass
class Fields:
    """It has the name of a class of the client."""

    number: int


def test_names_in_a_hint_are_those_of_the_user() -> None:
    assert resolved(list["Fields"]) == list[Fields]
    assert resolved(ForwardRef("Fields")) is Fields
    assert resolved(list["Annotated[Fields, 'a note']"]) == list[Annotated[Fields, "a note"]]
    assert resolved(dict[str, Fields]) == dict[str, Fields]
    assert resolved(list[Literal["Fields"]]) == list[Literal["Fields"]]
    with pytest.raises(UnsupportedType, match=r"^names a type that cannot be found: name 'is_mark' is not defined$"):
        resolved(list["is_mark"])  # type: ignore[name-defined]  # noqa: F821


def test_names_in_a_hint_are_found_in_code_without_a_module() -> None:
    names: dict[str, Any] = {"resolved": resolved, "int": float}
    exec("found = resolved(list['int'])", names)
    assert names["found"] == list[float]


def test_the_innermost_function_decides_what_a_name_means() -> None:
    class Local: ...

    def inside() -> Any:
        class Local: ...

        return resolved(list["Local"]) == list[Local]

    assert inside()
    assert resolved(list["Local"]) == list[Local]


def schema_made_here(function: Any) -> Any:
    @dataclass
    class Inner:
        size: int

    def both(a: Outer, b: Inner) -> None: ...  # type: ignore[name-defined]  # noqa: F821

    return Tool(both).schema["properties"], Tool(function).schema["properties"], Inner


def test_types_of_all_functions_that_are_running_are_found() -> None:
    @dataclass
    class Outer:
        lines: list[Line]

    @dataclass
    class Line:
        price: int

    def one(a: Outer) -> None: ...

    both, alone, _ = schema_made_here(one)
    assert both["a"] == alone["a"]
    assert both["a"]["properties"]["lines"]["items"]["properties"] == {"price": {"type": "integer"}}
    assert both["b"]["properties"] == {"size": {"type": "integer"}}


def test_variables_inside_the_client_are_not_found() -> None:
    def find(x: found) -> None: ...  # type: ignore[name-defined]  # noqa: F821

    with pytest.raises(ConfigurationError, match="the type of argument 'x' cannot be found: name 'found'"):
        Tool(find)


def test_types_of_code_that_runs_in_a_dict_of_its_own_are_found() -> None:
    code = """
from __future__ import annotations
from typing import NamedTuple
class Order(NamedTuple):
    number: int
def find(x: Order): ...
tool = Tool(find)
"""
    names: dict[str, Any] = {}
    exec(code, {"Tool": Tool, "__name__": "typed"}, names)
    assert names["tool"].schema["properties"]["x"]["required"] == ["number"]


def fields_in_another_function(kind: Any) -> Any:
    return fields_of(kind)


def test_types_of_the_fields_of_a_class_in_a_function_are_found() -> None:
    @dataclass
    class Line: ...

    @dataclass
    class Order:
        lines: list[Line]

    assert fields_in_another_function(Order).hints == {"lines": list[Line]}


def order_with(line: Any) -> Any:
    @dataclass
    class Order:
        line: Line  # type: ignore[name-defined]  # noqa: F821

    return Order


def test_names_that_a_tool_knows_are_known_in_the_classes_that_it_takes() -> None:
    assert Schemas({"Line": int}).of(order_with(int))["properties"] == {"line": {"type": "integer"}}
    with pytest.raises(UnsupportedType, match="whose fields have types that cannot be found: name 'Line'"):
        Schemas().of(order_with(int))


def day_of(text: str) -> date:
    return date.fromisoformat(text)


@attrs.define
class Visit:
    class Guest(NamedTuple):
        name: str

    guest: Guest
    day: date = attrs.field(converter=day_of)


def test_a_field_with_a_converter_takes_what_the_converter_takes() -> None:
    found: Any = fields_of(Visit)
    assert found.hints == {"guest": Visit.Guest, "day": str}


class Nothing(NamedTuple):
    pass


def test_a_tuple_without_fields_is_an_object_without_fields() -> None:
    assert schema_of(Nothing)["properties"] == {}
    assert convert({}, Nothing, "x") == Nothing()
    with pytest.raises(ValueError, match=r"^x: unknown fields: a$"):
        convert({"a": 1}, Nothing, "x")


class Marks(TypedDict):
    plain: int
    absent: NotRequired[int]
    noted: Annotated[NotRequired[int], "a note"]
    fixed: typing_extensions.ReadOnly[NotRequired[int]]


class LooseMarks(TypedDict, total=False):
    plain: int
    needed: Required[int]
    noted: Annotated[Required[int], "a note"]
    fixed: typing_extensions.ReadOnly[Required[int]]


def test_marks_of_keys_are_found_at_every_depth() -> None:
    assert schema_of(Marks)["required"] == ["plain"]
    assert schema_of(LooseMarks)["required"] == ["fixed", "needed", "noted"]


@dataclass
class Late:
    nothing: None = None
    words: list[str] = field(default_factory=list)


def test_fields_that_are_not_required_are_checked_too() -> None:
    with pytest.raises(ValueError, match=r"^x\.nothing: 5 is not of type null$"):
        convert({"nothing": 5}, Late, "x")
    assert convert({"nothing": None, "words": ["a"]}, Late, "x") == Late(None, ["a"])
