# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .batch_status import BatchStatus


@_define(kw_only=True, eq=False, repr=False)
class OrchestrationBatch(_Model):
    """One round of an orchestration.

    Attributes:
        batch_id (str): Id of the batch.
        status (BatchStatus): Status of a batch. Known values: "pending", "running", "completed", "failed".
        orchestration_id (str | None): The orchestration that it belongs to.
        iteration (int | None): Number of the round, counted from the first batch.
        item_count (int | None): Number of items in the batch.
        completed_count (int | None): Number of items done.
        failed_count (int | None): Number of items that failed.
        started_at (datetime | None): When the batch started; None before.
        completed_at (datetime | None): When the batch ended; None before.
        error (str | None): Why the batch failed; None if it did not.
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
    orchestration_id: str | None = None
    """The orchestration that it belongs to."""
    iteration: int | None = None
    """Number of the round, counted from the first batch."""
    item_count: int | None = None
    """Number of items in the batch."""
    completed_count: int | None = None
    """Number of items done."""
    failed_count: int | None = None
    """Number of items that failed."""
    started_at: datetime | None = NOT_SENT
    """When the batch started; None before."""
    completed_at: datetime | None = NOT_SENT
    """When the batch ended; None before."""
    error: str | None = NOT_SENT
    """Why the batch failed; None if it did not."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {
        "batch_id": "batchId",
        "orchestration_id": "orchestrationId",
        "item_count": "itemCount",
        "completed_count": "completedCount",
        "failed_count": "failedCount",
        "started_at": "startedAt",
        "completed_at": "completedAt",
    }
    _nullable: ClassVar = {"startedAt": "started_at", "completedAt": "completed_at", "error": "error"}

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.batch_id = rest.pop("batchId", None)
        made.status = rest.pop("status", None)
        made.orchestration_id = rest.pop("orchestrationId", None)
        made.iteration = rest.pop("iteration", None)
        made.item_count = rest.pop("itemCount", None)
        made.completed_count = rest.pop("completedCount", None)
        made.failed_count = rest.pop("failedCount", None)
        made.started_at = to_datetime(rest.pop("startedAt", None))
        made.completed_at = to_datetime(rest.pop("completedAt", None))
        made.error = rest.pop("error", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.batch_id is not None:
            made["batchId"] = self.batch_id
        if self.status is not None:
            made["status"] = self.status
        if self.orchestration_id is not None:
            made["orchestrationId"] = self.orchestration_id
        if self.iteration is not None:
            made["iteration"] = self.iteration
        if self.item_count is not None:
            made["itemCount"] = self.item_count
        if self.completed_count is not None:
            made["completedCount"] = self.completed_count
        if self.failed_count is not None:
            made["failedCount"] = self.failed_count
        if self.started_at is not None:
            made["startedAt"] = wire(self.started_at)
        if self.completed_at is not None:
            made["completedAt"] = wire(self.completed_at)
        if self.error is not None:
            made["error"] = self.error
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
