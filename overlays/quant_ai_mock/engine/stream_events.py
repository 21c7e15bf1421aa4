"""Stream a turn as server-sent events, in the dialect of one source or of both.

The production service names an event in its `event` line and calls the text `delta`; the API page shows no such line,
but `type` in the data, and calls the text `content`. Every known client understands `both`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from ..document.json_text import write_json
from ..state.request_context import Frame, RequestContext, StreamReply
from ..synthetic.wording import split_tokens
from . import session_records, tool_orchestrations
from .turns import Prompt, Turn, take_turn

Dialect = Literal["both", "docs", "wire"]


def stream_turn(
    context: RequestContext, prompt: Prompt, session: dict[str, Any] | None, *, created: bool = False
) -> StreamReply:
    """Answer a prompt with events. The turn is complete and stored before the first event is sent."""
    turn = take_turn(context, prompt)
    session_records.append_turn(context, session, turn, prompt)
    if turn.script is not None and turn.script.events is not None:
        return StreamReply(_scripted(turn.script.events), checked=False)
    settings = context.settings
    started = tool_orchestrations.start(context, prompt, turn, session["id"] if session else None)
    return StreamReply(
        _frames(
            turn,
            request_id=context.new_request_id(),
            model=prompt.model.id,
            dialect=settings.dialect,
            done_mark=settings.done_mark,
            session_id=session["id"] if session is not None and created else None,
            orchestration=tool_orchestrations.reference(context, started, absolute=True) if started else None,
        )
    )


def _frames(
    turn: Turn,
    *,
    request_id: str,
    model: str,
    dialect: Dialect,
    done_mark: bool,
    session_id: str | None = None,
    orchestration: dict[str, Any] | None = None,
) -> Iterator[Frame]:
    """The frames of a turn, from `start` to `done` or `error`."""
    for number, (kind, data) in enumerate(_events(turn, request_id, model, session_id, orchestration)):
        yield _frame(kind, data, dialect, number)
    if done_mark:
        yield {"data": "[DONE]"}


def _scripted(events: list[dict[str, Any]]) -> Iterator[Frame]:
    """The frames that a test scripted; data that is not a string is encoded as JSON."""
    for event in events:
        data = event.get("data", "")
        yield {**event, "data": data if isinstance(data, str) else write_json(data).decode()}


def _events(
    turn: Turn, request_id: str, model: str, session_id: str | None, orchestration: dict[str, Any] | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "start", {"requestId": request_id, "model": model, "streaming": True}
    if session_id is not None:
        yield "session", {"sessionId": session_id}
    for use in turn.executed:
        tool = {"name": use["name"], "toolUseId": use["toolUseId"]}
        yield "tool_start", tool
        yield "tool_input_progress", tool
        yield "tool_complete", {**tool, "result": use.get("result")}
    for token in split_tokens(turn.text):
        yield "content", {"delta": token, "content": token, "complete": False}
    if turn.failure is not None:
        yield "error", {"error": turn.failure}
        return
    for_caller = [use for use in turn.tool_uses if "executionId" not in use]
    for use in for_caller:
        tool = {"name": use["name"], "input": use["input"], "toolUseId": use["toolUseId"]}
        yield "tool_request", {**tool, "toolUse": use, "stopReason": "tool_use"}
    if orchestration is not None:
        count = sum("executionId" in use for use in turn.tool_uses)
        yield "orchestration_status", {"message": f"Waiting for {count} tools", "status": "pending"}
    yield (
        "done",
        {
            "complete": not for_caller and orchestration is None,
            "stopReason": "tool_request" if for_caller else turn.finish_reason,
            "finishReason": turn.finish_reason,
            "response": turn.message,
            "usage": turn.usage,
            **({"orchestration": orchestration} if orchestration is not None else {}),
        },
    )


def _frame(kind: str, data: dict[str, Any], dialect: Dialect, number: int) -> Frame:
    if dialect == "docs":
        fields = {key: value for key, value in data.items() if key != "delta"}
        if kind == "content":
            fields.pop("complete")
        return {"data": write_json({"type": kind, **fields}).decode()}
    if dialect == "wire":
        fields = {key: value for key, value in data.items() if kind != "content" or key != "content"}
        return {"id": f"chunk-{number}", "event": kind, "data": write_json(fields).decode()}
    return {"id": f"chunk-{number}", "event": kind, "data": write_json({"type": kind, **data}).decode()}
