"""Sessions: their expiry, the filters of the list, and the messages that are added."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from tests.mock.support.client import MODEL, ApiClient, ok


def create(api: ApiClient, user: str = "ada", **fields: Any) -> Any:
    return ok(api.post("/sessions", {"userId": user, **fields}), 201)


def at(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


def test_a_session_expires_after_an_hour_by_default(api: ApiClient) -> None:
    api.mock.freeze()
    hour, short = create(api), create(api, expirationMinutes=5)
    assert at(hour["expiresAt"]) - at(hour["createdAt"]) == 3600
    assert at(short["expiresAt"]) - at(short["createdAt"]) == 300
    api.mock.advance(300)
    assert ok(api.get(f"/sessions/{short['sessionId']}"), 404)["sessionId"] == short["sessionId"]
    assert api.get(f"/sessions/{hour['sessionId']}").status_code == 200
    assert [found["id"] for found in ok(api.get("/sessions"))] == [hour["sessionId"]]


def test_extending_adds_to_the_time_that_is_left(api: ApiClient) -> None:
    api.mock.freeze()
    session = create(api)
    first = ok(api.put(f"/sessions/{session['sessionId']}/extend"))
    assert first["message"] == "Session extended by 60 minutes"
    second = ok(api.put(f"/sessions/{session['sessionId']}/extend", {"additionalMinutes": 30}))
    assert at(second["expiresAt"]) - at(session["createdAt"]) == (60 + 60 + 30) * 60
    api.mock.advance(149 * 60)
    assert api.get(f"/sessions/{session['sessionId']}").status_code == 200
    api.mock.advance(60)
    assert api.put(f"/sessions/{session['sessionId']}/extend").status_code == 404


def test_an_update_appends_and_counts(api: ApiClient) -> None:
    session = create(api, initialMessages=[{"role": "system", "content": "Be kind."}])["sessionId"]
    turn = [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]
    updated = ok(api.put(f"/sessions/{session}", {"newMessages": turn, "tokensUsed": 12}))
    assert (updated["totalMessages"], updated["totalTokens"], updated["status"]) == (3, 12, "active")
    ok(api.put(f"/sessions/{session}", {"tokensUsed": 8}))
    assert ok(api.put(f"/sessions/{session}", {}))["totalTokens"] == 20
    assert [found["content"] for found in ok(api.get(f"/sessions/{session}"))["messages"]] == [
        "Be kind.",
        "Hello",
        "Hi",
    ]


def test_both_spellings_of_the_keys_are_there(api: ApiClient) -> None:
    session = create(api, initialMessages=[{"role": "user", "content": "Trees of Tasmania"}])["sessionId"]
    found = ok(api.get(f"/sessions/{session}"))
    assert found["id"] == found["sessionId"] == session
    assert found["created_at"] == found["createdAt"]
    assert found["title"] == "Trees of Tasmania"


def test_a_completed_session_leaves_the_list_and_can_come_back(api: ApiClient) -> None:
    session = create(api)["sessionId"]
    assert ok(api.put(f"/sessions/{session}", {"status": "completed"}))["status"] == "completed"
    assert ok(api.get("/sessions")) == []
    assert api.get(f"/sessions/{session}").status_code == 200
    ok(api.put(f"/sessions/{session}", {"status": "active"}))
    assert len(ok(api.get("/sessions"))) == 1


def test_filters_combine(api: ApiClient) -> None:
    wanted = create(api, "ada", sessionGroup="help")["sessionId"]
    create(api, "ada", sessionGroup="other")
    create(api, "bob", sessionGroup="help")
    found = ok(api.get("/sessions", userId="ada", sessionGroup="help"))
    assert [session["id"] for session in found] == [wanted]
    ok(api.chat(sessionId=wanted))
    assert [session["id"] for session in ok(api.get("/sessions", model=MODEL))] == [wanted]


def test_pages_are_cut_by_limit_and_offset_newest_first(api: ApiClient) -> None:
    ids = [create(api)["sessionId"] for _ in range(5)]
    pages = [ok(api.get("/sessions", limit=2, offset=offset)) for offset in (0, 2, 4, 6)]
    assert [[session["id"] for session in page] for page in pages] == [ids[4:2:-1], ids[2:0:-1], ids[:1], []]


def test_a_deleted_session_is_gone(api: ApiClient) -> None:
    session = create(api)["sessionId"]
    assert "message" in ok(api.delete(f"/sessions/{session}"))
    assert [call(f"/sessions/{session}").status_code for call in (api.get, api.delete)] == [404, 404]


@pytest.mark.parametrize("minutes", [4, 1441, "60"])
def test_a_life_outside_the_bounds_is_refused(api: ApiClient, minutes: Any) -> None:
    assert list(ok(api.post("/sessions", {"userId": "a", "expirationMinutes": minutes}), 422)["errors"]) == [
        "expirationMinutes"
    ]


def test_an_agents_session_lives_on_while_it_is_used(api: ApiClient) -> None:
    api.mock.freeze()
    first = ok(api.post("/agents/quantgov-code/chat", {"message": "Hi", "userId": "ada"}))
    for _ in range(3):
        api.mock.advance(59 * 60)
        ok(api.post("/agents/quantgov-code/chat", {"message": "Still here", "sessionId": first["sessionId"]}))
    api.mock.advance(61 * 60)
    late = api.post("/agents/quantgov-code/chat", {"message": "Late", "sessionId": first["sessionId"]})
    assert late.status_code == 404
