# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT, TypedDict
from ..types import Model as _Model
from .json_object import JsonObject, JsonObjectParam
from .task_status import TaskStatus


@_define(kw_only=True, eq=False, repr=False)
class TaskUpdateRequest(_Model):
    """Fields to change. Fields left out keep their values; None, where allowed, clears the field.

    Attributes:
        title (str | None): What to do, in a few words.
        description (str | None): What to do, in detail.
        task_list_id (str | None): List to move the task to; None removes it from its list.
        status (TaskStatus | None): Status of a task. Known values: "pending", "in_progress", "completed",
            "failed", "cancelled", "blocked".
        assigned_agent_id (str | None): Agent assigned to the task; None removes the assignment.
        depends_on (list[str] | None): Ids of the tasks that should be done before this one; they replace
            the previous ones.
        metadata (JsonObject | None): Custom metadata. It replaces all existing metadata, so send the
            complete object.
        progress (float | None): Progress, from 0 to 1.
        progress_message (str | None): Progress in words.
        result (JsonObject | None): Result of the work, in any form.
        error (str | None): What went wrong; None clears an earlier error.
        retry_count (int | None): Number of retries so far.
        max_retries (int | None): Maximum number of retries. 0 to 10.
        blocked_reason (str | None): Why the task is blocked; None clears the reason.
        blocked_by_task_ids (list[str] | None): Ids of the tasks that block this one; None clears them.
    """

    title: str | None = None
    """What to do, in a few words."""
    description: str | None = None
    """What to do, in detail."""
    task_list_id: str | None = NOT_SENT
    """List to move the task to; None removes it from its list."""
    status: TaskStatus | None = None
    """Status of a task:

    - `pending`: not started
    - `in_progress`: being worked on
    - `completed`: done; the task is removed 30 days later
    - `failed`: failed, see `error`
    - `cancelled`: cancelled
    - `blocked`: cannot continue, see `blocked_reason`
    """
    assigned_agent_id: str | None = NOT_SENT
    """Agent assigned to the task; None removes the assignment."""
    depends_on: list[str] | None = None
    """Ids of the tasks that should be done before this one; they replace the previous ones."""
    metadata: JsonObject | None = None
    """Custom metadata. It replaces all existing metadata, so send the complete object."""
    progress: float | None = None
    """Progress, from 0 to 1."""
    progress_message: str | None = None
    """Progress in words."""
    result: JsonObject | None = None
    """Result of the work, in any form."""
    error: str | None = NOT_SENT
    """What went wrong; None clears an earlier error."""
    retry_count: int | None = None
    """Number of retries so far."""
    max_retries: int | None = None
    """Maximum number of retries. 0 to 10."""
    blocked_reason: str | None = NOT_SENT
    """Why the task is blocked; None clears the reason."""
    blocked_by_task_ids: list[str] | None = NOT_SENT
    """Ids of the tasks that block this one; None clears them."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {
        "task_list_id": "taskListId",
        "assigned_agent_id": "assignedAgentId",
        "depends_on": "dependsOn",
        "progress_message": "progressMessage",
        "retry_count": "retryCount",
        "max_retries": "maxRetries",
        "blocked_reason": "blockedReason",
        "blocked_by_task_ids": "blockedByTaskIds",
    }
    _nullable: ClassVar = {
        "taskListId": "task_list_id",
        "assignedAgentId": "assigned_agent_id",
        "error": "error",
        "blockedReason": "blocked_reason",
        "blockedByTaskIds": "blocked_by_task_ids",
    }

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
        made.title = rest.pop("title", None)
        made.description = rest.pop("description", None)
        made.task_list_id = rest.pop("taskListId", None)
        made.status = rest.pop("status", None)
        made.assigned_agent_id = rest.pop("assignedAgentId", None)
        made.depends_on = rest.pop("dependsOn", None)
        made.metadata = to_map(rest.pop("metadata", None))
        made.progress = rest.pop("progress", None)
        made.progress_message = rest.pop("progressMessage", None)
        made.result = to_map(rest.pop("result", None))
        made.error = rest.pop("error", None)
        made.retry_count = rest.pop("retryCount", None)
        made.max_retries = rest.pop("maxRetries", None)
        made.blocked_reason = rest.pop("blockedReason", None)
        made.blocked_by_task_ids = rest.pop("blockedByTaskIds", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.title is not None:
            made["title"] = self.title
        if self.description is not None:
            made["description"] = self.description
        if self.task_list_id is not None:
            made["taskListId"] = self.task_list_id
        if self.status is not None:
            made["status"] = self.status
        if self.assigned_agent_id is not None:
            made["assignedAgentId"] = self.assigned_agent_id
        if self.depends_on is not None:
            made["dependsOn"] = self.depends_on
        if self.metadata is not None:
            made["metadata"] = wire(self.metadata)
        if self.progress is not None:
            made["progress"] = self.progress
        if self.progress_message is not None:
            made["progressMessage"] = self.progress_message
        if self.result is not None:
            made["result"] = wire(self.result)
        if self.error is not None:
            made["error"] = self.error
        if self.retry_count is not None:
            made["retryCount"] = self.retry_count
        if self.max_retries is not None:
            made["maxRetries"] = self.max_retries
        if self.blocked_reason is not None:
            made["blockedReason"] = self.blocked_reason
        if self.blocked_by_task_ids is not None:
            made["blockedByTaskIds"] = self.blocked_by_task_ids
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class TaskUpdateRequestParam(TypedDict):
    """A `TaskUpdateRequest` as a plain dict, names as in the JSON."""

    title: NotRequired[str]
    description: NotRequired[str]
    taskListId: NotRequired[str | None]
    status: NotRequired[TaskStatus]
    assignedAgentId: NotRequired[str | None]
    dependsOn: NotRequired[Sequence[str]]
    metadata: NotRequired[JsonObjectParam]
    progress: NotRequired[float]
    progressMessage: NotRequired[str]
    result: NotRequired[JsonObjectParam]
    error: NotRequired[str | None]
    retryCount: NotRequired[int]
    maxRetries: NotRequired[int]
    blockedReason: NotRequired[str | None]
    blockedByTaskIds: NotRequired[Sequence[str] | None]
