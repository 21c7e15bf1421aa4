"""Speak HTTP/1.1 with one client: bytes in, requests to the application, replies out.

A reply that is ready at once leaves, head and body together, in the call that read the end of its request: no task, no
queue. Starting a task for each request, as servers for any application must, costs more than all that this server does
to answer one. What takes time (streams, faults, the control plane) does run as a task, over the ASGI interface, and the
next request of the connection waits for it.

A client that keeps its connection sends the same head again and again. What the parser made of the last heads is
remembered under their bytes, so that a request in one piece behind a known head is not parsed again.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, ClassVar, NamedTuple, cast
from urllib.parse import unquote

import httptools
from starlette.types import ASGIApp, Message, Scope

from .request import Request
from .sending import TRANSPORT

log = logging.getLogger("quant_ai_mock")
Head = Iterable[tuple[bytes, bytes]]

_PHRASES = {int(status): status.phrase.encode() for status in HTTPStatus}
_LINES = {status: b"HTTP/1.1 %d %b\r\n" % (status, _PHRASES.get(status, b"")) for status in range(100, 600)}
_BODILESS = (204, 304)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HEADS = 64  # remembered
_LONGEST = 4096  # bytes of a head that is worth it
_LARGEST_HEAD = 64 * 1024  # bytes of an address and all headers
_BROKEN = {
    400: b'{"message":"The request is not valid HTTP/1.1.","error":true}',
    431: b'{"message":"The head of the request is larger than 64 KB.","error":true}',
}


class _Waiting(NamedTuple):
    """A request that was read, and what the connection has to know to answer it."""

    request: Request
    keep: bool
    chunks: bool  # whether the client understands a body in chunks


class Connection(asyncio.Protocol):
    """One client. An application with an `answer` method is asked that first, and over ASGI for what it leaves."""

    _known: ClassVar[dict[bytes, tuple[Request, int]]] = {}
    """Requests by the bytes of their heads, to be had again with another body of the same length."""

    def __init__(self, app: ASGIApp, peers: set[Connection]) -> None:
        self.transport: asyncio.Transport
        self._app = app
        self._answer = getattr(app, "answer", None)
        self._peers = peers
        self._parser: Any = httptools.HttpRequestParser(self)
        self._waiting: deque[_Waiting] = deque()
        self._running: asyncio.Task[None] | None = None
        self._reply: _Reply | None = None
        self._broken = 0  # the status of what cannot be read on
        self._whole = True  # nothing was read of a request that has not ended
        self._keep = True
        self._drained = asyncio.Event()
        self._drained.set()
        self._url = b""
        self._headers: list[tuple[bytes, bytes]] = []
        self._request: Request | None = None
        self._body: list[bytes] = []
        self._size = 0
        self._head = 0

    # What the transport says.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's are none by class
        self._peers.add(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self._peers.discard(self)
        self._waiting.clear()
        self._drained.set()
        if self._reply is not None:
            self._reply.gone()
        self._parser = None  # it refers to this object

    def data_received(self, data: bytes) -> None:
        if self._broken or self._parser is None:
            return
        fresh = self._whole and not self._waiting and self._running is None
        end = data.find(b"\r\n\r\n", 0, _LONGEST) + 4 if fresh else 3
        if end > 3:
            known = self._known.get(data[:end])
            if known is not None and known[1] == len(data) - end:
                self._serve(_Waiting(known[0].with_body(data[end:]), True, True))
                return
        try:
            self._whole = False
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            # Answered as if it had not asked; what comes after may be anything.
            self._waiting.append(self._waiting.pop()._replace(keep=False))
        except httptools.HttpParserError:
            self._broken = 431 if self._head > _LARGEST_HEAD else 400
        if end > 3 and self._whole and len(self._waiting) == 1:
            self._remember(data[:end], len(data) - end)
        self._advance()

    def _remember(self, head: bytes, length: int) -> None:
        """Keep what was read of a head, where that was all that it takes to read the next one like it."""
        waiting = self._waiting[0]
        request = waiting.request
        told = request.fields.keys() & {b"transfer-encoding", b"expect", b"upgrade"}
        if waiting.keep and not told and request.length == length == len(request.body):
            if len(self._known) >= _HEADS:
                self._known.clear()
            self._known[head] = request.with_body(b""), length

    def pause_writing(self) -> None:
        self._drained.clear()
        self.transport.pause_reading()  # who does not read has no more to ask

    def resume_writing(self) -> None:
        self._drained.set()
        self.transport.resume_reading()

    # What the parser says. Nothing is answered here: an exception would be the parser's.

    def on_message_begin(self) -> None:
        self._whole = False
        self._head = 0
        self._url = b""
        self._headers = []
        self._request = None
        self._body = []
        self._size = 0

    def on_url(self, url: bytes) -> None:
        self._url += url
        self._grow(len(url))

    def on_header(self, name: bytes, value: bytes) -> None:
        self._headers.append((name.lower(), value))
        self._grow(len(name) + len(value))

    def _grow(self, size: int) -> None:
        self._head += size
        if self._head > _LARGEST_HEAD:
            raise ValueError("the head is too large")  # ends the parser's work

    def on_headers_complete(self) -> None:
        url, headers = self._url, self._headers
        path, _, query = url.partition(b"?")
        if b"#" in url or not path.startswith(b"/"):
            parsed = httptools.parse_url(url)
            path, query = parsed.path or b"/", parsed.query or b""
        request = Request(self._parser.get_method().decode("ascii"), path, query, headers, dict(headers))
        self._request = request
        expects = request.fields.get(b"expect", b"").lower() == b"100-continue"
        if request.says_too_large:
            request.too_large = True
            self._done(keep=not expects)
        elif expects and not self._waiting and self._running is None:
            self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def on_body(self, body: bytes) -> None:
        request = self._request
        if request is None:
            return
        self._body.append(body)
        self._size += len(body)
        if self._size > request.most:
            request.too_large = True
            self._done()

    def on_message_complete(self) -> None:
        self._whole = True
        if self._request is not None:
            if self._body:
                self._request.body = self._body[0] if len(self._body) == 1 else b"".join(self._body)
            self._done()

    def _done(self, *, keep: bool = True) -> None:
        """The request is complete, or will not be read any further."""
        assert self._request is not None
        new = self._parser.get_http_version() != "1.0"
        self._waiting.append(_Waiting(self._request, keep and new and self._parser.should_keep_alive(), new))
        self._request, self._body = None, []

    # Answering.

    def _advance(self) -> None:
        """Answer what waits, in its order, as far as that takes no time."""
        while self._waiting and self._running is None and not self.transport.is_closing():
            self._serve(self._waiting.popleft())
        if self._running is not None:
            if self._waiting:
                self.transport.pause_reading()
        elif self._broken and not self.transport.is_closing():
            self._keep = False
            self.write(self._broken, [(b"content-type", b"application/json")], _BROKEN[self._broken])

    def _serve(self, waiting: _Waiting) -> None:
        request, self._keep, _ = waiting
        exchange = self._answer(request) if self._answer is not None else None
        if exchange is not None and exchange.is_whole:
            status, headers, body = exchange.finish()
            self.write(status, headers, body, head_only=request.method == "HEAD")
            return
        self._reply = _Reply(self, waiting)
        self._running = asyncio.get_running_loop().create_task(self._run(waiting, exchange, self._reply))

    async def _run(self, waiting: _Waiting, exchange: Any, reply: _Reply) -> None:
        scope = self._scope(waiting)
        try:
            if exchange is not None:
                await exchange.send(scope, reply.receive, reply.send)
            else:
                await self._app(scope, reply.receive, reply.send)
        except Exception:
            log.exception("%s %s failed", scope["method"], scope["path"])
        finally:
            self._running = self._reply = None
            if not reply.over:  # an error, or a server that ends
                self.transport.abort()
            elif not self.transport.is_closing():
                self.transport.resume_reading()
                self._advance()

    def write(self, status: int, headers: Head, body: bytes, *, head_only: bool = False) -> None:
        """Write a whole reply."""
        parts = self.head(status, headers)
        if status in _BODILESS:
            parts.append(b"\r\n")
        else:
            parts.append(b"content-length: %d\r\n\r\n" % len(body))
            if not head_only:
                parts.append(body)
        self.transport.write(b"".join(parts))
        if not self._keep:
            self.transport.close()

    def head(self, status: int, headers: Head) -> list[bytes]:
        """The lines of a reply's head, without the empty one at the end."""
        parts = [_LINES.get(status) or b"HTTP/1.1 %d \r\n" % status, _date()]
        for name, value in headers:
            if b"\n" in value or b"\r" in value:
                value = value.replace(b"\r", b" ").replace(b"\n", b" ")
            parts += (name, b": ", value, b"\r\n")
        if not self._keep:
            parts.append(b"connection: close\r\n")
        return parts

    async def drained(self) -> None:
        """Wait until the client has read what was written, for the most part."""
        await self._drained.wait()

    @property
    def running(self) -> asyncio.Task[None] | None:
        """The task that is sending a reply piece by piece, where one is."""
        return self._running

    # Ending.

    def end(self) -> asyncio.Task[None] | None:
        """Take no more requests; returns the one that is being answered."""
        self._keep = False
        self._waiting.clear()
        if self._running is None:
            self.transport.close()
        return self._running

    def close(self) -> None:
        """Close the connection once what was written has left."""
        if not self._keep:
            self.transport.close()

    def _scope(self, waiting: _Waiting) -> Scope:
        request = waiting.request
        return {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1" if waiting.chunks else "1.0",
            "method": request.method,
            "scheme": request.scheme,
            "path": unquote(request.path.decode("latin-1")),
            "raw_path": request.path,
            "query_string": request.query,
            "root_path": "",
            "headers": request.headers,
            "client": self.transport.get_extra_info("peername"),
            "server": self.transport.get_extra_info("sockname"),
            "extensions": {TRANSPORT: self.transport},
        }


