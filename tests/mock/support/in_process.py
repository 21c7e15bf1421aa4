"""A client of a mock server in this process: it exchanges bytes with uvicorn, without a network."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.types import ASGIApp

from quant_ai_mock.http_protocol import HttpProtocol
from quant_ai_mock.server import Server


class MemoryTransport(asyncio.Transport):
    """A transport that keeps what is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.sent = bytearray()
        self.writes = 0
        self.closed = False

    def write(self, data: Any) -> None:
        self.writelines([data])

    def writelines(self, pieces: Any) -> None:
        self.sent += b"".join(pieces)
        self.writes += 1

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True

    def abort(self) -> None:
        self.closed = True

    def pause_reading(self) -> None: ...

    def resume_reading(self) -> None: ...

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return default


class InProcessClient:
    """A client that reconnects if the server has closed the connection."""

    def __init__(self, app: ASGIApp) -> None:
        self._server = Server(app, lambda: None)
        self._server.config.load()
        self._connect()

    @property
    def writes(self) -> int:
        """How often the server has written to this connection."""
        return self._transport.writes

    async def reply(self, *pieces: bytes) -> bytes:
        """Send a request, in one piece or in several, and return the bytes of the reply, of a stream too."""
        if self._transport.closed:
            self._connect()
        for piece in pieces:
            self._protocol.data_received(piece)
        while tasks := self._server.server_state.tasks:
            await asyncio.wait(tasks)
        found = bytes(self._transport.sent)
        self._transport.sent.clear()
        return found

    def _connect(self) -> None:
        self._transport = MemoryTransport()
        state = self._server.server_state
        state.connections.clear()
        self._protocol = HttpProtocol(self._server.config, state, {})
        self._protocol.connection_made(self._transport)
