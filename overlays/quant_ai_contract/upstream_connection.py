"""A connection to the server that is recorded, for one request after another. Replies keep the pieces they came in."""

from __future__ import annotations

import asyncio
import select
import ssl
import sys
import time
from collections.abc import AsyncIterator
from socket import SOCK_STREAM, socket
from typing import Final, cast

from aiohappyeyeballs import start_connection

from .reply_parser import NotHttpError, ReplyParser

LARGEST_UNREAD: Final = 256 * 1024  # bytes of a reply that wait for the client
_NEXT_ADDRESS_AFTER: Final = 0.25  # seconds without a connection until another address is tried too


class UpstreamFailure(Exception):
    """No reply, or no whole reply, has come from the server; the message says why."""


class ConnectionBroken(UpstreamFailure):
    """The server took the connection and broke it."""

    def __init__(self, message: str, *, reset: bool) -> None:
        super().__init__(message)
        self.reset = reset
        """Whether it reset the connection instead of closing it."""


class UpstreamConnection(asyncio.Protocol):
    """One connection."""

    def __init__(self) -> None:
        self.idle_since = 0.0
        self._transport: asyncio.Transport
        self._loop = asyncio.get_running_loop()
        self._reply: ReplyParser | None = None
        self._failure: UpstreamFailure | None = None
        self._reader: asyncio.Future[None] | None = None
        self._room: asyncio.Future[None] | None = None  # while too much waits to be sent
        self._sending: asyncio.Task[None] | None = None
        self._unread = 0

    @classmethod
    async def connect(cls, host: str, port: int, context: ssl.SSLContext | None) -> UpstreamConnection:
        """Connect to the first address of a host that answers.

        Raises:
            OSError: None does, or its certificate is not trusted.
        """
        loop = asyncio.get_running_loop()
        addresses = await loop.getaddrinfo(host, port, type=SOCK_STREAM)
        connected = await start_connection(addresses, happy_eyeballs_delay=_NEXT_ADDRESS_AFTER, interleave=1)
        name = host if context is not None else None
        return (await loop.create_connection(cls, sock=connected, ssl=context, server_hostname=name))[1]

    async def start_tls(self, host: str, context: ssl.SSLContext) -> None:
        """Go on with TLS, after a proxy has opened a tunnel."""
        made = await self._loop.start_tls(self._transport, self, context, server_hostname=host)
        assert made is not None
        self._transport = made

    async def send(
        self, method: str, head: bytes, first: bytes, rest: AsyncIterator[bytes] | None = None
    ) -> ReplyParser:
        """Send a request, and return as soon as the head of the reply is there; the rest of the body goes on then.

        Raises:
            UpstreamFailure: There is no reply.
            Exception: What `rest` raises before there is a reply.
        """
        self._reply = reply = ReplyParser(method)
        self._unread = 0
        self._write(head + first)
        if rest is not None:
            self._sending = self._loop.create_task(self._send(rest))
            self._sending.add_done_callback(lambda _: self._wake())
        while not reply.has_head:
            if self._sending is not None and self._sending.done():
                self._sending.result()
            await self._more()
        return reply

    async def chunks(self) -> AsyncIterator[bytes]:
        """The body of the reply, piece by piece.

        Raises:
            UpstreamFailure: It does not come whole.
        """
        reply = self._reply
        assert reply is not None
        while True:
            while reply.pieces:
                yield reply.pieces.popleft()
            if self._unread > LARGEST_UNREAD and not self._transport.is_closing():
                self._transport.resume_reading()
            self._unread = 0
            if reply.is_complete:
                return
            await self._more()

    def end_reply(self) -> bool:
        """End the exchange; whether another request can be sent."""
        reply, sending = self._reply, self._sending
        self._reply = self._sending = None
        if sending is not None:
            is_sent = sending.done() and not sending.cancelled() and sending.exception() is None
            sending.cancel()
            if not is_sent:
                return False
        self.idle_since = time.monotonic()
        return reply is not None and reply.can_follow and self._failure is None

    def is_open(self) -> bool:
        """Whether the server has neither closed an idle connection nor sent something on it."""
        connection: socket | None = self._transport.get_extra_info("socket")
        if self._failure is not None or self._transport.is_closing() or connection is None:
            return False
        if sys.platform == "win32":
            return not select.select([connection.fileno()], [], [], 0)[0]
        poll = select.poll()
        poll.register(connection.fileno(), select.POLLIN)
        return not poll.poll(0)

    def close(self) -> None:
        """Close the connection at once."""
        if self._sending is not None:
            self._sending.cancel()
        self._transport.abort()

    async def _send(self, rest: AsyncIterator[bytes]) -> None:
        async for piece in rest:
            if self._room is not None:
                await self._room
            if self._failure is not None:  # the reply says why, if there is one
                return
            self._write(piece)

    def _write(self, data: bytes) -> None:
        try:
            self._transport.write(data)
        except (OSError, RuntimeError) as error:  # uvloop raises RuntimeError for a connection that is closed
            self._fail(ConnectionBroken(str(error), reset=True))

    async def _more(self) -> None:
        """Wait until more of the reply has come."""
        if self._failure is not None:
            raise self._failure
        self._reader = self._loop.create_future()
        try:
            await self._reader
        finally:
            self._reader = None

    def _wake(self) -> None:
        if self._reader is not None and not self._reader.done():
            self._reader.set_result(None)

    def _fail(self, failure: UpstreamFailure) -> None:
        if self._failure is None:
            self._failure = failure
        self.resume_writing()
        self._wake()

    # What the transport calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Parse what has come."""
        reply = self._reply
        if reply is None:
            self._fail(UpstreamFailure("the server sent a reply that nobody asked for"))
            return
        try:
            reply.feed(data)
        except NotHttpError as error:
            self._fail(UpstreamFailure(f"no HTTP reply: {error}"))
            self._transport.abort()
            return
        was_unread, self._unread = self._unread, self._unread + len(data)
        if was_unread <= LARGEST_UNREAD < self._unread and not reply.is_complete:
            self._transport.pause_reading()
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """End, and with the connection a reply without a length."""
        reply = self._reply
        if exc is None and reply is not None:
            reply.end()
        when = "before the reply was complete" if reply is not None and reply.has_head else "without sending a reply"
        self._fail(ConnectionBroken(error_text(exc) if exc else f"it was closed {when}", reset=exc is not None))

    def pause_writing(self) -> None:
        """Wait with the rest of the body."""
        if self._room is None:
            self._room = self._loop.create_future()

    def resume_writing(self) -> None:
        """Go on with the rest of the body."""
        room, self._room = self._room, None
        if room is not None and not room.done():
            room.set_result(None)


def error_text(error: Exception) -> str:
    """An error of a connection in one line: its kind, and what it says if it says anything."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
