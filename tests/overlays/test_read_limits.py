"""Async reads under one timer: which reads it ends, and that cancellations by the user stay cancellations."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from math import inf

import pytest
from anyio import create_task_group, sleep_forever
from anyio.lowlevel import checkpoint

from quant_ai.streaming.read_limits import TimeoutReads, TimerReads, limit_reads

from .support.streams import MovingLimit

pytestmark = pytest.mark.anyio


class Source:
    """Chunks that arrive when a test sends them."""

    def __init__(self) -> None:
        self.queue: asyncio.Queue[bytes] = asyncio.Queue()
        self.waiting = asyncio.Event()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        self.waiting.set()
        return await self.queue.get()


async def test_a_read_past_the_limit_raises_and_does_not_cancel_the_task() -> None:
    reads = limit_reads(Source(), MovingLimit())
    with pytest.raises(TimeoutError):
        await anext(reads)
    task = asyncio.current_task()
    assert task is not None
    assert task.cancelling() == 0


async def test_a_limit_that_has_moved_sets_another_timer() -> None:
    source, limit = Source(), MovingLimit()
    reads = limit_reads(source, limit)
    read = asyncio.ensure_future(anext(reads))
    await source.waiting.wait()
    limit.until, limit.seconds = 2.0, 60.0  # before the first timer fires
    for _ in range(3):
        await asyncio.sleep(0)
    assert limit.timers == 2
    source.queue.put_nowait(b"late")
    assert await read == b"late"
    reads.close()


async def test_many_reads_cost_one_timer() -> None:
    source, limit = Source(), MovingLimit(seconds=60.0)
    reads = limit_reads(source, limit)
    for number in range(10):
        limit.until += 1.0
        source.queue.put_nowait(b"%d" % number)
        await anext(reads)
    reads.close()
    assert limit.timers == 1


async def test_slow_handling_of_a_chunk_is_not_interrupted_and_the_next_read_is_limited_again() -> None:
    source = Source()
    reads = limit_reads(source, MovingLimit())
    source.queue.put_nowait(b"first")
    assert await anext(reads) == b"first"
    for _ in range(3):
        await asyncio.sleep(0)  # the timer fires while nothing is read
    with pytest.raises(TimeoutError):
        await anext(reads)


async def test_without_a_limit_there_is_no_timer() -> None:
    source, limit = Source(), MovingLimit(until=inf)
    source.queue.put_nowait(b"a")
    assert await anext(limit_reads(source, limit)) == b"a"
    assert limit.timers == 0


@pytest.mark.parametrize("first", ["timer", "user"])
async def test_a_cancellation_by_the_user_is_not_turned_into_a_timeout(first: str) -> None:
    source = Source()
    reads = limit_reads(source, MovingLimit(seconds=60.0))
    assert isinstance(reads, TimerReads)
    read = asyncio.ensure_future(anext(reads))
    await source.waiting.wait()
    for each in (reads._on_timer, read.cancel) if first == "timer" else (read.cancel, reads._on_timer):
        each()
    with pytest.raises(asyncio.CancelledError):
        await read


async def test_a_cancellation_after_a_read_that_took_too_long_is_not_turned_into_a_timeout_either() -> None:
    source, limit = Source(), MovingLimit()
    reads = limit_reads(source, limit)
    with pytest.raises(TimeoutError):
        await anext(reads)
    source.waiting.clear()
    limit.seconds = 60.0
    read = asyncio.ensure_future(anext(reads))
    await source.waiting.wait()
    read.cancel()
    with pytest.raises(asyncio.CancelledError):
        await read
    reads.close()


async def test_a_task_that_was_cancelled_before_has_timeouts_too() -> None:
    async def go_on() -> None:
        with pytest.raises(asyncio.CancelledError):
            await asyncio.sleep(60)
        with pytest.raises(TimeoutError):
            await anext(limit_reads(Source(), MovingLimit()))

    task = asyncio.ensure_future(go_on())
    await asyncio.sleep(0)
    task.cancel()
    await task
    assert task.cancelling() == 1


async def test_a_closed_timer_ends_no_read() -> None:
    source, limit = Source(), MovingLimit()
    reads = limit_reads(source, limit)
    read = asyncio.ensure_future(anext(reads))
    await source.waiting.wait()
    reads.close()
    for _ in range(3):
        await asyncio.sleep(0)
    source.queue.put_nowait(b"whole")
    assert await read == b"whole"


@pytest.mark.parametrize("anyio_backend", ["trio"])
async def test_reads_of_other_event_loops_are_limited_one_by_one() -> None:
    class Chunks:
        def __aiter__(self) -> Chunks:
            return self

        async def __anext__(self) -> bytes:
            await checkpoint()
            if not chunks:
                await sleep_forever()
            return chunks.pop()

    chunks = [b"a"]
    limit = MovingLimit(seconds=60)
    reads = limit_reads(Chunks(), limit)
    assert isinstance(reads, TimeoutReads)
    assert await anext(reads) == b"a"
    limit.seconds = 0
    with pytest.raises(TimeoutError):
        await anext(reads)
    chunks.append(b"b")
    limit.seconds = 60
    assert await anext(reads) == b"b"
    async with create_task_group() as group:
        group.start_soon(end_soon, reads)
        with pytest.raises(TimeoutError):
            await anext(reads)
    chunks.append(b"c")
    with pytest.raises(TimeoutError):
        await anext(reads)
    assert (limit.timers, chunks) == (4, [b"c"])


async def end_soon(reads: TimeoutReads) -> None:
    for _ in range(5):
        await checkpoint()
    reads.stop()


@pytest.mark.parametrize("when", ["in a read", "between reads"])
async def test_stopped_reads_raise_and_do_not_cancel_the_task(when: str) -> None:
    source = Source()
    reads = limit_reads(source, MovingLimit(seconds=60.0))
    if when == "between reads":
        reads.stop()
        read = asyncio.ensure_future(anext(reads))
    else:
        read = asyncio.ensure_future(anext(reads))
        await source.waiting.wait()
        reads.stop()
    with pytest.raises(TimeoutError):
        await read
    assert not read.cancelled()
    with pytest.raises(TimeoutError):
        await anext(reads)
    reads.close()
