"""The recording proxy as an ASGI application.

A chunk of a reply is passed on as soon as it has come, and kept for the recording. The end of a reply is passed on once
the exchange is written, so that a client with a complete reply finds it in the file. An exchange is judged after that.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

import orjson
from starlette.types import Receive, Scope, Send

from .captured import READABLE, CapturedExchange, HeaderList
from .contract_operations import EVENT_STREAM
from .exchange import media_type
from .own_urls import OwnUrls
from .upstream import Upstream, UpstreamReply, forwarded
from .upstream_connection import ConnectionBroken, UpstreamFailure

CONNECTION: Final = "quant_ai_contract.connection"
"""The extension of the ASGI scope with the connection to the client."""
_LONGEST_REASON: Final = 300
_LARGEST_WHOLE: Final = 1024 * 1024  # bytes of a reply with a length in which URLs are replaced
_HEADERS_WITH_URLS: Final = ("location", "content-location", "link")
_BODILESS: Final = (204, 304)
GONE: Final = "the client closed the connection"
STOPPED: Final = "the recording ended"


class ClientGone(Exception):
    """The client closed its connection before it had sent the whole request."""


class Connection(Protocol):
    """The connection to a client, as a server offers it in the scope."""

    on_lost: Callable[[], object] | None
    """Called when the connection is lost."""

    def close(self, *, reset: bool) -> None:
        """Close the connection without the end of a reply; with `reset` so that the client sees it reset."""


class Recorder:
    """Forwards requests to one server, and hands on what it saw."""

    def __init__(
        self, upstream: Upstream, done: Callable[[CapturedExchange], None], say: Callable[[str], None]
    ) -> None:
        """Begin to record.

        Args:
            upstream: The server.
            done: Called with each exchange, before the end of its reply is passed on.
            say: Called with one line for what goes wrong on the way.
        """
        self._upstream = upstream
        self._done = done
        self._say = say
        self.after: Callable[[], None] = lambda: None
        """Called after a reply was passed on."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await _reply(send, *refusal)
            return
        passage = _Passage(self._upstream, self._done, self._say, scope, receive, send)
        connection: Connection = scope["extensions"][CONNECTION]
        task = asyncio.current_task()
        assert task is not None

        def lost() -> None:
            passage.cut_off()
            task.cancel()

        connection.on_lost = lost
        try:
            await passage.run()
        except asyncio.CancelledError:
            passage.cut_off()
            connection.close(reset=False)
        finally:
            connection.on_lost = None
        self.after()

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Why a request is not forwarded, if it is not."""
        headers = dict(scope["headers"])
        if scope["method"] == "CONNECT":
            return 405, "this proxy records one server; send your requests to it in place of that server"
        if headers.get(b"upgrade", b"").lower() == b"websocket":
            return 501, "WebSockets are not recorded"
        target: str = scope["raw_path"].decode("latin-1")
        if not target.startswith("/"):
            origin = "{0.scheme}://{0.netloc}".format(urlsplit(target))
            host = headers.get(b"host", b"").decode("latin-1")
            if origin not in (self._upstream.origin, f"http://{self._own_host(scope)}") and target != "*":
                return 421, f"this proxy forwards to {self._upstream.origin}, not to {origin or host}"
        return None

    def _own_host(self, scope: Scope) -> str:
        host, port = scope["server"] or ("", None)
        return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


class _Passage:
    """One request on its way to the server, and its reply on the way back."""

    def __init__(
        self,
        upstream: Upstream,
        done: Callable[[CapturedExchange], None],
        say: Callable[[str], None],
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        self._upstream, self._done, self._say = upstream, done, say
        self._scope, self._receive, self._send = scope, receive, send
        self._began = time.perf_counter()
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
        self._target = upstream.prefix + _path_and_query(scope)
        self._captured = CapturedExchange(
            method=scope["method"],
            url=upstream.origin + self._target,
            http_version=f"HTTP/{scope['http_version']}",
            started=time.time(),
            request_headers=self._request_headers(headers),
        )
        self._is_recorded = False
        self._is_chunked = any(name == b"transfer-encoding" for name, _ in scope["headers"])
        self._more_comes = True  # of the body of the request

    async def run(self) -> None:
        """Pass the request on, and its reply back."""
        captured = self._captured
        try:
            first, rest = await self._body()
            reply = await self._upstream.send(captured.method, self._target, captured.request_headers, first, rest)
        except ClientGone:
            self.record(GONE)
        except UpstreamFailure as error:
            await self._without_reply(error)
        else:
            try:
                await self._pass_back(reply)
            finally:
                reply.close()

    def cut_off(self) -> None:
        """Record what there is, since the client is gone or the recording ends."""
        self.record(STOPPED if self._connection.on_lost is not None else GONE)

    async def _pass_back(self, reply: UpstreamReply) -> None:
        captured = self._captured
        captured.head_at = self._now()
        captured.status, captured.reason, captured.http_version = reply.status, reply.reason, reply.http_version
        captured.reply_headers = reply.headers
        headers = [
            (name.encode("latin-1"), self._own_header(name.lower(), value.encode("latin-1")))
            for name, value in forwarded(captured.reply_headers)
        ]
        left = self._length(headers)
        urls = self._own_urls(left)
        if left == 0:  # the client has the whole reply with its head
            self.record()
        try:
            if (urls is not None and left > 0) or (left < 0 and self._scope["http_version"] == "1.0"):
                await self._pass_whole(reply, headers, urls)
                return
            await self._send({"type": "http.response.start", "status": captured.status, "headers": headers})
            async for chunk in reply.chunks():
                captured.reply.add(chunk, self._now())
                left -= len(chunk)
                if left == 0:  # the client has the whole reply with this
                    self.record()
                passed = chunk if urls is None else urls.feed(chunk)
                await self._send({"type": "http.response.body", "body": passed, "more_body": True})
        except UpstreamFailure as error:
            if urls is not None and left < 0:
                await self._send({"type": "http.response.body", "body": urls.end(), "more_body": True})
            self.record(f"the server broke the connection: {_shortened(error)}")
            self._connection.close(reset=isinstance(error, ConnectionBroken) and error.reset)
            return
        self.record()
        self._connection.on_lost = None  # a client may go now
        await self._send({"type": "http.response.body", "body": b"" if urls is None else urls.end()})

    async def _pass_whole(self, reply: UpstreamReply, headers: list[tuple[bytes, bytes]], urls: OwnUrls | None) -> None:
        """Pass a reply on as a whole: its length may change, or it has none and HTTP/1.0 does not know chunks."""
        pieces, start = [], {"type": "http.response.start", "status": self._captured.status}
        broken = None
        try:
            async for chunk in reply.chunks():
                self._captured.reply.add(chunk, self._now())
                pieces.append(chunk if urls is None else urls.feed(chunk))
        except UpstreamFailure as error:
            broken = error
        body = b"".join([*pieces, b"" if urls is None else urls.end()])
        if broken is not None:
            await self._send({**start, "headers": headers})
            await self._send({"type": "http.response.body", "body": body, "more_body": True})
            raise broken
        self.record()
        others = [pair for pair in headers if pair[0].lower() != b"content-length"]
        await self._send({**start, "headers": [*others, (b"content-length", b"%d" % len(body))]})
        self._connection.on_lost = None  # a client may go now
        await self._send({"type": "http.response.body", "body": body})

    def _own_urls(self, length: int) -> OwnUrls | None:
        """What replaces the service's URLs in a reply, if it can have any: JSON or events that are not compressed."""
        headers = {name.lower(): value for name, value in self._captured.reply_headers}
        kind = media_type(headers.get("content-type", ""))
        readable = (kind == EVENT_STREAM or "json" in kind) and "content-encoding" not in headers
        if not readable or not self._own_origin or length > _LARGEST_WHOLE or length == 0:
            return None
        return OwnUrls(self._upstream.origin, self._own_origin)

    def _own_header(self, name: str, value: bytes) -> bytes:
        """A header with the proxy's URLs in place of the service's, where a client follows them."""
        if name not in _HEADERS_WITH_URLS or not self._own_origin:
            return value
        urls = OwnUrls(self._upstream.origin, self._own_origin)
        return urls.feed(value) + urls.end()

    @property
    def _own_origin(self) -> str:
        """This proxy as the client calls it; empty if the client does not say."""
        host = next((value for name, value in self._scope["headers"] if name == b"host"), b"").decode("latin-1")
        return f"http://{host}" if host else ""

    def _length(self, headers: list[tuple[bytes, bytes]]) -> int:
        """The number of bytes that are to come; -1 if that is not known."""
        if self._captured.method == "HEAD" or self._captured.status in _BODILESS:
            return 0
        length = next((value for name, value in headers if name.lower() == b"content-length"), b"")
        return int(length) if length.isdigit() else -1

    async def _without_reply(self, error: UpstreamFailure) -> None:
        """No reply has come. If the server took the connection and broke it, so does this proxy."""
        reason = _shortened(error)
        if isinstance(error, ConnectionBroken):
            self.record(f"the server closed the connection without a reply: {reason}")
            self._connection.close(reset=True)
            return
        what = f"{self._upstream.origin}: {reason}"
        self.record(what)
        self._say(f"{self._captured.method} {self._captured.url}: {reason}")
        await _reply(self._send, 502, what)

    async def _body(self) -> tuple[bytes, AsyncIterator[bytes] | None]:
        """The beginning of the body of the request, as it is sent on, and what is still to come."""
        if not self._has_body:
            return b"", None
        first = await self._piece()
        return first, self._pieces() if self._more_comes else None

    async def _pieces(self) -> AsyncIterator[bytes]:
        while self._more_comes:
            yield await self._piece()

    async def _piece(self) -> bytes:
        """The next piece of the body of the request as it is sent on: as a chunk, if it came in chunks."""
        message = await self._receive()
        if message["type"] == "http.disconnect":
            raise ClientGone
        piece: bytes = message.get("body", b"")
        self._more_comes = message.get("more_body", False)
        if piece:
            self._captured.request.add(piece, self._now())
        if not self._is_chunked:
            return piece
        chunk = b"%x\r\n%b\r\n" % (len(piece), piece) if piece else b""
        return chunk if self._more_comes else chunk + b"0\r\n\r\n"

    @property
    def _has_body(self) -> bool:
        names = {name.lower(): value for name, value in self._captured.request_headers}
        return self._is_chunked or names.get("content-length", "0") != "0"

    def _request_headers(self, headers: HeaderList) -> HeaderList:
        """The headers for the server: its own name as the host, and only encodings that can be read."""
        found: HeaderList = [("Host", self._upstream.host)]
        host = next((value for name, value in headers if name == "host"), "")
        known = {name for name, _ in headers}
        for name, value in forwarded(headers):
            if name == "accept-encoding":
                found.append((name, _readable(value)))
            elif name not in ("host", "expect"):  # this proxy has told the client to continue
                found.append((name, value))
        if host and "x-forwarded-host" not in known:
            found += [("x-forwarded-host", host), ("x-forwarded-proto", "http")]
        if any(name == "transfer-encoding" for name in known):
            found.append(("Transfer-Encoding", "chunked"))
        return found

    def record(self, error: str = "") -> None:
        """Hand on the exchange, once."""
        if self._is_recorded:
            return
        self._is_recorded = True
        self._captured.error = error
        self._captured.ended_at = self._now()
        self._done(self._captured)

    @property
    def _connection(self) -> Connection:
        found: Connection = self._scope["extensions"][CONNECTION]
        return found

    def _now(self) -> float:
        """Milliseconds since the request came."""
        return (time.perf_counter() - self._began) * 1000


async def _reply(send: Send, status: int, message: str) -> None:
    body = orjson.dumps({"message": f"quant-ai-contract record: {message}", "error": True})
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": [*headers, (b"connection", b"close")]})
    await send({"type": "http.response.body", "body": body})


def _path_and_query(scope: dict[str, Any] | Any) -> str:
    target: str = scope["raw_path"].decode("latin-1")
    if not target.startswith("/") and target != "*":
        target = urlsplit(target).path or "/"
    query: str = scope["query_string"].decode("latin-1")
    return f"{target}?{query}" if query else target


def _readable(value: str) -> str:
    """The encodings of an Accept-Encoding header that a recording can read."""
    kept = [one.strip() for one in value.split(",") if one.partition(";")[0].strip().lower() in READABLE]
    return ", ".join(kept) or "identity"


def _shortened(error: Exception) -> str:
    return " ".join(str(error).split())[:_LONGEST_REASON]