class _Reply:
    """A reply that a task sends over the ASGI interface, piece by piece."""

    def __init__(self, connection: Connection, waiting: _Waiting) -> None:
        self.over = False
        self._connection = connection
        self._request = waiting.request
        self._chunks = waiting.chunks
        self._read = False
        self._gone = asyncio.Event()
        self._start: tuple[int, list[tuple[bytes, bytes]]] | None = None
        self._begun = False
        self._chunked = False

    def gone(self) -> None:
        """The client is gone."""
        self.over = True
        self._gone.set()

    async def receive(self) -> Message:
        if not self._read:
            self._read = True
            return {"type": "http.request", "body": self._request.body, "more_body": False}
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        if self.over:
            return
        if message["type"] == "http.response.start":
            self._start = message["status"], list(message.get("headers", ()))
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        transport = self._connection.transport
        if not self._begun:
            transport.write(self._head(whole=None if more else body) + self._piece(body, more=more))
        else:
            transport.write(self._piece(body, more=more))
        if not more:
            self.gone()
            self._connection.close()
        else:
            await self._connection.drained()

    def _head(self, whole: bytes | None) -> bytes:
        """The head of the reply, which says how one knows its end."""
        if self._start is None:
            raise RuntimeError("a body was sent before http.response.start")
        self._begun = True
        status, headers = self._start
        bodiless = status in _BODILESS
        if bodiless or not any(name.lower() == b"content-length" for name, _ in headers):
            headers = [pair for pair in headers if pair[0].lower() != b"content-length"]
            if bodiless:
                pass
            elif whole is not None:
                headers.append((b"content-length", b"%d" % len(whole)))
            elif self._chunks:
                self._chunked = True
                headers.append((b"transfer-encoding", b"chunked"))
        return b"".join([*self._connection.head(status, headers), b"\r\n"])

    def _piece(self, body: bytes, *, more: bool) -> bytes:
        if self._request.method == "HEAD":
            return b""
        if not self._chunked:
            return body
        piece = b"%x\r\n%b\r\n" % (len(body), body) if body else b""
        return piece if more else piece + b"0\r\n\r\n"


_today: tuple[int, bytes] = (0, b"")


def _date() -> bytes:
    """The header `date`, made once a second."""
    global _today
    now = int(time.time())
    if now != _today[0]:
        t = time.gmtime(now)
        day = f"{_DAYS[t.tm_wday]}, {t.tm_mday:02} {_MONTHS[t.tm_mon - 1]} {t.tm_year}"
        _today = now, f"date: {day} {t.tm_hour:02}:{t.tm_min:02}:{t.tm_sec:02} GMT\r\n".encode()
    return _today[1]
