"""Turn the text, bounds and examples of the spec into docstrings."""

from __future__ import annotations

import json
import re
import textwrap
from typing import Any

from openapi_python_client.strings import safe_for_docstring

from openapi import Spec, SpecPart, conditional_properties

from .error_classes import error_class

WIDTH = 104
_VERBATIM = re.compile(r"\s*([-*|>#]|\d+\.|```| {4})")
_LIST = re.compile(r"([-*] |\d+\. )")


def escape(text: str) -> str:
    """Make text safe between triple quotes."""
    text = safe_for_docstring(text)
    return f"{text} " if text.endswith('"') else text


def prose(text: str, width: int = WIDTH) -> str:
    """Wrap Markdown paragraph by paragraph; code and tables stay as they are."""
    blocks: list[str] = []
    fenced = False
    for block in re.split(r"\n\s*\n", text.strip()):
        fences = block.count("```")
        if fenced or fences or block.lstrip().startswith("|"):
            blocks.append(block.rstrip())
        else:
            blocks.append("\n".join(_wrap(line, width) for line in _lines(block)))
        fenced ^= bool(fences % 2)
    return "\n\n".join(blocks)


def summary(text: str) -> str:
    """The first paragraph on one line; a colon that leads to a list becomes a full stop."""
    first = " ".join(re.split(r"\n\s*\n", text.strip())[0].split())
    return f"{first[:-1]}." if first.endswith(":") else first


def description(spec: Spec, schema: dict[str, Any]) -> str:
    """The description of a schema: its own, or that of what it refers to."""
    while "description" not in schema:
        inner = schema if "$ref" in schema else next(iter(schema.get("allOf", [])), {})
        if "$ref" not in inner:
            break
        schema = spec.resolve(inner)
    return str(schema.get("description", ""))


_MARKS = {"deprecated": "Deprecated.", "readOnly": "Set by the service.", "writeOnly": "Only in requests."}


def facts(spec: Spec, schema: dict[str, Any], text: str) -> list[str]:
    """Values, bounds and default as sentences, unless the text says them already."""
    full = {**merged(spec, schema)}
    found: list[str] = []
    values = [_inline(value) for value in full.get("enum", [])]
    if 1 < len(values) <= 12 and not all(f"`{value}`" in text for value in full["enum"]):
        found.append(f"Known values: {', '.join(values)}.")
    bounds = [
        _range(full, "minimum", "maximum", ""),
        _range(full, "minLength", "maxLength", " characters"),
        _range(full, "minItems", "maxItems", " items"),
    ]
    plain = text.replace(",", "").lower()
    found.extend(bound for bound in bounds if bound and bound.rstrip(".").replace(",", "").lower() not in plain)
    if "default" in full:
        found.append(f"Server default: {_inline(full['default'])}.")
    found += [sentence for keyword, sentence in _MARKS.items() if full.get(keyword) is True]
    return found


def argument(spec: Spec, name: str, annotation: str, text: str, schema: dict[str, Any], note: str = "") -> str:
    """One entry of the section Args; the note stands at its end."""
    first = summary(text or description(spec, schema))
    return entry(name, annotation, " ".join([first, *facts(spec, schema, first), note]).strip())


def entry(name: str, annotation: str, text: str) -> str:
    """A name, its type and its description."""
    line = f"{name} ({annotation}): {text}".rstrip()
    return textwrap.fill(line, WIDTH - 4, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def section(title: str, entries: list[str]) -> str:
    """A section of a docstring."""
    lines = [f"    {line}" if line else "" for entry in entries for line in entry.splitlines()]
    return "\n".join([f"{title}:", *lines])


def merged(spec: Spec, schema: dict[str, Any]) -> dict[str, Any]:
    """A schema with the keywords of what it refers to; its own keywords win."""
    if "$ref" in schema:
        return merged(spec, spec.resolve(schema))
    for part in schema.get("allOf", []):
        schema = {**merged(spec, part), **schema}
    return schema


def property_schema(spec: Spec, schema: dict[str, Any], name: str) -> dict[str, Any]:
    """The schema of a property of an object, or of the parts that it is combined from."""
    schema = spec.resolve(schema)
    if name in schema.get("properties", {}):
        return dict(schema["properties"][name])
    if found := conditional_properties(schema).get(name):
        return dict(found[1])
    parts = [part for key in ("allOf", "anyOf", "oneOf") for part in schema.get(key, [])]
    return next(filter(None, (property_schema(spec, part, name) for part in parts)), {})


def property_keywords(spec: Spec, schema: dict[str, Any], name: str) -> dict[str, Any]:
    """The keywords of a property of an object, or of the parts that it is combined from; its own ones win."""
    schema = spec.resolve(schema) or {}
    found: dict[str, Any] = {}
    for part in (part for key in ("allOf", "anyOf", "oneOf") for part in schema.get(key) or []):
        found |= property_keywords(spec, part, name)
    places = [
        (schema.get("properties") or {}).get(name),
        *(one[1] for key, one in conditional_properties(schema).items() if key == name),
    ]
    for given in places:
        if isinstance(given, dict):
            found |= merged(spec, given)
    return found


def raises(responses: dict[str, SpecPart]) -> list[str]:
    """The errors by class, one entry for each status."""
    found: dict[str, str] = {}
    for status, reply in responses.items():
        if status.startswith("2"):
            continue
        name = error_class(status)
        sentence = re.split(r"(?<=[.;])\s", summary(reply.value.get("description", "")))[0].rstrip(";.")
        found[f"{name} ({status})" if name in found or name == "StatusError" else name] = sentence
    return [
        textwrap.fill(f"{name}: {text}.", WIDTH - 4, subsequent_indent="    ", break_long_words=False)
        for name, text in found.items()
    ]


def literal(value: Any, indent: int = 0) -> str:
    """A JSON value as Python code, on one line if it fits."""
    line = _inline(value)
    if len(line) + indent <= WIDTH - 24 or not isinstance(value, (dict, list)) or not value:
        return line
    pad = " " * (indent + 4)
    if isinstance(value, dict):
        inner = [f"{_inline(key)}: {literal(item, indent + 4)}" for key, item in value.items()]
        return "{\n" + "".join(f"{pad}{item},\n" for item in inner) + " " * indent + "}"
    return "[\n" + "".join(f"{pad}{literal(item, indent + 4)},\n" for item in value) + " " * indent + "]"


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_inline(key)}: {_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value if len(value) <= 80 else f"{value[:77]}...", ensure_ascii=False)
    return repr(value)


def _lines(block: str) -> list[str]:
    """Join the lines of a paragraph, but not the items of a list or verbatim lines."""
    found: list[str] = []
    for line in block.splitlines():
        if found and not _VERBATIM.match(line):
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        else:
            found.append(line.rstrip())
    return found


def _wrap(line: str, width: int) -> str:
    bullet = _LIST.match(line)
    hang = " " * len(bullet[0]) if bullet else ""
    return textwrap.fill(line, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)


def _range(schema: dict[str, Any], low: str, high: str, unit: str) -> str:
    first, last = schema.get(low), schema.get(high)
    if first is not None and last is not None:
        return f"{first:,} to {last:,}{unit}."
    if last is not None:
        return f"At most {last:,}{unit}."
    if first and (low == "minimum" or first > 1):
        return f"At least {first:,}{unit}."
    return ""
