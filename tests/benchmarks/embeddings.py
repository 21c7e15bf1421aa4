"""Decode 2,000 vectors of 1,024 numbers: time and peak memory."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from .canned import MODEL, NOWHERE, ORGANISATION, CannedPool, transport
from .figure import Bar, Figure, Row, run
from .harness import Spread, repeat, timed
from .processes import MIB, known, peak, reset_peak, resident

TEXTS = ["How do I purge the cache of one page?"]
LENGTH = 1024


def measure(quick: bool) -> Figure:
    """Measure the seconds and bytes of each decoder."""
    count = 200 if quick else 2_000
    rounds = 11 if quick else 7  # a small reply is decoded in a few milliseconds, which a page fault can double
    body = reply(count)
    figure = Figure(
        "Embeddings to Python",
        f"A reply with {count:,} vectors of {LENGTH:,} numbers of 8 decimals, {len(body) / 1e6:.0f} MB, in CPU time. "
        "quant-ai and quantcdn-client make the whole call, in process. Memory is the peak above what the process held "
        "with the reply's bytes, in a fresh process.",
        rounds,
    )
    samples = timed(
        {name: repeat(make(body)) for name, make in CONTENDERS.items()}, rounds, seconds=0.1, clock=time.process_time
    )
    figure.rows += [Row.of("time", name, samples[name], "ms", 1e3) for name in CONTENDERS]
    if known():
        for name in CONTENDERS:
            grown = Spread.of([_grown(name, count) for _ in range(1 if quick else 3)])
            figure.rows.append(Row.of("peak memory", name, grown, "MiB", 1 / MIB))
    figure.bars = [
        Bar.most("quant-ai / orjson", samples.ratio("quant-ai", "orjson"), 1.3, quick=1.6),
        Bar.least("quantcdn-client / quant-ai", samples.ratio("quantcdn-client", "quant-ai"), 25, quick=15),
    ]
    return figure


def reply(count: int) -> bytes:
    """A reply of the service."""
    numbers = random.Random(1)
    vectors = [[round(numbers.gauss(0, 0.03), 8) for _ in range(LENGTH)] for _ in range(count)]
    usage = {"inputTokens": 17, "totalTokens": 17}
    return json.dumps({"embeddings": vectors, "model": MODEL, "dimension": LENGTH, "usage": usage}).encode()


def quant_ai(body: bytes) -> Callable[[], Any]:
    """A call of this project's client."""
    import httpx

    from quant_ai import QuantAI

    inside = httpx.Client(transport=transport(httpx, body))
    client = QuantAI(token="token", organisation=ORGANISATION, base_url=NOWHERE, http_client=inside)
    return lambda: client.embeddings.create(input=TEXTS)


def quantcdn(body: bytes) -> Callable[[], Any]:
    """A call of the vendor's client."""
    import quantcdn as package
    from quantcdn import models

    api = package.ApiClient(package.Configuration(host=NOWHERE, access_token="token"))
    api.rest_client.pool_manager = CannedPool(body)
    inference = package.AIInferenceApi(api)
    request = models.EmbeddingsRequest(input=models.EmbeddingsRequestInput(TEXTS))
    return lambda: inference.embeddings(ORGANISATION, request)


def openai(body: bytes) -> Callable[[], Any]:
    """A call of openai's client to its own service, for numbers instead of its default of base64."""
    import httpx2
    from openai import OpenAI

    data = [
        {"object": "embedding", "index": index, "embedding": vector}
        for index, vector in enumerate(json.loads(body)["embeddings"])
    ]
    usage = {"prompt_tokens": 17, "total_tokens": 17}
    own = json.dumps({"object": "list", "data": data, "model": MODEL, "usage": usage}).encode()
    client = OpenAI(
        api_key="token", base_url=NOWHERE, http_client=httpx2.Client(transport=transport(httpx2, own)), max_retries=0
    )
    return lambda: client.embeddings.create(model=MODEL, input=TEXTS, encoding_format="float")


def stdlib(body: bytes) -> Callable[[], Any]:
    """Decode with json.loads."""
    return lambda: json.loads(body)


def with_orjson(body: bytes) -> Callable[[], Any]:
    """Decode with orjson.loads."""
    import orjson

    return lambda: orjson.loads(body)


CONTENDERS: dict[str, Callable[[bytes], Callable[[], Any]]] = {
    "quant-ai": quant_ai,
    "orjson": with_orjson,
    "json": stdlib,
    "quantcdn-client": quantcdn,
    "openai, floats": openai,
}


def _grown(name: str, count: int) -> float:
    """The growth of a fresh process's peak memory during one decoding, in bytes."""
    command = [sys.executable, "-m", __spec__.name if __spec__ else __name__, name, str(count)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    return float(done.stdout)


def weigh(name: str, count: int) -> int:
    """Decode a small reply to warm up, then the whole one, and print the growth of the peak memory."""
    make = CONTENDERS[name]
    make(reply(1))()
    work = make(reply(count))
    before = resident()
    reset_peak()
    kept = work()
    grown = peak() - before
    del kept
    return grown


if __name__ == "__main__":
    if len(sys.argv) > 2 and sys.argv[1] in CONTENDERS:
        print(weigh(sys.argv[1], int(sys.argv[2])))
    else:
        run(measure)
