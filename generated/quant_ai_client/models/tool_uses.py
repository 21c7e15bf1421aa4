# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Any, TypeAlias

from ..decoding import each
from .tool_use import ToolUse
from .tool_use_list import ToolUseList

ToolUses: TypeAlias = ToolUse | ToolUseList
"""The tool calls of the model: an object for a single call, an array for several."""


def decode_tool_uses(value: Any) -> ToolUses:
    """Decode a JSON value."""
    if isinstance(value, list):
        return each(ToolUse.from_dict, value)
    if isinstance(value, dict):
        if "toolUseId" in value:
            return ToolUse.from_dict(value)
        return ToolUse.from_dict(value)
    kept: ToolUses = value
    return kept
