# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .tool_execution_status import ToolExecutionStatus
from .tool_result_media import ToolResultMedia


@_define(kw_only=True, eq=False, repr=False)
class ToolOrchestrationTool(_Model):
    """One tool of an orchestration.

    Attributes:
        execution_id (str | None): Id of its execution, which can also be read with
            `client.tools.get_execution()`.
        tool_name (str | None): Name of the tool.
        status (ToolExecutionStatus | None): Status of a tool execution. Known values: "pending", "running",
            "complete", "completed", "failed".
        result (ToolResultMedia | None): Output of a tool run by the service. Tools that do not generate
            images add other fields.
        error (str | None): Why the tool failed, if it did.
    """

    execution_id: str | None = None
    """Id of its execution, which can also be read with `client.tools.get_execution()`."""
    tool_name: str | None = None
    """Name of the tool."""
    status: ToolExecutionStatus | None = None
    """Status of a tool execution.

    - `pending`: not started yet.
    - `running`: running.
    - `complete`: finished, with a `result`.
    - `completed`: another spelling of `complete`.
    - `failed`: failed, with an `error`.
    """
    result: ToolResultMedia | None = None
    """Output of a tool run by the service. Tools that do not generate images add other fields."""
    error: str | None = None
    """Why the tool failed, if it did."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"execution_id": "executionId", "tool_name": "toolName"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.execution_id = rest.pop("executionId", None)
        made.tool_name = rest.pop("toolName", None)
        made.status = rest.pop("status", None)
        made.result = nested_or_kept(ToolResultMedia.from_dict, rest.pop("result", None))
        made.error = rest.pop("error", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.execution_id is not None:
            made["executionId"] = self.execution_id
        if self.tool_name is not None:
            made["toolName"] = self.tool_name
        if self.status is not None:
            made["status"] = self.status
        if self.result is not None:
            made["result"] = wire(self.result)
        if self.error is not None:
            made["error"] = self.error
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
