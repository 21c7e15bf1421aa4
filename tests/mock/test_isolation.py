"""Organisations are isolated: none can see, change or delete the records of another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.mock.support.client import ApiClient, ok

from quant_ai_mock import Mock
from quant_ai_mock.document.api import Api
from quant_ai_mock.document.loading import load

TITAN = "amazon.titan-embed-text-v2:0"
COLLECTION = {"name": "handbook", "embeddingModel": TITAN, "dimensions": 256}
TOOL = {"name": "lookup", "description": "D", "inputSchema": {"type": "object"}, "edgeFunctionCode": "x"}
OPERATIONS = Api(load()).operations.values()
ITEMS = [operation.path for operation in OPERATIONS if operation.method == "GET" and operation.path.endswith("}")]
CREATES = {
    operation.path: operation
    for operation in OPERATIONS
    if operation.method == "POST"
    and "{" not in operation.path
    and operation.path in {item.rpartition("/")[0] for item in ITEMS}
}


@pytest.fixture
def others(server: Mock) -> Iterator[ApiClient]:
    with ApiClient(server.organisation()) as api:
        yield api


def made(api: ApiClient, collection: str) -> str:
    """The path of a new record, created with the first example of the spec."""
    operation = CREATES[collection]
    body = next(iter(operation.body.examples.values()))
    reply = ok(
        api.post(collection, {name: value for name, value in body.items() if name != "agentId"}),
        operation.success_status,
    )
    (item,) = [path for path in ITEMS if path.rpartition("/")[0] == collection]
    name = item.rpartition("/")[2][1:-1]
    places = [reply, *(value for value in reply.values() if isinstance(value, dict))]
    return f"{collection}/{next(found[name] for found in places if name in found)}"


def test_every_collection_of_the_document_is_tried() -> None:
    assert {"/sessions", "/agents", "/custom-tools", "/vector-db/collections", "/tasks", "/files"} <= set(CREATES)


@pytest.mark.parametrize("collection", CREATES)
def test_a_thing_is_there_for_its_own_organisation_alone(api: ApiClient, others: ApiClient, collection: str) -> None:
    path = made(api, collection)
    for root in (others.mock.api_url, others.mock.api_url.replace("/organisations/", "/organizations/")):
        assert others.http.get(f"{root}{path}").status_code == 404
        assert others.http.delete(f"{root}{path}").status_code == 404
    assert api.get(path).status_code == 200


@pytest.mark.parametrize("collection", CREATES)
def test_a_list_holds_what_its_own_organisation_has(api: ApiClient, others: ApiClient, collection: str) -> None:
    own = made(api, collection).rpartition("/")[2]
    assert own in api.get(collection).text
    assert own not in others.get(collection).text


def test_an_execution_is_read_by_its_own_organisation_alone(api: ApiClient, others: ApiClient) -> None:
    path = f"/chat/executions/{ok(api.chat(**{'async': True}), 202)['requestId']}"
    assert (api.get(path).status_code, others.get(path).status_code) == (200, 404)


def test_the_same_name_is_free_for_another_organisation(api: ApiClient, others: ApiClient) -> None:
    ok(api.post("/vector-db/collections", COLLECTION), 201)
    assert others.post("/vector-db/collections", COLLECTION).status_code == 201
    ok(api.post("/custom-tools", TOOL), 201)
    assert ok(others.post("/custom-tools", TOOL), 201)["isUpdate"] is False


def test_a_chat_goes_on_in_no_session_of_another_organisation(api: ApiClient, others: ApiClient) -> None:
    session = made(api, "/sessions").rpartition("/")[2]
    agent = made(api, "/agents").rpartition("/")[2]
    assert others.chat(sessionId=session).status_code == 404
    assert others.chat(agentId=agent).status_code == 404
    assert api.chat(sessionId=session, agentId=agent).status_code == 200


def test_documents_are_found_in_no_collection_of_another_organisation(api: ApiClient, others: ApiClient) -> None:
    path = made(api, "/vector-db/collections")
    ok(api.post(f"{path}/documents", {"documents": [{"content": "the office opens at nine"}]}))
    assert others.post(f"{path}/query", {"query": "office"}).status_code == 404
    assert others.delete(f"{path}/documents", {"purgeAll": True}).status_code == 404
    assert ok(api.post(f"{path}/query", {"query": "office opens at nine", "threshold": 0}))["count"] == 1


def test_what_was_used_is_counted_for_its_own_organisation(api: ApiClient, others: ApiClient) -> None:
    ok(api.chat())
    assert ok(api.get("/usage"))["totals"]["requestCount"] == 1
    assert ok(others.get("/usage"))["totals"]["requestCount"] == 0
