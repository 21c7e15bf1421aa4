"""The client's own connections: a transport of httpx in which each connection has a pool of its own.

httpcore's pool looks at all of its connections for each request, loses connections to cancelled calls, takes a lock
that `__del__` must not take, and hands a connection on whose last reply had more bytes than it said. So it is only
asked to keep one connection here, and this module decides which call gets which: the one that was used last, because
the others can then grow old. A connection whose call failed is closed, not reused.

Connections are made with `HTTPTransport`, so that tools which patch it (respx, pytest-httpx, tracers) see each request.
"""

from __future__ import annotations

import os
from collections import deque
from contextlib import suppress
from math import inf
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from .certificates import no_certificates, trusted_certificates
from .deadlines import enforce_deadlines
from .interrupts import current_interrupt, shut_down
from .proxies import environment_proxy
from .surplus import has_surplus

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator
    from types import TracebackType

    from .libraries import HttpLibrary

MAX_CONNECTIONS: Final = 1000
KEEP_ALIVE: Final = 5.0
"""Seconds that an unused connection stays open."""
_LOOK: Final = 0.1
"""Seconds between two looks at whether a call that waits for a connection was interrupted."""
PROXY: Final = "quant_ai.proxy"
"""The extension of a request that says through which proxy it went."""

Origin: TypeAlias = tuple[str, str, int | None]


class Connections:
    """A transport for `httpx.Client`: sends requests over connections that it keeps open for a while.

    Args:
        library: httpx or httpx2.
    """

    def __init__(self, library: HttpLibrary) -> None:
        self._maker = TransportMaker(library, is_async=False)
        self._body = type("Body", (_Body, library.http.SyncByteStream), {})
        self._pool = _Pool(self._maker)

    def __enter__(self) -> Connections:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        self.close()

    def handle_request(self, request: Any) -> Any:
        """Send a request; the response's body is still to be read.

        Raises:
            httpx.TransportError: There was no response.
            ConfigurationError: A variable of the environment names a wrong proxy or certificate.
        """
        pool = self._pool
        if pool.process != os.getpid():  # a fork: the connections belong to the parent
            pool.forget()
            pool = self._pool = _Pool(self._maker)
        connection = pool.take(request)
        try:
            response = connection.transport.handle_request(request)
        except BaseException:
            connection.discard()
            raise
        connection.stream = response.extensions.get("network_stream")
        if response.is_closed:  # it came from a tool that replaces the server, such as respx
            connection.release()
        else:
            response.stream = self._body(response.stream, connection)
        return response

    def prepare(self, scheme: str, host: str, port: int | None) -> None:
        """Find out early what keeps requests from being sent; see `HttpClient.prepare`."""
        self._maker.prepare(scheme, host, port)

    def close(self) -> None:
        """Close all connections, those in use included."""
        self._pool.close()


class TransportMaker:
    """Makes transports of one connection each."""

    def __init__(self, library: HttpLibrary, *, is_async: bool) -> None:
        self.library = library
        self._is_async = is_async
        self._certificates: ssl.SSLContext | None = None

    def make(self, origin: Origin, extensions: dict[str, Any]) -> Any:
        """A transport for requests to an origin."""
        http = self.library.http
        proxy = environment_proxy(*origin)
        context = self.certificates() if origin[0] == "https" else no_certificates()
        through = None
        if proxy is not None:
            extensions[PROXY] = str(proxy)
            through = http.Proxy(proxy.url, ssl_context=self.certificates() if proxy.url[:6] == "https:" else None)
        made = (http.AsyncHTTPTransport if self._is_async else http.HTTPTransport)(
            verify=context,
            trust_env=False,
            proxy=through,
            limits=http.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=KEEP_ALIVE),
        )
        if not self._is_async:
            enforce_deadlines(made, self.library)
        return made

    def prepare(self, scheme: str, host: str, port: int | None) -> None:
        """Read what the environment says of requests to a host.

        Raises:
            ConfigurationError: It is wrong.
        """
        environment_proxy(scheme, host, port)
        if scheme == "https":
            self.certificates()

    def certificates(self) -> ssl.SSLContext:
        """The certificates to trust, read at the first use."""
        if self._certificates is None:
            self._certificates = trusted_certificates(self.library)
        return self._certificates


