"""Streams over a real socket: typed events in either framing, and no way of ending that goes unnoticed."""

from __future__ import annotations

import gc
import gzip
import weakref
from types import SimpleNamespace
from typing import Any

import httpx
import orjson
import pytest

from quant_ai import (
    AsyncStream,
    DeadlineError,
    EventTooLargeError,
    MalformedEventError,
    NotFoundError,
    QuantAIError,
    RateLimitError,
    ReplyError,
    ServerError,
    Stream,
    StreamFailedError,
    StreamIdleError,
    StreamIncompleteError,
    UnknownEvent,
    models,
)
from quant_ai.streaming.accumulation import Accumulator
from quant_ai.streaming.events import EventReader

from .conftest import AGENT_EVENTS, CHAT_EVENTS, STREAM, TO_STREAM, FakeClock, async_client, sync_client
from .raw_server import STREAM_HEAD, Connection, Script, answering, chunk, reply, serving, streaming

pytestmark = pytest.mark.anyio

START = b'event: start\ndata: {"requestId":"r-1","model":"nova"}\n\n'
DONE = b'event: done\ndata: {"complete":true,"stopReason":"end_turn","usage":{"inputTokens":3,"outputTokens":2}}\n\n'
AGENT_STREAM = STREAM._replace(events=AGENT_EVENTS)


def content(text: str) -> bytes:
    return b'event: content\ndata: {"delta":"%s","complete":false}\n\n' % text.encode()


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Seen:
    """All that a stream gave, and how it ended."""

    def __init__(self) -> None:
        self.events: list[Any] = []
        self.text: list[str] = []
        self.final: Any = None
        self.error: QuantAIError | None = None


async def read(kind: str, url: str, **options: Any) -> Seen:
    """Read a stream to its end, with a client of its own."""
    seen = Seen()
    try:
        if kind == "sync":
            with sync_client(url, **options) as client, opened(client) as stream:
                for event in stream:
                    seen.events.append(event)
                seen.final = stream.final()
        else:
            async with async_client(url, **options) as other, opened_async(other) as events:
                async for event in events:
                    seen.events.append(event)
                seen.final = await events.final()
    except QuantAIError as error:
        seen.error = error
    return seen


def opened(client: Any) -> Stream[Any, models.ChatReply]:
    stream: Stream[Any, models.ChatReply] = client._caller.stream(STREAM, TO_STREAM, lambda: models.ChatReply)
    return stream


def opened_async(client: Any) -> AsyncStream[Any, models.ChatReply]:
    stream: AsyncStream[Any, models.ChatReply] = client._caller.stream(STREAM, TO_STREAM, lambda: models.ChatReply)
    return stream


def typed(*chunks: bytes) -> list[Any]:
    reader = EventReader(CHAT_EVENTS, Accumulator(CHAT_EVENTS, lambda: models.ChatReply))
    return [event for piece in chunks for event in reader.feed(piece)]


def test_data_is_parsed_once_also_where_the_event_is_the_first_of_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []

    def loads(data: bytes) -> Any:
        parsed.append(data)
        return orjson.loads(data)

    monkeypatch.setattr(
        "quant_ai.streaming.events.orjson", SimpleNamespace(loads=loads, JSONDecodeError=orjson.JSONDecodeError)
    )
    assert len(typed(START, content("Hel"), content("lo"), DONE)) == len(parsed) == 4


async def test_a_stream_gives_typed_events_and_adds_up_to_the_reply(kind: str) -> None:
    with serving(streaming(START, content("Hel"), content("lo"), DONE)) as server:
        seen = await read(kind, server.url)
    assert [type(event).__name__ for event in seen.events] == [
        "StartEvent",
        "ContentEvent",
        "ContentEvent",
        "DoneEvent",
    ]
    assert seen.final.response.content == "Hello"
    assert seen.final.response.role == "assistant"
    assert seen.final.model == "nova"
    assert seen.final.request_id == "r-1"
    assert seen.final.finish_reason == "stop"
    assert seen.final.usage.input_tokens == 3


