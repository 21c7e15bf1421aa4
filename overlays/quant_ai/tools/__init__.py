"""Offer Python functions to a model as tools, and run the calls that it makes.

What type hints name is imported from here when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .runs import ParsedRun as ParsedRun
    from .runs import Run as Run
    from .tool_calls import ToolCall as ToolCall
    from .tool_conversation import Via as Via
    from .tool_specs import Tool as Tool

else:
    _HOMES = {
        "ParsedRun": "runs",
        "Run": "runs",
        "Tool": "tool_specs",
        "ToolCall": "tool_calls",
        "Via": "tool_conversation",
    }

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
