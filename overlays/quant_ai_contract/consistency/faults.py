"""Whether a server replies to the same fault of a request with the same status in all of its operations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Final

from ..findings import Finding, Verdict
from .recent import Recent

_ENOUGH: Final = 3  # operations that do otherwise
_MOST: Final = 1000  # paths that are remembered
_UNPROCESSABLE, _NOT_FOUND = 422, 404
_EVERY: Final = frozenset(range(600))

# The statuses that services choose from for a fault. Others, such as 404 for an id, tell of another fault.
METHOD: Final = "a method that the path does not have"
NO_TOKEN: Final = "a request without a token"
TOKEN: Final = "a token that others refuse"
_CHOICES: Final[Mapping[str, frozenset[int]]] = {
    METHOD: frozenset((404, 405)),
    NO_TOKEN: frozenset((400, 401, 403, 404, 409, 422)),
    TOKEN: frozenset((401, 403)),
    "a body of another content type": frozenset((400, 415, 422)),
    "broken JSON": frozenset((400, 415, 422)),
    "a request that breaks the spec": frozenset((400, 422)),
}
_OTHER_TYPE, _BROKEN, _INVALID = list(_CHOICES)[3:]


@dataclass
class Faults:
    """The statuses of the replies to requests with a fault."""

    statuses: dict[str, dict[str, set[int]]] = field(default_factory=dict)
    documented: dict[str, Set[int]] = field(default_factory=dict)
    named: set[tuple[str, str]] = field(default_factory=set)
    refused: dict[tuple[str, str], bool] = field(default_factory=lambda: Recent(_MOST))
    """Where a request was refused because it breaks the spec."""

    def judge(self, verdict: Verdict) -> Iterator[Finding]:
        """Judge the reply to a request of which the check found something."""
        operation, exchange = verdict.match.operation if verdict.match is not None else None, verdict.exchange
        if operation is None:
            return
        if operation.secured and exchange.request_headers and not exchange.request_headers.get("authorization"):
            fault = NO_TOKEN
        else:
            errors = [found for found in verdict.errors if found.side == "request"]
            rules = {found.rule for found in errors}
            if not errors:
                return
            broken = any(found.what.startswith("it is not JSON") for found in errors)
            fault = _OTHER_TYPE if "content-type" in rules else _BROKEN if broken else _INVALID
        if fault == _INVALID and exchange.status in (_UNPROCESSABLE, _NOT_FOUND):
            place = (operation.id, exchange.path)
            if exchange.status == _UNPROCESSABLE:
                self.refused[place] = True
            elif place in self.refused:
                what = "404 for a request that breaks the spec, though another one got 422 here"
                yield Finding("odd-status", "reply", "status", what)
        documented = frozenset(int(status) for status in operation.replies if status.isdigit())
        yield from self.add(fault, operation.id, exchange.status, documented)

    def add(self, fault: str, place: str, status: int, documented: Set[int] = _EVERY) -> Iterator[Finding]:
        """Judge the status of the reply to a fault.

        Args:
            fault: What is wrong with the request.
            place: The operation or path.
            status: The status of the reply.
            documented: The statuses that the spec lists there.
        """
        if status not in _CHOICES[fault]:
            return
        self.documented[place] = documented
        places = self.statuses.setdefault(fault, {})
        places.setdefault(place, set()).add(status)
        for usual in sorted(_CHOICES[fault]):
            odd = [one for one, known in places.items() if usual not in known]
            if len(odd) != 1 or len(places) <= _ENOUGH or usual not in self.documented[odd[0]]:
                continue
            if (fault, odd[0]) not in self.named:
                self.named.add((fault, odd[0]))
                given = " or ".join(map(str, sorted(places[odd[0]])))
                what = f"{given} of {odd[0]} for {fault}, though {len(places) - 1} others reply {usual}"
                yield Finding("odd-status", "reply", "status", what)
