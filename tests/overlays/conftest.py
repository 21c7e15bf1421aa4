"""What the overlay's tests share: a clock that tests move, operations made by hand, clients of a raw server."""

from __future__ import annotations

from typing import Any

import pytest

from quant_ai import AsyncQuantAI, Clock, QuantAI, models
from quant_ai_client.api.agents import agents_chat
from quant_ai_client.api.chat import chat_stream
from quant_ai_client.operation import EventType, EventTypes, Operation, Polling, Request


class FakeClock(Clock):
    """Time that passes only by sleeping, and is then written down."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []
        self.draw = 1.0

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return 1_700_000_000.0 + self.now

    def random(self) -> float:
        return self.draw

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


TOKEN = "qc_secret-of-the-tests"


def sync_client(url: str, **options: Any) -> QuantAI:
    return QuantAI(token=TOKEN, organisation="acme", base_url=url, **options)


def async_client(url: str, **options: Any) -> AsyncQuantAI:
    return AsyncQuantAI(token=TOKEN, organisation="acme", base_url=url, **options)


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
    polling=Polling("status", ("complete", "completed"), ("failed",), ("waiting_callback",), "result", "error"),
)
TO_EXECUTION = Request("/things/executions/XkdV%3D")
