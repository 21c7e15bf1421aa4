"""Check the values of a request or reply: JSON bodies, and text that stands for a number or a boolean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from quant_ai_common.json_values import Json

from .findings import Finding, Side
from .json_text import MAX_DEPTH, NOT_JSON, is_too_deep, json_lines, parse_json
from .references import ResolvedNode
from .unknown_properties import unknown_properties

_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_LONGEST_MESSAGE: Final = 300
_MOST_FINDINGS: Final = 50  # of one kind in one body
_LONGEST_NUMBER: Final = 40


def check_lines(schema: ResolvedNode, raw: bytes, *, cut: bool) -> Iterator[Finding]:
    """Check each line of a reply against its schema. If the reply is `cut`, the end of its last line is not known."""
    texts = json_lines(raw)
    whole = len(texts) - (cut and not raw.endswith((b"\n", b"\r")))
    for number, text in enumerate(texts[:whole], start=1):
        yield from check_json("reply", schema, text, at=f"line {number}")


def check_json(side: Side, schema: ResolvedNode, raw: bytes, at: str = "body") -> Iterator[Finding]:
    """Check a JSON text against its schema."""
    yield from check_parsed(side, schema, parse_json(raw), raw, at)


def check_parsed(side: Side, schema: ResolvedNode, value: Json, raw: bytes, at: str = "body") -> Iterator[Finding]:
    """Check the value of a JSON text, which `parse_json` gave."""
    if value is NOT_JSON:
        yield Finding(f"{side}-body", side, at, f"it is not JSON: {raw[:60]!r}")
        return
    if is_too_deep(value, raw):
        yield Finding("depth", side, at, f"nested more than {MAX_DEPTH} levels deep, which is not checked", note=True)
        return
    for place, message in islice(schema.errors(value), _MOST_FINDINGS):
        yield Finding(f"{side}-body", side, f"{at}{place}", message[:_LONGEST_MESSAGE])
    for place in islice(unknown_properties(schema, value), _MOST_FINDINGS):
        yield Finding("unknown-property", side, f"{at}{place}", "not in the spec", note=True)


def check_text(rule: str, at: str, schema: ResolvedNode, value: Json) -> Iterator[Finding]:
    """Check a value of a path or query: as text, and as the number or boolean that the text spells."""
    values = list(readings(value)) if isinstance(value, str) else [value]
    if not any(schema.fits(reading) for reading in values):
        _, message = next(schema.errors(values[0]), ("", "it does not fit"))
        yield Finding(rule, "request", at, message[:_LONGEST_MESSAGE])


def check_value(at: str, schema: ResolvedNode, value: Json) -> Iterator[Finding]:
    """Check the value of a query parameter that is JSON or an object."""
    for place, message in islice(schema.errors(value), _MOST_FINDINGS):
        yield Finding("query-parameter", "request", f"{at}{place}", message[:_LONGEST_MESSAGE])


def check_body_value(schema: ResolvedNode, value: Json) -> Iterator[Finding]:
    """Check what the body of a form says."""
    for place, message in islice(schema.errors(value), _MOST_FINDINGS):
        yield Finding("request-body", "request", f"body{place}", message[:_LONGEST_MESSAGE])
    for place in islice(unknown_properties(schema, value), _MOST_FINDINGS):
        yield Finding("unknown-property", "request", f"body{place}", "not in the spec", note=True)


def readings(text: str) -> Iterator[Json]:
    """What a text can mean: the number or boolean that it spells, then the text itself."""
    if text in ("true", "false"):
        yield text == "true"
    elif len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text):
        yield parse_json(text)
    yield text
