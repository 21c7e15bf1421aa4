# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .daily_budget import DailyBudget
from .monthly_budget import MonthlyBudget
from .spent_and_requests import SpentAndRequests
from .user_spend import UserSpend


@_define(kw_only=True, eq=False, repr=False)
class GovernanceSpend(_Model):
    """Spending of the organisation and the caller, and what remains of the organisation's budgets.

    Attributes:
        org_total (SpentAndRequests | None): What the organisation has spent this month.
        today_total (SpentAndRequests | None): What the organisation has spent today.
        budget (MonthlyBudget | None): The monthly budget; None if there is none.
        daily_budget (DailyBudget | None): The daily budget; None if there is none.
        user_total (UserSpend | None): What the caller has spent; None if the token has no user.
    """

    org_total: SpentAndRequests | None = None
    """What the organisation has spent this month."""
    today_total: SpentAndRequests | None = None
    """What the organisation has spent today."""
    budget: MonthlyBudget | None = NOT_SENT
    """The monthly budget; None if there is none."""
    daily_budget: DailyBudget | None = NOT_SENT
    """The daily budget; None if there is none."""
    user_total: UserSpend | None = NOT_SENT
    """What the caller has spent; None if the token has no user."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {
        "org_total": "orgTotal",
        "today_total": "todayTotal",
        "daily_budget": "dailyBudget",
        "user_total": "userTotal",
    }
    _nullable: ClassVar = {"budget": "budget", "dailyBudget": "daily_budget", "userTotal": "user_total"}

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
        made.org_total = nested_or_kept(SpentAndRequests.from_dict, rest.pop("orgTotal", None))
        made.today_total = nested_or_kept(SpentAndRequests.from_dict, rest.pop("todayTotal", None))
        made.budget = nested_or_kept(MonthlyBudget.from_dict, rest.pop("budget", None))
        made.daily_budget = nested_or_kept(DailyBudget.from_dict, rest.pop("dailyBudget", None))
        made.user_total = nested_or_kept(UserSpend.from_dict, rest.pop("userTotal", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.org_total is not None:
            made["orgTotal"] = wire(self.org_total)
        if self.today_total is not None:
            made["todayTotal"] = wire(self.today_total)
        if self.budget is not None:
            made["budget"] = wire(self.budget)
        if self.daily_budget is not None:
            made["dailyBudget"] = wire(self.daily_budget)
        if self.user_total is not None:
            made["userTotal"] = wire(self.user_total)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
