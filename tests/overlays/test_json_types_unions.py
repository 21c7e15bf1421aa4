"""Unions: which member a value is read as, and what is said of one that fits none."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

import pydantic
import pytest

from quant_ai.json_types.decoders import convert, decoder_of
from quant_ai.json_types.misfits import Misfit


class Level(enum.IntEnum):
    LOW = 1


class Kind(enum.Enum):
    CAT = "cat"
    DOG = "dog"


@dataclass
class Cat:
    kind: Literal[Kind.CAT]
    lives: int = 9


@dataclass
class Dog:
    kind: Literal[Kind.DOG]
    lives: int


class Bird(pydantic.BaseModel):
    kind: Literal["bird", "hen"]


@dataclass
class Here:
    colour: Literal["red"]
    place: Literal["here"]


@dataclass
class There:
    place: Literal["there"]
    colour: Literal["blue"]


@dataclass
class Metres:
    value: str = "m"


@dataclass
class Feet:
    value: str = "ft"


@dataclass
class Long:
    sizes: list[Metres]


@dataclass
class Short:
    sizes: list[Feet]


@dataclass
class Name:
    it: str


@dataclass
class Day:
    it: date


@pytest.mark.parametrize(
    ("hint", "value", "found"),
    [
        (int | Level, 1, Level.LOW),
        (int | Literal[True], True, True),
        (float | Literal[1], 1, 1),
        (dict[str, Annotated[int, {"examples": []}]] | int, {"a": 1}, {"a": 1}),
        (Cat | Dog, {"kind": "dog", "lives": 1}, Dog(Kind.DOG, 1)),
        (Long | Short, {"sizes": [{"value": "km"}]}, Long([Metres("km")])),
    ],
)
def test_the_member_that_fits_most_exactly_is_read(hint: Any, value: Any, found: Any) -> None:
    made = convert(value, hint, "x")
    assert (type(made), made) == (type(found), found)


@pytest.mark.parametrize(
    ("hint", "value", "text"),
    [
        (Cat | Dog, {"kind": "cow"}, "kind: 'cow' is not one of 'cat', 'dog'"),
        (Cat | Dog | None, {"kind": "cow"}, "kind: 'cow' is not one of 'cat', 'dog'"),
        (Cat | None, 5, "5 is not of type Cat or null"),
        (Bird | Dog, {"kind": "cow"}, "kind: 'cow' is not one of 'bird', 'hen', 'dog'"),
        (Annotated[Cat, "a cat"] | Dog, {"kind": "cow"}, "kind: 'cow' is not one of 'cat', 'dog'"),
        (Here | There, {}, "missing fields: colour"),
        (There | Here, {}, "missing fields: place"),
        (Name | Day, {"it": 5}, "it: 5 is not of type str"),
        (Day | Name, {"it": 5}, "it: 5 is not a date"),
    ],
)
def test_a_value_that_fits_no_member_is_reported_for_the_closest_one(hint: Any, value: Any, text: str) -> None:
    with pytest.raises(Misfit) as caught:
        decoder_of(hint)(value)
    assert caught.value.at("") == text
