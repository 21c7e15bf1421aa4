"""Tools: which one a model asks for, with what input, and what those say that the service runs itself."""

from __future__ import annotations

import ast
import base64
import operator
import re
from dataclasses import dataclass, field
from typing import Any

from . import words
from .image import png
from .instances import invent, within
from .world import Call

EXECUTION = "tool_execution"


@dataclass(frozen=True)
class Tool:
    """A tool that a model may ask for."""

    name: str
    schema: dict[str, Any] = field(default_factory=dict)
    told_by: tuple[str, ...] = ()
    background: bool = False


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)[:1]}


BUILT_IN = {
    tool.name: tool
    for tool in (
        Tool("get_weather", _object(location={"type": "string"}, unit={"enum": ["celsius"]}), ("weather", "rain")),
        Tool("calculate", _object(expression={"type": "string"}), ("calculate", "compute", "how much")),
        Tool("search_web", _object(query={"type": "string"}), ("search", "find", "look up")),
        Tool("fetch_web_content", _object(url={"type": "string", "format": "uri"}), ("fetch", "http://", "https://")),
        Tool("generate_image", _object(prompt={"type": "string"}), ("draw", "image", "picture", "paint"), True),
    )
}


def wanted(
    declared: list[dict[str, Any]], automatic: list[str], text: str, messages: list[dict[str, Any]], *, eager: bool
) -> list[Tool]:
    """The tools that a model asks for in this turn.

    Those that the user's text names or seems to need; else the first one that the request declares, or lets the
    service run (`eager`); an agent's tools wait until they are needed. Once the conversation holds a result, only
    a tool that the last message names is asked for again: so a loop that answers every request comes to an end.
    """
    tools = [Tool(spec["name"], (spec.get("inputSchema") or {}).get("json") or {}) for spec in declared]
    names = {tool.name for tool in tools}
    tools += [BUILT_IN.get(name) or Tool(name) for name in dict.fromkeys(automatic) if name not in names]
    if not tools:
        return []
    lowered = text.lower()
    answered = bool(words.results_of(messages))
    if answered and not words.text_of(messages[-1]["content"]):
        return []
    named = [tool for tool in tools if tool.name and _named(tool.name, lowered)]
    if answered:
        return named
    told = [tool for tool in tools if any(word in lowered for word in tool.told_by)]
    return named or told or tools[: 1 if declared or eager else 0]


def new_id(call: Call) -> str:
    """An id of a tool call as Claude on Bedrock writes them."""
    return f"toolu_bdrk_{call.new_hex('tool_use')[:24]}"


def use(call: Call, tool: Tool, text: str) -> dict[str, Any]:
    """The model's request for a tool, with an input that fits the tool's schema."""
    return {"toolUseId": new_id(call), "name": tool.name, "input": _input(tool, text)}


def run(call: Call, tool: Tool, text: str) -> dict[str, Any]:
    """Let the model ask for a tool of the service, and run it."""
    return carry_out(call, use(call, tool, text))


def carry_out(call: Call, made: dict[str, Any]) -> dict[str, Any]:
    """Run a tool that was asked for: at once with its result, or in the background with an execution to read."""
    name = made["name"]
    custom = call.shelf.get("custom_tool", name)
    if BUILT_IN.get(name, Tool(name)).background or (custom and custom.get("isAsync")):
        return made | {"executionId": start(call, name, made["input"]), "status": "pending"}
    return made | {"result": result_of(name, made["input"])}


def start(call: Call, name: str, input: dict[str, Any]) -> str:
    """Begin an execution in the background; returns its id."""
    own_id = f"exec_{call.new_hex('tool_execution')}"
    call.shelf.put(EXECUTION, own_id, {"id": own_id, "name": name, "input": input, "created": call.now, "polls": 0})
    return own_id


def result_of(name: str, input: dict[str, Any]) -> dict[str, Any]:
    """What a tool of the service answers."""
    if name == "get_weather":
        return {"location": input.get("location", ""), "temperature": 14, "unit": "celsius", "sky": "light rain"}
    if name == "calculate":
        return {"value": calculate(str(input.get("expression", "")))}
    if name == "search_web":
        return {"results": [{"title": "A result", "url": "https://example.com/", "snippet": str(input.get("query"))}]}
    if name == "fetch_web_content":
        return {"url": input.get("url"), "content": "<h1>Example Domain</h1>"}
    if name == "generate_image":
        picture = base64.b64encode(png(64, 64, str(input), str(input.get("prompt", "")))).decode()
        address = "https://quant-ai-mock.s3.amazonaws.com/images/generated.png?X-Amz-Expires=3600"
        return {"images": [f"data:image/png;base64,{picture}"], "s3Urls": [address]}
    return {"tool": name, "input": input, "ok": True}


_OPERATORS: dict[type, Any] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.USub: operator.neg,
}


def calculate(expression: str) -> float | None:
    """The value of a sum in `+ - * /` and brackets; None for anything else."""
    try:
        value = _value(ast.parse(expression[:200], mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError, KeyError, OverflowError, RecursionError, MemoryError):
        return None
    return value if abs(value) < 1e300 else None


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return float(node.value)
    if isinstance(node, ast.BinOp):
        return float(_OPERATORS[type(node.op)](_value(node.left), _value(node.right)))
    if isinstance(node, ast.UnaryOp):
        return float(_OPERATORS[type(node.op)](_value(node.operand)))
    raise ValueError(ast.dump(node))


def _input(tool: Tool, text: str) -> dict[str, Any]:
    if tool.name == "calculate":
        sums = re.findall(r"[-+*/(). \d]*\d[-+*/(). \d]*", text)
        return {"expression": max(sums, key=len, default="0").strip()}
    if tool.name in ("search_web", "generate_image"):
        return {next(iter(tool.schema["properties"])): text}
    made = invent(tool.schema, within(tool.schema), hint=text) if tool.schema else {}
    return made if isinstance(made, dict) else {}


def _named(name: str, text: str) -> bool:
    lowered = name.lower()
    return lowered in text or lowered.replace("_", " ") in text
