"""Sessions as they are stored: opened, found, and continued by the turns that a model has answered."""

from __future__ import annotations

from typing import Any

from ..document.refusal import not_found
from ..state.kinds import SESSION
from ..state.request_context import RequestContext
from ..synthetic.wording import text_of
from .turns import Prompt, Turn

SLIDING = 60 * 60  # seconds of inactivity that an agent's session outlives


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
    """Open a session. A sliding one lives on while it is used."""
    session: dict[str, Any] = {
        "id": context.new_uuid("session"),
        "status": "active",
        "userId": user,
        "sessionGroup": group,
        "metadata": metadata or {},
        "messages": messages or [],
        "tokens": 0,
        "model": None,
        "title": None,
        "created": context.now,
        "updated": context.now,
        "expires": context.now + seconds,
        "sliding": sliding,
    }
    save(context, session)
    return session


def find(context: RequestContext, id: str) -> dict[str, Any]:
    """The living session with an id.

    Raises:
        Refusal: 404; there never was one, or its time is over.
    """
    session = context.store.get(SESSION, id)
    if session is None or session["expires"] <= context.now:
        raise not_found("Session", sessionId=id)
    return session


def append(
    context: RequestContext, session: dict[str, Any], messages: list[dict[str, Any]], model: str, tokens: int
) -> None:
    """Add a turn that a model has answered."""
    session["messages"] += messages
    session["tokens"] += tokens
    session["model"] = model
    session["updated"] = context.now
    if session["sliding"]:
        session["expires"] = max(session["expires"], context.now + SLIDING)
    save(context, session)


def remember(context: RequestContext, session: dict[str, Any] | None, turn: Turn, prompt: Prompt) -> None:
    """Add the turn to its session, if it has one; what a filter withheld is not kept."""
    if session is not None and not turn.withheld:
        new = prompt.messages[len(session["messages"]) :]
        append(context, session, [*new, turn.history], prompt.model.id, turn.usage["totalTokens"])


def save(context: RequestContext, session: dict[str, Any]) -> None:
    """Store a session. It is called after the first thing that its user said."""
    if session["title"] is None:
        said = (text_of(message["content"]) for message in session["messages"] if message["role"] == "user")
        session["title"] = next((text[:60] for text in said if text), None)
    context.store.put(SESSION, session["id"], session)
