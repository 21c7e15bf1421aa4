"""A very cheap server: canned replies over bare asyncio, in a process of its own.

It implements just enough HTTP/1.1 for well-behaved clients on the loopback. `/chat/stream` sends one event and keeps
the stream open until a request for `/release`, which ends all open streams.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar, cast

from .canned import CONTENT_EVENT, DONE_EVENT, REPLIES

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_STREAM_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


@contextmanager
def running() -> Iterator[str]:
    """Run a server for the length of the block, and yield its URL."""
    with subprocess.Popen([sys.executable, "-m", __name__], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            port = process.stdout.readline().strip()
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def allow_many_connections() -> None:
    """Raise the limit of open files as far as the system allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hard:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 16384), hard))


class _Connection(asyncio.Protocol):
    replies: ClassVar = {
        ending.encode(): b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
        % (len(body), body)
        for ending, body in REPLIES.items()
    }
    held: ClassVar[list[asyncio.Transport]] = []

    def __init__(self) -> None:
        self.buffer = b""
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)  # uvloop's transport does not inherit from it

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            length = _LENGTH.search(self.buffer, 0, end + 2)
            size = end + 4 + (int(length[1]) if length else 0)
            if len(self.buffer) < size:
                return
            path = self.buffer.split(b" ", 2)[1]
            self.buffer = self.buffer[size:]
            self.answer(path)

    def answer(self, path: bytes) -> None:
        if path.endswith(b"/chat/stream"):
            self.transport.write(_STREAM_HEAD + _piece(CONTENT_EVENT))
            self.held.append(self.transport)
            return
        if path == b"/release":
            for transport in self.held:
                transport.write(_piece(DONE_EVENT) + b"0\r\n\r\n")
            self.held.clear()
        for ending, reply in self.replies.items():
            if path.endswith(ending):
                self.transport.write(reply)
                return
        self.transport.write(b"HTTP/1.1 204 No Content\r\n\r\n")


def _piece(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


async def _serve() -> None:
    server = await asyncio.get_running_loop().create_server(_Connection, "127.0.0.1", 0, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main() -> None:
    """Serve until killed, on uvloop if it is installed."""
    allow_many_connections()
    try:
        import uvloop
    except ImportError:
        asyncio.run(_serve())
    else:
        uvloop.run(_serve())


if __name__ == "__main__":
    main()
