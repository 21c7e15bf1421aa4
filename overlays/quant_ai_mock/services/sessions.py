"""Sessions: conversations that the service stores, each with an expiry."""

from __future__ import annotations

from typing import Any

from ..document.defaults import MAX_INTEGER
from ..engine import session_records
from ..state.clock import iso
from ..state.kinds import SESSION
from ..state.paging import paginate
from ..state.request_context import RequestContext


def sessions_list(context: RequestContext) -> Any:
    filters = ("userId", "sessionGroup", "model")
    active = [
        session
        for session in context.store.all(SESSION, newest_first=True)
        if session["expires"] > context.now
        and session["status"] == "active"
        and all(session.get(name) == context.query[name] for name in filters if name in context.query)
    ]
    return paginate(context, [_summary(session) for session in active])


def sessions_create(context: RequestContext) -> dict[str, Any]:
    body = context.body
    session = session_records.create(
        context,
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


def sessions_get(context: RequestContext) -> dict[str, Any]:
    session = session_records.find(context, context.path["sessionId"])
    return _summary(session) | {"messages": session["messages"], "metadata": session["metadata"]}


def sessions_update(context: RequestContext) -> dict[str, Any]:
    session = session_records.find(context, context.path["sessionId"])
    body = context.body
    session["messages"] += body.get("newMessages", [])
    session["tokens"] = min(session["tokens"] + body.get("tokensUsed", 0), MAX_INTEGER)
    session["status"] = body.get("status", session["status"])
    session["metadata"] = body.get("metadata", session["metadata"])
    session["updated"] = context.now
    session_records.save(context, session)
    return {
        "sessionId": session["id"],
        "status": session["status"],
        "totalMessages": len(session["messages"]),
        "totalTokens": session["tokens"],
        "updatedAt": context.iso_now,
    }


def sessions_extend(context: RequestContext) -> dict[str, Any]:
    session = session_records.find(context, context.path["sessionId"])
    minutes = context.body["additionalMinutes"]
    session["expires"] += minutes * 60
    context.store.put(SESSION, session["id"], session)
    return {
        "sessionId": session["id"],
        "expiresAt": iso(session["expires"]),
        "message": f"Session extended by {minutes} minutes",
    }


def sessions_delete(context: RequestContext) -> dict[str, Any]:
    session_records.find(context, context.path["sessionId"])
    context.store.delete(SESSION, context.path["sessionId"])
    return {"message": "Session deleted"}


def _summary(session: dict[str, Any]) -> dict[str, Any]:
    """A session with both spellings of its keys."""
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
