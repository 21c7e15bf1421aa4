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
class UserSpend(_Model):
    """What one user has spent.

    Attributes:
        monthly_spend_cents (int | None): Spent this month, in whole cents.
        daily_spend_cents (int | None): Spent today, in whole cents.
    """

    monthly_spend_cents: int | None = None
    """Spent this month, in whole cents."""
    daily_spend_cents: int | None = None
    """Spent today, in whole cents."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"monthly_spend_cents": "monthlySpendCents", "daily_spend_cents": "dailySpendCents"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.monthly_spend_cents = rest.pop("monthlySpendCents", None)
        made.daily_spend_cents = rest.pop("dailySpendCents", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.monthly_spend_cents is not None:
            made["monthlySpendCents"] = self.monthly_spend_cents
        if self.daily_spend_cents is not None:
            made["dailySpendCents"] = self.daily_spend_cents
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
