"""Streams whose reading is interrupted, or that are closed from elsewhere: they never end in silence."""

from __future__ import annotations

import gc
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest

from quant_ai import StreamError, StreamIncompleteError

from .support.clients import any_client, async_client, client_of, sync_client
from .support.raw_server import Connection, serving, streaming
from .support.streams import DONE, content, open_stream, open_sync_stream

pytestmark = pytest.mark.anyio

both_loops = pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])


class Interruption(BaseException):
    """What a signal handler may raise in the middle of a read."""


class InterruptedBody(httpx.SyncByteStream, httpx.AsyncByteStream):
    def __iter__(self) -> Iterator[bytes]:
        yield content("Take 5 mg,")
        raise Interruption

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield content("Take 5 mg,")
        raise Interruption


def interrupted(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=InterruptedBody())


@pytest.mark.parametrize("way", ["events", "text", "raw_events"])
async def test_every_read_after_an_interrupted_one_raises_with_the_partial_reply(kind: str, way: str) -> None:
    async with client_of(kind, interrupted) as client:
        stream = open_stream(client)
        async with stream:
            reading = stream if way == "events" else getattr(stream, way)
            await anext(reading)
            with pytest.raises(Interruption):
                await anext(reading)
            for again in (reading, stream, stream.text, stream.raw_events):
                with pytest.raises(StreamIncompleteError, match="interrupted by Interruption") as caught:
                    await anext(again)
                assert caught.value.partial.response.content == "Take 5 mg,"
            with pytest.raises(StreamIncompleteError):
                await stream.final()
            with pytest.raises(StreamIncompleteError):
                [event async for event in stream]
            assert stream.snapshot.response.content == "Take 5 mg,"


@both_loops
@pytest.mark.parametrize("way", ["events", "text", "raw_events"])
async def test_a_read_that_was_cancelled_ends_the_stream_with_an_error(way: str) -> None:
    with serving(streaming(content("Take 5 mg,"), end=False)) as server:
        async with async_client(server.url) as client, open_stream(client) as stream:
            reading = stream if way == "events" else getattr(stream, way)
            await anext(reading)
            with anyio.move_on_after(0) as scope:
                await anext(reading)
            assert scope.cancelled_caught
            for _ in range(2):
                with pytest.raises(StreamIncompleteError, match="interrupted by Cancelled") as caught:
                    await anext(reading)
                assert caught.value.partial.response.content == "Take 5 mg,"


async def test_reading_on_after_a_failure_is_not_the_end(kind: str) -> None:
    failing = streaming(content("a"), b'event: error\ndata: {"message":"The model broke"}\n\n')
    with serving(failing) as server:
        async with any_client(kind, server.url) as client, open_stream(client) as stream:
            with pytest.raises(StreamError, match="The model broke"):
                [event async for event in stream]
            with pytest.raises(StreamIncompleteError, match="failed with StreamFailedError"):
                await anext(stream)


async def test_reading_on_after_the_end_is_the_end(kind: str) -> None:
    with serving(streaming(content("a"), DONE)) as server:
        async with any_client(kind, server.url) as client, open_stream(client) as stream:
            await stream.final()
            assert [event async for event in stream] == [text async for text in stream.text] == []
            await stream.close()
            assert [event async for event in stream] == []
            assert (await stream.final()).response.content == "a"


def test_another_thread_can_close_a_stream_that_is_read() -> None:
    with serving(streaming(content("a"), end=False)) as server, sync_client(server.url) as client:
        stream, read = open_sync_stream(client), threading.Event()
        errors: list[BaseException] = []

        def reader() -> None:
            try:
                for _ in stream:
                    read.set()
            except StreamIncompleteError as error:
                errors.append(error)

        thread = threading.Thread(target=reader)
        thread.start()
        assert read.wait(5)
        stream.close()
        thread.join(5)
        assert not thread.is_alive()
        (error,) = errors
        assert isinstance(error, StreamIncompleteError)
        assert "was closed before its end" in str(error)
        assert error.partial.response.content == "a"
        assert server.closed_by_peer.wait(5)
        assert not client._transport.client._transport._pool._in_use  # type: ignore[attr-defined]


@both_loops
async def test_another_task_can_close_a_stream_that_is_read() -> None:
    with serving(streaming(content("a"), end=False)) as server:
        async with async_client(server.url) as client:
            stream, errors = open_stream(client), list[StreamIncompleteError]()

            async def reader() -> None:
                with pytest.raises(StreamIncompleteError, match="was closed before its end") as caught:
                    [event async for event in stream]
                errors.append(caught.value)

            async with anyio.create_task_group() as group:
                group.start_soon(reader)
                await reading(stream)
                await stream.close()
            assert errors[0].partial.response.content == "a"
            assert await anyio.to_thread.run_sync(server.closed_by_peer.wait, 5)


