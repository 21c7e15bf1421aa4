"""10,000 replies with an invoice of 20 lines, read into dataclasses, compared with pydantic reading the same ones."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from .figure import Bar, Figure, Row, run
from .harness import repeat, timed

LINES = 20


@dataclass
class Line:
    """A line of an invoice."""

    description: str
    quantity: int
    price: float
    tax: float


@dataclass
class Invoice:
    """What the model was asked for."""

    number: str
    issued: date
    seller: str
    lines: list[Line]
    total: Decimal
    note: str | None = None


def measure(quick: bool) -> Figure:
    """Measure the seconds to read the invoices."""
    count = 1_000 if quick else 10_000
    rounds = 7 if quick else 9
    texts = [invoice(number) for number in range(count)]
    figure = Figure(
        "Replies to dataclasses",
        f"{count:,} replies with an invoice of {LINES} lines each, from text to dataclasses, in CPU time. Both check "
        "all types, and read into the same dataclasses.",
        rounds,
    )
    contenders = {"quant-ai": quant_ai(texts), "pydantic": pydantic(texts)}
    assert contenders["quant-ai"]() == contenders["pydantic"]()
    samples = timed(
        {name: repeat(work) for name, work in contenders.items()}, rounds, seconds=0.05, clock=time.process_time
    )
    figure.rows += [Row.of("parse", name, samples[name], "ms", 1e3) for name in samples.values]
    figure.bars.append(Bar.most("quant-ai / pydantic, parse", samples.ratio("quant-ai", "pydantic"), 1.5, quick=2))
    return figure


def invoice(number: int) -> str:
    """A reply of a model."""
    lines = [
        {"description": f"Teapot {line}", "quantity": line + 1, "price": line + 0.5, "tax": 0.1}
        for line in range(LINES)
    ]
    found = {"number": f"INV-{number}", "issued": "2026-11-29", "seller": "Acme", "lines": lines, "total": "1210.50"}
    return json.dumps(found)


def quant_ai(texts: list[str]) -> Callable[[], Any]:
    """What `chat.parse` does with the text of a reply."""
    from quant_ai.json_types.decoders import decoder_of
    from quant_ai.parsing.json_in_text import FoundJson, find_json

    decode = decoder_of(Invoice)

    def parse() -> list[Any]:
        made = []
        for text in texts:
            found = find_json(text)
            assert isinstance(found, FoundJson)
            made.append(decode(found.value))
        return made

    return parse


def pydantic(texts: list[str]) -> Callable[[], Any]:
    """pydantic's own parser and validation, into the same dataclasses."""
    from pydantic import TypeAdapter

    adapter = TypeAdapter(Invoice)
    return lambda: [adapter.validate_json(text) for text in texts]


if __name__ == "__main__":
    run(measure)
