"""What tools return, as the JSON that the model reads."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from collections import UserString, deque
from decimal import Decimal
from fractions import Fraction
from ipaddress import ip_address
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple
from uuid import UUID

import attrs
import numpy
import pydantic
import pytest

from quant_ai import models
from quant_ai.json_text import dumps
from quant_ai.tools.json_results import to_json
from quant_ai.tools.tool_calls import ToolCall, ToolRunner


class Sky(enum.Enum):
    CLEAR = "clear"


class Level(enum.IntEnum):
    HIGH = 3


@dataclasses.dataclass
class Weather:
    celsius: float
    sky: Sky = Sky.CLEAR
    parts: list[Weather] = dataclasses.field(default_factory=list)


@attrs.define
class Order:
    number: int
    placed: dt.date


class Person(pydantic.BaseModel):
    name: str
    born: dt.date


class Point(NamedTuple):
    x: int
    y: int


class Name(str):
    __slots__ = ()

    def __str__(self) -> str:
        return "something else"


NAIVE = dt.datetime(2026, 3, 21, 9, 30)


@pytest.mark.parametrize(
    ("output", "value"),
    [
        (None, None),
        (True, True),
        ("text", "text"),
        (Name("text"), "text"),
        (2**70, 2**70),
        (Weather(14.5, parts=[Weather(3)]), {"celsius": 14.5, "sky": "clear", "parts": [
            {"celsius": 3, "sky": "clear", "parts": []}]}),
        (Order(7, dt.date(2026, 3, 21)), {"number": 7, "placed": "2026-03-21"}),
        (Person(name="Ada", born=dt.date(1815, 12, 10)), {"name": "Ada", "born": "1815-12-10"}),
        ([Person(name="Ada", born=dt.date(1815, 12, 10))], [{"name": "Ada", "born": "1815-12-10"}]),
        (models.TextBlock(text="a"), {"text": "a"}),
        (Point(1, 2), {"x": 1, "y": 2}),
        (Decimal("9.90"), "9.90"),
        (Fraction(1, 3), "1/3"),
        (Path("/tmp/a"), "/tmp/a"),
        (UUID("5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11"), "5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11"),
        (NAIVE, "2026-03-21T09:30:00"),
        (NAIVE.replace(tzinfo=dt.UTC), "2026-03-21T09:30:00+00:00"),
        (dt.date(2026, 3, 21), "2026-03-21"),
        (dt.time(9, 30), "09:30:00"),
        (dt.timedelta(minutes=2), 120.0),
        (b"\xff", "/w=="),
        (Sky.CLEAR, "clear"),
        (Level.HIGH, 3),
        ({2024: 1, None: 2, True: 3, Sky.CLEAR: 4, dt.date(2026, 3, 21): 5, 1.5: 6, numpy.int64(9): 7, Path("p"): 8},
         {"2024": 1, "null": 2, "true": 3, "clear": 4, "2026-03-21": 5, "1.5": 6, "9": 7, "p": 8}),
        ({"b", "a"}, ["a", "b"]),
        (deque([1, 2]), [1, 2]),
        (range(2), [0, 1]),
        ({"a": 1}.keys(), ["a"]),
        (numpy.float64(14.5), 14.5),
        (numpy.float32(0.5), 0.5),
        (numpy.int64(3), 3),
        (numpy.bool_(True), True),
        (numpy.str_("a"), "a"),
        (numpy.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
        ({"mean": numpy.float64(1.5), "days": numpy.array(["2026-03-21"], dtype="datetime64[D]")},
         {"mean": 1.5, "days": ["2026-03-21"]}),
    ],
)  # fmt: skip
def test_ordinary_values_turn_into_json(output: Any, value: Any) -> None:
    found = to_json(output)
    assert found == value
    assert type(found) is type(value)
    dumps(found)


class Fahrenheit:
    """What a library's own class may look like."""

    def __init__(self, inside: Any = None) -> None:
        self.inside = inside

    def to_dict(self) -> dict[str, Any]:
        return {"fahrenheit": 58.1, "inside": self.inside}


class Numbers(pydantic.RootModel[list[int]]):
    pass


class NaTType(dt.datetime):
    """The time that pandas puts in the place of a missing one."""

    def __new__(cls) -> NaTType:
        return super().__new__(cls, 1, 1, 1)


class Shape(tuple[int, ...]):
    _fields = ("width", "height")


