"""Functions as tools: what signature and docstring say about them."""

from __future__ import annotations

import dataclasses
import enum
import inspect
import subprocess
import sys
from datetime import date
from typing import Any, Literal

import jsonschema_rs
import pytest

from quant_ai import UNSET, ConfigurationError, Tool
from quant_ai.tools.tool_specs import as_tools

from .test_json_types import File, Folder, Node


def get_weather(city: str, days: int = 1, *, unit: Literal["c", "f"] = "c") -> dict[str, Any]:
    """Get the current weather for a city.

    It knows all cities of Tasmania.

    Args:
        city: Its name, such as "Hobart",
            as people write it.
        days (int): How many days ahead.

    Returns:
        The weather.
    """
    return {"city": city, "sky": "clear", "days": days}


def test_a_function_says_what_the_model_needs_to_know() -> None:
    spec = Tool(get_weather).definition().to_dict()["toolSpec"]
    assert spec["name"] == "get_weather"
    assert spec["description"] == "Get the current weather for a city. It knows all cities of Tasmania."
    assert spec["inputSchema"]["json"] == {
        "type": "object",
        "properties": {
            "city": {"type": "string", "description": 'Its name, such as "Hobart", as people write it.'},
            "days": {"type": "integer", "description": "How many days ahead.", "default": 1},
            "unit": {"type": "string", "enum": ["c", "f"], "default": "c"},
        },
        "required": ["city"],
        "additionalProperties": False,
    }


STYLES = {
    "Google": """Find an order.

        It knows all orders: old and new ones.

        Args:
            order: Its number,
                as printed.
            *parts (str): Parts to
                look at: all by default.

        Returns:
            dict: The order.

        Raises:
            KeyError
        """,
    "Google, arguments first": """
        Args:
            order: Its number,
              as printed.
            parts (:obj:`str`, optional):
              Parts to look at: all by default.
        Note:
            Not for refunds.
        """,
    "NumPy": """Find an order.

        It knows all orders: old and new ones.

        Parameters
        ----------
        order : str
            Its number,
            as printed.
        parts : list of str, optional
            Parts to look at: all by default.

        Returns
        -------
        dict
            The order.
        """,
    "reST": """Find an order.

        It knows all orders: old and new ones.

        :param order: Its number,
            as printed.
        :param str parts: Parts to look at: all by default.
        :type order: str
        :returns: The order.
        :raises KeyError: There is none.
        """,
    "Epytext": """Find an order.

        It knows all orders: old and new ones.

        @param order: Its number,
            as printed.
        @type order: str
        @param parts: Parts to look at: all by default.
        @return: The order.
        """,
}


@pytest.mark.parametrize("style", STYLES)
def test_docstrings_of_every_style_are_read(style: str) -> None:
    def find(order: str, parts: str = "") -> str:
        return order + parts

    find.__doc__ = STYLES[style]
    tool = Tool(find)
    told = "" if "first" in style else "Find an order. It knows all orders: old and new ones."
    assert tool.description == told
    assert {name: schema["description"] for name, schema in tool.schema["properties"].items()} == {
        "order": "Its number, as printed.",
        "parts": "Parts to look at: all by default.",
    }


@pytest.mark.parametrize(
    ("text", "description", "argument"),
    [
        ("Find an order.", "Find an order.", None),
        ("", "", None),
        ("Find: an order\n\n:)", "Find: an order :)", None),
        ("Find.\n\nArgs:\n    order its number", "Find. Args: order its number", None),
        ("Find.\n\nArgs:\n    order: Its number.\n    town: No argument.", "Find.", "Its number."),
        ("Find.\n\nArguments:\n    order: Its number.\n\nAs of today.", "Find.", "Its number."),
        ("Find.\n\n:returns: The order.", "Find.", None),
        ("Find.\n\nReturns:\n    The order.", "Find.", None),
        ("Find.\n\nReturns\n-------\nstr\n    The order.", "Find.", None),
        ("Find.\n\n:type order: str\n:var x: y\n:return: z\n\nArgs:\n    order: Its number.", None, "Its number."),
    ],
)
def test_what_a_docstring_leaves_out_or_gets_wrong(text: str, description: str | None, argument: str | None) -> None:
    def find(order: str) -> str:
        return order

    find.__doc__ = text
    tool = Tool(find)
    assert description is None or tool.description == description
    assert tool.schema["properties"]["order"].get("description") == argument


