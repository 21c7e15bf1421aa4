"""Tools that are `functools.partial` objects, methods or other callables."""

from __future__ import annotations

import functools
from typing import Any

import pytest

from quant_ai import ConfigurationError, Tool
from quant_ai.tools.tool_specs import as_tools


def query(sql: str, tenant: str = "none", *, limit: int = 10, **more: int) -> str:
    """Run a query.

    Args:
        sql: The SQL.
        tenant: Whose data.
    """
    return f"{tenant}: {sql} {limit}"


class Shop:
    def find(self, order: int, town: str) -> str:
        """Find an order."""
        return f"{order} {town}"

    def __call__(self, order: int) -> str:
        """Find it."""
        return str(order)


bound = functools.partial


def named(partial: Any, name: str, text: str) -> Any:
    """A partial with a name and a docstring of its own."""
    partial.__name__, partial.__doc__ = name, text
    return partial


@pytest.mark.parametrize(
    ("function", "name", "description", "arguments"),
    [
        (bound(query, tenant="acme"), "query", "Run a query.", ["sql", "limit"]),
        (bound(query, "select 1"), "query", "Run a query.", ["tenant", "limit"]),
        (bound(bound(query, tenant="acme"), limit=1), "query", "Run a query.", ["sql"]),
        (bound(bound(query, "select 1"), "acme"), "query", "Run a query.", ["limit"]),
        (bound(Shop().find, town="Hobart"), "find", "Find an order.", ["order"]),
        (bound(Shop.find, Shop(), town="Hobart"), "find", "Find an order.", ["order"]),
        (bound(Shop()), "Shop", "Find it.", ["order"]),
        (named(bound(query, tenant="acme"), "ask_acme", "Ask Acme."), "ask_acme", "Ask Acme.", ["sql", "limit"]),
        (Shop, "Shop", "", []),
        (Shop(), "Shop", "Find it.", ["order"]),
    ],
)
def test_what_is_bound_already_is_not_shown(function: Any, name: str, description: str, arguments: list[str]) -> None:
    tool = Tool(function)
    assert (tool.name, tool.description, list(tool.schema["properties"])) == (name, description, arguments)


def test_a_partial_keeps_types_and_descriptions() -> None:
    tool = Tool(functools.partial(query, tenant="acme"))
    assert tool.schema == {
        "type": "object",
        "properties": {
            "sql": {"type": "string", "description": "The SQL."},
            "limit": {"type": "integer", "default": 10},
        },
        "required": ["sql"],
        "additionalProperties": {"type": "integer"},
    }
    assert tool.function(**tool.arguments({"sql": "select 1", "limit": 5.0, "more": 2})) == "acme: select 1 5"


def test_the_model_cannot_change_what_is_bound() -> None:
    tool = Tool(functools.partial(query, tenant="acme"))
    with pytest.raises(ValueError, match="unknown arguments: tenant"):
        tool.arguments({"sql": "select 1", "tenant": "evil"})


def test_two_partials_of_one_function_need_names() -> None:
    tools = [functools.partial(query, tenant="a"), functools.partial(query, tenant="b")]
    with pytest.raises(ConfigurationError, match=r"two tools are named 'query'.*Tool\(function, name="):
        as_tools(tools)
    assert list(as_tools([Tool(tools[0], name="a"), Tool(tools[1], name="b")])) == ["a", "b"]


def test_arguments_that_the_signature_does_not_name_have_the_type_of_all_of_them() -> None:
    tool = Tool(query)
    assert tool.arguments({"sql": "x", "more": 2.0}) == {"sql": "x", "more": 2}
    with pytest.raises(ValueError, match="more: 'y' is not of type int"):
        tool.arguments({"sql": "x", "more": "y"})

    def anything(**more) -> None: ...  # type: ignore[no-untyped-def]

    assert Tool(anything).schema == {"type": "object", "properties": {}, "additionalProperties": True}
    assert Tool(anything).arguments({"more": ["y"]}) == {"more": ["y"]}