@pytest.mark.parametrize(
    "piece",
    [
        b'event: content\ndata: {"delta":"Hi"}\n\n',
        b'event: content\ndata: {"content":"Hi"}\n\n',
        b'event: content\ndata: {"text":"Hi"}\n\n',
        b'data: {"type":"content","content":"Hi"}\n\n',
        b'data: {"type":"content","delta":"Hi"}\n\n',
        b'data: {"delta":"Hi","complete":false}\n\n',
        b'event: message\ndata: {"type":"content","text":"Hi"}\n\n',
        b'data: {"type":["content"],"delta":"Hi"}\n\n',
        b'id: chunk-1\nevent: content\ndata: {"delta":"Hi","content":"ignored"}\n\n',
    ],
)
async def test_each_framing_is_the_same_event(kind: str, piece: bytes) -> None:
    with serving(streaming(piece, DONE)) as server:
        seen = await read(kind, server.url)
    assert isinstance(seen.events[0], models.ContentEvent)
    assert seen.final.response.content == "Hi"


async def test_text_is_the_text_alone(kind: str) -> None:
    with serving(streaming(START, content("Hel"), b": ping\n\n", content("lo"), DONE)) as server:
        if kind == "sync":
            with sync_client(server.url) as client, opened(client) as stream:
                assert list(stream.text) == ["Hel", "lo"]
                assert stream.final().response.content == "Hello"
        else:
            async with async_client(server.url) as other, opened_async(other) as events:
                assert [text async for text in events.text] == ["Hel", "lo"]
                assert (await events.final()).response.content == "Hello"


async def test_raw_events_stand_as_they_came(kind: str) -> None:
    with serving(streaming(b"id: 7\n" + content("Hi"), DONE)) as server:
        if kind == "sync":
            with sync_client(server.url) as client, opened(client) as stream:
                raw = list(stream.raw_events)
        else:
            async with async_client(server.url) as other, opened_async(other) as events:
                raw = [event async for event in events.raw_events]
    assert [(event.event, event.id) for event in raw] == [("content", "7"), ("done", "7")]
    assert raw[0].data == '{"delta":"Hi","complete":false}'


def test_a_snapshot_grows_with_the_stream() -> None:
    with (
        serving(streaming(START, content("Hel"), content("lo"), DONE)) as server,
        sync_client(server.url) as client,
        opened(client) as stream,
    ):
        texts = iter(stream.text)
        assert next(texts) == "Hel"
        assert stream.snapshot.response.content == "Hel"
        assert next(texts) == "lo"
        assert stream.snapshot.response.content == "Hello"
        assert not stream.snapshot.usage


def test_the_views_read_on_from_the_same_place() -> None:
    with (
        serving(streaming(START, content("a"), content("b"), DONE)) as server,
        sync_client(server.url) as client,
        opened(client) as stream,
    ):
        assert isinstance(next(stream), models.StartEvent)
        assert next(stream.text) == "a"
        assert [type(event).__name__ for event in stream] == ["ContentEvent", "DoneEvent"]


async def test_unknown_events_are_kept(kind: str) -> None:
    pieces = (b'event: mood\ndata: {"joy":1}\n\n', b"event: note\ndata: plain text\n\n", b'data: {"type":"mood"}\n\n')
    with serving(streaming(*pieces, DONE)) as server:
        seen = await read(kind, server.url)
    mood, note, unnamed, _ = seen.events
    assert (mood.event, mood.raw, mood.data) == ("mood", {"joy": 1}, '{"joy":1}')
    assert (note.event, note.raw) == ("note", "plain text")
    assert isinstance(unnamed, UnknownEvent)


def test_events_that_carry_no_text_add_none() -> None:
    asked = b'event: tool_request\ndata: {"name":"f","input":{"x":1},"toolUseId":"t-1","content":"all of it"}\n\n'
    with (
        serving(streaming(content("Look"), asked, DONE)) as server,
        sync_client(server.url) as client,
        opened(client) as stream,
    ):
        reply = stream.final()
    assert reply.response.content == "Look"
    assert isinstance(reply.response.tool_use, models.ToolUse)
    assert reply.response.tool_use.name == "f"
    assert reply.response.tool_use.tool_use_id == "t-1"