def origin_of(request: Any) -> Origin:
    """Where a request goes."""
    return request.url.scheme, request.url.host, request.url.port


class _Pool:
    """The connections of one process. Takes no lock, so that `__del__` may give a connection back at any moment."""

    def __init__(self, maker: TransportMaker) -> None:
        self.process = os.getpid()
        self.closed = False
        self._maker = maker
        self._idle: deque[_Connection] = deque()  # to every origin, those that were used last at the end
        self._in_use: set[_Connection] = set()
        self._permits: SimpleQueue[None] = SimpleQueue()
        for _ in range(MAX_CONNECTIONS):
            self._permits.put(None)

    def take(self, request: Any) -> _Connection:
        """A connection for a request."""
        if not self._get_permit(request.extensions.get("timeout", {}).get("pool")):
            raise self._maker.library.http.PoolTimeout(f"all {MAX_CONNECTIONS} connections are in use")
        origin = origin_of(request)
        try:
            connection = self._take_idle(origin)
            if connection is None:
                self._close_surplus(room=1)
                connection = _Connection(self, origin, self._maker.make(origin, request.extensions))
        except BaseException:
            self._permits.put(None)
            raise
        self._in_use.add(connection)
        return connection

    def _get_permit(self, seconds: float | None) -> bool:
        end = inf if seconds is None else monotonic() + seconds
        with suppress(Empty):
            self._permits.get_nowait()
            return True
        interrupt = current_interrupt()
        while (left := end - monotonic()) > 0 and not (interrupt and interrupt.reason):
            with suppress(Empty):
                self._permits.get(timeout=min(left, _LOOK))
                return True
        return False

    def _take_idle(self, origin: Origin) -> _Connection | None:
        others: list[_Connection] = []
        try:
            while True:
                connection = self._idle.pop()
                if connection.origin == origin:
                    return connection
                others.append(connection)
        except IndexError:
            return None
        finally:
            self._idle.extend(reversed(others))

    def give_back(self, connection: _Connection, *, reusable: bool) -> None:
        """Take a connection back, for another call if it is reusable."""
        self._in_use.discard(connection)
        if reusable and not self.closed:
            self._idle.append(connection)
            if self.closed:  # by another thread, which has not seen this one
                self.forget()
        self._permits.put(None)
        self._close_surplus()

    def close(self) -> None:
        """Close all connections, those in use included."""
        self.forget()
        for connection in list(self._in_use):
            connection.shut_down()
            connection.transport.close()

    def forget(self) -> None:
        """Close what is not in use. In a process that was forked, that closes only its copies of the parent's."""
        self.closed = True
        while self._idle:
            self._idle.pop().transport.close()

    def _close_surplus(self, room: int = 0) -> None:
        """Close connections that were not used for a while, or that are too many together with those in use."""
        limit = monotonic() - KEEP_ALIVE
        while True:
            try:
                oldest = self._idle.popleft()
            except IndexError:
                return
            if oldest.used >= limit and len(self._idle) + 1 + len(self._in_use) + room <= MAX_CONNECTIONS:
                self._idle.appendleft(oldest)
                return
            oldest.transport.close()


class _Connection:
    """A connection, in a transport of its own."""

    def __init__(self, pool: _Pool, origin: Origin, transport: Any) -> None:
        self.pool, self.origin, self.transport = pool, origin, transport
        self.used = inf
        self.stream: Any = None

    def shut_down(self) -> None:
        """End a read in another thread, which closing would not."""
        if self.stream is not None:
            shut_down(self.stream.get_extra_info("socket"))

    def release(self) -> None:
        """Give the connection back after its response was closed."""
        if has_surplus(self.transport):
            self.discard()
            return
        self.used = monotonic()
        self.pool.give_back(self, reusable=True)

    def discard(self) -> None:
        """Close the connection, whose call failed or which must not be used again."""
        try:
            self.transport.close()
        finally:
            self.pool.give_back(self, reusable=False)


class _Body:
    """The body of a response, which gives its connection back when it is closed."""

    def __init__(self, stream: Any, connection: _Connection) -> None:
        self._stream = stream
        self._connection: _Connection | None = connection

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            self._stream.close()
        except BaseException:
            connection.discard()
            raise
        connection.release()
