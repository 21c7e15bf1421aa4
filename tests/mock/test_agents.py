"""Agents: create, change and chat with them."""

from __future__ import annotations

from typing import Any

from tests.mock.support.client import MODEL, TOOL_MODEL, ApiClient, data, ok

from quant_ai_mock import Mock

FIELDS = {"name": "Helper", "description": "Helps.", "systemPrompt": "Be a helper.", "modelId": TOOL_MODEL}


def create(api: ApiClient, **fields: Any) -> Any:
    return ok(api.post("/agents", FIELDS | fields), 201)["agent"]


def test_an_agent_is_made_read_changed_and_deleted(api: ApiClient) -> None:
    agent = create(api, temperature=0.5)
    path = f"/agents/{agent['agentId']}"
    assert ok(api.get(path)) == {"agent": agent}
    changed = ok(api.put(path, {"name": "Other", "agentId": "mine", "isGlobal": True}))["agent"]
    assert (changed["name"], changed["agentId"], changed["isGlobal"]) == ("Other", agent["agentId"], False)
    assert changed["temperature"] == 0.5
    assert ok(api.delete(path))["success"] is True
    assert ok(api.get(path), 404)["agentId"] == agent["agentId"]


def test_the_list_filters_by_group_and_leaves_prompts_out(api: ApiClient) -> None:
    agent = create(api, group="support")
    create(api, group="sales")
    found = ok(api.get("/agents", group="support"))["agents"]
    assert [one["agentId"] for one in found] == [agent["agentId"]]
    assert "systemPrompt" not in found[0]


def test_a_global_agent_is_read_only(api: ApiClient) -> None:
    path = "/agents/quantgov-code"
    assert ok(api.get(path))["agent"]["isGlobal"] is True
    assert [api.put(path, {"name": "x"}).status_code, api.delete(path).status_code] == [403, 403]


def test_an_agent_needs_a_model_that_exists(api: ApiClient) -> None:
    assert ok(api.post("/agents", FIELDS | {"modelId": "none"}), 404)["code"] == "MODEL_NOT_FOUND"
    agent = create(api)["agentId"]
    assert api.put(f"/agents/{agent}", {"modelId": "none"}).status_code == 404


def test_a_chat_opens_a_session_and_goes_on_in_it(api: ApiClient) -> None:
    path = f"/agents/{create(api)['agentId']}/chat"
    first = ok(api.post(path, {"message": "Hello", "system": "Speak softly."}))
    assert first["response"]["stopReason"] == "stop"
    assert "Be a helper.\nSpeak softly." in first["response"]["text"]
    second = ok(api.post(path, {"message": "Again", "sessionId": first["sessionId"]}))
    assert second["sessionId"] == first["sessionId"]
    assert "turn 2" in second["response"]["text"]


def test_tools_of_an_agent_run_in_the_service(api: ApiClient) -> None:
    agent = create(api, allowedTools=["get_weather"])["agentId"]
    reply = ok(api.post(f"/agents/{agent}/chat", {"message": "What is the weather in Hobart?"}))["response"]
    assert reply["toolResults"][0]["name"] == "get_weather"
    assert reply["toolResults"][0]["result"]["location"] == "Hobart"
    assert ok(api.post(f"/agents/{agent}/chat", {"message": "Hello"}))["response"]["toolResults"] == []


GLOBAL = "/agents/quantgov-code"


def answer(api: ApiClient, message: str = "Hello", **fields: Any) -> Any:
    return ok(api.post(f"{GLOBAL}/chat", {"message": message, **fields}))["response"]


def test_an_overlay_is_nothing_at_first_and_shows_what_the_agent_comes_with(api: ApiClient) -> None:
    agent = ok(api.get(GLOBAL))["agent"]
    assert (agent["hasOverlay"], agent["isGlobal"]) == (False, True)
    found = ok(api.get(f"{GLOBAL}/overlay"))
    assert found["overlay"] is None
    assert found["base"] == {
        "agentId": "quantgov-code",
        "name": agent["name"],
        "modelId": agent["modelId"],
        "allowedTools": agent["allowedTools"],
        "assignedSkillIds": agent["assignedSkills"],
    }


def test_an_overlay_is_replaced_as_a_whole_and_counts_its_versions(api: ApiClient) -> None:
    first = ok(api.put(f"{GLOBAL}/overlay", {"maxTokens": 5, "temperature": 0.1}))["overlay"]
    assert first == {"maxTokens": 5, "temperature": 0.1, "version": 1}
    ok(api.put(f"{GLOBAL}/overlay", {"guardrailPreset": None}))
    assert ok(api.get(f"{GLOBAL}/overlay"))["overlay"] == {"guardrailPreset": None, "version": 2}


def test_an_overlay_of_another_version_is_not_overwritten(api: ApiClient) -> None:
    assert ok(api.put(f"{GLOBAL}/overlay", {"maxTokens": 5, "version": 0}))["overlay"]["version"] == 1
    ok(api.put(f"{GLOBAL}/overlay", {"maxTokens": 6, "version": 1}))
    for stale in (0, 1, 3):
        refused = ok(api.put(f"{GLOBAL}/overlay", {"maxTokens": 7, "version": stale}), 409)
        assert (refused["error"], refused["version"]) == ("VERSION_CONFLICT", 2)
    assert ok(api.get(f"{GLOBAL}/overlay"))["overlay"] == {"maxTokens": 6, "version": 2}


