# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .json_object import JsonObject, JsonObjectParam
from .task_status import TaskStatus


@_define(kw_only=True, eq=False, repr=False)
class TaskCreateRequest(_Model):
    """A task to create.

    Attributes:
        title (str): What to do, in a few words.
        description (str | None): What to do, in detail.
        task_list_id (str | None): List to put the task in: any string. The list need not exist.
        status (TaskStatus | None): Initial status. Known values: "pending", "in_progress", "completed",
            "failed", "cancelled", "blocked". Server default: "pending".
        assigned_agent_id (str | None): Agent assigned to the task. Assigning does not start the agent.
        created_by_agent_id (str | None): Agent that creates the task, if any.
        depends_on (list[str] | None): Ids of the tasks that should be done before this one.
        metadata (JsonObject | None): Custom metadata, in any form.
        max_retries (int | None): Maximum number of retries, for the worker to respect. 0 to 10. Server
            default: 3.
        blocked_reason (str | None): Why the task is blocked, if it is created as `blocked`.
        blocked_by_task_ids (list[str] | None): Ids of the tasks that block this one, if it is created as
            `blocked`.
    """

    title: str
    """What to do, in a few words."""
    description: str | None = None
    """What to do, in detail."""
    task_list_id: str | None = None
    """List to put the task in: any string. The list need not exist."""
    status: TaskStatus | None = None
    """Initial status. Known values: "pending", "in_progress", "completed", "failed", "cancelled", "blocked". Server
    default: "pending".
    """
    assigned_agent_id: str | None = None
    """Agent assigned to the task. Assigning does not start the agent."""
    created_by_agent_id: str | None = None
    """Agent that creates the task, if any."""
    depends_on: list[str] | None = None
    """Ids of the tasks that should be done before this one."""
    metadata: JsonObject | None = None
    """Custom metadata, in any form."""
    max_retries: int | None = None
    """Maximum number of retries, for the worker to respect. 0 to 10. Server default: 3."""
    blocked_reason: str | None = None
    """Why the task is blocked, if it is created as `blocked`."""
    blocked_by_task_ids: list[str] | None = None
    """Ids of the tasks that block this one, if it is created as `blocked`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
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
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.title = rest.pop("title", None)
        made.description = rest.pop("description", None)
        made.task_list_id = rest.pop("taskListId", None)
        made.status = rest.pop("status", None)
        made.assigned_agent_id = rest.pop("assignedAgentId", None)
        made.created_by_agent_id = rest.pop("createdByAgentId", None)
        made.depends_on = rest.pop("dependsOn", None)
        made.metadata = to_map(rest.pop("metadata", None))
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
        if self.created_by_agent_id is not None:
            made["createdByAgentId"] = self.created_by_agent_id
        if self.depends_on is not None:
            made["dependsOn"] = self.depends_on
        if self.metadata is not None:
            made["metadata"] = wire(self.metadata)
        if self.max_retries is not None:
            made["maxRetries"] = self.max_retries
        if self.blocked_reason is not None:
            made["blockedReason"] = self.blocked_reason
        if self.blocked_by_task_ids is not None:
            made["blockedByTaskIds"] = self.blocked_by_task_ids
        if self._nulls:
            restore_nulls(made, self._nulls)
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
