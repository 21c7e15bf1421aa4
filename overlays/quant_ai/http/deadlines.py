"""End blocking connects, reads and writes when a call's deadline passes.

A timeout starts again with every byte, with every piece that is sent and with every address of a host, so a slow peer
can keep a sync call alive for any length of time, even before our own code gets a chance to look at the clock. httpcore
accepts other network backends; the one here checks the call's deadline at each step. Async calls do not need it,
because they are cancelled.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable
from ipaddress import ip_address
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import ssl

    import httpx

    from ..clock import Clock
    from .libraries import HttpLibrary

_PIECE: Final = 16384
"""Bytes that are sent between two looks at the clock; as much as one TLS record holds."""
_STEP: Final = 0.25
"""The shortest time in seconds that one of several addresses is given."""


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
        pool._network_backend = _DeadlineBackend(backend, core)


def enforces_read_deadlines(response: httpx.Response) -> bool:
    """Whether the connection of a response observes `ReadDeadline`."""
    return isinstance(response.extensions.get("network_stream"), _DeadlineStream)


class _DeadlineStream:
    """A connection of httpcore; its base classes are in two libraries, and neither asks for them."""

    def __init__(self, stream: Any, core: Any) -> None:
        self._stream, self._core = stream, core

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data: bytes = self._stream.read(max_bytes, _seconds(timeout, self._core.ReadTimeout))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
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
        return _DeadlineStream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._core)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _DeadlineBackend:
    def __init__(self, backend: Any, core: Any) -> None:
        self._backend, self._core = backend, core

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> _DeadlineStream:
        """Connect to the first address that answers. All of them together have the time of the timeout."""
        expired = self._core.ConnectTimeout
        seconds = _seconds(timeout, expired)
        end = None if seconds is None else monotonic() + seconds
        addresses = self._addresses(host, port, seconds)
        failure: Exception = self._core.ConnectError(f"{host} has no address")
        for place, address in enumerate(addresses):
            if end is not None:  # a dead address must leave time for the others
                left = end - monotonic()
                seconds = max(min(left, _STEP), left / (len(addresses) - place))
                if seconds <= 0:
                    raise expired(f"no address of {host} answers")
            try:
                stream = self._backend.connect_tcp(address, port, seconds, local_address, socket_options)
            except (self._core.ConnectError, self._core.ConnectTimeout) as error:
                failure = error
            else:
                return _DeadlineStream(stream, self._core)
        raise failure

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> _DeadlineStream:
        seconds = _seconds(timeout, self._core.ConnectTimeout)
        return _DeadlineStream(self._backend.connect_unix_socket(path, seconds, socket_options), self._core)

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)

    def _addresses(self, host: str, port: int, seconds: float | None) -> list[str]:
        """The addresses of a host. The resolver knows no timeout, so it runs in a thread that may be left behind."""
        try:
            return [str(ip_address(host))]
        except ValueError:
            pass
        lookup = _Lookup(host, port)
        lookup.start()
        lookup.join(seconds)
        if lookup.error is not None:
            try:
                raise lookup.error
            except Exception as error:  # the context of the other, which httpcore leaves as it is
                raise self._core.ConnectError(error) from error
        if lookup.is_alive():
            raise self._core.ConnectTimeout(f"no answer to the DNS lookup of {host}")
        return lookup.found


class _Lookup(threading.Thread):
    """The look-up of a host's addresses."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(daemon=True, name="quant-ai-lookup")
        self._host, self._port = host, port
        self.found: list[str] = []
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            infos = socket.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)
        except (OSError, ValueError) as error:  # ValueError: a label is too long, or is no domain name
            self.error = error
        else:
            self.found = list(dict.fromkeys(str(info[4][0]) for info in infos))


def _seconds(timeout: float | None, expired: type[Exception]) -> float | None:
    if not isinstance(timeout, ReadDeadline):
        return timeout
    left = timeout.left()
    if left <= 0:
        raise expired("the deadline of this call has passed")
    return left
