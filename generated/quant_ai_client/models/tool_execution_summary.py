# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .json_object import JsonObject
    from .tool_execution_status import ToolExecutionStatus


@_define(kw_only=True, eq=False, repr=False)
class ToolExecutionSummary(_Model):
    """One tool that was run during an execution. Not documented in detail: every member may be missing, and
    others may be there.
    """

    tool_use_id: str | Unset = UNSET
    """Id of the call, as the model gave it."""
    name: str | Unset = UNSET
    """Name of the tool."""
    tool_name: str | Unset = UNSET
    """Another spelling of `name`."""
    execution_id: str | Unset = UNSET
    """Execution of a tool that ran in the background."""
    status: ToolExecutionStatus | Unset = UNSET
    """State of a tool execution.

    - `pending`: not begun yet.
    - `running`: at work.
    - `complete`: ended well; `result` is there.
    - `completed`: another word for `complete`.
    - `failed`: ended badly; `error` says why.

    Known values: "pending", "running", "complete", "completed", "failed".
    """
    input: JsonObject | Unset = UNSET
    """Any JSON object. Which names it may hold, the place where it stands says."""
    result: Any | Unset = UNSET
    """What the tool answered; any JSON value."""
    error: str | Unset = UNSET
    """Why the tool failed."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            tool_use_id=get("toolUseId", UNSET),
            name=get("name", UNSET),
            tool_name=get("toolName", UNSET),
            execution_id=get("executionId", UNSET),
            status=get("status", UNSET),
            input=get("input", UNSET),
            result=get("result", UNSET),
            error=get("error", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "toolUseId": self.tool_use_id,
                "name": self.name,
                "toolName": self.tool_name,
                "executionId": self.execution_id,
                "status": self.status,
                "input": wire(self.input),
                "result": wire(self.result),
                "error": self.error,
            }
        )


_NAMES = {
    "toolUseId": "tool_use_id",
    "name": "name",
    "toolName": "tool_name",
    "executionId": "execution_id",
    "status": "status",
    "input": "input",
    "result": "result",
    "error": "error",
}
