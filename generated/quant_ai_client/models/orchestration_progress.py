# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class OrchestrationProgress(_Model):
    """Progress by items. `total` grows while a generator adds items.

    Attributes:
        total (int | None): Number of items known so far.
        completed (int | None): Number of items done.
        failed (int | None): Number of items that failed.
        pending (int | None): Number of items left.
    """

    total: int | None = None
    """Number of items known so far."""
    completed: int | None = None
    """Number of items done."""
    failed: int | None = None
    """Number of items that failed."""
    pending: int | None = None
    """Number of items left."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.total = rest.pop("total", None)
        made.completed = rest.pop("completed", None)
        made.failed = rest.pop("failed", None)
        made.pending = rest.pop("pending", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.total is not None:
            made["total"] = self.total
        if self.completed is not None:
            made["completed"] = self.completed
        if self.failed is not None:
            made["failed"] = self.failed
        if self.pending is not None:
            made["pending"] = self.pending
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
