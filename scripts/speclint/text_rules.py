"""Rules about the text: YAML that every parser reads alike, and words for everything that users see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from openapi import Pointer, Spec
from speclint.registry import Problem, rule

_WIDTH = 120


@rule("duplicate-key")
def duplicate_key(spec: Spec) -> Iterator[Problem]:
    """A key is in a mapping once; YAML parsers keep the last of two and say nothing."""
    yield from _flaws(spec, "duplicate-key")


@rule("ambiguous-scalar")
def ambiguous_scalar(spec: Spec) -> Iterator[Problem]:
    """YAML 1.1 and 1.2 read every word alike; they differ on no, on, 2026-01-31, 12:30, 010 and merge keys."""
    yield from _flaws(spec, "ambiguous-scalar")


def _flaws(spec: Spec, kind: str) -> Iterator[Problem]:
    for flaw in spec.flaws:
        if flaw.kind == kind:
            yield Problem(flaw.pointer, flaw.what, flaw.fix, flaw.position.line)


@rule("layout")
def layout(spec: Spec) -> Iterator[Problem]:
    """Lines have at most 120 columns, no tabs and no trailing spaces; the file ends with a line feed."""
    lines = spec.text.split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > _WIDTH:
            yield Problem((), f"{len(line)} columns", f"break the line before column {_WIDTH}", number)
        if "\t" in line:
            yield Problem((), "a tab", "indent with spaces", number)
        if line.rstrip() != line:
            yield Problem((), "spaces at the end of the line", "remove them", number)
    if lines[-1]:
        yield Problem((), "no line feed at the end of the file", "add one", len(lines))


@rule("description")
def description(spec: Spec) -> Iterator[Problem]:
    """Everything that users see has a description."""
    for pointer, what, value in _described(spec):
        text = value.get("description")
        if not isinstance(text, str) or not text.strip():
            yield Problem(pointer, f"{what} has no description", "say in plain words what it is, with its unit")


def _described(spec: Spec) -> Iterator[tuple[Pointer, str, dict[str, Any]]]:
    yield ("info",), "the API", spec.data.get("info") or {}
    for kind in ("tags", "servers"):
        for index, entry in enumerate(spec.data.get(kind) or []):
            yield (kind, index), f"{kind[:-1]} {entry.get('name') or entry.get('url')}", entry
            for name, variable in (entry.get("variables") or {}).items():
                yield (kind, index, "variables", name), f"variable {name}", variable
    for operation in spec.operations:
        yield operation.pointer, operation.label, operation.value
        if operation.body:
            yield operation.body.pointer, f"the body of {operation.label}", operation.body.value
    for pointer, value in spec.walk():
        if not isinstance(value, dict) or "$ref" in value or len(pointer) < 2 or "properties" in pointer:
            continue
        if (owner := pointer[-2]) in ("parameters", "responses", "headers", "links", "securitySchemes"):
            yield pointer, f"{str(owner)[:-1]} {value.get('name', pointer[-1])}", value
    for schema in spec.shapes:
        if schema.role in ("component", "property") and isinstance(schema.value, dict) and "$ref" not in schema.value:
            noun = "schema" if schema.role == "component" else "property"
            yield schema.pointer, f"{noun} {schema.pointer[-1]}", schema.value


@rule("summary")
def summary(spec: Spec) -> Iterator[Problem]:
    """Summaries are short, because they are the first lines of docstrings and the entries of menus."""
    for operation in spec.operations:
        given = operation.value.get("summary")
        if not isinstance(given, str) or not given.strip():
            yield Problem(operation.pointer, f"{operation.label} has no summary", "say in a few words what it does")
        elif given.rstrip() != given.rstrip(" .") or len(given) > 60 or not given[0].isupper():
            fix = "write up to 60 characters, a capital first, no full stop"
            yield Problem((*operation.pointer, "summary"), f"summary {given!r}", fix)
    for media in spec.media:
        for name, example in (media.value.get("examples") or {}).items():
            pointer = (*media.pointer, "examples", name)
            if not isinstance(example, dict) or ("value" not in example and "$ref" not in example):
                yield Problem(pointer, f"example {name} has no value", "write {summary, value}")
            elif "$ref" not in example and not example.get("summary"):
                yield Problem(pointer, f"example {name} has no summary", "say in a few words what it shows")


@rule("todo")
def todo(spec: Spec) -> Iterator[Problem]:
    """No text or name is left to write, as `make vendor-draft` leaves them."""
    for pointer, value in spec.walk():
        for key in ("summary", "description"):
            text = value.get(key) if isinstance(value, dict) else None
            if isinstance(text, str) and re.search(r"\bTODO\b", text):
                yield Problem((*pointer, key), f"a {key} to write", "write it for users, in plain words")
        for key in value if isinstance(value, dict) else ():
            if key == "TODO" or (key == "const" and value[key] == "TODO"):
                yield Problem((*pointer, key), "a name to write", "write the one that the service uses")
    for media in spec.media:
        for word, names in (media.value.get("x-event-stream") or {}).items():
            if isinstance(names, list) and "TODO" in names:
                where = (*media.pointer, "x-event-stream", word)
                yield Problem(where, "a name to write", "name what the events have, or leave it out")
        for name, example in (media.value.get("examples") or {}).items():
            if isinstance(example, dict) and re.search(r"\bTODO\b", str(example.get("summary", ""))):
                fix = "say in a few words what it shows"
                yield Problem((*media.pointer, "examples", name, "summary"), "a summary to write", fix)
