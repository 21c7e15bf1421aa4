"""Chat as a stream of events."""

from __future__ import annotations

import socket
import time
from urllib.parse import urlsplit

import httpx
import pytest
from tests.mock.support.client import MODEL, TOOL_MODEL, ApiClient, chat_body, data, events, kinds, ok, tool, wait_for

from quant_ai_mock import Mock
from quant_ai_mock.gateway.sending import paced
from quant_ai_mock.state.settings import Settings


def test_a_stream_says_what_a_buffered_chat_says(api: ApiClient) -> None:
    stream = api.stream("Tell me")
    text = "".join(data(event)["delta"] for event in stream if event["event"] == "content")
    assert kinds(stream) == ["start", "content", "done"]
    assert text == ok(api.chat("Tell me"))["response"]["content"]
    assert data(stream[-1])["response"]["content"] == text


def test_a_stream_is_labelled_as_one(api: ApiClient) -> None:
    reply = api.post("/chat/stream", chat_body())
    assert reply.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert reply.headers["cache-control"] == "no-cache"
    assert "content-length" not in reply.headers


def test_by_default_every_known_reader_understands_a_content_event(api: ApiClient) -> None:
    event = next(event for event in api.stream() if event["event"] == "content")
    found = data(event)
    assert event["id"].startswith("chunk-")
    assert found["type"] == "content"
    assert found["delta"] == found["content"] != ""
    assert found["complete"] is False


def test_the_dialect_of_the_docs_has_the_type_in_the_data_and_no_event_line(api: ApiClient) -> None:
    api.mock.settings(dialect="docs")
    stream = api.stream()
    assert all(set(event) == {"data"} for event in stream)
    assert set(data(stream[1])) == {"type", "content"}
    assert data(stream[-1])["type"] == "done"


def test_the_dialect_of_the_wire_has_the_event_line_and_deltas(api: ApiClient) -> None:
    api.mock.settings(dialect="wire")
    stream = api.stream()
    assert all("type" not in data(event) for event in stream)
    assert (stream[1]["event"], set(data(stream[1]))) == ("content", {"delta", "complete"})


def test_done_carries_the_usage_and_a_mark_may_follow(api: ApiClient) -> None:
    api.mock.settings(doneMark=True)
    stream = api.stream()
    done = data(stream[-2])
    assert done["complete"] is True
    assert done["usage"]["totalTokens"] > 0
    assert stream[-1]["data"] == "[DONE]"


def test_a_declared_tool_ends_the_turn_with_a_request(api: ApiClient) -> None:
    stream = api.stream("Where is it?", model=TOOL_MODEL, toolConfig={"tools": [tool()]})
    assert kinds(stream) == ["start", "content", "tool_request", "done"]
    request, done = data(stream[-2]), data(stream[-1])
    assert (request["name"], request["toolUse"]["name"]) == ("get_order", "get_order")
    assert (done["complete"], done["stopReason"]) == (False, "tool_request")
    assert done["response"]["toolUse"] == request["toolUse"]


def test_a_tool_of_the_service_shows_its_progress(api: ApiClient) -> None:
    config = {"autoExecute": True, "allowedTools": ["get_weather"]}
    stream = api.stream("Weather?", model=TOOL_MODEL, toolConfig=config)
    assert kinds(stream) == ["start", "tool_start", "tool_input_progress", "tool_complete", "content", "done"]
    assert data(stream[3])["result"]["temperature"] == 14


def test_an_agent_without_a_session_opens_one_and_says_so(api: ApiClient) -> None:
    stream = api.stream("Hello", agentId="quantgov-code")
    assert kinds(stream)[:2] == ["start", "session"]
    session = data(stream[1])["sessionId"]
    assert len(ok(api.get(f"/sessions/{session}"))["messages"]) == 2


def test_an_asynchronous_stream_is_a_queued_execution(api: ApiClient) -> None:
    reply = api.post("/chat/stream", chat_body(**{"async": True}))
    assert (reply.headers["content-type"], ok(reply, 202)["status"]) == ("application/json", "queued")


def test_what_is_wrong_before_the_first_event_has_a_status(api: ApiClient) -> None:
    assert ok(api.post("/chat/stream", chat_body(model="none")), 404)["code"] == "MODEL_NOT_FOUND"


def test_events_leave_one_by_one(api: ApiClient) -> None:
    api.mock.settings(tokensPerSecond=200)
    with api.http.stream("POST", "/chat/stream", json=chat_body("word " * 20)) as reply:
        arrivals = [time.monotonic() for _ in reply.iter_raw()]
    assert len(arrivals) > 20


@pytest.mark.parametrize(
    ("before", "content"),
    [
        ({"event": "start", "data": "{}"}, {"event": "content", "data": '{"delta":"a"}'}),
        ({"data": '{"type":"start"}'}, {"data": '{"type":"content","content":"a"}'}),
    ],
)
def test_text_comes_at_its_speed_in_every_dialect(before: dict[str, str], content: dict[str, str]) -> None:
    settings = Settings(tokens_per_second=4, time_to_first_token=1.5)
    steps = list(paced([before, content, content, content], settings))
    assert [step for step in steps if isinstance(step, float)] == [1.5, 0.25, 0.25]
    assert isinstance(steps[0], bytes)


def test_comments_keep_a_slow_stream_alive(api: ApiClient) -> None:
    api.mock.settings(timeToFirstToken=0.05, heartbeat=0.01)
    text = api.post("/chat/stream", chat_body()).text
    assert text.count(": ping\n\n") >= 2
    assert kinds(events(text)) == ["start", "content", "done"]


def test_a_client_that_goes_is_noticed_and_written_down(server: Mock) -> None:
    with ApiClient(server.organisation()) as api:
        api.mock.settings(tokensPerSecond=1)
        with api.http.stream("POST", "/chat/stream", json=chat_body("word " * 50)) as reply:
            next(reply.iter_raw())
        api.http.close()
        entry = wait_for(lambda: next((e for e in api.mock.requests() if e.get("duration_ms")), None))
        assert entry["disconnected"] is True
        assert entry["events"] < 10


def test_a_stream_of_agent_chat_has_the_same_form(api: ApiClient) -> None:
    reply = api.post("/agents/quantgov-code/chat", {"message": "Hi", "stream": True})
    assert kinds(events(reply.text)) == ["start", "session", "content", "done"]


@pytest.mark.parametrize("path", ["/chat/stream"])
def test_raw_bytes_end_with_an_empty_line(server: Mock, path: str) -> None:
    parts = urlsplit(server.url)
    body = httpx.Request("POST", server.url, json=chat_body()).content
    head = (
        f"POST /api/v3/organisations/raw/ai{path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer test-token\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    with socket.create_connection((parts.hostname or "", parts.port or 0)) as connection:
        connection.sendall(head.encode() + body)
        received = b""
        while part := connection.recv(65536):
            received += part
    assert received.endswith(b"\n\n\r\n0\r\n\r\n")
    assert MODEL.encode() in received
