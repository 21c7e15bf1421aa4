# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .batch_status import BatchStatus


@_define(kw_only=True, eq=False, repr=False)
class OrchestrationBatch(_Model):
    """One round of an orchestration.

    Attributes:
        batch_id (str): Id of the batch.
        status (BatchStatus): Status of a batch. Known values: "pending", "running", "completed", "failed".
        orchestration_id (str | Unset): The orchestration that it belongs to.
        iteration (int | Unset): Number of the round, counted from the first batch.
        item_count (int | Unset): Number of items in the batch.
        completed_count (int | Unset): Number of items done.
        failed_count (int | Unset): Number of items that failed.
        started_at (datetime | Unset | None): When the batch started; None before.
        completed_at (datetime | Unset | None): When the batch ended; None before.
        error (str | Unset | None): Why the batch failed; None if it did not.
    """

    batch_id: str
    """Id of the batch."""
    status: BatchStatus
    """Status of a batch:

    - `pending`: not started
    - `running`: items are being processed
    - `completed`: all items were processed
    - `failed`: failed, see `error`
    """
    orchestration_id: str | Unset = UNSET
    """The orchestration that it belongs to."""
    iteration: int | Unset = UNSET
    """Number of the round, counted from the first batch."""
    item_count: int | Unset = UNSET
    """Number of items in the batch."""
    completed_count: int | Unset = UNSET
    """Number of items done."""
    failed_count: int | Unset = UNSET
    """Number of items that failed."""
    started_at: datetime | Unset | None = UNSET
    """When the batch started; None before."""
    completed_at: datetime | Unset | None = UNSET
    """When the batch ended; None before."""
    error: str | Unset | None = UNSET
    """Why the batch failed; None if it did not."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "batch_id": "batchId",
        "orchestration_id": "orchestrationId",
        "item_count": "itemCount",
        "completed_count": "completedCount",
        "failed_count": "failedCount",
        "started_at": "startedAt",
        "completed_at": "completedAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.batch_id = rest.pop("batchId", UNSET)
        made.status = rest.pop("status", UNSET)
        made.orchestration_id = rest.pop("orchestrationId", UNSET)
        made.iteration = rest.pop("iteration", UNSET)
        made.item_count = rest.pop("itemCount", UNSET)
        made.completed_count = rest.pop("completedCount", UNSET)
        made.failed_count = rest.pop("failedCount", UNSET)
        made.started_at = to_datetime(rest.pop("startedAt", UNSET))
        made.completed_at = to_datetime(rest.pop("completedAt", UNSET))
        made.error = rest.pop("error", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.batch_id, Unset):
            made["batchId"] = self.batch_id
        if not isinstance(self.status, Unset):
            made["status"] = self.status
        if self.orchestration_id is not UNSET:
            made["orchestrationId"] = self.orchestration_id
        if self.iteration is not UNSET:
            made["iteration"] = self.iteration
        if self.item_count is not UNSET:
            made["itemCount"] = self.item_count
        if self.completed_count is not UNSET:
            made["completedCount"] = self.completed_count
        if self.failed_count is not UNSET:
            made["failedCount"] = self.failed_count
        if self.started_at is not UNSET:
            made["startedAt"] = wire(self.started_at)
        if self.completed_at is not UNSET:
            made["completedAt"] = wire(self.completed_at)
        if self.error is not UNSET:
            made["error"] = self.error
        return made
