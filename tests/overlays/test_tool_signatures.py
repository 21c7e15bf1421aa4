"""The types and the kind of whatever can be called as a tool."""

from __future__ import annotations

import functools
import inspect
import sys
import types
from typing import Annotated, Any, Literal, NamedTuple, Required, TypedDict, Unpack
from unittest.mock import create_autospec

import jsonschema_rs
import pytest

from quant_ai import ConfigurationError, Tool
from quant_ai.tools import signatures
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


def test_types_that_a_function_uses_itself_are_found_at_any_time() -> None:
    user = module_of(
        "from typing import TypedDict, Unpack\n"
        "def make():\n"
        "    class Leaf(TypedDict):\n"
        "        name: str\n"
        "    class Branch(TypedDict):\n"
        "        leaf: Leaf\n"
        "    def grow(**branch: Unpack[Branch]): return Branch, Leaf\n"
        "    return grow\n"
    )
    leaf = Tool(user.make()).schema["properties"]["leaf"]
    assert leaf["properties"] == {"name": {"type": "string"}}


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


def draw(style: Literal["plain", "bold"], count: int) -> None: ...


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
        (create_autospec(draw), {"count": int}),
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


# The parts by themselves


class Calling:
    def __call__(self, city: str) -> str:
        return city

    def method(self, city: str) -> str:
        return city

    @classmethod
    def of_class(cls, city: str) -> str:
        return city


class CallingLater:
    async def __call__(self, city: str) -> str:
        return city


class Outer:
    class Inner:
        def method(self, city: str) -> str:
            return city


def local_self() -> Any:
    def method(self: str) -> str:
        return self

    return method


@functools.wraps(Calling.method)
def wrapper(*args: Any) -> Any:
    return args


class Wrapped:
    """An object with `__wrapped__`, as `functools.lru_cache` makes it."""

    def __init__(self, function: Any) -> None:
        self.__wrapped__ = function

    def __call__(self, *args: Any) -> Any:
        return self.__wrapped__(*args)


@pytest.mark.parametrize(
    ("function", "code"),
    [
        (Calling, Calling.__init__),
        (Calling(), Calling.__call__),
        (Calling().method, Calling.method),
        (Calling.of_class, Calling.__dict__["of_class"].__func__),
        (Calling.method, Calling.method),
        (wrapper, Calling.method),
        (Wrapped(Calling.method), Calling.method),
        (functools.lru_cache(Calling.method), Calling.method),
    ],
)
def test_the_code_behind_a_callable_is_found(function: Any, code: Any) -> None:
    assert signatures._code_of(function) is code


@pytest.mark.parametrize(
    ("function", "owner"),
    [
        (Calling.method, "Calling"),
        (Outer.Inner.method, "Outer.Inner"),
        (Calling().method, ""),
        (Calling.of_class, ""),
        (local_self(), ""),
        (local_self, ""),
        (Calling(), ""),
        (lambda: 1, ""),
    ],
)
def test_a_method_without_its_object_has_an_owner(function: Any, owner: str) -> None:
    assert signatures._owner_of(function, inspect.signature(function)) == owner


@pytest.mark.parametrize(
    ("function", "later"),
    [(Calling(), False), (CallingLater(), True), (CallingLater().__call__, True),
     (functools.partial(CallingLater()), True), (local_self, False)],
)  # fmt: skip
def test_it_is_known_whether_a_callable_is_async(function: Any, later: bool) -> None:
    assert signatures.is_async(function) is later


def test_types_are_looked_up_in_the_module_of_a_function_and_in_its_globals() -> None:
    made: dict[str, Any] = {"Only": int}
    exec("def find(a: 'Only', b: 'Calling', c: 'missing') -> None: ...", made)
    find = made["find"]
    find.__module__ = __name__
    with pytest.raises(ConfigurationError, match="the type of argument 'c' cannot be found"):
        signatures.read_signature(find, "find")
    del find.__annotations__["c"]
    found = signatures.read_signature(find, "find")
    assert found.hints == {"a": int, "b": Calling}
    assert list(found.parameters) == ["a", "b", "c"]
