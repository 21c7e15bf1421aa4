"""Python types as JSON Schema, and JSON values as values of those types."""

# The old names of containers are what is tested here.
# ruff: noqa: UP006

from __future__ import annotations

import collections
import collections.abc
import dataclasses
import enum
import typing
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NamedTuple, NewType, NotRequired, Required, TypedDict, TypeVar
from uuid import UUID

import attrs
import jsonschema_rs
import pydantic
import pytest

from quant_ai.json_types.decoders import convert
from quant_ai.json_types.schemas import Schemas, schema_of


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Access(enum.IntFlag):
    READ = 1
    WRITE = 2


@dataclasses.dataclass
class Place:
    city: str
    country: str = "AU"


class Box(TypedDict):
    width: int
    height: int
    colour: NotRequired[Annotated[Colour, "of the lid"]]


class Point(NamedTuple):
    x: int
    y: int = 0


@dataclasses.dataclass
class Node:
    name: str
    children: list[Node] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Folder:
    files: list[File]


class File(TypedDict):
    name: str
    parent: Folder | None


class Loose(TypedDict, total=False):
    needed: Required[Annotated[int, "how many"]]
    noted: Annotated[NotRequired[date], "when"]
    other: str


@attrs.define
class Order:
    number: int
    _placed: date
    lines: list[Order] = attrs.field(factory=list)
    total: int = attrs.field(init=False, default=0)


class Address(pydantic.BaseModel):
    city: str = pydantic.Field(description="Where", min_length=1)


class Person(pydantic.BaseModel):
    name: str
    born: date
    address: Address | None = None


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


@dataclasses.dataclass
class Percent:
    value: int

    def __post_init__(self) -> None:
        if self.value > 100:
            raise ValueError("more than 100")


UserId = NewType("UserId", str)
Number = TypeVar("Number", int, float)
Bound = TypeVar("Bound", bound=str)
Free = TypeVar("Free")
ORDER = {
    "type": "object",
    "properties": {
        "number": {"type": "integer"},
        "placed": {"type": "string", "format": "date"},
        "lines": {"type": "array", "items": {"$ref": "#/$defs/Order"}},
    },
    "required": ["number", "placed"],
    "additionalProperties": False,
}
NODE = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "children": {"type": "array", "items": {"$ref": "#/$defs/Node"}},
    },
    "required": ["name"],
    "additionalProperties": False,
}
ANY_ARRAY = {"type": "array", "items": {}}
ANY_OBJECT = {"type": "object", "additionalProperties": {}}


@pytest.mark.parametrize(
    ("hint", "schema"),
    [
        (typing.List, ANY_ARRAY),
        (typing.Sequence, ANY_ARRAY),
        (typing.Iterable, ANY_ARRAY),
        (typing.Tuple, ANY_ARRAY),
        (tuple, ANY_ARRAY),
        (tuple[()], {"type": "array", "prefixItems": [], "minItems": 0, "maxItems": 0}),
        (collections.deque, ANY_ARRAY),
        (collections.abc.Collection, ANY_ARRAY),
        (set, {**ANY_ARRAY, "uniqueItems": True}),
        (typing.FrozenSet, {**ANY_ARRAY, "uniqueItems": True}),
        (collections.abc.Set, {**ANY_ARRAY, "uniqueItems": True}),
        (typing.Dict, ANY_OBJECT),
        (typing.Mapping, ANY_OBJECT),
        (collections.abc.Mapping, ANY_OBJECT),
        (collections.OrderedDict, ANY_OBJECT),
        (collections.Counter[str], {"type": "object", "additionalProperties": {"type": "integer"}}),
        (dict[int, str], {"type": "object", "additionalProperties": {"type": "string"}}),
        (time, {"type": "string", "format": "time"}),
        (UserId, {"type": "string"}),
        (list[UserId], {"type": "array", "items": {"type": "string"}}),
        (Number, {"anyOf": [{"type": "integer"}, {"type": "number"}]}),
        (Bound, {"type": "string"}),
        (Free, {}),
        (Final[int], {"type": "integer"}),
        (Literal[Colour.RED, 1], {"enum": ["red", 1]}),
        (Annotated[int, {"minimum": 0, "description": "how many"}],
         {"type": "integer", "minimum": 0, "description": "how many"}),
        (Annotated[str, pydantic.Field(description="which")], {"type": "string", "description": "which"}),
        (list[Annotated[str, {"description": "which"}]],
         {"type": "array", "items": {"type": "string", "description": "which"}}),
        (Loose, {"type": "object", "properties": {
            "needed": {"type": "integer", "description": "how many"},
            "noted": {"type": "string", "format": "date", "description": "when"},
            "other": {"type": "string"}}, "required": ["needed"], "additionalProperties": False}),
        (Order, ORDER | {"$defs": {"Order": ORDER}}),
    ],
)  # fmt: skip
def test_less_usual_types_turn_into_json_schema(hint: Any, schema: Any) -> None:
    assert schema_of(hint) == schema