def test_several_tool_requests_add_up_to_a_list() -> None:
    asked = [b'event: tool_request\ndata: {"name":"%s","toolUseId":"t"}\n\n' % name for name in (b"f", b"g")]
    done = b'event: done\ndata: {"complete":false,"stopReason":"tool_request"}\n\n'
    with serving(streaming(*asked, done)) as server, sync_client(server.url) as client, opened(client) as stream:
        reply = stream.final()
    assert isinstance(reply.response.tool_use, list)
    assert [use.name for use in reply.response.tool_use] == ["f", "g"]
    assert reply.finish_reason == "tool_use"


def accumulated(*events: bytes, events_of: Any = CHAT_EVENTS, model: Any = models.ChatReply) -> Any:
    accumulator = Accumulator(events_of, lambda: model)
    reader = EventReader(events_of, accumulator)
    for piece in events:
        list(reader.feed(piece))
    return accumulator.reply()


FIRST = b'{"toolUseId":"t-1","name":"f","input":{"x":1}}'
SECOND = b'{"toolUseId":"t-2","name":"g","input":{}}'


@pytest.mark.parametrize(
    ("event", "uses"),
    [
        (b'{"toolUse":%s}' % FIRST, [("t-1", "f", {"x": 1})]),
        (b'{"toolUse":[%s]}' % FIRST, [("t-1", "f", {"x": 1})]),
        (b'{"toolUse":[%s,%s]}' % (FIRST, SECOND), [("t-1", "f", {"x": 1}), ("t-2", "g", {})]),
        (FIRST, [("t-1", "f", {"x": 1})]),
        (b'{"name":"f"}', [("f", "f", {})]),
        (b'{"name":"f","toolUseId":"","input":null}', [("f", "f", {})]),
        (b'{"input":{"x":1}}', []),
        (b"{}", []),
    ],
)
def test_a_tool_request_in_each_of_its_forms_adds_up_to_the_tool_use(event: bytes, uses: list[Any]) -> None:
    found = accumulated(b"event: tool_request\ndata: %s\n\n" % event).response.tool_use or []
    listed = found if isinstance(found, list) else [found]
    assert [(use.tool_use_id, use.name, use.input) for use in listed] == uses
    assert all(isinstance(use, models.ToolUse) for use in listed)
    assert isinstance(found, models.ToolUse) == (len(uses) == 1)


@pytest.mark.parametrize(
    ("reason", "finish"),
    [
        ("end_turn", "stop"),
        ("stop_sequence", "stop"),
        ("max_tokens", "length"),
        ("tool_request", "tool_use"),
        ("content_filter", "content_filter"),
        ("bored", "bored"),
    ],
)
def test_why_a_stream_stopped_is_told_as_a_buffered_reply_tells_it(reason: str, finish: str) -> None:
    assert accumulated(b'event: done\ndata: {"stopReason":"%s"}\n\n' % reason.encode()).finish_reason == finish


def test_a_finish_reason_of_the_stream_itself_wins() -> None:
    reply = accumulated(b'event: done\ndata: {"stopReason":"end_turn","finishReason":"length"}\n\n')
    assert reply.finish_reason == "length"


@pytest.mark.parametrize(
    ("done", "reason"),
    [
        (b'{"finishReason":"length"}', "length"),
        (b'{"stopReason":"end_turn","finishReason":"length"}', "end_turn"),
    ],
)
def test_the_reply_of_an_agent_takes_either_word_for_why_it_stopped(done: bytes, reason: str) -> None:
    reply = accumulated(b"event: done\ndata: %s\n\n" % done, events_of=AGENT_EVENTS, model=models.AgentChatReply)
    assert reply.response.stop_reason == reason


