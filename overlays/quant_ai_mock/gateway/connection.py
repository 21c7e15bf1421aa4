"""The client of one request, as the application sees it: an ASGI scope, and something to receive from and send to.

ASGI has no word for breaking a connection, which some faults do. The server offers it as an extension of the scope: an
object with a method `reset()`, under the name `EXTENSION`.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Protocol

from starlette.types import Receive, Scope, Send

EXTENSION = "quant_ai_mock.connection"


class Connection(Protocol):
    """What a server offers as the extension."""

    def reset(self) -> None:
        """Close the connection at once, so that the client sees it reset."""


@dataclass(slots=True)
class Client:
    """The client of one request."""

    scope: Scope
    receive: Receive
    send: Send

    async def disconnect(self) -> None:
        """Wait until the client has disconnected. The body of the request has to be read before."""
        while (await self.receive())["type"] != "http.disconnect":
            pass

    async def pause(self, seconds: float) -> None:
        """Sleep, but only while the client is connected."""
        disconnected = asyncio.ensure_future(self.disconnect())
        try:
            await asyncio.wait({disconnected}, timeout=seconds)
        finally:
            disconnected.cancel()

    async def reset(self) -> None:
        """Break the connection, so that the client sees it reset.

        Raises:
            ConnectionResetError: The application runs without a server that could do so, inside a test client.
        """
        connection: Connection | None = self.scope.get("extensions", {}).get(EXTENSION)
        if connection is None:
            raise ConnectionResetError("the mock server broke the connection, because of a fault")
        connection.reset()
        await self.disconnect()
