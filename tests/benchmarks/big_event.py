"""One big event in small chunks: the time must grow linearly with its size."""

from __future__ import annotations

import time

from .canned import DONE_EVENT, chunked
from .figure import Bar, Figure, Row, run
from .harness import repeat, timed
from .streams import anthropic_decoder, httpx_sse, openai_stream, quant_ai, quant_ai_decoder

MB = 1_000_000
CHUNK = 1024
WHY_MORE = (
    "past some megabytes, orjson's own buffers go back to the system after each event, and every page of the next ones "
    "costs a fault; what the decoder does, which is the next bar, grows with the event alone"
)


def measure(quick: bool) -> Figure:
    """Measure the seconds for one event of 1, 2, 4 and 8 MB."""
    rounds = 7
    sizes = (1, 4) if quick else (1, 2, 4, 8)
    figure = Figure(
        "One big event",
        "One chat event of so many megabytes in chunks of 1 KiB, to an object (quant-ai, openai) or a dict, in CPU "
        "time. The decoder alone cuts out the JSON, and does not read it.",
        rounds,
    )
    contenders = {}
    for size in sizes:
        body = b'event: content\ndata: {"delta":"%b","complete":false}\n\n' % (b"x" * size * MB) + DONE_EVENT
        pieces = chunked(body, CHUNK)
        contenders[f"quant-ai {size}"] = repeat(quant_ai(pieces))
        contenders[f"quant-ai decoder alone {size}"] = repeat(quant_ai_decoder(pieces, bytes))
        contenders[f"httpx-sse + json {size}"] = repeat(httpx_sse(pieces))
        contenders[f"openai Stream {size}"] = repeat(openai_stream(pieces))
        if not quick:
            contenders[f"anthropic decoder + json {size}"] = repeat(anthropic_decoder(pieces))
    samples = timed(contenders, rounds, seconds=0.05, clock=time.process_time)
    for key in contenders:
        name, _, size_text = key.rpartition(" ")
        figure.rows.append(Row.of(f"{size_text} MB", name, samples[key], "ms", 1e3))
    first, last = sizes[0], sizes[-1]
    linear = last / first
    for name, why in (("quant-ai", WHY_MORE), ("quant-ai decoder alone", "")):
        growth = samples.ratio(f"{name} {last}", f"{name} {first}")
        claim = f"{name}, {last} MB / {first} MB"
        figure.bars.append(Bar.most(claim, growth, 1.25 * linear, quick=2 * linear, why=why))
    rival = samples.ratio(f"quant-ai {last}", f"httpx-sse + json {last}")
    figure.bars.append(Bar.most(f"quant-ai / httpx-sse + json, {last} MB", rival, 1, quick=1.5))
    return figure


if __name__ == "__main__":
    run(measure)