def test_agent_streams_add_up_to_their_own_reply() -> None:
    session = b'event: session\ndata: {"sessionId":"s-1"}\n\n'
    with (
        serving(streaming(session, content("Yes"), DONE)) as server,
        sync_client(server.url) as client,
        client._caller.stream(AGENT_STREAM, TO_STREAM, lambda: models.AgentChatReply) as stream,
    ):
        reply = stream.final()
    assert isinstance(reply.response, models.AgentAnswer)
    assert (reply.session_id, reply.response.text, reply.response.stop_reason) == ("s-1", "Yes", "end_turn")
    assert reply.response.usage


async def test_the_done_mark_ends_a_stream(kind: str) -> None:
    with serving(streaming(content("Hi"), b"data: [DONE]\n\n", end=False)) as server:
        seen = await read(kind, server.url)
    assert seen.error is None
    assert seen.final.response.content == "Hi"


async def test_what_follows_the_end_is_not_read(kind: str) -> None:
    with serving(streaming(content("Hi"), DONE + content("ghost"), end=False)) as server:
        seen = await read(kind, server.url)
    assert seen.final.response.content == "Hi"


async def test_a_connection_serves_the_next_call_after_a_stream(kind: str) -> None:
    with serving(streaming(content("Hi"), DONE)) as server:
        if kind == "sync":
            with sync_client(server.url) as client:
                for _ in range(3):
                    with opened(client) as stream:
                        stream.final()
        else:
            async with async_client(server.url) as other:
                for _ in range(3):
                    async with opened_async(other) as events:
                        await events.final()
        assert (server.connections, len(server.requests)) == (1, 3)


async def test_a_stream_can_be_read_without_a_name(kind: str) -> None:
    """Nobody but the loop holds it then."""
    with serving(streaming(content("Hel"), content("lo"), DONE)) as server:
        if kind == "sync":
            with sync_client(server.url) as client:
                kinds = [type(event).__name__ for event in opened(client)]
        else:
            async with async_client(server.url) as other:
                kinds = [type(event).__name__ async for event in opened_async(other)]
    assert kinds == ["ContentEvent", "ContentEvent", "DoneEvent"]


async def test_a_stream_that_ends_without_done_raises_with_the_partial_text(kind: str) -> None:
    with serving(streaming(START, b"id: chunk-4\n" + content("Hel"))) as server:
        seen = await read(kind, server.url)
    assert isinstance(seen.error, StreamIncompleteError)
    assert seen.error.partial.response.content == "Hel"
    assert seen.error.last_event_id == "chunk-4"
    assert "POST /things/stream" in str(seen.error)


async def test_reading_events_alone_does_not_end_in_silence_either(kind: str) -> None:
    stopped = pytest.raises(StreamIncompleteError, match="stopped before its end")
    with serving(streaming(START, content("Hel"))) as server:
        if kind == "sync":
            with sync_client(server.url) as client, opened(client) as stream, stopped:
                list(stream)
        else:
            async with async_client(server.url) as other, opened_async(other) as events:
                with stopped:
                    [event async for event in events]


async def test_a_compressed_stream_is_read(kind: str) -> None:
    body = gzip.compress(content("Hi") + DONE)
    with serving(answering(reply(body, 200, "text/event-stream", {"Content-Encoding": "gzip"}))) as server:
        seen = await read(kind, server.url)
    assert seen.error is None
    assert seen.final.response.content == "Hi"


async def test_an_event_that_was_cut_is_not_taken_for_whole(kind: str) -> None:
    with serving(streaming(content("Hel"), b'event: content\ndata: {"delta":"lo"}')) as server:
        seen = await read(kind, server.url)
    assert isinstance(seen.error, StreamIncompleteError)
    assert seen.error.partial.response.content == "Hel"


async def test_a_whole_done_without_its_blank_line_ends_the_stream(kind: str) -> None:
    with serving(streaming(content("Hi"), DONE.rstrip(b"\n"))) as server:
        seen = await read(kind, server.url)
    assert seen.error is None
    assert seen.final.usage.output_tokens == 2


async def test_a_done_that_was_cut_does_not(kind: str) -> None:
    with serving(streaming(content("Hi"), DONE[:40])) as server:
        seen = await read(kind, server.url)
    assert isinstance(seen.error, StreamIncompleteError)


