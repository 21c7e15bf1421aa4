"""Typed chat events per second, from the chunks of a network to Python objects."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Coroutine
from typing import Any

import orjson

from .canned import CONTENT_DATA, CONTENT_EVENT, DONE_EVENT, MESSAGES, MODEL, NOWHERE, ORGANISATION, chunked, transport
from .figure import Bar, Figure, Row, run
from .harness import repeat, repeat_async, timed

CHUNKS = {"4 KiB": 4096, "64 KiB": 65536, "100 B": 100}
QUICK = {"4 KiB": 2, "64 KiB": 2, "100 B": 1.5}
LIMITS = {
    "100 B": "with two events or fewer in a chunk, most of the time goes to reading each chunk within its time limit, "
    "which the rival does not bound; cutting it up and orjson alone take two thirds of what the bar allows"
}
URL = f"{NOWHERE}/chat/stream"


def measure(quick: bool) -> Figure:
    """Measure the events per second with chunks of three sizes."""
    rounds = 5 if quick else 11
    count = 5_000 if quick else 20_000
    body = CONTENT_EVENT * count + DONE_EVENT
    figure = Figure(
        "Streamed chat events",
        f"{count:,} events of {len(CONTENT_EVENT)} bytes through each client's own stream, the same bytes for all, in "
        "CPU time. The typed rows give an object per event, the others a dict. openai's row uses its Stream with a "
        "model of the same event; its own wire is another row. The last row is orjson alone, on data already cut out.",
        rounds,
    )
    for case, size in CHUNKS.items():
        pieces = chunked(body, size)
        contenders = {
            "quant-ai, typed": quant_ai(pieces),
            "quant-ai, text": quant_ai_text(pieces),
            "quant-ai decoder + orjson": quant_ai_decoder(pieces, orjson.loads),
            "httpx-sse + json": httpx_sse(pieces),
        }
        if not quick:
            contenders["openai Stream, typed"] = openai_stream(pieces)
            contenders["anthropic decoder + json"] = anthropic_decoder(pieces)
            contenders["openai chat, its own wire"] = openai_chat(count, size)
            contenders["orjson alone"] = orjson_alone(count)
        for name, work in contenders.items():
            seen = work()
            assert count <= seen <= count + 1, f"{name} gave {seen} events of {count}"
        loops = {name: repeat(work) for name, work in contenders.items()}
        with asyncio.Runner() as runner:
            for name, work_async in (
                {}
                if quick
                else {
                    "quant-ai async, typed": quant_ai_async(pieces),
                    "httpx-sse async + json": httpx_sse_async(pieces),
                }.items()
            ):
                assert count <= runner.run(work_async()) <= count + 1
                loops[name] = repeat_async(runner, work_async)
            samples = timed(loops, rounds, seconds=0.05 if quick else 0.2, clock=time.process_time)
        figure.rows += [Row.rate(f"chunks of {case}", name, samples[name], "events/s", count) for name in loops]
        ratio = samples.ratio("httpx-sse + json", "quant-ai, typed")
        claim = f"quant-ai / httpx-sse + json, chunks of {case}"
        figure.bars.append(Bar.least(claim, ratio, 2, quick=QUICK[case], why=LIMITS.get(case, "")))
        if not quick:
            ratio = samples.ratio("openai Stream, typed", "quant-ai, typed")
            claim = f"quant-ai / openai Stream, chunks of {case}"
            figure.bars.append(Bar.least(claim, ratio, 15, quick=0, why=LIMITS.get(case, "")))
            ratio = samples.ratio("httpx-sse async + json", "quant-ai async, typed")
            claim = f"quant-ai / httpx-sse + json, async, chunks of {case}"
            figure.bars.append(Bar.least(claim, ratio, 1.5, quick=0, why=LIMITS.get(case, "")))
    return figure


def quant_ai(pieces: list[bytes]) -> Callable[[], int]:
    """`for event in stream`."""
    chat = quant_ai_client(pieces).chat

    def work() -> int:
        with chat.stream(model_id=MODEL, messages=MESSAGES) as stream:
            return _count(stream)

    return work


def quant_ai_text(pieces: list[bytes]) -> Callable[[], int]:
    """`for text in stream.text`."""
    chat = quant_ai_client(pieces).chat

    def work() -> int:
        with chat.stream(model_id=MODEL, messages=MESSAGES) as stream:
            return _count(stream.text)

    return work


def quant_ai_async(pieces: list[bytes]) -> Callable[[], Coroutine[Any, Any, int]]:
    """`async for event in stream`."""
    import httpx

    from quant_ai import AsyncQuantAI

    inside = httpx.AsyncClient(transport=transport(httpx, pieces, "text/event-stream"))
    client = AsyncQuantAI(token="token", organisation=ORGANISATION, base_url=NOWHERE, http_client=inside)

    async def work() -> int:
        count = 0
        async with client.chat.stream(model_id=MODEL, messages=MESSAGES) as stream:
            async for _ in stream:
                count += 1
        return count

    return work


def quant_ai_client(pieces: list[bytes]) -> Any:
    """A client that always gets these bytes as its reply."""
    import httpx

    from quant_ai import QuantAI

    inside = httpx.Client(transport=transport(httpx, pieces, "text/event-stream"))
    return QuantAI(token="token", organisation=ORGANISATION, base_url=NOWHERE, http_client=inside)


def quant_ai_decoder(pieces: list[bytes], read: Callable[[bytes], object]) -> Callable[[], int]:
    """The decoder without a client; `read` gets each event."""
    from quant_ai.streaming.sse import SSEDecoder

    def work() -> int:
        decoder = SSEDecoder()
        count = 0
        for piece in pieces:
            for _, _, data in decoder.feed(piece):
                read(data)
                count += 1
        return count

    return work


def httpx_sse(pieces: list[bytes]) -> Callable[[], int]:
    """httpx-sse as its documentation shows it, and json."""
    import httpx
    from httpx_sse import connect_sse

    client = httpx.Client(transport=transport(httpx, pieces, "text/event-stream"))

    def work() -> int:
        count = 0
        with connect_sse(client, "POST", URL, json={}) as source:
            for event in source.iter_sse():
                json.loads(event.data)
                count += 1
        return count

    return work


def httpx_sse_async(pieces: list[bytes]) -> Callable[[], Coroutine[Any, Any, int]]:
    """httpx-sse on an async client, and json."""
    import httpx
    from httpx_sse import aconnect_sse

    client = httpx.AsyncClient(transport=transport(httpx, pieces, "text/event-stream"))

    async def work() -> int:
        count = 0
        async with aconnect_sse(client, "POST", URL, json={}) as source:
            async for event in source.aiter_sse():
                json.loads(event.data)
                count += 1
        return count

    return work


def openai_stream(pieces: list[bytes]) -> Callable[[], int]:
    """openai's Stream, with a model for the events of this service."""
    import httpx2
    from openai import BaseModel, OpenAI, Stream

    class Content(BaseModel):  # type: ignore[misc, unused-ignore]
        delta: str | None = None
        complete: bool | None = None

    raw = httpx2.Client(transport=transport(httpx2, pieces, "text/event-stream"))
    client = OpenAI(api_key="token", base_url=NOWHERE, http_client=raw)

    def work() -> int:
        with raw.stream("POST", URL, json={}) as response:
            return _count(Stream(cast_to=Content, response=response, client=client))

    return work


