"""Sixty types through the mock server and the client: a reply that fits, and replies that do not."""

from __future__ import annotations

import collections
import dataclasses
import enum
import json
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, NotRequired, TypedDict, TypeVar
from uuid import UUID

import annotated_types as at
import attrs
import jsonschema_rs
import pydantic
import pytest

from quant_ai import QuantAI, ReplyFormatError
from quant_ai_mock.testing import Mock, running_mock

from .test_json_types import Box, Colour, Level, Node, Order, Percent, Person, Place, Point

T = TypeVar("T")
UserId = NewType("UserId", str)
MODEL = "amazon.nova-pro-v1:0"
UUID_TEXT = "5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11"
MANY = [*range(9)]


class Line(TypedDict):
    what: Annotated[str, at.MinLen(1)]
    price: Annotated[float, at.Ge(0)]


@dataclasses.dataclass
class Invoice:
    number: Annotated[str, {"pattern": "^INV"}]
    lines: Annotated[list[Line], at.Len(1, 8)]
    due: date | None = None


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Fixed:
    name: str
    size: Annotated[int, at.Interval(ge=1, le=9)] = 1


@dataclasses.dataclass
class Listed(Generic[T]):
    items: list[T]


@dataclasses.dataclass
class Longer(Place):
    zone: Annotated[int, at.Lt(12)] = 0


@attrs.frozen
class Rated:
    stars: int = attrs.field(validator=attrs.validators.le(5))


class Loose(TypedDict, total=False):
    name: str
    size: Annotated[int, at.Gt(0)]


class Cat(TypedDict):
    kind: Literal["cat"]
    lives: Annotated[int, at.Le(9)]


@dataclasses.dataclass
class Dog:
    kind: Literal["dog"]
    name: str


class Bird(pydantic.BaseModel):
    kind: Literal["bird"]
    wings: int = pydantic.Field(le=2)


