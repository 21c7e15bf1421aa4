"""Send what is written in one turn of the event loop with one call.

The head and the body of a message are written one after the other. Each write is a call of the system, and wakes the
receiver.
"""

from __future__ import annotations

import asyncio


class GatheredWrites:
    """A transport that keeps what is written until `flush`, or until the end of this turn of the event loop."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._kept: list[bytes] = []
        self.get_extra_info = transport.get_extra_info
        self.is_closing = transport.is_closing
        self.pause_reading = transport.pause_reading
        self.resume_reading = transport.resume_reading

    def write(self, data: bytes) -> None:
        """Send data, together with what is written next."""
        if not self._kept:
            self._loop.call_soon(self.flush)
        self._kept.append(data)

    def flush(self) -> None:
        """Send what was written."""
        if self._kept:
            kept, self._kept = self._kept, []
            if not self.is_closing():
                self._transport.write(b"".join(kept))

    def close(self) -> None:
        """Close the connection once all is sent."""
        self.flush()
        self._transport.close()

    def abort(self) -> None:
        """Close the connection at once."""
        self.flush()
        self._transport.abort()
