# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, to_datetime, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .batch_status import BatchStatus


@_define(kw_only=True, eq=False, repr=False)
class OrchestrationBatch(_Model):
    """One round of an orchestration."""

    batch_id: str
    """Id of the batch."""
    status: BatchStatus
    """The state of a batch:

    - `pending`: not begun
    - `running`: items are being worked on
    - `completed`: all its items were worked on
    - `failed`: it could not be finished, see `error`

    Known values: "pending", "running", "completed", "failed".
    """
    orchestration_id: str | Unset = UNSET
    """The orchestration that it belongs to."""
    iteration: int | Unset = UNSET
    """Which round it is, counted up from the first batch."""
    item_count: int | Unset = UNSET
    """Number of items in the batch."""
    completed_count: int | Unset = UNSET
    """Items of the batch that are done."""
    failed_count: int | Unset = UNSET
    """Items of the batch that could not be done."""
    started_at: datetime | Unset | None = UNSET
    """When work on the batch began; null before."""
    completed_at: datetime | Unset | None = UNSET
    """When work on the batch ended; null before."""
    error: str | Unset | None = UNSET
    """Why the batch failed; null if it did not."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            batch_id=get("batchId", UNSET),
            status=get("status", UNSET),
            orchestration_id=get("orchestrationId", UNSET),
            iteration=get("iteration", UNSET),
            item_count=get("itemCount", UNSET),
            completed_count=get("completedCount", UNSET),
            failed_count=get("failedCount", UNSET),
            started_at=to_datetime(get("startedAt", UNSET)),
            completed_at=to_datetime(get("completedAt", UNSET)),
            error=get("error", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "batchId": self.batch_id,
                "status": self.status,
                "orchestrationId": self.orchestration_id,
                "iteration": self.iteration,
                "itemCount": self.item_count,
                "completedCount": self.completed_count,
                "failedCount": self.failed_count,
                "startedAt": wire(self.started_at),
                "completedAt": wire(self.completed_at),
                "error": self.error,
            }
        )


_NAMES = {
    "batchId": "batch_id",
    "status": "status",
    "orchestrationId": "orchestration_id",
    "iteration": "iteration",
    "itemCount": "item_count",
    "completedCount": "completed_count",
    "failedCount": "failed_count",
    "startedAt": "started_at",
    "completedAt": "completed_at",
    "error": "error",
}
