"""Budgets under requests in any order: limits that change, several users, days and months that pass."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from tests.mock.support.client import chat_body, ok
from tests.mock.support.direct import DirectMock
from tests.mock.support.machines import Machine, hold, notices

from quant_ai_mock.rules import admission, budgets
from quant_ai_mock.state.usage_totals import UsageTotals

DEAR = "anthropic.claude-3-opus-20240229-v1:0"
USERS = (None, "ada", "bob")
CENTS = st.none() | st.sampled_from([0, 1, 20, 60])
WAYS = {"api-gateway": "/chat", "streaming": "/chat/stream"}
DAY = 24 * 3600


class Budgets(Machine):
    """The model: the present limits, and a ledger of (time, user, interface, cents)."""

    def __init__(self, server: DirectMock) -> None:
        super().__init__(server)
        self.me = ok(self.api.get("/usage/me"))["userId"]
        self.limits: dict[str, Any] = {}
        self.version = 0
        self.ledger: list[tuple[int, str, str, float]] = []

    def spent(self, period: str, user: str | None = None, interface: str | None = None) -> float:
        return sum(
            cents
            for at, who, way, cents in self.ledger
            if stamp(at, period) == stamp(self.now, period) and user in (None, who) and interface in (None, way)
        )

    def refused(self, user: str, interface: str) -> bool:
        """Whether the spec says that a request of this user over this interface is refused."""
        limits = self.limits
        override = limits.get("userOverrides", {}).get(user, {})
        for period, word in (("day", "daily"), ("month", "monthly")):
            own = override.get(f"{word}Cents", limits.get(f"perUser{word.capitalize()}BudgetCents"))
            reached = [
                (limits.get(f"{word}BudgetCents"), self.spent(period)),
                (None if override.get("unlimited") else own, self.spent(period, user=user)),
                (
                    limits.get("interfaceLimits", {}).get(interface, {}).get(f"{word}Cents"),
                    self.spent(period, interface=interface),
                ),
            ]
            if any(limit is not None and spent >= limit for limit, spent in reached):
                return True
        return False

    @rule(
        organisation=st.fixed_dictionaries({}, optional={"dailyBudgetCents": CENTS, "monthlyBudgetCents": CENTS}),
        each=st.fixed_dictionaries({}, optional={"perUserDailyBudgetCents": CENTS, "perUserMonthlyBudgetCents": CENTS}),
        override=st.fixed_dictionaries({}, optional={"dailyCents": CENTS, "unlimited": st.booleans()}),
        interface=st.fixed_dictionaries({}, optional={"dailyCents": CENTS, "monthlyCents": CENTS}),
        stale=st.booleans(),
    )
    def govern(
        self,
        organisation: dict[str, Any],
        each: dict[str, Any],
        override: dict[str, Any],
        interface: dict[str, Any],
        stale: bool,
    ) -> None:
        extra = {"userOverrides": {"ada": override}, "interfaceLimits": {"streaming": interface}}
        limits = organisation | each | extra
        body = {"aiEnabled": True, "modelPolicy": "unrestricted", "spendLimits": limits}
        reply = self.api.put("/governance", body | {"version": self.version + stale})
        if stale:
            ok(reply, 409)
            return
        self.limits, self.version = limits, self.version + 1
        assert ok(reply)["config"]["version"] == self.version

    @rule(words=st.integers(1, 300), user=st.sampled_from(USERS), interface=st.sampled_from(list(WAYS)))
    def chat(self, words: int, user: str | None, interface: str) -> None:
        who = user or self.me
        body = chat_body("gold " * words, model=DEAR)
        if user is not None:
            body["sessionId"] = ok(self.api.post("/sessions", {"userId": user}), 201)["sessionId"]
        refused = self.refused(who, interface)
        reply = self.api.post(WAYS[interface], body)
        if refused:
            assert ok(reply, 403)["code"] == "BUDGET_EXCEEDED"
            return
        assert reply.status_code == 200, reply.text
        self.ledger.append((self.now, who, interface, cost(reply.text)))

    @rule(seconds=st.sampled_from([3600, DAY // 2, DAY, 31 * DAY]))
    def wait(self, seconds: int) -> None:
        self.move_on(seconds)

    @rule()
    def wait_for_midnight(self) -> None:
        self.move_on(DAY - self.now % DAY)

    @invariant()
    def what_is_reported_is_what_was_spent(self) -> None:
        found = ok(self.api.get("/governance/spend"))
        assert found["orgTotal"]["spendCents"] == pytest.approx(self.spent("month"), abs=0.51)
        assert found["todayTotal"]["spendCents"] == pytest.approx(self.spent("day"), abs=0.51)
        budget, limit = found["dailyBudget"], self.limits.get("dailyBudgetCents")
        left = None if budget is None else budget["remainingCents"]
        assert left == (None if limit is None else pytest.approx(limit - self.spent("day"), abs=0.51))

    @invariant()
    def what_i_used_is_mine(self) -> None:
        found = ok(self.api.get("/usage/me"))
        assert found["monthly"]["spendCents"] == pytest.approx(self.spent("month", user=self.me), abs=0.51)
        quota, limit = found["quota"], self.limits.get("perUserDailyBudgetCents")
        daily = quota and quota["dailyLimit"]
        assert (daily and daily["limitCents"]) == limit
        if daily:
            end = datetime.fromtimestamp(self.now, UTC).date() + timedelta(days=1)
            assert daily["resetsAt"] == f"{end}T00:00:00.000Z"


def stamp(at: int, period: str) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d" if period == "day" else "%Y-%m")


def cost(reply: str) -> float:
    """The cents that a reply says it cost; in a stream, its last event."""
    return float(re.findall(r'"costCents":([0-9.e-]+)', reply)[-1])


def test_budgets_do_what_the_model_says(direct: DirectMock) -> None:
    hold(Budgets, direct)


def test_the_machine_notices_a_budget_that_is_not_kept_to(direct: DirectMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admission, "admit", lambda *_: None)
    notices(Budgets, direct)


def test_the_machine_notices_a_limit_that_lets_the_last_cent_through(
    direct: DirectMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budgets.Budget, "is_used_up", property(lambda budget: budget.spent > budget.limit))
    notices(Budgets, direct)


def test_the_machine_notices_a_day_that_does_not_end(direct: DirectMock, monkeypatch: pytest.MonkeyPatch) -> None:
    of = UsageTotals.of
    monkeypatch.setattr(UsageTotals, "of", lambda self, period, *scope: of(self, period[:7], *scope))
    notices(Budgets, direct)
