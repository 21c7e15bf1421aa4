"""Serve the recording proxy, with what it needs beyond uvicorn: breaking a connection as the server behind it did."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import logging
import os
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import TYPE_CHECKING, Any, Final, cast

import httptools
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from .gathered_writes import GatheredWrites
from .recorder import CONNECTION

if TYPE_CHECKING:
    from starlette.types import ASGIApp

log = logging.getLogger("quant_ai_contract")

BACKLOG: Final = 1024
KEEP_ALIVE: Final = 60 * 60  # seconds after which an idle connection is closed
GRACE: Final = 1  # seconds that replies have to end in when the recording ends
_NO_LINGER: Final = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)  # close() drops what is unsent


class RecorderProtocol(HttpToolsProtocol):
    """One connection. It is itself the extension that the application finds in the scope.

    The application gets targets as they were sent. httptools does not read the body of a request that asks for an
    upgrade, so the head of such a request is parsed again without its Upgrade line.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.logger = log  # uvicorn's loggers belong to the whole process
        self.access_log = False
        self.on_lost: Callable[[], object] | None = None
        self._upgrade: list[tuple[bytes, bytes]] = []  # the header of a request that is parsed again
        self._in_head = False
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
        self._gathered = GatheredWrites(transport)
        super().connection_made(cast("asyncio.Transport", self._gathered))

    def data_received(self, data: bytes) -> None:
        """Parse what has come."""
        self._unset_keepalive_if_required()
        try:
            self._parse(data)
        except httptools.HttpParserError:
            self.send_400_response("The request is not valid HTTP/1.1.")

    def _parse(self, data: bytes) -> None:
        while True:
            try:
                self.parser.feed_data(data)
                return
            except httptools.HttpParserUpgrade as upgrade:
                if self.parser.get_method() == b"CONNECT":
                    return
                data = self._head_without_upgrade() + data[upgrade.args[0] :]
                self.parser = httptools.HttpRequestParser(self)
                self.parser.set_dangerous_leniencies(lenient_data_after_close=True)  # as uvicorn does

    def _head_without_upgrade(self) -> bytes:
        first = b"%b %b HTTP/%b" % (self.parser.get_method(), self.url, self.parser.get_http_version().encode())
        lines = [b"%b: %b" % (name, value) for name, value in self.headers if name != b"upgrade"]
        self._upgrade = [pair for pair in self.headers if pair[0] == b"upgrade"]
        return b"\r\n".join([first, *lines, b"", b""])

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        self._in_head = True

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; not one of a trailer."""
        if self._in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Start the application, but not for a head that is parsed again."""
        self._in_head = False
        if self.parser.should_upgrade() and self.parser.get_method() != b"CONNECT":
            return
        self.headers += self._upgrade
        self._upgrade = []
        target, self.url = self.url, b"/"  # uvicorn would refuse some, and take others apart
        super().on_headers_complete()
        self.url = target
        self.scope["raw_path"], _, self.scope["query_string"] = target.partition(b"?")

    def on_message_complete(self) -> None:
        """Tell the application that the body is complete."""
        if not self.parser.should_upgrade() or self.parser.get_method() == b"CONNECT":
            super().on_message_complete()

    def close(self, *, reset: bool) -> None:
        """Close the connection in the middle of a reply."""
        self.on_lost = None
        if self._current is not None:
            self._current.disconnected = True  # else uvicorn ends the reply
        connection = self.transport.get_extra_info("socket")
        if not reset or connection is None:
            self.transport.close()
            return
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self.transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell the application."""
        super().connection_lost(exc)
        lost, self.on_lost = self.on_lost, None
        if lost is not None:
            lost()

    def _should_upgrade(self) -> bool:
        return False  # a request that asks for an upgrade is one like any other


class Server(uvicorn.Server):
    """uvicorn, set up to serve the proxy."""

    def __init__(self, app: ASGIApp, ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=RecorderProtocol,
                ws="none",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                workers=1,
                proxy_headers=False,
                server_header=False,
                date_header=False,
                backlog=BACKLOG,
                timeout_keep_alive=KEEP_ALIVE,
            )
        )
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to serve, and say when that is so."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End, and cut off the replies that have not ended after a moment."""
        asyncio.get_running_loop().call_later(GRACE, self._cut_off)
        await super().shutdown(sockets)

    def _cut_off(self) -> None:
        for task in list(self.server_state.tasks):
            task.cancel()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """End at the first signal, and at the second one at once. uvicorn would raise the signal again afterwards."""
        self.force_exit = self.should_exit
        self.should_exit = True


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


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        OSError: It cannot.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns off Nagle's algorithm, which holds back small pieces, only for sockets that say they are TCP.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # on Windows two servers could share a port then
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
        listener.setblocking(False)
    except (OSError, OverflowError) as error:
        listener.close()
        raise error if isinstance(error, OSError) else OSError(0, str(error)) from None
    return listener


def address_of(listener: socket.socket) -> str:
    """The URL of a listening socket."""
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens at this address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
