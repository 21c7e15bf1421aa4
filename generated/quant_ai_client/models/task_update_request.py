# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .json_object import JsonObject, JsonObjectParam
from .task_status import TaskStatus


@_define(kw_only=True, eq=False, repr=False)
class TaskUpdateRequest(_Model):
    """Fields to change. Fields left out keep their values; None, where allowed, clears the field.

    Attributes:
        title (str | Unset): What to do, in a few words.
        description (str | Unset): What to do, in detail.
        task_list_id (str | Unset | None): List to move the task to; None removes it from its list.
        status (TaskStatus | Unset): Status of a task. Known values: "pending", "in_progress", "completed",
            "failed", "cancelled", "blocked".
        assigned_agent_id (str | Unset | None): Agent assigned to the task; None removes the assignment.
        depends_on (list[str] | Unset): Ids of the tasks that should be done before this one; they replace
            the previous ones.
        metadata (JsonObject | Unset): Custom metadata. It replaces all existing metadata, so send the
            complete object.
        progress (float | Unset): Progress, from 0 to 1.
        progress_message (str | Unset): Progress in words.
        result (JsonObject | Unset): Result of the work, in any form.
        error (str | Unset | None): What went wrong; None clears an earlier error.
        retry_count (int | Unset): Number of retries so far.
        max_retries (int | Unset): Maximum number of retries. 0 to 10.
        blocked_reason (str | Unset | None): Why the task is blocked; None clears the reason.
        blocked_by_task_ids (list[str] | Unset | None): Ids of the tasks that block this one; None clears
            them.
    """

    title: str | Unset = UNSET
    """What to do, in a few words."""
    description: str | Unset = UNSET
    """What to do, in detail."""
    task_list_id: str | Unset | None = UNSET
    """List to move the task to; None removes it from its list."""
    status: TaskStatus | Unset = UNSET
    """Status of a task:

    - `pending`: not started
    - `in_progress`: being worked on
    - `completed`: done; the task is removed 30 days later
    - `failed`: failed, see `error`
    - `cancelled`: cancelled
    - `blocked`: cannot continue, see `blocked_reason`
    """
    assigned_agent_id: str | Unset | None = UNSET
    """Agent assigned to the task; None removes the assignment."""
    depends_on: list[str] | Unset = UNSET
    """Ids of the tasks that should be done before this one; they replace the previous ones."""
    metadata: JsonObject | Unset = UNSET
    """Custom metadata. It replaces all existing metadata, so send the complete object."""
    progress: float | Unset = UNSET
    """Progress, from 0 to 1."""
    progress_message: str | Unset = UNSET
    """Progress in words."""
    result: JsonObject | Unset = UNSET
    """Result of the work, in any form."""
    error: str | Unset | None = UNSET
    """What went wrong; None clears an earlier error."""
    retry_count: int | Unset = UNSET
    """Number of retries so far."""
    max_retries: int | Unset = UNSET
    """Maximum number of retries. 0 to 10."""
    blocked_reason: str | Unset | None = UNSET
    """Why the task is blocked; None clears the reason."""
    blocked_by_task_ids: list[str] | Unset | None = UNSET
    """Ids of the tasks that block this one; None clears them."""
    additional_properties: dict[str, Any] = _field(factory=dict)
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

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.title = rest.pop("title", UNSET)
        made.description = rest.pop("description", UNSET)
        made.task_list_id = rest.pop("taskListId", UNSET)
        made.status = rest.pop("status", UNSET)
        made.assigned_agent_id = rest.pop("assignedAgentId", UNSET)
        made.depends_on = rest.pop("dependsOn", UNSET)
        made.metadata = rest.pop("metadata", UNSET)
        made.progress = rest.pop("progress", UNSET)
        made.progress_message = rest.pop("progressMessage", UNSET)
        made.result = rest.pop("result", UNSET)
        made.error = rest.pop("error", UNSET)
        made.retry_count = rest.pop("retryCount", UNSET)
        made.max_retries = rest.pop("maxRetries", UNSET)
        made.blocked_reason = rest.pop("blockedReason", UNSET)
        made.blocked_by_task_ids = rest.pop("blockedByTaskIds", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.title is not UNSET:
            made["title"] = self.title
        if self.description is not UNSET:
            made["description"] = self.description
        if self.task_list_id is not UNSET:
            made["taskListId"] = self.task_list_id
        if self.status is not UNSET:
            made["status"] = self.status
        if self.assigned_agent_id is not UNSET:
            made["assignedAgentId"] = self.assigned_agent_id
        if self.depends_on is not UNSET:
            made["dependsOn"] = self.depends_on
        if self.metadata is not UNSET:
            made["metadata"] = wire(self.metadata)
        if self.progress is not UNSET:
            made["progress"] = self.progress
        if self.progress_message is not UNSET:
            made["progressMessage"] = self.progress_message
        if self.result is not UNSET:
            made["result"] = wire(self.result)
        if self.error is not UNSET:
            made["error"] = self.error
        if self.retry_count is not UNSET:
            made["retryCount"] = self.retry_count
        if self.max_retries is not UNSET:
            made["maxRetries"] = self.max_retries
        if self.blocked_reason is not UNSET:
            made["blockedReason"] = self.blocked_reason
        if self.blocked_by_task_ids is not UNSET:
            made["blockedByTaskIds"] = self.blocked_by_task_ids
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
