# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Any, TypeAlias

from ..decoding import each
from .tool_use import ToolUse

ToolUseList: TypeAlias = list[ToolUse]
"""Several tool calls made at once. Run them in any order, or in parallel."""


def decode_tool_use_list(value: Any) -> ToolUseList:
    """Decode a JSON value."""
    return each(ToolUse.from_dict, value)
