# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .tool_execution_status import ToolExecutionStatus
from .tool_result_media import ToolResultMedia


@_define(kw_only=True, eq=False, repr=False)
class ToolExecution(_Model):
    """An asynchronous tool call. Times are Unix timestamps in seconds.

    Attributes:
        execution_id (str): Id of the execution, `exec_` and 32 hexadecimal digits.
        tool_name (str): Name of the tool.
        status (ToolExecutionStatus): Status of a tool execution. Known values: "pending", "running",
            "complete", "completed", "failed".
        created_at (int): When the tool was called, in Unix seconds.
        result (ToolResultMedia | Unset): Output of a tool run by the service. Tools that do not generate
            images add other fields.
        error (str | Unset): Why the execution failed, if it did.
        started_at (int | Unset): When the execution started, in Unix seconds; absent before that.
        completed_at (int | Unset): When the execution ended, in Unix seconds; absent before that.
        duration (float | Unset): How long the execution took, in seconds.
    """

    execution_id: str
    """Id of the execution, `exec_` and 32 hexadecimal digits."""
    tool_name: str
    """Name of the tool."""
    status: ToolExecutionStatus
    """Status of a tool execution.

    - `pending`: not started yet.
    - `running`: running.
    - `complete`: finished, with a `result`.
    - `completed`: another spelling of `complete`.
    - `failed`: failed, with an `error`.
    """
    created_at: int
    """When the tool was called, in Unix seconds."""
    result: ToolResultMedia | Unset = UNSET
    """Output of a tool run by the service. Tools that do not generate images add other fields."""
    error: str | Unset = UNSET
    """Why the execution failed, if it did."""
    started_at: int | Unset = UNSET
    """When the execution started, in Unix seconds; absent before that."""
    completed_at: int | Unset = UNSET
    """When the execution ended, in Unix seconds; absent before that."""
    duration: float | Unset = UNSET
    """How long the execution took, in seconds."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "execution_id": "executionId",
        "tool_name": "toolName",
        "created_at": "createdAt",
        "started_at": "startedAt",
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
        made.created_at = rest.pop("createdAt", UNSET)
        made.result = nested(ToolResultMedia.from_dict, rest.pop("result", UNSET), "result")
        made.error = rest.pop("error", UNSET)
        made.started_at = rest.pop("startedAt", UNSET)
        made.completed_at = rest.pop("completedAt", UNSET)
        made.duration = rest.pop("duration", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.execution_id, Unset):
            made["executionId"] = self.execution_id
        if not isinstance(self.tool_name, Unset):
            made["toolName"] = self.tool_name
        if not isinstance(self.status, Unset):
            made["status"] = self.status
        if not isinstance(self.created_at, Unset):
            made["createdAt"] = self.created_at
        if self.result is not UNSET:
            made["result"] = wire(self.result)
        if self.error is not UNSET:
            made["error"] = self.error
        if self.started_at is not UNSET:
            made["startedAt"] = self.started_at
        if self.completed_at is not UNSET:
            made["completedAt"] = self.completed_at
        if self.duration is not UNSET:
            made["duration"] = self.duration
        return made
