"""Streams of the raw server, and what a client reads from them."""

from __future__ import annotations

from typing import Any

from quant_ai import QuantAI, QuantAIError, Stream, models
from quant_ai.streaming.accumulation import Accumulator
from quant_ai.streaming.events import EventReader
from quant_ai.streaming.sse import MAX_EVENT_SIZE
from quant_ai_client.operation import EventTypes

from .clients import any_client
from .operations import CHAT_EVENTS, STREAM, TO_STREAM

START = b'event: start\ndata: {"requestId":"r-1","model":"nova"}\n\n'
DONE = b'event: done\ndata: {"complete":true,"stopReason":"end_turn","usage":{"inputTokens":3,"outputTokens":2}}\n\n'


def content(text: str) -> bytes:
    """An event with a piece of text."""
    return b'event: content\ndata: {"delta":"%s","complete":false}\n\n' % text.encode()


def event_reader(types: EventTypes = CHAT_EVENTS, reply: Any = None, **options: Any) -> EventReader:
    """What reads the events of a stream, without a stream. `reply` is the model of the whole reply."""
    options = {"method": "POST", "path": "/chat", "strict": False, "max_event_size": MAX_EVENT_SIZE, **options}
    accumulator = Accumulator(types, reply and (lambda: reply))
    return EventReader(types, accumulator, **{"for_errors": lambda value: value, **options})


class StreamResult:
    """The events of a stream, its whole reply, and the error that ended it."""

    def __init__(self) -> None:
        self.events: list[Any] = []
        self.final: Any = None
        self.error: QuantAIError | None = None


async def read_stream(kind: str, url: str, **options: Any) -> StreamResult:
    """Read a stream to its end, with a new client."""
    result = StreamResult()
    try:
        async with any_client(kind, url, **options) as client, open_stream(client) as stream:
            async for event in stream:
                result.events.append(event)
            result.final = await stream.final()
    except QuantAIError as error:
        result.error = error
    return result


def open_stream(client: Any) -> Any:
    """A stream of a client of any kind."""
    return client._caller.stream(STREAM, TO_STREAM, lambda: models.ChatReply)


def open_sync_stream(client: QuantAI) -> Stream[Any, models.ChatReply]:
    """A stream of a sync client."""
    stream: Stream[Any, models.ChatReply] = open_stream(client)
    return stream


class MovingLimit:
    """A limit that a test moves."""

    def __init__(self, until: float = 1.0, seconds: float = 0.0) -> None:
        self.until, self.seconds = until, seconds
        self.timers = 0

    def time_left(self) -> float:
        self.timers += 1
        return self.seconds
