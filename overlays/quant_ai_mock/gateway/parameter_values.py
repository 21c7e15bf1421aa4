"""Read parameters in every style of OpenAPI: `a=1&a=2`, `a=1,2`, `a=1 2`, `a=1|2`, `a[b]=1`, `;a=1`, `.1`, and JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from ..document.json_text import JsonError, read_json
from ..document.operations import Parameter
from ..document.schemas import Json, Schema

MISSING: Final = object()
_DELIMITERS: Final = {"form": ",", "simple": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
_PARTED: Final = frozenset({"array", "object"})
_INTEGER: Final = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")


def query_value(parameter: Parameter, sent: Mapping[str, Sequence[str]]) -> Json:
    """The value of a query parameter; MISSING if it was not sent."""
    name, schema = parameter.name, parameter.schema
    texts = sent.get(name)
    if parameter.is_json:
        return MISSING if texts is None else _json(texts[-1])
    if not _PARTED & schema.types:
        return MISSING if texts is None else typed(schema, texts)
    if parameter.style != "deepObject" and not parameter.explode:
        return MISSING if texts is None else delimited(schema, texts[-1], _DELIMITERS.get(parameter.style, ","))
    found: list[Json] = []
    if "object" in schema.types and parameter.style == "deepObject":
        found.append(_deep(name, schema, sent))
    elif "object" in schema.types:
        found.append(
            {key: typed(inner, sent[key]) for key, inner in schema.properties.items() if key in sent} or MISSING
        )
    if texts is not None:
        found += _readings(schema, texts, texts[0] if len(texts) == 1 else None)
    return _first_valid(schema, [value for value in found if value is not MISSING])


def _readings(schema: Schema, items: Sequence[str], text: str | None) -> Iterator[Json]:
    """What a parameter may be that is not an object: an array, or a single value."""
    if "array" in schema.types:
        yield typed(schema, items)
    if text is not None and schema.types - _PARTED:
        yield _one(schema, text)


def _first_valid(schema: Schema, readings: Sequence[Json]) -> Json:
    return next((value for value in readings if schema.is_valid(value)), readings[0] if readings else MISSING)


def path_value(parameter: Parameter, segment: str) -> tuple[str, Json]:
    """What a segment of a path says of its parameter: the text without the marks of its style, and the value.

    The value is MISSING if the segment is not written in the style of the parameter.
    """
    name, schema, explode = parameter.name, parameter.schema, parameter.explode
    is_plain = not _PARTED & schema.types
    text, delimiter = segment, ","
    if parameter.style == "label":
        text, begins = segment[1:], segment.startswith(".")
        delimiter = "." if explode else ","
    elif parameter.style == "matrix":
        has_names = explode and schema.types & {"object"}
        start = ";" if has_names else f";{name}="
        text, begins = segment[len(start) :], segment.startswith(start)
        delimiter = ";" if has_names else f";{name}=" if explode else ","
    else:
        begins = True
    if not begins:
        return segment, MISSING
    if parameter.is_json:
        return text, _json(text)
    return text, _one(schema, text) if is_plain else delimited(schema, text, delimiter, explode=explode)


def header_value(parameter: Parameter, text: str) -> Json:
    """The value of a header parameter; HTTP allows spaces around its commas."""
    schema = parameter.schema
    if parameter.is_json:
        return _json(text)
    if not _PARTED & schema.types:
        return typed(schema, [text])
    return delimited(schema, ",".join(item.strip() for item in text.split(",")), explode=parameter.explode)


def delimited(schema: Schema, text: str, delimiter: str = ",", *, explode: bool = False) -> Json:
    """An array or an object in one text, or what else its schema may be."""
    items, found = text.split(delimiter), list[Json]()
    if not text and "array" in schema.types:
        found.append([])
    if "object" in schema.types:
        pairs = [item.partition("=")[::2] for item in items] if explode else list(pairwise(items))[::2]
        properties = schema.properties
        found.append({key: typed(properties.get(key), [value]) for key, value in pairs})
    return _first_valid(schema, [*found, *_readings(schema, items, text)])


def typed(schema: Schema | None, texts: Sequence[str]) -> Json:
    """Texts as the values that a schema describes: all of them for an array, otherwise the last."""
    if schema is None:
        return texts[-1]
    if "array" in schema.types:
        first = schema.first_items
        return [_one(first[at] if at < len(first) else schema.items, text) for at, text in enumerate(texts)]
    return _one(schema, texts[-1])


def _one(schema: Schema | None, text: str) -> Json:
    """A text as the value of an enum that is sent in this way, or as the type of its schema."""
    if schema is None:
        return text
    for value in schema.source.get("enum", ()):
        if not isinstance(value, str) and text == (str(value).lower() if isinstance(value, bool) else str(value)):
            return value
    return scalar(text, schema.types)


def scalar(text: str, types: frozenset[str]) -> Json:
    """A text as the type of its schema; if that is not possible it stays a text, which the schema will refuse."""
    if "string" in types:
        return text
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    return text


def _json(text: str) -> Json:
    try:
        return read_json(text)
    except JsonError:
        return text


def _deep(name: str, schema: Schema, sent: Mapping[str, Sequence[str]]) -> Json:
    """An object of which each value was sent under its path: `filter[size][min]=3`."""
    found: dict[str, Any] = {}
    for key, texts in sent.items():
        if not (key.startswith(f"{name}[") and key.endswith("]")):
            continue
        steps = key[len(name) + 1 : -1].split("][")
        inner: Schema | None = schema
        holder = found
        for step in steps[:-1]:
            inner = inner.properties.get(step) if inner else None
            holder = holder.setdefault(step, {})
            if not isinstance(holder, dict):
                return texts[-1]
        holder[steps[-1]] = typed(inner.properties.get(steps[-1]) if inner else None, texts)
    return found or MISSING
