"""Put load on a server from one thread over plain sockets, so cheaply that only the server is measured."""

from __future__ import annotations

import re
import select
import socket
import time
from dataclasses import dataclass, field

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_SILENCE = 30  # seconds after which a server counts as stuck
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)


def request(
    method: str, host: str, path: str, body: bytes | None = None, *, token: str, accept: str = "application/json"
) -> bytes:
    """The bytes of one request, which is sent again and again."""
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
    """The result of a load."""

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
        self._spelled = b""  # how this server spells the header; it is always the same

    def reply(self) -> bytes | None:
        """The whole reply, once it has arrived."""
        buffer = self.buffer
        end = buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        place = buffer.find(self._spelled, 0, end) if self._spelled else -1
        if place >= 0:
            start = place + len(self._spelled)
            if len(buffer) < end + 4 + int(buffer[start : buffer.index(b"\r", start)]):
                return None
        elif found := _LENGTH.search(buffer, 0, end + 2):
            self._spelled = buffer[found.start() : found.start(1)]
            return self.reply()
        elif _CHUNKED.search(buffer, 0, end + 2) and not buffer.endswith(b"\r\n0\r\n\r\n"):
            return None
        self.buffer = b""
        return buffer


def drive(address: tuple[str, int], sent: bytes, connections: int, seconds: float) -> Load:
    """Keep connections busy with one request, each sending it again after the reply."""
    load = Load()
    peers = {peer.socket.fileno(): peer for peer in [_Peer(address) for _ in range(connections)]}
    clock = time.perf_counter
    poll = select.poll()
    for number in peers:
        poll.register(number, select.POLLIN)
    began = clock()
    until = began + seconds
    for peer in peers.values():
        peer.sent = clock()
        peer.socket.sendall(sent)
    busy = connections
    while busy:
        found = poll.poll(_SILENCE * 1000)
        if not found:
            raise TimeoutError(f"the server has not answered for {_SILENCE} s")
        for number, _ in found:
            peer = peers[number]
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
            if b"\n\n" in reply:
                load.events += reply.count(b"\n\n")
            if now < until:
                peer.sent = now
                peer.socket.sendall(sent)
            else:
                busy -= 1
    load.seconds = clock() - began
    for peer in peers.values():
        peer.socket.close()
    return load