@pytest.mark.parametrize("how", ["hangs up", "resets"])
async def test_a_connection_that_breaks_raises_with_the_partial_text(kind: str, how: str) -> None:
    def script(connection: Connection) -> None:
        connection.read()
        connection.send(STREAM_HEAD + chunk(content("Hel")))
        if how == "resets":
            connection.reset()

    with serving(script) as server:
        seen = await read(kind, server.url)
    assert isinstance(seen.error, StreamIncompleteError)
    # a reset may overtake what was sent before it
    assert seen.error.partial.response.content in (("Hel", "") if how == "resets" else ("Hel",))
    assert seen.error.__cause__ is None


async def test_a_stream_is_never_sent_again_once_it_has_begun(kind: str) -> None:
    with serving(streaming(content("Hel"))) as server:
        await read(kind, server.url)
        assert len(server.requests) == 1


async def test_opening_a_stream_is_tried_again_where_that_is_safe(kind: str, clock: FakeClock) -> None:
    def refusing(connection: Connection) -> None:
        connection.read()
        connection.send(reply(status=503, headers={"Connection": "close"}))

    with serving(refusing, streaming(content("Hi"), DONE)) as server:
        seen = await read(kind, server.url, clock=clock)
    assert seen.final.response.content == "Hi"
    assert clock.slept == [0.5]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b'{"error":"The model broke"}', StreamFailedError),
        (b'{"error":{"message":"The model broke"}}', StreamFailedError),
        (b'{"message":"The model broke"}', StreamFailedError),
        (b'{"message":"The model broke","code":"MODEL_TIMEOUT"}', StreamFailedError),
        (b'{"message":"The model broke","code":"MODEL_NOT_FOUND"}', NotFoundError),
        (b'{"message":"The model broke","code":"THROTTLED"}', RateLimitError),
        (b'{"message":"The model broke","code":"503"}', ServerError),
    ],
)
async def test_an_error_in_the_stream_is_raised_with_what_had_arrived(
    kind: str, data: bytes, error: type[QuantAIError]
) -> None:
    with serving(streaming(START, content("Hel"), b"event: error\ndata: " + data + b"\n\n", end=False)) as server:
        seen = await read(kind, server.url)
    assert type(seen.error) is error
    assert "The model broke" in str(seen.error)
    assert seen.error.partial.response.content == "Hel"
    assert seen.error.message == "The model broke"


@pytest.mark.parametrize(
    "piece",
    [
        b'event: content\ndata: {"delta": \n\n',
        b'event: done\ndata: {"complete"\n\n',
        b"data: not json\n\n",
        b'event: content\ndata: ["delta"]\n\n',
        b"event: done\ndata: 5\n\n",
    ],
)
async def test_an_event_that_cannot_be_read_raises_with_its_data(kind: str, piece: bytes) -> None:
    with serving(streaming(content("Hel"), piece, end=False)) as server:
        seen = await read(kind, server.url)
    assert isinstance(seen.error, MalformedEventError)
    assert seen.error.partial.response.content == "Hel"
    assert seen.error.data in piece


def test_bytes_that_are_no_utf8_are_replaced_and_not_fatal() -> None:
    (event,) = typed(b'event: content\ndata: {"delta":"a\xffb"}\n\n')
    assert event.delta == "a\ufffdb"


async def test_an_event_past_the_cap_is_refused() -> None:
    reader = EventReader(CHAT_EVENTS, Accumulator(CHAT_EVENTS), max_event_size=64)
    with pytest.raises(EventTooLargeError, match="64 bytes"):
        list(reader.feed(b"data: " + b"x" * 100))


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (
            answering(reply(b'{"requestId":"r","status":"queued","pollUrl":"/x"}', 202)),
            "202 with the promise of a reply instead",
        ),
        (answering(reply(b'{"response":{"content":"Hi"}}', 200)), "application/json instead of a stream"),
        (answering(reply(b"<html>", 200, "text/html")), "text/html instead of a stream"),
        (answering(reply(b"data: {}\n\n", 200, "")), "no content type instead of a stream"),
    ],
)
async def test_a_reply_that_is_no_stream_is_an_error(kind: str, script: Script, told: str) -> None:
    with serving(script) as server:
        seen = await read(kind, server.url)
    assert isinstance(seen.error, ReplyError)
    assert told in str(seen.error)


