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
class MonthlyLimit(_Model):
    """What a user may spend in a calendar month (UTC), and what remains.

    Attributes:
        limit_cents (int | None): The limit, in cents.
        used_percent (float | None): Percentage of the limit that is used; over 100 if it was exceeded.
        remaining_cents (int | None): Remaining amount in whole cents; negative if the limit was exceeded.
    """

    limit_cents: int | None = None
    """The limit, in cents."""
    used_percent: float | None = None
    """Percentage of the limit that is used; over 100 if it was exceeded."""
    remaining_cents: int | None = None
    """Remaining amount in whole cents; negative if the limit was exceeded."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "limit_cents": "limitCents",
        "used_percent": "usedPercent",
        "remaining_cents": "remainingCents",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.limit_cents = rest.pop("limitCents", None)
        made.used_percent = rest.pop("usedPercent", None)
        made.remaining_cents = rest.pop("remainingCents", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.limit_cents is not None:
            made["limitCents"] = self.limit_cents
        if self.used_percent is not None:
            made["usedPercent"] = self.used_percent
        if self.remaining_cents is not None:
            made["remainingCents"] = self.remaining_cents
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
