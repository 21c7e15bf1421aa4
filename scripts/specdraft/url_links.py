"""Links that examples show: a reply with `"pollUrl": "/jobs/7"` and `"jobId": "7"` leads to `/jobs/{jobId}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from openapi import Pointer, Spec, SpecPart


class ShownReply(NamedTuple):
    """A drafted reply, with examples of it from the other document."""

    reply: dict[str, Any]
    examples: list[Any]


def shown_reply(theirs: Spec, part: SpecPart, reply: dict[str, Any]) -> ShownReply:
    """A drafted reply with the examples of it in the document that it was drafted from."""
    schema = theirs.resolve(part.json_schema)
    fields = schema.get("properties") if isinstance(schema, dict) else None
    named = {name: (theirs.resolve(inner) or {}).get("example") for name, inner in (fields or {}).items()}
    whole = schema.get("example") if isinstance(schema, dict) else None
    found = [*examples_of(part.content.get(part.json_type)), whole, named]
    return ShownReply(reply, [example for example in found if example])


def examples_of(media: Any) -> list[Any]:
    """The examples of a media type."""
    if not isinstance(media, dict):
        return []
    named = [example.get("value") for example in (media.get("examples") or {}).values() if isinstance(example, dict)]
    return [*named, *([media["example"]] if "example" in media else [])]


def expressions(path: str, names: list[str], example: Any) -> dict[str, str]:
    """The runtime expressions for the path parameters of an operation, from an example of a reply.

    Returns:
        An expression for each name; nothing if no URL in the example is one of that path, or a part of it is nowhere.
    """
    pattern = re.compile(re.sub(r"\\{[^{}]*\\}", "([^/]+)", re.escape(path)) + "/?$")
    for place, text in _texts(example, ()):
        match = pattern.search(urlsplit(text).path)
        if match is None:
            continue
        given = dict(zip(re.findall(r"{([^{}]*)}", path), map(unquote, match.groups()), strict=True))
        found = {name: _beside(example, place, given[name]) for name in names if name in given}
        if found and all(found.values()):
            return {name: f"$response.body#/{'/'.join(map(str, pointer))}" for name, pointer in found.items()}
    return {}


def _texts(value: Any, place: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield place, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield from _texts(inner, (*place, step))


def _beside(example: Any, place: Pointer, text: str) -> Pointer:
    """The field with a text, as near to a place as possible; empty if there is none."""
    for length in range(len(place) - 1, -1, -1):
        value = example
        for step in place[:length]:
            value = value[step]
        for name, inner in value.items() if isinstance(value, dict) else ():
            if inner == text:
                return (*place[:length], name)
    return ()
