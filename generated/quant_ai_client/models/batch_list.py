# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .orchestration_batch import OrchestrationBatch


@_define(kw_only=True, eq=False, repr=False)
class BatchList(_Model):
    """A page of batches.

    Attributes:
        batches (list[OrchestrationBatch]): The batches on this page.
        next_cursor (str | Unset | None): Pass this as `cursor` to get the next page; None or absent on the
            last one.
    """

    batches: list[OrchestrationBatch]
    """The batches on this page."""
    next_cursor: str | Unset | None = UNSET
    """Pass this as `cursor` to get the next page; None or absent on the last one."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"next_cursor": "nextCursor"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.batches = each(OrchestrationBatch.from_dict, rest.pop("batches", UNSET), "batches")
        made.next_cursor = rest.pop("nextCursor", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.batches, Unset):
            made["batches"] = wire(self.batches)
        if self.next_cursor is not UNSET:
            made["nextCursor"] = self.next_cursor
        return made
