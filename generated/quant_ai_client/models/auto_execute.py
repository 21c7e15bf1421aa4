# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TypeAlias

from .tool_names import ToolNames, ToolNamesParam

AutoExecute: TypeAlias = bool | ToolNames
"""Which tools the service runs. `True`: all of `allowed_tools`. `False`, the default: none, every call is
returned to you. An array: the tools with these names; an empty array means none.
"""
AutoExecuteParam: TypeAlias = bool | ToolNamesParam
"""What a request accepts as a `AutoExecute`."""
