"""Injected faults."""

from __future__ import annotations

import json
import time
from typing import Any

import httpx
import pytest
from tests.mock.support.client import ApiClient, chat_body, events, kinds, ok

from quant_ai_mock import Mock, running_mock
from quant_ai_mock.state.faults import Fault, FaultBook


def test_a_status_fault_applies_the_given_number_of_times(api: ApiClient) -> None:
    api.mock.fault(429, retry_after=3, times=2)
    replies = [api.get("/models") for _ in range(3)]
    assert [reply.status_code for reply in replies] == [429, 429, 200]
    assert replies[0].headers["retry-after"] == "3"
    assert replies[0].json() == {"message": "Too Many Attempts.", "error": True}


def test_a_fault_is_for_its_operation_and_organisation(server: Mock, api: ApiClient) -> None:
    api.mock.fault(503, operation="models_list", times=None)
    with ApiClient(server.organisation()) as other:
        assert other.get("/models").status_code == 200
    assert api.chat().status_code == 200
    assert api.get("/models").status_code == 503


def test_some_requests_may_pass_before(api: ApiClient) -> None:
    api.mock.fault(500, skip=2)
    assert [api.get("/models").status_code for _ in range(4)] == [200, 200, 500, 200]


def test_a_probability_follows_the_seed() -> None:
    def run() -> list[int]:
        with running_mock(seed=5) as mock, ApiClient(mock.organisation("acme")) as api:
            api.mock.fault(500, probability=0.5, times=None)
            return [api.get("/models").status_code for _ in range(30)]

    first = run()
    assert first == run()
    assert 5 < first.count(500) < 25


def test_a_body_of_ones_own_is_sent(api: ApiClient) -> None:
    api.mock.fault(502, body={"oops": [1]})
    assert api.get("/models").json() == {"oops": [1]}


def test_a_faulty_request_changes_nothing(api: ApiClient) -> None:
    api.mock.fault(500)
    assert api.post("/sessions", {"userId": "a"}).status_code == 500
    assert ok(api.get("/sessions")) == []


def test_latency_delays_the_reply(api: ApiClient) -> None:
    api.mock.fault(latency=0.05, jitter=0.01)
    begin = time.monotonic()
    assert api.get("/models").status_code == 200
    assert time.monotonic() - begin >= 0.05


def test_jitter_is_added_to_the_latency_and_follows_the_seed() -> None:
    fault = Fault(latency=0.2, jitter=0.1)
    book = FaultBook(seed=1)
    delays = [book.delay(fault) for _ in range(100)]
    again = FaultBook(seed=1)
    assert delays == [again.delay(fault) for _ in range(100)]
    assert 0.2 <= min(delays) < 0.22
    assert 0.28 < max(delays) <= 0.3


def test_a_dropped_connection_gives_nothing_at_all(api: ApiClient) -> None:
    api.mock.fault(kind="drop")
    with pytest.raises(httpx.TransportError):
        api.get("/models")
    assert api.get("/models").status_code == 200
    assert api.mock.requests()[0]["fault"] == "drop"


def test_a_reset_breaks_the_body_in_the_middle(api: ApiClient) -> None:
    api.mock.fault(kind="reset", at=10)
    with pytest.raises(httpx.TransportError), api.http.stream("GET", "/models") as reply:
        assert reply.status_code == 200
        reply.read()


def test_truncated_json_looks_whole_until_it_is_read(api: ApiClient) -> None:
    api.mock.fault(kind="truncate", at=10)
    reply = api.get("/models")
    assert (reply.status_code, reply.content) == (200, b'{"models":')


def test_malformed_json_does_not_parse(api: ApiClient) -> None:
    api.mock.fault(kind="malformed")
    reply = api.get("/models")
    assert reply.status_code == 200
    with pytest.raises(json.JSONDecodeError):
        reply.json()


def test_another_content_type_is_an_html_page(api: ApiClient) -> None:
    api.mock.fault(kind="content-type")
    reply = api.get("/models")
    assert (reply.headers["content-type"], reply.text[:6]) == ("text/html", "<html>")


def test_a_stall_stands_still_in_the_body(api: ApiClient) -> None:
    api.mock.fault(kind="stall", stall=0.05)
    begin = time.monotonic()
    assert ok(api.get("/models"))["count"] > 10
    assert time.monotonic() - begin >= 0.05


def test_a_truncated_stream_ends_in_the_middle_of_an_event_without_done(api: ApiClient) -> None:
    api.mock.fault(kind="truncate", at=3)
    text = api.post("/chat/stream", chat_body()).text
    assert text.count("\n\n") == 3
    assert not text.endswith("\n\n")
    assert "done" not in text


def test_a_reset_stream_breaks_the_connection(api: ApiClient) -> None:
    api.mock.fault(kind="reset", at=3)
    with pytest.raises(httpx.TransportError):
        api.post("/chat/stream", chat_body())


