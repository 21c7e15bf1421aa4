"""Usage: what the organisation has used, summed up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from ..rules import callers
from ..rules.admission import governance_rules
from ..rules.budgets import Period, Spending
from ..state.request_context import RequestContext
from ..state.store import UsageRow

DAYS = 30
KEYS: dict[str, Callable[[UsageRow], tuple[str, str]]] = {
    "model": lambda row: ("modelId", row.model),
    "user": lambda row: ("userId", row.user),
    "token": lambda row: ("tokenId", row.token),
}


def usage_get(context: RequestContext) -> dict[str, Any]:
    query = context.query
    today = datetime.fromtimestamp(context.now, UTC)
    month = query.get("month") or today.strftime("%Y-%m")
    rows = context.store.usage_between(f"{month}-01", f"{month}-31")
    groups: dict[tuple[str, str], list[UsageRow]] = {}
    for row in rows:
        groups.setdefault(KEYS[query["groupBy"]](row), []).append(row)
    found: dict[str, Any] = {
        "month": month,
        "groupBy": query["groupBy"],
        "totals": _sum(rows),
        "rows": [{name: value, **_sum(group)} for (name, value), group in sorted(groups.items())],
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
    by_day: dict[str, list[UsageRow]] = {}
    for row in context.store.usage_between(days[0], days[-1]):
        if user in (None, row.user) and token in (None, row.token):
            by_day.setdefault(row.day, []).append(row)
    return [{"date": day, **_sum(by_day.get(day, []))} for day in days]


def _sum(rows: Iterable[UsageRow]) -> dict[str, Any]:
    rows = list(rows)
    read, wrote = sum(row.input for row in rows), sum(row.output for row in rows)
    return {
        "requestCount": sum(row.requests for row in rows),
        "inputTokens": read,
        "outputTokens": wrote,
        "totalTokens": read + wrote,
        "spendCents": round(sum(row.cents for row in rows)),
    }
