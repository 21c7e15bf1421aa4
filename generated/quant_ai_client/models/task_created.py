# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .task_status import TaskStatus


@_define(kw_only=True, eq=False, repr=False)
class TaskCreated(_Model):
    """Reply to the creation of a task."""

    task_id: str
    """Id of the new task."""
    status: TaskStatus
    """The state of a task:

    - `pending`: nobody works on it yet
    - `in_progress`: somebody works on it
    - `completed`: done; the task is removed 30 days later
    - `failed`: given up, see `error`
    - `cancelled`: no longer wanted
    - `blocked`: it cannot go on, see `blockedReason`

    Known values: "pending", "in_progress", "completed", "failed", "cancelled", "blocked".
    """
    org_id: str | Unset = UNSET
    """The organisation that the task belongs to."""
    title: str | Unset = UNSET
    """The title, as it was sent."""
    created_at: int | Unset = UNSET
    """When the task was created, in Unix milliseconds."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            task_id=get("taskId", UNSET),
            status=get("status", UNSET),
            org_id=get("orgId", UNSET),
            title=get("title", UNSET),
            created_at=get("createdAt", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "taskId": self.task_id,
                "status": self.status,
                "orgId": self.org_id,
                "title": self.title,
                "createdAt": self.created_at,
            }
        )


_NAMES = {"taskId": "task_id", "status": "status", "orgId": "org_id", "title": "title", "createdAt": "created_at"}
