# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class TaskDeleted(_Model):
    """Which tasks were deleted.

    Attributes:
        deleted (bool | None): Always true; errors have their own HTTP status.
        deleted_count (int | None): Number of tasks deleted; more than 1 only with `cascade`.
        deleted_task_ids (list[str] | None): Ids of all deleted tasks.
    """

    deleted: bool | None = None
    """Always true; errors have their own HTTP status."""
    deleted_count: int | None = None
    """Number of tasks deleted; more than 1 only with `cascade`."""
    deleted_task_ids: list[str] | None = None
    """Ids of all deleted tasks."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"deleted_count": "deletedCount", "deleted_task_ids": "deletedTaskIds"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.deleted = rest.pop("deleted", None)
        made.deleted_count = rest.pop("deletedCount", None)
        made.deleted_task_ids = rest.pop("deletedTaskIds", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.deleted is not None:
            made["deleted"] = self.deleted
        if self.deleted_count is not None:
            made["deletedCount"] = self.deleted_count
        if self.deleted_task_ids is not None:
            made["deletedTaskIds"] = self.deleted_task_ids
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
