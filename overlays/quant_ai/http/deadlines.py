"""End blocking reads when a call's time is up.

A read timeout starts anew with each byte, so a peer that drips bytes holds a sync call for as long as it likes, before
the headers are whole even out of reach of the code that called. httpcore lets a network backend be put in; this one
asks the timeout, at each read, when the call must have ended. Async calls need none of it: they are cancelled. A client
that the user brought is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import httpcore

if TYPE_CHECKING:
    import ssl

    import httpx

    from ..clock import Clock


class ReadTimeout(float):
    """Seconds that a read may take; whatever they are, it is not to last past a moment, which may be moved.

    It travels with its request, as the read timeout that it is to everybody else.
    """

    __slots__ = ("clock", "moment")
    clock: Clock
    moment: float
    """On that clock."""

    def __new__(cls, seconds: float, clock: Clock, moment: float) -> ReadTimeout:
        made = super().__new__(cls, seconds)
        made.clock, made.moment = clock, moment
        return made


def bound_reads(client: httpx.Client) -> None:
    """Make a client's connections heed `ReadTimeout`."""
    # httpx offers no argument for httpcore's network_backend, hence the private names; without them nothing breaks but
    # the bound inside a single read.
    for transport in (client._transport, *client._mounts.values()):
        pool: Any = getattr(transport, "_pool", None)
        backend = getattr(pool, "_network_backend", None)
        if isinstance(backend, httpcore.NetworkBackend):
            pool._network_backend = _BoundBackend(backend)


def is_bound(response: httpx.Response) -> bool:
    """Whether the connection of a reply heeds `ReadTimeout`."""
    return isinstance(response.extensions.get("network_stream"), _BoundStream)


class _BoundStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if isinstance(timeout, ReadTimeout):
            left = timeout.moment - timeout.clock.monotonic()
            if left <= 0:
                raise httpcore.ReadTimeout("the time for this call is up")
            timeout = min(timeout, left)
        return self._stream.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _BoundStream(self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _BoundBackend(httpcore.NetworkBackend):
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
        return _BoundStream(self._backend.connect_tcp(host, port, timeout, local_address, socket_options))

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        return _BoundStream(self._backend.connect_unix_socket(path, timeout, socket_options))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)
