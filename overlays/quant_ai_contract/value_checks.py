"""Check the values of a request or reply: JSON bodies, and text that stands for a number or a boolean."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from .findings import Finding, Side
from .references import ResolvedNode
from .spec_file import Json
from .unknown_properties import unknown_properties

NOT_JSON: Final[Json] = object()
_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_LONGEST_MESSAGE: Final = 300


def check_json(side: Side, schema: ResolvedNode, raw: bytes) -> Iterator[Finding]:
    """Check a JSON body against its schema."""
    value = parse_json(raw)
    if value is NOT_JSON:
        yield Finding(f"{side}-body", side, "body", f"it is not JSON: {raw[:60]!r}")
        return
    for at, message in schema.errors(value):
        yield Finding(f"{side}-body", side, f"body{at}", message[:_LONGEST_MESSAGE])
    for at in unknown_properties(schema, value):
        yield Finding("unknown-property", side, f"body{at}", "not in the spec", note=True)


def check_text(rule: str, at: str, schema: ResolvedNode, value: Json) -> Iterator[Finding]:
    """Check a value of a path or query: as text, and as the number or boolean that the text spells."""
    values = list(readings(value)) if isinstance(value, str) else [value]
    if not any(schema.fits(reading) for reading in values):
        _, message = next(schema.errors(values[0]))
        yield Finding(rule, "request", at, message)


def readings(text: str) -> Iterator[Json]:
    """What a text can mean: the number or boolean that it spells, then the text itself."""
    if text in ("true", "false"):
        yield text == "true"
    elif _NUMBER.fullmatch(text):
        yield json.loads(text)
    yield text


def parse_json(raw: bytes | str) -> Json:
    """The value of a JSON text, or NOT_JSON."""
    try:
        return json.loads(raw, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return NOT_JSON


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
