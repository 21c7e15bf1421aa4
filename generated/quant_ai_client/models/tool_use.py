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
    from .json_object import JsonObject
    from .tool_execution_status import ToolExecutionStatus


@_define(kw_only=True, eq=False, repr=False)
class ToolUse(_Model):
    """A tool that the model wants run. Without `executionId` it is yours to run; with one the service is at it
    in the background. The model wrote the `input` after the tool's own schema: check it before you act on
    it.
    """

    tool_use_id: str
    """Id of this call; the result has to name it."""
    name: str
    """Name of the tool."""
    input: JsonObject
    """Any JSON object. Which names it may hold, the place where it stands says."""
    execution_id: str | Unset = UNSET
    """Execution to read at `/tools/executions/{executionId}`; only for tools run in the background."""
    status: ToolExecutionStatus | Unset = UNSET
    """State of a tool execution.

    - `pending`: not begun yet.
    - `running`: at work.
    - `complete`: ended well; `result` is there.
    - `completed`: another word for `complete`.
    - `failed`: ended badly; `error` says why.

    Known values: "pending", "running", "complete", "completed", "failed".
    """
    result: ToolResultMedia | Unset = UNSET
    """What a tool run by the service has made. Other tools than those for images add members of their own."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            tool_use_id=get("toolUseId", UNSET),
            name=get("name", UNSET),
            input=get("input", UNSET),
            execution_id=get("executionId", UNSET),
            status=get("status", UNSET),
            result=nested(ToolResultMedia.from_dict, get("result", UNSET), "result"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "toolUseId": self.tool_use_id,
                "name": self.name,
                "input": wire(self.input),
                "executionId": self.execution_id,
                "status": self.status,
                "result": wire(self.result),
            }
        )


_NAMES = {
    "toolUseId": "tool_use_id",
    "name": "name",
    "input": "input",
    "executionId": "execution_id",
    "status": "status",
    "result": "result",
}
