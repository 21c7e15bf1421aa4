"""End async reads that take too long, with one timer for a whole stream.

A timeout for each read would cost more than everything else that happens to a chunk. Instead, one timer runs until the
moment that was valid when it was set. If events have moved the moment by then, the timer is set again.
"""

from __future__ import annotations

import asyncio
from math import inf
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator
    from typing import Self

    from anyio import CancelScope


class ReadLimit(Protocol):
    """Until when reads may take. The moment may move while a stream is read."""

    @property
    def until(self) -> float:
        """The moment, on any clock; infinity for never."""
        ...

    def time_left(self) -> float:
        """Seconds from now until that moment."""
        ...


def limit_reads(chunks: AsyncIterable[bytes], limit: ReadLimit) -> TimerReads | TimeoutReads:
    """The same chunks; waiting for one raises TimeoutError when the limit has passed."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return TimeoutReads(aiter(chunks), limit)
    return TimerReads(aiter(chunks), limit, loop)


class TimeoutReads:
    """Chunks whose reads each have a timeout: for event loops other than asyncio's."""

    def __init__(self, chunks: AsyncIterator[bytes], limit: ReadLimit) -> None:
        self._chunks, self._limit = chunks, limit
        self._scope: CancelScope | None = None
        self._stopped = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        from anyio import move_on_after

        if not self._stopped:
            with move_on_after(self._limit.time_left()) as self._scope:
                return await anext(self._chunks)
        raise TimeoutError

    def stop(self) -> None:
        """End the present read, which another task makes, and all later ones: they raise TimeoutError."""
        self._stopped = True
        if self._scope is not None:
            self._scope.cancel()

    def close(self) -> None:
        """Do nothing: there is no timer to stop."""


class TimerReads:
    """Chunks whose reads share one timer, which cancels the waiting task as `asyncio.timeout` does."""

    def __init__(self, chunks: AsyncIterator[bytes], limit: ReadLimit, loop: asyncio.AbstractEventLoop) -> None:
        self._next, self._limit, self._loop = chunks.__anext__, limit, loop
        self._timer: asyncio.TimerHandle | None = None
        self._timer_until = inf  # the moment that the timer was set for
        self._reader: asyncio.Task[object] | None = None  # the task that waits for a chunk at present
        self._timed_out = False
        self._stopped = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        if self._stopped:
            raise TimeoutError
        self._reader = reader = asyncio.current_task()
        cancelling = reader.cancelling() if reader is not None else 0  # how many times others have cancelled it
        if self._timer is None:
            self._set_timer()
        try:
            return await self._next()
        except asyncio.CancelledError:
            if self._timed_out and reader is not None and reader.uncancel() <= cancelling:
                self._timed_out = False
                raise TimeoutError from None
            raise
        finally:
            self._reader = None

    def stop(self) -> None:
        """End the present read, which another task makes, and all later ones: they raise TimeoutError."""
        self._stopped = True
        self._end_read()

    def close(self) -> None:
        """Stop the timer."""
        if self._timer is not None:
            self._timer.cancel()

    def _set_timer(self) -> None:
        self._timer_until = self._limit.until
        if self._timer_until < inf:
            self._timer = self._loop.call_later(self._limit.time_left(), self._on_timer)

    def _on_timer(self) -> None:
        self._timer = None
        if self._timer_until != self._limit.until:
            self._set_timer()
        else:
            self._end_read()

    def _end_read(self) -> None:
        if self._reader is not None and not self._timed_out:
            self._timed_out = True
            self._reader.cancel()