@pytest.mark.parametrize(
    ("hint", "value", "converted"),
    [
        (int, 5.0, 5),
        (list[int], [1.0, 2], [1, 2]),
        (Literal[1, 2], 2.0, 2),
        (Level, 2.0, Level.HIGH),
        (Literal[Colour.RED], "red", Colour.RED),
        (typing.List, [1, "a"], [1, "a"]),
        (typing.Tuple, [1, "a"], (1, "a")),
        (tuple, [], ()),
        (tuple[int, ...], [1, 2], (1, 2)),
        (frozenset, [1], frozenset([1])),
        (collections.abc.Set, [1], {1}),
        (collections.deque[int], [1], collections.deque([1])),
        (typing.Dict, {"a": 1}, {"a": 1}),
        (dict[int, str], {"2024": "x"}, {2024: "x"}),
        (dict[int | str, str], {"2024": "x", "a": "y"}, {2024: "x", "a": "y"}),
        (dict[float, int], {"1.5": 1}, {1.5: 1}),
        (dict[Level, int], {"2": 1}, {Level.HIGH: 1}),
        (dict[Colour, int], {"red": 1}, {Colour.RED: 1}),
        (dict[date, int], {"2026-03-21": 1}, {date(2026, 3, 21): 1}),
        (dict[Any, int], {"7": 1}, {"7": 1}),
        (typing.Mapping[str, int], {"a": 1}, {"a": 1}),
        (collections.abc.MutableMapping[str, int], {"a": 1}, {"a": 1}),
        (typing.Sequence[int], [1], [1]),
        (typing.Iterable[int], [1], [1]),
        (collections.OrderedDict[str, int], {"a": 1}, collections.OrderedDict(a=1)),
        (collections.Counter[str], {"a": 1}, collections.Counter("a")),
        (collections.defaultdict[str, int], {"a": 1}, collections.defaultdict(None, a=1)),
        (time, "09:30", time(9, 30)),
        (UserId, "u-1", "u-1"),
        (Number, 1.5, 1.5),
        (Loose, {"needed": 1, "noted": "2026-03-21"}, {"needed": 1, "noted": date(2026, 3, 21)}),
        (Order, {"number": 1, "placed": "2026-03-21", "lines": [{"number": 2, "placed": "2026-03-22"}]},
         Order(1, date(2026, 3, 21), [Order(2, date(2026, 3, 22))])),
        (Person, {"name": "Ada", "born": "1815-12-10"}, Person(name="Ada", born=date(1815, 12, 10))),
        (list[Person] | None, [{"name": "Ada", "born": "1815-12-10"}], [Person(name="Ada", born=date(1815, 12, 10))]),
    ],
)  # fmt: skip
def test_values_of_less_usual_types_turn_into_arguments(hint: Any, value: Any, converted: Any) -> None:
    found = convert(value, hint, "x")
    assert found == converted
    assert type(found) is type(converted)


@pytest.mark.parametrize(("kind", "empty"), [(list[int], []), (int, 0), (dict[str, int], {}), (set[str], set())])
def test_a_defaultdict_has_the_empty_value_of_its_type(kind: Any, empty: Any) -> None:
    assert convert({}, collections.defaultdict[str, kind], "x")["missing"] == empty


def test_a_defaultdict_of_objects_has_no_default() -> None:
    assert convert({}, collections.defaultdict[str, Level], "x").default_factory is None


