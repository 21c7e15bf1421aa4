"""Connections of streams: reused after the end, and closed however a stream is left."""

from __future__ import annotations

import asyncio
import gc
import socket
import weakref
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, nullcontext
from typing import Any

import anyio
import httpx
import pytest

from quant_ai import (
    MalformedEventError,
    Stream,
    StreamIncompleteError,
)
from quant_ai.streaming.async_stream import _AsyncResponseCloser
from quant_ai.streaming.stream import _ResponseCloser
from quant_ai.streaming.watchdog import DRAIN_CHUNKS

from .support.clients import any_client, async_client, client_of, sync_client
from .support.raw_server import serving, streaming
from .support.streams import DONE, content, open_stream, open_sync_stream

pytestmark = pytest.mark.anyio


async def test_a_connection_is_reused_after_a_stream(kind: str) -> None:
    with serving(streaming(content("Hi"), DONE)) as server:
        async with any_client(kind, server.url) as client:
            for _ in range(3):
                async with open_stream(client) as stream:
                    await stream.final()
        assert (server.connections, len(server.requests)) == (1, 3)


async def test_a_stream_can_be_read_without_a_name(kind: str) -> None:
    """Only the loop refers to it then."""
    with serving(streaming(content("Hel"), content("lo"), DONE)) as server:
        if kind == "sync":  # without the wrapper, which would refer to the stream
            with sync_client(server.url) as client:
                kinds = [type(event).__name__ for event in open_sync_stream(client)]
        else:
            async with async_client(server.url) as other:
                kinds = [type(event).__name__ async for event in open_stream(other)]
    assert kinds == ["ContentEvent", "ContentEvent", "DoneEvent"]


@pytest.mark.parametrize("of", [lambda stream: stream, lambda stream: stream.text])
async def test_an_async_stream_can_be_left_by_aclosing(of: Any) -> None:
    with serving(streaming(content("Hel"), content("lo"), end=False)) as server:
        async with async_client(server.url) as client:
            stream = open_stream(client)
            async with aclosing(of(stream)) as reads:
                await anext(reads)
            with pytest.raises(StreamIncompleteError, match="was closed"):
                await anext(reads)


@pytest.mark.parametrize("closer", [_ResponseCloser, _AsyncResponseCloser])
def test_a_signal_while_a_stream_opens_leaves_no_half_made_closer(closer: Any) -> None:
    closer.__new__(closer).__del__()


class OpenConnection:
    """The connection of an open response, as httpcore has it."""

    def __init__(self, own: socket.socket) -> None:
        self.own = own

    def get_extra_info(self, name: str) -> Any:
        return self.own if name == "socket" else None

    def close(self) -> None:
        """Leave the socket to the test."""


@pytest.mark.parametrize("forked", [False, True])
def test_a_dropped_response_shuts_down_the_connection_of_its_own_process_only(
    forked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, peer = socket.socketpair()
    with own, peer:
        peer.setblocking(False)
        connection = OpenConnection(own)
        body = httpx.ByteStream(b"")
        closer = _ResponseCloser(httpx.Response(200, stream=body, extensions={"network_stream": connection}))
        if forked:
            monkeypatch.setattr("os.getpid", lambda: 0)
        del closer
        with pytest.raises(BlockingIOError) if forked else nullcontext():
            assert peer.recv(1) == b""


async def test_a_dropped_response_is_closed_in_its_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[Any] = []
    monkeypatch.setattr("quant_ai.streaming.async_stream.discard_async", lambda *args: closed.append(args))
    response = httpx.Response(200)
    closer = _AsyncResponseCloser(response)
    del closer
    assert closed == [(response, asyncio.get_running_loop())]


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of a stream with some chunks after its last event."""

    def __init__(self, more: int) -> None:
        self.more, self.read, self.ended = more, 0, False

    def __iter__(self) -> Iterator[bytes]:
        yield content("Hi") + DONE
        for _ in range(self.more):
            self.read += 1
            yield b": bye\n\n"
        self.ended = True

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk


@pytest.mark.parametrize(("more", "read"), [(0, 0), (3, 3), (DRAIN_CHUNKS - 1, DRAIN_CHUNKS - 1), (100, DRAIN_CHUNKS)])
async def test_a_few_chunks_after_the_last_event_are_read(
    kind: str, more: int, read: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quant_ai.streaming.watchdog.enforces_read_deadlines", lambda response: True)
    body = Body(more)

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=body)

    async with client_of(kind, answer) as client, open_stream(client) as stream:
        assert (await stream.final()).response.content == "Hi"
    assert (body.read, body.ended) == (read, more < DRAIN_CHUNKS)


async def test_what_does_not_come_after_the_last_event_is_not_waited_for() -> None:
    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield content("Hi") + DONE
            await anyio.sleep_forever()

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=Endless())

    async with client_of("async", answer) as client:
        with anyio.fail_after(10):
            assert (await open_stream(client).final()).response.content == "Hi"


def leave(stream: Stream[Any, Any], how: str) -> None:
    """Leave a stream while the test still refers to it."""
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
        stream = open_sync_stream(client)
        leave(stream, how)
        assert server.closed_by_peer.wait(5)
        stream.close()


def test_a_loop_that_is_left_closes_its_connection() -> None:
    with serving(streaming(content("a"), content("b"), end=False)) as server, sync_client(server.url) as client:
        for _ in open_sync_stream(client):
            break
        assert server.closed_by_peer.wait(5)


@pytest.mark.parametrize("read_some", [True, False])
def test_dropping_a_stream_closes_its_connection_without_garbage_collection(read_some: bool) -> None:
    with serving(streaming(content("a"), content("b"), end=False)) as server, sync_client(server.url) as client:
        gc.disable()
        try:
            stream = open_sync_stream(client)
            stream.__enter__()
            if read_some:
                next(stream)
            del stream
            assert server.closed_by_peer.wait(5)
        finally:
            gc.enable()


@pytest.mark.parametrize("how", ["break", "error", "exception", "close"])
async def test_leaving_an_async_stream_that_is_still_referenced_closes_its_connection(how: str) -> None:
    with serving(streaming(content("a"), BROKEN, end=False)) as server:
        async with async_client(server.url) as client:
            stream = open_stream(client)
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


async def test_no_timer_refers_to_a_stream_that_has_ended() -> None:
    with serving(streaming(content("a"), DONE)) as server:
        async with async_client(server.url) as client:
            stream = open_stream(client)
            await stream.final()
            reader = weakref.ref(stream._reader)
            del stream
            assert reader() is None


@pytest.mark.parametrize("how", ["exit", "break", "exception", "drop", "unread"])
async def test_leaving_an_async_stream_closes_its_connection(how: str) -> None:
    with serving(streaming(content("a"), content("b"), end=False)) as server:
        async with async_client(server.url) as client:
            stream = open_stream(client)
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
    with serving(streaming(content("a"), end=False)) as server:
        async with async_client(server.url) as client:
            with anyio.CancelScope() as scope:
                async with open_stream(client) as stream:
                    async for _ in stream:
                        scope.cancel()
            assert scope.cancelled_caught
            assert await anyio.to_thread.run_sync(server.closed_by_peer.wait, 5)


async def test_a_stream_that_was_closed_is_not_complete(kind: str) -> None:
    with serving(streaming(content("a"), end=False)) as server:
        async with any_client(kind, server.url) as client:
            stream = open_stream(client)
            await anext(stream)
            await stream.close()
            with pytest.raises(StreamIncompleteError):
                await stream.final()
            assert stream.snapshot.response.content == "a"
