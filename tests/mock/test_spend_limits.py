"""Spend limits: budgets of the organisation, of users, tokens and interfaces, and what is left of them."""

from __future__ import annotations

import logging
import math
from typing import Any

import pytest
from tests.mock.support.client import ApiClient, chat_body, data, ok
from tests.mock.support.governance import (
    ASKING,
    DAY,
    DEAR,
    LONG,
    NOON,
    agent,
    limit,
    me,
    refusal,
    spend,
)

from quant_ai_mock import Mock


@pytest.mark.parametrize("way", ASKING)
@pytest.mark.parametrize("name", ["monthlyBudgetCents", "dailyBudgetCents"])
def test_a_budget_of_nothing_lets_nothing_in(api: ApiClient, name: str, way: str) -> None:
    limit(api, **{name: 0})
    assert refusal(ASKING[way](api), "BUDGET_EXCEEDED")["budget"]["scope"] == "organisation"


@pytest.mark.parametrize("name", ["monthlyBudgetCents", "dailyBudgetCents", "perUserDailyBudgetCents"])
def test_null_and_silence_set_no_limit(api: ApiClient, name: str) -> None:
    spend(api)
    limit(api, **{name: None})
    ok(api.chat())
    limit(api)
    ok(api.chat())


LIMITS = {
    "monthlyBudgetCents": ("organisation", "month"),
    "dailyBudgetCents": ("organisation", "day"),
    "perUserMonthlyBudgetCents": ("user", "month"),
    "perUserDailyBudgetCents": ("user", "day"),
    "perTokenMonthlyBudgetCents": ("token", "month"),
    "perTokenDailyBudgetCents": ("token", "day"),
}


@pytest.mark.parametrize(("name", "scope", "period"), [(name, *told) for name, told in LIMITS.items()])
def test_a_limit_holds_from_the_moment_when_it_is_spent(api: ApiClient, name: str, scope: str, period: str) -> None:
    api.mock.freeze(NOON)
    spent = spend(api)
    limit(api, **{name: math.ceil(spent)})
    spent += spend(api)  # starts below the limit, so it is answered, whatever it costs
    budget = refusal(api.chat(), "BUDGET_EXCEEDED")["budget"]
    assert budget == {
        "scope": scope,
        "period": period,
        "limitCents": math.ceil(spent / 2),
        "spendCents": round(spent),
        "resetsAt": "2027-01-16T00:00:00.000Z" if period == "day" else "2027-02-01T00:00:00.000Z",
    }


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_is_whole_again_when_its_period_is_over(api: ApiClient, name: str) -> None:
    api.mock.freeze(NOON)
    limit(api, **{name: 1})
    spend(api)
    api.mock.advance(DAY / 2 - 1)
    refusal(api.chat(), "BUDGET_EXCEEDED")
    api.mock.advance(1)  # midnight
    assert api.chat().status_code == (200 if LIMITS[name][1] == "day" else 403)
    api.mock.advance(16 * DAY)  # the first of February
    ok(api.chat())


def test_december_is_followed_by_january(api: ApiClient) -> None:
    api.mock.freeze(NOON - 20 * DAY)
    limit(api, monthlyBudgetCents=0)
    budget = refusal(api.chat(), "BUDGET_EXCEEDED")["budget"]
    assert budget["resetsAt"] == "2027-01-01T00:00:00.000Z"


def test_a_user_is_the_one_of_the_session(api: ApiClient) -> None:
    ada, bob = (ok(api.post("/sessions", {"userId": name}), 201)["sessionId"] for name in ("ada", "bob"))
    limit(api, perUserDailyBudgetCents=1)
    spend(api, sessionId=ada)
    assert refusal(api.chat(sessionId=ada), "BUDGET_EXCEEDED")["budget"]["scope"] == "user"
    ok(api.chat(sessionId=bob))
    ok(api.chat())


