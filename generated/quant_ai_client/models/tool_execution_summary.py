# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .json_object import JsonObject
from .tool_execution_status import ToolExecutionStatus


@_define(kw_only=True, eq=False, repr=False)
class ToolExecutionSummary(_Model):
    """A tool that was run during an execution. Not documented in detail: any field may be missing, and there
    may be others.

    Attributes:
        tool_use_id (str | Unset): Id of the call, from the model.
        name (str | Unset): Name of the tool.
        tool_name (str | Unset): Another spelling of `name`.
        execution_id (str | Unset): Execution of a tool that ran in the background.
        status (ToolExecutionStatus | Unset): Status of a tool execution. Known values: "pending",
            "running", "complete", "completed", "failed".
        input (JsonObject | Unset): Any JSON object; see the field that uses it.
        result (Any | Unset): Result of the tool; any JSON value.
        error (str | Unset): Why the tool failed.
    """

    tool_use_id: str | Unset = UNSET
    """Id of the call, from the model."""
    name: str | Unset = UNSET
    """Name of the tool."""
    tool_name: str | Unset = UNSET
    """Another spelling of `name`."""
    execution_id: str | Unset = UNSET
    """Execution of a tool that ran in the background."""
    status: ToolExecutionStatus | Unset = UNSET
    """Status of a tool execution.

    - `pending`: not started yet.
    - `running`: running.
    - `complete`: finished, with a `result`.
    - `completed`: another spelling of `complete`.
    - `failed`: failed, with an `error`.
    """
    input: JsonObject | Unset = UNSET
    """Any JSON object; see the field that uses it."""
    result: Any | Unset = UNSET
    """Result of the tool; any JSON value."""
    error: str | Unset = UNSET
    """Why the tool failed."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"tool_use_id": "toolUseId", "tool_name": "toolName", "execution_id": "executionId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.tool_use_id = rest.pop("toolUseId", UNSET)
        made.name = rest.pop("name", UNSET)
        made.tool_name = rest.pop("toolName", UNSET)
        made.execution_id = rest.pop("executionId", UNSET)
        made.status = rest.pop("status", UNSET)
        made.input = rest.pop("input", UNSET)
        made.result = rest.pop("result", UNSET)
        made.error = rest.pop("error", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.tool_use_id is not UNSET:
            made["toolUseId"] = self.tool_use_id
        if self.name is not UNSET:
            made["name"] = self.name
        if self.tool_name is not UNSET:
            made["toolName"] = self.tool_name
        if self.execution_id is not UNSET:
            made["executionId"] = self.execution_id
        if self.status is not UNSET:
            made["status"] = self.status
        if self.input is not UNSET:
            made["input"] = wire(self.input)
        if self.result is not UNSET:
            made["result"] = wire(self.result)
        if self.error is not UNSET:
            made["error"] = self.error
        return made
