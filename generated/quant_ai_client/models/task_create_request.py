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
class TaskCreateRequest(_Model):
    """A task to create.

    Attributes:
        title (str): What to do, in a few words.
        description (str | Unset): What to do, in detail.
        task_list_id (str | Unset): List to put the task in: any string. The list need not exist.
        status (TaskStatus | Unset): Initial status. Known values: "pending", "in_progress", "completed",
            "failed", "cancelled", "blocked". Server default: "pending".
        assigned_agent_id (str | Unset): Agent assigned to the task. Assigning does not start the agent.
        created_by_agent_id (str | Unset): Agent that creates the task, if any.
        depends_on (list[str] | Unset): Ids of the tasks that should be done before this one.
        metadata (JsonObject | Unset): Custom metadata, in any form.
        max_retries (int | Unset): Maximum number of retries, for the worker to respect. 0 to 10. Server
            default: 3.
        blocked_reason (str | Unset): Why the task is blocked, if it is created as `blocked`.
        blocked_by_task_ids (list[str] | Unset): Ids of the tasks that block this one, if it is created as
            `blocked`.
    """

    title: str
    """What to do, in a few words."""
    description: str | Unset = UNSET
    """What to do, in detail."""
    task_list_id: str | Unset = UNSET
    """List to put the task in: any string. The list need not exist."""
    status: TaskStatus | Unset = UNSET
    """Initial status. Known values: "pending", "in_progress", "completed", "failed", "cancelled", "blocked". Server
    default: "pending".
    """
    assigned_agent_id: str | Unset = UNSET
    """Agent assigned to the task. Assigning does not start the agent."""
    created_by_agent_id: str | Unset = UNSET
    """Agent that creates the task, if any."""
    depends_on: list[str] | Unset = UNSET
    """Ids of the tasks that should be done before this one."""
    metadata: JsonObject | Unset = UNSET
    """Custom metadata, in any form."""
    max_retries: int | Unset = UNSET
    """Maximum number of retries, for the worker to respect. 0 to 10. Server default: 3."""
    blocked_reason: str | Unset = UNSET
    """Why the task is blocked, if it is created as `blocked`."""
    blocked_by_task_ids: list[str] | Unset = UNSET
    """Ids of the tasks that block this one, if it is created as `blocked`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "task_list_id": "taskListId",
        "assigned_agent_id": "assignedAgentId",
        "created_by_agent_id": "createdByAgentId",
        "depends_on": "dependsOn",
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
        made.created_by_agent_id = rest.pop("createdByAgentId", UNSET)
        made.depends_on = rest.pop("dependsOn", UNSET)
        made.metadata = rest.pop("metadata", UNSET)
        made.max_retries = rest.pop("maxRetries", UNSET)
        made.blocked_reason = rest.pop("blockedReason", UNSET)
        made.blocked_by_task_ids = rest.pop("blockedByTaskIds", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.title, Unset):
            made["title"] = self.title
        if self.description is not UNSET:
            made["description"] = self.description
        if self.task_list_id is not UNSET:
            made["taskListId"] = self.task_list_id
        if self.status is not UNSET:
            made["status"] = self.status
        if self.assigned_agent_id is not UNSET:
            made["assignedAgentId"] = self.assigned_agent_id
        if self.created_by_agent_id is not UNSET:
            made["createdByAgentId"] = self.created_by_agent_id
        if self.depends_on is not UNSET:
            made["dependsOn"] = self.depends_on
        if self.metadata is not UNSET:
            made["metadata"] = wire(self.metadata)
        if self.max_retries is not UNSET:
            made["maxRetries"] = self.max_retries
        if self.blocked_reason is not UNSET:
            made["blockedReason"] = self.blocked_reason
        if self.blocked_by_task_ids is not UNSET:
            made["blockedByTaskIds"] = self.blocked_by_task_ids
        return made


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
