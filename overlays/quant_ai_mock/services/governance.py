"""The rules of the organisation, and what was spent under them."""

from __future__ import annotations

from typing import Any

from ..document.refusal import conflict
from ..rules import callers
from ..rules.admission import rules, set_rules
from ..rules.budgets import Period, Spending
from ..state.request_context import Call


def governance_get(call: Call) -> dict[str, Any]:
    return _shown(call)


def governance_update(call: Call) -> dict[str, Any]:
    known = rules(call)
    version = known["version"]
    expected = call.body.get("version", version)
    if expected != version:
        message = f"The governance has version {version}, not {expected}. Read it again before you change it."
        raise conflict("VERSION_CONFLICT", message, version=version)
    replaced = {key: value for key, value in call.body.items() if key in known}
    set_rules(call, replaced | {"version": version + 1})
    return {"success": True, "config": _shown(call)}


def governance_get_spend(call: Call) -> dict[str, Any]:
    limits = rules(call)["spendLimits"]
    spending, user = Spending(call), callers.user_id(call)
    return {
        "orgTotal": _total(spending, "month"),
        "todayTotal": _total(spending, "day"),
        "budget": _budget(spending, limits, "month", "monthlyBudgetCents"),
        "dailyBudget": _budget(spending, limits, "day", "dailyBudgetCents"),
        "userTotal": {
            "monthlySpendCents": spending.cents("month", user=user),
            "dailySpendCents": spending.cents("day", user=user),
        },
    }


def _shown(call: Call) -> dict[str, Any]:
    return {"orgId": call.organisation, **rules(call)}


def _total(spending: Spending, period: Period) -> dict[str, Any]:
    return {"spendCents": spending.cents(period), "requestCount": spending.requests(period)}


def _budget(spending: Spending, limits: dict[str, Any], period: Period, name: str) -> dict[str, Any] | None:
    budget = spending.of_organisation(limits, period)
    if budget is None:
        return None
    return {name: budget.limit, "usedPercent": budget.percent, "remainingCents": budget.left}
