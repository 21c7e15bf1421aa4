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
class TaskCreateRequest(_Model):
    """A task to create."""

    title: str
    """What is to be done, in a few words."""
    description: str | Unset = UNSET
    """What is to be done, at length."""
    task_list_id: str | Unset = UNSET
    """The list to put the task in, any text. The list need not exist."""
    status: TaskStatus | Unset = UNSET
    """The state to begin in. Known values: "pending", "in_progress", "completed", "failed", "cancelled", "blocked".
    Server default: "pending".
    """
    assigned_agent_id: str | Unset = UNSET
    """The agent that is to do it. Assigning does not start the agent."""
    created_by_agent_id: str | Unset = UNSET
    """The agent that creates the task, if one does."""
    depends_on: list[str] | Unset = UNSET
    """Ids of the tasks that should be done before this one."""
    metadata: JsonObject | Unset = UNSET
    """Facts of your own about the task, in any form."""
    max_retries: int | Unset = UNSET
    """How often a worker may try again; it is up to the worker to heed it. 0 to 10. Server default: 3."""
    blocked_reason: str | Unset = UNSET
    """Why the task cannot go on, for one created as `blocked`."""
    blocked_by_task_ids: list[str] | Unset = UNSET
    """The tasks that hold it up, for one created as `blocked`."""
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
            created_by_agent_id=get("createdByAgentId", UNSET),
            depends_on=get("dependsOn", UNSET),
            metadata=get("metadata", UNSET),
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
                "createdByAgentId": self.created_by_agent_id,
                "dependsOn": self.depends_on,
                "metadata": wire(self.metadata),
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
    "createdByAgentId": "created_by_agent_id",
    "dependsOn": "depends_on",
    "metadata": "metadata",
    "maxRetries": "max_retries",
    "blockedReason": "blocked_reason",
    "blockedByTaskIds": "blocked_by_task_ids",
}


class TaskCreateRequestParam(TypedDict):
    """A `TaskCreateRequest` as a plain dict, names as in the JSON."""

    title: str
    description: NotRequired[str]
    taskListId: NotRequired[str]
    status: NotRequired[TaskStatus]
    assignedAgentId: NotRequired[str]
    createdByAgentId: NotRequired[str]
    dependsOn: NotRequired[Sequence[str]]
    metadata: NotRequired[JsonObjectParam]
    maxRetries: NotRequired[int]
    blockedReason: NotRequired[str]
    blockedByTaskIds: NotRequired[Sequence[str]]