def test_an_agent_and_the_list_tell_that_there_is_an_overlay_and_show_what_comes(api: ApiClient) -> None:
    before = ok(api.get(GLOBAL))["agent"]
    ok(api.put(f"{GLOBAL}/overlay", {"modelId": MODEL, "systemPromptAppend": "Be brief."}))
    assert ok(api.get(GLOBAL))["agent"] == before | {"hasOverlay": True}
    assert [one["hasOverlay"] for one in ok(api.get("/agents"))["agents"] if one["isGlobal"]] == [True]


def test_an_overlay_adds_to_the_prompt_of_the_agent(api: ApiClient) -> None:
    ok(api.put(f"{GLOBAL}/overlay", {"systemPromptAppend": "Be brief."}))
    assert 'My instructions are: "You help with code.\nBe brief.\nNow."' in answer(api, system="Now.")["text"]
    streamed = api.stream(agentId="quantgov-code")
    assert "Be brief." in data(streamed[-1])["response"]["content"]


def test_an_overlay_changes_the_model_that_answers(api: ApiClient) -> None:
    ok(api.put(f"{GLOBAL}/overlay", {"modelId": MODEL}))
    answer(api)
    assert [row["modelId"] for row in ok(api.get("/usage"))["rows"]] == [MODEL]
    assert data(api.stream(agentId="quantgov-code", model=TOOL_MODEL)[0])["model"] == MODEL


def test_an_overlay_cuts_answers_at_its_own_length(api: ApiClient) -> None:
    ok(api.put(f"{GLOBAL}/overlay", {"maxTokens": 2}))
    found = answer(api)
    assert (found["stopReason"], found["usage"]["outputTokens"]) == ("length", 2)


def test_an_overlay_gives_tools_and_takes_them(api: ApiClient) -> None:
    def ran(message: str) -> list[str]:
        return [use["name"] for use in answer(api, message)["toolResults"]]

    assert (ran("Fetch https://example.com/"), ran("The weather in Hobart")) == (["fetch_web_content"], [])
    ok(api.put(f"{GLOBAL}/overlay", {"additionalTools": ["get_weather"], "disabledTools": ["fetch_web_content"]}))
    assert (ran("Fetch https://example.com/"), ran("The weather in Hobart")) == ([], ["get_weather"])


def test_a_deleted_overlay_leaves_the_agent_as_it_comes(api: ApiClient) -> None:
    before = answer(api)["text"]
    ok(api.put(f"{GLOBAL}/overlay", {"systemPromptAppend": "Be brief."}))
    assert answer(api)["text"] != before
    for _ in range(2):
        assert ok(api.delete(f"{GLOBAL}/overlay")) == {"success": True, "message": "Agent reverted to defaults"}
    assert answer(api)["text"] == before
    assert ok(api.get(GLOBAL))["agent"]["hasOverlay"] is False
    assert ok(api.put(f"{GLOBAL}/overlay", {}))["overlay"] == {"version": 1}


def test_an_overlay_needs_a_model_that_exists(api: ApiClient) -> None:
    assert ok(api.put(f"{GLOBAL}/overlay", {"modelId": "none"}), 404)["code"] == "MODEL_NOT_FOUND"
    assert ok(api.get(f"{GLOBAL}/overlay"))["overlay"] is None


def test_only_global_agents_have_overlays(api: ApiClient) -> None:
    agent = create(api)["agentId"]
    path = f"/agents/{agent}/overlay"
    for reply in (api.get(path), api.put(path, {"maxTokens": 1}), api.delete(path)):
        assert ok(reply, 404) == {"error": "Not a global agent", "agentId": agent}
    assert ok(api.get("/agents/none/overlay"), 404)["error"] == "Agent not found"


def test_an_overlay_is_that_of_one_organisation(server: Mock, api: ApiClient) -> None:
    ok(api.put(f"{GLOBAL}/overlay", {"maxTokens": 2}))
    with ApiClient(server.organisation()) as other:
        assert ok(other.get(f"{GLOBAL}/overlay"))["overlay"] is None
        assert answer(other)["stopReason"] == "stop"


def test_an_overlay_gives_skills_and_takes_them(api: ApiClient) -> None:
    fields = {"name": "refunds", "content": "Refund within 30 days.", "triggerCondition": "When money is asked back"}
    skill = ok(api.post("/skills", fields), 201)["skill"]["skillId"]
    for changes, told in (({}, False), ({"additionalSkills": [skill]}, True), ({"disabledSkills": [skill]}, False)):
        ok(api.put(f"{GLOBAL}/overlay", changes))
        assert ("Refund within 30 days." in answer(api)["text"]) is told
        assert (
            "Refund within 30 days." in data(api.stream(agentId="quantgov-code")[-1])["response"]["content"]
        ) is told
