"""Usage: what the organisation has used, summed up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from ..rules import callers
from ..rules.admission import governance_rules
from ..rules.budgets import Period, Spending
from ..state.request_context import RequestContext
from ..state.usage_totals import Scope, Usage, caller

DAYS = 30
KEYS: dict[Scope, str] = {"model": "modelId", "user": "userId", "token": "tokenId"}


def usage_get(context: RequestContext) -> dict[str, Any]:
    query = context.query
    today = datetime.fromtimestamp(context.now, UTC)
    month = query.get("month") or today.strftime("%Y-%m")
    scope: Scope = query["groupBy"]
    groups = context.store.usage.by_name(month, scope)
    found: dict[str, Any] = {
        "month": month,
        "groupBy": scope,
        "totals": _shown(context.store.usage.of(month)),
        "rows": [{KEYS[scope]: name, **_shown(usage)} for name, usage in groups.items()],
    }
    if query.get("include") == "daily":
        found["daily"] = _daily(context, today)
    return found


def usage_get_mine(context: RequestContext) -> dict[str, Any]:
    user, spending = callers.user_id(context), Spending(context)
    return {
        "userId": user,
        "currentMonth": spending.month,
        "monthly": {
            "spendCents": spending.whole_cents("month", user=user),
            "requestCount": spending.requests("month", user=user),
        },
        "daily": {"spendCents": spending.whole_cents("day", user=user)},
        "quota": _quota(context, spending, user),
    }


def _quota(context: RequestContext, spending: Spending, user: str) -> dict[str, Any] | None:
    limits = governance_rules(context)["spendLimits"]
    monthly = _limit(limits, spending, user, "month")
    daily = _limit(limits, spending, user, "day")
    if daily is not None:
        daily["resetsAt"] = spending.resets_at["day"]
    return {"monthlyLimit": monthly, "dailyLimit": daily} if monthly or daily else None


def _limit(limits: dict[str, Any], spending: Spending, user: str, period: Period) -> dict[str, Any] | None:
    budget = spending.of_user(limits, period, user)
    if budget is None:
        return None
    return {"limitCents": budget.limit, "usedPercent": budget.percent, "remainingCents": budget.left}


def _daily(context: RequestContext, today: datetime) -> list[dict[str, Any]]:
    days = [(today - timedelta(days=DAYS - 1 - index)).strftime("%Y-%m-%d") for index in range(DAYS)]
    user, token = context.query.get("userId"), context.query.get("tokenId")
    scope: Scope = "all"
    name = ""
    if user is not None and token is not None:
        scope, name = "caller", caller(user, token)
    elif user is not None:
        scope, name = "user", user
    elif token is not None:
        scope, name = "token", token
    by_day = context.store.usage.by_day(days, scope, name)
    return [{"date": day, **_shown(by_day.get(day, Usage()))} for day in days]


def _shown(usage: Usage) -> dict[str, Any]:
    return {
        "requestCount": usage.requests,
        "inputTokens": usage.input,
        "outputTokens": usage.output,
        "totalTokens": usage.input + usage.output,
        "spendCents": round(usage.cents),
    }
