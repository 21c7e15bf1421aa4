"""The async client's own connections; see `connections`.

They belong to an event loop: in a second `asyncio.run` there are new ones. Written by hand, because sync
connections have no event loop, and these no threads.
"""

from __future__ import annotations

from collections import deque
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any

from .connections import KEEP_ALIVE, MAX_CONNECTIONS, Origin, TransportMaker, origin_of
from .discarded import DROP
from .loop_bound import LoopBound
from .surplus import has_surplus

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from types import TracebackType

    from .libraries import HttpLibrary


class AsyncConnections:
    """A transport for `httpx.AsyncClient`: sends requests over connections that it keeps open for a while.

    Args:
        library: httpx or httpx2.
    """

    def __init__(self, library: HttpLibrary) -> None:
        self._maker = maker = TransportMaker(library, is_async=True)
        self._body = type("Body", (_Body, library.http.AsyncByteStream), {})
        self._pools = LoopBound(lambda: _Pool(maker))

    async def __aenter__(self) -> AsyncConnections:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        await self.aclose()

    async def handle_async_request(self, request: Any) -> Any:
        """Send a request; see `Connections.handle_request`."""
        pool = await self._pools.here()
        connection = await pool.take(request)
        try:
            response = await connection.transport.handle_async_request(request)
        except BaseException:
            await connection.discard()
            raise
        if response.is_closed:  # it came from a tool that replaces the server, such as respx
            await connection.release()
        else:
            response.stream = self._body(response.stream, connection)
            response.extensions[DROP] = response.stream.drop
        return response

    def prepare(self, scheme: str, host: str, port: int | None) -> None:
        """Find out early what keeps requests from being sent; see `HttpClient.prepare`."""
        self._maker.prepare(scheme, host, port)

    async def aclose(self) -> None:
        """Close all connections, those in use included."""
        await self._pools.aclose()


class _Pool:
    """The connections of one event loop."""

    def __init__(self, maker: TransportMaker) -> None:
        from anyio import Semaphore

        self._maker = maker
        self._closed = False
        self._idle: deque[_Connection] = deque()  # to every origin, those that were used last at the end
        self._in_use: set[_Connection] = set()
        self._permits = Semaphore(MAX_CONNECTIONS, fast_acquire=True)

    async def take(self, request: Any) -> _Connection:
        """A connection for a request."""
        if self._permits.value > 0:
            self._permits.acquire_nowait()
        else:
            await self._wait(request.extensions.get("timeout", {}).get("pool"))
        origin = origin_of(request)
        try:
            connection = self._take_idle(origin)
            if connection is None:
                await self._close_surplus(room=1)
                connection = _Connection(self, origin, self._maker.make(origin, request.extensions))
        except BaseException:
            self._permits.release()
            raise
        self._in_use.add(connection)
        return connection

    def _take_idle(self, origin: Origin) -> _Connection | None:
        idle = self._idle
        for place in range(len(idle) - 1, -1, -1):
            if idle[place].origin == origin:
                connection = idle[place]
                del idle[place]
                return connection
        return None

    async def _wait(self, seconds: float | None) -> None:
        from anyio import move_on_after

        with move_on_after(seconds):
            await self._permits.acquire()
            return
        raise self._maker.library.http.PoolTimeout(f"all {MAX_CONNECTIONS} connections are in use")

    async def give_back(self, connection: _Connection, *, reusable: bool) -> None:
        """Take a connection back, for another call if it is reusable."""
        self._in_use.discard(connection)
        if reusable and not self._closed:
            self._idle.append(connection)
        self._permits.release()
        await self._close_surplus()

    async def _close_surplus(self, room: int = 0) -> None:
        """Close connections that were not used for a while, or that are too many together with those in use."""
        limit, idle = monotonic() - KEEP_ALIVE, self._idle
        while idle and (idle[0].used < limit or len(idle) + len(self._in_use) + room > MAX_CONNECTIONS):
            await idle.popleft().aclose()

    def forget(self, connection: _Connection) -> None:
        """Let another connection take the place of this one."""
        self._in_use.discard(connection)
        self._permits.release()

    async def aclose(self) -> None:
        """Close all connections, those in use included."""
        self._closed = True
        for connection in [*self._idle, *self._in_use]:
            await connection.aclose()
        self._idle.clear()


class _Connection:
    """A connection, in a transport of its own."""

    def __init__(self, pool: _Pool, origin: Origin, transport: Any) -> None:
        self.pool, self.origin, self.transport = pool, origin, transport
        self.used = inf

    async def release(self) -> None:
        """Give the connection back after its response was closed."""
        if has_surplus(self.transport):
            await self.discard()
            return
        self.used = monotonic()
        await self.pool.give_back(self, reusable=True)

    async def discard(self) -> None:
        """Close the connection, whose call failed or was cancelled, or which must not be used again."""
        try:
            await self.aclose()
        finally:
            await self.pool.give_back(self, reusable=False)

    async def aclose(self) -> None:
        """Close the connection, even if the caller was cancelled."""
        from anyio import CancelScope

        with CancelScope(shield=True):
            await self.transport.aclose()


class _Body:
    """The body of a response, which gives its connection back when it is closed."""

    def __init__(self, stream: Any, connection: _Connection) -> None:
        self._stream = stream
        self._connection: _Connection | None = connection

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    def drop(self) -> None:
        """Give up the connection, whose socket is closed already."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.pool.forget(connection)

    async def aclose(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            await self._stream.aclose()
        except BaseException:
            await connection.discard()
            raise
        await connection.release()
