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
from .json_object import JsonObject
from .tool_execution_status import ToolExecutionStatus
from .tool_result_media import ToolResultMedia


@_define(kw_only=True, eq=False, repr=False)
class ToolUse(_Model):
    """A tool call by the model. Without `execution_id` you need to run the tool; with one, the service is
    running it in the background. The model wrote the `input`: check it before you act on it.

    Attributes:
        tool_use_id (str): Id of this call; include it with the result.
        name (str): Name of the tool.
        input (JsonObject): Any JSON object; see the field that uses it.
        execution_id (str | Unset): Execution to poll with `client.tools.get_execution()`; only for tools
            that run in the background.
        status (ToolExecutionStatus | Unset): Status of a tool execution. Known values: "pending",
            "running", "complete", "completed", "failed".
        result (ToolResultMedia | Unset): Output of a tool run by the service. Tools that do not generate
            images add other fields.
    """

    tool_use_id: str
    """Id of this call; include it with the result."""
    name: str
    """Name of the tool."""
    input: JsonObject
    """Any JSON object; see the field that uses it."""
    execution_id: str | Unset = UNSET
    """Execution to poll with `client.tools.get_execution()`; only for tools that run in the background."""
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
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"tool_use_id": "toolUseId", "execution_id": "executionId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.tool_use_id = rest.pop("toolUseId", UNSET)
        made.name = rest.pop("name", UNSET)
        made.input = rest.pop("input", UNSET)
        made.execution_id = rest.pop("executionId", UNSET)
        made.status = rest.pop("status", UNSET)
        made.result = nested(ToolResultMedia.from_dict, rest.pop("result", UNSET), "result")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.tool_use_id, Unset):
            made["toolUseId"] = self.tool_use_id
        if not isinstance(self.name, Unset):
            made["name"] = self.name
        if not isinstance(self.input, Unset):
            made["input"] = wire(self.input)
        if self.execution_id is not UNSET:
            made["executionId"] = self.execution_id
        if self.status is not UNSET:
            made["status"] = self.status
        if self.result is not UNSET:
            made["result"] = wire(self.result)
        return made
