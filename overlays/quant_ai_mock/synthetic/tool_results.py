"""The results of the tools that the service runs itself."""

from __future__ import annotations

import ast
import base64
import operator
from typing import Any

from .png import draw_png


def result_of(name: str, input: dict[str, Any]) -> dict[str, Any]:
    """The result of a built-in tool."""
    if name == "get_weather":
        return {"location": input.get("location", ""), "temperature": 14, "unit": "celsius", "sky": "light rain"}
    if name == "calculate":
        return {"value": calculate(str(input.get("expression", "")))}
    if name == "search_web":
        return {"results": [{"title": "A result", "url": "https://example.com/", "snippet": str(input.get("query"))}]}
    if name == "fetch_web_content":
        return {"url": input.get("url"), "content": "<h1>Example Domain</h1>"}
    if name == "generate_image":
        picture = base64.b64encode(draw_png(64, 64, str(input), str(input.get("prompt", "")))).decode()
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
    """The value of an expression with `+ - * /` and brackets; None for anything else."""
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
