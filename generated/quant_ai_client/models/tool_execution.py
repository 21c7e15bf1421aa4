# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .tool_result_media import ToolResultMedia

if TYPE_CHECKING:
    from .tool_execution_status import ToolExecutionStatus


@_define(kw_only=True, eq=False, repr=False)
class ToolExecution(_Model):
    """One asynchronous call of a tool. Times are whole seconds since 1970-01-01 UTC."""

    execution_id: str
    """Id of the execution, `exec_` and 32 hexadecimal digits."""
    tool_name: str
    """Name of the tool that was called."""
    status: ToolExecutionStatus
    """State of a tool execution.

    - `pending`: not begun yet.
    - `running`: at work.
    - `complete`: ended well; `result` is there.
    - `completed`: another word for `complete`.
    - `failed`: ended badly; `error` says why.

    Known values: "pending", "running", "complete", "completed", "failed".
    """
    created_at: int
    """When the tool was called, in seconds since 1970."""
    result: ToolResultMedia | Unset = UNSET
    """What a tool run by the service has made. Other tools than those for images add members of their own."""
    error: str | Unset = UNSET
    """Why the execution failed; only there if it did."""
    started_at: int | Unset = UNSET
    """When the work began, in seconds since 1970; left out before that."""
    completed_at: int | Unset = UNSET
    """When the execution ended, well or badly, in seconds since 1970; left out before that."""
    duration: float | Unset = UNSET
    """How long the work took, in seconds."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            execution_id=get("executionId", UNSET),
            tool_name=get("toolName", UNSET),
            status=get("status", UNSET),
            created_at=get("createdAt", UNSET),
            result=nested(ToolResultMedia.from_dict, get("result", UNSET), "result"),
            error=get("error", UNSET),
            started_at=get("startedAt", UNSET),
            completed_at=get("completedAt", UNSET),
            duration=get("duration", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "executionId": self.execution_id,
                "toolName": self.tool_name,
                "status": self.status,
                "createdAt": self.created_at,
                "result": wire(self.result),
                "error": self.error,
                "startedAt": self.started_at,
                "completedAt": self.completed_at,
                "duration": self.duration,
            }
        )


_NAMES = {
    "executionId": "execution_id",
    "toolName": "tool_name",
    "status": "status",
    "createdAt": "created_at",
    "result": "result",
    "error": "error",
    "startedAt": "started_at",
    "completedAt": "completed_at",
    "duration": "duration",
}
