# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .tool_execution_status import ToolExecutionStatus


@_define(kw_only=True, eq=False, repr=False)
class ListedToolExecution(_Model):
    """An asynchronous tool call as shown in the list, with ISO 8601 times and without its result.

    Attributes:
        execution_id (str): Id of the execution, `exec_` and 32 hexadecimal digits.
        tool_name (str | Unset): Name of the tool.
        status (ToolExecutionStatus | Unset): Status of a tool execution. Known values: "pending",
            "running", "complete", "completed", "failed".
        created_at (datetime | Unset): When the tool was called.
        completed_at (datetime | Unset | None): When the execution ended; None or absent before that.
    """

    execution_id: str
    """Id of the execution, `exec_` and 32 hexadecimal digits."""
    tool_name: str | Unset = UNSET
    """Name of the tool."""
    status: ToolExecutionStatus | Unset = UNSET
    """Status of a tool execution.

    - `pending`: not started yet.
    - `running`: running.
    - `complete`: finished, with a `result`.
    - `completed`: another spelling of `complete`.
    - `failed`: failed, with an `error`.
    """
    created_at: datetime | Unset = UNSET
    """When the tool was called."""
    completed_at: datetime | Unset | None = UNSET
    """When the execution ended; None or absent before that."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "execution_id": "executionId",
        "tool_name": "toolName",
        "created_at": "createdAt",
        "completed_at": "completedAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.execution_id = rest.pop("executionId", UNSET)
        made.tool_name = rest.pop("toolName", UNSET)
        made.status = rest.pop("status", UNSET)
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.completed_at = to_datetime(rest.pop("completedAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.execution_id, Unset):
            made["executionId"] = self.execution_id
        if self.tool_name is not UNSET:
            made["toolName"] = self.tool_name
        if self.status is not UNSET:
            made["status"] = self.status
        if self.created_at is not UNSET:
            made["createdAt"] = wire(self.created_at)
        if self.completed_at is not UNSET:
            made["completedAt"] = wire(self.completed_at)
        return made
