"""Streams over a real socket: typed events in every framing, and the reply that they add up to."""

from __future__ import annotations

import gzip
import json
from types import SimpleNamespace
from typing import Any

import orjson
import pytest

from quant_ai import ServerError, StreamIncompleteError, UnknownEvent, models
from quant_ai_client.operation import EventType, EventTypes

from .support.clients import any_client, sync_client
from .support.operations import AGENT_EVENTS, CHAT_EVENTS, STREAM, TO_STREAM
from .support.raw_server import answering, reply, serving, streaming
from .support.streams import DONE, START, content, event_reader, open_stream, open_sync_stream, read_stream

pytestmark = pytest.mark.anyio

AGENT_STREAM = STREAM._replace(events=AGENT_EVENTS)


def typed(*chunks: bytes) -> list[Any]:
    reader = event_reader(reply=models.ChatReply)
    return [event for piece in chunks for event in reader.feed(piece)]


def test_data_is_parsed_only_once_even_for_the_first_event_of_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
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
        result = await read_stream(kind, server.url)
    assert [type(event).__name__ for event in result.events] == [
        "StartEvent",
        "ContentEvent",
        "ContentEvent",
        "DoneEvent",
    ]
    assert result.final.response.content == "Hello"
    assert result.final.response.role == "assistant"
    assert result.final.model == "nova"
    assert result.final.request_id == "r-1"
    assert result.final.finish_reason == "stop"
    assert result.final.usage.input_tokens == 3


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
        result = await read_stream(kind, server.url)
    assert isinstance(result.events[0], models.ContentEvent)
    assert result.final.response.content == "Hi"


async def test_text_is_the_text_alone(kind: str) -> None:
    with serving(streaming(START, content("Hel"), b": ping\n\n", content("lo"), DONE)) as server:
        async with any_client(kind, server.url) as client, open_stream(client) as stream:
            assert [text async for text in stream.text] == ["Hel", "lo"]
            assert (await stream.final()).response.content == "Hello"


async def test_raw_events_are_untyped(kind: str) -> None:
    with serving(streaming(b"id: 7\n" + content("Hi"), DONE)) as server:
        async with any_client(kind, server.url) as client, open_stream(client) as stream:
            raw = [event async for event in stream.raw_events]
    assert [(event.event, event.id) for event in raw] == [("content", "7"), ("done", "7")]
    assert raw[0].data == '{"delta":"Hi","complete":false}'


def test_a_snapshot_grows_with_the_stream() -> None:
    with (
        serving(streaming(START, content("Hel"), content("lo"), DONE)) as server,
        sync_client(server.url) as client,
        open_sync_stream(client) as stream,
    ):
        texts = iter(stream.text)
        assert next(texts) == "Hel"
        assert stream.snapshot.response.content == "Hel"
        assert next(texts) == "lo"
        assert stream.snapshot.response.content == "Hello"
        assert not stream.snapshot.usage


def test_all_ways_of_reading_continue_from_the_same_position() -> None:
    with (
        serving(streaming(START, content("a"), content("b"), DONE)) as server,
        sync_client(server.url) as client,
        open_sync_stream(client) as stream,
    ):
        assert isinstance(next(stream), models.StartEvent)
        assert next(stream.text) == "a"
        assert [type(event).__name__ for event in stream] == ["ContentEvent", "DoneEvent"]


async def test_unknown_events_are_kept(kind: str) -> None:
    pieces = (b'event: mood\ndata: {"joy":1}\n\n', b"event: note\ndata: plain text\n\n", b'data: {"type":"mood"}\n\n')
    with serving(streaming(*pieces, DONE)) as server:
        result = await read_stream(kind, server.url)
    mood, note, unnamed, _ = result.events
    assert (mood.event, mood.raw, mood.data) == ("mood", {"joy": 1}, '{"joy":1}')
    assert (note.event, note.raw) == ("note", "plain text")
    assert isinstance(unnamed, UnknownEvent)


@pytest.mark.parametrize(
    "event",
    [
        b"data:\n\n",
        b"data: \n\n",
        b"data: ping\n\n",
        b'data: "ping"\n\n',
        b"data: {}\n\n",
        b"data: null\n\n",
        b'data: {"type":"ping"}\n\n',
        b"event: content\ndata:\n\n",
        b"event: ping\ndata:\n\n",
        b"event: Heartbeat\ndata: 1\n\n",
    ],
)
def test_an_event_that_says_nothing_is_a_keep_alive(event: bytes) -> None:
    reader = event_reader(strict=True)
    assert all(isinstance(each, UnknownEvent) for each in reader.feed(event))
    assert not reader.moved
    assert [type(each).__name__ for each in reader.feed(content("Hi"))] == ["ContentEvent"]
    assert (reader.moved, reader.accumulator.text) == (True, "Hi")


HIGH, LOW = b"\\ud83d", b"\\ude00"


def delta(text: bytes) -> bytes:
    return b'event: content\ndata: {"delta":"%s"}\n\n' % text


