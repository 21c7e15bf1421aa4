"""Sessions: conversations that the service remembers, each with a time to live."""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..defaults import LARGEST
from ..paging import page
from ..refusal import not_found
from ..words import text_of
from ..world import Call

KIND = "session"
SLIDING = 60 * 60  # seconds of inactivity that an agent's session outlives


def sessions_list(call: Call) -> Any:
    wanted = {"userId": "userId", "sessionGroup": "sessionGroup", "model": "model"}
    live = [
        session
        for session in call.shelf.all(KIND, newest_first=True)
        if session["expires"] > call.now
        and session["status"] == "active"
        and all(session.get(key) == call.query[name] for name, key in wanted.items() if name in call.query)
    ]
    return page(call, [_summary(session) for session in live])


def sessions_create(call: Call) -> dict[str, Any]:
    body = call.body
    session = create(
        call,
        user=body["userId"],
        group=body.get("sessionGroup"),
        metadata=body.get("metadata", {}),
        messages=body.get("initialMessages", []),
        seconds=body["expirationMinutes"] * 60,
    )
    return {
        "sessionId": session["id"],
        "status": session["status"],
        "expiresAt": iso(session["expires"]),
        "createdAt": iso(session["created"]),
    }


def sessions_get(call: Call) -> dict[str, Any]:
    session = find(call, call.path["sessionId"])
    return _summary(session) | {"messages": session["messages"], "metadata": session["metadata"]}


def sessions_update(call: Call) -> dict[str, Any]:
    session = find(call, call.path["sessionId"])
    body = call.body
    session["messages"] += body.get("newMessages", [])
    session["tokens"] = min(session["tokens"] + body.get("tokensUsed", 0), LARGEST)
    session["status"] = body.get("status", session["status"])
    session["metadata"] = body.get("metadata", session["metadata"])
    session["updated"] = call.now
    _name(session)
    call.shelf.put(KIND, session["id"], session)
    return {
        "sessionId": session["id"],
        "status": session["status"],
        "totalMessages": len(session["messages"]),
        "totalTokens": session["tokens"],
        "updatedAt": call.iso_now,
    }


def sessions_extend(call: Call) -> dict[str, Any]:
    session = find(call, call.path["sessionId"])
    minutes = call.body["additionalMinutes"]
    session["expires"] += minutes * 60
    call.shelf.put(KIND, session["id"], session)
    return {
        "sessionId": session["id"],
        "expiresAt": iso(session["expires"]),
        "message": f"Session extended by {minutes} minutes",
    }


def sessions_delete(call: Call) -> dict[str, Any]:
    find(call, call.path["sessionId"])
    call.shelf.delete(KIND, call.path["sessionId"])
    return {"message": "Session deleted"}


def create(
    call: Call,
    *,
    user: str,
    group: str | None = None,
    metadata: dict[str, Any] | None = None,
    messages: list[dict[str, Any]] | None = None,
    seconds: float = SLIDING,
    sliding: bool = False,
) -> dict[str, Any]:
    """Open a session. A sliding one lives on while it is used."""
    session: dict[str, Any] = {
        "id": call.new_uuid("session"),
        "status": "active",
        "userId": user,
        "sessionGroup": group,
        "metadata": metadata or {},
        "messages": messages or [],
        "tokens": 0,
        "model": None,
        "title": None,
        "created": call.now,
        "updated": call.now,
        "expires": call.now + seconds,
        "sliding": sliding,
    }
    _name(session)
    call.shelf.put(KIND, session["id"], session)
    return session


def find(call: Call, id: str) -> dict[str, Any]:
    """The living session with an id.

    Raises:
        Refusal: 404; there never was one, or its time is over.
    """
    session = call.shelf.get(KIND, id)
    if session is None or session["expires"] <= call.now:
        raise not_found("Session", sessionId=id)
    return session


def append(call: Call, session: dict[str, Any], messages: list[dict[str, Any]], model: str, tokens: int) -> None:
    """Add a turn that a model has answered."""
    session["messages"] += messages
    session["tokens"] += tokens
    session["model"] = model
    session["updated"] = call.now
    if session["sliding"]:
        session["expires"] = max(session["expires"], call.now + SLIDING)
    _name(session)
    call.shelf.put(KIND, session["id"], session)


def _name(session: dict[str, Any]) -> None:
    """A session is called after the first thing that its user said."""
    if session["title"] is None:
        said = (text_of(message["content"]) for message in session["messages"] if message["role"] == "user")
        session["title"] = next((text[:60] for text in said if text), None)


def _summary(session: dict[str, Any]) -> dict[str, Any]:
    """A session in both spellings of its keys."""
    created, updated = iso(session["created"]), iso(session["updated"])
    found = {
        "id": session["id"],
        "sessionId": session["id"],
        "title": session["title"],
        "model": session["model"],
        "status": session["status"],
        "created_at": created,
        "createdAt": created,
        "updated_at": updated,
        "updatedAt": updated,
        "expiresAt": iso(session["expires"]),
    }
    return {key: value for key, value in found.items() if value is not None}