@pytest.mark.parametrize(
    ("hint", "value", "told"),
    [
        (int, 5.5, "x: 5.5 is not of type int"),
        (int, float("inf"), "x: inf is not of type int"),
        (Literal[1], True, "x: True is not one of 1"),
        (tuple[int, int], [1, 2, 3], "x: an array of 3 items, not of 2"),
        (tuple[()], [1], "x: an array of 1 items, not of 0"),
        (set[Any], [[1]], "x: [[1]] has items that a set cannot hold"),
        (dict[int, str], {"a": "x"}, "x.a: 'a' is not of type int"),
        (Person, {"born": "1815-12-10", "address": {"city": ""}}, "x.name: Field required; x.address.city: "
         "String should have at least 1 character"),
        (Person, "Ada", "x: Input should be an object"),
        (Percent, {"value": 101}, "x: more than 100"),
        (str, "x" * 5 and ["y" * 500], "x: ['" + "y" * 97 + "… is not of type str"),
    ],
)  # fmt: skip
def test_values_of_unusual_types_are_reported_with_their_place(hint: Any, value: Any, told: str) -> None:
    with pytest.raises(ValueError, match=r"^x") as caught:
        convert(value, hint, "x")
    assert str(caught.value) == told


def test_models_of_pydantic_that_share_a_name_have_definitions_of_their_own() -> None:
    class Place(pydantic.BaseModel):
        address: Address

    Other = pydantic.create_model("Address", number=(int, ...))  # noqa: N806
    Street = pydantic.create_model("Street", address=(Other, ...))  # noqa: N806
    schemas = Schemas()
    schema = {"properties": {"a": schemas.of(Place), "b": schemas.of(Street)}, "$defs": schemas.definitions}
    assert list(schema["$defs"]) == ["Address", "Street.Address"]
    validator = jsonschema_rs.validator_for(schema)
    assert validator.is_valid({"a": {"address": {"city": "Hobart"}}, "b": {"address": {"number": 5}}})
    assert not validator.is_valid({"a": {"address": {"number": 5}}})
    assert not validator.is_valid({"b": {"address": {"city": "Hobart"}}})


@pytest.mark.parametrize("hint", [bytes, complex, object().__class__.__class__, collections.abc.Callable, range])
def test_types_that_json_cannot_carry_are_refused(hint: Any) -> None:
    with pytest.raises(TypeError, match="which is not JSON serializable"):
        schema_of(hint)


@pytest.mark.parametrize(
    ("hint", "schema"),
    [
        (str, {"type": "string"}),
        (int, {"type": "integer"}),
        (float, {"type": "number"}),
        (bool, {"type": "boolean"}),
        (Any, {}),
        (datetime, {"type": "string", "format": "date-time"}),
        (date, {"type": "string", "format": "date"}),
        (UUID, {"type": "string", "format": "uuid"}),
        (list[int], {"type": "array", "items": {"type": "integer"}}),
        (set[str], {"type": "array", "items": {"type": "string"}, "uniqueItems": True}),
        (dict[str, float], {"type": "object", "additionalProperties": {"type": "number"}}),
        (Literal["a", "b"], {"type": "string", "enum": ["a", "b"]}),
        (Colour, {"type": "string", "enum": ["red", "blue"]}),
        (str | None, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        (Annotated[int, "how many"], {"type": "integer", "description": "how many"}),
        (
            tuple[int, str],
            {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "string"}], "minItems": 2, "maxItems": 2},
        ),
        (
            Place,
            {
                "type": "object",
                "properties": {"city": {"type": "string"}, "country": {"type": "string"}},
                "required": ["city"],
                "additionalProperties": False,
            },
        ),
        (
            Box,
            {
                "type": "object",
                "properties": {
                    "width": {"type": "integer"},
                    "height": {"type": "integer"},
                    "colour": {"type": "string", "enum": ["red", "blue"], "description": "of the lid"},
                },
                "required": ["height", "width"],
                "additionalProperties": False,
            },
        ),
        (
            Point,
            {
                "type": "object",
                "properties": {"x": {"type": "integer"}, "y": {"type": "integer"}},
                "required": ["x"],
                "additionalProperties": False,
            },
        ),
        (Decimal, {"type": "string", "format": "decimal"}),
        (Path, {"type": "string"}),
        (Access, {"type": "integer", "minimum": 0, "maximum": 3, "description": "A sum of 1 (READ), 2 (WRITE)"}),
        (Node, NODE | {"$defs": {"Node": NODE}}),
    ],
)
def test_types_turn_into_json_schema(hint: Any, schema: Any) -> None:
    assert schema_of(hint) == schema


