"""One connection to the mock server: what it needs beyond plain HTTP.

- A head larger than 64 KB is answered with 431, a request that arrives too slowly with 408, and what is not HTTP with
  400, after the replies to the requests before it. All are JSON, as all errors of the API are.
- The application can reset the connection, through an extension of the ASGI scope.
- A client that has closed its sending side gets the replies to what it has sent, but no pauses in them.
- When the server ends, so does every connection, after a moment for the replies that are being sent.
- What is written in one turn of the event loop leaves at its end: the head of a reply and its body in one packet, and
  the replies to 16 clients after all of them are made. Network and application keep each other out of the processor's
  caches; taking turns less often makes a reply cheaper by a sixth to a fifth.
"""

from __future__ import annotations

import asyncio
from typing import Any, cast

import httptools
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, RequestResponseCycle

from quant_ai_common.gathered_writes import GatheredWrites
from quant_ai_common.http_protocol import PlainHttpProtocol

from .gateway.connection import EXTENSION
from .request_timer import RequestTimer

GRACE = 0.05  # seconds that a reply has to end in when the server ends
LARGEST_HEAD = 64 * 1024  # bytes of a URL and all headers
LARGEST_READ = 256 * 1024  # bytes that the event loop passes on at once
_REFUSALS = {
    400: b'{"message":"The request is not valid HTTP/1.1.","error":true}',
    408: b'{"message":"The request did not arrive in time.","error":true}',
    431: b'{"message":"The head of the request is larger than 64 KB.","error":true}',
}


class _HeadTooLarge(Exception):
    """The head of a request is larger than `LARGEST_HEAD`."""


class HttpProtocol(PlainHttpProtocol):
    """One connection. It is itself the extension that the application finds in the scope."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._extensions = {EXTENSION: self}
        self._timer = RequestTimer(self.loop, self._is_reading_paused, self._end_slow_request)
        self._in_message = False  # a request has begun to arrive, and not ended
        self._unfinished = 0  # bytes that came without completing the head
        self._refusal = 0  # the status for a request that cannot be read
        self._current: RequestResponseCycle | None = None  # what the application answers now; `cycle` is the newest
        self._half_closed: asyncio.Future[None] | None = None
        self._ended = False  # the client has closed its sending side

    def half_closed(self) -> asyncio.Future[None]:
        """Is done once the client has closed its sending side."""
        if self._half_closed is None:
            self._half_closed = self.loop.create_future()
            if self._ended:
                self._half_closed.set_result(None)
        return self._half_closed

    # What the transport calls.

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin a connection."""
        super().connection_made(cast(asyncio.Transport, GatheredWrites(transport, self.loop)))

    def data_received(self, data: bytes) -> None:
        """Parse what has come. Nothing more is read of a client whose request was refused."""
        if self._refusal:
            return
        self._unset_keepalive_if_required()
        try:
            self.parse(data)
            if self._in_head:
                self._limit_unfinished_head(len(data))
            if self._in_message:
                self._timer.wait(len(data))
        except _HeadTooLarge:
            self._refuse(431)
        except httptools.HttpParserError as error:
            self._refuse(431 if isinstance(error.__context__, _HeadTooLarge) else 400)

    def eof_received(self) -> bool:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        """Close after the replies to all that came whole."""
        self._ended = True
        if self._half_closed is not None and not self._half_closed.done():
            self._half_closed.set_result(None)
        if self.cycle is None or self.cycle.response_complete or self.cycle.more_body or self._refusal:
            self.loop.call_soon(self.transport.close)
        return True

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell the application. uvicorn tells the newest request alone, which may still wait behind another."""
        self._timer.stop()
        if self._current is not None and not self._current.response_complete:
            self._current.disconnected = True
            self._current.message_event.set()
        super().connection_lost(exc)

    # What the parser calls.

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        self.scope["extensions"] = self._extensions  # type: ignore[typeddict-item]  # extensions are dicts to uvicorn
        self._in_message = True
        self._unfinished = 0

    def on_headers_complete(self) -> None:
        """Start the application, unless the head is too large."""
        self._limit_head()
        if self.parser.get_method() == b"CONNECT":
            raise ValueError("this is not a proxy")
        super().on_headers_complete()

    def start_request(self) -> None:
        """Start the application."""
        super().start_request()
        if not self.pipeline:
            self._current = self.cycle

    def end_request(self) -> None:
        """Tell the application that the body is complete."""
        super().end_request()
        self._in_message = False
        self._timer.stop()

    def _limit_head(self) -> None:
        size = len(self.url)
        for name, value in self.headers:
            size += len(name) + len(value)
        if size > LARGEST_HEAD:
            raise _HeadTooLarge

    def _limit_unfinished_head(self, size: int) -> None:
        """Limit what has been parsed of a head, and a single header, which is parsed when it is complete."""
        self._unfinished += size
        if self._unfinished > LARGEST_HEAD:
            self._limit_head()
        if self._unfinished > LARGEST_HEAD + LARGEST_READ:
            raise _HeadTooLarge

    # What the application, or the server, brings about.

    def on_response_complete(self) -> None:
        """Go on to the next request, or refuse what could not be read."""
        following = self.pipeline[-1][0] if self.pipeline else None
        super().on_response_complete()
        self._current = following
        if following is not None or self.transport.is_closing():
            return
        if self._refusal:
            self._send_refusal()
        elif self._ended:
            self.transport.close()

    def shutdown(self) -> None:
        """End, because the server does."""
        super().shutdown()
        self.loop.call_later(GRACE, self.transport.abort)

    def _is_reading_paused(self) -> bool:
        return self.flow.read_paused

    def _end_slow_request(self) -> None:
        """Refuse a request that does not come to its end; if it has a reply already, close the connection."""
        if not self._in_head and self.cycle.response_started:
            self.transport.abort()
        else:
            self._refuse(408)

    def _refuse(self, status: int) -> None:
        """Read nothing more, and answer with a status once the requests before have their replies."""
        self._refusal = status
        body_is_broken = self.cycle is not None and self.cycle.more_body
        if body_is_broken and self.pipeline:
            self.pipeline.popleft()  # it has not been started
        elif body_is_broken or self._current is None:
            self._send_refusal()

    def _send_refusal(self) -> None:
        body = _REFUSALS[self._refusal]
        headers = [
            *self.server_state.default_headers,
            (b"content-type", b"application/json"),
            (b"content-length", b"%d" % len(body)),
            (b"connection", b"close"),
        ]
        lines = [b"%b: %b\r\n" % pair for pair in headers]
        self.transport.write(b"".join([STATUS_LINE[self._refusal], *lines, b"\r\n", body]))
        self.transport.close()
