"""The one server that a recording proxy forwards to, and the connections to it."""

from __future__ import annotations

import asyncio
import base64
import ssl
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from functools import cached_property
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

import httpx

from quant_ai_common.addresses import is_loopback

from .captured import HeaderList
from .reply_parser import ReplyParser
from .upstream_connection import UpstreamConnection, UpstreamFailure, error_text

CONNECT_WITHIN: Final = 30.0  # seconds; a reply may take any time
IDLE: Final = 20.0  # seconds after which an idle connection is not used again
_PORTS: Final = {"http": 80, "https": 443}
_HOP_BY_HOP: Final = frozenset(
    (
        "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer",
        "transfer-encoding", "upgrade",
    )
)  # fmt: skip


class UpstreamError(ValueError):
    """An address that nothing can be forwarded to; the message says why."""


class UpstreamReply:
    """The reply to one request, whose body can be read as it comes."""

    def __init__(self, upstream: Upstream, connection: UpstreamConnection, reply: ReplyParser) -> None:
        self._upstream, self._connection = upstream, connection
        self.status, self.reason = reply.status, reply.reason
        self.http_version, self.headers = reply.http_version, reply.headers

    def chunks(self) -> AsyncIterator[bytes]:
        """The body, piece by piece.

        Raises:
            UpstreamFailure: It does not come whole.
        """
        return self._connection.chunks()

    def close(self) -> None:
        """Let the connection go; it is used again if the reply came whole."""
        self._upstream.let_go(self._connection)


class Upstream:
    """A server's origin, with what comes before the paths there."""

    def __init__(self, address: str) -> None:
        """Take the address of a server.

        Raises:
            UpstreamError: It is no address of a server.
        """
        try:
            parts = urlsplit(address)
            _ = parts.port
            known = parts.scheme in ("http", "https") and bool(parts.hostname)
            url = httpx.URL(address)
        except (ValueError, httpx.InvalidURL, UnicodeError) as error:
            raise UpstreamError(f"not a URL: {error}") from None
        if not known:
            raise UpstreamError("write it with its scheme: https://api.quantcdn.io")
        if parts.username is not None:
            raise UpstreamError("a user in the URL would be sent in place of the token; leave it out")
        if parts.query or parts.fragment:
            raise UpstreamError("it has a query; leave that out")
        self.host = url.netloc.decode("ascii")
        self.origin = f"{parts.scheme}://{self.host}"
        self.prefix = parts.path.rstrip("/")
        self._scheme, self._name = parts.scheme, url.raw_host.decode("ascii")
        self._port = url.port or _PORTS[parts.scheme]
        self._idle: list[UpstreamConnection] = []
        self._context: ssl.SSLContext | None = None

    async def send(
        self,
        method: str,
        target: str,
        headers: HeaderList,
        first: bytes = b"",
        rest: AsyncIterator[bytes] | None = None,
    ) -> UpstreamReply:
        """Send a request, and return as soon as the head of the reply is there.

        Args:
            method: Its method.
            target: Its path and query.
            headers: All of its headers.
            first: The beginning of its body, as it is sent.
            rest: What comes after that.

        Raises:
            UpstreamFailure: It cannot be sent, or there is no reply.
        """
        proxy = self._proxy
        if proxy is not None and self._scheme == "http":
            target, headers = f"{self.origin}{target}", [*headers, *_authorization(proxy)]
        connection = await self._connection(proxy)
        try:
            return UpstreamReply(
                self, connection, await connection.send(method, _head(method, target, headers), first, rest)
            )
        except BaseException:
            connection.close()
            raise

    def let_go(self, connection: UpstreamConnection) -> None:
        """Keep a connection for the next request if it can be used again."""
        if connection.end_reply():
            self._idle.append(connection)
        else:
            connection.close()

    async def close(self) -> None:
        """Close all connections."""
        while self._idle:
            self._idle.pop().close()
        await asyncio.sleep(0)  # until they are closed

    async def _connection(self, proxy: SplitResult | None) -> UpstreamConnection:
        while self._idle:
            found = self._idle.pop()
            if time.monotonic() - found.idle_since < IDLE and found.is_open():
                return found
            found.close()
        try:
            async with asyncio.timeout(CONNECT_WITHIN):
                return await self._connect() if proxy is None else await self._connect_through(proxy)
        except TimeoutError:
            raise UpstreamFailure(f"no connection within {CONNECT_WITHIN:.0f} s") from None
        except (OSError, UnicodeError) as error:
            raise UpstreamFailure(error_text(error)) from None

    async def _connect(self) -> UpstreamConnection:
        return await UpstreamConnection.connect(
            self._name, self._port, self._tls() if self._scheme == "https" else None
        )

    async def _connect_through(self, proxy: SplitResult) -> UpstreamConnection:
        if proxy.scheme not in _PORTS or not proxy.hostname:
            raise UpstreamFailure(f"the proxy that the environment names is none of HTTP: {proxy.scheme}")
        port = proxy.port or _PORTS[proxy.scheme]
        connection = await UpstreamConnection.connect(
            proxy.hostname, port, self._tls() if proxy.scheme == "https" else None
        )
        if self._scheme == "https":
            place = f"{f'[{self._name}]' if ':' in self._name else self._name}:{self._port}"
            head = _head("CONNECT", place, [("Host", place), *_authorization(proxy)])
            try:
                reply = await connection.send("CONNECT", head, b"")
                if reply.status >= 300:
                    raise UpstreamFailure(f"the proxy {proxy.hostname}:{port} replied {reply.status} {reply.reason}")
                connection.end_reply()
                await connection.start_tls(self._name, self._tls())
            except BaseException:
                connection.close()
                raise
        return connection

    def _tls(self) -> ssl.SSLContext:
        if self._context is None:
            self._context = httpx.create_ssl_context()  # of SSL_CERT_FILE and SSL_CERT_DIR, if these are set
            self._context.set_alpn_protocols(["http/1.1"])
        return self._context

    @cached_property
    def _proxy(self) -> SplitResult | None:
        """The proxy that the environment names. This machine is never behind one."""
        if is_loopback(self._name) or urllib.request.proxy_bypass(self._name):
            return None
        proxies = urllib.request.getproxies()
        found = proxies.get(self._scheme) or proxies.get("all")
        return urlsplit(found if "://" in found else f"http://{found}") if found else None


def _head(method: str, target: str, headers: HeaderList) -> bytes:
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers), "", ""]
    return "\r\n".join(lines).encode("latin-1")


def _authorization(proxy: SplitResult) -> HeaderList:
    if proxy.username is None:
        return []
    user = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return [("Proxy-Authorization", f"Basic {base64.b64encode(user.encode()).decode()}")]


def forwarded(headers: HeaderList) -> Iterator[tuple[str, str]]:
    """The headers of a message that are meant for its receiver, and not for this connection alone."""
    connection = [value for name, value in headers if name.lower() == "connection"]
    named = {word.strip().lower() for value in connection for word in value.split(",")}
    return ((name, value) for name, value in headers if name.lower() not in _HOP_BY_HOP | named)
