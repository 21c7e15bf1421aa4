"""The journal tells all that came, within its bounds, and shows no secret."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.mock.support.client import ApiClient, chat_body, ok

from quant_ai_mock import Mock
from quant_ai_mock.state import journal
from quant_ai_mock.state.journal import Entry, Journal


def entry(organisation: str | None = "acme", size: int = 0, **fields: Any) -> Entry:
    return Entry("GET", "/x", b"", b"a" * size, organisation=organisation, **fields)


@pytest.mark.parametrize("fault", [{"status": 503}, {"kind": "drop"}, {"status": 204}, {"kind": "truncate"}])
def test_the_body_of_a_request_that_met_a_fault_is_there(api: ApiClient, fault: Any) -> None:
    api.mock.fault(**fault)
    try:
        api.chat("Hello")
    except httpx.TransportError:
        assert fault == {"kind": "drop"}
    assert api.mock.requests()[0]["body"] == chat_body("Hello")


def test_what_is_cut_is_marked(api: ApiClient) -> None:
    ok(api.chat("é" * 70_000))
    found = api.mock.requests()[0]
    assert (found["body_cut"], "body" in found, set(found["body_text"][-20_000:])) == (True, False, {"é"})
    assert found["body_bytes"] > 140_000
    api.http.get("/models", headers={"X-Long": "x" * 20_000})
    assert api.mock.requests()[-1]["headers_cut"] is True
    assert "body_cut" not in api.mock.requests()[-1]


def test_repeated_parameters_and_headers_are_all_there(api: ApiClient) -> None:
    api.http.get("/models?feature=chat&feature=vision&x=1", headers=[("X-A", "1"), ("X-A", "2"), ("X-B", "3")])
    found = api.mock.requests()[0]
    assert found["query"] == {"feature": ["chat", "vision"], "x": "1"}
    assert (found["headers"]["x-a"], found["headers"]["x-b"]) == (["1", "2"], "3")


def test_presigned_transfers_are_recorded_and_can_be_faulted(api: ApiClient) -> None:
    made = ok(api.post("/files", {"contentType": "text/plain", "requestUploadUrl": True}), 201)
    api.mock.fault(503, operation="storage_put")
    assert [httpx.put(made["uploadUrl"], content=b"x").status_code for _ in range(2)] == [503, 200]
    api.mock.fault(500)
    found = ok(api.get(f"/files/{made['fileId']}"), 500)
    assert found["error"] is True
    url = ok(api.get(f"/files/{made['fileId']}"))["url"]
    assert httpx.get(url).content == b"x"
    entries = api.mock.requests("storage_put")
    assert [(one["status"], one["body_text"] if "body_text" in one else one["body"]) for one in entries] == [
        (503, "x"),
        (200, "x"),
    ]
    assert [one["status"] for one in api.mock.requests("storage_get")] == [200]
    assert "X-Amz-Signature" in entries[0]["query"]
    assert entries[0]["query"]["X-Amz-Signature"] == "…"


def test_requests_of_others_push_none_of_ones_own_out(server: Mock, api: ApiClient) -> None:
    api.get("/models")
    with ApiClient(server.organisation()) as other:
        for _ in range(1005):
            other.get("/usage/none")
        assert len(other.mock.requests(limit=5000)) == 1000
    assert len(api.mock.requests()) == 1


def test_an_organisation_keeps_its_last_thousand() -> None:
    kept = Journal()
    for _ in range(1500):
        kept.add(entry())
    kept.add(entry("other"))
    assert [found.number for found in kept.find(organisation="acme")] == list(range(501, 1501))
    assert [found.number for found in kept.find()][-1] == 1501


def test_heads_count_in_the_bound_in_bytes() -> None:
    kept = Journal()
    for _ in range(1000):
        kept.add(entry(size=60_000))
    assert sum(found.size for found in kept.find()) <= journal.MAX_BYTES


def test_headers_take_no_more_than_their_bytes() -> None:
    many = [(b"a", b"b")] * 30_000
    assert len(journal.joined(many)) == journal.MAX_HEAD_BYTES


def test_where_all_have_too_many_the_one_silent_for_longest_loses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "MAX_ALL_ENTRIES", 10)
    kept = Journal()
    for name in ("silent", "busy"):
        for _ in range(5):
            kept.add(entry(name))
    for _ in range(3):
        kept.add(entry("busy"))
    assert [found.organisation for found in kept.find()] == ["silent"] * 2 + ["busy"] * 8
    for number in range(20):
        kept.add(entry(f"new-{number}"))
    assert kept.organisations() == sorted(f"new-{number}" for number in range(10, 20))
    kept.clear("new-19")
    kept.clear()
    assert (list(kept.find()), kept.organisations()) == ([], [])


SECRETS = {
    "Authorization": "Basic secret-1",
    "Proxy-Authorization": "Basic secret-2",
    "X-Api-Key": "secret-3",
    "Api-Key": "secret-4",
    "X-Auth-Token": "secret-5",
    "Cookie": "session=secret-6",
    "X-Amz-Security-Token": "secret-7",
    "X-Client-Secret": "secret-8",
    "X-Goog-Api-Key": "secret-9",
    "Ocp-Apim-Subscription-Key": "secret-10",
}
PARAMETERS = ("token", "access_token", "api_key", "apikey", "X-Amz-Signature", "X-Amz-Credential", "client_secret",
              "password", "sig")  # fmt: skip


def test_no_secret_is_shown(server: Mock, api: ApiClient) -> None:
    query = {name: f"secret-query-{name}" for name in PARAMETERS}
    harmless = {"key": "leave", "cursor": "c1", "tokenId": "t-1", "userId": "u-1", "limit": "5"}
    api.http.get("/models", headers=SECRETS, params=query | harmless)
    found = api.mock.requests()[0]
    page = httpx.get(f"{server.url}/_mock/", params={"organisation": api.mock.name}).text
    assert "secret-" not in str(found)
    assert "secret-" not in page
    assert found["headers"]["authorization"] == "Basic …"
    assert {name: found["query"][name] for name in harmless} == harmless


def test_the_document_of_the_control_plane_describes_the_entries() -> None:
    text = (Path(journal.__file__).parents[1] / "control/control.yaml").read_text(encoding="utf-8")
    for name in ("bodyCut", "bodyBytes", "headersCut", "reason", "replyText", "replyCut"):
        assert f"{name}:" in text


def test_it_tells_what_was_replied_and_why(api: ApiClient) -> None:
    ok(api.post("/sessions", {"userId": "ada"}), 201)
    api.post("/sessions", {})
    api.get("/models/none")
    api.stream("Hello")
    created, refused, missing, streamed = api.mock.requests()
    assert created["reply"]["status"] == "active"
    assert "reason" not in created
    assert (refused["reply"]["errors"], refused["reason"]) == (
        {"userId": ["The user id field is required."]},
        "The user id field is required.",
    )
    assert missing["reason"] == "Model not found"
    assert "event: start\n" in streamed["reply_text"]
    assert streamed["reply_text"].endswith("\n\n")


def test_a_long_reply_is_cut_and_marked(api: ApiClient) -> None:
    api.mock.script("é" * 20_000)
    reply = api.chat(maxTokens=60_000)
    (entry,) = api.mock.requests()
    assert (entry["reply_cut"], entry["reply_bytes"]) == (True, len(reply.content))
    assert reply.text.startswith(entry["reply_text"])
    assert 16_000 < len(entry["reply_text"].encode()) <= 16_384


def test_its_bytes_are_counted_with_the_replies_and_never_drift() -> None:
    found, names = Journal(), ["a", "b", None]
    for number in range(5000):
        one = entry(names[number % 3], number % 3000, body=b"x" * (number % 9000))
        found.add(one)
        if number % 7 == 0:
            found.clear(names[number % 2])
        one.set_reply(b"y" * (number % 20_000))
        found.replied(one)
        organisations = found._by_organisation.values()
        assert found._bytes == sum(kept.bytes for kept in organisations)
    assert found._bytes == sum(one.size for kept in organisations for one in kept.entries)
