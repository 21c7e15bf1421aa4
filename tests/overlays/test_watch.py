"""Async reads under one timer: what it ends, what it leaves alone, and whose cancellation is whose."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from math import inf

import pytest

from quant_ai.streaming.read_limits import TimerReads, limit_reads

pytestmark = pytest.mark.anyio


class Moment:
    """A limit that tests move."""

    def __init__(self, until: float = 1.0, seconds: float = 0.0) -> None:
        self.until, self.seconds = until, seconds
        self.asked = 0

    def time_left(self) -> float:
        self.asked += 1
        return self.seconds


class Source:
    """Chunks that come when a test gives them."""

    def __init__(self) -> None:
        self.queue: asyncio.Queue[bytes] = asyncio.Queue()
        self.waiting = asyncio.Event()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        self.waiting.set()
        return await self.queue.get()


async def test_a_read_past_the_limit_raises_and_leaves_the_task_whole() -> None:
    watch = limit_reads(Source(), Moment())
    with pytest.raises(TimeoutError):
        await anext(watch)
    task = asyncio.current_task()
    assert task is not None
    assert task.cancelling() == 0


async def test_a_limit_that_has_moved_on_gets_another_timer() -> None:
    source, limit = Source(), Moment()
    watch = limit_reads(source, limit)
    read = asyncio.ensure_future(anext(watch))
    await source.waiting.wait()
    limit.until, limit.seconds = 2.0, 60.0  # before the first timer has had its turn
    for _ in range(3):
        await asyncio.sleep(0)
    assert limit.asked == 2
    source.queue.put_nowait(b"late")
    assert await read == b"late"
    watch.close()


async def test_many_reads_cost_one_timer() -> None:
    source, limit = Source(), Moment(seconds=60.0)
    watch = limit_reads(source, limit)
    for number in range(10):
        limit.until += 1.0
        source.queue.put_nowait(b"%d" % number)
        await anext(watch)
    watch.close()
    assert limit.asked == 1


async def test_a_slow_taker_is_not_cut_off_and_the_next_read_is_bounded_again() -> None:
    source = Source()
    watch = limit_reads(source, Moment())
    source.queue.put_nowait(b"first")
    assert await anext(watch) == b"first"
    for _ in range(3):
        await asyncio.sleep(0)  # the timer rings while nobody reads
    with pytest.raises(TimeoutError):
        await anext(watch)


async def test_without_a_limit_there_is_no_timer() -> None:
    source, limit = Source(), Moment(until=inf)
    source.queue.put_nowait(b"a")
    assert await anext(limit_reads(source, limit)) == b"a"
    assert limit.asked == 0


@pytest.mark.parametrize("first", ["timer", "user"])
async def test_a_cancellation_by_the_user_stays_one_beside_the_timer(first: str) -> None:
    source = Source()
    watch = limit_reads(source, Moment(seconds=60.0))
    assert isinstance(watch, TimerReads)
    read = asyncio.ensure_future(anext(watch))
    await source.waiting.wait()
    for each in (watch._on_timer, read.cancel) if first == "timer" else (read.cancel, watch._on_timer):
        each()
    with pytest.raises(asyncio.CancelledError):
        await read


async def test_a_closed_watch_ends_nothing() -> None:
    source, limit = Source(), Moment()
    watch = limit_reads(source, limit)
    read = asyncio.ensure_future(anext(watch))
    await source.waiting.wait()
    watch.close()
    for _ in range(3):
        await asyncio.sleep(0)
    source.queue.put_nowait(b"whole")
    assert await read == b"whole"
