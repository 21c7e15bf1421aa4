"""Chats in the background: their states and callbacks, and how they progress with time."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from tests.mock.support.client import TOOL_MODEL, ApiClient, chat_body, ok, tool


def start(api: ApiClient, text: str = "Hello", **fields: Any) -> str:
    queued = ok(api.post("/chat", chat_body(text, **fields, **{"async": True})), 202)
    assert queued["status"] == "queued"
    assert queued["pollUrl"] == f"/ai/chat/executions/{quote(queued['requestId'], safe='')}"
    request_id: str = queued["requestId"]
    return request_id


def poll(api: ApiClient, request_id: str) -> Any:
    return ok(api.get(f"/chat/executions/{quote(request_id, safe='')}"))


def test_an_execution_moves_on_with_the_clock(api: ApiClient) -> None:
    api.mock.freeze()
    request_id = start(api)
    seen = [poll(api, request_id)["status"]]
    for seconds in (0.6, 1.0, 0.5):
        api.mock.advance(seconds)
        seen.append(poll(api, request_id)["status"])
    assert seen == ["pending", "running", "running", "complete"]


def test_an_execution_moves_on_with_each_poll(api: ApiClient) -> None:
    api.mock.freeze()
    api.mock.transitions(execution={"progression": "polls", "times": 3})
    request_id = start(api)
    assert [poll(api, request_id)["status"] for _ in range(5)] == ["pending", "running", "running"] + ["complete"] * 2


def test_an_execution_can_be_over_at_once(api: ApiClient) -> None:
    api.mock.transitions(execution="immediate")
    assert poll(api, start(api))["status"] == "complete"


def test_the_result_is_that_of_a_buffered_chat_and_stays(api: ApiClient) -> None:
    api.mock.transitions(execution="immediate")
    request_id = start(api, "Report")
    first = poll(api, request_id)
    assert first["result"]["response"] == ok(api.chat("Report"))["response"]
    assert first["awsStatus"] == "SUCCEEDED"
    assert poll(api, request_id) == first


def test_an_execution_is_found_by_its_arn_too(api: ApiClient) -> None:
    request_id = start(api)
    arn = poll(api, request_id)["executionArn"]
    assert poll(api, arn)["requestId"] == request_id


def test_an_unknown_execution_is_404(api: ApiClient) -> None:
    assert ok(api.get("/chat/executions/none"), 404)["requestId"] == "none"


def test_the_dialect_of_the_docs_says_completed(api: ApiClient) -> None:
    api.mock.settings(dialect="docs")
    api.mock.transitions(execution="immediate")
    assert poll(api, start(api))["status"] == "completed"


def test_a_client_side_tool_waits_for_a_callback_and_goes_on(api: ApiClient) -> None:
    api.mock.transitions(execution="immediate")
    request_id = start(api, "Where is order 7?", model=TOOL_MODEL, toolConfig={"tools": [tool()]})
    waiting = poll(api, request_id)
    assert (waiting["status"], waiting["awsStatus"]) == ("waiting_callback", "RUNNING")
    pending = waiting["pendingTools"][0]
    answer = [{"toolUseId": pending["toolUseId"], "result": {"state": "shipped"}}]
    sent = ok(api.post("/chat/callback", {"callbackId": waiting["callbackId"], "toolResults": answer}))
    assert sent == {
        "success": True,
        "message": "Callback submitted successfully",
        "callbackId": waiting["callbackId"],
    }
    done = poll(api, request_id)
    assert done["status"] == "complete"
    assert "shipped" in done["result"]["response"]["content"]
    assert done["result"]["toolExecutions"][0]["name"] == "get_order"


def test_it_waits_as_long_as_nothing_comes(api: ApiClient) -> None:
    api.mock.transitions(execution="immediate")
    request_id = start(api, "Go", model=TOOL_MODEL, toolConfig={"tools": [tool()]})
    first = poll(api, request_id)
    api.mock.advance(3600)
    assert poll(api, request_id) == first


def test_a_callback_id_is_good_for_one_call(api: ApiClient) -> None:
    api.mock.transitions(execution="immediate")
    waiting = poll(api, start(api, "Go", model=TOOL_MODEL, toolConfig={"tools": [tool()]}))
    body = {
        "callbackId": waiting["callbackId"],
        "toolResults": [{"toolUseId": waiting["pendingTools"][0]["toolUseId"], "result": {}}],
    }
    ok(api.post("/chat/callback", body))
    assert ok(api.post("/chat/callback", body), 404)["callbackId"] == waiting["callbackId"]
    assert api.post("/chat/callback", body | {"callbackId": "none"}).status_code == 404


def test_results_for_some_of_the_tools_leave_the_others_waiting_under_a_new_id(api: ApiClient) -> None:
    api.mock.transitions(execution="immediate")
    config = {"tools": [tool("alpha"), tool("beta")]}
    request_id = start(api, "alpha and beta", model=TOOL_MODEL, toolConfig=config)
    first = poll(api, request_id)
    one, two = (pending["toolUseId"] for pending in first["pendingTools"])
    ok(api.post("/chat/callback", {"callbackId": first["callbackId"], "toolResults": [result(one)]}))
    second = poll(api, request_id)
    assert [pending["toolUseId"] for pending in second["pendingTools"]] == [two]
    assert second["callbackId"] != first["callbackId"]
    ok(api.post("/chat/callback", {"callbackId": second["callbackId"], "toolResults": [result(two)]}))
    assert poll(api, request_id)["status"] == "complete"


def test_rounds_of_tools_follow_each_other_as_a_script_says(api: ApiClient) -> None:
    api.mock.transitions(execution="immediate")
    for name in ("first", "second"):
        api.mock.script(tool_calls=[{"name": name, "input": {"n": 1}}])
    api.mock.script("All done.")
    request_id = start(api, model=TOOL_MODEL)
    for name in ("first", "second"):
        waiting = poll(api, request_id)
        assert waiting["pendingTools"][0]["name"] == name
        answers = [result(waiting["pendingTools"][0]["toolUseId"])]
        ok(api.post("/chat/callback", {"callbackId": waiting["callbackId"], "toolResults": answers}))
    assert poll(api, request_id)["result"]["response"]["content"] == "All done."


def test_an_execution_fails_as_a_script_says(api: ApiClient) -> None:
    api.mock.transitions(execution="immediate")
    failure = {"ErrorType": "ModelTimeoutException", "ErrorMessage": "too slow"}
    api.mock.script(failure=failure)
    failed = poll(api, start(api))
    assert (failed["status"], failed["awsStatus"], failed["error"]) == ("failed", "FAILED", failure)
    assert "result" not in failed


def test_an_execution_adds_its_turn_to_the_session(api: ApiClient) -> None:
    api.mock.transitions(execution="immediate")
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    request_id = start(api, "Long work", sessionId=session)
    assert ok(api.get(f"/sessions/{session}"))["messages"] == []
    poll(api, request_id)
    assert [message["role"] for message in ok(api.get(f"/sessions/{session}"))["messages"]] == ["user", "assistant"]


def test_an_agent_works_in_the_background_without_ever_waiting(api: ApiClient) -> None:
    api.mock.transitions(execution="immediate")
    body = {"message": "Fetch https://example.com", "async": True}
    queued = ok(api.post("/agents/quantgov-code/chat", body), 202)
    assert queued["agentName"] == "Code assistant"
    done = poll(api, queued["requestId"])
    assert done["status"] == "complete"
    assert done["result"]["toolExecutions"][0]["toolName"] == "fetch_web_content"


@pytest.mark.parametrize("seconds", [0, 10])
def test_a_tool_execution_has_a_pace_of_its_own(api: ApiClient, seconds: int) -> None:
    api.mock.freeze()
    api.mock.transitions(tool_execution={"progression": "time", "seconds": seconds})
    config = {"autoExecute": True, "allowedTools": ["generate_image"]}
    use = ok(api.chat("Draw", model=TOOL_MODEL, toolConfig=config))["response"]["toolUse"]
    path = f"/tools/executions/{use['executionId']}"
    assert ok(api.get(path))["status"] == ("pending" if seconds else "complete")
    api.mock.advance(seconds)
    done = ok(api.get(path))
    assert (done["status"], done["duration"]) == ("complete", seconds)
    api.mock.advance(24 * 3600)
    assert ok(api.get(path), 404) == {"error": "Execution not found", "executionId": use["executionId"]}


def result(tool_use_id: str) -> dict[str, Any]:
    return {"toolUseId": tool_use_id, "result": {"ok": True}}
