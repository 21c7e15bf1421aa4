"""Load for a server, from one thread over non-blocking sockets: cheap enough not to be what is measured."""

from __future__ import annotations

import re
import selectors
import socket
import time
from dataclasses import dataclass, field

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)


def request(
    method: str, host: str, path: str, body: bytes | None = None, *, token: str, accept: str = "application/json"
) -> bytes:
    """The bytes of one request, sent again and again."""
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: {host}",
        f"Authorization: Bearer {token}",
        f"Accept: {accept}",
    ]
    if body is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


@dataclass
class Load:
    """What came of it."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    events: int = 0
    failures: int = 0

    @property
    def per_request(self) -> float:
        """Seconds of the run per request."""
        return self.seconds / max(1, len(self.latencies))

    @property
    def p99(self) -> float:
        """The 99th percentile of the latencies."""
        return sorted(self.latencies)[int(len(self.latencies) * 0.99)]


class _Peer:
    def __init__(self, address: tuple[str, int]) -> None:
        self.socket = socket.create_connection(address, timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = b""
        self.sent = 0.0

    def reply(self) -> bytes | None:
        """The whole reply, once it is there."""
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        length = _LENGTH.search(self.buffer, 0, end + 2)
        if length:
            if len(self.buffer) < end + 4 + int(length[1]):
                return None
        elif _CHUNKED.search(self.buffer, 0, end + 2) and not self.buffer.endswith(b"\r\n0\r\n\r\n"):
            return None
        reply, self.buffer = self.buffer, b""
        return reply


def drive(address: tuple[str, int], sent: bytes, connections: int, seconds: float) -> Load:
    """Keep so many connections busy with one request, each sending it again when it has the reply."""
    load = Load()
    peers = [_Peer(address) for _ in range(connections)]
    clock = time.perf_counter
    with selectors.DefaultSelector() as selector:
        for peer in peers:
            selector.register(peer.socket, selectors.EVENT_READ, peer)
        began = clock()
        until = began + seconds
        for peer in peers:
            peer.sent = clock()
            peer.socket.sendall(sent)
        busy = connections
        while busy:
            ready = selector.select(30)
            if not ready:
                raise TimeoutError("the server has not answered for 30 s")
            for key, _ in ready:
                peer = key.data
                data = peer.socket.recv(262144)
                if not data:
                    raise ConnectionError("the server closed a connection")
                peer.buffer += data
                reply = peer.reply()
                if reply is None:
                    continue
                now = clock()
                load.latencies.append(now - peer.sent)
                load.failures += not reply.startswith(b"HTTP/1.1 2")
                load.events += reply.count(b"\n\n")
                if now < until:
                    peer.sent = now
                    peer.socket.sendall(sent)
                else:
                    busy -= 1
        load.seconds = clock() - began
    for peer in peers:
        peer.socket.close()
    return load
