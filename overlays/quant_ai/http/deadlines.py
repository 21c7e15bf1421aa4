"""End blocking reads when a call's deadline passes.

A read timeout starts again with every byte, so a slow peer can keep a sync call alive for any length of time, even
before the headers are complete and our own code gets a chance to look at the clock. httpcore accepts other network
backends; the one here checks the call's deadline at each read. Async calls do not need it, because they are cancelled.
An httpx client that the user passed in is not changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import httpcore

if TYPE_CHECKING:
    import ssl

    import httpx

    from ..clock import Clock


class ReadDeadline(float):
    """A read timeout in seconds that also ends at a given moment, which may be moved while the request runs.

    Being a float, it passes through httpx as an ordinary timeout.
    """

    __slots__ = ("clock", "moment")
    clock: Clock
    moment: float
    """When reading must end, on `clock`."""

    def __new__(cls, seconds: float, clock: Clock, moment: float) -> ReadDeadline:
        deadline = super().__new__(cls, seconds)
        deadline.clock, deadline.moment = clock, moment
        return deadline


def enforce_read_deadlines(client: httpx.Client) -> None:
    """Make the connections of a client observe `ReadDeadline`."""
    # httpx has no argument for httpcore's network_backend, so this needs private names. If they change, everything
    # still works except that a single read may outlast the deadline.
    for transport in (client._transport, *client._mounts.values()):
        pool: Any = getattr(transport, "_pool", None)
        backend = getattr(pool, "_network_backend", None)
        if isinstance(backend, httpcore.NetworkBackend):
            pool._network_backend = _DeadlineBackend(backend)


def enforces_read_deadlines(response: httpx.Response) -> bool:
    """Whether the connection of a response observes `ReadDeadline`."""
    return isinstance(response.extensions.get("network_stream"), _DeadlineStream)


class _DeadlineStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if isinstance(timeout, ReadDeadline):
            left = timeout.moment - timeout.clock.monotonic()
            if left <= 0:
                raise httpcore.ReadTimeout("the deadline of this call has passed")
            timeout = min(timeout, left)
        return self._stream.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _DeadlineStream(self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _DeadlineBackend(httpcore.NetworkBackend):
    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        self._backend = backend

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        return _DeadlineStream(self._backend.connect_tcp(host, port, timeout, local_address, socket_options))

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        return _DeadlineStream(self._backend.connect_unix_socket(path, timeout, socket_options))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)