async def test_an_error_before_the_stream_is_its_own_class(kind: str) -> None:
    with serving(answering(reply(b'{"message":"Model not found","code":"MODEL_NOT_FOUND"}', 404))) as server:
        seen = await read(kind, server.url)
    assert isinstance(seen.error, NotFoundError)
    assert seen.error.code == "MODEL_NOT_FOUND"


async def test_a_silent_stream_is_idle(kind: str) -> None:
    with serving(streaming(content("Hel"), end=False)) as server:
        seen = await read(kind, server.url, idle_timeout=0.5, timeout=30)
    assert isinstance(seen.error, StreamIdleError)
    assert seen.error.partial.response.content == "Hel"


@pytest.mark.parametrize("keep_alive", [b": keep-alive\n\n", b":\n", b"event: ping\ndata: {}\n\n"])
async def test_keep_alives_do_not_keep_a_dead_stream_alive(kind: str, keep_alive: bytes) -> None:
    def script(connection: Connection) -> None:
        connection.read()
        connection.send(STREAM_HEAD + chunk(content("Hel")))
        while not connection.server.stopping.wait(0.01):
            connection.send(chunk(keep_alive))

    with serving(script) as server:
        seen = await read(kind, server.url, idle_timeout=0.5, timeout=30)
    assert isinstance(seen.error, StreamIdleError)
    assert seen.error.partial.response.content == "Hel"


def test_keep_alives_do_not_keep_a_dead_stream_alive_on_a_client_of_the_users(clock: FakeClock) -> None:
    """Whose connections do not end a read by themselves when it takes too long."""

    def script(connection: Connection) -> None:
        connection.read()
        connection.send(STREAM_HEAD + chunk(content("Hel")))
        for _ in range(1000):
            clock.now += 5
            connection.send(chunk(b": keep-alive\n\n"))
            connection.server.stopping.wait(0.001)
        connection.send(chunk(DONE) + chunk(b""))

    with serving(script) as server, httpx.Client() as mine:
        client = sync_client(server.url, http_client=mine, idle_timeout=60, clock=clock)
        with pytest.raises(StreamIdleError), opened(client) as stream:
            stream.final()


async def test_a_deadline_ends_a_stream_that_goes_on(kind: str, clock: FakeClock) -> None:
    def script(connection: Connection) -> None:
        connection.read()
        connection.send(STREAM_HEAD)
        while not connection.server.stopping.wait(0.001):
            connection.send(chunk(content("x")))

    with serving(script) as server:
        if kind == "sync":
            with (
                sync_client(server.url, deadline=30, clock=clock) as client,
                opened(client) as stream,
                pytest.raises(DeadlineError) as caught,
            ):
                for _ in stream:
                    clock.now += 4
        else:
            async with async_client(server.url, deadline=30, clock=clock) as other, opened_async(other) as events:
                with pytest.raises(DeadlineError) as caught:
                    async for _ in events:
                        clock.now += 4
    assert "x" in caught.value.partial.response.content


def leave(stream: Stream[Any, Any], how: str) -> None:
    """Leave a stream that somebody still holds."""
    if how == "exit":
        with stream:
            next(stream)
    elif how == "break":
        with stream:
            for _ in stream:
                break
    elif how == "error":
        with pytest.raises(MalformedEventError):
            stream.final()
    elif how == "exception":
        with pytest.raises(KeyError), stream:
            next(stream)
            raise KeyError
    elif how == "close":
        next(stream)
        stream.close()
    elif how == "unread":
        with stream:
            pass


BROKEN = b"event: content\ndata: {\n\n"


@pytest.mark.parametrize("how", ["exit", "break", "error", "exception", "close", "unread"])
def test_leaving_a_stream_closes_its_connection(how: str) -> None:
    with serving(streaming(content("a"), BROKEN, end=False)) as server, sync_client(server.url) as client:
        stream = opened(client)
        leave(stream, how)
        assert server.closed_by_peer.wait(5)
        stream.close()


