"""10,000 sessions from JSON to models and back, compared with equal models in Rust and C."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

import yaml

from .environment import ROOT
from .figure import Bar, Figure, Row, run
from .harness import repeat, timed

SCHEMA = "Session"
TURNS = 2
Pair = tuple[Callable[[], Any], Callable[[], Any]]


def measure(quick: bool) -> Figure:
    """Measure the seconds to decode and to encode."""
    count = 1_000 if quick else 10_000
    rounds = 7 if quick else 9
    body = sessions(count)
    figure = Figure(
        "Sessions to models and back",
        f"{count:,} sessions of {TURNS} messages each, {len(body) / 1e6:.1f} MB of JSON, bytes to models and models to "
        "bytes, in CPU time. The rivals' models are made from the same schema of the document. quant-ai keeps unknown "
        "fields, and null apart from missing; the rivals' models do neither.",
        rounds,
    )
    contenders = {"quant-ai": quant_ai(body), "pydantic": pydantic(body), "msgspec": with_msgspec(body)}
    for case, position in (("decode", 0), ("encode", 1)):
        works = {name: pair[position] for name, pair in contenders.items()}
        samples = timed(
            {name: repeat(work) for name, work in works.items()}, rounds, seconds=0.05, clock=time.process_time
        )
        figure.rows += [Row.of(case, name, samples[name], "ms", 1e3) for name in samples.values]
        ratio = samples.ratio("quant-ai", "pydantic")
        figure.bars.append(Bar.most(f"quant-ai / pydantic, {case}", ratio, 1.5, quick=2))
    return figure


def sessions(count: int) -> bytes:
    """A reply of the service with this many sessions."""
    roles = ("user", "assistant")
    made = [
        {
            "id": f"5f0c1a9e-7d3b-4c52-9a54-{number:012x}",
            "title": f"Opening hours of office {number}",
            "model": "amazon.nova-lite-v1:0",
            "messages": [
                {"role": roles[turn % 2], "content": f"The office opens at {turn} am."} for turn in range(TURNS)
            ],
            "created_at": f"2026-06-12T09:{number // 60 % 60:02}:{number % 60:02}Z",
        }
        for number in range(count)
    ]
    return json.dumps(made, separators=(",", ":")).encode()


def quant_ai(body: bytes) -> Pair:
    """orjson and the generated models."""
    import orjson

    from quant_ai_client.models.session import Session

    def decode() -> list[Session]:
        return [Session.from_dict(item) for item in orjson.loads(body)]

    kept = decode()

    def encode() -> bytes:
        return orjson.dumps([item.to_dict() for item in kept])

    assert json.loads(encode()) == json.loads(body)
    return decode, encode


def pydantic(body: bytes) -> Pair:
    """pydantic with its own JSON parser and writer."""
    from pydantic import TypeAdapter, create_model

    def model(name: str, fields: dict[str, Any]) -> Any:
        return create_model(name, **fields)

    listed: Any = list[_built(SCHEMA, model)]  # type: ignore[misc]
    adapter: TypeAdapter[Any] = TypeAdapter(listed)
    kept = adapter.validate_json(body)
    return lambda: adapter.validate_json(body), lambda: adapter.dump_json(kept, exclude_unset=True)


def with_msgspec(body: bytes) -> Pair:
    """msgspec's Structs, the fastest here."""
    import msgspec

    def model(name: str, fields: dict[str, Any]) -> Any:
        return msgspec.defstruct(name, [(key, *kind) for key, kind in fields.items()], omit_defaults=True)

    decoder = msgspec.json.Decoder(list[_built(SCHEMA, model)])  # type: ignore[misc]
    encoder = msgspec.json.Encoder()
    kept = decoder.decode(body)
    return lambda: decoder.decode(body), lambda: encoder.encode(kept)


def _built(name: str, model: Callable[[str, dict[str, Any]], Any]) -> Any:
    """A model class for a schema of the spec and all that it refers to, with optional fields only."""
    schemas = yaml.safe_load((ROOT / "spec" / "openapi.yaml").read_text(encoding="utf-8"))["components"]["schemas"]
    made: dict[str, Any] = {}

    def kind(schema: dict[str, Any]) -> Any:
        if "$ref" in schema:
            referred = schema["$ref"].rpartition("/")[2]
            if referred == "ContentBlock":  # sessions contain text; msgspec has no unions of untagged objects
                return dict[str, Any]
            if referred not in made:
                made[referred] = kind({**schemas[referred], "title": referred})
            return made[referred]
        if "anyOf" in schema and "properties" not in schema:
            options = [kind(option) for option in schema["anyOf"]]
            return reduce(or_, options)
        match schema.get("type"):
            case "string":
                return datetime if schema.get("format") == "date-time" else str
            case "integer":
                return int
            case "number":
                return float
            case "boolean":
                return bool
            case "array":
                return list[kind(schema["items"])]  # type: ignore[misc]
            case "object" if "properties" in schema:
                fields = {key: (kind(value) | None, None) for key, value in schema["properties"].items()}
                return model(schema.get("title", name), fields)
        return Any

    return kind({**schemas[name], "title": name})


if __name__ == "__main__":
    run(measure)
