"""Evaluate the runtime expressions of OpenAPI links, such as `$response.body#/sessionId`."""

from __future__ import annotations

import re
from typing import Any

from quant_ai_contract import Exchange
from quant_ai_contract.contract_operations import JSON
from quant_ai_contract.references import unescape

from .raw_client import Call, value_of


class UnresolvedError(Exception):
    """A runtime expression points to nothing in a reply."""


def evaluate(expression: Any, call: Call, exchange: Exchange) -> Any:
    """The value of a runtime expression; anything that is not an expression is its own value.

    Raises:
        UnresolvedError: It points to nothing, or to null.
    """
    if not isinstance(expression, str) or not expression.startswith("$"):
        return expression
    if expression.startswith("$request.path."):
        return call.path[expression.removeprefix("$request.path.")]
    if expression.startswith("$request.query."):
        return call.query[expression.removeprefix("$request.query.")]
    found = re.fullmatch(r"\$(request|response)\.body#(.*)", expression)
    assert found is not None, f"not a runtime expression: {expression}"
    if found[1] == "response" and exchange.reply_type != JSON:
        raise UnresolvedError(f"{exchange} is not JSON")
    value = call.body if found[1] == "request" else value_of(exchange)
    for step in found[2].split("/")[1:]:
        try:
            value = value[int(step) if isinstance(value, list) else unescape(step)]
        except (KeyError, IndexError, TypeError, ValueError):
            raise UnresolvedError(f"{exchange} has nothing at {found[2]}") from None
    if value is None:
        raise UnresolvedError(f"{exchange} has null at {found[2]}")
    return value


def fill(value: Any, call: Call, exchange: Exchange) -> Any:
    """A link's body with its runtime expressions evaluated."""
    if isinstance(value, dict):
        return {key: fill(inner, call, exchange) for key, inner in value.items()}
    if isinstance(value, list):
        return [fill(inner, call, exchange) for inner in value]
    return evaluate(value, call, exchange)
