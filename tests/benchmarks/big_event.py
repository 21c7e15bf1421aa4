"""One big event in small chunks: the time must grow with its size, not with its square."""

from __future__ import annotations

import time

from .canned import DONE_EVENT, chunked
from .figure import Bar, Figure, Row, run
from .harness import repeat, timed
from .streams import anthropic_decoder, httpx_sse, openai_stream, quant_ai

MB = 1_000_000
CHUNK = 1024
WHY_MORE = (
    "past some megabytes, the C library gives each buffer back to the system, and every page of the next one costs a "
    "fault; orjson, which needs two such buffers, takes 28 times as long for 8 MB as for 1 MB"
)


def measure(quick: bool) -> Figure:
    """Seconds for one event of 1, 2, 4 and 8 MB."""
    rounds = 7
    sizes = (1, 4) if quick else (1, 2, 4, 8)
    figure = Figure(
        "One big event",
        "One chat event of so many megabytes in chunks of 1 KiB, to an object (quant-ai, openai) or a dict, in CPU "
        "time.",
        rounds,
    )
    contenders = {}
    for size in sizes:
        body = b'event: content\ndata: {"delta":"%b","complete":false}\n\n' % (b"x" * size * MB) + DONE_EVENT
        pieces = chunked(body, CHUNK)
        contenders[f"quant-ai {size}"] = repeat(quant_ai(pieces))
        contenders[f"httpx-sse + json {size}"] = repeat(httpx_sse(pieces))
        contenders[f"openai Stream {size}"] = repeat(openai_stream(pieces))
        if not quick:
            contenders[f"anthropic decoder + json {size}"] = repeat(anthropic_decoder(pieces))
    samples = timed(contenders, rounds, seconds=0.05, clock=time.process_time)
    for key in contenders:
        name, _, size_text = key.rpartition(" ")
        figure.rows.append(Row.of(f"{size_text} MB", name, samples[key], "ms", 1e3))
    first, last = sizes[0], sizes[-1]
    growth = samples.ratio(f"quant-ai {last}", f"quant-ai {first}")
    figure.bars = [
        Bar.most(f"quant-ai, {last} MB / {first} MB", growth, 1.25 * last / first, quick=2 * last / first, why=WHY_MORE)
    ]
    return figure


if __name__ == "__main__":
    run(measure)
