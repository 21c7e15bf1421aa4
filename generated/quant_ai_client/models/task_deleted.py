# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class TaskDeleted(_Model):
    """Reply to the deletion of a task."""

    deleted: bool | Unset = UNSET
    """Always true; a failure is answered with an error status."""
    deleted_count: int | Unset = UNSET
    """How many tasks were deleted; more than 1 only with `cascade`."""
    deleted_task_ids: list[str] | Unset = UNSET
    """Ids of all tasks that were deleted."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            deleted=get("deleted", UNSET),
            deleted_count=get("deletedCount", UNSET),
            deleted_task_ids=get("deletedTaskIds", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "deleted": self.deleted,
                "deletedCount": self.deleted_count,
                "deletedTaskIds": self.deleted_task_ids,
            }
        )


_NAMES = {"deleted": "deleted", "deletedCount": "deleted_count", "deletedTaskIds": "deleted_task_ids"}
