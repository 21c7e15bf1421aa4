"""A server that says, byte by byte, what a test tells it to: what a real network does and no framework would.

Each accepted connection runs the next script (the last one again and again). A script is a function that is handed the
connection; it reads requests and sends whatever it likes, in whatever pieces, and may hang up at any point.
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
    """One request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Connection:
    """What a script talks through."""

    socket: socket.socket
    server: RawServer
    _buffer: bytes = b""

    def read(self) -> Received | None:
        """Read one request; None where the peer has hung up."""
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
        """Send some bytes at once."""
        self.socket.sendall(data)

    def until_closed(self) -> None:
        """Wait until the peer hangs up, and note that it did."""
        while self._more():
            pass
        self.server.closed_by_peer.set()

    def reset(self) -> None:
        """Hang up the rude way, with a reset."""
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
    """A listening server; `url` is its origin, `requests` what it has read."""

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
    """Run a server for the length of a block."""
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
    """A whole reply with a length."""
    lines = {"Content-Type": content_type, "Content-Length": str(len(body)), **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return f"HTTP/1.1 {status} Status\r\n{head}\r\n".encode() + body


def answering(*replies: bytes) -> Script:
    """A script that answers one request after the other, the last reply again and again."""
    count = iter(range(1_000_000))

    def script(connection: Connection) -> None:
        while connection.read() is not None:
            connection.send(replies[min(next(count), len(replies) - 1)])

    return script


STREAM_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


def chunk(data: bytes) -> bytes:
    """One chunk of a chunked body; the empty one ends it."""
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def streaming(*pieces: bytes, end: bool = True) -> Script:
    """A script that streams pieces, each in a chunk of its own; without `end` it then stays silent."""

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
