"""Make recordings in a test, and serve bytes that no HTTP library would send."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.contract.support.loaded_spec import contract

from quant_ai_common.http_server import listen
from quant_ai_contract import Verdict
from quant_ai_contract.har_writer import HarWriter
from quant_ai_contract.recording import Recording
from quant_ai_contract.redactor import Redactor
from quant_ai_contract.upstream import Upstream

Reply = Callable[[socket.socket, bytes], object]


@dataclass
class MadeRecording:
    """A recording that is being made: the URL of the proxy, and what comes of it."""

    url: str
    file: Path
    verdicts: list[Verdict] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def entries(self) -> list[dict[str, Any]]:
        """What is in the file now."""
        found: list[dict[str, Any]] = json.loads(self.file.read_bytes())["log"]["entries"]
        return found

    @property
    def errors(self) -> list[str]:
        return [f"{verdict.exchange}: {error}" for verdict in self.verdicts for error in verdict.errors]


@contextlib.contextmanager
def recording(upstream: str, file: Path, redactor: Redactor | None = None) -> Iterator[MadeRecording]:
    """Record a server for the length of the block."""
    with HarWriter(file, "test", "1") as writer:
        made = MadeRecording("", file)
        recorder = Recording(
            contract(), Upstream(upstream), writer, redactor or Redactor(), made.verdicts.append, made.said.append
        )
        with recorder.beside(listen("127.0.0.1", 0)) as made.url:
            yield made


@contextlib.contextmanager
def raw_server(reply: Reply, family: socket.AddressFamily = socket.AF_INET) -> Iterator[str]:
    """A server that reads requests, and replies to each in its own way. `reply` gets the socket and the request."""

    def talk(peer: socket.socket) -> None:
        with peer, contextlib.suppress(OSError, StopIteration):
            peer.settimeout(30)
            while request := _read(peer):
                reply(peer, request)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                peer, _ = listener.accept()
                threading.Thread(target=talk, args=[peer], daemon=True).start()

    host = "::1" if family == socket.AF_INET6 else "127.0.0.1"
    with socket.create_server((host, 0), family=family) as listener:
        threading.Thread(target=accept, daemon=True).start()
        yield f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)


def _read(peer: socket.socket) -> bytes:
    """A request whose body has a length, or none."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = peer.recv(65536)
        if not piece:
            return b""
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            while len(body) < int(line.split(b":")[1]) and (piece := peer.recv(65536)):
                body += piece
    return head + b"\r\n\r\n" + body


def ok(body: bytes, kind: bytes = b"application/json", *more: bytes) -> bytes:
    """A reply with a length."""
    head = [b"HTTP/1.1 200 OK", b"Content-Type: " + kind, b"Content-Length: %d" % len(body), *more]
    return b"\r\n".join([*head, b"", b""]) + body
