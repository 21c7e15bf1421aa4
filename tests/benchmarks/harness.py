"""Time contenders in turns, so that a busy machine slows all of them down alike.

Runners such as pyperf and pytest-benchmark finish one contender before they start the next; on a noisy machine their
ratio only shows which of the two had bad luck. Here each round measures all contenders, in a rotating order, and a
ratio is the median of the ratios of the rounds.
"""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from math import ceil
from statistics import median, quantiles

Loop = Callable[[int], object]
"""Does its work a number of times."""


@dataclass(frozen=True)
class Spread:
    """A median with its quartiles."""

    value: float
    low: float
    high: float

    @classmethod
    def of(cls, values: list[float]) -> Spread:
        """Summarise the samples of a run."""
        if len(values) < 2:
            return cls(values[0], values[0], values[0])
        low, _, high = quantiles(values, n=4, method="inclusive")
        return cls(median(values), low, high)


@dataclass(frozen=True)
class Samples:
    """The measurements: for each contender one number per round."""

    values: Mapping[str, list[float]]

    def __getitem__(self, name: str) -> Spread:
        return Spread.of(self.values[name])

    def ratio(self, name: str, to: str) -> Spread:
        """The ratio of a contender to `to`, round by round."""
        pairs = zip(self.values[name], self.values[to], strict=True)
        return Spread.of([value / other for value, other in pairs])


def in_turns(contenders: Mapping[str, Callable[[], float]], rounds: int) -> Samples:
    """Sample each contender once a round, starting with another one each time and reversing every second round."""
    names = list(contenders)
    values: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        start = number // 2 % len(names)
        order = names[start:] + names[:start]
        for name in order if number % 2 == 0 else reversed(order):
            values[name].append(contenders[name]())
    return Samples(values)


def timed(
    contenders: Mapping[str, Loop],
    rounds: int,
    *,
    seconds: float = 0.1,
    clock: Callable[[], float] = time.perf_counter,
) -> Samples:
    """Measure the seconds that each contender takes to do its work once.

    Args:
        contenders: What to measure.
        rounds: Samples of each.
        seconds: About how long one sample takes; the work is repeated accordingly.
        clock: `time.process_time` if this process does all the work; a busy machine disturbs it less.
    """

    def sampler(loop: Loop) -> Callable[[], float]:
        count = _repetitions(loop, seconds, clock)

        def sample() -> float:
            gc.collect()
            began = clock()
            loop(count)
            return (clock() - began) / count

        return sample

    samplers = {name: sampler(loop) for name, loop in contenders.items()}
    gc.collect()
    gc.freeze()  # exclude the benchmark's own objects from the contenders' garbage collections
    try:
        return in_turns(samplers, rounds)
    finally:
        gc.unfreeze()


def repeat(work: Callable[[], object]) -> Loop:
    """Repeat a function."""

    def loop(count: int) -> None:
        for _ in range(count):
            work()

    return loop


def repeat_async(runner: asyncio.Runner, work: Callable[[], Awaitable[object]]) -> Loop:
    """Repeat a coroutine function, always in the event loop of `runner`."""

    async def times(count: int) -> None:
        for _ in range(count):
            await work()

    return lambda count: runner.run(times(count))


def _repetitions(loop: Loop, seconds: float, clock: Callable[[], float]) -> int:
    """How often to repeat the work so that a sample takes about this long. Also warms it up."""
    count = 1
    loop(1)
    while True:
        began = clock()
        loop(count)
        elapsed = clock() - began
        if elapsed >= seconds / 4:
            return max(1, ceil(count * seconds / elapsed))
        count = max(count * 2, ceil(count * seconds / 4 / elapsed) if elapsed > 0 else 0)
