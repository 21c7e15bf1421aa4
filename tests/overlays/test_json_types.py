"""Python types as JSON Schema, and JSON values as values of those types."""

from __future__ import annotations

import dataclasses
import enum
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, NotRequired, TypedDict
from uuid import UUID

import pytest

from quant_ai.tools.json_types import convert, schema_of


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


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
        (Literal["a", "b"], {"enum": ["a", "b"]}),
        (Colour, {"enum": ["red", "blue"]}),
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
                    "colour": {"enum": ["red", "blue"], "description": "of the lid"},
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
        (
            Node,
            {
                "$ref": "#/$defs/Node",
                "$defs": {
                    "Node": {
                        "type": "object",
                        "properties": {
                            "name": {"type": "string"},
                            "children": {"type": "array", "items": {"$ref": "#/$defs/Node"}},
                        },
                        "required": ["name"],
                        "additionalProperties": False,
                    }
                },
            },
        ),
    ],
)
def test_types_turn_into_json_schema(hint: Any, schema: Any) -> None:
    assert schema_of(hint) == schema


@pytest.mark.parametrize(
    ("hint", "value", "converted"),
    [
        (float, 3, 3.0),
        (Colour, "red", Colour.RED),
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
        (str, 3, "x: 3 is not of type str"),
        (Colour, "green", "x: 'green' is none of 'red', 'blue'"),
        (date, "tomorrow", "x: 'tomorrow' is not a date"),
        (date, 5, "x: 5 is not a date"),
        (Decimal, "much", "x: 'much' is not a Decimal"),
        (list[int], "abc", "x: 'abc' is not an array"),
        (list[int], [1, "x"], "x[1]: 'x' is not of type int"),
        (tuple[int, str], [1], "x: an array of 1 items, not of 2"),
        (dict[str, int], {"a": "b"}, "x.a: 'b' is not of type int"),
        (dict[str, int], [1], "x: [1] is not an object"),
        (Literal["a"], "b", "x: 'b' is none of 'a'"),
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
def test_arguments_that_do_not_fit_are_told_with_their_place(hint: Any, value: Any, told: str) -> None:
    with pytest.raises(ValueError, match=r"^x") as caught:
        convert(value, hint, "x")
    assert str(caught.value) == told
