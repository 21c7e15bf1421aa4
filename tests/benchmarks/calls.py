"""The overhead of a client for one small POST, in process and over the loopback."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from . import clients, server
from .figure import Bar, Figure, Row, run
from .harness import Loop, Samples, repeat, repeat_async, timed

SYNC: dict[str, Callable[[str | None], clients.Call]] = {
    "httpx + json": clients.raw_httpx,
    "quant-ai": clients.quant_ai,
    "openai": clients.openai,
    "anthropic": clients.anthropic,
    "quantcdn-client": clients.quantcdn,
}
ASYNC: dict[str, Callable[[str | None], clients.AsyncCall]] = {
    "httpx + json": clients.raw_httpx_async,
    "quant-ai": clients.quant_ai_async,
    "openai": clients.openai_async,
    "anthropic": clients.anthropic_async,
}


def measure(quick: bool) -> Figure:
    """Measure the seconds per call: in process and over the loopback, sync and async."""
    rounds = 9 if quick else 15
    seconds = 0.05 if quick else 0.2
    figure = Figure(
        "One small POST",
        "One chat message and its reply, typed where the client types it. In process a canned transport answers, in "
        "CPU time; on the loopback a bare asyncio server in a process of its own does, in wall time.",
        rounds,
    )
    with asyncio.Runner() as runner, server.running() as url:

        def loops(where: str | None) -> dict[str, dict[str, Loop]]:
            return {
                "sync": {name: repeat(make(where)) for name, make in SYNC.items()},
                "async": {name: repeat_async(runner, make(where)) for name, make in ASYNC.items()},
            }

        for kind, contenders in loops(None).items():
            samples = timed(contenders, rounds, seconds=seconds, clock=time.process_time)
            _add(figure, f"in process, {kind}", samples, 1.6, 2.2)
        for kind, contenders in loops(url).items():
            samples = timed(contenders, rounds, seconds=seconds)
            _add(figure, f"loopback, {kind}", samples, 1.25, 2)
        runner.run(clients.close_all())
    return figure


def _add(figure: Figure, case: str, samples: Samples, limit: float, quick: float) -> None:
    figure.rows += [Row.of(case, name, samples[name], "µs", 1e6) for name in samples.values]
    ratio = samples.ratio("quant-ai", "httpx + json")
    figure.bars.append(Bar.most(f"quant-ai / httpx + json, {case}", ratio, limit, quick=quick))


if __name__ == "__main__":
    run(measure)