@pytest.mark.parametrize(
    ("pieces", "deltas"),
    [
        ([HIGH, LOW + b" done"], ["", "\U0001f600 done"]),
        ([b"a" + HIGH, b"", LOW + HIGH, LOW], ["a", "", "\U0001f600", "\U0001f600"]),
        ([b"a" + HIGH, b"b"], ["a", "\ufffdb"]),
        ([b"a" + LOW, b"b"], ["a\ufffd", "b"]),
        ([HIGH + b"x" + LOW + HIGH + LOW], ["\ufffdx\ufffd\U0001f600"]),
        ([b"x", HIGH, HIGH, b"y", b"z"], ["x", "", "\ufffd", "\ufffdy", "z"]),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_a_character_that_was_cut_in_two_pieces_is_put_together(
    pieces: list[bytes], deltas: list[str], named: bool
) -> None:
    events = [delta(piece) if named else delta(piece).partition(b"\n")[2] for piece in pieces]
    reader = event_reader()
    found = []
    for event in events:
        for each in reader.feed(event):
            assert reader.piece == each.delta
            found.append(each.delta)
    assert found == deltas
    list(reader.feed(DONE))
    assert reader.accumulator.text == "".join(deltas)


@pytest.mark.parametrize("end", [DONE, b"data: [DONE]\n\n"])
def test_half_a_character_whose_other_half_never_comes_is_replaced(end: bytes) -> None:
    reader = event_reader()
    list(reader.feed(delta(b"a" + HIGH)))
    assert reader.accumulator.text == "a"
    list(reader.feed(end))
    assert reader.accumulator.text == "a\ufffd"


def test_other_strings_of_an_event_hold_no_half_characters_either() -> None:
    tool, mood = typed(
        b'event: tool_request\ndata: {"name":"f","toolUseId":"t","input":{"a":"%s"}}\n\n' % HIGH,
        b'event: mood\ndata: {"joy":"%s"}\n\n' % HIGH,
    )
    assert tool.input == {"a": "\ufffd"}
    assert mood.raw == {"joy": "\ufffd"}


async def test_a_compressed_stream_is_read(kind: str) -> None:
    body = gzip.compress(content("Hi") + DONE)
    with serving(answering(reply(body, 200, "text/event-stream", {"Content-Encoding": "gzip"}))) as server:
        result = await read_stream(kind, server.url)
    assert result.error is None
    assert result.final.response.content == "Hi"


def test_invalid_utf8_is_replaced() -> None:
    (event,) = typed(b'event: content\ndata: {"delta":"a\xffb"}\n\n')
    assert event.delta == "a\ufffdb"


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
def test_the_pieces_in_which_a_stream_arrives_do_not_matter(size: int) -> None:
    body = START + content("Hel") + b": hello\r\n\r\n" + content("lö") + DONE
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    with serving(streaming(*pieces)) as server, sync_client(server.url) as client, open_sync_stream(client) as stream:
        assert stream.final().response.content == "Hellö"


def test_events_that_carry_no_text_add_none() -> None:
    tool_requests = (
        b'event: tool_request\ndata: {"name":"f","input":{"x":1},"toolUseId":"t-1","content":"all of it"}\n\n'
    )
    with (
        serving(streaming(content("Look"), tool_requests, DONE)) as server,
        sync_client(server.url) as client,
        open_sync_stream(client) as stream,
    ):
        reply = stream.final()
    assert reply.response.content == "Look"
    assert isinstance(reply.response.tool_use, models.ToolUse)
    assert reply.response.tool_use.name == "f"
    assert reply.response.tool_use.tool_use_id == "t-1"


def test_several_tool_requests_add_up_to_a_list() -> None:
    tool_requests = [b'event: tool_request\ndata: {"name":"%s","toolUseId":"t"}\n\n' % name for name in (b"f", b"g")]
    done = b'event: done\ndata: {"complete":false,"stopReason":"tool_request"}\n\n'
    with (
        serving(streaming(*tool_requests, done)) as server,
        sync_client(server.url) as client,
        open_sync_stream(client) as stream,
    ):
        reply = stream.final()
    assert isinstance(reply.response.tool_use, list)
    assert [use.name for use in reply.response.tool_use] == ["f", "g"]
    assert reply.finish_reason == "tool_use"


def accumulated(*events: bytes, events_of: Any = CHAT_EVENTS, model: Any = models.ChatReply) -> Any:
    reader = event_reader(events_of, model)
    for piece in events:
        list(reader.feed(piece))
    return reader.reply()


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
def test_a_stream_has_the_finish_reason_of_a_buffered_reply(reason: str, finish: str) -> None:
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
def test_the_reply_of_an_agent_accepts_either_word_for_its_finish_reason(done: bytes, reason: str) -> None:
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


def test_an_event_whose_data_is_a_union_is_of_the_class_that_fits_each_time() -> None:
    def decode(value: Any) -> models.ContentEvent | models.DoneEvent:
        return models.ContentEvent.from_dict(value) if "delta" in value else models.DoneEvent.from_dict(value)

    types = EventTypes((EventType("tick", decode), EventType("end", decode, terminal=True)), ("delta",))
    reader = event_reader(types)
    data = ({"delta": "a"}, {"delta": "b"}, {"complete": True}, {"delta": "c"})
    found = list(reader.feed(b"".join(b"event: tick\ndata: %s\n\n" % json.dumps(value).encode() for value in data)))
    assert [type(event).__name__ for event in found] == ["ContentEvent", "ContentEvent", "DoneEvent", "ContentEvent"]


@pytest.mark.parametrize("view", ["text", "raw_events"])
def test_looking_at_a_stream_does_not_send_its_request(view: str) -> None:
    with serving(streaming(content("Hel") + content("lo"), DONE)) as server, sync_client(server.url) as client:
        stream: Any = open_sync_stream(client)
        found = getattr(stream, view)
        assert stream.request_id is None
        with pytest.raises(StreamIncompleteError, match="has not been opened"):
            _ = stream.snapshot
        assert server.requests == []
        first, *rest = found
        assert len(server.requests) == 1
        assert "Hel" in (first if view == "text" else first.data)
        assert rest
        assert list(found) == list(stream.text) == []


def test_a_view_whose_stream_could_not_be_opened_never_ends_silently() -> None:
    with serving(answering(reply(b"{}", 503))) as server, sync_client(server.url, max_retries=0) as client:
        text = open_sync_stream(client).text
        with pytest.raises(ServerError):
            next(text)
        with pytest.raises(StreamIncompleteError):
            next(text)
