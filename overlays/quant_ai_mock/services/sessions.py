"""Sessions: conversations that the service stores, each with an expiry."""

from __future__ import annotations

from typing import Any

from ..engine import session_records
from ..engine.history import messages_of
from ..state.clock import iso
from ..state.kinds import SESSION
from ..state.listing import Listing
from ..state.marks import field_marks, fits_fields
from ..state.paging import paginate
from ..state.request_context import RequestContext


def sessions_list(context: RequestContext) -> Any:
    wanted = {name: context.query[name] for name in session_records.FILTERS if name in context.query}
    listing = Listing(
        context.store,
        SESSION,
        [[mark] for mark in field_marks(wanted, *wanted)],
        live_at=context.now,
        fits=fits_fields(wanted),
    )
    return paginate(context, listing, _summary)


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
    return _summary(session) | {"messages": messages_of(context, session["id"]), "metadata": session["metadata"]}


def sessions_update(context: RequestContext) -> dict[str, Any]:
    session = session_records.find(context, context.path["sessionId"])
    body = context.body
    changes = {name: body[name] for name in ("status", "metadata") if name in body}
    session_records.update(context, session, body.get("newMessages", []), body.get("tokensUsed", 0), changes)
    return {
        "sessionId": session["id"],
        "status": session["status"],
        "totalMessages": session_records.history(session).count,
        "totalTokens": session["tokens"],
        "updatedAt": context.iso_now,
    }


def sessions_extend(context: RequestContext) -> dict[str, Any]:
    session = session_records.find(context, context.path["sessionId"])
    minutes = context.body["additionalMinutes"]
    session["expires"] += minutes * 60
    session_records.save(context, session)
    return {
        "sessionId": session["id"],
        "expiresAt": iso(session["expires"]),
        "message": f"Session extended by {minutes} minutes",
    }


def sessions_delete(context: RequestContext) -> dict[str, Any]:
    session_records.find(context, context.path["sessionId"])
    session_records.delete(context, context.path["sessionId"])
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
