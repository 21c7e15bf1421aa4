"""End async reads that take too long, with one timer for a whole stream.

A timeout for each read would cost more than all else that is done to a chunk. Here a timer runs until the moment that
held when it was set; as long as events move that moment on, it is only set anew when it rings.
"""

from __future__ import annotations

import asyncio
from math import inf
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator
    from typing import Self


class Limit(Protocol):
    """When reads are to end. The moment may move on."""

    @property
    def until(self) -> float:
        """The moment, on a clock of its own; infinity for never."""
        ...

    def time_for_read(self) -> float:
        """Seconds from now to that moment."""
        ...


def watched(chunks: AsyncIterable[bytes], limit: Limit) -> Watched | Bounded:
    """The same chunks; waiting for one raises TimeoutError when the limit has come."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return Bounded(aiter(chunks), limit)
    return Watched(aiter(chunks), limit, loop)


class Bounded:
    """Chunks, each read under a timeout of its own: for event loops other than asyncio's."""

    def __init__(self, chunks: AsyncIterator[bytes], limit: Limit) -> None:
        self._chunks, self._limit = chunks, limit

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        from anyio import fail_after

        with fail_after(self._limit.time_for_read()):
            return await anext(self._chunks)

    def close(self) -> None:
        """Stop watching."""


class Watched:
    """Chunks whose reads one timer ends, by cancelling the task that waits, as `asyncio.timeout` does."""

    def __init__(self, chunks: AsyncIterator[bytes], limit: Limit, loop: asyncio.AbstractEventLoop) -> None:
        self._next, self._limit, self._loop = chunks.__anext__, limit, loop
        self._timer: asyncio.TimerHandle | None = None
        self._until = inf  # what the timer was set for
        self._reader: asyncio.Task[object] | None = None  # the task that waits for a chunk, while one does
        self._cancelling = 0  # how often others had asked it to end
        self._rang = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        self._reader = reader = asyncio.current_task()
        if reader is not None:
            self._cancelling = reader.cancelling()
        if self._timer is None:
            self._set()
        try:
            return await self._next()
        except asyncio.CancelledError:
            if self._rang and reader is not None and reader.uncancel() <= self._cancelling:
                self._rang = False
                raise TimeoutError from None
            raise
        finally:
            self._reader = None

    def close(self) -> None:
        """Stop watching."""
        if self._timer is not None:
            self._timer.cancel()

    def _set(self) -> None:
        self._until = self._limit.until
        if self._until < inf:
            self._timer = self._loop.call_later(self._limit.time_for_read(), self._ring)

    def _ring(self) -> None:
        self._timer = None
        if self._until != self._limit.until:
            self._set()
        elif self._reader is not None:
            self._rang = True
            self._reader.cancel()
