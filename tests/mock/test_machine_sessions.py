"""Sessions under requests in any order: expiry by the clock, extension, messages, lists."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from tests.mock.support.client import MODEL, chat_body, ok
from tests.mock.support.direct import DirectMock
from tests.mock.support.machines import Machine, hold, notices

from quant_ai_mock.engine import session_records
from quant_ai_mock.state.kinds import SESSION

USERS = st.sampled_from(["ada", "bob"])
GROUPS = st.sampled_from([None, "support", "sales"])
WORDS = st.sampled_from(["Hello", "And now?", "Thank you"])
PLACES = st.integers(0, 50)


class Sessions(Machine):
    """The model: every session that was created."""

    def lives(self, thing: dict[str, Any]) -> bool:
        return not thing["deleted"] and thing["expires"] > self.now

    @precondition(Machine.has_room)
    @rule(user=USERS, group=GROUPS, minutes=st.none() | st.integers(5, 1440), first=st.none() | WORDS)
    def create(self, user: str, group: str | None, minutes: int | None, first: str | None) -> None:
        messages = [] if first is None else [{"role": "user", "content": first}]
        body = {"userId": user, "sessionGroup": group, "expirationMinutes": minutes, "initialMessages": messages}
        made = ok(self.api.post("/sessions", {key: value for key, value in body.items() if value is not None}), 201)
        expires = self.now + 60 * (minutes or 60)
        assert made["expiresAt"] == stamp(expires)
        model = {"id": made["sessionId"], "user": user, "group": group, "expires": expires, "messages": messages}
        self.things.append({**model, "status": "active", "tokens": 0, "model": None, "deleted": False})

    @precondition(Machine.has_things)
    @rule(place=PLACES, text=WORDS, tokens=st.integers(0, 1000), status=st.sampled_from([None, "active", "completed"]))
    def update(self, place: int, text: str, tokens: int, status: str | None) -> None:
        session = self.pick(place)
        message = {"role": "assistant", "content": text}
        body = {"newMessages": [message], "tokensUsed": tokens, **({"status": status} if status else {})}
        reply = self.api.put(f"/sessions/{session['id']}", body)
        if not self.lives(session):
            ok(reply, 404)
            return
        session["messages"] = [*session["messages"], message]
        session["tokens"] += tokens
        session["status"] = status or session["status"]
        found = ok(reply)
        assert (found["totalMessages"], found["totalTokens"]) == (len(session["messages"]), session["tokens"])
        assert found["status"] == session["status"]

    @precondition(Machine.has_things)
    @rule(place=PLACES, text=WORDS)
    def chat(self, place: int, text: str) -> None:
        session = self.pick(place)
        reply = self.api.post("/chat", chat_body(text, sessionId=session["id"]))
        if not self.lives(session):
            ok(reply, 404)
            return
        found = ok(reply)
        said = {"role": "assistant", "content": found["response"]["content"]}
        session["messages"] = [*session["messages"], {"role": "user", "content": text}, said]
        session["tokens"] += found["usage"]["totalTokens"]
        session["model"] = MODEL

    @precondition(Machine.has_things)
    @rule(place=PLACES, minutes=st.none() | st.integers(1, 1440))
    def extend(self, place: int, minutes: int | None) -> None:
        session = self.pick(place)
        reply = self.api.put(
            f"/sessions/{session['id']}/extend", None if minutes is None else {"additionalMinutes": minutes}
        )
        if not self.lives(session):
            ok(reply, 404)
            return
        session["expires"] += 60 * (minutes or 60)
        assert ok(reply)["expiresAt"] == stamp(session["expires"])

    @precondition(Machine.has_things)
    @rule(place=PLACES)
    def delete(self, place: int) -> None:
        session = self.pick(place)
        ok(self.api.delete(f"/sessions/{session['id']}"), 200 if self.lives(session) else 404)
        session["deleted"] = True

    @rule(minutes=st.sampled_from([1, 5, 59, 60, 1439]))
    def wait(self, minutes: int) -> None:
        self.move_on(60 * minutes)

    @precondition(Machine.has_things)
    @rule(place=PLACES)
    def wait_until_the_last_second(self, place: int) -> None:
        """Expiry is exact: a second before, the session still exists."""
        session = self.pick(place)
        if self.lives(session) and session["expires"] - self.now > 1:
            self.move_on(session["expires"] - self.now - 1)
            ok(self.api.get(f"/sessions/{session['id']}"))
            self.move_on(1)
            ok(self.api.get(f"/sessions/{session['id']}"), 404)

    @rule(user=st.none() | USERS, group=GROUPS, model=st.sampled_from([None, MODEL]), limit=st.integers(1, 4))
    def page_through(self, user: str | None, group: str | None, model: str | None, limit: int) -> None:
        wanted = {"user": user, "group": group, "model": model}
        expected = [
            session["id"]
            for session in reversed(self.things)
            if self.lives(session)
            and session["status"] == "active"
            and all(value is None or session[key] == value for key, value in wanted.items())
        ]
        query = {"userId": user, "sessionGroup": group, "model": model}
        given = {key: value for key, value in query.items() if value is not None}
        found: list[str] = []
        for offset in range(0, len(expected) + limit, limit):
            page = ok(self.api.get("/sessions", limit=limit, offset=offset, **given))
            assert len(page) <= limit
            found += [session["id"] for session in page]
        assert found == expected

    @invariant()
    def what_is_there_is_what_was_said(self) -> None:
        for session in self.in_reach():
            reply = self.api.get(f"/sessions/{session['id']}")
            if self.lives(session):
                found = ok(reply)
                assert found["messages"] == session["messages"]
                assert found.get("model") == session["model"]
            else:
                ok(reply, 404)


def stamp(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def test_sessions_do_what_the_model_says(direct: DirectMock) -> None:
    hold(Sessions, direct)


def test_the_machine_notices_a_session_that_outlives_its_time(
    direct: DirectMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = session_records.find
    monkeypatch.setattr(
        session_records, "find", lambda context, own_id: context.store.get(SESSION, own_id) or find(context, own_id)
    )
    notices(Sessions, direct)


def test_the_machine_notices_a_turn_that_is_forgotten(direct: DirectMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_records, "append", lambda *_: None)
    notices(Sessions, direct)
