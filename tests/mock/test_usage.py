"""Usage is the sum of what was really used."""

from __future__ import annotations

import pytest
from tests.mock.api import MODEL, TOOL_MODEL, Api, ok

from quant_ai_mock import Mock


def test_the_totals_are_the_sums_of_the_replies(api: Api) -> None:
    used = [ok(api.chat(text, model=model))["usage"] for text in ("one", "two words") for model in (MODEL, TOOL_MODEL)]
    report = ok(api.get("/usage"))
    assert report["totals"]["requestCount"] == 4
    assert report["totals"]["totalTokens"] == sum(usage["totalTokens"] for usage in used)
    assert report["totals"]["spendCents"] == pytest.approx(sum(usage["costCents"] for usage in used), abs=1e-6)
    assert {row["modelId"]: row["requestCount"] for row in report["rows"]} == {MODEL: 2, TOOL_MODEL: 2}


def test_embeddings_and_streams_and_executions_count_too(api: Api) -> None:
    ok(api.post("/embeddings", {"input": "Hello"}))
    api.stream("Hello")
    assert ok(api.get("/usage"))["totals"]["requestCount"] == 2


def test_usage_is_grouped_by_the_user_of_the_session(api: Api) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    ok(api.chat(sessionId=session))
    ok(api.chat())
    rows = ok(api.get("/usage", groupBy="user"))["rows"]
    assert {row["userId"] for row in rows} == {"ada", "anonymous"}


def test_usage_is_grouped_by_token_without_giving_it_away(server: Mock) -> None:
    with Api(server.organisation("acme")) as anyone, Api(server.organisation("acme"), "acme-token") as own:
        ok(anyone.chat())
        ok(own.chat())
        rows = ok(own.get("/usage", groupBy="token"))["rows"]
    assert len(rows) == 2
    assert "acme-token" not in str(rows)


def test_a_month_holds_its_own_days(api: Api) -> None:
    api.mock.freeze(1_800_000_000)  # 2027-01-15
    ok(api.chat())
    api.mock.advance(31 * 24 * 3600)
    ok(api.chat())
    ok(api.chat())
    assert ok(api.get("/usage", month="2027-01"))["totals"]["requestCount"] == 1
    assert ok(api.get("/usage", month="2027-02"))["totals"]["requestCount"] == 2
    assert ok(api.get("/usage"))["month"] == "2027-02"
    assert ok(api.get("/usage", month="2026-12"))["rows"] == []


def test_the_daily_series_has_30_days_and_can_be_narrowed(api: Api) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    ok(api.chat(sessionId=session))
    ok(api.chat())
    daily = ok(api.get("/usage", include="daily"))["daily"]
    assert (len(daily), daily[-1]["requestCount"], daily[0]["requestCount"]) == (30, 2, 0)
    assert ok(api.get("/usage", include="daily", userId="ada"))["daily"][-1]["requestCount"] == 1


@pytest.mark.parametrize(("name", "value"), [("groupBy", "day"), ("month", "2026-13"), ("include", "hourly")])
def test_a_wrong_parameter_is_named(api: Api, name: str, value: str) -> None:
    assert list(ok(api.get("/usage", **{name: value}), 422)["errors"]) == [name]
