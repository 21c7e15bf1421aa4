"""Sessions as they are stored: create one, find it, and append turns to it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..document.defaults import MAX_INTEGER
from ..document.refusal import not_found
from ..state.kinds import SESSION
from ..state.marks import field_marks
from ..state.request_context import RequestContext
from .history import History, add_messages, kind, user_texts
from .turns import Prompt, Turn

FILTERS = ("userId", "sessionGroup", "model")  # fields that lists are filtered by
SLIDING = 60 * 60  # seconds without use after which an agent's session expires


def create(
    context: RequestContext,
    *,
    user: str,
    group: str | None = None,
    metadata: dict[str, Any] | None = None,
    messages: list[dict[str, Any]] | None = None,
    seconds: float = SLIDING,
    sliding: bool = False,
) -> dict[str, Any]:
    """Create a session. The expiry of a sliding one moves on with each use."""
    session_id = context.new_uuid("session")
    session: dict[str, Any] = {
        "id": session_id,
        "status": "active",
        "userId": user,
        "sessionGroup": group,
        "metadata": metadata or {},
        "history": asdict(History(session_id)),
        "tokens": 0,
        "model": None,
        "title": None,
        "created": context.now,
        "updated": context.now,
        "expires": context.now + seconds,
        "sliding": sliding,
    }
    _append(context, session, messages or [])
    save(context, session)
    return session


def find(context: RequestContext, id: str) -> dict[str, Any]:
    """The session with an id.

    Raises:
        Refusal: 404; there is none, or it has expired.
    """
    session = context.store.get(SESSION, id)
    if session is None or session["expires"] <= context.now:
        raise not_found("Session", sessionId=id)
    return session


def append(
    context: RequestContext, session: dict[str, Any], messages: list[dict[str, Any]], model: str, tokens: int
) -> None:
    """Append messages, with the model and the tokens that they took."""
    _append(context, session, messages)
    session["tokens"] += tokens
    session["model"] = model
    session["updated"] = context.now
    if session["sliding"]:
        session["expires"] = max(session["expires"], context.now + SLIDING)
    save(context, session)


def append_turn(context: RequestContext, session: dict[str, Any] | None, turn: Turn, prompt: Prompt) -> None:
    """Append a turn to its session, if it has one, unless a filter withheld the answer."""
    if session is not None and not turn.withheld:
        append(context, session, [*prompt.messages, turn.history], prompt.model.id, turn.usage["totalTokens"])


def history(session: dict[str, Any] | None) -> History:
    """What was said in a session so far."""
    return History(**session["history"]) if session is not None else History()


def update(
    context: RequestContext,
    session: dict[str, Any],
    messages: list[dict[str, Any]],
    tokens: int,
    changes: dict[str, Any],
) -> None:
    """Append messages and change other fields, as a caller says."""
    _append(context, session, messages)
    session["tokens"] = min(session["tokens"] + tokens, MAX_INTEGER)
    session |= {**changes, "updated": context.now}
    save(context, session)


def save(context: RequestContext, session: dict[str, Any]) -> None:
    """Store a session. Lists show it as long as it is active and has not expired."""
    listed = session["expires"] if session["status"] == "active" else 0
    marks = field_marks(session, *FILTERS)
    context.store.put(SESSION, session["id"], session, marks=marks, until=listed)


def delete(context: RequestContext, session_id: str) -> None:
    """Delete a session with its messages."""
    context.store.clear(kind(session_id))
    context.store.delete(SESSION, session_id)


def _append(context: RequestContext, session: dict[str, Any], messages: list[dict[str, Any]]) -> None:
    """Store new messages. The title of a session is the first text of its user."""
    before = history(session)
    add_messages(context, session["id"], before.count, messages)
    session["history"] = asdict(before.followed_by(messages))
    if session["title"] is None:
        session["title"] = next((text[:60] for text in user_texts(messages)), None)
