# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, new, nulls_in, to_datetime, unify_spelling, without
from ..encoding import restore_nulls, restore_spelling, wire
from ..types import Model as _Model
from ..types import Spelling
from .tool_orchestration_status import ToolOrchestrationStatus
from .tool_orchestration_tool import ToolOrchestrationTool


@_define(kw_only=True, eq=False, repr=False)
class ToolOrchestration(_Model):
    """Several asynchronous tools started by one chat turn, and the model's answer to their results.

    Attributes:
        orchestration_id (str): Id of the orchestration, `orch_` and 32 hexadecimal digits.
        status (ToolOrchestrationStatus): Status of a tool orchestration. Known values: "pending",
            "waiting_tools", "polling", "synthesizing", "complete", "completed", "failed".
        tool_count (int): Number of tools.
        created_at (datetime): When the tools were started.
        message (str | None): The status in words, for display. Not always present.
        completed_tools (int | None): Number of tools that have finished or failed.
        result (str | None): The model's answer; only present at the end.
        tools (list[ToolOrchestrationTool] | None): The tools with their status. Not always present.
        error (str | None): Why the orchestration failed, if it did.
        completed_at (datetime | None): When the orchestration ended; absent before that.
        duration (int | None): How long it took, in whole seconds.
    """

    orchestration_id: str
    """Id of the orchestration, `orch_` and 32 hexadecimal digits."""
    status: ToolOrchestrationStatus
    """Status of a tool orchestration.

    - `pending`: no tool has started.
    - `waiting_tools`: its tools are running.
    - `polling`: another name for `waiting_tools`.
    - `synthesizing`: all tools have finished, and the model is writing its answer.
    - `complete`: finished, with an answer.
    - `completed`: another spelling of `complete`.
    - `failed`: failed, with an `error`.
    """
    tool_count: int
    """Number of tools."""
    created_at: datetime
    """When the tools were started."""
    message: str | None = None
    """The status in words, for display. Not always present."""
    completed_tools: int | None = None
    """Number of tools that have finished or failed."""
    result: str | None = None
    """The model's answer; only present at the end."""
    tools: list[ToolOrchestrationTool] | None = None
    """The tools with their status. Not always present."""
    error: str | None = None
    """Why the orchestration failed, if it did."""
    completed_at: datetime | None = None
    """When the orchestration ended; absent before that."""
    duration: int | None = None
    """How long it took, in whole seconds."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _spelling: Spelling | None = _field(default=None, alias="_spelling")
    _wire_names: ClassVar = {
        "orchestration_id": "orchestrationId",
        "tool_count": "toolCount",
        "created_at": "createdAt",
        "completed_tools": "completedTools",
        "completed_at": "completedAt",
    }
    _aliases: ClassVar = {"synthesizedResponse": "result"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made._spelling = unify_spelling(rest, cls._aliases)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.orchestration_id = rest.pop("orchestrationId", None)
        made.status = rest.pop("status", None)
        made.tool_count = rest.pop("toolCount", None)
        made.created_at = to_datetime(rest.pop("createdAt", None))
        made.message = rest.pop("message", None)
        made.completed_tools = rest.pop("completedTools", None)
        made.result = rest.pop("result", None)
        made.tools = each_or_kept(ToolOrchestrationTool.from_dict, rest.pop("tools", None))
        made.error = rest.pop("error", None)
        made.completed_at = to_datetime(rest.pop("completedAt", None))
        made.duration = rest.pop("duration", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.orchestration_id is not None:
            made["orchestrationId"] = self.orchestration_id
        if self.status is not None:
            made["status"] = self.status
        if self.tool_count is not None:
            made["toolCount"] = self.tool_count
        if self.created_at is not None:
            made["createdAt"] = wire(self.created_at)
        if self.message is not None:
            made["message"] = self.message
        if self.completed_tools is not None:
            made["completedTools"] = self.completed_tools
        if self.result is not None:
            made["result"] = self.result
        if self.tools is not None:
            made["tools"] = wire(self.tools)
        if self.error is not None:
            made["error"] = self.error
        if self.completed_at is not None:
            made["completedAt"] = wire(self.completed_at)
        if self.duration is not None:
            made["duration"] = self.duration
        if self._nulls:
            restore_nulls(made, self._nulls)
        if self._spelling:
            restore_spelling(made, self._spelling)
        return made
