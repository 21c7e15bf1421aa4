"""The spending of an organisation this month and today, and what is left of its limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, TypeAlias

from ..state.clock import iso
from ..state.request_context import RequestContext
from ..state.usage_totals import Scope

Period: TypeAlias = Literal["day", "month"]
Limits: TypeAlias = dict[str, Any]
PERIODS: dict[Period, str] = {"day": "daily", "month": "monthly"}


@dataclass(frozen=True)
class Budget:
    """A limit, and how much of it is spent."""

    scope: str
    period: Period
    limit: int
    spent: float
    resets_at: str

    @property
    def is_used_up(self) -> bool:
        """Whether the limit is reached."""
        return self.spent >= self.limit

    @property
    def percent(self) -> float:
        """The share that is spent; a limit of 0 is always used up."""
        return percent(self.spent, self.limit)

    @property
    def left(self) -> int:
        """The cents that are left."""
        return self.limit - self.shown

    @property
    def shown(self) -> int:
        """The whole cents that are spent, as replies show them."""
        return round(self.spent)


class Spending:
    """The spending of one organisation, at the time of a request."""

    def __init__(self, context: RequestContext) -> None:
        now = datetime.fromtimestamp(context.now, UTC)
        self.month = now.strftime("%Y-%m")
        self._periods: dict[Period, str] = {"day": now.strftime("%Y-%m-%d"), "month": self.month}
        self._usage = context.store.usage
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        self.resets_at: dict[Period, str] = {
            "day": iso((midnight + timedelta(days=1)).timestamp()),
            "month": iso((midnight.replace(day=1) + timedelta(days=32)).replace(day=1).timestamp()),
        }

    def whole_cents(self, period: Period, *, user: str | None = None) -> int:
        """The whole cents spent in a period, as replies show them: in total, or by a user."""
        return round(self._cents(period, *_scope(user)))

    def requests(self, period: Period, *, user: str | None = None) -> int:
        """The number of requests in a period: in total, or by a user."""
        return self._usage.of(self._periods[period], *_scope(user)).requests

    def of_organisation(self, limits: Limits, period: Period) -> Budget | None:
        """The budget of the organisation, if it has one."""
        limit = limits.get(f"{PERIODS[period]}BudgetCents")
        return self._budget("organisation", period, limit, lambda: self._cents(period))

    def of_interface(self, limits: Limits, period: Period, name: str) -> Budget | None:
        """The budget of an interface, if it has one."""
        limit = limits.get("interfaceLimits", {}).get(name, {}).get(f"{PERIODS[period]}Cents")
        return self._budget("interface", period, limit, lambda: self._cents(period, "interface", name))

    def of_user(self, limits: Limits, period: Period, user: str) -> Budget | None:
        """The budget of a user, if there is one."""
        limit = _own_limit(limits, "User", period, user)
        return self._budget("user", period, limit, lambda: self._cents(period, "user", user))

    def of_token(self, limits: Limits, period: Period, token: str) -> Budget | None:
        """The budget of a token, if there is one."""
        limit = _own_limit(limits, "Token", period, token)
        return self._budget("token", period, limit, lambda: self._cents(period, "token", token))

    def budgets(self, limits: Limits, *, interface: str, user: str, token: str) -> Iterator[Budget]:
        """Every budget that applies to a request."""
        for period in PERIODS:
            for budget in (
                self.of_organisation(limits, period),
                self.of_interface(limits, period, interface),
                self.of_user(limits, period, user),
                self.of_token(limits, period, token),
            ):
                if budget is not None:
                    yield budget

    def _budget(self, scope: str, period: Period, limit: int | None, spent: Any) -> Budget | None:
        return None if limit is None else Budget(scope, period, limit, spent(), self.resets_at[period])

    def _cents(self, period: Period, scope: Scope = "all", name: str = "") -> float:
        return round(self._usage.of(self._periods[period], scope, name).cents, 6)


def percent(spent: float, limit: float) -> float:
    """The share of a limit that is spent; a limit of 0 is always used up."""
    return round(100 * spent / limit, 3) if limit else 100.0


def _scope(user: str | None) -> tuple[Scope, str]:
    return ("all", "") if user is None else ("user", user)


def _own_limit(limits: Limits, scope: str, period: Period, id: str) -> int | None:
    """The limit of one user or token: from its override if that has one, otherwise the default for all."""
    override = limits.get(f"{scope.lower()}Overrides", {}).get(id, {})
    if override.get("unlimited"):
        return None
    name = PERIODS[period]
    found: int | None = override.get(f"{name}Cents", limits.get(f"per{scope}{name.capitalize()}BudgetCents"))
    return found
