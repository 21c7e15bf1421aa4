"""The arithmetic of the benchmarks, since a wrong figure is worse than none."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from itertools import count

import pytest
from tests.benchmarks.figure import Bar, Figure, Row
from tests.benchmarks.harness import Samples, Spread, in_turns, repeat, repeat_async, timed


def test_a_ratio_is_the_median_of_the_rounds_and_not_the_ratio_of_the_medians() -> None:
    # the machine was three times slower in the last two rounds, for both alike
    samples = Samples({"ours": [1.0, 1.0, 1.0, 3.0, 3.0], "theirs": [2.0, 2.0, 2.0, 6.0, 6.0]})
    assert samples.ratio("ours", "theirs") == Spread(0.5, 0.5, 0.5)


def test_each_round_measures_every_contender_once_and_in_another_order() -> None:
    seen: list[str] = []

    def contender(name: str) -> float:
        seen.append(name)
        return 1.0

    samples = in_turns({name: partial(contender, name) for name in "abc"}, 6)
    rounds = ["".join(seen[start : start + 3]) for start in range(0, 18, 3)]
    assert rounds == ["abc", "cba", "bca", "acb", "cab", "bac"]
    assert {len(values) for values in samples.values.values()} == {6}


def test_work_is_timed_per_repetition() -> None:
    samples = timed({"one": lambda n: time.sleep(0.002 * n), "four": lambda n: time.sleep(0.008 * n)}, 3, seconds=0.01)
    assert samples.ratio("four", "one").value == pytest.approx(4, rel=0.5)


def test_loops_run_the_requested_number_of_times() -> None:
    numbers = count()
    repeat(lambda: next(numbers))(5)
    assert next(numbers) == 5

    async def work() -> None:
        next(numbers)

    with asyncio.Runner() as runner:
        repeat_async(runner, work)(3)
    assert next(numbers) == 9


@pytest.mark.parametrize(("value", "met", "quickly"), [(0.9, True, True), (1.2, False, True), (1.6, False, False)])
def test_a_bar_is_wider_when_it_guards_a_noisy_machine(value: float, met: bool, quickly: bool) -> None:
    bar = Bar.most("ours / theirs", Spread(value, value, value), 1.0, quick=1.5)
    assert (bar.met, bar.met_quickly) == (met, quickly)
    upside_down = Bar.least("theirs / ours", Spread(1 / value, 1 / value, 1 / value), 1.0, quick=1 / 1.5)
    assert (upside_down.met, upside_down.met_quickly) == (met, quickly)


def test_rates_turn_the_spread_around() -> None:
    row = Row.rate("case", "ours", Spread(0.01, 0.005, 0.02), "events/s", 10)
    assert (row.value, row.low, row.high) == (1000, 500, 2000)


def test_a_figure_survives_its_file() -> None:
    spread = Spread(0.5, 0.4, 0.6)
    figure = Figure("Title", "How.", 7, [Row.of("case", "ours", spread, "ms")], [Bar.most("claim", spread, 1, quick=2)])
    assert Figure.from_dict(figure.to_dict()) == figure
