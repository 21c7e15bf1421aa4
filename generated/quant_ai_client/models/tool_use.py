# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
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
        execution_id (str | None): Execution to poll with `client.tools.get_execution()`; only for tools
            that run in the background.
        status (ToolExecutionStatus | None): Status of a tool execution. Known values: "pending", "running",
            "complete", "completed", "failed".
        result (ToolResultMedia | None): Output of a tool run by the service. Tools that do not generate
            images add other fields.
    """

    tool_use_id: str
    """Id of this call; include it with the result."""
    name: str
    """Name of the tool."""
    input: JsonObject
    """Any JSON object; see the field that uses it."""
    execution_id: str | None = None
    """Execution to poll with `client.tools.get_execution()`; only for tools that run in the background."""
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
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"tool_use_id": "toolUseId", "execution_id": "executionId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.tool_use_id = rest.pop("toolUseId", None)
        made.name = rest.pop("name", None)
        made.input = to_map(rest.pop("input", None))
        made.execution_id = rest.pop("executionId", None)
        made.status = rest.pop("status", None)
        made.result = nested_or_kept(ToolResultMedia.from_dict, rest.pop("result", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.tool_use_id is not None:
            made["toolUseId"] = self.tool_use_id
        if self.name is not None:
            made["name"] = self.name
        if self.input is not None:
            made["input"] = wire(self.input)
        if self.execution_id is not None:
            made["executionId"] = self.execution_id
        if self.status is not None:
            made["status"] = self.status
        if self.result is not None:
            made["result"] = wire(self.result)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