def test_a_user_of_an_agent_is_the_one_of_the_message(api: ApiClient) -> None:
    own_id = agent(api)
    limit(api, perUserDailyBudgetCents=1)
    ok(api.post(f"/agents/{own_id}/chat", {"message": LONG, "userId": "ada"}))
    refusal(api.post(f"/agents/{own_id}/chat", {"message": "Hello", "userId": "ada"}), "BUDGET_EXCEEDED")
    ok(api.post(f"/agents/{own_id}/chat", {"message": "Hello", "userId": "bob"}))


def test_a_token_is_limited_by_itself(server: Mock) -> None:
    acme = server.organisation("acme")
    acme.reset()
    with ApiClient(acme) as anyone, ApiClient(acme, "acme-token") as own:
        limit(own, perTokenDailyBudgetCents=1)
        spend(own)
        assert refusal(own.chat(), "BUDGET_EXCEEDED")["budget"]["scope"] == "token"
        ok(anyone.chat())
    acme.reset()


def test_an_override_takes_the_place_of_the_limit_for_each_user(api: ApiClient) -> None:
    limit(api, perUserDailyBudgetCents=0, userOverrides={me(api): {"dailyCents": 1}})
    spend(api)
    assert refusal(api.chat(), "BUDGET_EXCEEDED")["budget"]["limitCents"] == 1


def test_an_override_may_be_lower_than_the_limit_for_each_user(api: ApiClient) -> None:
    limit(api, perUserDailyBudgetCents=1000, userOverrides={me(api): {"dailyCents": 0}})
    refusal(api.chat(), "BUDGET_EXCEEDED")


def test_an_override_leaves_the_other_period_as_it_is(api: ApiClient) -> None:
    limit(api, perUserMonthlyBudgetCents=0, userOverrides={me(api): {"dailyCents": 1000}})
    assert refusal(api.chat(), "BUDGET_EXCEEDED")["budget"]["period"] == "month"


@pytest.mark.parametrize("override", [{"dailyCents": None}, {"unlimited": True}, {"unlimited": True, "dailyCents": 0}])
def test_an_override_can_take_the_limit_away(api: ApiClient, override: dict[str, Any]) -> None:
    limit(api, perUserDailyBudgetCents=0, userOverrides={me(api): override})
    ok(api.chat())


def test_a_token_has_overrides_of_its_own(api: ApiClient) -> None:
    ok(api.chat())
    (row,) = ok(api.get("/usage", groupBy="token"))["rows"]
    limit(api, perTokenDailyBudgetCents=0, tokenOverrides={row["tokenId"]: {"unlimited": True}})
    ok(api.chat())
    limit(api, perTokenDailyBudgetCents=1000, tokenOverrides={row["tokenId"]: {"monthlyCents": 0}})
    assert refusal(api.chat(), "BUDGET_EXCEEDED")["budget"]["scope"] == "token"


def test_no_override_helps_against_the_budget_of_the_organisation(api: ApiClient) -> None:
    limit(api, dailyBudgetCents=0, userOverrides={me(api): {"unlimited": True}})
    refusal(api.chat(), "BUDGET_EXCEEDED")