def test_the_docstring_parser_is_loaded_when_a_tool_is_made() -> None:
    code = (
        "import sys; from quant_ai import QuantAI, Tool; QuantAI(token='t', organisation='o').chat;"
        "before = 'docstring_parser' in sys.modules; Tool(lambda x: x, name='x');"
        "print(before, 'docstring_parser' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False True\n"


def test_a_tool_may_have_another_name_and_description() -> None:
    tool = Tool(get_weather, name="weather", description="Weather")
    assert (tool.name, tool.description) == ("weather", "Weather")


@pytest.mark.parametrize(
    ("function", "argument"),
    [(lambda *a: 0, "a"), (lambda a, /: 0, "a"), (len, "obj"), (str.upper, "self"), ((5).__add__, "value")],
)
def test_arguments_that_have_no_name_are_refused(function: Any, argument: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Tool(function, name="f")
    assert str(caught.value) == f"tool f: the model passes arguments by name, which {argument!r} does not allow"


def test_an_object_without_attributes_of_its_own_may_be_a_tool() -> None:
    class Counter:
        """Counts."""

        __slots__ = ()

        def __call__(self, number: int) -> int:
            return number + 1

    tool = Tool(Counter())
    assert (tool.name, tool.description, tool.arguments({"number": 1})) == ("Counter", "Counts.", {"number": 1})


def test_a_type_that_json_cannot_carry_is_refused() -> None:
    def bad(where: complex) -> None: ...

    with pytest.raises(ConfigurationError, match="'where' is of type 'complex'"):
        Tool(bad)


def test_types_that_contain_themselves_are_defined_once_for_all_arguments() -> None:
    def sort(tree: Node, trees: list[Node], folder: Folder, file: File, other: Other.Node) -> None: ...

    class Other:
        @dataclasses.dataclass
        class Node:
            inner: Other.Node | None = None

    sort.__annotations__ = dict(
        zip(inspect.signature(sort).parameters, (Node, list[Node], Folder, File, Other.Node), strict=True)
    )
    Other.Node.__annotations__ = {"inner": Other.Node | None}
    schema = Tool(sort).schema
    assert list(schema["$defs"]) == ["Node", "Folder", "Node2"]
    validator = jsonschema_rs.validator_for(schema)
    tree = {"name": "a", "children": [{"name": "b"}]}
    file = {"name": "f", "parent": {"files": [{"name": "g", "parent": None}]}}
    given = {"tree": tree, "trees": [tree], "folder": {"files": [file]}, "file": file, "other": {"inner": {}}}
    assert [error.message for error in validator.iter_errors(given)] == []
    assert not validator.is_valid({**given, "other": {"inner": {"name": "a"}}})
    assert not validator.is_valid({**given, "file": {"name": "f", "parent": {"files": [{}]}}})


class Sky(enum.Enum):
    CLEAR = "clear"


@pytest.mark.parametrize("name", ["<lambda>", "naïve", "a b", "x" * 65, "a.b"])
def test_a_name_that_models_do_not_take_is_refused(name: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Tool(get_weather, name=name)
    assert str(caught.value) == (
        f"a tool cannot be named {name!r}; give it a name of letters, digits, _ and - with Tool(function, name=...)"
    )


def test_a_lambda_needs_a_name() -> None:
    with pytest.raises(ConfigurationError, match="cannot be named '<lambda>'"):
        Tool(lambda city: city)
    assert Tool(lambda city: city, name="echo").arguments({"city": 1}) == {"city": 1}


@pytest.mark.parametrize("tools", [get_weather, Tool(get_weather), "get_weather", {"get_weather": get_weather}])
def test_tools_have_to_be_a_list(tools: Any) -> None:
    with pytest.raises(ConfigurationError, match="list of functions"):
        as_tools(tools)


@pytest.mark.parametrize("tool", [None, 5, {"toolSpec": {"name": "f"}}])
def test_what_cannot_be_called_is_no_tool(tool: Any) -> None:
    with pytest.raises(ConfigurationError, match="a tool is a function or a Tool"):
        as_tools([tool])


def test_a_missing_input_is_an_empty_one() -> None:
    tool = Tool(lambda city="Hobart": city, name="echo")
    assert tool.arguments(None) == tool.arguments(UNSET) == tool.arguments({}) == {}
    with pytest.raises(ValueError, match="must be an object"):
        tool.arguments([])


def test_only_defaults_that_json_carries_are_shown() -> None:
    def find(
        a: float = float("inf"), b: Sky = Sky.CLEAR, c: date = date(2026, 3, 21), d: int | None = None
    ) -> None: ...

    find.__annotations__ = {}
    properties = Tool(find).schema["properties"]
    assert properties == {"a": {}, "b": {"default": "clear"}, "c": {}, "d": {"default": None}}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], "the input must be an object"),
        ("x", "the input must be an object"),
        ({}, "missing arguments: city"),
        ({"city": "X", "zip": 1, "planet": 2}, "unknown arguments: zip, planet"),
        ({"city": 5}, "city: 5 is not of type str"),
    ],
)
def test_input_that_does_not_fit_is_told(given: Any, told: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        Tool(get_weather).arguments(given)
    assert str(caught.value) == told


def test_several_missing_arguments_are_told_together() -> None:
    def both(a: int, b: int, c: int = 0) -> None: ...

    with pytest.raises(ValueError, match=r"^missing arguments: a, b$"):
        Tool(both).arguments({"c": 1})


def test_an_argument_without_a_type_may_be_anything() -> None:
    tool = Tool(lambda x: x, name="echo")
    assert tool.schema["properties"] == {"x": {}}
    assert tool.arguments({"x": {"a": [1]}}) == {"x": {"a": [1]}}