async def reading(stream: Any) -> None:
    """Wait until another task waits for an event after the first one."""
    while not (stream._events and stream._events._generator.ag_running and stream.snapshot.response.content):
        await anyio.lowlevel.checkpoint()


@both_loops
async def test_a_second_task_cannot_read_at_the_same_time() -> None:
    with serving(streaming(content("a"), end=False)) as server:
        async with (
            async_client(server.url) as client,
            open_stream(client) as stream,
            anyio.create_task_group() as group,
        ):
            group.start_soon(stream.final)
            await reading(stream)
            with pytest.raises(StreamError, match=r"^another task is reading this stream$"):
                await anext(stream)
            group.cancel_scope.cancel()


class SlowToAnswer:
    """Reads a request, and answers it when it may."""

    def __init__(self) -> None:
        self.arrived, self.release = threading.Event(), threading.Event()

    def __call__(self, connection: Connection) -> None:
        connection.read()
        self.arrived.set()
        assert self.release.wait(10)
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + content("a") + DONE)
        connection.until_closed()


@both_loops
async def test_a_stream_whose_opening_was_cancelled_is_not_sent_again() -> None:
    slow = SlowToAnswer()
    with serving(slow) as server:
        async with async_client(server.url) as client:
            stream = open_stream(client)
            async with anyio.create_task_group() as group:
                group.start_soon(anext, stream)
                await anyio.to_thread.run_sync(slow.arrived.wait, 5)
                group.cancel_scope.cancel()
            slow.release.set()
            for again in (stream, stream.text):
                with pytest.raises(StreamIncompleteError, match="failed to open"):
                    await anext(again)
        assert len(server.requests) == 1


async def test_a_stream_that_was_closed_before_it_was_read_sends_nothing(kind: str) -> None:
    with serving(streaming(content("a"), DONE)) as server:
        async with any_client(kind, server.url) as client:
            stream = open_stream(client)
            await stream.close()
            with pytest.raises(StreamIncompleteError):
                await anext(stream)
        assert server.requests == []


@both_loops
async def test_closing_ends_the_opening() -> None:
    slow = SlowToAnswer()
    with serving(slow) as server:
        async with async_client(server.url) as client:
            stream = open_stream(client)

            async def reader() -> None:
                with pytest.raises(StreamIncompleteError):
                    await anext(stream)

            async with anyio.create_task_group() as group:
                group.start_soon(reader)
                await anyio.to_thread.run_sync(slow.arrived.wait, 5)
                with pytest.raises(StreamError, match=r"^another task is opening this stream$"):
                    await anext(stream)
                await stream.close()
        slow.release.set()


def test_a_stream_that_was_closed_while_it_opened_is_not_read() -> None:
    slow, errors = SlowToAnswer(), list[BaseException]()
    with serving(slow) as server, sync_client(server.url) as client:
        stream = open_sync_stream(client)

        def reader() -> None:
            try:
                next(stream)
            except StreamIncompleteError as error:
                errors.append(error)

        thread = threading.Thread(target=reader)
        thread.start()
        assert slow.arrived.wait(5)
        stream.close()
        slow.release.set()
        thread.join(5)
        assert len(errors) == 1
        assert server.closed_by_peer.wait(5)


def test_two_threads_that_open_a_stream_send_it_once() -> None:
    slow = SlowToAnswer()
    with serving(slow) as server, sync_client(server.url) as client:
        stream = open_sync_stream(client)
        threads = [threading.Thread(target=stream.__enter__) for _ in range(2)]
        threads[0].start()
        assert slow.arrived.wait(5)
        threads[1].start()
        slow.release.set()
        for thread in threads:
            thread.join(5)
        assert len(server.requests) == 1
        assert stream.final().response.content == "a"


def test_dropping_a_stream_takes_no_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The collector may drop it while the thread holds the lock of the connection pool."""
    closed: list[httpx.Response] = []
    close = httpx.Response.close

    def recorded(response: httpx.Response) -> None:
        closed.append(response)
        close(response)

    with serving(streaming(content("a"), content("b"), end=False)) as server, sync_client(server.url) as client:
        monkeypatch.setattr(httpx.Response, "close", recorded)
        stream = open_sync_stream(client)
        next(stream)
        cycle: list[Any] = [stream]
        cycle.append(cycle)
        del stream, cycle
        gc.collect()
        assert closed == []
        assert server.closed_by_peer.wait(5)
        with open_sync_stream(client) as other:
            assert len(closed) == 1  # opening another stream gives its place in the pool back
            next(other)
