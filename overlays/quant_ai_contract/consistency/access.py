"""Whether a server treats the same token, method, spelling and id the same way in all of its operations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from ..contract import Contract
from ..findings import Finding
from .deletions import Deletions
from .faults import TOKEN, Faults
from .recent import Recent
from .seen import SeenExchange

_ENOUGH: Final = 3  # operations that do otherwise
_MANY: Final = 5
_NOT_FOUND: Final = 404
_MOST: Final = 1000  # tokens and values that are remembered
_ADMITTED: Final = (400, 404, 409, 422)
"""Statuses that say something about a request that was let in."""
_TAKEN_OUT: Final = re.compile(r"redacted|\*\*\*|\.\.\.|<|\[|xxxx", re.IGNORECASE)


@dataclass
class _Token:
    """The operations that accepted a token, and those that refused it."""

    accepted: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)


@dataclass
class Access:
    """Who may do what, as far as a recording shows it."""

    contract: Contract
    faults: Faults
    deletions: Deletions
    tokens: dict[tuple[int, str, str], _Token] = field(default_factory=lambda: Recent(_MOST))
    has_tokens: bool = False
    spellings: dict[tuple[Any, ...], tuple[bool, int]] = field(default_factory=lambda: Recent(_MOST))
    """How a path was spelt that was found, and by which exchange."""
    used: dict[tuple[str, str, str], str] = field(default_factory=lambda: Recent(_MOST))

    def judge(self, seen: SeenExchange) -> Iterator[Finding]:
        """Judge one exchange, and remember what it says."""
        yield from self._token(seen)
        yield from self._spelling(seen)
        yield from self._once(seen)

    def _token(self, seen: SeenExchange) -> Iterator[Finding]:
        """A token that others refuse is not accepted."""
        header = seen.exchange.request_headers.get("authorization")
        if not seen.operation.secured:
            return
        if not header:
            if self.has_tokens and seen.succeeded and seen.exchange.request_headers:
                yield Finding("token", "reply", "status", f"{seen.exchange.status} without a token")
            return
        self.has_tokens = True
        if _TAKEN_OUT.search(header):
            return  # one stands for all of them
        digest = hashlib.sha256(header.encode("utf-8", "backslashreplace")).hexdigest()
        for status, place in ((401, ""), (403, seen.organisation)):
            token = self._of(status, digest, place)
            if seen.exchange.status == status:
                token.refused.add(seen.operation.id)
            elif seen.operation.id not in token.accepted and (seen.succeeded or seen.exchange.status in _ADMITTED):
                token.accepted[seen.operation.id] = str(seen)
            if token.refused:
                yield from self._odd(token, status)
        token = self._of(401, digest, "")
        if not token.accepted and (len(token.refused) >= _ENOUGH or seen.exchange.status == 401):
            yield from self.faults.add(TOKEN, seen.operation.id, seen.exchange.status)

    def _of(self, status: int, digest: str, place: str) -> _Token:
        found = self.tokens.get((status, digest, place))
        if found is None:
            found = self.tokens[status, digest, place] = _Token()
        return found

    def _odd(self, token: _Token, status: int) -> Iterator[Finding]:
        others = token.refused - token.accepted.keys()
        if len(token.accepted) != 1 or len(others) < (_ENOUGH if status == 401 else _MANY):
            return
        ((operation, where),) = token.accepted.items()
        if operation not in token.named:
            token.named.add(operation)
            yield Finding("token", "reply", "status", f"{len(others)} operations refuse the token that {where} lets in")

    def _spelling(self, seen: SeenExchange) -> Iterator[Finding]:
        """Both spellings of a path are the same path."""
        if seen.operation.id in self._single_use:
            return
        place = (
            seen.operation.id,
            seen.key if seen.operation.path_parameters else (),
            hash(seen.exchange.request_body),
        )
        if seen.exchange.status != _NOT_FOUND:
            self.spellings[place] = (seen.is_respelt, seen.number)
            return
        respelt, number = self.spellings.get(place, (seen.is_respelt, 0))
        if respelt != seen.is_respelt and number > self.deletions.last(seen):
            yield Finding("spelling", "reply", "status", "404 for one spelling of the path, and not for the other")

    def _once(self, seen: SeenExchange) -> Iterator[Finding]:
        """What a link gives to be used once is not accepted twice."""
        for name in self._single_use.get(seen.operation.id, ()) if seen.succeeded else ():
            value = seen.sent.get(name) if isinstance(seen.sent, dict) else None
            if isinstance(value, str):
                before = self.used.setdefault((seen.operation.id, name, value), str(seen))
                if before != str(seen):
                    yield Finding("once", "request", f"body/{name}", f"it was used already, by {before}")

    @cached_property
    def _single_use(self) -> Mapping[str, set[str]]:
        """The members of requests that links fill with what a reply gave, by the operations that take them."""
        found: dict[str, set[str]] = {}
        for source in self.contract.operations.values():
            for reply in source.replies.values():
                for link in reply.links:
                    target = self.contract.operations.get(link.operation)
                    if target is None or target.path_parameters or not target.extensions.get("x-idempotent"):
                        continue
                    for name, value in link.body.items() if isinstance(link.body, dict) else ():
                        if isinstance(value, str) and value.startswith("$response"):
                            found.setdefault(link.operation, set()).add(name)
        return found
