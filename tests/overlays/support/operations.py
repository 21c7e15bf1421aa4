"""Operations made by hand, for servers that the spec does not describe."""

from __future__ import annotations

from typing import Any

from quant_ai import models
from quant_ai_client.api.agents import agents_chat
from quant_ai_client.api.chat import chat_stream
from quant_ai_client.operation import EventType, EventTypes, Operation, Polling, Request

GET: Operation[Any] = Operation("things_get", "GET", "/things", {200: dict}, idempotent=True)
POST: Operation[Any] = Operation("things_make", "POST", "/things", {200: dict, 201: dict})
REPEATABLE: Operation[Any] = Operation("things_find", "POST", "/things", {200: dict}, idempotent=True)
TO_GET = Request("/things")
TO_POST = Request("/things", body={"a": 1})

chat_events, agent_events = chat_stream.STREAM.events, agents_chat.STREAM.events
assert chat_events is not None
assert agent_events is not None

CHAT_EVENTS = EventTypes(
    (
        EventType("start", models.StartEvent.from_dict),
        EventType("content", models.ContentEvent.from_dict, ("delta",)),
        EventType("session", models.SessionEvent.from_dict, ("sessionId",)),
        EventType("tool_request", models.ToolRequestEvent.from_dict, ("toolUse",)),
        EventType("done", models.DoneEvent.from_dict, ("complete",), terminal=True),
        EventType("error", models.ErrorEvent.from_dict, ("error",), terminal=True),
    ),
    ("delta", "content", "text"),
    "ChatReply",
    "[DONE]",
    fill=chat_events.fill,
    collect=chat_events.collect,
)
AGENT_EVENTS = CHAT_EVENTS._replace(reply="AgentChatReply", fill=agent_events.fill, collect=agent_events.collect)
STREAM: Operation[Any] = Operation(
    "things_stream", "POST", "/things/stream", {}, "text/event-stream", events=CHAT_EVENTS
)
TO_STREAM = Request("/things/stream", body={})

EXECUTION: Operation[models.Execution] = Operation(
    "things_state",
    "GET",
    "/things/executions/{identifier}",
    {200: models.Execution.from_dict},
    idempotent=True,
    polling=Polling(
        "status", ("complete", "completed"), ("failed",), ("waiting_callback",), "result", "error", "error_message"
    ),
)
TO_EXECUTION = Request("/things/executions/XkdV%3D")
