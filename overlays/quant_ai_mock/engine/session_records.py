"""Sessions as they are stored: create one, find it, and append turns to it."""

from __future__ import annotations

from typing import Any

from ..document.refusal import not_found
from ..state.kinds import SESSION
from ..state.request_context import RequestContext
from ..synthetic.wording import text_of
from .turns import Prompt, Turn

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
    session["messages"] += messages
    session["tokens"] += tokens
    session["model"] = model
    session["updated"] = context.now
    if session["sliding"]:
        session["expires"] = max(session["expires"], context.now + SLIDING)
    save(context, session)


def append_turn(context: RequestContext, session: dict[str, Any] | None, turn: Turn, prompt: Prompt) -> None:
    """Append a turn to its session, if it has one, unless a filter withheld the answer."""
    if session is not None and not turn.withheld:
        new = prompt.messages[len(session["messages"]) :]
        append(context, session, [*new, turn.history], prompt.model.id, turn.usage["totalTokens"])


def save(context: RequestContext, session: dict[str, Any]) -> None:
    """Store a session. Its title is the first text of its user."""
    if session["title"] is None:
        texts = (text_of(message["content"]) for message in session["messages"] if message["role"] == "user")
        session["title"] = next((text[:60] for text in texts if text), None)
    context.store.put(SESSION, session["id"], session)
