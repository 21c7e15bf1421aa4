"""Buffered chat: the answer of the model, its cost, and the tools that it calls."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from tests.mock.support.client import MODEL, TOOL_MODEL, ApiClient, chat_body, ok, tool

from quant_ai_mock import Mock, running_mock


def test_a_reply_repeats_the_message(api: ApiClient) -> None:
    reply = ok(api.chat("Name three trees", systemPrompt="Be brief."))
    assert 'You said: "Name three trees".' in reply["response"]["content"]
    assert "Be brief." in reply["response"]["content"]
    assert (reply["model"], reply["finishReason"], reply["response"]["role"]) == (MODEL, "stop", "assistant")


def test_a_request_id_is_new_each_time_and_has_to_be_encoded_in_a_path(api: ApiClient) -> None:
    ids = {ok(api.chat())["requestId"] for _ in range(5)}
    assert len(ids) == 5
    assert all(found.endswith("=") for found in ids)


def test_the_same_seed_gives_the_same_replies() -> None:
    def talk(seed: int) -> list[Any]:
        with running_mock(seed=seed) as mock, ApiClient(mock.organisation("acme")) as api:
            return [ok(api.chat(f"Question {number}")) for number in range(5)]

    assert talk(1) == talk(1)
    assert talk(1) != talk(2)


def test_usage_is_counted_and_priced(api: ApiClient) -> None:
    usage = ok(api.chat("one two three four"))["usage"]
    assert usage["totalTokens"] == usage["inputTokens"] + usage["outputTokens"]
    price = (usage["inputTokens"] * 0.06 + usage["outputTokens"] * 0.24) / 10_000
    assert usage["costCents"] == pytest.approx(price, abs=1e-6)


def test_a_reply_over_max_tokens_is_cut_off_there(api: ApiClient) -> None:
    whole = ok(api.chat("a " * 50))
    cut = ok(api.chat("a " * 50, maxTokens=7))
    assert (cut["finishReason"], cut["usage"]["outputTokens"]) == ("length", 7)
    assert whole["response"]["content"].startswith(cut["response"]["content"])
    assert whole["finishReason"] == "stop"


def test_a_stop_sequence_ends_the_reply_and_is_no_part_of_it(api: ApiClient) -> None:
    reply = ok(api.chat("before STOP after", stopSequences=["STOP", "never"]))
    assert reply["response"]["content"].endswith('You said: "before ')
    assert reply["finishReason"] == "stop"


def test_a_json_format_gives_an_instance_of_its_schema(api: ApiClient) -> None:
    schema = {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "age": {"type": "integer", "minimum": 18},
            "tags": {"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 2},
        },
        "required": ["name", "age", "tags"],
    }
    reply = ok(api.chat("Where is Mia Chen?", responseFormat={"type": "json", "jsonSchema": schema}))
    assert json.loads(reply["response"]["content"]) == {"name": "Mia Chen", "age": 18, "tags": ["a", "a"]}


def test_media_are_seen_with_their_format(api: ApiClient) -> None:
    pixel = base64.b64encode(b"GIF89a\x01\x00\x01\x00").decode()
    content = [{"image": {"format": "gif", "source": {"bytes": pixel}}}, {"text": "What is it?"}]
    reply = ok(api.post("/chat", {"modelId": MODEL, "messages": [{"role": "user", "content": content}]}))
    assert "I was shown: image (gif)." in reply["response"]["content"]


def test_a_declared_tool_is_called_with_an_input_that_fits_its_schema(api: ApiClient) -> None:
    declared = tool("get_weather", city={"type": "string"}, days={"type": "integer", "minimum": 2})
    reply = ok(api.chat("How is the weather in Hobart today?", model=TOOL_MODEL, toolConfig={"tools": [declared]}))
    use = reply["response"]["toolUse"]
    assert reply["finishReason"] == "tool_use"
    assert (use["name"], use["input"]) == ("get_weather", {"city": "Hobart", "days": 2})


def test_several_tools_that_the_user_names_come_as_an_array(api: ApiClient) -> None:
    config = {"tools": [tool("alpha"), tool("beta"), tool("gamma")]}
    uses = ok(api.chat("Use alpha and gamma", model=TOOL_MODEL, toolConfig=config))["response"]["toolUse"]
    assert [use["name"] for use in uses] == ["alpha", "gamma"]
    assert len({use["toolUseId"] for use in uses}) == 2


@pytest.mark.parametrize("question", ["Where is order 7?", "Where is order 7? Look with get_order."])
def test_a_tool_result_in_the_history_leads_to_the_final_text(api: ApiClient, question: str) -> None:
    config = {"tools": [tool("get_order")]}
    first = ok(api.chat(question, model=TOOL_MODEL, toolConfig=config))
    use = first["response"]["toolUse"]
    result = {"toolUseId": use["toolUseId"], "content": [{"text": "shipped"}, {"json": {"late": True}}]}
    messages = [
        *chat_body(question)["messages"],
        {"role": "assistant", "content": [{"toolUse": use}]},
        {"role": "user", "content": [{"toolResult": result}]},
    ]
    second = ok(api.post("/chat", {"modelId": TOOL_MODEL, "messages": messages, "toolConfig": config}))
    assert second["finishReason"] == "stop"
    assert 'The tools answered: shipped {"late":true}.' in second["response"]["content"]


def test_an_allowed_tool_is_run_by_the_service(api: ApiClient) -> None:
    config = {"autoExecute": True, "allowedTools": ["calculate"]}
    reply = ok(api.chat("Please calculate 6 * 7", model=TOOL_MODEL, toolConfig=config))
    assert reply["finishReason"] == "stop"
    assert '"value":42.0' in reply["response"]["content"]
    assert "toolUse" not in reply["response"]


def test_allowed_tools_may_stand_at_the_top_and_auto_execute_may_be_a_list(api: ApiClient) -> None:
    at_top = ok(api.chat("weather", model=TOOL_MODEL, toolConfig={"autoExecute": True}, allowedTools=["get_weather"]))
    listed = ok(api.chat("weather", model=TOOL_MODEL, toolConfig={"autoExecute": ["get_weather"]}))
    assert "get_weather" in at_top["response"]["content"]
    assert "get_weather" in listed["response"]["content"]


def test_a_background_tool_comes_back_with_an_execution(api: ApiClient) -> None:
    config = {"autoExecute": True, "allowedTools": ["generate_image"]}
    use = ok(api.chat("Draw a lighthouse", model=TOOL_MODEL, toolConfig=config))["response"]["toolUse"]
    assert use["status"] == "pending"
    api.mock.transitions(tool_execution="immediate")
    execution = ok(api.get(f"/tools/executions/{use['executionId']}"))
    assert (execution["toolName"], execution["status"]) == ("generate_image", "complete")
    assert execution["result"]["images"][0].startswith("data:image/png;base64,")


def test_a_session_is_continued_and_grows(api: ApiClient) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    ok(api.chat("My name is Ada", sessionId=session))
    second = ok(api.chat("What is my name?", sessionId=session))
    assert "This is turn 2 of our conversation." in second["response"]["content"]
    kept = ok(api.get(f"/sessions/{session}"))
    assert [message["role"] for message in kept["messages"]] == ["user", "assistant"] * 2
    assert (kept["title"], kept["model"]) == ("My name is Ada", MODEL)


def test_a_chat_without_a_session_is_forgotten(api: ApiClient) -> None:
    ok(api.chat("one"))
    assert "turn" not in ok(api.chat("two"))["response"]["content"]


def test_an_unknown_session_or_agent_is_404(api: ApiClient) -> None:
    assert ok(api.chat(sessionId="none"), 404)["sessionId"] == "none"
    assert ok(api.chat(agentId="none"), 404)["agentId"] == "none"


def test_an_agent_brings_its_prompt_and_its_model(api: ApiClient) -> None:
    fields = {"name": "A", "description": "d", "systemPrompt": "I am a pirate.", "modelId": TOOL_MODEL}
    agent = ok(api.post("/agents", fields), 201)["agent"]["agentId"]
    reply = ok(api.chat(agentId=agent))
    assert "I am a pirate." in reply["response"]["content"]
    assert reply["model"] == TOOL_MODEL


def test_organisations_are_walls(server: Mock) -> None:
    with ApiClient(server.organisation()) as one, ApiClient(server.organisation()) as other:
        session = ok(one.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
        assert ok(other.get("/sessions")) == []
        assert other.get(f"/sessions/{session}").status_code == 404
        assert other.delete(f"/sessions/{session}").status_code == 404
        assert other.chat(sessionId=session).status_code == 404
        assert ok(one.get(f"/sessions/{session}"))["id"] == session
