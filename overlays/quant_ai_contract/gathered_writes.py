"""Send what is written in one turn of the event loop with one call.

The head and the body of a message are written one after the other. With uvloop each write is a call of the system, and
wakes the receiver.
"""

from __future__ import annotations

import asyncio
from typing import Any


class GatheredWrites:
    """A transport that keeps what is written until `flush`, or until the event loop goes on."""

    def __init__(self, transport: asyncio.WriteTransport) -> None:
        self._transport = transport
        self._kept: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Send data, together with what is written next."""
        if not data:
            return
        if not self._kept:
            asyncio.get_running_loop().call_soon(self.flush)
        self._kept.append(data)

    def flush(self) -> None:
        """Send what was written."""
        if self._kept:
            data = b"".join(self._kept)
            self._kept.clear()
            if not self._transport.is_closing():
                self._transport.write(data)

    def close(self) -> None:
        """Close the connection once all is sent."""
        self.flush()
        self._transport.close()

    def abort(self) -> None:
        """Close the connection at once."""
        self.flush()
        self._transport.abort()
