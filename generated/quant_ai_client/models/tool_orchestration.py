# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new, to_datetime, unify_spelling
from ..encoding import restore_spelling, wire
from ..types import UNSET, Spelling, Unset
from ..types import Model as _Model
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
        message (str | Unset): The status in words, for display. Not always present.
        completed_tools (int | Unset): Number of tools that have finished or failed.
        result (str | Unset): The model's answer; only present at the end.
        tools (list[ToolOrchestrationTool] | Unset): The tools with their status. Not always present.
        error (str | Unset): Why the orchestration failed, if it did.
        completed_at (datetime | Unset): When the orchestration ended; absent before that.
        duration (int | Unset): How long it took, in whole seconds.
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
    message: str | Unset = UNSET
    """The status in words, for display. Not always present."""
    completed_tools: int | Unset = UNSET
    """Number of tools that have finished or failed."""
    result: str | Unset = UNSET
    """The model's answer; only present at the end."""
    tools: list[ToolOrchestrationTool] | Unset = UNSET
    """The tools with their status. Not always present."""
    error: str | Unset = UNSET
    """Why the orchestration failed, if it did."""
    completed_at: datetime | Unset = UNSET
    """When the orchestration ended; absent before that."""
    duration: int | Unset = UNSET
    """How long it took, in whole seconds."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _spelling: Spelling | None = _field(default=None, init=False)
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
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made._spelling = unify_spelling(rest, cls._aliases)
        made.orchestration_id = rest.pop("orchestrationId", UNSET)
        made.status = rest.pop("status", UNSET)
        made.tool_count = rest.pop("toolCount", UNSET)
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.message = rest.pop("message", UNSET)
        made.completed_tools = rest.pop("completedTools", UNSET)
        made.result = rest.pop("result", UNSET)
        made.tools = each(ToolOrchestrationTool.from_dict, rest.pop("tools", UNSET), "tools")
        made.error = rest.pop("error", UNSET)
        made.completed_at = to_datetime(rest.pop("completedAt", UNSET))
        made.duration = rest.pop("duration", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.orchestration_id, Unset):
            made["orchestrationId"] = self.orchestration_id
        if not isinstance(self.status, Unset):
            made["status"] = self.status
        if not isinstance(self.tool_count, Unset):
            made["toolCount"] = self.tool_count
        if not isinstance(self.created_at, Unset):
            made["createdAt"] = wire(self.created_at)
        if self.message is not UNSET:
            made["message"] = self.message
        if self.completed_tools is not UNSET:
            made["completedTools"] = self.completed_tools
        if self.result is not UNSET:
            made["result"] = self.result
        if self.tools is not UNSET:
            made["tools"] = wire(self.tools)
        if self.error is not UNSET:
            made["error"] = self.error
        if self.completed_at is not UNSET:
            made["completedAt"] = wire(self.completed_at)
        if self.duration is not UNSET:
            made["duration"] = self.duration
        if self._spelling:
            restore_spelling(made, self._spelling)
        return made
