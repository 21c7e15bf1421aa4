"""The client of one request, as the application sees it: an ASGI scope, and something to receive from and send to.

ASGI has no word for breaking a connection, which some faults do, nor for a client that has closed its sending side and
still reads. The server offers both as an extension of the scope, under the name `EXTENSION`.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, Protocol

from starlette.types import Receive, Scope, Send

EXTENSION = "quant_ai_mock.connection"


class Connection(Protocol):
    """What a server offers as the extension."""

    def reset(self) -> None:
        """Close the connection at once, so that the client sees it reset."""

    def half_closed(self) -> asyncio.Future[None]:
        """Is done once the client has closed its sending side."""
        ...


@dataclass(slots=True)
class ClientConnection:
    """The client of one request."""

    scope: Scope
    receive: Receive
    send: Send
    _gone: asyncio.Future[None] | None = field(default=None, init=False)

    @property
    def is_gone(self) -> bool:
        """Whether the client was seen to disconnect."""
        return self._gone is not None and self._gone.done()

    def watch(self) -> None:
        """Begin to watch for the client to disconnect. The body of the request has to be read before."""
        if self._gone is None:
            self._gone = asyncio.ensure_future(self._disconnect())

    def unwatch(self) -> None:
        """End what watch() began."""
        if self._gone is not None:
            self._gone.cancel()
            self._gone = None

    async def pause(self, seconds: float) -> None:
        """Sleep, but only while the client is connected.

        A client that has closed its sending side may still read, or be gone: nothing but sending shows which. It is not
        made to wait any longer, so that neither of them holds up the server.
        """
        watching = self._gone is not None
        self.watch()
        waited_for: set[asyncio.Future[Any]] = {self._gone} if self._gone is not None else set()
        connection = self._connection
        if connection is not None:
            waited_for.add(connection.half_closed())
        try:
            await asyncio.wait(waited_for, timeout=min(seconds, 1e6), return_when=asyncio.FIRST_COMPLETED)
        finally:
            if not watching:
                self.unwatch()

    async def reset(self) -> None:
        """Break the connection, so that the client sees it reset.

        Raises:
            ConnectionResetError: The application runs without a server that could do so, inside a test client.
        """
        connection = self._connection
        if connection is None:
            raise ConnectionResetError("the mock server closed the connection because of a fault")
        connection.reset()
        await self._disconnect()

    @property
    def _connection(self) -> Connection | None:
        found: Connection | None = self.scope.get("extensions", {}).get(EXTENSION)
        return found

    async def _disconnect(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
            pass
