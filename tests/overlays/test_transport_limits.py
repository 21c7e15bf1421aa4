"""What ends the opening of a stream, and the reading of a reply, without a network."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import nullcontext
from typing import Any

import anyio
import httpx
import pytest

from quant_ai import ConnectionFailedError, DeadlineError, StreamIdleError, TimedOutError
from quant_ai.http.attempts import Attempts
from quant_ai.http.interrupts import Interrupt
from quant_ai.http.options import DEFAULT_DEADLINE

from .support.clients import client_of, sync_client
from .support.clock import FakeClock
from .support.operations import STREAM, TO_STREAM
from .support.streams import DONE, content, open_stream

pytestmark = pytest.mark.anyio

SOON = {"timeout": 0.01, "idle_timeout": 0.01, "max_retries": 0}


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body made by a function."""

    def __init__(self, chunks: Any) -> None:
        self.chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.chunks())

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self.chunks():
            yield chunk


def answering(chunks: Any) -> Any:
    """Answers with a stream."""
    return lambda _: httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=Body(chunks))


async def test_a_stream_may_take_longer_than_other_calls(kind: str) -> None:
    clock = FakeClock()

    def slowly() -> Iterator[bytes]:
        for _ in range(100):
            clock.now += DEFAULT_DEADLINE / 50
            yield content("a")
        yield DONE

    async with client_of(kind, answering(slowly), clock=clock) as client, open_stream(client) as stream:
        assert (await stream.final()).response.content == "a" * 100


@pytest.mark.parametrize("keep_alives", [2, 3])
async def test_a_stream_of_keep_alives_alone_is_idle(kind: str, keep_alives: int) -> None:
    clock = FakeClock()

    def idle() -> Iterator[bytes]:
        yield content("a")
        for _ in range(keep_alives):
            clock.now += 10
            yield b"event: ping\ndata: {}\n\n"
        yield DONE

    async with client_of(kind, answering(idle), clock=clock, idle_timeout=30) as client, open_stream(client) as stream:
        with pytest.raises(StreamIdleError) if keep_alives == 3 else nullcontext():
            assert (await stream.final()).response.content == "a"


async def test_a_stream_that_is_opening_ends_with_its_client() -> None:
    async def answer(_: httpx.Request) -> httpx.Response:
        client._transport.client.closing.interrupt("the client was closed")
        raise httpx.ConnectError("gone")

    async with client_of("async", answer) as client:
        with pytest.raises(ConnectionFailedError) as caught:
            await open_stream(client).final()
    assert str(caught.value) == "POST /things/stream was ended: the client was closed meanwhile"


@pytest.mark.parametrize(
    ("left", "error", "says"),
    [
        (0.0, DeadlineError, "POST /things/stream did not complete within its deadline of 30 s"),
        (0.5, TimedOutError, "POST /things/stream timed out: the stream did not open within 0.01 s"),
    ],
)
async def test_a_stream_that_does_not_open_in_time_has_a_deadline_too(left: float, error: Any, says: str) -> None:
    clock = FakeClock()

    async def answer(_: httpx.Request) -> None:
        clock.now += 30 - left
        await anyio.sleep_forever()

    async with client_of("async", answer, clock=clock, deadline=30, **SOON) as client:
        with pytest.raises(error) as caught:
            await open_stream(client).final()
    assert str(caught.value) == says


async def test_a_reply_in_the_place_of_a_stream_is_named_with_its_status() -> None:
    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b"{"
            await anyio.sleep_forever()

    async def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(500, stream=Endless())

    async with client_of("async", answer, clock=FakeClock(), **SOON) as client:
        with pytest.raises(TimedOutError) as caught:
            await open_stream(client).final()
    says = "the stream was answered 500, with a body that did not end within 0.01 s"
    assert str(caught.value) == f"POST /things/stream timed out: {says}"


def test_the_reading_of_a_reply_in_the_place_of_a_stream_can_be_ended() -> None:
    own, peer = socket.socketpair()
    peer.setblocking(False)
    interrupt = Interrupt()

    class Connection:
        def get_extra_info(self, _: str) -> socket.socket:
            return own

    def ended_meanwhile() -> Iterator[bytes]:
        interrupt.interrupt("the client was closed")
        assert peer.recv(1) == b""
        yield b"{}"

    with own, peer, sync_client("http://x") as client, interrupt.running():
        transport = client._transport
        attempts = Attempts(transport.endpoint, transport.options, STREAM, TO_STREAM, streamed=True)
        response = httpx.Response(500, stream=Body(ended_meanwhile), extensions={"network_stream": Connection()})
        with pytest.raises(ConnectionFailedError, match="was ended: the client was closed meanwhile"):
            transport.read(attempts, response)
