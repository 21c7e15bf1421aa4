"""How streams end: with their last event, or with an error that carries what had arrived."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys

import httpx
import pytest

from quant_ai import (
    DeadlineError,
    EventTooLargeError,
    MalformedEventError,
    NotFoundError,
    QuantAIError,
    RateLimitError,
    ReplyError,
    ServerError,
    StreamFailedError,
    StreamIdleError,
    StreamIncompleteError,
    StrictError,
)
from quant_ai.streaming.events import UnknownEvent

from .support.clients import TOKEN, any_client, sync_client
from .support.clock import FakeClock
from .support.raw_server import STREAM_HEAD, Connection, Script, answering, chunk, reply, serving, streaming
from .support.streams import DONE, START, content, event_reader, open_stream, open_sync_stream, read_stream

pytestmark = pytest.mark.anyio


async def test_the_done_mark_ends_a_stream(kind: str) -> None:
    with serving(streaming(content("Hi"), b"data: [DONE]\n\n", end=False)) as server:
        result = await read_stream(kind, server.url)
    assert result.error is None
    assert result.final.response.content == "Hi"


async def test_what_follows_the_end_is_not_read(kind: str) -> None:
    with serving(streaming(content("Hi"), DONE + content("ghost"), end=False)) as server:
        result = await read_stream(kind, server.url)
    assert result.final.response.content == "Hi"


async def test_a_stream_that_ends_without_done_raises_with_the_partial_text(kind: str) -> None:
    with serving(streaming(START, b"id: chunk-4\n" + content("Hel"))) as server:
        result = await read_stream(kind, server.url)
    assert isinstance(result.error, StreamIncompleteError)
    assert result.error.partial.response.content == "Hel"
    assert result.error.last_event_id == "chunk-4"
    assert "POST /things/stream" in str(result.error)


async def test_reading_only_events_does_not_end_silently_either(kind: str) -> None:
    with serving(streaming(START, content("Hel"))) as server:
        async with any_client(kind, server.url) as client, open_stream(client) as stream:
            with pytest.raises(StreamIncompleteError, match="ended unexpectedly"):
                [event async for event in stream]


async def test_an_event_that_was_cut_off_is_not_complete(kind: str) -> None:
    with serving(streaming(content("Hel"), b'event: content\ndata: {"delta":"lo"}')) as server:
        result = await read_stream(kind, server.url)
    assert isinstance(result.error, StreamIncompleteError)
    assert result.error.partial.response.content == "Hel"


async def test_a_whole_done_event_without_its_blank_line_ends_the_stream(kind: str) -> None:
    with serving(streaming(content("Hi"), DONE.rstrip(b"\n"))) as server:
        result = await read_stream(kind, server.url)
    assert result.error is None
    assert result.final.usage.output_tokens == 2


async def test_a_done_event_that_was_cut_off_does_not_end_the_stream(kind: str) -> None:
    with serving(streaming(content("Hi"), DONE[:40])) as server:
        result = await read_stream(kind, server.url)
    assert isinstance(result.error, StreamIncompleteError)


@pytest.mark.parametrize("how", ["hangs up", "resets"])
async def test_a_connection_that_breaks_raises_with_the_partial_text(kind: str, how: str) -> None:
    def script(connection: Connection) -> None:
        connection.read()
        connection.send(STREAM_HEAD + chunk(content("Hel")))
        if how == "resets":
            connection.reset()

    with serving(script) as server:
        result = await read_stream(kind, server.url)
    assert isinstance(result.error, StreamIncompleteError)
    # A reset may overtake the bytes that were sent before it.
    assert result.error.partial.response.content in (("Hel", "") if how == "resets" else ("Hel",))
    assert result.error.__cause__ is None


async def test_a_stream_is_never_sent_again_once_it_has_begun(kind: str) -> None:
    with serving(streaming(content("Hel"))) as server:
        await read_stream(kind, server.url)
        assert len(server.requests) == 1


async def test_opening_a_stream_is_retried_where_that_is_safe(kind: str, clock: FakeClock) -> None:
    def refusing(connection: Connection) -> None:
        connection.read()
        connection.send(reply(status=503, headers={"Connection": "close"}))

    with serving(refusing, streaming(content("Hi"), DONE)) as server:
        result = await read_stream(kind, server.url, clock=clock)
    assert result.final.response.content == "Hi"
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
        (b'{"message":"The model broke","code":503}', ServerError),
        (b'{"message":"The model broke","code":"\xc2\xb2"}', StreamFailedError),
        (b'{"message":"The model broke","code":"%s"}' % (b"4" * 5000), StreamFailedError),
        (b"The model broke", StreamFailedError),
        (b'"The model broke"', StreamFailedError),
    ],
)
async def test_an_error_in_the_stream_is_raised_with_the_partial_reply(
    kind: str, data: bytes, error: type[QuantAIError]
) -> None:
    with serving(streaming(START, content("Hel"), b"event: error\ndata: " + data + b"\n\n", end=False)) as server:
        result = await read_stream(kind, server.url)
    assert type(result.error) is error
    assert "The model broke" in str(result.error)
    assert result.error.partial.response.content == "Hel"
    assert result.error.message == "The model broke"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no message"),
        (b"null", "no message"),
        (b"{}", "no message"),
        (b'{"detail":"Too busy","at":[1]}', '{"detail":"Too busy","at":[1]}'),
        (b'["Too busy"]', '["Too busy"]'),
        (b"17", "17"),
        (b"<b>Too busy</b>", "<b>Too busy</b>"),
        (b'{"message": {"text": "Too busy"', '{"message": {"text": "Too busy"'),
    ],
)
async def test_an_error_of_any_form_has_the_message_of_the_service(kind: str, data: bytes, words: str) -> None:
    with serving(streaming(content("Hel"), b"event: error\ndata: " + data + b"\n\n", end=False)) as server:
        result = await read_stream(kind, server.url)
    assert isinstance(result.error, StreamFailedError)
    assert result.error.message == words
    assert str(result.error) == f"POST /things/stream reports an error in its stream: {words}"
    assert result.error.partial.response.content == "Hel"


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("error", {"message": f"Unknown token {TOKEN}", "code": "UNAUTHENTICATED", "sent": f"Bearer {TOKEN}"}),
        ("error", {"error": {"message": TOKEN, "code": TOKEN}}),
        ("error", f"no {TOKEN}"),
        ("content", [TOKEN]),
        ("new", {"sent": TOKEN}),
    ],
)
async def test_a_token_that_the_service_sends_back_is_not_shown(
    kind: str, event: str, data: object, caplog: pytest.LogCaptureFixture
) -> None:
    raw = f"event: {event}\ndata: {json.dumps(data)}\n\n".encode()
    with serving(streaming(content("Hi"), raw)) as server, caplog.at_level("DEBUG"):
        result = await read_stream(kind, server.url, strict=event == "new")
    error = result.error
    assert error.partial.response.content == "Hi"
    shown = f"{error!r} {vars(error)} {pickle.dumps(error)!r} {error.partial.to_json()}"
    assert TOKEN not in shown + caplog.text
    assert "***" in shown


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
        result = await read_stream(kind, server.url)
    assert isinstance(result.error, MalformedEventError)
    assert result.error.partial.response.content == "Hel"
    assert result.error.data in piece


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        (b'event: content\ndata: {"delta": \n\n', "an event 'content' with broken JSON: "),
        (b"data: not json\n\n", "an event with broken JSON: "),
        (b'event: content\ndata: ["delta"]\n\n', "an event 'content' with unexpected data: "),
    ],
)
def test_an_event_that_cannot_be_read_is_named(piece: bytes, text: str) -> None:
    reader = event_reader(path="/x")
    with pytest.raises(MalformedEventError) as caught:
        list(reader.feed(piece))
    assert str(caught.value).startswith(f"the stream of POST /x has {text}")
    assert piece.endswith(b"data: " + caught.value.data + b"\n\n")


def test_an_integer_of_more_than_64_bits_is_kept() -> None:
    reader = event_reader()
    event = {"toolUseId": "t", "name": "f", "input": {"id": 12345678901234567890123}}
    assert (
        next(reader.feed(b"event: tool_request\ndata: " + json.dumps(event).encode() + b"\n\n")).input == event["input"]
    )


@pytest.mark.parametrize("name", ["content", "tool_request", "error", "news", ""])
def test_an_event_that_is_nested_too_deeply_cannot_be_read(name: str) -> None:
    reader = event_reader()
    start = b"" if name == "error" else content("Hi") * 2  # two, so that the next one is of a known kind
    deep = json.dumps({"delta": "x", "name": "f", "input": json.loads('{"a":' * 400 + "1" + "}" * 400)}).encode()
    with pytest.raises(MalformedEventError, match="unexpected data: it is nested too deeply"):
        list(
            reader.feed(
                start + f"event: {name}\ndata: ".encode() * bool(name) + b"data: " * (not name) + deep + b"\n\n"
            )
        )


def test_an_error_event_carries_what_the_service_said() -> None:
    reader = event_reader(path="/x")
    with pytest.raises(StreamFailedError) as caught:
        list(reader.feed(b'event: error\ndata: {"message":"It broke","code":"TOO_WARM"}\n\n'))
    assert str(caught.value) == "POST /x reports an error in its stream: It broke"
    assert (caught.value.code, caught.value.body) == ("TOO_WARM", {"message": "It broke", "code": "TOO_WARM"})
    reader = event_reader(path="/x")
    with pytest.raises(NotFoundError) as other:
        list(reader.feed(b'event: error\ndata: {"message":"None","code":"MODEL_NOT_FOUND"}\n\n'))
    assert str(other.value) == "POST /x answered 404: None"


def test_a_strict_reader_names_the_event_and_all_its_deviations() -> None:
    reader = event_reader(strict=True)
    with pytest.raises(StrictError) as caught:
        list(reader.feed(b'event: content\ndata: {"delta":5,"mood":1}\n\n'))
    found = ["delta: is a number, not a string", "mood: is not in the spec"]
    assert str(caught.value) == f"event 'content' deviates from the spec: {'; '.join(found)}"
    assert caught.value.deviations == found


def test_an_unknown_event_shows_its_name_and_the_beginning_of_its_data() -> None:
    assert repr(UnknownEvent({}, "mood", "x" * 300)) == f"UnknownEvent(event='mood', data='{'x' * 200}')"


async def test_an_event_above_the_size_limit_is_refused() -> None:
    reader = event_reader(max_event_size=64)
    with pytest.raises(EventTooLargeError, match="64 bytes"):
        list(reader.feed(b"data: " + b"x" * 100))


@pytest.mark.parametrize(
    ("script", "message"),
    [
        (
            answering(reply(b'{"requestId":"r","status":"queued","pollUrl":"/x"}', 202)),
            "202 with a reply that comes later instead",
        ),
        (answering(reply(b'{"response":{"content":"Hi"}}', 200)), "application/json instead of a stream"),
        (answering(reply(b"<html>", 200, "text/html")), "text/html instead of a stream"),
        (answering(reply(b"data: {}\n\n", 200, "")), "no content type instead of a stream"),
        (answering(reply(b"{}", 300)), "answered 300 with a status that is not in its spec"),
    ],
)
async def test_a_reply_that_is_not_a_stream_is_an_error(kind: str, script: Script, message: str) -> None:
    with serving(script) as server:
        result = await read_stream(kind, server.url)
    assert isinstance(result.error, ReplyError)
    assert message in str(result.error)


async def test_an_error_before_the_stream_is_its_own_class(kind: str) -> None:
    with serving(answering(reply(b'{"message":"Model not found","code":"MODEL_NOT_FOUND"}', 404))) as server:
        result = await read_stream(kind, server.url)
    assert isinstance(result.error, NotFoundError)
    assert result.error.code == "MODEL_NOT_FOUND"


async def test_a_silent_stream_is_idle(kind: str) -> None:
    with serving(streaming(content("Hel"), end=False)) as server:
        result = await read_stream(kind, server.url, idle_timeout=0.5, timeout=30)
    assert isinstance(result.error, StreamIdleError)
    assert result.error.partial.response.content == "Hel"


@pytest.mark.parametrize("keep_alive", [b": keep-alive\n\n", b":\n", b"event: ping\ndata: {}\n\n"])
async def test_keep_alives_do_not_keep_a_dead_stream_alive(kind: str, keep_alive: bytes) -> None:
    def script(connection: Connection) -> None:
        connection.read()
        connection.send(STREAM_HEAD + chunk(content("Hel")))
        while not connection.server.stopping.wait(0.01):
            connection.send(chunk(keep_alive))

    with serving(script) as server:
        result = await read_stream(kind, server.url, idle_timeout=0.5, timeout=30)
    assert isinstance(result.error, StreamIdleError)
    assert result.error.partial.response.content == "Hel"


def test_keep_alives_do_not_keep_a_dead_stream_alive_on_the_users_own_client(clock: FakeClock) -> None:
    """Its connections do not end a read that takes too long."""

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
        with pytest.raises(StreamIdleError), open_sync_stream(client) as stream:
            stream.final()


async def test_a_deadline_ends_a_stream_that_goes_on(kind: str, clock: FakeClock) -> None:
    def script(connection: Connection) -> None:
        connection.read()
        connection.send(STREAM_HEAD)
        while not connection.server.stopping.wait(0.001):
            connection.send(chunk(content("x")))

    with serving(script) as server:
        async with any_client(kind, server.url, deadline=30, clock=clock) as client, open_stream(client) as stream:
            with pytest.raises(DeadlineError) as caught:
                async for _ in stream:
                    clock.now += 4
    assert "x" in caught.value.partial.response.content


def test_events_are_read_when_python_forbids_to_compare_bytes_with_strings() -> None:
    code = (
        "from quant_ai.streaming.events import EventReader\n"
        "from quant_ai.streaming.accumulation import Accumulator\n"
        "from quant_ai_client.api.chat.chat_stream import STREAM\n"
        "options = dict(method='POST', path='/chat', strict=False, max_event_size=1024, for_errors=dict)\n"
        "reader = EventReader(STREAM.events, Accumulator(STREAM.events), **options)\n"
        r"""list(reader.feed(b'event: content\ndata: {"delta": "a"}\n\n' * 2 + b'data: {"type": "content"}\n\n'))"""
    )
    subprocess.run([sys.executable, "-bb", "-W", "error", "-c", code], check=True)
