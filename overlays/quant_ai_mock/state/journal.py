"""The journal: the last thousand requests of each organisation, and what was replied.

It is bounded in entries and in bytes, heads included, for each organisation and for all of them together, so that a
million requests take no more memory than some thousands. Where all of them together have too many, the organisation
that has been silent for longest loses its oldest. Secrets are redacted.
"""

from __future__ import annotations

import base64
import heapq
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl

from ..document.json_text import JsonError, read_json
from .clock import iso
from .redaction import redacted_header, redacted_parameter

MAX_ENTRIES = 1000  # of one organisation
MAX_BYTES = 16 * 1024 * 1024
MAX_ALL_ENTRIES = 10_000  # of all organisations together
MAX_ALL_BYTES = 32 * 1024 * 1024
MAX_BODY_BYTES = 64 * 1024  # that are kept of one body
MAX_REPLY_BYTES = 16 * 1024  # that are kept of one reply, so that a thousand fit
MAX_HEAD_BYTES = 16 * 1024  # that are kept of the headers of one request
_ENTRY_BYTES = 1024  # about what an entry takes besides what the client sent

Headers = list[tuple[bytes, bytes]]


@dataclass(slots=True)
class Entry:
    """One request, and what was replied."""

    method: str
    path: str
    query: bytes
    headers: bytes  # one to a line, as far as they are kept
    number: int = 0
    time: float = 0.0
    request_id: str = ""
    test_id: str | None = None
    organisation: str | None = None
    operation: str | None = None
    token: str | None = None
    body: bytes = b""  # as far as it is kept
    body_length: int = 0
    reply: bytes = b""  # its body, as far as it is kept
    reply_length: int = 0
    reason: str | None = None
    warning: str | None = None
    status: int | None = None
    content_type: str | None = None
    duration: float | None = None
    fault: str | None = None
    error: str | None = None
    events: int | None = None
    disconnected: bool = False
    counted: int = 0  # the bytes with which the journal counts it; 0 if it is not in there

    @property
    def size(self) -> int:
        """About how many bytes the entry takes."""
        return _ENTRY_BYTES + len(self.path) + len(self.query) + len(self.headers) + len(self.body) + len(self.reply)

    def set_body(self, body: bytes) -> None:
        """Keep the beginning of the request's body. Called before the entry is added to the journal."""
        self.body, self.body_length = body[:MAX_BODY_BYTES], len(body)

    def set_reply(self, body: bytes) -> None:
        """Keep the beginning of the reply's body."""
        self.reply, self.reply_length = body[:MAX_REPLY_BYTES], len(body)

    def as_json(self) -> dict[str, Any]:
        """The entry as the control plane shows it."""
        query = parse_qsl(self.query.decode("latin-1"), keep_blank_values=True)
        cut = len(self.headers) >= MAX_HEAD_BYTES
        found = {
            "number": self.number,
            "time": iso(self.time),
            "requestId": self.request_id,
            "method": self.method,
            "path": self.path,
            "query": _by_name(redacted_parameter(name, value) for name, value in query),
            "headers": _by_name(redacted_header(name, value) for name, value in _split(self.headers)),
            "headersCut": cut or None,
            "testId": self.test_id,
            "organisation": self.organisation,
            "operation": self.operation,
            "status": self.status,
            "contentType": self.content_type,
            "durationMs": None if self.duration is None else round(self.duration * 1000, 3),
            "fault": self.fault,
            "reason": self.reason,
            "warning": self.warning,
            "error": self.error,
            "events": self.events,
            "disconnected": self.disconnected,
        }
        shown = {key: value for key, value in found.items() if value is not None}
        return shown | _as_json("body", self.body, self.body_length) | _as_json("reply", self.reply, self.reply_length)


def joined(headers: Headers) -> bytes:
    """Headers in the form in which an entry keeps them."""
    return b"\n".join([b"%b:%b" % pair for pair in headers])[:MAX_HEAD_BYTES]


def _as_json(name: str, body: bytes, length: int) -> dict[str, Any]:
    """A body under a name that says in which form it is: JSON, text, or base64."""
    if length > len(body):
        text = body.decode("utf-8", "ignore")  # the last character may be cut
        return {f"{name}Text": text, f"{name}Cut": True, f"{name}Bytes": length}
    if not body:
        return {}
    try:
        return {name: read_json(body)}
    except JsonError:
        pass
    try:
        return {f"{name}Text": body.decode("utf-8")}
    except UnicodeDecodeError:
        return {f"{name}Base64": base64.b64encode(body).decode()}


