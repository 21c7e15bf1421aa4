"""What clients in PHP and Go write: an empty array for an empty object, and null for a body that is left out."""

from __future__ import annotations

from typing import Any

import pytest
from tests.mock.support.client import ApiClient, chat_body, ok

PICTURE = {"taskType": "TEXT_IMAGE", "textToImageParams": {"text": "a cat"}}


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/image-generation", PICTURE | {"imageGenerationConfig": []}, 200),
        ("/sessions", {"userId": "ada", "metadata": []}, 201),
        ("/chat", chat_body(toolConfig=[]), 200),
        (
            "/custom-tools",
            {"name": "a", "description": "b", "edgeFunctionCode": "c", "inputSchema": []},
            201,
        ),
        (
            "/chat",
            chat_body()
            | {
                "messages": [
                    {"role": "user", "content": "Hi"},
                    {
                        "role": "assistant",
                        "content": [{"toolUse": {"toolUseId": "t-1", "name": "now", "input": []}}],
                    },
                    {
                        "role": "user",
                        "content": [{"toolResult": {"toolUseId": "t-1", "content": [{"json": []}]}}],
                    },
                ]
            },
            200,
        ),
    ],
)
def test_an_empty_array_stands_for_an_empty_object(api: ApiClient, path: str, body: Any, status: int) -> None:
    ok(api.post(path, body), status)


def test_what_was_an_empty_array_is_an_object_afterwards(api: ApiClient) -> None:
    task = ok(api.post("/tasks", {"title": "Read", "metadata": []}), 201)["taskId"]
    assert ok(api.get(f"/tasks/{task}"))["metadata"] == {}


@pytest.mark.parametrize(
    "body", [{"userId": []}, {"userId": "ada", "metadata": [1]}, {"userId": "ada", "metadata": [[]]}]
)
def test_other_arrays_stay_what_they_are(api: ApiClient, body: Any) -> None:
    ok(api.post("/sessions", body), 422)


def test_an_empty_array_that_belongs_there_stays_one(api: ApiClient) -> None:
    body = {"name": "A", "description": "d", "systemPrompt": "p", "modelId": chat_body()["modelId"], "allowedTools": []}
    made = ok(api.post("/agents", body), 201)["agent"]["agentId"]
    assert ok(api.get(f"/agents/{made}"))["agent"]["allowedTools"] == []


@pytest.mark.parametrize("content", [b"null", b" null ", b""])
def test_null_stands_for_an_optional_body_that_is_left_out(api: ApiClient, content: bytes) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    headers = {"Content-Type": "application/json"}
    ok(api.http.put(f"/sessions/{session}/extend", content=content, headers=headers))


def test_null_is_no_body_that_is_required(api: ApiClient) -> None:
    headers = {"Content-Type": "application/json"}
    ok(api.http.post("/sessions", content=b"null", headers=headers), 422)


def test_ai_search_is_enabled_again_without_a_body(api: ApiClient) -> None:
    root = f"{api.mock.api_url.removesuffix('/ai')}/projects/docs/ai-search"
    assert "base URL" in ok(api.http.post(f"{root}/enable"), 400)["message"]
    ok(api.post(f"{root}/enable", {"baseUrl": "https://docs.example.com/"}))
    ok(api.post(f"{root}/disable"))
    ok(api.http.post(f"{root}/enable"))


def test_a_collection_without_a_model_gets_one_and_a_warning(api: ApiClient) -> None:
    reply = api.post("/vector-db/collections", {"name": "a"})
    assert ok(reply, 201)["collection"]["embeddingModel"] == "amazon.titan-embed-text-v2:0"
    assert reply.headers["warning"] == (
        '299 quant-ai-mock "embeddingModel is missing: the newest version of the service requires it"'
    )
    given = api.post("/vector-db/collections", {"name": "b", "embeddingModel": "cohere.embed-english-v3"})
    assert "warning" not in given.headers


def test_documents_may_be_long_and_many(api: ApiClient) -> None:
    made = ok(api.post("/vector-db/collections", {"name": "a"}), 201)["collection"]["collectionId"]
    documents = [{"content": "word " * 4000}, *[{"content": f"document {number}"} for number in range(150)]]
    stored = ok(api.post(f"/vector-db/collections/{made}/documents", {"documents": documents, "autoChunk": False}))
    assert len(stored["documentIds"]) == 151


def test_the_code_of_a_tool_is_there_after_its_deployment(api: ApiClient) -> None:
    tool = {"name": "a", "description": "b", "edgeFunctionCode": "export default 1", "inputSchema": {}}
    assert ok(api.post("/custom-tools", tool), 201)["tool"]["edgeFunctionCode"] == "export default 1"
    assert "edgeFunctionCode" not in ok(api.get("/custom-tools"))["tools"][0]


def test_a_filter_by_an_inferred_value_is_not_refused(api: ApiClient) -> None:
    root = f"{api.mock.api_url.removesuffix('/ai')}/projects/docs/ai-search"
    ok(api.post(f"{root}/enable", {"baseUrl": "https://docs.example.com/"}))
    crawler = "0b9d4f6e-3c21-4a87-9e50-7d8c6b5a4f32"
    job = ok(api.post(f"{root}/crawls", {"crawler_uuid": crawler}))["jobId"]
    assert ok(api.get(f"{root}/crawls/{job}/pages", processingStatus="queued"))["pages"] == []
    assert ok(api.get("/tools/executions", status="completed"))["executions"] == []
