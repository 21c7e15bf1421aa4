# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Any, TypeAlias

from ..types import Unknown
from .tool_result_json import ToolResultJson, ToolResultJsonParam
from .tool_result_text import ToolResultText, ToolResultTextParam

ToolResultContent: TypeAlias = ToolResultText | ToolResultJson | Unknown
"""One part of a tool result. Its key is its type, `text` or `json`."""
ToolResultContentParam: TypeAlias = (
    ToolResultText | ToolResultTextParam | ToolResultJson | ToolResultJsonParam | Unknown
)
"""What a request accepts as a `ToolResultContent`."""


def decode_tool_result_content(value: Any) -> ToolResultContent:
    """Decode a JSON value."""
    if isinstance(value, dict):
        if "text" in value:
            return ToolResultText.from_dict(value)
        if "json" in value:
            return ToolResultJson.from_dict(value)
    return Unknown(value)
