# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .json_object import JsonObject
from .tool_execution_status import ToolExecutionStatus


@_define(kw_only=True, eq=False, repr=False)
class ToolExecutionSummary(_Model):
    """A tool that was run during an execution. Not documented in detail: any field may be missing, and there
    may be others.

    Attributes:
        tool_use_id (str | None): Id of the call, from the model.
        name (str | None): Name of the tool.
        tool_name (str | None): Another spelling of `name`.
        execution_id (str | None): Execution of a tool that ran in the background.
        status (ToolExecutionStatus | None): Status of a tool execution. Known values: "pending", "running",
            "complete", "completed", "failed".
        input (JsonObject | None): Any JSON object; see the field that uses it.
        result (Any): Result of the tool; any JSON value.
        error (str | None): Why the tool failed.
    """

    tool_use_id: str | None = None
    """Id of the call, from the model."""
    name: str | None = None
    """Name of the tool."""
    tool_name: str | None = None
    """Another spelling of `name`."""
    execution_id: str | None = None
    """Execution of a tool that ran in the background."""
    status: ToolExecutionStatus | None = None
    """Status of a tool execution.

    - `pending`: not started yet.
    - `running`: running.
    - `complete`: finished, with a `result`.
    - `completed`: another spelling of `complete`.
    - `failed`: failed, with an `error`.
    """
    input: JsonObject | None = None
    """Any JSON object; see the field that uses it."""
    result: Any = NOT_SENT
    """Result of the tool; any JSON value."""
    error: str | None = None
    """Why the tool failed."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {"tool_use_id": "toolUseId", "tool_name": "toolName", "execution_id": "executionId"}
    _nullable: ClassVar = {"result": "result"}

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.tool_use_id = rest.pop("toolUseId", None)
        made.name = rest.pop("name", None)
        made.tool_name = rest.pop("toolName", None)
        made.execution_id = rest.pop("executionId", None)
        made.status = rest.pop("status", None)
        made.input = to_map(rest.pop("input", None))
        made.result = rest.pop("result", None)
        made.error = rest.pop("error", None)
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
        if self.tool_name is not None:
            made["toolName"] = self.tool_name
        if self.execution_id is not None:
            made["executionId"] = self.execution_id
        if self.status is not None:
            made["status"] = self.status
        if self.input is not None:
            made["input"] = wire(self.input)
        if self.result is not None:
            made["result"] = wire(self.result)
        if self.error is not None:
            made["error"] = self.error
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
