# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class TaskDeleted(_Model):
    """Which tasks were deleted.

    Attributes:
        deleted (bool | Unset): Always true; errors have their own HTTP status.
        deleted_count (int | Unset): Number of tasks deleted; more than 1 only with `cascade`.
        deleted_task_ids (list[str] | Unset): Ids of all deleted tasks.
    """

    deleted: bool | Unset = UNSET
    """Always true; errors have their own HTTP status."""
    deleted_count: int | Unset = UNSET
    """Number of tasks deleted; more than 1 only with `cascade`."""
    deleted_task_ids: list[str] | Unset = UNSET
    """Ids of all deleted tasks."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"deleted_count": "deletedCount", "deleted_task_ids": "deletedTaskIds"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.deleted = rest.pop("deleted", UNSET)
        made.deleted_count = rest.pop("deletedCount", UNSET)
        made.deleted_task_ids = rest.pop("deletedTaskIds", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.deleted is not UNSET:
            made["deleted"] = self.deleted
        if self.deleted_count is not UNSET:
            made["deletedCount"] = self.deleted_count
        if self.deleted_task_ids is not UNSET:
            made["deletedTaskIds"] = self.deleted_task_ids
        return made
