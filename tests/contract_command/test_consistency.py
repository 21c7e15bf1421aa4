"""Judges of several exchanges: what one reply says must agree with what others say."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from tests.contract.support.loaded_spec import contract

from quant_ai_contract import Exchange, Finding, check
from quant_ai_contract.consistency import Consistency
from quant_ai_contract.consistency.recent import Recent

BASE = "/api/v3/organisations/{org}/ai"
JSON = {"content-type": "application/json", "x-request-id": "r-1"}
ID = "5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11"
OTHER_ID = "0d9b6c7e-2f41-4b8a-8f3e-6a5c4b3d2e10"
TOKEN = {"authorization": "Bearer quant-token-of-someone"}


def sent(
    method: str,
    path: str,
    status: int,
    reply: Any = None,
    body: Any = None,
    org: str = "acme",
    headers: dict[str, str] | None = None,
    **more: Any,
) -> Exchange:
    """An exchange with JSON bodies."""
    return Exchange(
        method,
        BASE.format(org=org) + path,
        status,
        {**TOKEN, **({} if body is None else {"content-type": "application/json"})} if headers is None else headers,
        b"" if body is None else json.dumps(body).encode(),
        JSON,
        b"" if reply is None else json.dumps(reply).encode(),
        **more,
    )


def judged(exchanges: Sequence[Exchange], **options: Any) -> list[Finding]:
    """What the exchanges disagree about."""
    consistency = Consistency(contract(), **options)
    found = []
    for exchange in exchanges:
        verdict = check(contract(), exchange)
        found += consistency.judge(verdict).findings[len(verdict.findings) :]
    return found


def rules(exchanges: Sequence[Exchange], **options: Any) -> list[str]:
    """The names of what they disagree about; those of notes in brackets."""
    return [f"({one.rule})" if one.note else one.rule for one in judged(exchanges, **options)]


def session(identity: str = ID, **fields: Any) -> dict[str, Any]:
    return {"sessionId": identity, "status": "active", "createdAt": "2026-06-12T09:30:00Z", **fields}


CREATE = sent("POST", "/sessions", 201, session(), {"userId": "ada"})
READ = sent("GET", f"/sessions/{ID}", 200, session())
MISSING = sent("GET", f"/sessions/{ID}", 404, {"message": "no"})
DELETE = sent("DELETE", f"/sessions/{ID}", 200, {"message": "deleted"})
LISTED = sent("GET", "/sessions", 200, [{"id": ID, "title": "t"}])


@pytest.mark.parametrize(
    ("exchanges", "expected"),
    [
        ([CREATE, READ, LISTED, DELETE, MISSING], []),
        ([CREATE, MISSING], ["lost"]),
        ([CREATE, READ, MISSING], ["(lost)"]),
        ([READ, MISSING], ["(lost)"]),
        ([READ, MISSING, MISSING, READ], ["(lost)", "flickers"]),
        ([CREATE, DELETE, READ], ["undead"]),
        ([CREATE, DELETE, LISTED], ["undead"]),
        ([READ, DELETE, READ], ["undead"]),
        ([READ, DELETE, LISTED], ["(undead)"]),
        ([READ, DELETE, sent("GET", f"/sessions/{ID}", 200, session(title="new"))], ["(undead)"]),
        ([CREATE, DELETE, CREATE, READ], []),
        ([CREATE, sent("GET", f"/sessions/{ID}", 200, session(), org="other")], ["leak"]),
        ([CREATE, sent("GET", "/sessions", 200, [{"id": ID}], org="other")], ["leak"]),
        ([CREATE, sent("PUT", f"/sessions/{ID}/extend", 200, {}, {}, org="other")], ["leak"]),
        ([READ, sent("GET", f"/sessions/{ID}", 200, session(), org="other")], []),
        ([sent("GET", "/models", 200, {"models": []}), sent("GET", "/models", 404, {"message": "no"})], ["lost"]),
        ([CREATE, sent("GET", f"/sessions/{OTHER_ID}", 404, {"message": "no"})], []),
    ],
)
def test_what_was_created_is_there_and_what_was_deleted_is_not(exchanges: list[Exchange], expected: list[str]) -> None:
    assert rules(exchanges) == expected


def test_what_was_sent_beside_a_deletion_says_nothing_about_it() -> None:
    deletion = sent("DELETE", f"/sessions/{ID}", 200, {"message": "deleted"}, started=10.0, ended=12.0)
    beside = sent("GET", f"/sessions/{ID}", 200, session(), started=11.0, ended=13.0)
    after = sent("GET", f"/sessions/{ID}", 200, session(), started=12.5, ended=13.0)
    assert rules([CREATE, deletion, beside]) == []
    assert rules([CREATE, deletion, after]) == ["undead"]


def test_a_file_that_is_yet_to_be_uploaded_is_not_lost() -> None:
    upload = {"fileId": ID, "uploadUrl": f"https://storage.example/{ID}?X-Amz-Signature=1"}
    create = sent("POST", "/files", 201, upload, {"requestUploadUrl": True})
    assert rules([create, sent("GET", f"/files/{ID}", 404, {"message": "no"})]) == []


def test_a_stub_need_not_remember_what_it_is_sent() -> None:
    assert rules([CREATE, MISSING], remembers=False) == ["(lost)"]


def test_an_example_that_was_asked_for_is_no_state() -> None:
    asked = sent("GET", f"/sessions/{ID}", 404, {"message": "no"}, headers={**TOKEN, "prefer": "code=404"})
    assert rules([CREATE, asked]) == []


TOOL = {
    "name": "order_status",
    "description": "Tells where an order is.",
    "edgeFunctionCode": "x",
    "inputSchema": {"type": "object"},
}


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ({**TOOL}, []),
        ({**TOOL, "description": " Tells where an ORDER is. "}, []),
        ({**TOOL, "description": "Something else"}, ["sent-field"]),
        ({**TOOL, "description": None}, ["sent-field"]),
        ({"tool": {**TOOL, "description": "Something else"}}, ["sent-field"]),
        ({"success": True}, []),
        ({**TOOL, "inputSchema": {"type": "object", "title": "added"}}, []),
        ({**TOOL, "inputSchema": {}}, ["sent-field"]),
    ],
)
def test_the_fields_of_a_request_come_back(reply: dict[str, Any], expected: list[str]) -> None:
    assert rules([sent("POST", "/custom-tools", 201, reply, TOOL)]) == expected


def test_the_fields_of_a_request_come_back_when_the_resource_is_read() -> None:
    create = sent("POST", "/sessions", 201, session(), {"userId": "ada", "sessionGroup": "help"})
    wrong = sent("GET", f"/sessions/{ID}", 200, session(userId="grace", sessionGroup="help"))
    assert rules([create, wrong]) == ["sent-field"]
    assert rules([create, sent("GET", f"/sessions/{ID}", 200, session(userId="ada")), wrong]) == []


def page(query: str, *ids: str) -> Exchange:
    return sent("GET", f"/sessions{query}", 200, [{"id": one} for one in ids])


@pytest.mark.parametrize(
    ("exchanges", "expected"),
    [
        ([page("?limit=1", ID)], []),
        ([page("?limit=1", ID, OTHER_ID)], ["limit"]),
        ([page("?limit=1", ID), page("?limit=1&offset=1", OTHER_ID)], []),
        ([page("?limit=1", ID), page("?limit=1&offset=1", ID)], ["(page)"]),
        ([page("?limit=1", ID), page("?limit=1&offset=1", ID), page("?limit=1&offset=2", ID)], ["(page)", "page"]),
        ([page("?limit=2", ID, OTHER_ID), page("?limit=2&offset=2", ID, OTHER_ID)], ["page"]),
        ([page("?limit=1", ID), CREATE, page("?limit=1&offset=1", ID)], []),
        ([page("?limit=2"), page("?limit=2&offset=2")], []),
        ([CREATE, page("?userId=ada", ID)], []),
        ([CREATE, page("?userId=grace", ID)], ["filter"]),
    ],
)
def test_lists_keep_to_their_limits_pages_and_filters(exchanges: list[Exchange], expected: list[str]) -> None:
    assert rules(exchanges) == expected


def test_a_filter_lists_what_has_its_value() -> None:
    tasks = {"tasks": [{"taskId": ID, "title": "t", "status": "pending", "createdAt": "2026-06-12T09:30:00Z"}]}
    assert rules([sent("GET", "/tasks?status=pending", 200, tasks)]) == []
    assert rules([sent("GET", "/tasks?status=completed", 200, tasks)]) == ["filter"]


LISTS = ("/models", "/agents", "/tools", "/skills", "/files", "/tasks", "/slack-bots")


def with_token(path: str, status: int, token: str, org: str = "acme") -> Exchange:
    return sent("GET", path, status, {}, headers={"authorization": token}, org=org)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([401, 401, 401, 401], []),
        ([401, 401, 200, 401], ["token"]),
        ([200, 401, 401, 401], ["token"]),
        ([200, 200, 401, 401, 401], []),  # it expired
        ([200, 401, 401], []),
        ([403, 403, 403, 200, 403, 403], ["token"]),
        ([403, 403, 200, 403], []),  # a role that may read some of them
    ],
)
def test_a_token_is_good_for_all_operations_or_for_none(statuses: list[int], expected: list[str]) -> None:
    exchanges = [with_token(path, status, "Bearer not-a-token") for path, status in zip(LISTS, statuses, strict=False)]
    assert rules(exchanges) == expected


@pytest.mark.parametrize("token", ["Bearer REDACTED", "Bearer ***", "<token>"])
def test_tokens_that_were_taken_out_are_not_compared(token: str) -> None:
    statuses = (401, 401, 200, 401)
    assert rules([with_token(path, status, token) for path, status in zip(LISTS, statuses, strict=False)]) == []


def test_no_operation_needs_no_token() -> None:
    bare = sent("GET", "/agents", 200, {}, headers={"accept": "application/json"})
    assert rules([with_token("/models", 200, "Bearer good-token"), bare]) == ["token"]
    assert rules([bare]) == []  # browsers leave it out of what they export


def respelt(exchange: Exchange) -> Exchange:
    return replace(exchange, url=exchange.url.replace("/organisations/", "/organizations/"))


def test_both_spellings_are_one_path() -> None:
    chat, unknown = sent("POST", "/chat", 200, {}, {}), sent("POST", "/chat", 404, {}, {})
    assert rules([chat, respelt(chat)]) == []
    assert rules([chat, respelt(unknown)]) == ["spelling"]
    assert rules([respelt(chat), unknown]) == ["spelling"]
    assert rules([chat, unknown]) == []
    assert rules([READ, respelt(MISSING)]) == ["spelling", "(lost)"]
    assert rules([READ, DELETE, respelt(MISSING)]) == []


def test_a_parameter_that_a_reply_repeats_is_the_one_that_was_sent() -> None:
    assert rules([sent("GET", "/usage?groupBy=model", 200, {"groupBy": "model"})]) == []
    assert rules([sent("GET", "/usage?groupBy=model", 200, {"groupBy": "user"})]) == ["filter"]


def test_settings_are_reset_and_not_deleted() -> None:
    overlay = "/agents/helper/overlay"
    reset = [sent("GET", overlay, 200, {}), sent("DELETE", overlay, 200, {}), sent("GET", overlay, 200, {})]
    assert rules(reset) == []


def test_what_can_be_used_once_is_not_used_twice() -> None:
    results = {"callbackId": "cb-1", "toolResults": [{"toolUseId": "t-1", "result": "ok"}]}
    first = sent("POST", "/chat/callback", 200, {}, results)
    assert rules([first, first]) == ["once"]
    assert rules([first, sent("POST", "/chat/callback", 404, {}, results)]) == []


def test_a_header_that_other_operations_have_is_missing() -> None:
    bare = Exchange("GET", BASE.format(org="acme") + "/agents", 200, TOKEN, b"", {"content-type": JSON["content-type"]})
    others = [sent("GET", path, 200, {}) for path in LISTS if path != "/agents"]
    assert rules([*others, bare, bare]) == ["missing-header"]
    assert rules([bare, *others, bare]) == ["missing-header"]
    assert rules([bare]) == []


def test_a_method_that_is_not_there_is_405_at_all_paths() -> None:
    allowed = [sent("PATCH", path, 405, {}) for path in LISTS[:4]]
    hidden = sent("PATCH", "/tasks", 404, {})
    assert rules([*allowed, hidden]) == ["odd-status"]
    assert rules([hidden, *allowed, hidden]) == ["odd-status"]
    assert rules([sent("PATCH", path, 404, {}) for path in LISTS]) == []
    assert rules([*allowed, *(sent("PATCH", path, 404, {}) for path in LISTS[4:])]) == ["odd-status"]


def test_the_same_fault_has_the_same_status() -> None:
    bodies = [("/sessions", {}), ("/agents", {}), ("/tasks", {}), ("/chat", {})]
    invalid = [sent("POST", path, 422, {}, body) for path, body in bodies]
    assert rules(invalid) == []
    assert rules([*invalid[:3], sent("POST", "/chat", 400, {}, {})]) == ["odd-status"]
    assert rules([*invalid[:3], sent("POST", "/chat", 404, {}, {})]) == []  # that is another fault
    title = {"title": ""}
    breaks, unknown = (sent("PUT", f"/tasks/{ID}", status, {}, title) for status in (422, 404))
    assert check(contract(), breaks).errors
    assert rules([breaks, unknown]) == ["odd-status"]
    assert rules([unknown, unknown]) == []
    refused = [with_token(path, 401, "Bearer not-a-token") for path in LISTS[:4]]
    assert rules([*refused, with_token(LISTS[4], 403, "Bearer not-a-token")]) == ["odd-status"]
    bare = {"accept": "application/json"}
    without = [sent("GET", path, 401, {}, headers=bare) for path in LISTS[:4]]
    assert rules([*without, sent("GET", LISTS[4], 403, {}, headers=bare)]) == ["odd-status"]


def stream(*events: str, pieces: int | None = None) -> Exchange:
    body = "".join(f"{event}\n\n" for event in events).encode()
    headers = {"content-type": "text/event-stream", "x-request-id": "r-1"}
    url = BASE.format(org="acme") + "/chat/stream"
    return Exchange("POST", url, 200, TOKEN, b"{}", headers, body, reply_pieces=pieces)


def event(name: str, number: int | None = None, **data: Any) -> str:
    mark = f"id: chunk-{number}\n" if number is not None else ""
    return f"{mark}event: {name}\ndata: {json.dumps(data)}"


START = event("start", 0, requestId="r")
ONE, TWO = event("content", 1, delta="Good ", complete=False), event("content", 2, delta="day", complete=False)
DONE = event("done", 3, complete=True, response={"role": "assistant", "content": "Good day"})


@pytest.mark.parametrize(
    ("exchange", "expected"),
    [
        (stream(START, ONE, TWO, DONE, pieces=4), []),
        (stream(START, ONE, TWO, DONE), []),
        (stream(START, ONE, TWO, DONE, pieces=1), ["one-piece"]),
        (stream(START, DONE, pieces=1), ["(event-id)", "stream-text"]),
        (stream(START, ONE, ONE, TWO, DONE, pieces=5), ["event-id", "stream-text"]),
        (stream(START, TWO, DONE, pieces=3), ["(event-id)", "stream-text"]),
    ],
)
def test_the_events_of_a_stream_add_up(exchange: Exchange, expected: list[str]) -> None:
    assert rules([exchange]) == expected


def test_a_long_recording_is_not_kept() -> None:
    recent = Recent[int, str](3)
    for number in range(5):
        recent[number] = "old"
        recent.setdefault(number, "new")
    recent.setdefault(7, "new")
    assert recent == {3: "old", 4: "old", 7: "new"}


def test_what_grows_with_a_recording_is_bounded() -> None:
    consistency = Consistency(contract())
    kept = {
        f"{type(judge).__name__}.{name}": value for judge in consistency._kept for name, value in vars(judge).items()
    }
    unbounded = [name for name, value in kept.items() if isinstance(value, dict) and not isinstance(value, Recent)]
    assert not unbounded


def test_an_empty_value_leaves_the_choice_to_the_service() -> None:
    named = {**TOOL, "description": ""}
    assert rules([sent("POST", "/custom-tools", 201, {**TOOL, "description": "Untitled"}, named)]) == []


def test_a_service_may_count_for_itself() -> None:
    file = {"filename": "a.md", "contentType": "text/markdown", "size": 5000}
    assert rules([sent("POST", "/files", 201, {"fileId": ID, **file, "size": 35}, file)]) == ["(sent-field)"]


def test_the_default_in_place_of_a_number_is_a_field_that_was_lost() -> None:
    sent_fields = {"name": "handbook", "dimensions": 256}
    reply = {"collectionId": ID, "name": "handbook", "dimensions": 1024}
    assert rules([sent("POST", "/vector-db/collections", 201, reply, sent_fields)]) == ["sent-field"]
