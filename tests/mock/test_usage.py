"""Usage is the sum of what requests have used."""

from __future__ import annotations

from typing import Any

import pytest
from tests.mock.support.client import MODEL, TOOL_MODEL, ApiClient, ok

from quant_ai_mock import Mock


def test_the_totals_are_the_sums_of_the_replies(api: ApiClient) -> None:
    used = [ok(api.chat(text, model=model))["usage"] for text in ("one", "two words") for model in (MODEL, TOOL_MODEL)]
    report = ok(api.get("/usage"))
    assert report["totals"]["requestCount"] == 4
    assert report["totals"]["totalTokens"] == sum(usage["totalTokens"] for usage in used)
    assert report["totals"]["spendCents"] == round(sum(usage["costCents"] for usage in used))
    assert {row["modelId"]: row["requestCount"] for row in report["rows"]} == {MODEL: 2, TOOL_MODEL: 2}


def test_embeddings_and_streams_and_executions_count_too(api: ApiClient) -> None:
    ok(api.post("/embeddings", {"input": "Hello"}))
    api.stream("Hello")
    assert ok(api.get("/usage"))["totals"]["requestCount"] == 2


def test_usage_is_grouped_by_the_user_of_the_session(api: ApiClient) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    ok(api.chat(sessionId=session))
    ok(api.chat())
    rows = ok(api.get("/usage", groupBy="user"))["rows"]
    assert {row["userId"] for row in rows} == {"ada", ok(api.get("/usage/me"))["userId"]}


def test_usage_is_grouped_by_token_without_giving_it_away(server: Mock) -> None:
    with ApiClient(server.organisation("acme")) as anyone, ApiClient(server.organisation("acme"), "acme-token") as own:
        ok(anyone.chat())
        ok(own.chat())
        rows = ok(own.get("/usage", groupBy="token"))["rows"]
    assert len(rows) == 2
    assert "acme-token" not in str(rows)


def test_a_month_holds_its_own_days(api: ApiClient) -> None:
    api.mock.freeze(1_800_000_000)  # 2027-01-15
    ok(api.chat())
    api.mock.advance(31 * 24 * 3600)
    ok(api.chat())
    ok(api.chat())
    assert ok(api.get("/usage", month="2027-01"))["totals"]["requestCount"] == 1
    assert ok(api.get("/usage", month="2027-02"))["totals"]["requestCount"] == 2
    assert ok(api.get("/usage"))["month"] == "2027-02"
    assert ok(api.get("/usage", month="2026-12"))["rows"] == []


def test_the_daily_series_has_30_days_and_can_be_narrowed(api: ApiClient) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    ok(api.chat(sessionId=session))
    ok(api.chat())
    daily = ok(api.get("/usage", include="daily"))["daily"]
    assert (len(daily), daily[-1]["requestCount"], daily[0]["requestCount"]) == (30, 2, 0)
    assert ok(api.get("/usage", include="daily", userId="ada"))["daily"][-1]["requestCount"] == 1


@pytest.mark.parametrize(("name", "value"), [("groupBy", "day"), ("month", "2026-13"), ("include", "hourly")])
def test_a_wrong_parameter_is_named(api: ApiClient, name: str, value: str) -> None:
    assert list(ok(api.get("/usage", **{name: value}), 422)["errors"]) == [name]


NOON = 1_800_014_400  # 2027-01-15, 12:00 UTC


def limit(api: ApiClient, **limits: Any) -> None:
    ok(api.put("/governance", {"aiEnabled": True, "modelPolicy": "unrestricted", "spendLimits": limits}))


def test_my_usage_is_what_was_used_with_my_token_and_no_other_user(api: ApiClient) -> None:
    api.mock.freeze(NOON - 24 * 3600)
    yesterday = ok(api.chat())["usage"]["costCents"]
    api.mock.advance(24 * 3600)
    today = ok(api.chat("Hello again"))["usage"]["costCents"]
    ok(api.chat(sessionId=ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]))
    found = ok(api.get("/usage/me"))
    assert found["currentMonth"] == "2027-01"
    assert found["monthly"] == {"spendCents": round(yesterday + today), "requestCount": 2}
    assert found["daily"] == {"spendCents": round(today)}


def test_each_token_belongs_to_a_user(server: Mock) -> None:
    acme = server.organisation("acme")
    acme.reset()
    with ApiClient(acme) as anyone, ApiClient(acme, "acme-token") as own:
        ok(own.chat())
        mine, theirs = ok(own.get("/usage/me")), ok(anyone.get("/usage/me"))
    assert mine["userId"] != theirs["userId"]
    assert (mine["monthly"]["requestCount"], theirs["monthly"]["requestCount"]) == (1, 0)


def test_my_usage_is_reset_every_month(api: ApiClient) -> None:
    api.mock.freeze(NOON)
    ok(api.chat())
    api.mock.advance(17 * 24 * 3600)
    found = ok(api.get("/usage/me"))
    assert (found["currentMonth"], found["monthly"]["requestCount"]) == ("2027-02", 0)


def test_without_limits_there_is_no_quota(api: ApiClient) -> None:
    assert ok(api.get("/usage/me"))["quota"] is None
    limit(api, monthlyBudgetCents=10, perTokenDailyBudgetCents=10)
    assert ok(api.get("/usage/me"))["quota"] is None


def test_a_quota_tells_what_is_left_and_when_the_day_is_over(api: ApiClient) -> None:
    api.mock.freeze(NOON)
    spent = ok(api.chat())["usage"]["costCents"]
    limit(api, perUserMonthlyBudgetCents=10, perUserDailyBudgetCents=1)
    left = {"usedPercent": pytest.approx(100 * spent, abs=1e-3), "remainingCents": 1 - round(spent)}
    assert ok(api.get("/usage/me"))["quota"] == {
        "monthlyLimit": {
            "limitCents": 10,
            "usedPercent": pytest.approx(10 * spent, abs=1e-3),
            "remainingCents": 10 - round(spent),
        },
        "dailyLimit": {"limitCents": 1, **left, "resetsAt": "2027-01-16T00:00:00.000Z"},
    }


def test_a_quota_of_one_period_leaves_the_other_null(api: ApiClient) -> None:
    limit(api, perUserDailyBudgetCents=1)
    assert ok(api.get("/usage/me"))["quota"]["monthlyLimit"] is None


def test_my_own_override_is_my_quota(api: ApiClient) -> None:
    me = ok(api.get("/usage/me"))["userId"]
    limit(api, perUserDailyBudgetCents=1, userOverrides={me: {"dailyCents": 7}})
    assert ok(api.get("/usage/me"))["quota"]["dailyLimit"]["limitCents"] == 7
    limit(api, perUserDailyBudgetCents=1, userOverrides={me: {"unlimited": True}})
    assert ok(api.get("/usage/me"))["quota"] is None


def test_what_is_left_for_me_may_be_negative(api: ApiClient) -> None:
    limit(api, perUserDailyBudgetCents=1)
    cost = ok(api.chat("gold " * 400, model="anthropic.claude-3-opus-20240229-v1:0"))["usage"]["costCents"]
    found = ok(api.get("/usage/me"))["quota"]["dailyLimit"]
    assert found["remainingCents"] == 1 - round(cost)
    assert found["usedPercent"] > 100