def openai_chat(count: int, size: int) -> Callable[[], int]:
    """openai's own chat stream, as its users see it; its events are larger."""
    import httpx2
    from openai import OpenAI

    chunk = {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1781256600,
        "model": MODEL,
        "choices": [{"index": 0, "delta": {"content": "Hello "}, "finish_reason": None}],
    }
    event = b"data: " + json.dumps(chunk, separators=(",", ":")).encode() + b"\n\n"
    pieces = chunked(event * count + b"data: [DONE]\n\n", size)
    raw = httpx2.Client(transport=transport(httpx2, pieces, "text/event-stream"))
    client = OpenAI(api_key="token", base_url=NOWHERE, http_client=raw)

    def work() -> int:
        return _count(client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True))

    return work


def anthropic_decoder(pieces: list[bytes]) -> Callable[[], int]:
    """anthropic's decoder and json, without its models."""
    from anthropic._streaming import SSEDecoder

    def work() -> int:
        count = 0
        for event in SSEDecoder().iter_bytes(iter(pieces)):
            json.loads(event.data)
            count += 1
        return count

    return work


def orjson_alone(count: int) -> Callable[[], int]:
    """Decode the JSON alone, the fastest possible."""
    data = [CONTENT_DATA] * count

    def work() -> int:
        return _count(map(orjson.loads, data))

    return work


def _count(events: Any) -> int:
    count = 0
    for _ in events:
        count += 1
    return count


if __name__ == "__main__":
    run(measure)
