"""Whether replies have the headers that those of other operations have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ..findings import Finding
from .seen import SeenExchange

_ENOUGH: Final = 3  # operations that do otherwise
_OF_GATEWAYS: Final = 502


@dataclass
class Heads:
    """The heads of the replies of a recording."""

    with_header: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    without_header: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    named: set[tuple[str, int]] = field(default_factory=set)
    """The headers that were found to be missing."""

    def judge(self, seen: SeenExchange) -> Iterator[Finding]:
        """A header that the spec lists is in the replies of all operations, or of none."""
        status = seen.exchange.status
        for name, header in seen.reply.headers.items() if seen.reply is not None and status < _OF_GATEWAYS else ():
            having = self.with_header.setdefault((name, status), set())
            lacking = self.without_header.setdefault((name, status), set())
            if name in seen.exchange.reply_headers:
                having.add(seen.operation.id)
            elif not header.required:
                lacking.add(seen.operation.id)
                if len(having - lacking) >= _ENOUGH and len(lacking) == 1 and (name, status) not in self.named:
                    self.named.add((name, status))
                    what = f"missing, though a {status} of {len(having)} other operations has it"
                    yield Finding("missing-header", "reply", f"header.{header.name}", what)
