"""A request that arrives too slowly is refused. The tests move the clock of the event loop, and wait for nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import closing
from typing import Any

import pytest

from quant_ai_common.http_server import listen
from quant_ai_mock import make_app
from quant_ai_mock.request_timer import SECONDS, SLOWEST
from quant_ai_mock.server import Server

HEAD = b"Host: mock\r\nAuthorization: Bearer test-token\r\n"
GET = b"GET /api/v3/organisations/acme/ai/models HTTP/1.1\r\n" + HEAD
POST = b"POST /api/v3/organisations/acme/ai/sessions HTTP/1.1\r\nContent-Type: application/json\r\n" + HEAD
BODY = b'{"userId":"ada"}'


class MovableLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock can be moved on."""

    ahead = 0.0

    def time(self) -> float:
        return super().time() + self.ahead


class Peer:
    """A connection to a server in the same event loop."""

    def __init__(self, loop: MovableLoop, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.loop = loop
        self.reader = reader
        self.writer = writer

    async def send(self, data: bytes) -> None:
        """Send bytes, and let the server read them."""
        self.writer.write(data)
        await self.writer.drain()
        for _ in range(10):
            await asyncio.sleep(0)

    async def move(self, seconds: float) -> None:
        self.loop.ahead += seconds
        for _ in range(10):
            await asyncio.sleep(0)

    async def status(self) -> int:
        """The status of the next reply, whose body has a length."""
        head = await asyncio.wait_for(self.reader.readuntil(b"\r\n\r\n"), 10 + self.loop.ahead)
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length"))
        await self.reader.readexactly(int(length.split(b":")[1]))
        return int(head.split()[1])

    async def is_closed(self) -> bool:
        try:
            return await self.reader.read(1) == b""
        except ConnectionError:
            return True


def served(talk: Callable[[Peer], Awaitable[Any]]) -> None:
    app = make_app()

    async def run() -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, MovableLoop)
        ready = asyncio.Event()
        server = Server(app, ready.set)
        listener = listen("127.0.0.1", 0)
        serving = asyncio.create_task(server.serve([listener]))
        await ready.wait()
        peer = Peer(loop, *await asyncio.open_connection(*listener.getsockname()))
        await talk(peer)
        peer.writer.close()
        server.should_exit = True
        await serving

    with closing(app.state.store), asyncio.Runner(loop_factory=MovableLoop) as runner:
        runner.run(run())


@pytest.mark.parametrize("begun", [b"G", GET, GET + b"X-A: ", POST + b"Content-Length: 16\r\n\r\n" + BODY[:9]])
def test_a_request_that_does_not_end_is_refused(begun: bytes) -> None:
    async def talk(peer: Peer) -> None:
        await peer.send(begun)
        await peer.move(SECONDS + 1)
        assert await peer.status() == 408
        assert await peer.is_closed()

    served(talk)


def test_a_request_in_time_is_answered_and_the_next_has_its_own_time() -> None:
    async def talk(peer: Peer) -> None:
        for _ in range(3):
            await peer.send(GET)
            await peer.move(SECONDS - 5)
            await peer.send(b"\r\n")
            assert await peer.status() == 200
            await peer.send(POST + b"Content-Length: 16\r\n\r\n")
            await peer.move(SECONDS - 5)
            await peer.send(BODY)
            assert await peer.status() == 201

    served(talk)


def test_a_connection_may_be_idle_between_requests() -> None:
    async def talk(peer: Peer) -> None:
        await peer.send(GET + b"\r\n")
        assert await peer.status() == 200
        await peer.move(10 * SECONDS)
        await peer.send(GET + b"\r\n")
        assert await peer.status() == 200

    served(talk)


def test_a_large_body_has_more_time() -> None:
    async def talk(peer: Peer) -> None:
        large = b'{"userId":"' + b"a" * (10 * SLOWEST) + b'"}'
        await peer.send(POST + b"Content-Length: %d\r\n\r\n" % len(large) + large[:-1])
        await peer.move(SECONDS + 5)
        await peer.send(large[-1:])
        assert await peer.status() in (201, 422)
        await peer.send(POST + b"Content-Length: %d\r\n\r\n" % len(large) + large[:-1])
        await peer.move(SECONDS + 15)
        assert await peer.status() == 408

    served(talk)


def test_a_body_that_is_not_wanted_is_not_waited_for_either() -> None:
    async def talk(peer: Peer) -> None:
        await peer.send(POST.replace(b"test-token", b"wrong") + b"Content-Length: 16\r\n\r\n")
        assert await peer.status() == 401
        await peer.move(SECONDS + 1)
        assert await peer.is_closed()

    served(talk)
