"""A limit on the time that a request takes to arrive, so that clients that never finish a request are disconnected.

It is generous, because somebody may debug the client: two minutes, and a second more for each kilobyte of the body.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

SECONDS: Final = 120.0
SLOWEST: Final = 1024  # bytes per second


class RequestTimer:
    """Times the requests of one connection. A request that arrives as a whole costs it nothing."""

    def __init__(self, loop: asyncio.AbstractEventLoop, is_paused: Callable[[], bool], end: Callable[[], None]) -> None:
        """`is_paused` says whether the server itself has stopped reading; `end` is called for a slow request."""
        self._loop = loop
        self._is_paused = is_paused
        self._end = end
        self._handle: asyncio.TimerHandle | None = None
        self._deadline = 0.0

    def wait(self, received: int) -> None:
        """Wait for the rest of a request, of which so many bytes have come just now."""
        if self._handle is None:
            self._deadline = self._loop.time() + SECONDS
            self._handle = self._loop.call_at(self._deadline, self._look)
        self._deadline += received / SLOWEST

    def stop(self) -> None:
        """Stop, because the request has arrived or the connection is gone."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _look(self) -> None:
        if self._is_paused():
            self._deadline = self._loop.time() + SECONDS
        if self._loop.time() >= self._deadline:
            self._handle = None
            self._end()
        else:
            self._handle = self._loop.call_at(self._deadline, self._look)