def test_a_loop_that_is_left_closes_its_connection() -> None:
    with serving(streaming(content("a"), content("b"), end=False)) as server, sync_client(server.url) as client:
        for _ in opened(client):
            break
        assert server.closed_by_peer.wait(5)


@pytest.mark.parametrize("read_some", [True, False])
def test_dropping_a_stream_closes_its_connection_without_the_collector(read_some: bool) -> None:
    with serving(streaming(content("a"), content("b"), end=False)) as server, sync_client(server.url) as client:
        gc.disable()
        try:
            stream = opened(client)
            stream.__enter__()
            if read_some:
                next(stream)
            del stream
            assert server.closed_by_peer.wait(5)
        finally:
            gc.enable()


@pytest.mark.parametrize("how", ["break", "error", "exception", "close"])
async def test_leaving_an_async_stream_that_is_held_closes_its_connection(how: str) -> None:
    import anyio

    with serving(streaming(content("a"), BROKEN, end=False)) as server:
        async with async_client(server.url) as client:
            stream = opened_async(client)
            if how == "error":
                with pytest.raises(MalformedEventError):
                    await stream.final()
            elif how == "close":
                await anext(stream)
                await stream.close()
            elif how == "exception":
                with pytest.raises(KeyError):
                    async with stream:
                        raise KeyError
            else:
                async with stream:
                    async for _ in stream:
                        break
            assert await anyio.to_thread.run_sync(server.closed_by_peer.wait, 5)
            await stream.close()


async def test_nothing_watches_a_stream_that_has_ended() -> None:
    with serving(streaming(content("a"), DONE)) as server:
        async with async_client(server.url) as client:
            stream = opened_async(client)
            await stream.final()
            reader = weakref.ref(stream._reader)
            del stream
            assert reader() is None


@pytest.mark.parametrize("how", ["exit", "break", "exception", "drop", "unread"])
async def test_leaving_an_async_stream_closes_its_connection(how: str) -> None:
    import anyio

    with serving(streaming(content("a"), content("b"), end=False)) as server:
        async with async_client(server.url) as client:
            stream = opened_async(client)
            if how == "exit":
                async with stream:
                    await anext(stream)
            elif how == "exception":
                with pytest.raises(KeyError):
                    async with stream:
                        await anext(stream)
                        raise KeyError
            elif how == "break":
                async for _ in stream:
                    break
            elif how == "drop":
                await stream.__aenter__()
                await anext(stream)
            else:
                await stream.__aenter__()
            del stream
            gc.collect()
            assert await anyio.to_thread.run_sync(server.closed_by_peer.wait, 5)


async def test_cancelling_an_async_stream_closes_its_connection() -> None:
    import anyio

    with serving(streaming(content("a"), end=False)) as server:
        async with async_client(server.url) as client:
            with anyio.move_on_after(0.1) as scope:
                async with opened_async(client) as stream:
                    async for _ in stream:
                        pass
            assert scope.cancelled_caught
            assert await anyio.to_thread.run_sync(server.closed_by_peer.wait, 5)


async def test_a_stream_that_was_closed_is_not_taken_for_whole(kind: str) -> None:
    with serving(streaming(content("a"), end=False)) as server:
        if kind == "sync":
            with sync_client(server.url) as client:
                stream = opened(client)
                next(stream)
                stream.close()
                with pytest.raises(StreamIncompleteError):
                    stream.final()
                assert stream.snapshot.response.content == "a"
        else:
            async with async_client(server.url) as other:
                events = opened_async(other)
                await anext(events)
                await events.close()
                with pytest.raises(StreamIncompleteError):
                    await events.final()


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
def test_the_pieces_in_which_a_stream_arrives_do_not_matter(size: int) -> None:
    body = START + content("Hel") + b": hello\r\n\r\n" + content("lö") + DONE
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    with serving(streaming(*pieces)) as server, sync_client(server.url) as client, opened(client) as stream:
        assert stream.final().response.content == "Hellö"
