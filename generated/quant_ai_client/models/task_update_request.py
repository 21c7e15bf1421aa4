# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .json_object import JsonObject, JsonObjectParam
    from .task_status import TaskStatus


@_define(kw_only=True, eq=False, repr=False)
class TaskUpdateRequest(_Model):
    """Fields of a task to change. A field left out stays as it is; null, where allowed, empties it."""

    title: str | Unset = UNSET
    """What is to be done, in a few words."""
    description: str | Unset = UNSET
    """What is to be done, at length."""
    task_list_id: str | Unset | None = UNSET
    """The list to move the task to; null takes it out of its list."""
    status: TaskStatus | Unset = UNSET
    """The state of a task:

    - `pending`: nobody works on it yet
    - `in_progress`: somebody works on it
    - `completed`: done; the task is removed 30 days later
    - `failed`: given up, see `error`
    - `cancelled`: no longer wanted
    - `blocked`: it cannot go on, see `blockedReason`

    Known values: "pending", "in_progress", "completed", "failed", "cancelled", "blocked".
    """
    assigned_agent_id: str | Unset | None = UNSET
    """The agent that is to do it; null takes the task from its agent."""
    depends_on: list[str] | Unset = UNSET
    """Ids of the tasks that should be done before this one; they replace the ones before."""
    metadata: JsonObject | Unset = UNSET
    """Facts of your own about the task. They replace all that were there, so send the whole object."""
    progress: float | Unset = UNSET
    """Share of the work that is done, from 0 to 1. 0 to 1."""
    progress_message: str | Unset = UNSET
    """How far the work is, in words."""
    result: JsonObject | Unset = UNSET
    """What came out of the work, in any form."""
    error: str | Unset | None = UNSET
    """What went wrong; null takes an earlier error back."""
    retry_count: int | Unset = UNSET
    """How often the work was tried again so far."""
    max_retries: int | Unset = UNSET
    """How often a worker may try again. 0 to 10."""
    blocked_reason: str | Unset | None = UNSET
    """Why the task cannot go on; null takes the reason back."""
    blocked_by_task_ids: list[str] | Unset | None = UNSET
    """The tasks that hold it up; null if none does any more."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            title=get("title", UNSET),
            description=get("description", UNSET),
            task_list_id=get("taskListId", UNSET),
            status=get("status", UNSET),
            assigned_agent_id=get("assignedAgentId", UNSET),
            depends_on=get("dependsOn", UNSET),
            metadata=get("metadata", UNSET),
            progress=get("progress", UNSET),
            progress_message=get("progressMessage", UNSET),
            result=get("result", UNSET),
            error=get("error", UNSET),
            retry_count=get("retryCount", UNSET),
            max_retries=get("maxRetries", UNSET),
            blocked_reason=get("blockedReason", UNSET),
            blocked_by_task_ids=get("blockedByTaskIds", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "title": self.title,
                "description": self.description,
                "taskListId": self.task_list_id,
                "status": self.status,
                "assignedAgentId": self.assigned_agent_id,
                "dependsOn": self.depends_on,
                "metadata": wire(self.metadata),
                "progress": self.progress,
                "progressMessage": self.progress_message,
                "result": wire(self.result),
                "error": self.error,
                "retryCount": self.retry_count,
                "maxRetries": self.max_retries,
                "blockedReason": self.blocked_reason,
                "blockedByTaskIds": self.blocked_by_task_ids,
            }
        )


_NAMES = {
    "title": "title",
    "description": "description",
    "taskListId": "task_list_id",
    "status": "status",
    "assignedAgentId": "assigned_agent_id",
    "dependsOn": "depends_on",
    "metadata": "metadata",
    "progress": "progress",
    "progressMessage": "progress_message",
    "result": "result",
    "error": "error",
    "retryCount": "retry_count",
    "maxRetries": "max_retries",
    "blockedReason": "blocked_reason",
    "blockedByTaskIds": "blocked_by_task_ids",
}


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
