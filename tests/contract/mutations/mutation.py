"""One change to one party that makes it disagree with the others."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

SpecSource = dict[str, Any]


@dataclass(frozen=True)
class HttpMessage:
    """A request or a reply on its way, as bytes. A mutation returns another one in its place."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes
    status: int = 0

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    def with_header(self, name: str, value: str | None) -> list[tuple[str, str]]:
        """The headers with one of them replaced, or removed if the value is None."""
        kept = [(key, old) for key, old in self.headers if key.lower() != name.lower()]
        return kept if value is None else [*kept, (name, value)]


@dataclass(frozen=True)
class Mutation:
    """One mutation. A member that is None leaves that part as it is."""

    family: str
    rule: str
    site: str
    description: str
    operation: str | None = None
    change_request: Callable[[HttpMessage], HttpMessage] | None = field(default=None, repr=False)
    change_reply: Callable[[HttpMessage, HttpMessage], HttpMessage] | None = field(default=None, repr=False)
    change_stream: Callable[[list[bytes]], list[bytes]] | None = field(default=None, repr=False)
    intercept: Callable[[HttpMessage, dict[Any, Any]], HttpMessage | None] | None = field(default=None, repr=False)
    change_spec: Callable[[SpecSource], None] | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        return f"{self.family}/{self.rule}/{self.site}"

    def __str__(self) -> str:
        return f"{self.id}: {self.description}"


def mutated_spec(source: SpecSource, mutation: Mutation) -> SpecSource:
    """A copy of the spec with the mutation applied."""
    changed = copy.deepcopy(source)
    assert mutation.change_spec is not None
    mutation.change_spec(changed)
    return changed
