"""Where in a document a difference is: `POST /ai/chat body application/json messages[].role`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from vendordiff import OperationFacts
from vendordiff.values import FieldFacts


class Place(NamedTuple):
    """The parts of a place, as the facts of an operation have them."""

    key: str
    part: str
    """`body application/json`, `query limit`, `200 application/json`, or a status."""
    path: str
    """Path of a field; empty for the whole."""
    fields: Mapping[str, FieldFacts]
    """What the document says of the fields of the part; empty for a part that it does not have."""


def find(known: Mapping[str, OperationFacts], where: str) -> Place | None:
    """The place in a document; None if the document does not have the operation."""
    method, _, rest = where.partition(" ")
    path, _, rest = rest.partition(" ")
    key = f"{method} {path}"
    facts = known.get(key)
    if facts is None:
        return None
    parts = [name for name in facts.parts if rest == name or rest.startswith(f"{name} ")]
    part = max(parts, key=len, default=rest)
    fields = facts.parts[part].fields if part in facts.parts else {}
    return Place(key, part, rest.removeprefix(part).strip(), fields)
