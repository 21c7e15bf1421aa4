"""A transport of httpx over aiohttp, for `http_client="aiohttp"`.

httpx-aiohttp does the same, but rewrites URLs, keeps cookies, and loses what went wrong; see `aiohttp_failures`.
"""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

import aiohttp
import httpx
from yarl import URL

from ..errors import ConfigurationError
from .aiohttp_failures import TranslatedBody, translated
from .certificates import trusted_certificates
from .connections import KEEP_ALIVE, MAX_CONNECTIONS, PROXY, origin_of
from .event_loops import current_loop, is_asyncio
from .libraries import HTTPX
from .loop_bound import LoopBound
from .proxies import environment_proxy

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator

    from .proxies import EnvironmentProxy

_MAX_HEAD: Final = 65536
"""Bytes of a line of the head; aiohttp's 8,190 are less than some services send."""
_NOT_ADDED: Final = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")


class AiohttpTransport(httpx.AsyncBaseTransport):
    """Sends the requests of an `httpx.AsyncClient` with aiohttp, on asyncio."""

    def __init__(self) -> None:
        self.agent = f"aiohttp/{aiohttp.__version__}"
        self._sessions = LoopBound(self._session)
        self._certificates: ssl.SSLContext | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the response's body is still to be read.

        Raises:
            httpx.TransportError: There was no response.
        """
        here = await self._sessions.here()
        session = here.session
        url, timeout = request.url, request.extensions.get("timeout", {})
        proxy = self._proxy(*origin_of(request))
        if proxy is not None:
            request.extensions[PROXY] = str(proxy)
        encrypted = url.scheme == "https" or (proxy is not None and proxy.url.startswith("https:"))
        content: Any = request.stream
        with suppress(httpx.RequestNotRead):
            content = BytesIO(request.content) if request.content else None  # aiohttp warns of many bytes
        headers = [(name, value) for name, value in request.headers.multi_items() if name != "transfer-encoding"]
        with translated():
            response = await session.request(
                request.method,
                # As it is: yarl would undo percent-encodings, which ids and signatures contain.
                URL(f"{url.scheme}://{url.netloc.decode('ascii')}{url.raw_path.decode('ascii')}", encoded=True),
                headers=headers,
                skip_auto_headers=_NOT_ADDED,
                data=content,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(
                    connect=_sum(timeout.get("pool"), timeout.get("connect")),
                    sock_connect=timeout.get("connect"),
                    sock_read=timeout.get("read"),
                ),
                ssl=self._context() if encrypted else True,
                proxy=None if proxy is None else proxy.url,
            )
        body = _Body(response)
        here.bodies.add(body)
        return httpx.Response(response.status, headers=response.raw_headers, stream=TranslatedBody(body))

    async def aclose(self) -> None:
        """Close all connections."""
        await self._sessions.aclose()

    def prepare(self, scheme: str, host: str, port: int | None) -> None:
        """Find out early what keeps requests from being sent; see `HttpClient.prepare`."""
        self._proxy(scheme, host, port)
        if scheme == "https":
            self._context()

    def _proxy(self, scheme: str, host: str, port: int | None) -> EnvironmentProxy | None:
        proxy = environment_proxy(scheme, host, port)
        if proxy is not None and proxy.is_socks:
            raise ConfigurationError(f"{proxy.variable} is a SOCKS proxy, which aiohttp does not speak; use httpx")
        return proxy

    def _context(self) -> ssl.SSLContext:
        if self._certificates is None:
            self._certificates = trusted_certificates(HTTPX)
        return self._certificates

    def _session(self) -> _Session:
        if not is_asyncio(current_loop()):
            raise ConfigurationError(
                'http_client="aiohttp" needs asyncio, and trio runs here; leave it out, or pass http_client="httpx2"'
            )
        return _Session()


class _Session:
    """A session of aiohttp, for one event loop."""

    def __init__(self) -> None:
        self.session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=MAX_CONNECTIONS, keepalive_timeout=KEEP_ALIVE),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(),
            auto_decompress=False,
            max_line_size=_MAX_HEAD,
            max_field_size=_MAX_HEAD,
        )
        # aiohttp sends a GET, PUT or DELETE again by itself if a kept connection was lost. Only the spec says what may
        # be sent again. The name is private; a test fails if it changes.
        self.session._retry_connection = False
        self.bodies: WeakSet[_Body] = WeakSet()

    async def aclose(self) -> None:
        """Close it, and end the reads of other tasks, which aiohttp would leave waiting."""
        for body in list(self.bodies):
            body.end()
        await self.session.close()


class _Body:
    """The body of a response of aiohttp."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._response.content.iter_any())

    def end(self) -> None:
        """End the present read of another task."""
        self._response.content.set_exception(aiohttp.ClientConnectionError("the client was closed"))

    async def aclose(self) -> None:
        """Give the connection back, or close it if there is more to read."""
        self._response.release()


def _sum(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else first + second
