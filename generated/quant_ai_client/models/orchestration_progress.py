# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class OrchestrationProgress(_Model):
    """Progress by items. `total` grows while a generator adds items.

    Attributes:
        total (int | Unset): Number of items known so far.
        completed (int | Unset): Number of items done.
        failed (int | Unset): Number of items that failed.
        pending (int | Unset): Number of items left.
    """

    total: int | Unset = UNSET
    """Number of items known so far."""
    completed: int | Unset = UNSET
    """Number of items done."""
    failed: int | Unset = UNSET
    """Number of items that failed."""
    pending: int | Unset = UNSET
    """Number of items left."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.total = rest.pop("total", UNSET)
        made.completed = rest.pop("completed", UNSET)
        made.failed = rest.pop("failed", UNSET)
        made.pending = rest.pop("pending", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.total is not UNSET:
            made["total"] = self.total
        if self.completed is not UNSET:
            made["completed"] = self.completed
        if self.failed is not UNSET:
            made["failed"] = self.failed
        if self.pending is not UNSET:
            made["pending"] = self.pending
        return made
