"""Operations that have no handler: they are served from the spec."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.mock.support.client import ApiClient, ok

from quant_ai_mock import running_mock
from quant_ai_mock.document.loading import find, load

NOTE = {
    "type": "object",
    "required": ["noteId", "title", "stars"],
    "properties": {
        "noteId": {"type": "string"},
        "title": {"type": "string", "minLength": 1},
        "stars": {"type": "integer", "minimum": 1, "maximum": 5, "default": 3},
        "createdAt": {"type": "string", "format": "date-time"},
    },
}
REQUEST = {
    "type": "object",
    "required": ["title"],
    "properties": {
        "title": {"type": "string", "minLength": 1},
        "stars": {"type": "integer", "minimum": 1, "maximum": 5, "default": 3},
    },
}
ENVELOPE = {
    "type": "object",
    "required": ["success", "note"],
    "properties": {"success": {"type": "boolean"}, "note": {"$ref": "#/components/schemas/Note"}},
}
LIST = {
    "type": "object",
    "required": ["notes", "hasMore"],
    "properties": {
        "notes": {"type": "array", "items": {"$ref": "#/components/schemas/Note"}},
        "nextCursor": {"type": ["string", "null"]},
        "hasMore": {"type": "boolean"},
    },
}
PAGING = {
    "style": "cursor",
    "in": "query",
    "cursor": "cursor",
    "next": "nextCursor",
    "more": "hasMore",
    "items": "notes",
    "limit": "limit",
}


SHINE = {"type": "object", "required": ["lux"], "properties": {"lux": {"type": "number", "minimum": 7}}}


def _json(schema: Any) -> Any:
    return {"content": {"application/json": {"schema": schema}}}


def _operation(operation_id: str, status: str, schema: Any, body: Any = None, **extra: Any) -> Any:
    found = {
        "operationId": operation_id,
        "tags": ["notes"],
        "responses": {status: {"description": "ok", **(_json(schema) if schema else {})}, **_errors()},
        **extra,
    }
    return found | ({"requestBody": {"required": True, **_json(body)}} if body else {})


def _errors() -> Any:
    error = {"description": "no", **_json({"$ref": "#/components/schemas/Error"})}
    return dict.fromkeys(("404", "422"), error)


def _asked() -> Any:
    """An operation that answers with events if its body says so."""
    body = {"type": "object", "properties": {"live": {"type": "boolean"}}}
    mode = {"method": "stream", "property": "live", "value": True, "status": "200"}
    asked = _operation("notes_ask", "200", SHINE, body, **{"x-modes": [{**mode, "contentType": "text/event-stream"}]})
    examples = {name: {"value": {"event": name, "data": "{}"}} for name in ("dawn", "dusk")}
    asked["responses"]["200"]["content"]["text/event-stream"] = {"examples": examples}
    return asked


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ApiClient]:
    document = copy.deepcopy(load(find()))
    ref = "#/components/schemas/"
    document["components"]["schemas"] |= {
        "Note": NOTE,
        "NoteRequest": REQUEST,
        "NoteEnvelope": ENVELOPE,
        "NoteList": LIST,
    }
    cursor = [
        {"name": "cursor", "in": "query", "schema": {"type": "string"}},
        {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "default": 2}},
        {"name": "stars", "in": "query", "schema": {"type": "integer"}},
    ]
    names = ("NoteRequest", "Note", "NoteEnvelope", "NoteList")
    request, note, envelope, listed = ({"$ref": f"{ref}{name}"} for name in names)
    item = [{"name": "noteId", "in": "path", "required": True, "schema": {"type": "string"}}]
    document["paths"] |= {
        "/notes": {
            "get": _operation("notes_list", "200", listed, parameters=cursor, **{"x-pagination": PAGING}),
            "post": _operation("notes_create", "201", envelope, request),
        },
        "/notes/{noteId}": {
            "parameters": item,
            "get": _operation("notes_get", "200", note),
            "put": _operation("notes_update", "200", envelope, request),
            "delete": _operation("notes_delete", "204", None),
        },
        "/notes/{noteId}/shine": {
            "parameters": item,
            "post": _operation("notes_shine", "200", SHINE),
        },
        "/notes/ask": {"post": _asked()},
        "/sessions/{sessionId}/shine": {
            "parameters": [{**item[0], "name": "sessionId"}],
            "post": _operation("notes_shine_session", "200", SHINE),
        },
    }
    spec: Path = tmp_path_factory.mktemp("spec") / "openapi.yaml"
    spec.write_text(yaml.safe_dump(document))
    with running_mock(spec=spec) as mock, ApiClient(mock.organisation()) as api:
        yield api


def test_a_new_resource_is_created_read_changed_and_deleted(notes: ApiClient) -> None:
    made = ok(notes.post("/notes", {"title": "First"}), 201)
    assert made["success"] is True
    note = made["note"]
    assert (note["title"], note["stars"]) == ("First", 3)
    path = f"/notes/{note['noteId']}"
    assert ok(notes.get(path)) == note
    changed = ok(notes.put(path, {"title": "Second"}))["note"]
    assert changed == note | {"title": "Second"}
    assert notes.delete(path).status_code == 204
    assert [notes.get(path).status_code, notes.delete(path).status_code] == [404, 404]


def test_an_update_keeps_what_it_does_not_name(notes: ApiClient) -> None:
    note = ok(notes.post("/notes", {"title": "Stars", "stars": 5}), 201)["note"]
    assert ok(notes.put(f"/notes/{note['noteId']}", {"title": "Still"}))["note"]["stars"] == 5


def test_a_new_resource_is_listed_page_by_page(notes: ApiClient) -> None:
    notes.mock.reset()
    ids = [ok(notes.post("/notes", {"title": str(n)}), 201)["note"]["noteId"] for n in range(3)]
    first = ok(notes.get("/notes"))
    second = ok(notes.get("/notes", cursor=first["nextCursor"]))
    assert [note["noteId"] for note in first["notes"] + second["notes"]] == ids[::-1]
    assert (first["hasMore"], second["hasMore"], second["nextCursor"]) == (True, False, None)


def test_a_parameter_named_like_a_field_filters_the_list(notes: ApiClient) -> None:
    notes.mock.reset()
    for title, stars in (("a", 1), ("b", 2), ("c", 1)):
        ok(notes.post("/notes", {"title": title, "stars": stars}), 201)
    assert [note["title"] for note in ok(notes.get("/notes", stars=1))["notes"]] == ["c", "a"]
    assert ok(notes.get("/notes", stars=4))["notes"] == []


def test_a_new_resource_is_validated(notes: ApiClient) -> None:
    assert list(ok(notes.post("/notes", {"title": "", "stars": 9}), 422)["errors"]) == ["title", "stars"]


def test_any_other_operation_answers_an_instance_of_its_schema(notes: ApiClient) -> None:
    note = ok(notes.post("/notes", {"title": "Bright"}), 201)["note"]
    assert ok(notes.post(f"/notes/{note['noteId']}/shine")) == {"lux": 7.0}


def test_a_field_of_the_body_selects_events(notes: ApiClient) -> None:
    assert ok(notes.post("/notes/ask", {"live": False})).keys() == {"lux"}
    reply = notes.post("/notes/ask", {"live": True})
    assert reply.headers["content-type"].startswith("text/event-stream")
    assert reply.text == "event: dawn\ndata: {}\n\nevent: dusk\ndata: {}\n\n"


def test_a_fault_is_in_a_short_stream_too(notes: ApiClient) -> None:
    notes.mock.fault(kind="truncate")
    assert notes.post("/notes/ask", {"live": True}).text == "event: dawn\ndata: {}\n\nevent: dusk"


def test_what_a_path_is_in_must_exist(notes: ApiClient) -> None:
    assert ok(notes.post("/notes/x/shine"), 404) == {
        "error": "Note not found",
        "message": "Note x not found",
        "noteId": "x",
    }


def test_what_a_path_is_in_may_have_a_handler(notes: ApiClient) -> None:
    assert ok(notes.post("/sessions/x/shine"), 404)["sessionId"] == "x"
    session = ok(notes.post("/sessions", {"userId": "u"}), 201)["sessionId"]
    assert ok(notes.post(f"/sessions/{session}/shine")) == {"lux": 7.0}


def test_the_other_operations_are_untouched(notes: ApiClient) -> None:
    assert ok(notes.chat())["finishReason"] == "stop"
