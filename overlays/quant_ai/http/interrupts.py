"""End a blocking call from another thread, or from a signal handler: `client.close()`, or `close()` of a stream.

Nothing in Python ends what another thread waits for. So each step of a call (a look-up, a connect, a request, a pause
before the next attempt) says how it can be ended, for as long as it takes.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import partial
from queue import Empty, SimpleQueue
from threading import RLock
from typing import Any

_current: ContextVar[Interrupt | None] = ContextVar("quant_ai_interrupt", default=None)


class Interrupt:
    """Ends one call, whichever step it is at."""

    def __init__(self) -> None:
        self.reason = ""
        """Why the call was ended: "the client was closed"; empty if it was not."""
        self._end: Callable[[], object] | None = None
        # A connection must not be shut down once another call has it. Reentrant, because a signal handler may close.
        self._lock = RLock()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Let this end what the block waits for."""
        token = _current.set(self)
        try:
            yield
        finally:
            self.end_by(None)
            _current.reset(token)

    def interrupt(self, reason: str) -> None:
        """End the present step and all later ones."""
        with self._lock:
            self.reason = self.reason or reason
            if self._end is not None:
                self._end()

    def end_by(self, end: Callable[[], object] | None) -> None:
        """Say how to end the step that begins now."""
        with self._lock:
            self._end = end
            if self.reason and end is not None:
                end()

    def sleep(self, seconds: float) -> None:
        """Sleep until the time has passed, or until the call is interrupted."""
        woken: SimpleQueue[None] = SimpleQueue()
        self.end_by(partial(woken.put, None))
        with suppress(Empty):
            woken.get(timeout=seconds)
        self.end_by(None)


def current_interrupt() -> Interrupt | None:
    """What can end the call that this thread makes."""
    return _current.get()


def step_ends_by(end: Callable[[], object] | None) -> None:
    """Say how to end the step of the present call that begins now; None if it has ended, or cannot be ended."""
    interrupt = _current.get()
    if interrupt is not None:
        interrupt.end_by(end)


def shut_down(connection: Any) -> None:
    """Shut down a socket, without a lock. A read in another thread ends, as it would not by closing."""
    if isinstance(connection, socket.socket):  # of TLS too, whose own method would take its encryption away first
        with suppress(OSError):
            socket.socket.shutdown(connection, socket.SHUT_RDWR)


def shut_down_response(response: Any) -> None:
    """Shut down the connection of a response, unless it carries other calls too, as one of HTTP/2 may."""
    stream = response.extensions.get("network_stream")
    if stream is not None and response.http_version != "HTTP/2":
        shut_down(stream.get_extra_info("socket"))
