"""1,000 streams open at once in one process: the time to the first event of each, and its memory."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from typing import Any

from . import server
from .canned import MESSAGES, MODEL, ORGANISATION, QUANT_REQUEST
from .clients import CONNECTIONS
from .figure import Bar, Figure, Row, run
from .harness import Spread, in_turns
from .processes import known, resident

Open = Callable[[AsyncExitStack], AsyncIterator[Any]]


def measure(quick: bool) -> Figure:
    """Open all streams, wait for the first event of each, measure the memory, and let them end."""
    streams = 200 if quick else 1_000
    rounds = 7
    figure = Figure(
        "Many streams at once",
        f"{streams:,} streams opened together by one process, which is started again for each sample. A bare asyncio "
        "server sends each its first event and holds it open. Time is from before the call until the event is in "
        "hand; memory is what the process holds with all streams open, above what it held with one, by their number.",
        rounds,
    )
    seen: dict[str, list[dict[str, float]]] = {name: [] for name in CONTENDERS}
    with server.running() as url:

        def sampler(name: str) -> Callable[[], float]:
            def sample() -> float:
                command = [sys.executable, "-m", "tests.benchmarks.many_streams", name, url, str(streams)]
                done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
                if done.returncode != 0:
                    raise RuntimeError(f"{name}: {done.stderr}")
                seen[name].append(json.loads(done.stdout))
                return float(seen[name][-1]["median"])

            return sample

        samples = in_turns({name: sampler(name) for name in CONTENDERS}, rounds)
    for case, key, unit, scale in (
        ("first event, median", "median", "ms", 1e3),
        ("first event, p99", "p99", "ms", 1e3),
        ("memory per stream", "memory", "KiB", 1 / 1024),
    ):
        for name, found in seen.items():
            figure.rows.append(Row.of(case, name, Spread.of([one[key] for one in found]), unit, scale))
    weights = {name: [one["memory"] for one in found] for name, found in seen.items()}
    memory = type(samples)(weights)
    for name in ("quant-ai", "quant-ai[aiohttp]"):
        ratio = samples.ratio(name, "httpx-sse")
        why = "nearly all of it is httpx's pool opening the connections, the same for both, and varies as it does"
        figure.bars.append(Bar.most(f"{name} / httpx-sse, time to first event", ratio, 1, quick=3, why=why))
        if known():
            why = (
                "nearly all of it is httpx's connection and response, the same for both; what is added holds the reply "
                "so far and the timer that ends idle streams"
            )
            ratio = memory.ratio(name, "httpx-sse")
            figure.bars.append(Bar.most(f"{name} / httpx-sse, memory per stream", ratio, 1, quick=1.4, why=why))
    return figure


def quant_ai(url: str, http_client: Any = None) -> Open:
    """AsyncQuantAI."""
    from quant_ai import AsyncQuantAI

    client = AsyncQuantAI(token="token", organisation=ORGANISATION, base_url=url, http_client=http_client)

    async def events(stack: AsyncExitStack) -> AsyncIterator[Any]:
        stream = await stack.enter_async_context(client.chat.stream(model_id=MODEL, messages=MESSAGES))
        async for event in stream:
            yield event

    return events


def httpx_sse(url: str) -> Open:
    """httpx-sse on httpx's async client, with as many connections as AsyncQuantAI."""
    import httpx
    from httpx_sse import aconnect_sse

    limits = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)
    client = httpx.AsyncClient(limits=limits, timeout=60)
    target = f"{url}/api/v3/organisations/{ORGANISATION}/ai/chat/stream"

    async def events(stack: AsyncExitStack) -> AsyncIterator[Any]:
        source = await stack.enter_async_context(aconnect_sse(client, "POST", target, json=QUANT_REQUEST))
        async for event in source.aiter_sse():
            yield json.loads(event.data)

    return events


CONTENDERS: dict[str, Callable[[str], Open]] = {
    "quant-ai": quant_ai,
    "quant-ai[aiohttp]": lambda url: quant_ai(url, "aiohttp"),
    "httpx-sse": httpx_sse,
}


async def weigh(name: str, url: str, streams: int) -> dict[str, float]:
    """Take one sample, in a fresh process."""
    server.allow_many_connections()
    waited: list[float] = []
    arrived = asyncio.Semaphore(0)
    opened = CONTENDERS[name](url)

    async def one() -> None:
        async with AsyncExitStack() as stack:
            began = time.perf_counter()
            events = opened(stack)
            await anext(events)
            waited.append(time.perf_counter() - began)
            arrived.release()
            async for _ in events:
                pass

    async def together(count: int) -> int:
        tasks = [asyncio.create_task(one()) for _ in range(count)]
        for _ in range(count):
            await arrived.acquire()
        weight = resident() if known() else 0
        await release(url)
        await asyncio.gather(*tasks)
        return weight

    before = await together(1)  # import everything that the first use imports
    waited.clear()
    after = await together(streams)
    waited.sort()
    return {
        "median": waited[streams // 2],
        "p99": waited[int(streams * 0.99)],
        "memory": (after - before) / (streams - 1),
    }


async def release(url: str) -> None:
    """Make the server end all streams."""
    host, port = url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"POST /release HTTP/1.1\r\n\r\n")
    await reader.readuntil(b"\r\n\r\n")
    writer.close()
    await writer.wait_closed()


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in CONTENDERS:
        print(json.dumps(asyncio.run(weigh(sys.argv[1], sys.argv[2], int(sys.argv[3])))))
    else:
        run(measure)