WAYS = {
    "chat": "api-gateway",
    "chat in the background": "durable",
    "stream": "streaming",
    "agent": "api-gateway",
    "agent, streamed": "streaming",
    "agent in the background": "durable",
    "embeddings": "embedding",
    "images": "api-gateway",
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("period", ["dailyCents", "monthlyCents"])
def test_a_limit_of_an_interface_holds_for_what_comes_through_it(api: ApiClient, way: str, period: str) -> None:
    limit(api, interfaceLimits={WAYS[way]: {period: 0}})
    for other, ask in ASKING.items():
        if WAYS[other] == WAYS[way]:
            assert refusal(ask(api), "BUDGET_EXCEEDED")["budget"]["scope"] == "interface"
        else:
            assert ask(api).status_code in (200, 202)


def test_an_interface_counts_what_was_spent_through_it_alone(api: ApiClient) -> None:
    limit(api, interfaceLimits={"streaming": {"dailyCents": 1}})
    spend(api)
    api.stream(LONG, model=DEAR)
    refusal(api.post("/chat/stream", chat_body()), "BUDGET_EXCEEDED")
    ok(api.chat())


def test_what_runs_in_the_background_is_spent_there(api: ApiClient) -> None:
    limit(api, interfaceLimits={"durable": {"dailyCents": 1}})
    started = ok(api.post("/chat", chat_body(LONG, model=DEAR) | {"async": True}), 202)
    api.mock.advance(60)
    ok(api.get(started["pollUrl"].removeprefix("/ai")))
    refusal(api.post("/chat", chat_body() | {"async": True}), "BUDGET_EXCEEDED")


def test_an_interface_that_nobody_knows_limits_nothing(api: ApiClient) -> None:
    limit(api, interfaceLimits={"carrier-pigeon": {"dailyCents": 0}})
    for ask in ASKING.values():
        assert ask(api).status_code in (200, 202)


# --- What was spent


def test_spending_is_the_sum_of_what_replies_cost(api: ApiClient) -> None:
    api.mock.freeze(NOON)
    yesterday = spend(api)
    api.mock.advance(DAY)
    today = spend(api) + float(data(api.stream(LONG, model=DEAR)[-1])["usage"]["costCents"])
    found = ok(api.get("/governance/spend"))
    assert found["orgTotal"] == {"spendCents": round(yesterday + today), "requestCount": 3}
    assert found["todayTotal"] == {"spendCents": round(today), "requestCount": 2}


def test_spending_forgets_the_month_before(api: ApiClient) -> None:
    api.mock.freeze(NOON)
    spend(api)
    api.mock.advance(31 * DAY)
    assert ok(api.get("/governance/spend"))["orgTotal"] == {"spendCents": 0, "requestCount": 0}


def test_without_budgets_there_is_nothing_to_be_left(api: ApiClient) -> None:
    found = ok(api.get("/governance/spend"))
    assert (found["budget"], found["dailyBudget"]) == (None, None)


def test_the_remaining_budget_is_returned(api: ApiClient) -> None:
    spent = spend(api)
    limit(api, monthlyBudgetCents=1000, dailyBudgetCents=100)
    found = ok(api.get("/governance/spend"))
    assert found["budget"] == {
        "monthlyBudgetCents": 1000,
        "usedPercent": pytest.approx(spent / 10, abs=1e-3),
        "remainingCents": 1000 - round(spent),
    }
    assert found["dailyBudget"]["dailyBudgetCents"] == 100
    assert found["dailyBudget"]["remainingCents"] == 100 - round(spent)


def test_what_is_left_may_be_negative_and_the_share_over_100(api: ApiClient) -> None:
    limit(api, dailyBudgetCents=1)
    spent = spend(api)
    found = ok(api.get("/governance/spend"))["dailyBudget"]
    assert found["remainingCents"] == 1 - round(spent)
    assert found["remainingCents"] < 0
    assert found["usedPercent"] > 100


def test_a_budget_of_nothing_is_used_up(api: ApiClient) -> None:
    limit(api, dailyBudgetCents=0)
    assert ok(api.get("/governance/spend"))["dailyBudget"]["usedPercent"] == 100


def test_the_share_of_the_caller_leaves_out_what_others_spent(api: ApiClient) -> None:
    own = spend(api)
    spend(api, sessionId=ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"])
    found = ok(api.get("/governance/spend"))["userTotal"]
    assert found == {"monthlySpendCents": round(own), "dailySpendCents": round(own)}


# --- Warnings


def test_a_budget_that_passes_its_threshold_is_logged_once(api: ApiClient, caplog: pytest.LogCaptureFixture) -> None:
    spent = spend(api)
    limit(api, monthlyBudgetCents=math.ceil(spent * 4), warningThresholdPercent=40)
    with caplog.at_level(logging.WARNING, "quant_ai_mock"):
        ok(api.chat())
        assert not caplog.messages
        spend(api)
        spend(api)
    (told,) = caplog.messages
    assert f"monthly budget of {api.mock.name}" in told
    assert "threshold of 40 %" in told


def test_a_warning_refuses_nothing(api: ApiClient) -> None:
    limit(api, monthlyBudgetCents=100_000, warningThresholdPercent=0)
    spend(api)
    ok(api.chat())
