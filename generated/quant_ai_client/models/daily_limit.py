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


@_define(kw_only=True, eq=False, repr=False)
class DailyLimit(_Model):
    """What a user may spend in a day (UTC), and what remains.

    Attributes:
        limit_cents (int | Unset): The limit, in cents.
        used_percent (float | Unset): Percentage of the limit that is used; over 100 if it was exceeded.
        remaining_cents (int | Unset): Remaining amount in whole cents; negative if the limit was exceeded.
        resets_at (datetime | Unset): When the limit resets: the next midnight UTC.
    """

    limit_cents: int | Unset = UNSET
    """The limit, in cents."""
    used_percent: float | Unset = UNSET
    """Percentage of the limit that is used; over 100 if it was exceeded."""
    remaining_cents: int | Unset = UNSET
    """Remaining amount in whole cents; negative if the limit was exceeded."""
    resets_at: datetime | Unset = UNSET
    """When the limit resets: the next midnight UTC."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "limit_cents": "limitCents",
        "used_percent": "usedPercent",
        "remaining_cents": "remainingCents",
        "resets_at": "resetsAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.limit_cents = rest.pop("limitCents", UNSET)
        made.used_percent = rest.pop("usedPercent", UNSET)
        made.remaining_cents = rest.pop("remainingCents", UNSET)
        made.resets_at = to_datetime(rest.pop("resetsAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.limit_cents is not UNSET:
            made["limitCents"] = self.limit_cents
        if self.used_percent is not UNSET:
            made["usedPercent"] = self.used_percent
        if self.remaining_cents is not UNSET:
            made["remainingCents"] = self.remaining_cents
        if self.resets_at is not UNSET:
            made["resetsAt"] = wire(self.resets_at)
        return made