@pytest.mark.parametrize(
    ("hint", "value", "converted"),
    [
        (float, 3, 3.0),
        (Colour, "red", Colour.RED),
        (Path, "a/b", Path("a/b")),
        (Access, 3, Access.READ | Access.WRITE),
        (dict[Access, int], {"2": 1}, {Access.WRITE: 1}),
        (date, "2026-03-21", date(2026, 3, 21)),
        (UUID, "5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11", UUID("5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11")),
        (list[Colour], ["red"], [Colour.RED]),
        (set[int], [1, 2, 1], {1, 2}),
        (tuple[int, str], [1, "a"], (1, "a")),
        (dict[str, Colour], {"a": "blue"}, {"a": Colour.BLUE}),
        (Place, {"city": "Hobart"}, Place("Hobart")),
        (Box, {"width": 1, "height": 2}, {"width": 1, "height": 2}),
        (int | str, "a", "a"),
        (date | str, "2026-03-21", date(2026, 3, 21)),
        (str | None, None, None),
        (Any, {"x": [1]}, {"x": [1]}),
        (Point, {"x": 1}, Point(1)),
        (Decimal, "1.10", Decimal("1.10")),
        (Decimal, 0.1, Decimal("0.1")),
        (Decimal, 0.30000000000000004, Decimal("0.30000000000000004")),
        (list[int], [1e20], [10**20]),
        (Box, {"width": 1, "height": 2, "colour": "red"}, {"width": 1, "height": 2, "colour": Colour.RED}),
        (Node, {"name": "a", "children": [{"name": "b"}]}, Node("a", [Node("b")])),
        (Place | Node, {"name": "a"}, Node("a")),
    ],
)
def test_json_values_turn_into_arguments(hint: Any, value: Any, converted: Any) -> None:
    assert convert(value, hint, "x") == converted
    assert type(convert(value, hint, "x")) is type(converted)


@pytest.mark.parametrize(
    ("hint", "value", "told"),
    [
        (int, "3", "x: '3' is not of type int"),
        (int, True, "x: True is not of type int"),
        (int, 3.5, "x: 3.5 is not of type int"),
        (Access, 4, "x: 4 is not a sum of 1, 2"),
        (Access, -1, "x: -1 is not a sum of 1, 2"),
        (Path, 3, "x: 3 is not a Path"),
        (str, 3, "x: 3 is not of type str"),
        (Colour, "green", "x: 'green' is not one of 'red', 'blue'"),
        (date, "tomorrow", "x: 'tomorrow' is not a date"),
        (date, 5, "x: 5 is not a date"),
        (Decimal, "much", "x: 'much' is not a Decimal"),
        (list[int], "abc", "x: 'abc' is not an array"),
        (list[int], [1, "x"], "x[1]: 'x' is not of type int"),
        (tuple[int, str], [1], "x: an array of 1 items, not of 2"),
        (dict[str, int], {"a": "b"}, "x.a: 'b' is not of type int"),
        (dict[str, int], [1], "x: [1] is not an object"),
        (Literal["a"], "b", "x: 'b' is not one of 'a'"),
        (Place, {"town": "Hobart"}, "x: unknown fields: town"),
        (Place, {"country": "AU"}, "x: missing fields: city"),
        (Place, "Hobart", "x: 'Hobart' is not an object"),
        (Box, {"width": 1}, "x: missing fields: height"),
        (Box, {"width": 1, "height": 2, "depth": 3}, "x: unknown fields: depth"),
        (Point, {"x": "a"}, "x.x: 'a' is not of type int"),
        (Node, {"name": "a", "children": [{"name": 5}]}, "x.children[0].name: 5 is not of type str"),
        (str | None, 5, "x: 5 is not of type str or null"),
        (Place | None, {"city": 5}, "x.city: 5 is not of type str"),
        (Place | Node, {"name": "a", "children": [5]}, "x.children[0]: 5 is not an object"),
    ],
)
def test_arguments_that_do_not_fit_are_reported_with_their_place(hint: Any, value: Any, told: str) -> None:
    with pytest.raises(ValueError, match=r"^x") as caught:
        convert(value, hint, "x")
    assert str(caught.value) == told
