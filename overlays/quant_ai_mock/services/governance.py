"""Governance: the rules of the organisation, and its spending."""

from __future__ import annotations

from typing import Any

from ..document.refusal import conflict
from ..rules import callers
from ..rules.admission import governance_rules, set_rules
from ..rules.budgets import Period, Spending
from ..state.request_context import RequestContext


def governance_get(context: RequestContext) -> dict[str, Any]:
    return _config(context)


def governance_update(context: RequestContext) -> dict[str, Any]:
    rules = governance_rules(context)
    version = rules["version"]
    expected = context.body.get("version", version)
    if expected != version:
        message = f"The governance has version {version}, not {expected}. Read it again before you change it."
        raise conflict("VERSION_CONFLICT", message, version=version)
    replaced = {key: value for key, value in context.body.items() if key in rules}
    set_rules(context, replaced | {"version": version + 1})
    return {"success": True, "config": _config(context)}


def governance_get_spend(context: RequestContext) -> dict[str, Any]:
    limits = governance_rules(context)["spendLimits"]
    spending, user = Spending(context), callers.user_id(context)
    return {
        "orgTotal": _total(spending, "month"),
        "todayTotal": _total(spending, "day"),
        "budget": _budget(spending, limits, "month", "monthlyBudgetCents"),
        "dailyBudget": _budget(spending, limits, "day", "dailyBudgetCents"),
        "userTotal": {
            "monthlySpendCents": spending.whole_cents("month", user=user),
            "dailySpendCents": spending.whole_cents("day", user=user),
        },
    }


def _config(context: RequestContext) -> dict[str, Any]:
    return {"orgId": context.organisation, **governance_rules(context)}


def _total(spending: Spending, period: Period) -> dict[str, Any]:
    return {"spendCents": spending.whole_cents(period), "requestCount": spending.requests(period)}


def _budget(spending: Spending, limits: dict[str, Any], period: Period, name: str) -> dict[str, Any] | None:
    budget = spending.of_organisation(limits, period)
    if budget is None:
        return None
    return {name: budget.limit, "usedPercent": budget.percent, "remainingCents": budget.left}
