# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .budget_period import BudgetPeriod
from .budget_scope import BudgetScope


@_define(kw_only=True, eq=False, repr=False)
class ExhaustedBudget(_Model):
    """A spending limit that has been reached, and when it resets. Its format is inferred, like that of the
    reply it is part of.

    Attributes:
        scope (BudgetScope | None): Whose limit it is. Known values: "organisation", "interface", "user",
            "token".
        period (BudgetPeriod | None): The period of a limit, by the calendar in UTC. Known values: "day",
            "month".
        limit_cents (int | None): The limit, in cents.
        spend_cents (int | None): Amount spent in the period so far, in whole cents.
        resets_at (datetime | None): When the period ends: midnight UTC.
    """

    scope: BudgetScope | None = None
    """Whose limit it is:

    - `organisation`: the whole organisation
    - `interface`: an interface through which AI is used
    - `user`: a user
    - `token`: an API token
    """
    period: BudgetPeriod | None = None
    """The period of a limit, by the calendar in UTC:

    - `day`: until the next midnight
    - `month`: until the first of the next month
    """
    limit_cents: int | None = None
    """The limit, in cents."""
    spend_cents: int | None = None
    """Amount spent in the period so far, in whole cents."""
    resets_at: datetime | None = None
    """When the period ends: midnight UTC."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"limit_cents": "limitCents", "spend_cents": "spendCents", "resets_at": "resetsAt"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.scope = rest.pop("scope", None)
        made.period = rest.pop("period", None)
        made.limit_cents = rest.pop("limitCents", None)
        made.spend_cents = rest.pop("spendCents", None)
        made.resets_at = to_datetime(rest.pop("resetsAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.scope is not None:
            made["scope"] = self.scope
        if self.period is not None:
            made["period"] = self.period
        if self.limit_cents is not None:
            made["limitCents"] = self.limit_cents
        if self.spend_cents is not None:
            made["spendCents"] = self.spend_cents
        if self.resets_at is not None:
            made["resetsAt"] = wire(self.resets_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
