"""Lies: one party of the three is changed so that it disagrees with the others, and the suite has to notice.

The lies are made from the document by rules (see the modules of this package), never by hand. `scripts/mutants.py`
tells one after the other to a run of the suite; in an ordinary run none is told.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from quant_ai_contract import Contract
from quant_ai_contract.document import Document

JsonDocument = dict[str, Any]


@dataclass(frozen=True)
class Message:
    """A request or a reply on its way, as bytes; a lie gives another one in its place."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    status: int = 0

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    def with_header(self, name: str, value: str | None) -> list[tuple[str, str]]:
        """The headers with one of them replaced, or taken out."""
        kept = [(key, old) for key, old in self.headers if key.lower() != name.lower()]
        return kept if value is None else [*kept, (name, value)]


@dataclass(frozen=True)
class Lie:
    """One lie. Every member that is None is the truth."""

    family: str
    rule: str
    site: str
    what: str
    operation: str | None = None
    request: Callable[[Message], Message] | None = field(default=None, repr=False)
    reply: Callable[[Message, Message], Message] | None = field(default=None, repr=False)
    stream: Callable[[list[bytes]], list[bytes]] | None = field(default=None, repr=False)
    instead: Callable[[Message, dict[Any, Any]], Message | None] | None = field(default=None, repr=False)
    document: Callable[[JsonDocument], None] | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        return f"{self.family}/{self.rule}/{self.site}"

    def __str__(self) -> str:
        return f"{self.id}: {self.what}"


_told: list[Lie] = []


def tell(lie: Lie | None) -> None:
    """From now on, in this process, this lie is told."""
    _told[:] = [lie] if lie is not None else []


def told(family: str) -> Lie | None:
    """The lie that is told, if it is of this family."""
    return next((lie for lie in _told if lie.family == family), None)


def changed(document: JsonDocument, lie: Lie) -> JsonDocument:
    """A copy of the document with the lie in it."""
    other = copy.deepcopy(document)
    assert lie.document is not None
    lie.document(other)
    return other


def every(document: JsonDocument) -> Iterator[Lie]:
    """Every lie that the rules make of a document: thousands of them."""
    from . import client, mock, yaml

    contract = Contract(Document(document))
    for module in (mock, client, yaml):
        yield from module.lies(contract)


def find(name: str) -> Lie:
    """The lie with this id."""
    from quant_ai_contract.document import read

    return next(lie for lie in every(read()) if lie.id == name)
