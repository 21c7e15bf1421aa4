"""Judge the exchanges of a recording together: what one of them says must agree with what others say.

A check of one exchange cannot see that an id leads nowhere, that a deleted session is still there, or that a page is
the same as the one before. Where someone else may have changed something meanwhile, it is a note and says "may".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from ..contract import Contract
from ..exchange import NO_STATUS
from ..findings import Finding, Verdict
from .access import Access
from .deletions import Deletions
from .existence import Existence
from .faults import METHOD, Faults
from .fields import SentFields
from .links import Links
from .lists import Lists
from .replies import Heads
from .seen import SeenExchange
from .streams import judge_stream


class Consistency:
    """What the exchanges of one recording say, in their order."""

    def __init__(self, contract: Contract, *, remembers: bool = True) -> None:
        """Begin with no exchange.

        Args:
            contract: The spec.
            remembers: Whether the server keeps what it is sent, and is of one piece. A stub need not; what it forgets,
                or does otherwise in one operation than in others, is a note.
        """
        self._contract = contract
        self._remembers = remembers
        self._numbers = count(1)
        self._heads, self._faults, self._deletions = Heads(), Faults(), Deletions()
        self._access = Access(contract, self._faults, self._deletions)
        links = Links(contract)
        self._kept = (Existence(links, self._deletions), SentFields(links), Lists(links))

    def judge(self, verdict: Verdict, path: str | None = None) -> Verdict:
        """Add what an exchange disagrees with.

        Args:
            verdict: The exchange, checked by itself.
            path: The path relative to the server, if the URL does not begin with that of the spec's own server.
        """
        number = next(self._numbers)
        exchange = verdict.exchange
        if exchange.status == NO_STATUS or "prefer" in exchange.request_headers:
            return verdict  # an example that is asked for says nothing about the server's state
        relative = self._contract.relative(exchange.path)
        if verdict.match is None:
            target = path if path is not None else relative[1] if relative is not None else exchange.path
            matches = self._contract.matches(target)
            found = self._method(next(iter(matches.values())).operation.target, exchange.status) if matches else ()
            return replace(verdict, findings=(*verdict.findings, *found))
        seen = SeenExchange(number, exchange, verdict.match, relative[0] if relative is not None else "")
        faults = self._softened(self._faults.judge(verdict))
        disagreeing = (*self._findings(seen), *faults)
        return replace(verdict, findings=(*verdict.findings, *disagreeing)) if disagreeing else verdict

    def _findings(self, seen: SeenExchange) -> Iterator[Finding]:
        self._deletions.add(seen)
        yield from self._access.judge(seen)
        yield from judge_stream(seen)
        for judge in (self._heads, *self._kept):
            yield from self._softened(judge.judge(seen))

    def _method(self, target: str, status: int) -> Iterator[Finding]:
        return self._softened(self._faults.add(METHOD, target, status))

    def _softened(self, findings: Iterator[Finding]) -> Iterator[Finding]:
        for found in findings:
            yield found if self._remembers else found._replace(note=True)
