# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from .task_status import TaskStatus


@_define(kw_only=True, eq=False, repr=False)
class TaskCreated(_Model):
    """The created task.

    Attributes:
        task_id (str): Id of the new task.
        status (TaskStatus): Status of a task. Known values: "pending", "in_progress", "completed",
            "failed", "cancelled", "blocked".
        org_id (str | None): Machine name of the organisation.
        title (str | None): Title of the task.
        created_at (int | None): When the task was created, in Unix milliseconds.
    """

    task_id: str
    """Id of the new task."""
    status: TaskStatus
    """Status of a task:

    - `pending`: not started
    - `in_progress`: being worked on
    - `completed`: done; the task is removed 30 days later
    - `failed`: failed, see `error`
    - `cancelled`: cancelled
    - `blocked`: cannot continue, see `blocked_reason`
    """
    org_id: str | None = None
    """Machine name of the organisation."""
    title: str | None = None
    """Title of the task."""
    created_at: int | None = None
    """When the task was created, in Unix milliseconds."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"task_id": "taskId", "org_id": "orgId", "created_at": "createdAt"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.task_id = rest.pop("taskId", None)
        made.status = rest.pop("status", None)
        made.org_id = rest.pop("orgId", None)
        made.title = rest.pop("title", None)
        made.created_at = rest.pop("createdAt", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.task_id is not None:
            made["taskId"] = self.task_id
        if self.status is not None:
            made["status"] = self.status
        if self.org_id is not None:
            made["orgId"] = self.org_id
        if self.title is not None:
            made["title"] = self.title
        if self.created_at is not None:
            made["createdAt"] = self.created_at
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
