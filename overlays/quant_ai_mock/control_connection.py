"""The connection over which tests reach a mock server's control plane."""

from __future__ import annotations

import http.client
import threading
from urllib.parse import urlsplit


class MockError(Exception):
    """The control plane refused a request; the message says why."""


class ControlConnection:
    """The connection to a server's control plane, shared by its organisations."""

    def __init__(self, url: str, control_token: str | None) -> None:
        parts = urlsplit(url)
        kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
        if parts.scheme not in kinds or not parts.hostname:
            raise MockError(f"{url!r} is not the URL of a mock server, such as http://127.0.0.1:8787")
        self._connection = kinds[parts.scheme](parts.hostname, parts.port, timeout=10)
        self._mount = parts.path
        self._headers = {"Content-Type": "application/json"}
        if control_token is not None:
            self._headers["Authorization"] = f"Bearer {control_token}"
        self._lock = threading.Lock()

    def request(self, method: str, path: str, content: bytes | None) -> tuple[int, bytes]:
        """The status and the body of a reply. Sent again if the server has closed the idle connection."""
        with self._lock:
            try:
                return self._send(method, path, content)
            except (http.client.HTTPException, ConnectionError):
                self._connection.close()
                return self._send(method, path, content)

    def close(self) -> None:
        """Close the connection; the next request opens another one."""
        with self._lock:
            self._connection.close()

    def _send(self, method: str, path: str, content: bytes | None) -> tuple[int, bytes]:
        self._connection.request(method, self._mount + path, content, self._headers)
        reply = self._connection.getresponse()
        return reply.status, reply.read()