def test_a_stalled_stream_goes_on_in_the_end(api: ApiClient) -> None:
    api.mock.fault(kind="stall", at=2, stall=0.05)
    begin = time.monotonic()
    assert kinds(api.stream()) == ["start", "content", "done"]
    assert time.monotonic() - begin >= 0.05


def test_a_malformed_event_stands_among_good_ones(api: ApiClient) -> None:
    api.mock.fault(kind="malformed", at=2)
    stream = events(api.post("/chat/stream", chat_body()).text)
    assert stream[2]["data"] == '{"delta": "bro'
    assert stream[-1]["event"] == "done"


def test_a_stream_may_claim_to_be_html(api: ApiClient) -> None:
    api.mock.fault(kind="content-type")
    assert api.post("/chat/stream", chat_body()).headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"X-Mock-Status": "503"}, 503), ({"X-Mock-Status": "418"}, 418), ({"X-Mock-Delay": "0.001"}, 200)],
)
def test_a_request_may_ask_for_its_own_fault(api: ApiClient, headers: dict[str, str], status: int) -> None:
    assert api.http.get("/models", headers=headers).status_code == status


@pytest.mark.parametrize("fault", ["drop", "reset=5"])
def test_a_request_may_ask_for_a_broken_connection(api: ApiClient, fault: str) -> None:
    with pytest.raises(httpx.TransportError):
        api.http.get("/models", headers={"X-Mock-Fault": fault})


def test_a_request_may_ask_for_a_broken_body(api: ApiClient) -> None:
    assert api.http.get("/models", headers={"X-Mock-Fault": "truncate=5"}).content == b'{"mod'


@pytest.mark.parametrize(
    "headers",
    [{"X-Mock-Status": "x"}, {"X-Mock-Status": "99"}, {"X-Mock-Fault": "explode"}, {"X-Mock-Delay": "-1"}]
    + [{"X-Mock-Delay": word} for word in ("nan", "inf", "1e999")],
)
def test_a_fault_that_cannot_be_is_400(api: ApiClient, headers: dict[str, str]) -> None:
    assert "X-Mock" in ok(api.http.get("/models", headers=headers), 400)["message"]


@pytest.mark.parametrize(
    "fault", [{"kind": "explode"}, {"status": 99}, {"unknown": 1}, {"latency": -1}, {"times": "2"}]
)
def test_the_control_plane_refuses_a_fault_that_cannot_be(server: Mock, fault: Any) -> None:
    assert httpx.post(f"{server.url}/_mock/faults", json=fault).status_code == 422


def test_a_fault_is_taken_back_by_its_number(server: Mock, api: ApiClient) -> None:
    number = api.mock.fault(500, times=None)
    assert api.get("/models").status_code == 500
    httpx.delete(f"{server.url}/_mock/faults/{number}")
    assert api.get("/models").status_code == 200


def prefer(api: ApiClient, text: str, path: str = "/models", method: str = "GET") -> httpx.Response:
    return api.http.request(method, path, headers={"Prefer": text})


def test_prefer_code_answers_with_the_documents_example(api: ApiClient) -> None:
    reply = prefer(api, "code=429")
    assert (reply.status_code, reply.json()) == (429, {"message": "Too Many Attempts."})
    assert reply.headers["preference-applied"] == "code=429"
    assert reply.headers["retry-after"] == "1"


def test_prefer_code_works_where_the_document_has_no_such_status(api: ApiClient) -> None:
    assert ok(prefer(api, "code=503"), 503) == {"message": "Service Unavailable", "error": True}


def test_prefer_example_picks_one_by_name(api: ApiClient) -> None:
    assert ok(prefer(api, "example=none")) == {"models": [], "count": 0}
    text = ok(prefer(api, "example=oneTool", "/chat", "POST"))
    assert text["finishReason"] == "tool_use"
    both = prefer(api, "code=404, example=session", "/chat", "POST")
    assert (both.status_code, both.headers["preference-applied"]) == (404, "code=404, example=session")


def test_prefer_example_of_a_stream_is_an_event(api: ApiClient) -> None:
    reply = prefer(api, "example=contentByType", "/chat/stream", "POST")
    assert reply.headers["content-type"] == "text/event-stream"
    assert events(reply.text) == [{"data": '{"type":"content","content":"Hello"}'}]


def test_an_example_that_does_not_exist_is_400_with_those_that_do(api: ApiClient) -> None:
    reply = prefer(api, "example=missing")
    assert "there are all, backend" in ok(reply, 400)["message"]
    assert "preference-applied" not in reply.headers


def test_prefer_dynamic_is_another_reply_each_time(api: ApiClient) -> None:
    replies = [ok(prefer(api, "dynamic=true", "/usage")) for _ in range(5)]
    assert len({str(reply) for reply in replies}) > 1


def test_a_preference_nobody_knows_is_ignored(api: ApiClient) -> None:
    reply = prefer(api, "respond-async, wait=10")
    assert reply.status_code == 200
    assert "preference-applied" not in reply.headers
