# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .tool_execution_status import ToolExecutionStatus


@_define(kw_only=True, eq=False, repr=False)
class ListedToolExecution(_Model):
    """An asynchronous tool call as shown in the list, with ISO 8601 times and without its result.

    Attributes:
        execution_id (str): Id of the execution, `exec_` and 32 hexadecimal digits.
        tool_name (str | None): Name of the tool.
        status (ToolExecutionStatus | None): Status of a tool execution. Known values: "pending", "running",
            "complete", "completed", "failed".
        created_at (datetime | None): When the tool was called.
        completed_at (datetime | None): When the execution ended; None or absent before that.
    """

    execution_id: str
    """Id of the execution, `exec_` and 32 hexadecimal digits."""
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
    created_at: datetime | None = None
    """When the tool was called."""
    completed_at: datetime | None = NOT_SENT
    """When the execution ended; None or absent before that."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {
        "execution_id": "executionId",
        "tool_name": "toolName",
        "created_at": "createdAt",
        "completed_at": "completedAt",
    }
    _nullable: ClassVar = {"completedAt": "completed_at"}

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
        made.execution_id = rest.pop("executionId", None)
        made.tool_name = rest.pop("toolName", None)
        made.status = rest.pop("status", None)
        made.created_at = to_datetime(rest.pop("createdAt", None))
        made.completed_at = to_datetime(rest.pop("completedAt", None))
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
        if self.created_at is not None:
            made["createdAt"] = wire(self.created_at)
        if self.completed_at is not None:
            made["completedAt"] = wire(self.completed_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
