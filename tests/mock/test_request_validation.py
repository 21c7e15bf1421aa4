"""Requests that are refused before they reach a handler, and the error replies."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from tests.mock.support.client import MODEL, ApiClient, chat_body, ok

from quant_ai_mock import Mock


def test_a_request_without_a_token_is_401_and_names_the_scheme(server: Mock) -> None:
    reply = httpx.get(f"{server.url}/api/v3/organisations/acme/ai/models")
    assert (reply.status_code, reply.json()) == (401, {"message": "Unauthenticated."})
    assert reply.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("authorization", ["Bearer wrong", "Basic test-token", "Bearer", "test-token"])
def test_an_unknown_token_is_401(server: Mock, authorization: str) -> None:
    reply = httpx.get(f"{server.url}/api/v3/organisations/acme/ai/models", headers={"Authorization": authorization})
    assert reply.status_code == 401


def test_a_token_is_good_for_its_own_organisation_alone(server: Mock) -> None:
    headers = {"Authorization": "Bearer acme-token"}
    assert httpx.get(f"{server.url}/api/v3/organisations/acme/ai/models", headers=headers).status_code == 200
    refused = httpx.get(f"{server.url}/api/v3/organisations/other/ai/models", headers=headers)
    assert (refused.status_code, refused.json()["error"]) == (403, True)


def test_both_spellings_of_the_path_lead_to_the_same_state(api: ApiClient) -> None:
    session = ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"]
    other = str(api.http.base_url).replace("/organisations/", "/organizations/")
    assert ok(api.http.get(f"{other}sessions/{session}"))["id"] == session


def test_an_unknown_path_is_404(api: ApiClient) -> None:
    assert api.get("/nothing/here").status_code == 404
    assert api.http.get("/../../../else").status_code == 404


def test_another_method_is_405_and_says_which_are_allowed(api: ApiClient) -> None:
    reply = api.http.request("PATCH", "/sessions")
    assert (reply.status_code, reply.headers["allow"]) == (405, "GET, POST, HEAD")


def test_a_request_id_is_given_or_given_back(api: ApiClient) -> None:
    assert api.get("/models").headers["x-request-id"].startswith("req-")
    assert api.http.get("/models", headers={"X-Request-Id": "mine"}).headers["x-request-id"] == "mine"
    assert api.get("/models/none").headers["x-request-id"]


@pytest.mark.parametrize("text", ["", "{", "nonsense", '{"a": 1,}', b'"\\ud83d"', b"\xff"])
def test_a_body_that_is_not_json_is_refused(api: ApiClient, text: Any) -> None:
    reply = api.http.post("/chat", content=text, headers={"Content-Type": "application/json"})
    assert reply.status_code == (422 if text == "" else 400), reply.text


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""])
def test_another_content_type_is_415(api: ApiClient, content_type: str) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    assert api.http.post("/chat", content=b"{}", headers=headers).status_code == 415


@pytest.mark.parametrize("content_type", ["application/json", "application/json; charset=utf-8", "application/x+json"])
def test_json_is_read_under_its_names(api: ApiClient, content_type: str) -> None:
    headers = {"Content-Type": content_type}
    assert api.http.post("/embeddings", content=b'{"input":"x"}', headers=headers).status_code == 200


def test_an_accept_header_that_cannot_be_served_is_406(api: ApiClient) -> None:
    assert api.http.get("/models", headers={"Accept": "image/png"}).status_code == 406
    assert api.http.get("/models", headers={"Accept": "text/html, application/json;q=0"}).status_code == 406
    for accept in ("application/json", "application/*", "*/*", "text/html, application/json;q=0.1"):
        assert api.http.get("/models", headers={"Accept": accept}).status_code == 200


@pytest.mark.parametrize("content", ["data:image/png;base64,iVBORw0KGgo=", "iVBORw0KGg", "no base64"])
def test_media_that_are_no_plain_base64_are_refused(api: ApiClient, content: str) -> None:
    blocks = [{"image": {"format": "png", "source": {"bytes": content}}}, {"text": "What is it?"}]
    reply = api.post("/chat", {"modelId": "amazon.nova-lite-v1:0", "messages": [{"role": "user", "content": blocks}]})
    assert list(ok(reply, 422)["errors"]) == ["messages.0.content.0.image.source.bytes"]


def test_a_body_over_25_mb_is_413(api: ApiClient) -> None:
    body = b'{"messages": "' + b"x" * (25 * 1024 * 1024) + b'"}'
    reply = api.http.post("/chat", content=body, headers={"Content-Type": "application/json"})
    assert reply.status_code == 413


@pytest.mark.parametrize(
    ("body", "field", "message"),
    [
        ({"messages": chat_body()["messages"]}, "modelId", "The model id field is required."),
        ({"modelId": MODEL, "messages": "hello"}, "messages", "The messages must be an array."),
        ({"modelId": MODEL, "messages": []}, "messages", "The messages must have at least 1 items."),
        (chat_body(temperature=3), "temperature", "The temperature must not be greater than 2."),
        (chat_body(maxTokens=0), "maxTokens", "The max tokens must be at least 1."),
        (
            chat_body(stopSequences=list("abcde")),
            "stopSequences",
            "The stop sequences must not have more than 4 items.",
        ),
        (
            {"modelId": MODEL, "messages": [{"role": "tool", "content": "x"}]},
            "messages.0.role",
            "The selected messages.0.role is invalid.",
        ),
        (
            {"modelId": MODEL, "messages": [{"role": "user", "content": 3}]},
            "messages.0.content",
            "The messages.0.content must be a string or an array.",
        ),
        (
            {"modelId": MODEL, "messages": [{"role": "user", "content": [{"image": {"format": "bmp"}}]}]},
            "messages.0.content.0.image.source",
            "The messages.0.content.0.image.source field is required.",
        ),
        (
            chat_body(toolConfig={"autoExecute": True}),
            "toolConfig.allowedTools",
            "The tool config.allowed tools field is required.",
        ),
        ("text", "body", "The body must be an array."),
    ],
)
def test_a_body_that_does_not_fit_is_422_with_a_message_for_the_field(
    api: ApiClient, body: Any, field: str, message: str
) -> None:
    reply = ok(api.post("/chat", body), 422)
    assert message in reply["errors"][field]
    assert reply["message"].startswith(next(iter(reply["errors"].values()))[0])


def test_several_wrong_fields_are_counted_in_the_message(api: ApiClient) -> None:
    reply = ok(api.post("/chat", {"messages": 3, "temperature": "hot"}), 422)
    assert set(reply["errors"]) == {"modelId", "messages", "temperature"}
    assert reply["message"].endswith("(and 2 more errors)")


def test_fields_that_exclude_each_other_are_both_named(api: ApiClient) -> None:
    made = ok(api.post("/vector-db/collections", {"name": "c", "embeddingModel": "amazon.titan-embed-text-v2:0"}), 201)
    path = f"/vector-db/collections/{made['collection']['collectionId']}/query"
    errors = ok(api.post(path, {"query": "text", "vector": [1.0]}), 422)["errors"]
    assert errors["query"] == ["The query field prohibits vector from being present."]
    assert errors["vector"] == ["The vector field prohibits query from being present."]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=1.0", "limit"),
        ("limit=", "limit"),
        ("offset=-1", "offset"),
    ],
)
def test_a_query_that_does_not_fit_is_422(api: ApiClient, query: str, field: str) -> None:
    assert list(ok(api.get(f"/sessions?{query}"), 422)["errors"]) == [field]


@pytest.mark.parametrize("value", ["TRUE", "1", "yes", ""])
def test_a_boolean_of_a_query_is_true_or_false(api: ApiClient, value: str) -> None:
    assert api.get(f"/tasks?includeDetails={value}").status_code == 422


def test_unknown_fields_and_parameters_are_ignored(api: ApiClient) -> None:
    assert api.get("/models", unknown="x").status_code == 200
    assert api.chat(unknown={"deep": [1, None]}).status_code == 200


@pytest.mark.parametrize("segment", ["%2F", "%23", "%00", "%F0%9F%98%80", "a%2Fb", "...", "%20"])
def test_a_strange_id_is_an_id_that_nothing_has(api: ApiClient, segment: str) -> None:
    assert api.http.get(f"/sessions/{segment}").status_code == 404


def test_a_path_that_is_not_utf_8_is_404(api: ApiClient) -> None:
    assert api.http.get("/sessions/%ff%fe").status_code == 404


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 10**40, 2**63 - 1])
def test_a_number_too_long_for_64_bits_does_no_harm(api: ApiClient, number: int) -> None:
    body = {"userId": "ada", "metadata": {"n": number}}
    session = ok(api.post("/sessions", body), 201)["sessionId"]
    assert ok(api.put(f"/sessions/{session}", {"tokensUsed": abs(number)}))["totalTokens"] == min(
        abs(number), 2**63 - 1
    )
    again = ok(api.put(f"/sessions/{session}", {"tokensUsed": abs(number)}))
    assert again["totalTokens"] == 2**63 - 1
