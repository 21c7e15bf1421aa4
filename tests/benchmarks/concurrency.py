"""Requests per second of async clients with 1, 32 and 256 callers at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from . import clients, server
from .figure import Bar, Figure, Row, run
from .harness import Spread, in_turns

CONTENDERS: dict[str, Callable[[str], clients.AsyncCall]] = {
    "httpx + json": clients.raw_httpx_async,
    "quant-ai": clients.quant_ai_async,
    "quant-ai[aiohttp]": lambda url: clients.quant_ai_async(url, "aiohttp"),
    "openai": clients.openai_async,
    "openai[aiohttp]": lambda url: clients.openai_async(url, aiohttp=True),
    "aiohttp + json": clients.raw_aiohttp,
}
NEEDED = ("httpx + json", "quant-ai", "quant-ai[aiohttp]", "openai")
MANY, FEWER = 256, 64
"""The bar of the aiohttp extra is for 256 callers; the quick gate has no time to wait for httpx with so many."""


def measure(quick: bool) -> Figure:
    """Measure callers that each send one request after another until the time is up."""
    rounds = 7
    seconds = 0.3 if quick else 1.0
    figure = Figure(
        "Concurrent async requests",
        "So many callers, each sending the next request when the last is answered, against a bare asyncio server on "
        "the loopback. Every pool may have 1,000 connections. httpx's pool looks at all its connections for each "
        "request; AsyncQuantAI keeps its connections itself, and the aiohttp extra replaces httpx's parser as well.",
        rounds,
    )
    with server.running() as url:
        for callers in (FEWER,) if quick else (1, 32, MANY):
            names = NEEDED if quick else CONTENDERS
            late: dict[str, list[float]] = {}
            with asyncio.Runner() as runner:
                samplers = {
                    name: _sampler(runner, CONTENDERS[name](url), callers, seconds, late.setdefault(name, []))
                    for name in names
                }
                samples = in_turns(samplers, rounds)
                runner.run(clients.close_all())
            case = f"{callers} at once"
            figure.rows += [Row.rate(case, name, samples[name], "requests/s") for name in samples.values]
            figure.rows += [Row.of(f"{case}, p99", name, Spread.of(late[name]), "ms", 1e3) for name in samples.values]
            ratio = samples.ratio("openai", "quant-ai")
            figure.bars.append(Bar.least(f"quant-ai / openai, requests per second, {case}", ratio, 1.2, quick=1))
            if callers == MANY or quick:
                ratio = samples.ratio("httpx + json", "quant-ai[aiohttp]")
                figure.bars.append(
                    Bar.least(f"quant-ai[aiohttp] / httpx, requests per second, {case}", ratio, 10, quick=2)
                )
    return figure


def _sampler(
    runner: asyncio.Runner, call: clients.AsyncCall, callers: int, seconds: float, late: list[float]
) -> Callable[[], float]:
    """Measure the seconds per request, and append the 99th percentile of the latencies to `late`."""

    async def sample() -> float:
        latencies: list[float] = []
        began = time.perf_counter()
        until = began + seconds

        async def caller() -> None:
            while (sent := time.perf_counter()) < until:
                await call()
                latencies.append(time.perf_counter() - sent)

        async with asyncio.TaskGroup() as group:
            for _ in range(callers):
                group.create_task(caller())
        latencies.sort()
        late.append(latencies[int(len(latencies) * 0.99)])
        return (time.perf_counter() - began) / len(latencies)

    runner.run(sample())  # open the connections
    late.clear()
    return lambda: runner.run(sample())


if __name__ == "__main__":
    run(measure)
