"""Rules about the text: YAML that every parser reads alike, and words for everything that a user meets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from speclint.document import Document, Place
from speclint.registry import Problem, rule

_WIDTH = 120


@rule("duplicate-key")
def duplicate_key(document: Document) -> Iterator[Problem]:
    """YAML parsers keep the last of two equal keys and say nothing."""
    for place, line in document.duplicates:
        yield Problem(place, f"key {place[-1]} stands here twice", "remove one of them", line)


@rule("ambiguous-scalar")
def ambiguous_scalar(document: Document) -> Iterator[Problem]:
    """Words that YAML 1.1 and 1.2 read differently: no, on, 2026-01-31, 12:30, 010."""
    for place, line, given in document.ambiguous:
        yield Problem(place, f"{given} means one thing in YAML 1.1 and another in 1.2", f"write '{given}'", line)


@rule("layout")
def layout(document: Document) -> Iterator[Problem]:
    """Lines of at most 120 columns, without tabs and trailing spaces; a line feed at the end."""
    lines = document.text.split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > _WIDTH:
            yield Problem((), f"{len(line)} columns", f"break the line before column {_WIDTH}", number)
        if "\t" in line:
            yield Problem((), "a tab", "indent with spaces", number)
        if line.rstrip() != line:
            yield Problem((), "spaces at the end of the line", "remove them", number)
    if lines[-1]:
        yield Problem((), "no line feed at the end of the document", "add one", len(lines))


@rule("description")
def description(document: Document) -> Iterator[Problem]:
    """Everything that a user meets is described."""
    for place, what, value in _described(document):
        text = value.get("description")
        if not isinstance(text, str) or not text.strip():
            yield Problem(place, f"{what} has no description", "say in plain words what it is, with its unit")


def _described(document: Document) -> Iterator[tuple[Place, str, dict[str, Any]]]:
    tree = document.tree
    yield ("info",), "the API", tree.get("info") or {}
    for kind in ("tags", "servers"):
        for index, entry in enumerate(tree.get(kind) or []):
            yield (kind, index), f"{kind[:-1]} {entry.get('name') or entry.get('url')}", entry
            for name, variable in (entry.get("variables") or {}).items():
                yield (kind, index, "variables", name), f"variable {name}", variable
    for operation in document.operations():
        yield operation.place, operation.id, operation.value
        if isinstance(body := operation.value.get("requestBody"), dict) and "$ref" not in body:
            yield (*operation.place, "requestBody"), f"the body of {operation.id}", body
    for place, value in document.walk():
        if not isinstance(value, dict) or "$ref" in value or len(place) < 2 or "properties" in place:
            continue
        if (owner := place[-2]) in ("parameters", "responses", "headers", "links", "securitySchemes"):
            yield place, f"{str(owner)[:-1]} {value.get('name', place[-1])}", value
    for schema in document.shapes:
        if schema.role in ("component", "property") and isinstance(schema.value, dict) and "$ref" not in schema.value:
            noun = "schema" if schema.role == "component" else "property"
            yield schema.place, f"{noun} {schema.place[-1]}", schema.value


@rule("summary")
def summary(document: Document) -> Iterator[Problem]:
    """Summaries are short: the first line of a method's docstring, and of an entry in a menu."""
    for operation in document.operations():
        given = operation.value.get("summary")
        place = (*operation.place, "summary")
        if not isinstance(given, str) or not given.strip():
            yield Problem(operation.place, f"{operation.id} has no summary", "say in a few words what it does")
        elif given.rstrip() != given.rstrip(" .") or len(given) > 60 or not given[0].isupper():
            yield Problem(place, f"summary {given!r}", "write up to 60 characters, a capital first, no full stop")
    for media in document.media():
        for name, example in (media.value.get("examples") or {}).items():
            place = (*media.place, "examples", name)
            if not isinstance(example, dict) or ("value" not in example and "$ref" not in example):
                yield Problem(place, f"example {name} has no value", "write {summary, value}")
            elif "$ref" not in example and not example.get("summary"):
                yield Problem(place, f"example {name} has no summary", "say in a few words what it shows")
