"""Organisations are walls: what one has, no other sees, changes or deletes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.mock.api import Api, chat_body, ok

from quant_ai_mock import Mock

TITAN = "amazon.titan-embed-text-v2:0"
COLLECTION = {"name": "handbook", "embeddingModel": TITAN, "dimensions": 256}
AGENT = {"name": "A", "description": "D", "systemPrompt": "S", "modelId": "amazon.nova-pro-v1:0"}
TOOL = {"name": "lookup", "description": "D", "inputSchema": {"type": "object"}, "edgeFunctionCode": "x"}
CREATES: dict[str, tuple[str, dict[str, Any], str]] = {
    "sessions": ("/sessions", {"userId": "ada"}, "sessionId"),
    "agents": ("/agents", AGENT, "agent.agentId"),
    "custom tools": ("/custom-tools", TOOL, "tool.name"),
    "collections": ("/vector-db/collections", COLLECTION, "collection.collectionId"),
    "tasks": ("/tasks", {"title": "Read"}, "taskId"),
    "orchestrations": ("/orchestrations", {"name": "Job", "inputSource": {"type": "static"}}, "orchestrationId"),
    "files": ("/files", {"contentType": "text/plain", "content": "eA=="}, "fileId"),
    "executions": ("/chat", chat_body() | {"async": True}, "requestId"),
}
READ_AT = {"executions": "/chat/executions"}


@pytest.fixture
def others(server: Mock) -> Iterator[Api]:
    with Api(server.organisation()) as api:
        yield api


def made(api: Api, kind: str) -> str:
    """The path of a new thing."""
    path, body, place = CREATES[kind]
    reply = api.post(path, body)
    assert reply.status_code in (201, 202), reply.text
    found = reply.json()
    for key in place.split("."):
        found = found[key]
    return f"{READ_AT.get(kind, path)}/{found}"


@pytest.mark.parametrize("kind", CREATES)
def test_a_thing_is_there_for_its_own_organisation_alone(api: Api, others: Api, kind: str) -> None:
    path = made(api, kind)
    for root in (others.mock.api_url, others.mock.api_url.replace("/organisations/", "/organizations/")):
        assert others.http.get(f"{root}{path}").status_code == 404
        if kind != "executions":
            assert others.http.delete(f"{root}{path}").status_code == 404
    assert api.get(path).status_code == 200


@pytest.mark.parametrize("kind", [kind for kind in CREATES if kind != "executions"])
def test_a_list_holds_what_its_own_organisation_has(api: Api, others: Api, kind: str) -> None:
    own = made(api, kind).rpartition("/")[2]
    path = CREATES[kind][0]
    assert own in api.get(path).text
    assert own not in others.get(path).text


def test_the_same_name_is_free_for_another_organisation(api: Api, others: Api) -> None:
    made(api, "collections")
    assert others.post("/vector-db/collections", COLLECTION).status_code == 201
    made(api, "custom tools")
    assert ok(others.post("/custom-tools", TOOL), 201)["isUpdate"] is False


def test_a_chat_goes_on_in_no_session_of_another_organisation(api: Api, others: Api) -> None:
    session = made(api, "sessions").rpartition("/")[2]
    agent = made(api, "agents").rpartition("/")[2]
    assert others.chat(sessionId=session).status_code == 404
    assert others.chat(agentId=agent).status_code == 404
    assert api.chat(sessionId=session, agentId=agent).status_code == 200


def test_documents_are_found_in_no_collection_of_another_organisation(api: Api, others: Api) -> None:
    path = made(api, "collections")
    ok(api.post(f"{path}/documents", {"documents": [{"content": "the office opens at nine"}]}))
    assert others.post(f"{path}/query", {"query": "office"}).status_code == 404
    assert others.delete(f"{path}/documents", {"purgeAll": True}).status_code == 404
    assert ok(api.post(f"{path}/query", {"query": "office opens at nine", "threshold": 0}))["count"] == 1


def test_what_was_used_is_counted_for_its_own_organisation(api: Api, others: Api) -> None:
    ok(api.chat())
    assert ok(api.get("/usage"))["totals"]["requestCount"] == 1
    assert ok(others.get("/usage"))["totals"]["requestCount"] == 0
