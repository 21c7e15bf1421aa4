"""The parts that JSON types are read with, each by itself: notes, fields, unions, and what misfits say."""

from __future__ import annotations

import dataclasses
import enum
import re
from collections import ChainMap, OrderedDict, UserDict, UserList, abc, deque, namedtuple
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Annotated, Any, Generic, Literal, NamedTuple, Self, TypedDict, TypeVar

import annotated_types
import attrs
import pytest

from quant_ai.json_types.class_fields import _description, fields_of
from quant_ai.json_types.decoders import convert, decoder_of
from quant_ai.json_types.misfits import Misfit, shown
from quant_ai.json_types.notes import Bound, _is_multiple, bounds_in, described
from quant_ai.json_types.object_decoders import shown_name
from quant_ai.json_types.scalars import ExactFloat, LostDigits

K = TypeVar("K")
T = TypeVar("T")


# What misfits say


def test_a_misfit_says_what_is_wrong_and_where() -> None:
    misfit = Misfit("bad", "good", ".name")
    misfit.others = [(".b", "worse")]
    assert str(misfit) == "bad"
    assert (misfit.of_type, misfit.depth, misfit.path) == (True, (0, True), "name")
    again = misfit.inside("[2]").inside(".a").again()
    assert (again.text, again.expected, again.of_type, again.path) == ("bad", "good", True, "a[2].name")
    assert again.at("x") == "x.a[2]: bad; x.a[2].b: worse"
    assert again.at("") == "a[2]: bad; a[2].b: worse"
    assert again.depth == (2, True)
    plain = Misfit("bad", "good").again()
    assert (plain.of_type, plain.path, Misfit("bad", "good", of_type=True).again().of_type) == (False, "", True)


@pytest.mark.parametrize(("length", "cut"), [(98, False), (99, True)])
def test_a_long_value_is_cut(length: int, cut: bool) -> None:
    assert shown("x" * length) == (f"'{'x' * 98}…" if cut else f"'{'x' * 98}'")


@pytest.mark.parametrize(("length", "cut"), [(60, False), (61, True)])
def test_a_long_name_is_cut(length: int, cut: bool) -> None:
    assert shown_name("x" * length) == ("x" * 59 + "…" if cut else "x" * 60)


class Access(enum.IntFlag):
    READ = 1
    WRITE = 4


@dataclasses.dataclass
class Small:
    a: int
    b: str = ""


@dataclasses.dataclass
class Asserting:
    a: int

    def __post_init__(self) -> None:
        raise AssertionError


class Words(TypedDict):
    one: str
    two: str


@pytest.mark.parametrize(
    ("hint", "value", "text", "expected"),
    [
        (list[int], 5, "5 is not an array", "an array"),
        (list[int], [None], "None is not of type int", "int"),
        (list[None], [5], "5 is not of type null", "null"),
        (tuple[int, str], "ab", "'ab' is not an array", "an array"),
        (tuple[int, str], [1], "an array of 1 items, not of 2", "an array of 2 items"),
        (dict[str, int], 5, "5 is not an object", "an object"),
        (set[Any], [[1]], "[[1]] has items that a set cannot hold", "items that a set can hold"),
        (Small, 5, "5 is not an object", "Small"),
        (Small, {"c": 1, "d": 2}, "unknown fields: c, d", "one of the fields a, b"),
        (Words, {}, "missing fields: one, two", "str"),
        (Asserting, {"a": 1}, "AssertionError", "Asserting"),
        (Access, 2, "2 is not a sum of 1, 4", "such a sum"),
        (Access, -1, "-1 is not a sum of 1, 4", "such a sum"),
        (Literal["a", 2], "b", "'b' is not one of 'a', 2", "one of 'a', 2"),
        (int | str, 1.5, "1.5 is not of type int or str", "int or str"),
        (int | str, [1], "[1] is not of type int or str", "int or str"),
    ],
)
def test_a_value_of_another_kind_is_told_with_what_was_expected(
    hint: Any, value: Any, text: str, expected: str
) -> None:
    with pytest.raises(Misfit) as caught:
        decoder_of(hint)(value)
    assert (caught.value.text, caught.value.expected) == (text, expected)


