"""Filter policies block or redact messages and answers in every kind of chat."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.mock.support.client import TOOL_MODEL, ApiClient, chat_body, kinds, ok, tool
from tests.mock.support.filter_policies import (
    CARD,
    Said,
    Way,
    agent,
    buffered,
    ended,
    every_way,
    mandatory,
    policy,
    polled,
    rule,
    streamed,
)


@every_way
def test_a_blocked_message_gets_an_empty_reply_that_says_why(api: ApiClient, way: Way) -> None:
    mandatory(api, rule(action="BLOCK", side="input"))
    assert way(api, "Where is bluefin?") == ("", "content_filter")


@every_way
def test_a_blocked_reply_is_withheld_as_a_whole(api: ApiClient, way: Way) -> None:
    mandatory(api, rule(action="BLOCK", side="output"))
    assert way(api, "Where is bluefin?") == ("", "content_filter")  # the model repeats the message


@every_way
def test_what_no_rule_finds_passes(api: ApiClient, way: Way) -> None:
    mandatory(api, rule(action="BLOCK"))
    text, reason = way(api, "Where is yellowfin?")
    assert "yellowfin" in text
    assert reason == "stop"


def test_a_blocked_message_is_not_sent_to_the_model_and_costs_nothing(api: ApiClient) -> None:
    mandatory(api, rule(action="BLOCK", side="input"))
    assert set(ok(api.chat("bluefin"))["usage"].values()) == {0}
    assert ok(api.get("/usage"))["totals"]["requestCount"] == 0


def test_a_blocked_reply_has_cost_what_it_cost(api: ApiClient) -> None:
    mandatory(api, rule(action="BLOCK", side="output"))
    assert ok(api.chat("bluefin"))["usage"]["outputTokens"] > 0
    assert ok(api.get("/usage"))["totals"]["requestCount"] == 1


def test_a_blocked_stream_has_no_text(api: ApiClient) -> None:
    mandatory(api, rule(action="BLOCK", side="output"))
    assert kinds(api.stream("bluefin")) == ["start", "done"]


@pytest.mark.parametrize("side", ["input", "output"])
@pytest.mark.parametrize("way", [buffered, streamed, polled])
def test_a_session_keeps_nothing_of_a_blocked_turn(api: ApiClient, way: Callable[..., Said], side: str) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    mandatory(api, rule(action="BLOCK", side=side))
    way(api, "bluefin", sessionId=session)
    assert ok(api.get(f"/sessions/{session}"))["messages"] == []
    assert "turn 2" not in way(api, "Hello", sessionId=session)[0]


def test_a_message_that_was_said_before_the_policy_does_not_block_what_follows(api: ApiClient) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    buffered(api, "bluefin", sessionId=session)
    mandatory(api, rule(action="BLOCK", side="input"))
    assert buffered(api, "Hello", sessionId=session)[1] == "stop"


def test_a_script_waits_for_a_message_that_reaches_the_model(api: ApiClient) -> None:
    mandatory(api, rule(action="BLOCK", side="input"))
    api.mock.script("Scripted.")
    assert buffered(api, "bluefin") == ("", "content_filter")
    assert buffered(api, "Hello") == ("Scripted.", "stop")


# --- Covering


@every_way
def test_what_is_covered_on_the_way_in_never_reaches_the_model(api: ApiClient, way: Way) -> None:
    mandatory(api, rule(side="input"))
    text, reason = way(api, "Where is bluefin now?")
    assert 'You said: "Where is [REDACTED] now?"' in text
    assert reason == "stop"


@every_way
def test_what_is_covered_on_the_way_out_is_covered_in_the_reply(api: ApiClient, way: Way) -> None:
    mandatory(api, rule(side="output"))
    text, reason = way(api, "Where is bluefin now?")
    assert "Where is [REDACTED] now?" in text
    assert "bluefin" not in text
    assert reason == "stop"


def test_a_session_keeps_a_message_as_the_model_saw_it(api: ApiClient) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    mandatory(api, rule(side="input"))
    for way in (buffered, streamed, polled):
        way(api, "bluefin", sessionId=session)
    assert "bluefin" not in str(ok(api.get(f"/sessions/{session}"))["messages"])


def test_blocks_of_text_and_results_of_tools_are_screened_too(api: ApiClient) -> None:
    mandatory(api, rule(side="input"))
    result = {"toolUseId": "t-1", "content": [{"text": "It is bluefin."}]}
    content = [{"text": "And night heron?"}, {"toolResult": result}]
    reply = ok(api.post("/chat", {"modelId": TOOL_MODEL, "messages": [{"role": "user", "content": content}]}))
    text = reply["response"]["content"]
    assert "And [REDACTED]?" in text
    assert "It is [REDACTED]." in text


def test_a_result_that_a_callback_brings_is_screened(api: ApiClient) -> None:
    mandatory(api, rule(action="BLOCK", side="input"))
    config = {"toolConfig": {"tools": [tool()]}}
    started = ok(api.post("/chat", chat_body("Order?", model=TOOL_MODEL, **config) | {"async": True}), 202)
    api.mock.advance(60)
    waiting = ok(api.get(started["pollUrl"].removeprefix("/ai")))
    results = [{"toolUseId": waiting["pendingTools"][0]["toolUseId"], "result": {"text": "It is bluefin."}}]
    ok(api.post("/chat/callback", {"callbackId": waiting["callbackId"], "toolResults": results}))
    assert ended(api, started) == ("", "content_filter")


# --- Where policies work


def test_a_policy_that_nobody_names_does_nothing(api: ApiClient) -> None:
    policy(api, rule(action="BLOCK"))
    assert buffered(api, "bluefin")[1] == "stop"


def test_a_disabled_policy_does_nothing_until_it_is_enabled(api: ApiClient) -> None:
    own_id = mandatory(api, rule(action="BLOCK"), enabled=False)
    assert buffered(api, "bluefin")[1] == "stop"
    ok(api.put(f"/filter-policies/{own_id}/enable"))
    assert buffered(api, "bluefin")[1] == "content_filter"
    ok(api.put(f"/filter-policies/{own_id}/disable"))
    assert buffered(api, "bluefin")[1] == "stop"


def test_other_rules_hold_from_the_next_message_on(api: ApiClient) -> None:
    own_id = mandatory(api, rule(action="BLOCK"))
    ok(api.put(f"/filter-policies/{own_id}", {"rules": [rule(CARD, "BLOCK")]}))
    assert buffered(api, "bluefin")[1] == "stop"
    assert buffered(api, "4111 1111 1111 1111")[1] == "content_filter"


def test_a_name_of_a_policy_that_is_gone_does_nothing(api: ApiClient) -> None:
    own_id = mandatory(api, rule(action="BLOCK"))
    ok(api.delete(f"/filter-policies/{own_id}"))
    assert buffered(api, "bluefin")[1] == "stop"


def test_a_policy_of_an_agent_works_for_this_agent_alone(api: ApiClient) -> None:
    careful, careless = agent(api, policy(api, rule(action="BLOCK"))), agent(api)
    said = {
        own_id: ok(api.post(f"/agents/{own_id}/chat", {"message": "bluefin"}))["response"]["stopReason"]
        for own_id in (careful, careless)
    }
    assert said == {careful: "content_filter", careless: "stop"}
    assert buffered(api, "bluefin")[1] == "stop"


def test_a_policy_of_an_agent_works_where_a_stream_names_the_agent(api: ApiClient) -> None:
    own_id = agent(api, policy(api, rule(action="BLOCK")))
    assert streamed(api, "bluefin", agentId=own_id) == ("", "content_filter")


def test_policies_of_the_organisation_and_of_an_agent_work_together(api: ApiClient) -> None:
    mandatory(api, rule())
    own_id = agent(api, policy(api, rule(CARD)))
    reply = ok(api.post(f"/agents/{own_id}/chat", {"message": "bluefin paid with 4111111111111111 today"}))
    assert "[REDACTED] paid with [REDACTED] today" in reply["response"]["text"]
