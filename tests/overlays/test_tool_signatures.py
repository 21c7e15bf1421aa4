"""The types and the kind of whatever can be called as a tool."""

from __future__ import annotations

import functools
import sys
import types
from typing import Annotated, Any, NamedTuple, Required, TypedDict, Unpack
from unittest.mock import create_autospec

import jsonschema_rs
import pytest

from quant_ai import ConfigurationError, Tool
from quant_ai.tools.signatures import is_async, read_signature

from .test_tool_specs import get_weather


def module_of(code: str) -> Any:
    """A module of a user, with postponed annotations."""
    module = types.ModuleType("user_code")
    sys.modules["user_code"] = module
    exec("from __future__ import annotations\n" + code, vars(module))
    return module


def test_only_the_types_of_arguments_have_to_be_found() -> None:
    user = module_of(
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING: from pandas import DataFrame\n"
        "def returns(x: int) -> DataFrame: ...\n"
        "def takes(x: int, y: DataFrame): ...\n"
    )
    assert Tool(user.returns).schema["properties"] == {"x": {"type": "integer"}}
    with pytest.raises(ConfigurationError, match="the type of argument 'y' cannot be found: name 'DataFrame'"):
        Tool(user.takes)


def test_types_of_a_function_are_found_while_it_runs() -> None:
    user = module_of(
        "import dataclasses\n"
        "from typing import NotRequired, TypedDict\n"
        "from quant_ai import Tool\n"
        "def make():\n"
        "    @dataclasses.dataclass\n"
        "    class Node:\n"
        "        name: str\n"
        "        children: list[Node] = dataclasses.field(default_factory=list)\n"
        "    class Filter(TypedDict):\n"
        "        node: Node\n"
        "        color: NotRequired[str]\n"
        "    def find(x: Filter): ...\n"
        "    def tree(x: Node): ...\n"
        "    return Tool(find), Tool(tree), Node\n"
        "def too_late():\n"
        "    class Local: ...\n"
        "    def late(x: Local): ...\n"
        "    return late\n"
    )
    find, tree, node = user.make()
    assert find.schema["properties"]["x"]["required"] == ["node"]
    assert tree.arguments({"x": {"name": "a", "children": [{"name": "b"}]}}) == {"x": node("a", [node("b")])}
    with pytest.raises(ConfigurationError, match="tool late: the type of argument 'x' cannot be found: name 'Local'"):
        Tool(user.too_late())


def test_a_field_whose_type_cannot_be_found_is_named() -> None:
    user = module_of(
        "import dataclasses\n@dataclasses.dataclass\nclass Row:\n    frame: DataFrame\ndef takes(x: Row): ...\n"
    )
    with pytest.raises(ConfigurationError, match=r"argument 'x' is of type 'Row', .* name 'DataFrame'"):
        Tool(user.takes)


def test_a_recursive_alias_ends() -> None:
    user = module_of("JSON = dict[str, 'JSON'] | list['JSON'] | str\ndef send(x: JSON): ...\n")
    assert jsonschema_rs.is_valid(Tool(user.send).schema, {"x": {"a": ["b"]}})


class Service:
    """A service."""

    def __init__(self, city: Annotated[str, "which one"]) -> None: ...

    def __call__(self, days: int) -> int:
        return days

    def method(self, hours: Annotated[int, "how many"]) -> int:
        return hours

    @classmethod
    def of_class(cls, minutes: int) -> int:
        return minutes

    @staticmethod
    def of_nobody(seconds: float) -> float:
        return seconds


class AsyncService:
    async def __call__(self, days: int) -> int:
        return days


@functools.lru_cache
def cached(size: Annotated[int, "in bytes"]) -> int:
    return size


class Decorated:
    """A wrapper that is an object."""

    def __init__(self, function: Any) -> None:
        functools.update_wrapper(self, function)
        self.function = function

    def __call__(self, *args: Any, **options: Any) -> Any:
        return self.function(*args, **options)


class Reading(NamedTuple):
    celsius: float


class Limits(TypedDict, total=False):
    days: Required[int]
    hours: Annotated[int, "how many"]


def forecast(city: str, **limits: Unpack[Limits]) -> Any:
    return city, limits


def test_unpacked_keyword_arguments_are_arguments_of_their_own() -> None:
    tool = Tool(forecast)
    assert tool.schema == {
        "type": "object",
        "properties": {
            "city": {"type": "string"},
            "days": {"type": "integer"},
            "hours": {"type": "integer", "description": "how many"},
        },
        "additionalProperties": False,
        "required": ["city", "days"],
    }
    assert forecast(**tool.arguments({"city": "Hobart", "days": 2})) == ("Hobart", {"days": 2})
    with pytest.raises(ValueError, match="hours: 'x' is not of type int"):
        tool.arguments({"city": "Hobart", "days": 2, "hours": "x"})
    bound = Tool(functools.partial(forecast, days=2))
    assert list(bound.schema["properties"]) == ["city", "hours"]


def test_a_method_without_its_object_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="tool method: it is a method of Service without an object"):
        Tool(Service.method)


@pytest.mark.parametrize(
    ("function", "hints"),
    [
        (Service, {"city": Annotated[str, "which one"]}),
        (Service("Hobart"), {"days": int}),
        (Service("Hobart").method, {"hours": Annotated[int, "how many"]}),
        (Service.of_class, {"minutes": int}),
        (Service.of_nobody, {"seconds": float}),
        (cached, {"size": Annotated[int, "in bytes"]}),
        (Decorated(cached), {"size": Annotated[int, "in bytes"]}),
        (functools.partial(functools.partial(get_weather, "Hobart"), unit="f"), {"days": int}),
        (Reading, {"celsius": float}),
        (create_autospec(get_weather), {"city": str, "days": int}),  # its Literal cannot be found
    ],
)
def test_the_types_of_whatever_can_be_called_are_found(function: Any, hints: dict[str, Any]) -> None:
    assert read_signature(function, "tool").hints == hints


def test_a_type_that_cannot_be_found_is_told_with_what_to_do() -> None:
    def f(x: Missing) -> None: ...  # type: ignore[name-defined]  # noqa: F821

    with pytest.raises(ConfigurationError) as caught:
        read_signature(f, "f")
    assert str(caught.value) == (
        "tool f: the type of argument 'x' cannot be found: name 'Missing' is not defined; define or import it where the"
        " module can see it, not inside a function or below `if TYPE_CHECKING:`"
    )


@pytest.mark.parametrize(
    ("function", "found"),
    [
        (AsyncService().__call__, True),
        (AsyncService(), True),
        (functools.partial(AsyncService(), 1), True),
        (functools.partial(AsyncService().__call__, 1), True),
        (Service("Hobart"), False),
        (get_weather, False),
        (Service, False),
    ],
)
def test_a_function_says_whether_it_is_async(function: Any, found: bool) -> None:
    assert is_async(function) is found
