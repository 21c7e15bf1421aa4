"""Agents: made, changed, chatted with."""

from __future__ import annotations

from typing import Any

from tests.mock.api import TOOL_MODEL, Api, ok

FIELDS = {"name": "Helper", "description": "Helps.", "systemPrompt": "Be a helper.", "modelId": TOOL_MODEL}


def create(api: Api, **fields: Any) -> Any:
    return ok(api.post("/agents", FIELDS | fields), 201)["agent"]


def test_an_agent_is_made_read_changed_and_deleted(api: Api) -> None:
    agent = create(api, temperature=0.5)
    path = f"/agents/{agent['agentId']}"
    assert ok(api.get(path)) == {"agent": agent}
    changed = ok(api.put(path, {"name": "Other", "agentId": "mine", "isGlobal": True}))["agent"]
    assert (changed["name"], changed["agentId"], changed["isGlobal"]) == ("Other", agent["agentId"], False)
    assert changed["temperature"] == 0.5
    assert ok(api.delete(path))["success"] is True
    assert ok(api.get(path), 404)["agentId"] == agent["agentId"]


def test_the_list_filters_by_group_and_leaves_prompts_out(api: Api) -> None:
    agent = create(api, group="support")
    create(api, group="sales")
    found = ok(api.get("/agents", group="support"))["agents"]
    assert [one["agentId"] for one in found] == [agent["agentId"]]
    assert "systemPrompt" not in found[0]


def test_a_global_agent_is_read_only(api: Api) -> None:
    path = "/agents/quantgov-code"
    assert ok(api.get(path))["agent"]["isGlobal"] is True
    assert [api.put(path, {"name": "x"}).status_code, api.delete(path).status_code] == [403, 403]


def test_an_agent_needs_a_model_that_exists(api: Api) -> None:
    assert ok(api.post("/agents", FIELDS | {"modelId": "none"}), 404)["code"] == "MODEL_NOT_FOUND"
    agent = create(api)["agentId"]
    assert api.put(f"/agents/{agent}", {"modelId": "none"}).status_code == 404


def test_a_chat_opens_a_session_and_goes_on_in_it(api: Api) -> None:
    path = f"/agents/{create(api)['agentId']}/chat"
    first = ok(api.post(path, {"message": "Hello", "system": "Speak softly."}))
    assert first["response"]["stopReason"] == "stop"
    assert "Be a helper.\nSpeak softly." in first["response"]["text"]
    second = ok(api.post(path, {"message": "Again", "sessionId": first["sessionId"]}))
    assert second["sessionId"] == first["sessionId"]
    assert "turn 2" in second["response"]["text"]


def test_tools_of_an_agent_run_in_the_service(api: Api) -> None:
    agent = create(api, allowedTools=["get_weather"])["agentId"]
    reply = ok(api.post(f"/agents/{agent}/chat", {"message": "What is the weather in Hobart?"}))["response"]
    assert reply["toolResults"][0]["name"] == "get_weather"
    assert reply["toolResults"][0]["result"]["location"] == "Hobart"
    assert ok(api.post(f"/agents/{agent}/chat", {"message": "Hello"}))["response"]["toolResults"] == []
