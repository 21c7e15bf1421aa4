"""Serve the recording proxy, with what it needs beyond uvicorn: breaking a connection as the server behind it did."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, cast

import httptools

from quant_ai_common.gathered_writes import GatheredWrites
from quant_ai_common.http_protocol import PlainHttpProtocol
from quant_ai_common.http_server import HttpServer

from .recorder import CONNECTION

if TYPE_CHECKING:
    from starlette.types import ASGIApp

KEEP_ALIVE: Final = 60 * 60  # seconds after which an idle connection is closed
GRACE: Final = 1  # seconds that replies have to end in when the recording ends


class RecorderProtocol(PlainHttpProtocol):
    """One connection. It is itself the extension that the application finds in the scope.

    The application gets targets as they were sent.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.on_lost: Callable[[], object] | None = None
        self._current: Any = None  # what is answered now; uvicorn's `cycle` is the newest
        app, extensions = self.app, {CONNECTION: self}

        async def extended(scope: Any, receive: Any, send: Any) -> None:
            async def send_together(message: Any) -> None:
                await send(message)
                if message["type"] == "http.response.body":  # the head waits for the first piece of the body
                    self._gathered.flush()

            scope["extensions"] = extensions
            self._current = send.__self__
            await app(scope, receive, send_together)

        self.app = extended

    def connection_made(self, transport: Any) -> None:
        """Send the head of a reply together with its body, if that is there."""
        self._gathered = GatheredWrites(transport, self.loop)
        super().connection_made(cast("asyncio.Transport", self._gathered))

    def data_received(self, data: bytes) -> None:
        """Parse what has come."""
        self._unset_keepalive_if_required()
        try:
            self.parse(data)
        except httptools.HttpParserError:
            self.send_400_response("The request is not valid HTTP/1.1.")

    def start_request(self) -> None:
        """Start the application."""
        target, self.url = self.url, b"/"  # uvicorn would refuse some, and take others apart
        super().start_request()
        self.url = target
        self.scope["raw_path"], _, self.scope["query_string"] = target.partition(b"?")

    def close(self, *, reset: bool) -> None:
        """Close the connection in the middle of a reply."""
        self.on_lost = None
        if self._current is not None:
            self._current.disconnected = True  # else uvicorn ends the reply
        if reset:
            self.reset()
        else:
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell the application."""
        super().connection_lost(exc)
        lost, self.on_lost = self.on_lost, None
        if lost is not None:
            lost()


class Server(HttpServer):
    """uvicorn, set up to serve the proxy."""

    def __init__(self, app: ASGIApp, ready: Callable[[], None]) -> None:
        super().__init__(app, RecorderProtocol, ready, date_header=False, timeout_keep_alive=KEEP_ALIVE)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End, and cut off the replies that have not ended after a moment."""
        asyncio.get_running_loop().call_later(GRACE, self._cut_off)
        await super().shutdown(sockets)

    def _cut_off(self) -> None:
        for task in list(self.server_state.tasks):
            task.cancel()


@contextlib.contextmanager
def serving(app: ASGIApp, listener: socket.socket, at_end: Callable[[], Any] | None = None) -> Iterator[None]:
    """Serve an application in a thread as long as the block lasts."""
    started = threading.Event()
    server = Server(app, started.set)

    async def serve() -> None:
        try:
            await server.serve([listener])
        finally:
            if at_end is not None:
                await at_end()

    def run() -> None:
        try:
            with asyncio.Runner(loop_factory=server.config.get_loop_factory()) as runner:
                runner.run(serve())
        finally:
            started.set()

    thread = threading.Thread(target=run, name="quant-ai-contract record", daemon=True)
    thread.start()
    started.wait()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
