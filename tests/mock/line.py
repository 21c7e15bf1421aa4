"""A client that speaks to the mock server in this process: bytes in, bytes out, through uvicorn, without a network."""

from __future__ import annotations

import asyncio
from typing import Any

from quant_ai_mock.gateway.app import MockApp
from quant_ai_mock.http_protocol import HttpProtocol
from quant_ai_mock.server import Server


class Wire(asyncio.Transport):
    """A connection without a network: what is written to it is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.sent = bytearray()
        self.closed = False

    def write(self, data: Any) -> None:
        self.sent += data

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


class Line:
    """A client, which connects again where the server has closed the connection."""

    def __init__(self, app: MockApp) -> None:
        self._server = Server(app, lambda: None)
        self._server.config.load()
        self._connect()

    async def reply(self, *pieces: bytes) -> bytes:
        """Send a request, in one piece or in several, and return the bytes that come back. Streams come as a whole."""
        if self._wire.closed:
            self._connect()
        for piece in pieces:
            self._protocol.data_received(piece)
        while tasks := self._server.server_state.tasks:
            await asyncio.wait(tasks)
        found = bytes(self._wire.sent)
        self._wire.sent.clear()
        return found

    def _connect(self) -> None:
        self._wire = Wire()
        state = self._server.server_state
        state.connections.clear()
        self._protocol = HttpProtocol(self._server.config, state, {})
        self._protocol.connection_made(self._wire)
