"""What classes and `Annotated` say about their values in JSON: generics, documentation, bounds, tags of unions."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import (
    Annotated,
    Any,
    ClassVar,
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
from uuid import UUID

import annotated_types
import attrs
import pydantic
import pytest
import typing_extensions

from quant_ai.json_types.decoders import decoder_of
from quant_ai.json_types.misfits import Misfit, UnsupportedType
from quant_ai.json_types.scalars import ExactFloat
from quant_ai.json_types.schemas import schema_of

T = TypeVar("T")


@dataclasses.dataclass
class Line:
    """A line of an invoice.

    Attributes:
        what: The goods.
        price: In euros.
    """

    what: str
    price: Annotated[Decimal, annotated_types.Ge(0)]


@dataclasses.dataclass
class Listed(Generic[T]):
    items: list[T]
    next: str | None = None


class Lines(Listed[Line]):
    pass


@dataclasses.dataclass
class Pair(Listed[T], Generic[T]):
    first: dict[str, T] | None = None


class Both(NamedTuple, Generic[T]):
    one: T
    other: int = 0


@dataclasses.dataclass(kw_only=True, frozen=True, slots=True)
class Account:
    number: int
    limits: list[int] = dataclasses.field(default_factory=list)
    floor: dataclasses.InitVar[int] = 0
    currency: ClassVar[str] = "EUR"
    total: int = dataclasses.field(init=False, default=7)

    def __post_init__(self, floor: int) -> None:
        if self.number < floor:
            raise ValueError("the number is below the floor")


@dataclasses.dataclass
class Order:
    seller: Annotated[Line, "who sells"]
    buyer: Line
    payer: Line = dataclasses.field(metadata={"description": "who pays"})


@dataclasses.dataclass
class Tree:
    left: Annotated[Tree | None, "the smaller ones"] = None
    root: Annotated[Tree, "where it hangs"] | None = None


@dataclasses.dataclass
class Chain(Generic[T]):
    value: T
    next: Self | None = None
    others: list[Self] = dataclasses.field(default_factory=list)


class Marked(typing_extensions.TypedDict, Generic[T]):
    value: Required[typing_extensions.ReadOnly[list[T]]]
    note: NotRequired[LiteralString]


Untyped = dataclasses.make_dataclass("Untyped", ["x", ("y", int, 0)])


class Plain:
    number: int


class Cat(TypedDict):
    kind: Literal["cat"]
    lives: int


@dataclasses.dataclass
class Dog:
    kind: Literal["dog"]
    age: int


class Bird(pydantic.BaseModel):
    kind: Literal["bird", "hen"]
    song: str


class Colour(enum.StrEnum):
    RED = "red"


def parse_day(text: str) -> date:
    return date.fromisoformat(text)


@attrs.define
class Visit:
    day: date = attrs.field(converter=parse_day)
    guests: int = attrs.field(converter=int, validator=attrs.validators.ge(1))


class Priced(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(alias_generator=str.upper)
    price: Decimal = pydantic.Field(ge=0)
    line: Line | None = pydantic.Field(None, description="what for")


class Owner(pydantic.BaseModel):
    pet: Bird | Priced = pydantic.Field(description="the pet")
    other: Bird = pydantic.Field(description="the other one")


@pydantic.dataclasses.dataclass
class Place:
    city: str


Even = Annotated[int, pydantic.AfterValidator(lambda value: value * 2)]


@pytest.mark.parametrize(
    ("hint", "value", "found"),
    [
        (Listed[Line], {"items": [{"what": "tea", "price": "1.50"}]}, Listed([Line("tea", Decimal("1.50"))])),
        (Lines, {"items": [{"what": "tea", "price": 2}]}, Lines([Line("tea", Decimal(2))])),
        (Pair[date], {"items": ["2026-03-21"], "first": {"a": "2026-03-22"}},
         Pair([date(2026, 3, 21)], first={"a": date(2026, 3, 22)})),
        (Both[Colour], {"one": "red"}, Both(Colour.RED)),
        (Chain[date], {"value": "2026-03-21", "next": {"value": "2026-03-22"}, "others": []},
         Chain(date(2026, 3, 21), Chain(date(2026, 3, 22)))),
        (Marked[date], {"value": ["2026-03-21"], "note": "x"}, {"value": [date(2026, 3, 21)], "note": "x"}),
        (Untyped, {"x": [1]}, Untyped([1])),
        (pydantic.AwareDatetime, "2026-03-21T10:00:00Z", datetime.fromisoformat("2026-03-21T10:00:00+00:00")),
        (Account, {"number": 5, "limits": [1], "floor": 3}, Account(number=5, limits=[1])),
        (Visit, {"day": "2026-03-21", "guests": 2.0}, Visit("2026-03-21", 2)),
        (Cat | Dog | Bird, {"kind": "dog", "age": 3}, Dog("dog", 3)),
        (Cat | Dog | Bird | None, {"kind": "hen", "song": "la"}, Bird(kind="hen", song="la")),
        (Cat | Dog | None, None, None),
        (float | int, 5, 5),
        (Decimal | float, 1.5, 1.5),
        (str | Decimal, "1.50", Decimal("1.50")),
        (datetime | date, "2026-03-21", date(2026, 3, 21)),
        (datetime, "2026-03-21t10:00:00z", datetime.fromisoformat("2026-03-21T10:00:00+00:00")),
        (int, ExactFloat.read("12345678901234567890.0"), 12345678901234567890),
        (Decimal, ExactFloat.read("0.12345678901234567890"), Decimal("0.12345678901234567890")),
        (float, ExactFloat.read("0.12345678901234567890"), 0.12345678901234568),
        (None, None, None),
        (Priced, {"PRICE": "1.5"}, Priced(PRICE=Decimal("1.5"))),
        (Place, {"city": "Hobart"}, Place("Hobart")),
        (list[Even], [1], [2]),
    ],
)  # fmt: skip
def test_values_of_classes_and_unions(hint: Any, value: Any, found: Any) -> None:
    decoded = decoder_of(hint)(value)
    assert decoded == found
    assert type(decoded) is type(found)


@pytest.mark.parametrize(
    ("hint", "value", "path", "text", "expected"),
    [
        (Lines, {"items": [{"what": "tea"}]}, "items[0].price", "items[0]: missing fields: price", "Decimal"),
        (Lines, {"items": [{"what": "a", "price": -1}]}, "items[0].price",
         "items[0].price: Decimal('-1') is less than 0", "at least 0"),
        (Account, {"number": 1, "floor": 3}, "", "the number is below the floor", "Account"),
        (Account, {}, "number", "missing fields: number", "int"),
        (Account, {"number": 1, "total": 1}, "total", "unknown fields: total",
         "one of the fields number, limits, floor"),
        (Visit, {"day": "2026-03-21", "guests": 0}, "", "'guests' must be >= 1: 0", "Visit"),
        (Visit, {"day": "soon", "guests": 1}, "", "Invalid isoformat string: 'soon'", "Visit"),
        (Cat | Dog, {"kind": "cow"}, "kind", "kind: 'cow' is not one of 'cat', 'dog'", "one of 'cat', 'dog'"),
        (Cat | Dog, {"kind": "dog", "age": "x"}, "age", "age: 'x' is not of type int", "int"),
        (Cat | Dog, {"age": 1}, "kind", "missing fields: kind", "one of 'cat', 'dog'"),
        (Cat | Dog, 5, "", "5 is not an object", "an object"),
        (Bird | Dog, {"kind": "hen", "song": 1}, "song", "song: Input should be a valid string",
         "Input should be a valid string"),
        (list[Annotated[int, annotated_types.Interval(ge=0, lt=3)]], [0, 3], "[1]", "[1]: 3 is not less than 3",
         "less than 3"),
        (Annotated[int, annotated_types.Gt(0)], 0, "", "0 is not more than 0", "more than 0"),
        (Annotated[int, {"maximum": 3}], 4, "", "4 is more than 3", "at most 3"),
        (Annotated[float, annotated_types.MultipleOf(0.1)], 0.35, "", "0.35 is not a multiple of 0.1",
         "a multiple of 0.1"),
        (Annotated[list[int], annotated_types.Len(1, 2)], [], "", "[] is too short", "a length of at least 1"),
        (Annotated[str, {"maxLength": 2}], "abc", "", "'abc' is too long", "a length of at most 2"),
        (Annotated[str, pydantic.Field(pattern="^a")], "b", "", "'b' does not match '^a'", "text that matches '^a'"),
        (Annotated[str, annotated_types.Predicate(str.islower)], "B", "", "'B' does not pass islower",
         "a value that passes islower"),
        (UUID, 5, "", "5 is not a UUID", "UUID"),
        (Annotated[int, annotated_types.Ge(0)] | None, -1, "", "-1 is less than 0", "at least 0"),
        (Account | None, {"number": 1, "floor": 3}, "", "the number is below the floor", "Account"),
        (Chain[int], {"value": 1, "next": {"value": "x"}}, "next.value", "next.value: 'x' is not of type int", "int"),
        (Decimal, True, "", "True is not a Decimal", "Decimal"),
        (Decimal, "NaN", "", "'NaN' is not a Decimal", "Decimal"),
        (float, 10**400, "", "1" + "0" * 98 + "… is not of type float", "float"),
        (Literal["a"], ["a"], "", "['a'] is not one of 'a'", "one of 'a'"),
        (dict[str, int], {"x" * 99: "y"}, "x" * 59 + "…", "x" * 59 + "…: 'y' is not of type int", "int"),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_has_a_path_and_an_expectation(
    hint: Any, value: Any, path: str, text: str, expected: str
) -> None:
    with pytest.raises(Misfit) as caught:
        decoder_of(hint)(value)
    assert (caught.value.path, caught.value.at(""), caught.value.expected) == (path, text, expected)


@pytest.mark.parametrize(
    ("hint", "path", "text"),
    [
        (bytes, "", "is of type 'bytes', which is not JSON serializable"),
        (list[Plain], "[]", "is of type 'Plain', which is not JSON serializable; make it a dataclass"),
        (list[dict[str, complex]], "[][]", "is of type 'complex', which is not JSON serializable"),
        (Listed[tuple[int, bytes]], ".items[][1]", "is of type 'bytes', which is not JSON serializable"),
        (dict[complex, int], "", "has keys of type 'complex', which is not JSON serializable"),
        (dict[int | bytes, int], "", "has keys of type 'bytes', which is not JSON serializable"),
        (enum.Enum("Size", {"BIG": (1, 2)}), "", "is of type 'Size', whose value (1, 2) is not JSON serializable"),
        (pydantic.create_model("Hook", call=(Callable, ...)), "", "is of type 'Hook', which has no JSON Schema: "),
    ],
)
def test_a_type_that_json_cannot_carry_has_a_path(hint: Any, path: str, text: str) -> None:
    with pytest.raises(UnsupportedType) as caught:
        schema_of(hint)
    assert caught.value.steps == path
    assert str(caught.value).startswith(text)


def test_descriptions_come_from_docstrings_metadata_and_annotations() -> None:
    schema = schema_of(Order)
    assert {name: each["description"] for name, each in schema["properties"].items()} == {
        "seller": "who sells",
        "buyer": "A line of an invoice.",
        "payer": "who pays",
    }
    fields = schema["properties"]["buyer"]["properties"]
    assert fields == {
        "what": {"type": "string", "description": "The goods."},
        "price": {"type": "string", "format": "decimal", "minimum": 0, "description": "In euros."},
    }
    assert "description" not in schema  # dataclasses write their signature where a docstring is missing


def test_fields_of_a_base_class_keep_their_descriptions() -> None:
    @dataclasses.dataclass
    class Discounted(Line):
        """A cheaper line."""

        reason: str = ""

    schema = schema_of(Discounted)
    assert schema["description"] == "A cheaper line."
    assert schema["properties"]["what"]["description"] == "The goods."


def references(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [found for each in schema for found in references(each)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if isinstance(schema.get("$ref"), str) else []
    return own + [found for each in schema.values() for found in references(each)]


@pytest.mark.parametrize("hint", [Tree, Owner, list[Owner], dict[str, Tree], Listed[Priced]])
def test_nothing_stands_beside_a_reference(hint: Any) -> None:
    found = references(schema_of(hint))
    assert found
    assert [each for each in found if len(each) > 1] == []


def test_a_reference_with_a_description_is_a_union_of_one() -> None:
    assert schema_of(Tree)["properties"]["root"] == {
        "anyOf": [{"anyOf": [{"$ref": "#/$defs/Tree"}], "description": "where it hangs"}, {"type": "null"}]
    }


def test_objects_of_pydantic_allow_no_other_fields_and_have_no_discriminator() -> None:
    class Zoo(pydantic.BaseModel):
        pets: list[Annotated[Bird | Dog, pydantic.Field(discriminator="kind")]]

    schema = schema_of(Zoo)
    assert schema["properties"]["pets"]["items"] == {"anyOf": [{"$ref": "#/$defs/Bird"}, {"$ref": "#/$defs/Dog"}]}
    assert [each["additionalProperties"] for each in (schema, *schema["$defs"].values())] == [False] * 3


@pytest.mark.parametrize(
    ("hint", "bounds"),
    [
        (Annotated[int, annotated_types.Interval(ge=1, lt=5)], {"minimum": 1, "exclusiveMaximum": 5}),
        (Annotated[list[int], annotated_types.Len(1, 2)], {"minItems": 1, "maxItems": 2}),
        (Annotated[str | None, pydantic.Field(min_length=1, pattern="a")], {"minLength": 1, "pattern": "a"}),
        (Annotated[dict[str, int], annotated_types.MaxLen(2)], {"maxProperties": 2}),
        (Annotated[Decimal, annotated_types.Le(Decimal("1.5"))], {"maximum": 1.5}),
        (Annotated[date, annotated_types.Ge(date(2026, 1, 1))], {}),
    ],
)
def test_bounds_are_keywords_of_the_schema(hint: Any, bounds: dict[str, Any]) -> None:
    schema = schema_of(hint)
    assert {name: schema[name] for name in schema if name not in ("type", "anyOf", "items", "format")} == bounds | (
        {"additionalProperties": {"type": "integer"}} if "maxProperties" in bounds else {}
    )


def test_unions_in_another_order_are_read_in_that_order() -> None:
    @dataclasses.dataclass
    class One:
        name: str

    @dataclasses.dataclass
    class Other:
        name: str

    assert decoder_of(One | Other)({"name": "a"}) == One("a")
    assert decoder_of(Other | One)({"name": "a"}) == Other("a")


@dataclasses.dataclass
class Sum:
    left: Sum | Product | int
    right: Sum | Product | int


@dataclasses.dataclass
class Product:
    left: Product | Sum | int
    right: Product | Sum | int


def test_unions_inside_each_other_are_not_tried_again_and_again() -> None:
    deep: Any = "x"
    for _ in range(40):  # each of which would double the time
        deep = {"left": 1, "right": deep}
    with pytest.raises(Misfit) as caught:
        decoder_of(Sum | Product)(deep)
    assert caught.value.path == ".".join(["right"] * 40)
    assert decoder_of(Sum | Product)({"left": 1, "right": {"left": 2, "right": 3}}) == Sum(1, Sum(2, 3))


def test_a_decoder_is_made_once() -> None:
    assert decoder_of(list[Line]) is decoder_of(list[Line])
