"""What is said to the control plane is checked before anything is done: types, bounds, and every name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from tests.mock.support.client import ApiClient, ok

from quant_ai_mock import Mock, MockError, running_mock


@pytest.fixture(scope="module")
def alone() -> Iterator[Mock]:
    """A server of this module, because a wrong order could concern all of it."""
    with running_mock() as mock:
        yield mock


def order(mock: Mock, method: str, path: str, body: Any = None) -> tuple[int, str]:
    reply = httpx.request(method, f"{mock.url}/_mock/{path}", json=body)
    return reply.status_code, reply.json().get("message", "")


WRONG_SCRIPTS: list[tuple[dict[str, Any], str]] = [
    ({"times": "2"}, 'times: "2" is not of type "integer"'),
    ({"times": -1}, "times: -1 is less than the minimum of 0"),
    ({"times": 1.5}, "times: 1.5"),
    ({"turn": 0}, "turn: 0"),
    ({"turn": True}, "turn: true"),
    ({"text": 5}, "text: 5"),
    ({"model": "nova"}, "no model 'nova': "),
    ({"operation": "chat.send"}, "no operation 'chat.send': did you mean 'chat_send'?"),
    ({"hasToolResult": "yes"}, 'hasToolResult: "yes"'),
    ({"reply": 5}, "reply: 5"),
    ({"reply": {"a": 1}}, "reply: "),
    ({"usage": "x"}, 'usage: "x"'),
    ({"usage": {"inputTokens": "x"}}, 'usage.inputTokens: "x"'),
    ({"finishReason": 1}, "finishReason: 1"),
    ({"toolCalls": "get_order"}, "toolCalls: "),
    ({"toolCalls": [{"input": {}}]}, 'toolCalls.0: "name" is a required property'),
    ({"toolCalls": [{"name": "a", "input": []}]}, "toolCalls.0.input: "),
    ({"toolCalls": [{"name": "a", "arguments": {}}]}, "toolCalls.0: "),
    ({"events": [{"event": "a\nb"}]}, "events.0.event: "),
    ({"events": [{"data": {}, "retry": "x"}]}, 'events.0.retry: "x"'),
    ({"error": 503}, "error: 503"),
    ({"error": {"status": 99}}, "error.status: 99 is less than the minimum of 200"),
    ({"error": {"status": "503"}}, 'error.status: "503"'),
    ({"failure": "slow"}, 'failure: "slow"'),
    ({"failure": {"ErrorType": 5}}, "failure.ErrorType: 5"),
    ({"replies": "Hello"}, "no member 'replies': did you mean 'reply'?"),
    ({"organisation": 5}, "organisation must be a name"),
    ({"organisation": ""}, "organisation must be a name"),
    ({"organisation": None}, "organisation must be a name"),
]


@pytest.mark.parametrize(("script", "complaint"), WRONG_SCRIPTS, ids=str)
def test_a_wrong_script_is_refused_and_breaks_no_chat(alone: Mock, script: dict[str, Any], complaint: str) -> None:
    status, message = order(alone, "POST", "scripts", {"reply": "Hello", "organisation": "a", **script})
    assert status == 422
    assert message.startswith(complaint)
    with ApiClient(alone.organisation("b")) as api:
        ok(api.chat())


WRONG_FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"operation": "models.list"}, "no operation 'models.list': did you mean 'models_list'?"),
    ({"operation": "modelsList"}, "no operation 'modelsList': did you mean 'models_list'?"),
    ({"operation": "nothing at all"}, "no operation 'nothing at all': there are models_list, "),
    ({"at": 1.5}, "at: 1.5"),
    ({"at": -1}, "at: -1"),
    ({"times": 0.5}, "times: 0.5"),
    ({"skip": "1"}, 'skip: "1"'),
    ({"status": 99}, "status: 99"),
    ({"status": 600}, "status: 600"),
    ({"status": True}, "status: true"),
    ({"probability": 2}, "probability: 2"),
    ({"latency": "1"}, 'latency: "1"'),
    ({"kind": "dropped"}, 'kind: "dropped" is not one of "drop"'),
    ({"retryAfter": {}}, "retryAfter: {}"),
    ({"testId": 7}, "testId: 7"),
    ({"sttus": 503}, "no member 'sttus': did you mean 'status'?"),
    ({"number": 7}, "no member 'number'"),
]


@pytest.mark.parametrize(("fault", "complaint"), WRONG_FAULTS, ids=str)
def test_a_wrong_fault_is_refused(alone: Mock, fault: dict[str, Any], complaint: str) -> None:
    status, message = order(alone, "POST", "faults", {"status": 503, "organisation": "a", **fault})
    assert status == 422
    assert message.startswith(complaint)
    assert httpx.get(f"{alone.url}/_mock/faults").json()["faults"] == []


@pytest.mark.parametrize("body", [None, {}, {"times": 2}, {"organisation": "a"}])
@pytest.mark.parametrize("path", ["faults", "scripts"])
def test_a_fault_or_script_that_does_nothing_is_refused(alone: Mock, path: str, body: Any) -> None:
    assert order(alone, "POST", path, body)[0] == 422


OTHERS: list[tuple[str, str, Any, str]] = [
    ("PUT", "settings", {"transitions": "immediate"}, 'transitions: "immediate" is not of type "object"'),
    ("PUT", "settings", {"transitions": ["execution"]}, "transitions: "),
    ("PUT", "settings", {"transitions": {"execution": 5}}, "transitions.execution: 5"),
    ("PUT", "settings", {"doneMark": "yes"}, 'doneMark: "yes"'),
    ("PUT", "settings", {"tokensPerSecond": "20"}, 'tokensPerSecond: "20"'),
    ("PUT", "settings", {"dialekt": "wire"}, "no member 'dialekt': did you mean 'dialect'?"),
    ("PUT", "transitions", {"executions": "immediate"}, "no member 'executions': did you mean 'execution'?"),
    ("PUT", "settings", None, "the body must be a JSON object"),
    ("PUT", "clock", None, "the body must be a JSON object"),
    ("PUT", "clock", {"action": "advance", "second": 5}, "no member 'second': did you mean 'seconds'?"),
    ("PUT", "clock", [], "the body must be a JSON object"),
    ("POST", "reset", {"organization": "acme"}, "no member 'organization': did you mean 'organisation'?"),
    ("POST", "reset", {"organisation": None}, "organisation must be a name"),
    ("POST", "reset?organization=acme", None, "no parameter 'organization': did you mean 'organisation'?"),
    ("POST", "reset?organisation=", None, "organisation must be a name"),
    ("POST", "snapshots", {"name": 5}, "name: 5"),
    ("POST", "seed", {"organisation": "acme", "data": {"sessions": ["ada"]}}, "data.sessions.0: "),
    ("POST", "seed", {"organisation": "acme", "data": [1]}, "data: "),
    ("GET", "requests?operation=chat.send", None, "no operation 'chat.send': did you mean 'chat_send'?"),
    ("GET", "requests?organization=acme", None, "no parameter 'organization': did you mean 'organisation'?"),
    ("GET", "requests?operationId=chat_send", None, "no parameter 'operationId': did you mean 'operation'?"),
    ("GET", "clock?org=acme", None, "no parameter 'org': there is organisation"),
    ("DELETE", "faults?operation=chat_send", None, "no parameter 'operation'"),
    ("DELETE", "requests?organization=acme", None, "no parameter 'organization'"),
]


@pytest.mark.parametrize(("method", "path", "body", "complaint"), OTHERS, ids=str)
def test_a_wrong_order_is_refused_with_what_is_wrong(
    alone: Mock, method: str, path: str, body: Any, complaint: str
) -> None:
    alone.organisation("acme").freeze(1_800_000_000)
    status, message = order(alone, method, path, body)
    assert status == 422
    assert message.startswith(complaint)
    assert alone.organisation("acme").now() == 1_800_000_000, "something was done"


def test_null_is_what_was_not_set_and_whole_numbers_may_be_floats(alone: Mock) -> None:
    nulls = {"operation": None, "body": None, "retryAfter": None}
    assert order(alone, "POST", "faults", {"status": 503.0, "times": 2.0, "organisation": "n", **nulls})[0] == 200
    with ApiClient(alone.organisation("n")) as api:
        assert [api.get("/models").status_code for _ in range(3)] == [503, 503, 200]
    assert order(alone, "POST", "faults", {"kind": "truncate", "at": 5.0, "times": 1, "organisation": "n"})[0] == 200
    with ApiClient(alone.organisation("n")) as api:
        assert len(api.get("/models").content) == 5


@pytest.mark.parametrize("path", ["faults", "scripts"])
def test_an_organisation_may_stand_in_the_query(alone: Mock, path: str) -> None:
    body = {"status": 503} if path == "faults" else {"reply": "Hello"}
    httpx.post(f"{alone.url}/_mock/{path}", json=body, params={"organisation": "q"}).raise_for_status()
    assert httpx.get(f"{alone.url}/_mock/{path}", params={"organisation": "q"}).json()[path][0]["organisation"] == "q"
    assert httpx.get(f"{alone.url}/_mock/{path}", params={"organisation": "other"}).json()[path] == []


def test_the_helpers_raise_what_the_server_says(alone: Mock) -> None:
    acme = alone.organisation("acme")
    with pytest.raises(MockError, match=r"no operation .models\.list.: did you mean .models_list."):
        acme.fault(503, operation="models.list")
    with pytest.raises(MockError, match=r"no operation .chat\.send.: did you mean .chat_send."):
        acme.requests("chat.send")
    with pytest.raises(MockError, match="reply: "):
        acme.script({"a": 1})  # type: ignore[arg-type]
