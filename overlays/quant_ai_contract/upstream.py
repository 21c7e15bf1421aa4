"""The one server that a recording proxy forwards to, and the connections to it.

Each connection is one of httpcore's own. Its pool looks at all connections for each request, which costs as much again
with 16 of them as the requests themselves.
"""

from __future__ import annotations

import ipaddress
import ssl
import urllib.request
from collections.abc import AsyncIterator, Iterator
from typing import Final
from urllib.parse import urlsplit

import httpcore
import httpx

from .captured import HeaderList

CONNECT_WITHIN: Final = 30.0  # seconds; a reply may take any time
IDLE: Final = 20.0  # seconds after which an idle connection is not used again
FAILURES: Final = (
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
    httpcore.ConnectionNotAvailable,
    OSError,
)
"""What can go wrong between this proxy and the server."""
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

    def __init__(self, upstream: Upstream, connection: _Connection, response: httpcore.Response) -> None:
        self._upstream, self._connection, self._response = upstream, connection, response
        self.status = response.status
        self.reason = response.extensions.get("reason_phrase", b"").decode("latin-1")
        self.http_version = response.extensions.get("http_version", b"HTTP/1.1").decode("latin-1")
        self.headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers]

    def chunks(self) -> AsyncIterator[bytes]:
        """The body, piece by piece."""
        return self._response.aiter_stream()

    async def close(self) -> None:
        """Let the connection go; it is used again if the reply came whole."""
        try:
            await self._response.aclose()
        except BaseException:
            await self._connection.aclose()
            raise
        await self._upstream.let_go(self._connection)


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
        self._place = (url.raw_scheme, url.raw_host, url.port)
        self._name = url.host
        self._idle: list[_Connection] = []
        self._context: ssl.SSLContext | None = None

    async def send(
        self, method: str, target: str, headers: HeaderList, content: AsyncIterator[bytes] | None
    ) -> UpstreamReply:
        """Send a request, and return as soon as the head of the reply is there.

        Raises:
            One of `FAILURES`: it cannot be sent, or there is no reply.
        """
        request = httpcore.Request(
            method,
            httpcore.URL(
                scheme=self._place[0], host=self._place[1], port=self._place[2], target=target.encode("latin-1")
            ),
            headers=[(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers],
            content=content,
            extensions={"timeout": {"connect": CONNECT_WITHIN}},
        )
        connection = await self._connection()
        try:
            return UpstreamReply(self, connection, await connection.handle_async_request(request))
        except BaseException:
            await connection.aclose()
            raise

    async def let_go(self, connection: _Connection) -> None:
        """Keep a connection for the next request if it can be used again."""
        if isinstance(connection, httpcore.AsyncHTTPProxy) or connection.is_idle():
            self._idle.append(connection)
        else:
            await connection.aclose()

    async def close(self) -> None:
        """Close all connections."""
        while self._idle:
            await self._idle.pop().aclose()

    async def _connection(self) -> _Connection:
        while self._idle:
            found = self._idle.pop()
            if isinstance(found, httpcore.AsyncHTTPProxy) or not found.has_expired():
                return found
            await found.aclose()
        if self.origin.startswith("https:") and self._context is None:
            self._context = httpx.create_ssl_context()
        proxy = self._proxy()
        if proxy is not None:
            return httpcore.AsyncHTTPProxy(proxy, ssl_context=self._context, max_connections=1, keepalive_expiry=IDLE)
        scheme, host, port = self._place
        return httpcore.AsyncHTTPConnection(
            httpcore.Origin(scheme, host, port or {b"http": 80, b"https": 443}[scheme]),
            ssl_context=self._context,
            keepalive_expiry=IDLE,
        )

    def _proxy(self) -> str | None:
        """The proxy that the environment names. This machine is never behind one."""
        if _is_this_machine(self._name) or urllib.request.proxy_bypass(self._name):
            return None
        proxies = urllib.request.getproxies()
        found = proxies.get(self.origin.partition(":")[0]) or proxies.get("all")
        return found if found is None or "://" in found else f"http://{found}"


_Connection = httpcore.AsyncHTTPConnection | httpcore.AsyncHTTPProxy


def forwarded(headers: HeaderList) -> Iterator[tuple[str, str]]:
    """The headers of a message that are meant for its receiver, and not for this connection alone."""
    connection = [value for name, value in headers if name.lower() == "connection"]
    named = {word.strip().lower() for value in connection for word in value.split(",")}
    return ((name, value) for name, value in headers if name.lower() not in _HOP_BY_HOP | named)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
