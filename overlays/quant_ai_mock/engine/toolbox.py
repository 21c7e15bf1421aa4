"""Tools: which one a model calls, with what input, and whether the service runs it at once or in the background."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ..state.kinds import CUSTOM_TOOL
from ..state.request_context import RequestContext
from ..synthetic import wording
from ..synthetic.budget import SizeBudget
from ..synthetic.schema_values import generate_value
from ..synthetic.tool_results import result_of
from . import tool_runs


@dataclass(frozen=True)
class ModelTool:
    """A tool that a model can call."""

    name: str
    schema: dict[str, Any] = field(default_factory=dict)
    keywords: tuple[str, ...] = ()
    background: bool = False
    description: str = ""


def _built_in(
    name: str, description: str, keywords: tuple[str, ...], background: bool = False, **properties: Any
) -> ModelTool:
    schema = {"type": "object", "properties": properties, "required": list(properties)[:1]}
    return ModelTool(name, schema, keywords, background, description)


BUILT_IN = {
    tool.name: tool
    for tool in (
        _built_in(
            "get_weather",
            "Gets the current weather for a place.",
            ("weather", "rain"),
            location={"type": "string"},
            unit={"enum": ["celsius"]},
        ),
        _built_in(
            "calculate",
            "Calculates an expression with + - * / and brackets.",
            ("calculate", "compute", "how much"),
            expression={"type": "string"},
        ),
        _built_in("search_web", "Searches the web.", ("search", "find", "look up"), query={"type": "string"}),
        _built_in(
            "fetch_web_content",
            "Fetches a web page.",
            ("fetch", "http://", "https://"),
            url={"type": "string", "format": "uri"},
        ),
        _built_in(
            "generate_image",
            "Generates an image from a description. It runs in the background.",
            ("draw", "image", "picture", "paint"),
            background=True,
            prompt={"type": "string"},
        ),
    )
}
LOOKED_AT = 8000  # characters of a text in which the names of tools are looked for
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")


def choose_tools(
    declared: list[dict[str, Any]],
    auto_tools: list[str],
    text: str,
    messages: list[dict[str, Any]],
    *,
    eager: bool,
    answered: bool,
) -> list[ModelTool]:
    """The tools that a model calls in this turn.

    They are those that the user's text names or suggests; one that runs in the background is called as often as the
    text says ("draw two pictures"). If there are none, it is the first tool that the request declares or, if `eager`,
    lets the service run. Once the conversation has a tool result (`answered`), only a tool that the last message names
    is called again, so that a loop which answers every call ends.
    """
    tools = [ModelTool(spec["name"], (spec.get("inputSchema") or {}).get("json") or {}) for spec in declared]
    names = {tool.name for tool in tools}
    tools += [BUILT_IN.get(name) or ModelTool(name) for name in dict.fromkeys(auto_tools) if name not in names]
    if not tools:
        return []
    lowered = text[:LOOKED_AT].lower()
    if answered and not wording.text_of(messages[-1]["content"]):
        return []
    named = [tool for tool in tools if tool.name and _named(tool.name, lowered)]
    if answered:
        return named
    suggested = [tool for tool in tools if any(keyword in lowered for keyword in tool.keywords)]
    suggested = [tool for tool in suggested for _ in range(_number_in(lowered) if tool.background else 1)]
    return named or suggested or tools[: 1 if declared or eager else 0]


def new_tool_use_id(context: RequestContext) -> str:
    """A new id of a tool call, as Claude on Bedrock writes them."""
    return f"toolu_bdrk_{context.new_hex('tool_use')[:24]}"


def call_tool(context: RequestContext, tool: ModelTool, text: str, budget: SizeBudget) -> dict[str, Any]:
    """A model's call of a tool, with an input that fits the tool's schema."""
    return {"toolUseId": new_tool_use_id(context), "name": tool.name, "input": _input(tool, text, budget)}


def run_tool(context: RequestContext, tool_call: dict[str, Any]) -> dict[str, Any]:
    """Run a tool that was called: at once, with its result, or in the background, with the id of an execution."""
    name = tool_call["name"]
    custom = context.store.get(CUSTOM_TOOL, name)
    if BUILT_IN.get(name, ModelTool(name)).background or (custom and custom.get("isAsync")):
        return tool_call | {"executionId": tool_runs.start(context, name, tool_call["input"]), "status": "pending"}
    return tool_call | {"result": result_of(name, tool_call["input"])}


def _input(tool: ModelTool, text: str, budget: SizeBudget) -> dict[str, Any]:
    if tool.name == "calculate":
        sums = re.findall(r"[-+*/(). \d]*\d[-+*/(). \d]*", text)
        return {"expression": max(sums, key=len, default="0").strip()}
    if tool.name in ("search_web", "generate_image"):
        return {next(iter(tool.schema["properties"])): text}
    value = generate_value(tool.schema, hint=text, budget=budget) if tool.schema else {}
    return value if isinstance(value, dict) else {}


def _named(name: str, text: str) -> bool:
    lowered = name.lower()
    return lowered in text or lowered.replace("_", " ") in text


def _number_in(text: str) -> int:
    """How many things a text asks for: the first number from two to nine in it, otherwise one."""
    found = next((word for word in re.findall(r"\w+", text) if word in NUMBERS or re.fullmatch("[2-9]", word)), "1")
    return NUMBERS.index(found) + 2 if found in NUMBERS else int(found)
