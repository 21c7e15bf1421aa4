# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .daily_budget import DailyBudget
from .monthly_budget import MonthlyBudget
from .spent_and_requests import SpentAndRequests
from .user_spend import UserSpend


@_define(kw_only=True, eq=False, repr=False)
class GovernanceSpend(_Model):
    """Spending of the organisation and the caller, and what remains of the organisation's budgets.

    Attributes:
        org_total (SpentAndRequests | Unset): What the organisation has spent this month.
        today_total (SpentAndRequests | Unset): What the organisation has spent today.
        budget (MonthlyBudget | Unset | None): The monthly budget; None if there is none.
        daily_budget (DailyBudget | Unset | None): The daily budget; None if there is none.
        user_total (UserSpend | Unset | None): What the caller has spent; None if the token has no user.
    """

    org_total: SpentAndRequests | Unset = UNSET
    """What the organisation has spent this month."""
    today_total: SpentAndRequests | Unset = UNSET
    """What the organisation has spent today."""
    budget: MonthlyBudget | Unset | None = UNSET
    """The monthly budget; None if there is none."""
    daily_budget: DailyBudget | Unset | None = UNSET
    """The daily budget; None if there is none."""
    user_total: UserSpend | Unset | None = UNSET
    """What the caller has spent; None if the token has no user."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "org_total": "orgTotal",
        "today_total": "todayTotal",
        "daily_budget": "dailyBudget",
        "user_total": "userTotal",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.org_total = nested(SpentAndRequests.from_dict, rest.pop("orgTotal", UNSET), "orgTotal")
        made.today_total = nested(SpentAndRequests.from_dict, rest.pop("todayTotal", UNSET), "todayTotal")
        made.budget = nested(MonthlyBudget.from_dict, rest.pop("budget", UNSET), "budget")
        made.daily_budget = nested(DailyBudget.from_dict, rest.pop("dailyBudget", UNSET), "dailyBudget")
        made.user_total = nested(UserSpend.from_dict, rest.pop("userTotal", UNSET), "userTotal")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.org_total is not UNSET:
            made["orgTotal"] = wire(self.org_total)
        if self.today_total is not UNSET:
            made["todayTotal"] = wire(self.today_total)
        if self.budget is not UNSET:
            made["budget"] = wire(self.budget)
        if self.daily_budget is not UNSET:
            made["dailyBudget"] = wire(self.daily_budget)
        if self.user_total is not UNSET:
            made["userTotal"] = wire(self.user_total)
        return made
