"""End blocking connects, reads and writes when a call's deadline passes.

A timeout starts again with every byte, with every piece that is sent and with every address of a host, so a slow peer
can keep a sync call alive for any length of time, even before our own code gets a chance to look at the clock. httpcore
accepts other network backends; the one here checks the call's deadline at each step. Async calls do not need it,
because they are cancelled.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from .connects import Connect
from .interrupts import shut_down, step_ends_by

if TYPE_CHECKING:
    import ssl

    import httpx

    from ..clock import Clock
    from .libraries import HttpLibrary

_PIECE: Final = 16384
"""Bytes that are sent between two looks at the clock; as much as one TLS record holds."""


class ReadDeadline(float):
    """A timeout in seconds that also ends at a given moment, which may be moved while the request runs.

    Being a float, it passes through httpx as an ordinary timeout.
    """

    __slots__ = ("clock", "moment")
    clock: Clock
    moment: float
    """When this must end, on `clock`."""

    def __new__(cls, seconds: float, clock: Clock, moment: float) -> ReadDeadline:
        deadline = super().__new__(cls, seconds)
        deadline.clock, deadline.moment = clock, moment
        return deadline

    def left(self) -> float:
        """Seconds that the next step may take; 0 if the moment has passed."""
        return max(0.0, min(float(self), self.moment - self.clock.monotonic()))


def enforce_deadlines(transport: object, library: HttpLibrary) -> None:
    """Make the connections of a transport of httpx observe `ReadDeadline`."""
    # httpx has no argument for httpcore's network_backend, so this needs private names; a test fails if they change.
    pool: Any = getattr(transport, "_pool", None)
    backend = getattr(pool, "_network_backend", None)
    core: Any = library.core
    if type(backend) is core.SyncBackend:
        only_http2 = getattr(pool, "_http2", False) and not getattr(pool, "_http1", True)
        pool._network_backend = _DeadlineBackend(backend, core, shared=only_http2)


def enforces_read_deadlines(response: httpx.Response) -> bool:
    """Whether the connection of a response observes `ReadDeadline`."""
    return isinstance(response.extensions.get("network_stream"), _DeadlineStream)


class _DeadlineStream:
    """A connection of httpcore; its base classes are in two libraries, and neither asks for them.

    Args:
        stream: httpcore's own.
        core: httpcore or httpcore2.
        shared: Whether it carries several calls at once, as one of HTTP/2 does. Then no call may shut it down.
    """

    def __init__(self, stream: Any, core: Any, *, shared: bool = False) -> None:
        self._stream, self._core, self._shared = stream, core, shared
        self._process = os.getpid()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._process != os.getpid():  # a stream that was open at the fork: its bytes are for the parent
            raise self._core.ReadError("the connection belongs to the process that this one was forked from")
        data: bytes = self._stream.read(max_bytes, _seconds(timeout, self._core.ReadTimeout))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        step_ends_by(None if self._shared else self._shut_down)  # the wait for the reply as well
        if not isinstance(timeout, ReadDeadline):
            self._stream.write(buffer, timeout)
            return
        view = memoryview(buffer)
        for start in range(0, len(view), _PIECE):
            self._stream.write(view[start : start + _PIECE], _seconds(timeout, self._core.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> _DeadlineStream:
        seconds = _seconds(timeout, self._core.ConnectTimeout)
        with ExitStack() as stack:
            connection = self._stream.get_extra_info("socket")
            if isinstance(connection, socket.socket):  # the handshake takes the socket away from its object
                duplicate = stack.enter_context(connection.dup())
                step_ends_by(partial(shut_down, duplicate))
            stream = self._stream.start_tls(ssl_context, server_hostname, seconds)
            step_ends_by(None)
        encryption = stream.get_extra_info("ssl_object")
        shared = self._shared or (encryption is not None and encryption.selected_alpn_protocol() == "h2")
        return _DeadlineStream(stream, self._core, shared=shared)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def _shut_down(self) -> None:
        shut_down(self._stream.get_extra_info("socket"))


class _DeadlineBackend:
    def __init__(self, backend: Any, core: Any, *, shared: bool = False) -> None:
        self._backend, self._core, self._shared = backend, core, shared

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> _DeadlineStream:
        """Connect to the first address that answers. All of them together have the time of the timeout."""
        connector = partial(self._connect, port, local_address, socket_options)
        connect = Connect(connector, self._core, host, port, _seconds(timeout, self._core.ConnectTimeout))
        return _DeadlineStream(connect.result(), self._core, shared=self._shared)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> _DeadlineStream:
        seconds = _seconds(timeout, self._core.ConnectTimeout)
        stream = self._backend.connect_unix_socket(path, seconds, socket_options)
        return _DeadlineStream(stream, self._core, shared=self._shared)

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)

    def _connect(self, port: int, local_address: str | None, options: Any, address: str, seconds: float | None) -> Any:
        return self._backend.connect_tcp(address, port, seconds, local_address, options)


def _seconds(timeout: float | None, expired: type[Exception]) -> float | None:
    if not isinstance(timeout, ReadDeadline):
        return timeout
    left = timeout.left()
    if left <= 0:
        raise expired("the deadline of this call has passed")
    return left