@pytest.mark.parametrize(
    ("output", "value"),
    [
        (Fahrenheit([Sky.CLEAR, Fahrenheit()]), {"fahrenheit": 58.1, "inside": [
            "clear", {"fahrenheit": 58.1, "inside": None}]}),
        (Numbers([1, 2]), [1, 2]),
        ([Numbers([1, 2])], [[1, 2]]),
        (SimpleNamespace(a=Sky.CLEAR), {"a": "clear"}),
        (UserString("abc"), "abc"),
        ({ip_address("192.0.2.1"): ip_address("::1")}, {"192.0.2.1": "::1"}),
        (numpy.longdouble(1.5), 1.5),
        (numpy.array(["2026-03-21T09:30"], dtype="datetime64[ns]"), ["2026-03-21T09:30:00"]),
        (numpy.datetime64("2026-03-21T09:30", "ns"), "2026-03-21T09:30:00"),
        (numpy.timedelta64(1500, "ms").astype("timedelta64[ns]"), 1.5),
        ([NaTType(), numpy.datetime64("NaT")], [None, None]),
        ((1, 2), [1, 2]),
        ({False: 1}, {"false": 1}),
        ({Sky.CLEAR: {Level.HIGH: Level.HIGH}}, {"clear": {"3": 3}}),
    ],
)  # fmt: skip
def test_values_of_other_libraries_turn_into_json(output: Any, value: Any) -> None:
    assert to_json(output) == value


def test_only_a_tuple_has_fields_by_position() -> None:
    assert to_json(Shape((3, 4))) == {"width": 3, "height": 4}
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        to_json(Shape((3,)))
    with pytest.raises(TypeError, match="is of type Odd"):
        to_json(type("Odd", (), {"_fields": ("width",)})())


def test_an_enum_that_holds_itself_or_a_value_in_a_value_is_refused() -> None:
    inside = Fahrenheit()
    inside.inside = [inside]
    with pytest.raises(ValueError, match=r"^the value contains itself$"):
        to_json(inside)
    with pytest.raises(ValueError, match=r"^the value is nested too deeply for JSON$"):
        to_json(nested(3000))


def test_an_iterator_turns_into_its_items() -> None:
    assert to_json(map(str, [1, 2])) == ["1", "2"]


def test_a_result_is_always_an_object() -> None:
    assert ToolCall("t", "f", {}, output=Weather(1)).result() == {"celsius": 1, "sky": "clear", "parts": []}
    assert ToolCall("t", "f", {}, output=[1]).result() == {"result": [1]}
    assert ToolCall("t", "f", {}, output=None).result() == {"result": None}


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def test_what_json_cannot_carry_is_named() -> None:
    cycle: dict[str, Any] = {}
    cycle["self"] = cycle
    with pytest.raises(TypeError, match="is of type object, which is not JSON serializable"):
        to_json({"a": [object()]})
    with pytest.raises(TypeError, match="is of type type, which is not JSON serializable"):
        to_json(Weather)
    with pytest.raises(TypeError, match="is a key of type tuple"):
        to_json({(1, 2): 3})
    with pytest.raises(ValueError, match="two keys have the same name in JSON: 1, '1'"):
        to_json({1: "a", "1": "b"})
    with pytest.raises(ValueError, match="contains itself"):
        to_json(cycle)
    with pytest.raises(ValueError, match="nested too deeply"):
        to_json(nested(3000))


def test_the_same_value_may_occur_twice() -> None:
    shared = {"a": 1}
    assert to_json([shared, shared]) == [{"a": 1}, {"a": 1}]


class Mute(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no text")


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (KeyError("no such city"), "KeyError: 'no such city'"),
        (ValueError(), "ValueError"),
        (Mute(), "Mute"),
        (OSError("no file \udc80"), "OSError: no file \udc80"),
    ],
)
def test_the_model_gets_the_class_and_the_text_of_an_error(error: Exception, text: str) -> None:
    result = ToolCall("t", "f", {}, error=error).result()
    assert result == {"error": text}
    dumps(result)


@pytest.mark.parametrize(
    ("output", "text"),
    [
        (float("nan"), "result is nan, which JSON does not have"),
        ({"prices": [1.5, numpy.float64("inf")]}, "prices[1] is inf, which"),
        (numpy.array([[1.5, float("nan")]]), "result[0][1] is nan, which"),
        (Weather(float("nan"), parts=[]), "celsius is nan, which"),
    ],
)
def test_a_number_that_json_does_not_have_is_an_error_for_the_model(
    output: Any, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    call = ToolCall("t", "f", {}, output=output)
    ToolRunner({}).check([call])
    assert text in call.result()["error"]
    assert text in caplog.text
