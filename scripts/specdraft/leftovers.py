"""What is not added by itself, because it changes what is there: the place in the spec, and lines to paste."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openapi import Pointer, Spec, block
from specdraft.places import find
from vendordiff import Disagreement, OperationFacts
from vendordiff.values import BOUNDS

_KEYWORDS = {"type": "type", "format": "format", "default": "default", "value": "enum"}


@dataclass
class Leftover:
    """A difference for a person to decide."""

    line: int
    what: str
    meaning: str
    paste: list[str] = field(default_factory=list)


def leftover(
    ours: Spec, new: Spec, known: Mapping[str, OperationFacts], one: Disagreement, reason: str = ""
) -> Leftover:
    """What to do about a difference between two versions of the vendor's document."""
    pointer = _pointer(known, one.where)
    what = f"{one.where}: {one.what}{f' ({reason})' if reason else ''}"
    found = Leftover(ours.line(pointer) if pointer else 1, what, one.meaning)
    if not pointer:
        return found
    column = ours.position(pointer).column + 1
    found.paste = [line for value in _values(new, one) for line in block(value, column)]
    if not found.paste:
        found.paste = [_in_words(one)]
    return found


def _pointer(known: Mapping[str, OperationFacts], where: str) -> Pointer:
    """The nearest place in the spec."""
    place = find(known, where)
    if place is None:
        return ()
    path = place.path
    while path and path not in place.fields:
        path = path.removesuffix("[]").removesuffix(".*") if path.endswith(("[]", ".*")) else path.rpartition(".")[0]
    facts = known[place.key]
    if path in place.fields:
        return place.fields[path].pointer
    if place.part in facts.parts:
        return facts.parts[place.part].pointer
    return facts.statuses.get(place.part, facts.pointer)


def _values(new: Spec, one: Disagreement) -> list[dict[str, Any]]:
    """The words of the new document that say the difference."""
    schema = new.at(new.follow(one.second)) if one.second else None
    source = schema if isinstance(schema, dict) else {}
    if one.kind == "operation":
        return [{"deprecated": True}] if one.what == "is deprecated" else []
    if one.kind == "bound":
        word = one.what.partition(" ")[0]
        return [{word: source[word]}] if word in BOUNDS and word in source else []
    word = _KEYWORDS.get(one.kind, "")
    if word == "type" and "type" in source:
        kind = source["type"]
        return [{"type": [kind, "null"] if source.get("nullable") is True and isinstance(kind, str) else kind}]
    if word and word in source and one.change != "gone":
        return [{word: source[word]}]
    if one.kind in ("field", "parameter") and one.change == "new":
        kept = {key: source[key] for key in ("type", "format", "enum", *BOUNDS) if key in source}
        name = one.where.rpartition(".")[2].rpartition(" ")[2]
        return [{name: {"description": "TODO", **kept}}]
    return []


def _in_words(one: Disagreement) -> str:
    """What to do where there is nothing to paste."""
    if one.kind == "required":
        verb = "add it to" if one.what == "is required" else "take it out of"
        return f"# {verb} `required`"
    if one.change == "gone":
        return "# mark it `deprecated: true` first, and remove it with the next major version"
    if one.kind == "bound":
        return f"# remove {one.what.partition(' ')[0]}"
    return "# see the vendor's document"