@pytest.mark.parametrize(
    ("hint", "value", "found"),
    [
        (list[int], [1, 2.0, 3], [1, 2, 3]),
        (list[str], ["a"], ["a"]),
        (list[date], ["2026-03-21"], [date(2026, 3, 21)]),
        (list[Annotated[int, {"minimum": 1}]], [2], [2]),
        (Access, 0, Access(0)),
        (Access, 5, Access.READ | Access.WRITE),
        (OrderedDict[str, int], {"a": 1.0}, OrderedDict(a=1)),
        (dict[int, date], {"1": "2026-03-21"}, {1: date(2026, 3, 21)}),
        (dict[bool, int], {"true": 1, "false": 0}, {True: 1, False: 0}),
        (dict[int | None, int], {"null": 1, "2": 3}, {None: 1, 2: 3}),
        (dict[str | None, int], {"null": 1, "true": 2}, {None: 1, "true": 2}),
        (Small, {"a": 2.0, "b": "x"}, Small(2, "x")),
        (Small, {"b": "x", "a": 2}, Small(2, "x")),
        (Words, {"two": "b", "one": "a"}, {"one": "a", "two": "b"}),
        (str | Literal[5], 5, 5),
        (str | Access, 5, Access.READ | Access.WRITE),
    ],
)
def test_values_are_read_as_the_type_says(hint: Any, value: Any, found: Any) -> None:
    made = convert(value, hint, "x")
    assert made == found
    assert [type(each) for each in made] == [type(each) for each in found] if isinstance(found, list) else True


class Row(list[T]):
    pass


class Chosen(set[T]):
    pass


class Index(dict[K, T]):
    pass


@pytest.mark.parametrize(
    ("hint", "value", "found"),
    [
        (list[date], ["2026-03-21"], [date(2026, 3, 21)]),
        (Row[date], ["2026-03-21"], Row([date(2026, 3, 21)])),
        (Chosen[date], ["2026-03-21"], Chosen([date(2026, 3, 21)])),
        (UserList[date], ["2026-03-21"], UserList([date(2026, 3, 21)])),
        (deque[date], ["2026-03-21"], deque([date(2026, 3, 21)])),
        (frozenset[date], ["2026-03-21"], frozenset([date(2026, 3, 21)])),
        (abc.MutableSet[date], ["2026-03-21"], {date(2026, 3, 21)}),
        (abc.MutableSequence[date], ["2026-03-21"], [date(2026, 3, 21)]),
        (dict[str, date], {"a": "2026-03-21"}, {"a": date(2026, 3, 21)}),
        (Index[str, date], {"a": "2026-03-21"}, Index(a=date(2026, 3, 21))),
        (UserDict[str, date], {"a": "2026-03-21"}, UserDict(a=date(2026, 3, 21))),
        (ChainMap[str, date], {"a": "2026-03-21"}, ChainMap({"a": date(2026, 3, 21)})),
        (abc.MutableMapping[str, date], {"a": "2026-03-21"}, {"a": date(2026, 3, 21)}),
    ],
)
def test_containers_are_of_the_class_of_the_type(hint: Any, value: Any, found: Any) -> None:
    made = convert(value, hint, "x")
    assert (type(made), made) == (type(found), found)


@dataclasses.dataclass
class Tree:
    inside: list[Tree]


def test_a_value_that_is_nested_too_deeply_is_named() -> None:
    value: dict[str, Any] = {"inside": []}
    for _ in range(20000):
        value = {"inside": [value]}
    with pytest.raises(ValueError, match=r"^x: it is nested too deeply$"):
        convert(value, Tree, "x")


# Unions


@dataclasses.dataclass
class Cat:
    kind: Literal["cat"]
    colour: Literal["red"]


@dataclasses.dataclass
class Dog:
    kind: Literal["dog"]
    colour: Literal["red", "blue"]


@dataclasses.dataclass
class Cow:
    colour: Literal["blue"]


@pytest.mark.parametrize(
    ("hint", "value", "text"),
    [
        (Cat | Dog, {"colour": "blue"}, "missing fields: kind"),
        (Dog | Cat, {"kind": "cow", "colour": "red"}, "kind: 'cow' is not one of 'dog', 'cat'"),
        (Cat | Cow, {"kind": "cow"}, "missing fields: colour"),
        (Cat | None, {"kind": "dog", "colour": "red"}, "kind: 'dog' is not one of 'cat'"),
        (Dog | Cow, {"colour": 5}, "colour: 5 is not one of 'blue'"),
        (Cat | int, {"kind": "dog", "colour": "red"}, "kind: 'dog' is not one of 'cat'"),
    ],
)
def test_members_of_a_union_are_told_apart_by_a_field_if_they_can_be(hint: Any, value: Any, text: str) -> None:
    with pytest.raises(Misfit) as caught:
        decoder_of(hint)(value)
    assert caught.value.at("") == text


# Notes of Annotated


