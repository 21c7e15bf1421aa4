"""Custom tools, deployed by name, with both spellings of the field."""

from __future__ import annotations

from typing import Any

import pytest
from tests.mock.support.client import TOOL_MODEL, ApiClient, ok


def fields(**changes: Any) -> dict[str, Any]:
    body = {"name": "order_status", "description": "d", "edgeFunctionCode": "return 1", "inputSchema": {}}
    return {key: value for key, value in (body | changes).items() if value is not None}


def test_a_tool_is_deployed_and_listed_under_both_names(api: ApiClient) -> None:
    made = ok(api.post("/custom-tools", fields(timeoutSeconds=45)), 201)
    assert (made["isUpdate"], made["message"]) == (False, "Custom tool deployed successfully")
    listed = ok(api.get("/custom-tools"))
    assert listed["count"] == 1
    tool = listed["tools"][0]
    assert (tool["name"], tool["toolName"], tool["timeout"]) == ("order_status", "order_status", 45_000)
    assert "edgeFunctionCode" not in tool


def test_the_same_name_again_is_an_update_at_the_same_address(api: ApiClient) -> None:
    first = ok(api.post("/custom-tools", fields()), 201)
    second = ok(api.post("/custom-tools", fields(name=None, toolName="order_status", description="new")), 201)
    assert (second["isUpdate"], second["edgeFunctionUrl"]) == (True, first["edgeFunctionUrl"])
    assert [tool["description"] for tool in ok(api.get("/custom-tools"))["tools"]] == ["new"]


def test_a_schema_sent_as_text_is_refused_in_the_services_words(api: ApiClient) -> None:
    reply = ok(api.post("/custom-tools", fields(inputSchema='{"type":"object"}')), 422)
    assert reply == {
        "message": "The input schema must be an array.",
        "errors": {"inputSchema": ["The input schema must be an array."]},
    }


@pytest.mark.parametrize("missing", ["name", "description", "edgeFunctionCode", "inputSchema"])
def test_required_fields_are_checked(api: ApiClient, missing: str) -> None:
    assert list(ok(api.post("/custom-tools", fields(**{missing: None})), 422)["errors"]) == [missing]


def test_a_deleted_tool_is_gone(api: ApiClient) -> None:
    ok(api.post("/custom-tools", fields()), 201)
    assert ok(api.delete("/custom-tools/order_status"))["success"] is True
    assert ok(api.delete("/custom-tools/order_status"), 404)["toolName"] == "order_status"


def test_an_asynchronous_tool_runs_in_the_background(api: ApiClient) -> None:
    ok(api.post("/custom-tools", fields(isAsync=True)), 201)
    config = {"autoExecute": ["order_status"]}
    use = ok(api.chat("order status of 7", model=TOOL_MODEL, toolConfig=config))["response"]["toolUse"]
    assert use["executionId"].startswith("exec_")


@pytest.mark.parametrize("spelling", ["name", "toolName"])
def test_a_tool_is_got_with_its_code_under_both_names(api: ApiClient, spelling: str) -> None:
    ok(api.post("/custom-tools", fields(**{"name": None, spelling: "order_status"})), 201)
    found = ok(api.get("/custom-tools/order_status"))
    listed = ok(api.get("/custom-tools"))["tools"][0]
    assert found == {"success": True, "tool": listed | {"edgeFunctionCode": "return 1"}}
    assert (listed["name"], listed["toolName"]) == ("order_status", "order_status")


def test_a_tool_that_was_never_deployed_is_404(api: ApiClient) -> None:
    assert ok(api.get("/custom-tools/none"), 404)["toolName"] == "none"
