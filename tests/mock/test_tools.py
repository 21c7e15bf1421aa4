"""Built-in tools: the list of them, and those that run in the background, alone or several at once."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from tests.mock.support.client import TOOL_MODEL, ApiClient, data, kinds, ok

BUILT_IN = ["get_weather", "calculate", "search_web", "fetch_web_content", "generate_image"]


def automatic(*names: str) -> dict[str, Any]:
    return {"model": TOOL_MODEL, "toolConfig": {"autoExecute": list(names or ["generate_image"])}}


def deploy(api: ApiClient, name: str, **fields: Any) -> None:
    schema = {"type": "object", "properties": {"year": {"type": "integer"}}}
    body = {"name": name, "description": "d", "edgeFunctionCode": "return 1", "inputSchema": schema}
    ok(api.post("/custom-tools", body | fields), 201)


def draw(api: ApiClient, text: str = "Draw a map") -> str:
    execution_id: str = ok(api.chat(text, **automatic()))["response"]["toolUse"]["executionId"]
    return execution_id


def orchestrate(api: ApiClient, text: str = "Draw two maps", **fields: Any) -> str:
    found = ok(api.chat(text, **automatic(), **fields))["orchestration"]
    assert found["pollUrl"] == f"/ai/tools/orchestrations/{found['orchestrationId']}"
    return f"/tools/orchestrations/{found['orchestrationId']}"


def slowly(api: ApiClient, tools: float = 8, answer: float = 4) -> None:
    """Tools and an answer that each take some seconds, with a frozen clock."""
    api.mock.freeze()
    api.mock.transitions(
        tool_execution={"progression": "time", "seconds": tools},
        tool_orchestration={"progression": "time", "seconds": answer},
    )


def at_once(api: ApiClient) -> None:
    api.mock.transitions(tool_execution="immediate", tool_orchestration="immediate")


def test_the_built_in_tools_are_listed_as_a_chat_declares_tools(api: ApiClient) -> None:
    found = ok(api.get("/tools"))
    specs = [tool["toolSpec"] for tool in found["tools"]]
    assert ([spec["name"] for spec in specs], found["count"]) == (BUILT_IN, 5)
    assert all(spec["description"] and spec["inputSchema"]["json"]["properties"] for spec in specs)
    declared = ok(api.chat("calculate 6 * 7", model=TOOL_MODEL, toolConfig={"tools": found["tools"]}))
    assert declared["response"]["toolUse"]["input"] == {"expression": "6 * 7"}


def test_custom_tools_are_listed_behind_the_built_in_ones_with_their_schema(api: ApiClient) -> None:
    deploy(api, "yearly_report")
    deploy(api, "calculate")
    last = ok(api.get("/tools"))["tools"][-1]["toolSpec"]
    assert (last["name"], list(last["inputSchema"]["json"]["properties"])) == ("yearly_report", ["year"])
    assert ok(api.get("/tools/names")) == {"tools": [*BUILT_IN, "yearly_report"], "count": 6}
    ok(api.delete("/custom-tools/yearly_report"))
    assert ok(api.get("/tools/names"))["tools"] == BUILT_IN


def test_mcp_servers_offer_the_tools_and_the_custom_ones_once_there_are_some(api: ApiClient) -> None:
    def allowed() -> dict[str, list[str]]:
        found = ok(api.get("/mcp-servers"))
        for server in found["servers"]:
            assert server["url"] == f"{found['gatewayBaseUrl']}/{server['serverName']}"
        return {server["serverName"]: server["toolAllowlist"] for server in found["servers"]}

    assert allowed() == {"quant-tools": BUILT_IN}
    deploy(api, "yearly_report")
    assert allowed() == {"quant-tools": BUILT_IN, "custom-tools": ["yearly_report"]}


def test_executions_are_listed_newest_first_and_cut_at_the_limit(api: ApiClient) -> None:
    api.mock.freeze(1_800_000_000)
    first = draw(api)
    api.mock.advance(1)
    second = draw(api)
    found = ok(api.get("/tools/executions"))
    assert [one["executionId"] for one in found["executions"]] == [second, first]
    assert (found["count"], found["orgId"], found["status"]) == (2, api.mock.name, "all")
    assert found["executions"][0]["createdAt"] == "2027-01-15T08:00:01.000Z"
    assert [one["executionId"] for one in ok(api.get("/tools/executions", limit=1))["executions"]] == [second]


def test_executions_are_listed_by_their_state(api: ApiClient) -> None:
    slowly(api, tools=8)
    execution_id = draw(api)

    def listed() -> dict[str, list[str]]:
        states = ("pending", "running", "complete", "completed", "failed")
        found = {state: ok(api.get("/tools/executions", status=state)) for state in states}
        assert {state: one["status"] for state, one in found.items()} == dict(zip(states, states, strict=True))
        return {state: [item["executionId"] for item in one["executions"]] for state, one in found.items()}

    nowhere: dict[str, list[str]] = {state: [] for state in listed()}
    assert listed() == nowhere | {"pending": [execution_id]}
    api.mock.advance(4)
    assert listed() == nowhere | {"running": [execution_id]}
    api.mock.advance(4)
    assert listed() == nowhere | {"complete": [execution_id], "completed": [execution_id]}
    done = ok(api.get("/tools/executions"))["executions"][0]
    assert done["completedAt"] > done["createdAt"]


def test_looking_through_the_list_polls_no_execution(api: ApiClient) -> None:
    api.mock.transitions(tool_execution={"progression": "polls", "times": 1})
    path = f"/tools/executions/{draw(api)}"
    for _ in range(3):
        assert ok(api.get("/tools/executions"))["executions"][0]["status"] == "pending"
    assert [ok(api.get(path))["status"] for _ in range(2)] == ["pending", "complete"]


def test_executions_are_gone_from_the_list_after_a_day(api: ApiClient) -> None:
    api.mock.freeze()
    draw(api)
    api.mock.advance(24 * 3600 - 1)
    assert ok(api.get("/tools/executions"))["count"] == 1
    api.mock.advance(1)
    assert ok(api.get("/tools/executions"))["count"] == 0


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ({"status": "odd"}, "The selected status is invalid."),
        ({"limit": 0}, "The limit must be at least 1."),
        ({"limit": 101}, "The limit must not be greater than 100."),
    ],
)
def test_a_filter_that_cannot_be_is_the_documented_400(api: ApiClient, query: dict[str, Any], complaint: str) -> None:
    assert ok(api.get("/tools/executions", **query), 400)["message"] == f"Invalid parameters: {complaint}"


def test_a_tool_fails_if_its_input_says_so(api: ApiClient) -> None:
    at_once(api)
    api.mock.script(tool_calls=[{"name": "generate_image", "input": {"fail": True}}], times=1)
    found = ok(api.get(f"/tools/executions/{draw(api)}"))
    assert (found["status"], "result" in found) == ("failed", False)
    assert "generate_image failed" in found["error"]
    assert ok(api.get("/tools/executions", status="failed"))["count"] == 1


def test_several_tools_in_the_background_are_orchestrated_and_one_is_not(api: ApiClient) -> None:
    at_once(api)
    reply = ok(api.chat("Draw three maps", **automatic()))
    found = ok(api.get(f"/tools/orchestrations/{reply['orchestration']['orchestrationId']}"))
    started = [use["executionId"] for use in reply["response"]["toolUse"]]
    assert [tool["executionId"] for tool in found["tools"]] == started
    assert (len(set(started)), found["toolCount"]) == (3, 3)
    assert "orchestration" not in ok(api.chat("Draw a map", **automatic()))
    assert "orchestration" not in ok(api.chat("The weather, and 2 sums", **automatic("get_weather", "calculate")))


def test_different_tools_make_an_orchestration_as_well(api: ApiClient) -> None:
    deploy(api, "yearly_report", isAsync=True)
    at_once(api)
    text = "Draw a map of the yearly report: generate image"
    reply = ok(api.chat(text, **automatic("generate_image", "yearly_report")))
    found = ok(api.get(f"/tools/orchestrations/{reply['orchestration']['orchestrationId']}"))
    assert [tool["toolName"] for tool in found["tools"]] == ["generate_image", "yearly_report"]


def test_an_orchestration_waits_for_its_tools_and_then_for_its_answer(api: ApiClient) -> None:
    slowly(api, tools=8, answer=4)
    path = orchestrate(api)
    seen = []
    for seconds in (0, 2, 5.9, 0.2, 3.8, 0.1):
        api.mock.advance(seconds)
        found = ok(api.get(path))
        seen.append((found["status"], found["completedTools"], found.get("message")))
    assert seen == [
        ("pending", 0, None),
        ("waiting_tools", 0, "Waiting for 2 of 2 tools"),
        ("waiting_tools", 0, "Waiting for 2 of 2 tools"),
        ("synthesizing", 2, "Writing the answer"),
        ("synthesizing", 2, "Writing the answer"),
        ("complete", 2, None),
    ]
    assert found["duration"] == 12
    assert ok(api.get(path)) == found


def test_an_orchestration_moves_on_with_each_poll(api: ApiClient) -> None:
    api.mock.transitions(
        tool_execution={"progression": "polls", "times": 2}, tool_orchestration={"progression": "polls", "times": 1}
    )
    path = orchestrate(api)
    assert [ok(api.get(path))["status"] for _ in range(5)] == [
        "pending",
        "waiting_tools",
        "synthesizing",
        "complete",
        "complete",
    ]


def test_the_answer_is_the_models_to_the_results_of_the_tools(api: ApiClient) -> None:
    at_once(api)
    found = ok(api.get(orchestrate(api)))
    assert found["result"] == found["synthesizedResponse"]
    assert "The tools answered" in found["result"]
    assert 'You said: "Draw two maps"' in found["result"]
    assert all(tool["result"]["images"] for tool in found["tools"])


def test_a_script_says_what_the_answer_is(api: ApiClient) -> None:
    at_once(api)
    api.mock.script("Here are your maps.", has_tool_result=True)
    assert ok(api.get(orchestrate(api)))["result"] == "Here are your maps."


def test_the_answer_is_billed_once(api: ApiClient) -> None:
    at_once(api)
    path = orchestrate(api)
    for count in (1, 2, 2):
        assert ok(api.get("/usage"))["totals"]["requestCount"] == count
        ok(api.get(path))


@pytest.mark.parametrize(
    ("dialect", "status", "word", "text"),
    [("docs", "waiting_tools", "completed", "result"), ("wire", "polling", "complete", "synthesizedResponse")],
)
def test_each_dialect_has_its_own_words(api: ApiClient, dialect: str, status: str, word: str, text: str) -> None:
    slowly(api, tools=2, answer=0)
    api.mock.settings(dialect=dialect)
    path = orchestrate(api)
    api.mock.advance(1)
    assert ok(api.get(path))["status"] == status
    api.mock.advance(1)
    found = ok(api.get(path))
    assert (found["status"], {"result", "synthesizedResponse"} & set(found)) == (word, {text})


def failing(api: ApiClient, *fail: bool) -> Any:
    at_once(api)
    calls = [{"name": "generate_image", "input": {"prompt": "a map", "fail": one}} for one in fail]
    api.mock.script(tool_calls=calls, times=1)
    return ok(api.get(orchestrate(api)))


def test_an_orchestration_bears_the_failure_of_some_of_its_tools(api: ApiClient) -> None:
    found = failing(api, True, False)
    assert (found["status"], [tool["status"] for tool in found["tools"]]) == ("complete", ["failed", "complete"])
    assert "generate_image failed" in found["tools"][0]["error"]
    assert "generate_image failed" in found["result"]


def test_an_orchestration_fails_with_all_of_its_tools(api: ApiClient) -> None:
    found = failing(api, True, True)
    assert (found["status"], found["error"], found["completedTools"]) == ("failed", "All tools failed.", 2)
    assert "result" not in found


def test_an_orchestration_fails_where_the_answer_does(api: ApiClient) -> None:
    at_once(api)
    path = orchestrate(api)
    api.mock.script(failure={"ErrorType": "ModelTimeoutException", "ErrorMessage": "too slow"})
    found = ok(api.get(path))
    assert (found["status"], found["error"]) == ("failed", "too slow")


def block(api: ApiClient, word: str, side: str) -> None:
    """Block the word in every chat of the organisation from now on."""
    rule = {"match": {"type": "word", "values": [word]}, "action": "BLOCK", "applyTo": side}
    policy = ok(api.post("/filter-policies", {"name": "Words", "rules": [rule]}), 201)["policyId"]
    rules = {"aiEnabled": True, "modelPolicy": "unrestricted", "mandatoryFilterPolicies": [policy]}
    ok(api.put("/governance", rules))


def test_an_orchestration_fails_where_a_filter_policy_withholds_the_answer(api: ApiClient) -> None:
    at_once(api)
    block(api, "answered", "output")
    found = ok(api.get(orchestrate(api)))
    assert (found["status"], found["error"]) == ("failed", "A filter policy withheld the answer.")


def test_later_rules_do_not_apply_to_earlier_requests(api: ApiClient) -> None:
    at_once(api)
    path = orchestrate(api, "Draw two maps")
    block(api, "draw", "input")
    assert ok(api.get(path))["status"] == "complete"


def test_an_orchestration_is_gone_after_a_day(api: ApiClient) -> None:
    api.mock.freeze()
    path = orchestrate(api)
    api.mock.advance(24 * 3600 - 1)
    assert ok(api.get(path))["status"] == "complete"
    api.mock.advance(1)
    assert ok(api.get(path), 404) == {"error": "Orchestration not found", "orchestrationId": path.split("/")[-1]}


def test_an_orchestration_is_found_by_its_own_kind_of_id_alone(api: ApiClient) -> None:
    durable = ok(api.post("/orchestrations", {"name": "x", "inputSource": {"type": "static", "items": []}}), 201)
    assert api.get(f"/tools/orchestrations/{durable['orchestrationId']}").status_code in (404, 422)
    tools = orchestrate(api).split("/")[-1]
    assert api.get(f"/orchestrations/{tools}").status_code == 404


def test_the_answer_becomes_part_of_the_session(api: ApiClient) -> None:
    at_once(api)
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    found = ok(api.get(orchestrate(api, sessionId=session)))
    messages = ok(api.get(f"/sessions/{session}"))["messages"]
    assert [message["role"] for message in messages] == ["user", "assistant", "user", "assistant"]
    assert messages[-1]["content"] == found["result"]


def test_a_stream_ends_with_where_to_follow_its_tools(api: ApiClient) -> None:
    at_once(api)
    stream = api.stream("Draw two maps", **automatic())
    assert kinds(stream) == ["start", "content", "orchestration_status", "done"]
    assert data(stream[-2])["message"] == "Waiting for 2 tools"
    done = data(stream[-1])
    assert done["complete"] is False
    url = done["orchestration"]["pollUrl"]
    assert url.startswith(api.mock.api_url)
    found = ok(httpx.get(url, headers={"Authorization": "Bearer test-token"}))
    assert (found["orchestrationId"], found["status"]) == (done["orchestration"]["orchestrationId"], "complete")


def test_a_stream_with_one_tool_in_the_background_is_complete(api: ApiClient) -> None:
    done = data(api.stream("Draw a map", **automatic())[-1])
    assert (done["complete"], "orchestration" in done) == (True, False)


def test_a_tool_is_called_as_often_as_the_text_says(api: ApiClient) -> None:
    for text, count in (("Draw two maps", 2), ("Draw 3 maps", 3), ("Draw me nine", 9), ("Draw 12 maps", 1)):
        uses = ok(api.chat(text, **automatic()))["response"]["toolUse"]
        assert len(uses if isinstance(uses, list) else [uses]) == count, text
