# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.tools`, for `**`."""

from __future__ import annotations

from typing import NotRequired

from ..models.tool_execution_status import ToolExecutionStatus
from ..types import TypedDict


class ToolsListExecutionsParams(TypedDict):
    """The keyword arguments of `list_executions()`."""

    status: NotRequired[ToolExecutionStatus | None]
    limit: NotRequired[int | None]