@pytest.mark.parametrize(
    ("value", "step", "fits"),
    [
        (10**40, 10, True), (10**40 + 1, 10, False), (0.3, 0.1, True), (0.35, 0.1, False), (3, 1.5, True),
        (4, 1.5, False), (1.5, 1, False), (2.0, 1, True), (Decimal("0.3"), Decimal("0.1"), True),
        (Decimal(3), 2, False), (3, 0.1, True), (3, Decimal("0.1"), True), (Decimal("0.3"), 0.1, True),
        (1e300, 0.1, True), (1e308, 5e-324, True), (10**40, 0.5, True), (float("inf"), 0.1, False),
        (float("nan"), 0.1, False), (1.5, 0, False), (Decimal("1E+999999999999"), 0.1, False),
    ],
)  # fmt: skip
def test_a_multiple_is_exact(value: Any, step: Any, fits: bool) -> None:
    assert _is_multiple(value, step) is fits


@pytest.mark.parametrize(
    ("bound", "value", "text"),
    [
        (Bound("ge", 3), 2, "2 is less than 3"),
        (Bound("le", Decimal("1.5")), 2, "2 is more than 1.5"),
        (Bound("gt", date(2026, 1, 2)), date(2026, 1, 1), "datetime.date(2026, 1, 1) is not more than 2026-01-02"),
        (Bound("lt", "b"), "c", "'c' is not less than 'b'"),
        (Bound("func", str.islower), "A", "'A' does not pass islower"),
        (Bound("max_length", 1), [1, 2], "[1, 2] is too long"),
        (Bound("ge", 0.1), Decimal("0.09"), "Decimal('0.09') is less than 0.1"),
        (Bound("ge", 0.1), Decimal("0.1"), None),
        (Bound("le", 0.3), 0.1 + 0.2, "0.30000000000000004 is more than 0.3"),
        (Bound("ge", 0.3), 0.3, None),
        (Bound("multiple_of", 0.1), "a", None),
        (Bound("ge", 3), "a", None),
        (Bound("ge", 3), None, None),
        (Bound("pattern", "^a"), 5, None),
    ],
)
def test_a_bound_is_checked_and_told(bound: Bound, value: Any, text: str | None) -> None:
    if text is None:
        bound.check(value)
        return
    with pytest.raises(Misfit, match=f"^{re.escape(text)}$") as caught:
        bound.check(value)
    assert caught.value.of_type


@pytest.mark.parametrize(
    ("notes", "bounds"),
    [
        ([{"minimum": 1, "title": "x"}, {"maximum": 3}], [("ge", 1), ("le", 3)]),
        ([{"minimum": 1}, annotated_types.Lt(3)], [("ge", 1), ("lt", 3)]),
        ([annotated_types.Gt(0), {"minLength": 1}], [("gt", 0), ("min_length", 1)]),
        ([SimpleNamespace(pattern=re.compile("^a"))], [("pattern", "^a")]),
        ([SimpleNamespace(pattern="^a")], [("pattern", "^a")]),
        ([SimpleNamespace(func=len)], []),
        ([annotated_types.Predicate(str.islower)], [("func", str.islower)]),
        (["a text", int], []),
    ],
)
def test_bounds_are_found_in_every_note(notes: list[Any], bounds: list[Any]) -> None:
    assert bounds_in(notes) == bounds


@pytest.mark.parametrize(
    ("schema", "notes", "found"),
    [
        ({"type": "string"}, [annotated_types.MinLen(1)], {"minLength": 1}),
        ({"type": "array"}, [annotated_types.MaxLen(1)], {"maxItems": 1}),
        ({"type": "object"}, [annotated_types.MaxLen(1)], {"maxProperties": 1}),
        ({}, [annotated_types.MinLen(1)], {"minLength": 1}),
        ({"anyOf": [{"type": "null"}, {}, {"type": "array"}]}, [annotated_types.MinLen(1)], {"minItems": 1}),
        ({"anyOf": [{"type": "null"}]}, [annotated_types.MinLen(1)], {"minLength": 1}),
        ({"type": "number"}, [annotated_types.Ge(Decimal("1.5"))], {"minimum": 1.5}),
        ({"type": "string"}, [{"title": "a"}, {"examples": [1]}], {"title": "a", "examples": [1]}),
        ({"type": "string"}, ["a text", {"title": "a"}], {"description": "a text", "title": "a"}),
        ({"type": "string"}, [SimpleNamespace(documentation="doc")], {"description": "doc"}),
        ({"type": "string"}, [SimpleNamespace(description="text", documentation="d")], {"description": "text"}),
        ({"type": "string"}, [annotated_types.Ge(date(2026, 1, 1))], {}),
    ],
)
def test_notes_add_to_a_schema(schema: dict[str, Any], notes: list[Any], found: dict[str, Any]) -> None:
    made = described(schema, notes)
    assert made == {**schema, **found}
    assert all(type(made[word]) is type(value) for word, value in found.items())


