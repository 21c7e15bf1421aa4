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
class OrchestrationProgress(_Model):
    """How far the items are. `total` grows while a generator adds items."""

    total: int | Unset = UNSET
    """Number of items known so far."""
    completed: int | Unset = UNSET
    """Items that are done."""
    failed: int | Unset = UNSET
    """Items that could not be done."""
    pending: int | Unset = UNSET
    """Items still to do."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            total=get("total", UNSET),
            completed=get("completed", UNSET),
            failed=get("failed", UNSET),
            pending=get("pending", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "total": self.total,
                "completed": self.completed,
                "failed": self.failed,
                "pending": self.pending,
            }
        )


_NAMES = {"total": "total", "completed": "completed", "failed": "failed", "pending": "pending"}
