"""Filter policies are kept, and block and cover what they are made for, whichever way a chat is sent."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from tests.mock.api import TOOL_MODEL, Api, chat_body, data, kinds, ok, tool

from quant_ai_mock import Mock
from quant_ai_mock.rules import content_filters

WORDS = {"type": "word", "values": ["bluefin", "night heron"]}
CARD = {"type": "regex", "pattern": r"\b[0-9]{4}([ -]?[0-9]{4}){3}\b"}
POLICY = {"name": "Names", "rules": [{"match": WORDS, "action": "BLOCK", "applyTo": "both"}]}


def rule(match: dict[str, Any] | None = None, action: str = "REDACT", side: str = "both") -> dict[str, Any]:
    return {"match": match or WORDS, "action": action, "applyTo": side}


def policy(api: Api, *rules: dict[str, Any], **fields: Any) -> str:
    return str(ok(api.post("/filter-policies", {"name": "Names", "rules": list(rules), **fields}), 201)["policyId"])


def mandatory(api: Api, *rules: dict[str, Any], **fields: Any) -> str:
    """A policy for every chat of the organisation."""
    own_id = policy(api, *rules, **fields)
    govern(api, own_id)
    return own_id


def govern(api: Api, *policies: str) -> None:
    rules = {"aiEnabled": True, "modelPolicy": "unrestricted", "mandatoryFilterPolicies": list(policies)}
    ok(api.put("/governance", rules))


def agent(api: Api, *policies: str) -> str:
    body = {"name": "Helper", "description": "Helps.", "systemPrompt": "Be brief.", "modelId": TOOL_MODEL}
    return str(ok(api.post("/agents", body | {"filterPolicies": list(policies)}), 201)["agent"]["agentId"])


Said = tuple[str, str]  # the text of the reply, and why it ended


def buffered(api: Api, text: str, **fields: Any) -> Said:
    found = ok(api.chat(text, **fields))
    return found["response"]["content"], found["finishReason"]


def streamed(api: Api, text: str, **fields: Any) -> Said:
    events = [data(event) for event in api.stream(text, **fields)]
    last = events[-1]
    assert "".join(event.get("delta", "") for event in events) == last["response"]["content"]
    return last["response"]["content"], last["finishReason"]


def polled(api: Api, text: str, **fields: Any) -> Said:
    started = ok(api.post("/chat", chat_body(text, **fields) | {"async": True}), 202)
    return ended(api, started)


def ended(api: Api, started: dict[str, Any]) -> Said:
    api.mock.advance(60)
    found = ok(api.get(started["pollUrl"].removeprefix("/ai")))
    assert found["status"] == "complete"
    return found["result"]["response"]["content"], found["result"]["finishReason"]


def asked_of_an_agent(api: Api, text: str) -> Said:
    found = ok(api.post("/agents/quantgov-code/chat", {"message": text}))["response"]
    return found["text"], found["stopReason"]


def polled_of_an_agent(api: Api, text: str) -> Said:
    return ended(api, ok(api.post("/agents/quantgov-code/chat", {"message": text, "async": True}), 202))


Way = Callable[[Api, str], Said]
WAYS: list[Way] = [buffered, streamed, polled, asked_of_an_agent, polled_of_an_agent]
every_way = pytest.mark.parametrize("way", WAYS)


# --- The policies themselves


def test_a_new_policy_is_read_back_as_it_was_sent(api: Api) -> None:
    made = ok(api.post("/filter-policies", POLICY | {"description": "Ours.", "enabled": False}), 201)
    assert made.items() >= (POLICY | {"description": "Ours.", "enabled": False}).items()
    assert ok(api.get(f"/filter-policies/{made['policyId']}")) == made


def test_a_new_policy_is_at_work_unless_it_says_otherwise(api: Api) -> None:
    made = ok(api.post("/filter-policies", POLICY), 201)
    assert (made["enabled"], made["description"]) == (True, None)


def test_policies_are_listed_in_the_order_in_which_they_came(api: Api) -> None:
    made = [policy(api, rule(), enabled=number > 0) for number in range(3)]
    listed = ok(api.get("/filter-policies"))
    assert [found["policyId"] for found in listed["policies"]] == made
    assert listed["count"] == 3


def test_an_update_changes_what_it_names_and_keeps_the_rest(api: Api) -> None:
    own_id = policy(api, rule(), description="Ours.")
    api.mock.advance(10)
    before = ok(api.get(f"/filter-policies/{own_id}"))
    after = ok(api.put(f"/filter-policies/{own_id}", {"rules": [rule(CARD)], "description": None}))
    assert after == before | {"rules": [rule(CARD)], "description": None, "updatedAt": after["updatedAt"]}
    assert after["updatedAt"] > before["updatedAt"]


def test_an_update_cannot_take_the_id_of_a_policy(api: Api) -> None:
    own_id = policy(api, rule())
    assert ok(api.put(f"/filter-policies/{own_id}", {"policyId": "other", "createdAt": "never"}))["policyId"] == own_id


@pytest.mark.parametrize("before", [True, False])
def test_a_policy_is_enabled_and_disabled_as_often_as_one_likes(api: Api, before: bool) -> None:
    own_id = policy(api, rule(), enabled=before)
    for verb, enabled in (("enable", True), ("enable", True), ("disable", False), ("disable", False)):
        assert ok(api.put(f"/filter-policies/{own_id}/{verb}"))["enabled"] is enabled
        assert ok(api.get(f"/filter-policies/{own_id}"))["enabled"] is enabled


def test_a_deleted_policy_is_gone(api: Api) -> None:
    own_id = policy(api, rule())
    assert ok(api.delete(f"/filter-policies/{own_id}"))["success"] is True
    assert ok(api.get("/filter-policies"))["policies"] == []
    ok(api.delete(f"/filter-policies/{own_id}"), 404)


@pytest.mark.parametrize("verb", ["", "/enable", "/disable"])
def test_what_is_not_there_is_not_found(api: Api, verb: str) -> None:
    found = ok(api.put(f"/filter-policies/none{verb}", None if verb else {}), 404)
    assert found["policyId"] == "none"


def test_policies_of_one_organisation_are_not_there_for_another(server: Mock) -> None:
    with Api(server.organisation()) as home, Api(server.organisation()) as away:
        own_id = policy(home, rule(action="BLOCK"))
        ok(away.get(f"/filter-policies/{own_id}"), 404)
        govern(away, own_id)
        assert buffered(away, "bluefin")[1] == "stop"


BAD = [
    ({"rules": []}, "rules"),
    ({"rules": [rule()] * 101}, "rules"),
    ({"name": ""}, "name"),
    ({"name": "x" * 256}, "name"),
    ({"description": "x" * 1001}, "description"),
    ({"rules": [rule({"type": "word", "values": ["x" * 101]})]}, "rules.0.match.values.0"),
    ({"rules": [rule({"type": "regex", "pattern": "x" * 501})]}, "rules.0.match.pattern"),
    ({"rules": [rule({"type": "word"})]}, "rules.0.match.values"),
    ({"rules": [rule({"type": "regex"})]}, "rules.0.match.pattern"),
    ({"rules": [rule(), rule(action="DROP")]}, "rules.1.action"),
    ({"rules": [rule(side="sideways")]}, "rules.0.applyTo"),
]


@pytest.mark.parametrize(("wrong", "field"), BAD)
def test_what_does_not_fit_is_named(api: Api, wrong: dict[str, Any], field: str) -> None:
    assert field in ok(api.post("/filter-policies", POLICY | wrong), 422)["errors"]
    own_id = policy(api, rule())
    assert field in ok(api.put(f"/filter-policies/{own_id}", wrong), 422)["errors"]


@pytest.mark.parametrize("pattern", ["(", "[z-a]", "a{2,1}", "(?=a)b", r"(a)\1", "(a{900}){900}"])
def test_an_expression_that_cannot_be_run_is_named(api: Api, pattern: str) -> None:
    rules = [rule(), rule({"type": "regex", "pattern": pattern})]
    own_id = policy(api, rule())
    for reply in (
        api.post("/filter-policies", {"name": "Names", "rules": rules}),
        api.put(f"/filter-policies/{own_id}", {"rules": rules}),
    ):
        assert list(ok(reply, 422)["errors"]) == ["rules.1.match.pattern"]
    assert len(ok(api.get(f"/filter-policies/{own_id}"))["rules"]) == 1


# --- Blocking


@every_way
def test_a_blocked_message_gets_an_empty_reply_that_says_why(api: Api, way: Way) -> None:
    mandatory(api, rule(action="BLOCK", side="input"))
    assert way(api, "Where is bluefin?") == ("", "content_filter")


@every_way
def test_a_blocked_reply_is_withheld_as_a_whole(api: Api, way: Way) -> None:
    mandatory(api, rule(action="BLOCK", side="output"))
    assert way(api, "Where is bluefin?") == ("", "content_filter")  # the model repeats what it hears


@every_way
def test_what_no_rule_finds_passes(api: Api, way: Way) -> None:
    mandatory(api, rule(action="BLOCK"))
    text, reason = way(api, "Where is yellowfin?")
    assert "yellowfin" in text
    assert reason == "stop"


def test_a_blocked_message_is_not_sent_to_the_model_and_costs_nothing(api: Api) -> None:
    mandatory(api, rule(action="BLOCK", side="input"))
    assert set(ok(api.chat("bluefin"))["usage"].values()) == {0}
    assert ok(api.get("/usage"))["totals"]["requestCount"] == 0


def test_a_blocked_reply_has_cost_what_it_cost(api: Api) -> None:
    mandatory(api, rule(action="BLOCK", side="output"))
    assert ok(api.chat("bluefin"))["usage"]["outputTokens"] > 0
    assert ok(api.get("/usage"))["totals"]["requestCount"] == 1


def test_a_blocked_stream_has_no_text(api: Api) -> None:
    mandatory(api, rule(action="BLOCK", side="output"))
    assert kinds(api.stream("bluefin")) == ["start", "done"]


@pytest.mark.parametrize("side", ["input", "output"])
@pytest.mark.parametrize("way", [buffered, streamed, polled])
def test_a_session_keeps_nothing_of_a_blocked_turn(api: Api, way: Callable[..., Said], side: str) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    mandatory(api, rule(action="BLOCK", side=side))
    way(api, "bluefin", sessionId=session)
    assert ok(api.get(f"/sessions/{session}"))["messages"] == []
    assert "turn 2" not in way(api, "Hello", sessionId=session)[0]


def test_a_message_that_was_said_before_the_policy_does_not_block_what_follows(api: Api) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    buffered(api, "bluefin", sessionId=session)
    mandatory(api, rule(action="BLOCK", side="input"))
    assert buffered(api, "Hello", sessionId=session)[1] == "stop"


def test_a_script_waits_for_a_message_that_reaches_the_model(api: Api) -> None:
    mandatory(api, rule(action="BLOCK", side="input"))
    api.mock.script("Scripted.")
    assert buffered(api, "bluefin") == ("", "content_filter")
    assert buffered(api, "Hello") == ("Scripted.", "stop")


# --- Covering


@every_way
def test_what_is_covered_on_the_way_in_never_reaches_the_model(api: Api, way: Way) -> None:
    mandatory(api, rule(side="input"))
    text, reason = way(api, "Where is bluefin now?")
    assert 'You said: "Where is [REDACTED] now?"' in text
    assert reason == "stop"


@every_way
def test_what_is_covered_on_the_way_out_is_covered_in_the_reply(api: Api, way: Way) -> None:
    mandatory(api, rule(side="output"))
    text, reason = way(api, "Where is bluefin now?")
    assert "Where is [REDACTED] now?" in text
    assert "bluefin" not in text
    assert reason == "stop"


def test_a_session_keeps_a_message_as_the_model_saw_it(api: Api) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    mandatory(api, rule(side="input"))
    for way in (buffered, streamed, polled):
        way(api, "bluefin", sessionId=session)
    assert "bluefin" not in str(ok(api.get(f"/sessions/{session}"))["messages"])


def test_blocks_of_text_and_results_of_tools_are_screened_too(api: Api) -> None:
    mandatory(api, rule(side="input"))
    result = {"toolUseId": "t-1", "content": [{"text": "It is bluefin."}]}
    content = [{"text": "And night heron?"}, {"toolResult": result}]
    reply = ok(api.post("/chat", {"modelId": TOOL_MODEL, "messages": [{"role": "user", "content": content}]}))
    text = reply["response"]["content"]
    assert "And [REDACTED]?" in text
    assert "It is [REDACTED]." in text


def test_a_result_that_a_callback_brings_is_screened(api: Api) -> None:
    mandatory(api, rule(action="BLOCK", side="input"))
    config = {"toolConfig": {"tools": [tool()]}}
    started = ok(api.post("/chat", chat_body("Order?", model=TOOL_MODEL, **config) | {"async": True}), 202)
    api.mock.advance(60)
    waiting = ok(api.get(started["pollUrl"].removeprefix("/ai")))
    results = [{"toolUseId": waiting["pendingTools"][0]["toolUseId"], "result": {"text": "It is bluefin."}}]
    ok(api.post("/chat/callback", {"callbackId": waiting["callbackId"], "toolResults": results}))
    assert ended(api, started) == ("", "content_filter")


# --- Where policies work


def test_a_policy_that_nobody_names_does_nothing(api: Api) -> None:
    policy(api, rule(action="BLOCK"))
    assert buffered(api, "bluefin")[1] == "stop"


def test_a_disabled_policy_does_nothing_until_it_is_enabled(api: Api) -> None:
    own_id = mandatory(api, rule(action="BLOCK"), enabled=False)
    assert buffered(api, "bluefin")[1] == "stop"
    ok(api.put(f"/filter-policies/{own_id}/enable"))
    assert buffered(api, "bluefin")[1] == "content_filter"
    ok(api.put(f"/filter-policies/{own_id}/disable"))
    assert buffered(api, "bluefin")[1] == "stop"


def test_other_rules_hold_from_the_next_message_on(api: Api) -> None:
    own_id = mandatory(api, rule(action="BLOCK"))
    ok(api.put(f"/filter-policies/{own_id}", {"rules": [rule(CARD, "BLOCK")]}))
    assert buffered(api, "bluefin")[1] == "stop"
    assert buffered(api, "4111 1111 1111 1111")[1] == "content_filter"


def test_a_name_of_a_policy_that_is_gone_does_nothing(api: Api) -> None:
    own_id = mandatory(api, rule(action="BLOCK"))
    ok(api.delete(f"/filter-policies/{own_id}"))
    assert buffered(api, "bluefin")[1] == "stop"


def test_a_policy_of_an_agent_works_for_this_agent_alone(api: Api) -> None:
    careful, careless = agent(api, policy(api, rule(action="BLOCK"))), agent(api)
    said = {
        own_id: ok(api.post(f"/agents/{own_id}/chat", {"message": "bluefin"}))["response"]["stopReason"]
        for own_id in (careful, careless)
    }
    assert said == {careful: "content_filter", careless: "stop"}
    assert buffered(api, "bluefin")[1] == "stop"


def test_a_policy_of_an_agent_works_where_a_stream_names_the_agent(api: Api) -> None:
    own_id = agent(api, policy(api, rule(action="BLOCK")))
    assert streamed(api, "bluefin", agentId=own_id) == ("", "content_filter")


def test_policies_of_the_organisation_and_of_an_agent_work_together(api: Api) -> None:
    mandatory(api, rule())
    own_id = agent(api, policy(api, rule(CARD)))
    reply = ok(api.post(f"/agents/{own_id}/chat", {"message": "bluefin paid with 4111111111111111 today"}))
    assert "[REDACTED] paid with [REDACTED] today" in reply["response"]["text"]


# --- What rules find


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("bluefin", "[REDACTED]"),
        ("BlueFin!", "[REDACTED]!"),
        ("a night heron flew", "a [REDACTED] flew"),
        ("bluefin, bluefin and night heron", "[REDACTED], [REDACTED] and [REDACTED]"),
        ("bluefins", "bluefins"),
        ("ébluefin", "ébluefin"),
        ("night  heron", "night  heron"),
    ],
)
def test_words_are_found_whole_and_whatever_their_case(text: str, covered: str) -> None:
    assert content_filters.screen([rule()], "input", text) == covered


@pytest.mark.parametrize(
    ("pattern", "text", "covered"),
    [
        (r"[0-9]{4}", "call 0362 or 12", "call [REDACTED] or 12"),
        (r"secret", "Secret and secret", "Secret and [REDACTED]"),
        (r"(?i)secret", "Secret", "[REDACTED]"),
        (r"ö+", "schöön", "sch[REDACTED]n"),
        (r"x*", "axxb", "a[REDACTED]b"),
        (r".", "all of it", "[REDACTED]"),
        (r"^\w+", "first word", "[REDACTED] word"),
    ],
)
def test_an_expression_covers_each_place_that_it_finds(pattern: str, text: str, covered: str) -> None:
    assert content_filters.screen([rule({"type": "regex", "pattern": pattern})], "input", text) == covered


def test_an_expression_that_only_finds_nothing_blocks_nothing() -> None:
    assert content_filters.screen([rule({"type": "regex", "pattern": "x*"}, "BLOCK")], "input", "abc") == "abc"


def test_rules_that_overlap_cover_once_and_never_each_others_cover() -> None:
    overlapping = [{"type": "regex", "pattern": pattern} for pattern in ("bcd", "cde", "REDACTED", r"\[")]
    assert content_filters.screen([rule(match) for match in overlapping], "input", "abcdef") == "a[REDACTED]f"


def test_a_rule_that_blocks_wins_over_one_that_covers() -> None:
    for rules in ([rule(), rule(action="BLOCK")], [rule(action="BLOCK"), rule()]):
        assert content_filters.screen(rules, "input", "bluefin") is None


@pytest.mark.parametrize(
    ("side", "of", "found"),
    [
        ("input", "input", True),
        ("input", "output", False),
        ("output", "input", False),
        ("output", "output", True),
        ("both", "input", True),
        ("both", "output", True),
    ],
)
def test_a_rule_looks_at_its_own_side(side: str, of: content_filters.Side, found: bool) -> None:
    assert (content_filters.screen([rule(action="BLOCK", side=side)], of, "bluefin") is None) is found


@pytest.mark.parametrize(
    ("loose", "said"),
    [
        ({"match": {"values": ["bluefin"]}}, None),
        ({"match": {"pattern": "blue"}}, None),
        ({"match": {"values": ["bluefin"]}, "action": "REDACT"}, "[REDACTED]"),
        ({"action": "BLOCK"}, "bluefin"),
        ({}, "bluefin"),
        ({"match": {"type": "word", "values": []}}, "bluefin"),
    ],
)
def test_a_rule_with_gaps_is_read_as_the_document_says(loose: dict[str, Any], said: str | None) -> None:
    assert content_filters.screen([loose], "input", "bluefin") == said


# --- What they may cost

EVIL = [r"(a+)+$", r"(a|aa)+$", r"(a*)*b", r"(.*a){20}$", r"([a-z]+)*[0-9]"]


@pytest.mark.parametrize("pattern", EVIL)
def test_an_expression_that_explodes_elsewhere_is_answered_soon(api: Api, pattern: str) -> None:
    """A backtracking engine would take longer than the age of the universe for these; the client waits 10 seconds."""
    mandatory(api, rule({"type": "regex", "pattern": pattern}, side="input"))
    ok(api.chat("a" * 20_000 + "!"))


def test_the_time_that_rules_take_grows_with_the_text_alone() -> None:
    rules = [rule({"type": "regex", "pattern": "."}) for _ in range(100)]
    began = time.process_time()
    assert content_filters.screen(rules, "input", "a" * 1_000_000) == "[REDACTED]"
    assert time.process_time() - began < 8  # without an end to their hits: half an hour


def test_after_many_hits_the_rest_goes_with_them() -> None:
    text = "a b " * (content_filters.MAX_HITS + 10)
    covered = content_filters.screen([rule({"type": "regex", "pattern": "a"})], "input", text)
    assert covered is not None
    assert covered.count("[REDACTED]") == content_filters.MAX_HITS + 1
    assert covered.endswith("b [REDACTED]")