# Fields of classes


@attrs.define
class Private:
    _hidden: int
    odd: int = attrs.field(alias="_odd", default=0, metadata={"description": "odd"})
    shown: str = attrs.field(default="", metadata={"description": "what it shows"})


class Pair(NamedTuple):
    a: int
    b: str = ""


@dataclasses.dataclass
class Holder(Generic[T]):
    one: T
    me: Self | None
    many: dict[str, list[T]]
    noted: Annotated[T, "first", "second"]
    word: Literal["a"]
    maybe: T | None


Bare = namedtuple("Bare", ["x", "y"], defaults=[1])
Loose = dataclasses.make_dataclass("Loose", ["x"])
LooseAttrs = attrs.make_class("LooseAttrs", ["x"])


@pytest.mark.parametrize(
    ("kind", "hints", "required", "notes"),
    [
        (Private, {"hidden": int, "shown": str}, {"hidden"}, {"shown": "what it shows"}),
        (Pair, {"a": int, "b": str}, {"a"}, {}),
        (Bare, {"x": Any, "y": Any}, {"x"}, {}),
        (Loose, {"x": Any}, {"x"}, {}),
        (LooseAttrs, {"x": Any}, {"x"}, {}),
        (
            Holder[int],
            {
                "one": int, "me": Holder[int] | None, "many": dict[str, list[int]],
                "noted": Annotated[int, "first", "second"], "word": Literal["a"], "maybe": int | None,
            },
            {"one", "me", "many", "noted", "word", "maybe"},
            {},
        ),
        (Holder, {"one": T, "me": Holder | None, "many": dict[str, list[T]], "noted": Annotated[T, "first", "second"],
                  "word": Literal["a"], "maybe": T | None}, {"one", "me", "many", "noted", "word", "maybe"}, {}),
    ],
)  # fmt: skip
def test_the_fields_of_a_class_are_those_of_its_constructor(kind: Any, hints: Any, required: Any, notes: Any) -> None:
    found: Any = fields_of(kind)
    assert (found.hints, found.required, found.notes) == (hints, required, notes)


@pytest.mark.parametrize("kind", [int, tuple, dict, tuple[int, str], "Pair", int | str])
def test_what_is_no_object_has_no_fields(kind: Any) -> None:
    assert fields_of(kind) is None


@pytest.mark.parametrize(
    ("metadata", "doc", "text"),
    [({"description": "a"}, "b", "a"), ({}, "b", "b"), ({}, None, ""), ({"description": 5}, None, "")],
)
def test_a_field_is_described_by_its_metadata_or_its_doc(metadata: Any, doc: Any, text: str) -> None:
    assert _description(SimpleNamespace(metadata=metadata, doc=doc)) == text
    assert _description(SimpleNamespace(metadata={})) == ""


# Exact numbers


def test_floats_are_made_exact_at_every_depth() -> None:
    made = ExactFloat.inside({"a": [1.5, {"b": 2.5}], "c": "d", "e": 1})
    assert made == {"a": [1.5, {"b": 2.5}], "c": "d", "e": 1}
    assert [type(each) for each in (made["a"][0], made["a"][1]["b"])] == [ExactFloat] * 2
    exact = ExactFloat.read("1.50")
    assert ExactFloat.inside([exact])[0] is exact


@pytest.mark.parametrize(
    ("hint", "value", "found"),
    [
        (int, 9007199254740991.0, 9007199254740991),
        (int, -9007199254740991.0, -9007199254740991),
        (int, 9007199254740992.0, None),
        (int, -9007199254740992.0, None),
        (Decimal, 0.1234567890123, Decimal("0.1234567890123")),
        (Decimal, 0.12345678901234, None),
    ],
)
def test_a_float_is_read_again_if_its_text_may_have_had_more_digits(hint: Any, value: float, found: Any) -> None:
    if found is not None:
        assert decoder_of(hint)(value) == found
        return
    with pytest.raises(LostDigits):
        decoder_of(hint)(value)


@pytest.mark.parametrize("value", [True, None, [1], {}, "1.5.", "NaN", float("inf")])
def test_what_is_no_number_is_no_decimal(value: Any) -> None:
    with pytest.raises(Misfit, match=f"^{re.escape(shown(value))} is not a Decimal$"):
        decoder_of(Decimal)(value)
