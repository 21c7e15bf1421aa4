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
class ToolOrchestrationTool(_Model):
    """One tool of an orchestration.

    Attributes:
        execution_id (str | Unset): Id of its execution, which can also be read with
            `client.tools.get_execution()`.
        tool_name (str | Unset): Name of the tool.
        status (ToolExecutionStatus | Unset): Status of a tool execution. Known values: "pending",
            "running", "complete", "completed", "failed".
        result (ToolResultMedia | Unset): Output of a tool run by the service. Tools that do not generate
            images add other fields.
        error (str | Unset): Why the tool failed, if it did.
    """

    execution_id: str | Unset = UNSET
    """Id of its execution, which can also be read with `client.tools.get_execution()`."""
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
    result: ToolResultMedia | Unset = UNSET
    """Output of a tool run by the service. Tools that do not generate images add other fields."""
    error: str | Unset = UNSET
    """Why the tool failed, if it did."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"execution_id": "executionId", "tool_name": "toolName"}

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
        made.result = nested(ToolResultMedia.from_dict, rest.pop("result", UNSET), "result")
        made.error = rest.pop("error", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.execution_id is not UNSET:
            made["executionId"] = self.execution_id
        if self.tool_name is not UNSET:
            made["toolName"] = self.tool_name
        if self.status is not UNSET:
            made["status"] = self.status
        if self.result is not UNSET:
            made["result"] = wire(self.result)
        if self.error is not UNSET:
            made["error"] = self.error
        return made
