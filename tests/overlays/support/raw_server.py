"""A server that sends exactly the bytes that a test wants, as real networks do and frameworks do not.

Each new connection runs the next script; the last script is run for all later connections. A script is a function that
gets the connection. It reads requests, sends bytes in any pieces, and may hang up at any point.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Script = Callable[["Connection"], None]


@dataclass
class Received:
    """One request."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Connection:
    """The connection that a script uses."""

    socket: socket.socket
    server: RawServer
    _buffer: bytes = b""

    def read(self) -> Received | None:
        """Read one request; None if the peer has hung up."""
        while b"\r\n\r\n" not in self._buffer:
            if not self._more():
                return None
        head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = int(headers.get("content-length", "0"))
        while len(self._buffer) < length:
            if not self._more():
                return None
        body, self._buffer = self._buffer[:length], self._buffer[length:]
        received = Received(method, target, headers, body)
        self.server.requests.append(received)
        return received

    def send(self, data: bytes) -> None:
        """Send bytes at once."""
        self.socket.sendall(data)

    def until_closed(self) -> None:
        """Wait until the peer hangs up, and record that it did."""
        while self._more():
            pass
        self.server.closed_by_peer.set()

    def reset(self) -> None:
        """Hang up with a reset."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        self.socket.close()

    def _more(self) -> bool:
        try:
            data = self.socket.recv(65536)
        except OSError:
            return False
        self._buffer += data
        return bool(data)


@dataclass
class RawServer:
    """A running server: its origin is `url`, and what it has read is in `requests`."""

    port: int
    requests: list[Received] = field(default_factory=list)
    closed_by_peer: threading.Event = field(default_factory=threading.Event)
    stopping: threading.Event = field(default_factory=threading.Event)
    connections: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextlib.contextmanager
def serving(*scripts: Script) -> Iterator[RawServer]:
    """Run a server while the block runs."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = RawServer(listener.getsockname()[1])
    open_sockets: list[socket.socket] = []

    def handle(connection: Connection, script: Script) -> None:
        try:
            script(connection)
        except OSError:
            server.closed_by_peer.set()
        with contextlib.suppress(OSError):
            connection.socket.close()

    def accept() -> None:
        while True:
            try:
                accepted, _ = listener.accept()
            except OSError:
                return
            open_sockets.append(accepted)
            script = scripts[min(server.connections, len(scripts) - 1)]
            server.connections += 1
            threading.Thread(target=handle, args=(Connection(accepted, server), script), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield server
    finally:
        server.stopping.set()
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for each in open_sockets:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()


def reply(
    body: bytes = b"{}",
    status: int = 200,
    content_type: str = "application/json",
    headers: dict[str, str] | None = None,
) -> bytes:
    """A whole reply, with its length."""
    lines = {"Content-Type": content_type, "Content-Length": str(len(body)), **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return f"HTTP/1.1 {status} Status\r\n{head}\r\n".encode() + body


def answering(*replies: bytes) -> Script:
    """A script that sends one reply for each request, and the last one for all later requests."""
    count = iter(range(1_000_000))

    def script(connection: Connection) -> None:
        while connection.read() is not None:
            connection.send(replies[min(next(count), len(replies) - 1)])

    return script


STREAM_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


def chunk(data: bytes) -> bytes:
    """One chunk of a chunked body; an empty one ends the body."""
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def streaming(*pieces: bytes, end: bool = True) -> Script:
    """A script that streams pieces, each in its own chunk. With `end=False` it sends nothing more, and stays open."""

    def script(connection: Connection) -> None:
        while connection.read() is not None:
            connection.send(STREAM_HEAD)
            for piece in pieces:
                connection.send(chunk(piece))
            if not end:
                connection.until_closed()
                return
            connection.send(chunk(b""))

    return script
