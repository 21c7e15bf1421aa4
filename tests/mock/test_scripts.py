"""Replies that a test scripts in advance."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from tests.mock.support.client import MODEL, TOOL_MODEL, ApiClient, data, kinds, ok

from quant_ai_mock import Mock


def text(reply: httpx.Response) -> str:
    found: str = ok(reply)["response"]["content"]
    return found


def test_scripts_are_said_in_their_order_and_once(api: ApiClient) -> None:
    api.mock.script("First.")
    api.mock.script("Second.")
    said = [text(api.chat()) for _ in range(3)]
    assert said[:2] == ["First.", "Second."]
    assert "You said" in said[2]


def test_a_script_is_matched_by_text_model_and_turn(api: ApiClient) -> None:
    api.mock.script("About trees.", text="TREES", times=None)
    api.mock.script("From the other model.", model=TOOL_MODEL, times=None)
    api.mock.script("Second turn.", turn=2, times=None)
    session = ok(api.post("/sessions", {"userId": "a"}), 201)["sessionId"]
    assert text(api.chat("Tell me of trees")) == "About trees."
    assert text(api.chat("Hello", model=TOOL_MODEL)) == "From the other model."
    assert "You said" in text(api.chat("Hello", sessionId=session))
    assert text(api.chat("Hello", sessionId=session)) == "Second turn."


def test_a_script_belongs_to_its_organisation(server: Mock, api: ApiClient) -> None:
    api.mock.script("Mine.", times=None)
    with ApiClient(server.organisation()) as other:
        assert "Mine." not in text(other.chat())


def test_a_script_streams_too(api: ApiClient) -> None:
    api.mock.script("One two three.")
    stream = api.stream()
    assert "".join(data(event)["delta"] for event in stream if event["event"] == "content") == "One two three."


def test_a_script_asks_for_tools(api: ApiClient) -> None:
    calls = [{"name": "a", "input": {"x": 1}, "toolUseId": "t-1"}, {"name": "b"}]
    api.mock.script("Wait.", tool_calls=calls)
    reply = ok(api.chat())
    assert (reply["finishReason"], reply["response"]["content"]) == ("tool_use", "Wait.")
    uses = reply["response"]["toolUse"]
    assert [(use["name"], use["input"]) for use in uses] == [("a", {"x": 1}), ("b", {})]
    assert uses[0]["toolUseId"] == "t-1"


def test_a_script_sets_the_finish_reason_and_the_usage(api: ApiClient) -> None:
    api.mock.script("", finish_reason="content_filter", usage={"inputTokens": 5})
    reply = ok(api.chat())
    assert (reply["finishReason"], reply["usage"]["inputTokens"]) == ("content_filter", 5)


def test_a_script_that_only_sets_the_reason_leaves_the_words_to_the_model(api: ApiClient) -> None:
    api.mock.script(finish_reason="content_filter")
    reply = ok(api.chat("Hello"))
    assert reply["finishReason"] == "content_filter"
    assert "You said" in reply["response"]["content"]


def test_a_script_fails_with_a_status_that_the_document_may_not_have(api: ApiClient) -> None:
    api.mock.script(error={"status": 503, "body": {"message": "down"}})
    assert ok(api.chat(), 503) == {"message": "down"}
    assert api.chat().status_code == 200


def test_a_script_ends_a_stream_with_an_error_event(api: ApiClient) -> None:
    api.mock.script("Half an ans", error="overloaded")
    stream = api.stream()
    assert kinds(stream) == ["start", "content", "error"]
    assert data(stream[-1])["error"] == "overloaded"


def test_a_script_sends_the_events_as_they_are(api: ApiClient) -> None:
    events: list[dict[str, Any]] = [
        {"event": "content", "data": {"delta": "Hi"}},
        {"event": "surprise", "data": "not json", "id": "9"},
        {"event": "done", "data": {"complete": False, "orchestration": {"pollUrl": "https://example.com/x"}}},
    ]
    api.mock.script(events=events)
    assert api.stream() == [
        {"event": "content", "data": '{"delta":"Hi"}'},
        {"id": "9", "event": "surprise", "data": "not json"},
        {"event": "done", "data": '{"complete":false,"orchestration":{"pollUrl":"https://example.com/x"}}'},
    ]


def test_a_script_for_one_operation_leaves_the_others_alone(api: ApiClient) -> None:
    api.mock.script("Streamed.", operation="chat_stream")
    assert "Streamed." not in text(api.chat())
    assert data(api.stream()[-1])["response"]["content"] == "Streamed."


def test_a_scripted_reply_obeys_max_tokens(api: ApiClient) -> None:
    api.mock.script("one two three four")
    reply = ok(api.chat(maxTokens=2))
    assert (reply["response"]["content"], reply["finishReason"]) == ("one two", "length")


@pytest.mark.parametrize(
    "script", [{"unknown": 1}, {"toolCalls": [{}]}, {"toolCalls": "x"}, {"events": [{"x": 1}]}, {"events": ["x"]}]
)
def test_a_script_that_cannot_be_is_refused(server: Mock, script: Any) -> None:
    assert httpx.post(f"{server.url}/_mock/scripts", json=script).status_code == 422


def test_scripts_are_listed_with_how_often_they_were_used(server: Mock, api: ApiClient) -> None:
    api.mock.script("Hi.", model=MODEL, times=3)
    ok(api.chat())
    scripts = httpx.get(f"{server.url}/_mock/scripts").json()["scripts"]
    mine = next(script for script in scripts if script.get("organisation") == api.mock.name)
    assert (mine["reply"], mine["used"], mine["times"]) == ("Hi.", 1, 3)


def test_a_scripted_tool_of_the_service_is_run_by_it(api: ApiClient) -> None:
    config = {"autoExecute": True, "allowedTools": ["calculate", "generate_image"]}
    calls = [
        {"name": "calculate", "input": {"expression": "6*7"}},
        {"name": "generate_image", "input": {"prompt": "x"}},
    ]
    api.mock.script("Done.", tool_calls=calls[:1])
    stream = api.stream("Go", model=TOOL_MODEL, toolConfig=config)
    assert kinds(stream) == ["start", "tool_start", "tool_input_progress", "tool_complete", "content", "done"]
    assert data(stream[3])["result"] == {"value": 42.0}
    api.mock.script(tool_calls=calls)
    use = ok(api.chat("Go", model=TOOL_MODEL, toolConfig=config))["response"]["toolUse"]
    assert ok(api.get(f"/tools/executions/{use['executionId']}"))["toolName"] == "generate_image"


@pytest.mark.parametrize(
    "script", [{"failure": {"ErrorType": "ModelError", "ErrorMessage": "too slow"}}, {"error": "too slow"}]
)
def test_a_scripted_failure_is_never_an_empty_success(api: ApiClient, script: dict[str, Any]) -> None:
    api.mock.script(**script, times=None)
    assert ok(api.chat(), 500)["message"] == "too slow"
    last = api.stream()[-1]
    assert (last["event"], data(last)["error"]) == ("error", "too slow")
    body = {"name": "A", "description": "d", "systemPrompt": "p", "modelId": MODEL}
    agent = ok(api.post("/agents", body), 201)["agent"]["agentId"]
    assert ok(api.post(f"/agents/{agent}/chat", {"message": "Hello"}), 500)["message"] == "too slow"