class _OrganisationEntries:
    """The entries of one organisation, oldest first."""

    def __init__(self) -> None:
        self.entries: deque[Entry] = deque()
        self.bytes = 0


class Journal:
    """The last requests of each organisation, and of those that named none."""

    def __init__(self) -> None:
        # The organisation that has been silent for longest comes first.
        self._by_organisation: OrderedDict[str | None, _OrganisationEntries] = OrderedDict()
        self._count = 0
        self._bytes = 0
        self.total = 0
        self.on_reply: Callable[[Entry], None] | None = None
        """Called with every entry as soon as its reply is sent."""

    def add(self, entry: Entry) -> None:
        """Record a request. What was replied is filled in while the request is handled."""
        self.total += 1
        entry.number = self.total
        kept = self._by_organisation.get(entry.organisation)
        if kept is None:
            kept = self._by_organisation[entry.organisation] = _OrganisationEntries()
        else:
            self._by_organisation.move_to_end(entry.organisation)
        kept.entries.append(entry)
        self._count += 1
        self._count_bytes(kept, entry)

    def replied(self, entry: Entry) -> None:
        """Count what was recorded of the reply, and notify the listener."""
        kept = self._by_organisation.get(entry.organisation)
        if entry.counted and kept is not None:
            self._count_bytes(kept, entry)
        if self.on_reply is not None:
            self.on_reply(entry)

    def _count_bytes(self, kept: _OrganisationEntries, entry: Entry) -> None:
        more = entry.size - entry.counted
        entry.counted += more
        kept.bytes += more
        self._bytes += more
        while len(kept.entries) > MAX_ENTRIES or kept.bytes > MAX_BYTES:
            self._drop_oldest(kept)
        while self._count > MAX_ALL_ENTRIES or self._bytes > MAX_ALL_BYTES:
            organisation, silent = next(iter(self._by_organisation.items()))
            self._drop_oldest(silent)
            if not silent.entries:
                del self._by_organisation[organisation]

    def find(self, organisation: str | None = None, **conditions: Any) -> Iterator[Entry]:
        """Entries whose attributes have these values, oldest first; a value of None matches everything."""
        conditions = {name: value for name, value in conditions.items() if value is not None}
        for entry in self._entries(organisation):
            if all(getattr(entry, name) == value for name, value in conditions.items()):
                yield entry

    def search(self, limit: int, offset: int, **conditions: Any) -> tuple[list[dict[str, Any]], int]:
        """Some of the matching entries as JSON, and the number of all that match."""
        found = list(self.find(**conditions))
        return [entry.as_json() for entry in islice(found, offset, offset + limit)], len(found)

    def organisations(self) -> list[str]:
        """The organisations that have entries."""
        return sorted(name for name in self._by_organisation if name is not None)

    def clear(self, organisation: str | None = None) -> None:
        """Forget all entries, or those of one organisation."""
        names = [organisation] if organisation is not None else list(self._by_organisation)
        for name in names:
            kept = self._by_organisation.pop(name, None)
            if kept is not None:
                for entry in kept.entries:
                    entry.counted = 0
                self._count -= len(kept.entries)
                self._bytes -= kept.bytes

    def _entries(self, organisation: str | None) -> Iterable[Entry]:
        if organisation is not None:
            kept = self._by_organisation.get(organisation)
            return kept.entries if kept is not None else ()
        return heapq.merge(*(kept.entries for kept in self._by_organisation.values()), key=lambda entry: entry.number)

    def _drop_oldest(self, kept: _OrganisationEntries) -> None:
        entry = kept.entries.popleft()
        kept.bytes -= entry.counted
        self._bytes -= entry.counted
        entry.counted = 0
        self._count -= 1


def _split(headers: bytes) -> Iterator[tuple[str, str]]:
    for line in headers.split(b"\n"):
        name, _, value = line.decode("latin-1").partition(":")
        yield name.lower(), value


def _by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Values by name: one as a text, several as a list."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name not in found:
            found[name] = value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    found.pop("", None)
    return found