class Aliased(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(alias_generator=str.upper)
    price: int = pydantic.Field(ge=0)


class Zoo(pydantic.BaseModel):
    pet: Annotated[Bird | Aliased, pydantic.Field(description="the pet")]


class Rows(pydantic.RootModel[list[Annotated[int, pydantic.Field(ge=0)]]]):
    pass


class Size(enum.StrEnum):
    BIG = "big"


@pydantic.dataclasses.dataclass
class Spot:
    x: Annotated[int, pydantic.Field(ge=0)]


class Leaf(NamedTuple):
    name: str
    inner: Leaf | None = None  # type: ignore[misc]


class Kept(TypedDict):
    id: UserId
    note: NotRequired[str]


class Case(NamedTuple):
    """A type, a reply that fits it, and replies that do not, each with the path of what is wrong."""

    hint: Any
    fits: Any
    value: Any
    wrong: tuple[Any, str]
    bounds: tuple[Any, str] | None = None


CASES = {
    "str": Case(str, "a", "a", (5, "")),
    "int": Case(int, 5, 5, ("5", "")),
    "int as 5.0": Case(int, 5.0, 5, (True, "")),
    "int, big": Case(int, 10**30, 10**30, (10.5, "")),
    "float": Case(float, 1.5, 1.5, ("1.5", "")),
    "bool": Case(bool, True, True, (1, "")),
    "int, bounded": Case(Annotated[int, at.Ge(1)], 1, 1, ("x", ""), (0, "")),
    "float, step": Case(Annotated[float, at.MultipleOf(0.5)], 1.5, 1.5, ("x", ""), (0.7, "")),
    "str, bounded": Case(Annotated[str, at.Len(1, 3)], "abc", "abc", (None, ""), ("abcd", "")),
    "str, pattern": Case(Annotated[str, pydantic.Field(pattern="^a")], "ab", "ab", (1, ""), ("b", "")),
    "Any": Case(Any, {"a": [1]}, {"a": [1]}, (None, "none")),
    "date": Case(date, "2026-03-21", date(2026, 3, 21), ("soon", "")),
    "date, bounded": Case(Annotated[date, at.Ge(date(2026, 1, 1))], "2026-03-21", date(2026, 3, 21), (1, ""),
                          ("2025-03-21", "")),
    "datetime": Case(datetime, "2026-03-21T10:00:00Z", datetime.fromisoformat("2026-03-21T10:00:00Z"), (0, "")),
    "time": Case(time, "09:30", time(9, 30), ("9 o'clock", "")),
    "UUID": Case(UUID, UUID_TEXT, UUID(UUID_TEXT), ("x", "")),
    "Decimal": Case(Decimal, "1.10", Decimal("1.10"), ("much", "")),
    "Decimal as a number": Case(Annotated[Decimal, at.Ge(0)], 1.1, Decimal("1.1"), ([], ""), (-1, "")),
    "NewType": Case(UserId, "u-1", "u-1", (1, "")),
    "Literal": Case(Literal["a", 1], 1, 1, ("b", "")),
    "Enum": Case(Colour, "red", Colour.RED, ("green", "")),
    "StrEnum": Case(Size, "big", Size.BIG, ("small", "")),
    "IntEnum": Case(Level, 2, Level.HIGH, (3, "")),
    "Optional": Case(str | None, None, None, (5, "")),
    "Optional class": Case(Place | None, {"city": "Hobart"}, Place("Hobart"), ({"city": 5}, "city")),
    "union of scalars": Case(int | str, "a", "a", (1.5, "")),
    "union, date or text": Case(date | str, "2026-03-21", date(2026, 3, 21), (1, "")),
    "list": Case(list[int], [1, 2], [1, 2], ([1, "x"], "[1]")),
    "list, bounded": Case(Annotated[list[int], at.MaxLen(2)], [1], [1], ({}, ""), ([1, 2, 3], "")),
    "list of bounded": Case(list[Annotated[int, at.Lt(3)]], [1], [1], ("x", ""), ([1, 3], "[1]")),
    "list of classes": Case(list[Place], [{"city": "Hobart"}], [Place("Hobart")], ([{"city": 5}], "[0].city")),
    "set": Case(set[str], ["a", "a"], {"a"}, ([1], "[0]")),
    "frozenset": Case(frozenset[int], [1], frozenset({1}), (1, "")),
    "tuple": Case(tuple[int, str], [1, "a"], (1, "a"), ([1, 2], "[1]"), ([1], "")),
    "tuple, any length": Case(tuple[int, ...], [1, 2], (1, 2), (["a"], "[0]")),
    "deque": Case(collections.deque[int], [1], collections.deque([1]), (["a"], "[0]")),
    "dict": Case(dict[str, int], {"a": 1}, {"a": 1}, ({"a": "x"}, "a")),
    "dict of classes": Case(dict[str, Place], {"a": {"city": "x"}}, {"a": Place("x")}, ({"a": {"city": 1}}, "a.city")),
    "dict by int": Case(dict[int, str], {"7": "a"}, {7: "a"}, ({"x": "a"}, "x")),
    "dict by enum": Case(dict[Colour, int], {"red": 1}, {Colour.RED: 1}, ({"green": 1}, "green")),
    "dict, bounded": Case(Annotated[dict[str, int], at.MinLen(1)], {"a": 1}, {"a": 1}, ([], ""), ({}, "")),
    "dataclass": Case(Place, {"city": "Hobart"}, Place("Hobart"), ({"city": ["Hobart"]}, "city")),
    "dataclass, nested": Case(Invoice, {"number": "INV1", "lines": [{"what": "tea", "price": 2}]},
                              Invoice("INV1", [{"what": "tea", "price": 2.0}]),
                              ({"number": "INV1", "lines": [{"what": "a", "price": "x"}]}, "lines[0].price"),
                              ({"number": "INV1", "lines": [{"what": "a", "price": -1}]}, "lines[0].price")),
    "dataclass, optional date": Case(Invoice, {"number": "INV1", "lines": [{"what": "a", "price": 1}], "due": None},
                                     Invoice("INV1", [{"what": "a", "price": 1.0}]), ({"number": 1, "lines": []},
                                     "number"), ({"number": "X", "lines": []}, "number")),
    "dataclass, frozen": Case(Fixed, {"name": "a", "size": 9}, Fixed(name="a", size=9), ({"name": 1}, "name"),
                              ({"name": "a", "size": 10}, "size")),
    "dataclass, generic": Case(Listed[Place], {"items": [{"city": "x"}]}, Listed([Place("x")]), ({"items": [1]},
                               "items[0]")),
    "dataclass, inherited": Case(Longer, {"city": "x", "zone": 11}, Longer("x", zone=11), ({"city": 1}, "city"),
                                 ({"city": "x", "zone": 12}, "zone")),
    "dataclass, checked": Case(Percent, {"value": 5}, Percent(5), ({"value": "5"}, "value"), ({"value": 101}, "")),
    "dataclass, recursive": Case(Node, {"name": "a", "children": [{"name": "b"}]}, Node("a", [Node("b")]),
                                 ({"name": "a", "children": [{"name": 1}]}, "children[0].name")),
    "attrs": Case(Order, {"number": 1, "placed": "2026-03-21"}, Order(1, date(2026, 3, 21)),
                  ({"number": 1, "placed": "x"}, "placed")),
    "attrs, checked": Case(Rated, {"stars": 5}, Rated(5), ({"stars": "5"}, "stars"), ({"stars": 6}, "")),
    "TypedDict": Case(Box, {"width": 1, "height": 2}, {"width": 1, "height": 2},
                      ({"width": 1, "height": ""}, "height")),
    "TypedDict, not total": Case(Loose, {"name": "a"}, {"name": "a"}, ({"name": 1}, "name"), ({"size": 0}, "size")),
    "TypedDict, NotRequired": Case(Kept, {"id": "u"}, {"id": "u"}, ({"id": 1}, "id")),
    "NamedTuple": Case(Point, {"x": 1}, Point(1), ({"x": "1"}, "x")),
    "NamedTuple, recursive": Case(Leaf, {"name": "a", "inner": {"name": "b"}}, Leaf("a", Leaf("b")),
                                  ({"name": "a", "inner": {"name": 5}}, "inner.name")),
    "union with a tag": Case(Cat | Dog, {"kind": "cat", "lives": 9}, {"kind": "cat", "lives": 9},
                             ({"kind": "cow"}, "kind"), ({"kind": "cat", "lives": 10}, "lives")),
    "union without a tag": Case(Place | Node, {"name": "a"}, Node("a"), ({"name": "a", "children": 5}, "children")),
    "pydantic model": Case(Person, {"name": "Ada", "born": "1815-12-10"}, Person(name="Ada", born=date(1815, 12, 10)),
                           ({"name": "Ada", "born": "x"}, "born"),
                           ({"name": "Ada", "born": "1815-12-10", "address": {"city": ""}}, "address.city")),
    "pydantic, aliases": Case(Aliased, {"PRICE": 1}, Aliased(PRICE=1), ({"PRICE": "x"}, "PRICE"),
                              ({"PRICE": -1}, "PRICE")),
    "pydantic, nested": Case(Zoo, {"pet": {"kind": "bird", "wings": 2}}, Zoo(pet=Bird(kind="bird", wings=2)),
                             ({"pet": 5}, "pet.Bird"), ({"pet": {"kind": "bird", "wings": 3}}, "pet.Bird.wings")),
    "pydantic, RootModel": Case(Rows, [1], Rows([1]), (["x"], "[0]"), ([-1], "[0]")),
    "pydantic, dataclass": Case(Spot, {"x": 1}, Spot(1), ({"x": "a"}, "x"), ({"x": -1}, "x")),
    "pydantic, union": Case(Bird | Dog, {"kind": "bird", "wings": 2}, Bird(kind="bird", wings=2),
                            ({"kind": "dog", "name": 5}, "name"), ({"kind": "bird", "wings": 3}, "wings")),
    "pydantic, list": Case(list[Bird], [{"kind": "bird", "wings": 1}], [Bird(kind="bird", wings=1)],
                           ([{"kind": "bird", "wings": "x"}], "[0].wings"),
                           ([{"kind": "bird", "wings": 3}], "[0].wings")),
}  # fmt: skip


@pytest.fixture(scope="module")
def mock() -> Iterator[Mock]:
    with running_mock() as server:
        yield server


@pytest.fixture(scope="module")
def client(mock: Mock) -> Iterator[QuantAI]:
    with QuantAI(token=mock.token, organisation="acme", base_url=mock.url) as made:
        yield made


def parsed(client: QuantAI, mock: Mock, case: Case, value: Any, *, wrap: bool = True) -> Any:
    """What the client reads when the model replies with a value, inside the object that the schema wants around it."""
    mock.script(json.dumps({"value": value} if wrap and is_wrapped(case) else value))
    return client.chat.parse(case.hint, model_id=MODEL, messages=[{"role": "user", "content": "Go on"}]).parsed


def is_wrapped(case: Case) -> bool:
    from quant_ai.json_types.schemas import schema_of

    return "properties" not in schema_of(case.hint)


def refused(client: QuantAI, mock: Mock, case: Case, value: Any, *, wrap: bool = True) -> ReplyFormatError:
    with pytest.raises(ReplyFormatError) as caught:
        parsed(client, mock, case, value, wrap=wrap)
    assert caught.value.expected
    assert caught.value.text
    assert caught.value.request_id
    return caught.value


def test_there_are_sixty_types() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("name", CASES)
def test_a_reply_that_fits_is_a_value_of_the_type(name: str, client: QuantAI, mock: Mock) -> None:
    case = CASES[name]
    found = parsed(client, mock, case, case.fits)
    assert found == case.value
    assert type(found) is type(case.value)
    sent = mock.requests("chat_send")[-1]["body"]["responseFormat"]["jsonSchema"]
    assert sent["type"] == "object"
    assert jsonschema_rs.is_valid(sent, {"value": case.fits} if is_wrapped(case) else case.fits) or name in LENIENT
    made = client.chat.parse(case.hint, model_id=MODEL, messages=[{"role": "user", "content": "Go on"}])
    assert type(made.parsed) is type(case.value) or name in OF_SEVERAL_TYPES  # the mock follows the schema by itself


LENIENT = {"set", "Decimal as a number", "time"}
"""Types that are read from more than their schemas ask for."""
OF_SEVERAL_TYPES = {name for name, case in CASES.items() if "|" in str(case.hint) or "Literal" in str(case.hint)} | {
    "Any"
}


@pytest.mark.parametrize("name", CASES)
def test_a_reply_that_does_not_fit_is_refused_with_its_path(name: str, client: QuantAI, mock: Mock) -> None:
    case = CASES[name]
    if name != "Any":
        wrong, path = case.wrong
        assert refused(client, mock, case, wrong).path == path
    if case.bounds is not None:
        wrong, path = case.bounds
        assert refused(client, mock, case, wrong).path == path


@pytest.mark.parametrize("name", CASES)
def test_missing_and_extra_fields_are_refused(name: str, client: QuantAI, mock: Mock) -> None:
    case = CASES[name]
    if is_wrapped(case):
        refused(client, mock, case, {}, wrap=False)
        refused(client, mock, case, {"value": case.fits, "other": 1}, wrap=False)
        return
    first = next(iter(case.fits))
    if name != "TypedDict, not total":
        error = refused(client, mock, case, {key: value for key, value in case.fits.items() if key != first})
        assert error.path.startswith(first)
    if not name.startswith("pydantic"):  # whose models ignore what they do not know, unless they say otherwise
        assert refused(client, mock, case, {**case.fits, "other": 1}).path == "other"
