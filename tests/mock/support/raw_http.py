"""A client that writes and parses HTTP/1.1 by itself, over a socket."""

from __future__ import annotations

import json
import socket
from typing import Any
from urllib.parse import urlsplit

from quant_ai_mock import Organisation


class RawConnection:
    """A connection to one organisation's API."""

    def __init__(self, mock: Organisation) -> None:
        parts = urlsplit(mock.api_url)
        self.root = parts.path
        self.socket = socket.create_connection((parts.hostname or "", parts.port or 0), timeout=10)
        self.buffer = b""

    def __enter__(self) -> RawConnection:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def ask(self, method: str, path: str, *lines: str, body: bytes = b"", version: str = "1.1") -> bytes:
        """The bytes of a request."""
        head = [f"{method} {self.root}{path} HTTP/{version}", "Host: mock", "Authorization: Bearer test-token", *lines]
        return "\r\n".join([*head, "", ""]).encode() + body

    def post(self, path: str, value: Any, *lines: str) -> bytes:
        body = json.dumps(value).encode()
        return self.ask(
            "POST", path, "Content-Type: application/json", f"Content-Length: {len(body)}", *lines, body=body
        )

    def reply(self, *, head_only: bool = False) -> tuple[int, dict[str, str], bytes]:
        """The next reply: its status, its headers and its body."""
        head = self.until(b"\r\n\r\n").decode()
        first, *lines = head.split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines if line)}
        body = b""
        if headers.get("transfer-encoding") == "chunked":
            while size := int(self.until(b"\r\n"), 16):
                body += self._take(size + 2)[:-2]
            assert self.until(b"\r\n") == b"\r\n"
        elif "content-length" in headers and not head_only:
            body = self._take(int(headers["content-length"]))
        return int(first.split()[1]), headers, body

    def until(self, mark: bytes) -> bytes:
        """The bytes up to a mark, and the mark itself."""
        while mark not in self.buffer:
            self._more()
        found, _, self.buffer = self.buffer.partition(mark)
        return found + mark

    def rest(self) -> bytes:
        """All bytes until the server closes the connection."""
        while data := self.socket.recv(65536):
            self.buffer += data
        return self.buffer

    def _take(self, size: int) -> bytes:
        while len(self.buffer) < size:
            self._more()
        found, self.buffer = self.buffer[:size], self.buffer[size:]
        return found

    def _more(self) -> None:
        data = self.socket.recv(65536)
        assert data, f"the server closed after {self.buffer!r}"
        self.buffer += data
