"""What a check finds in one exchange.

A finding has a rule's name, so that findings can be counted, filtered and looked up. An error is a promise that one of
the two sides broke. A note is something that a tolerant reader accepts and a careful one wants to know about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from .contract import OperationMatch
from .exchange import Exchange

Side = Literal["request", "reply"]


class Finding(NamedTuple):
    """One place where an exchange breaks the spec."""

    rule: str
    side: Side
    at: str
    what: str
    note: bool = False

    def __str__(self) -> str:
        place = f" at {self.at}" if self.at else ""
        return f"{self.rule}: {self.side}{place}: {self.what}"


@dataclass(frozen=True)
class Verdict:
    """The findings of one exchange."""

    exchange: Exchange
    match: OperationMatch | None
    findings: tuple[Finding, ...]
    cut: bool = False
    """Whether the reply is an event stream of which the recording has only the beginning."""

    @property
    def errors(self) -> list[Finding]:
        return [found for found in self.findings if not found.note]

    @property
    def notes(self) -> list[Finding]:
        return [found for found in self.findings if found.note]

    @property
    def operation(self) -> str | None:
        return self.match.operation.id if self.match else None
