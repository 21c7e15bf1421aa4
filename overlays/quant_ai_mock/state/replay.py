"""Recorded exchanges that are answered again: which of them a request gets, and what to say if there is none."""

from __future__ import annotations

import difflib
import json
import re
import sys
import tempfile
import weakref
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl

from .matching import Difference, Matcher, ids_in
from .recorded import RecordedExchange, place, read_entry

_PROMPT = re.compile(r"body/(?:messages|message|prompt|query|input|text|textToImageParams)\b")
_IN_MEMORY = 8 * 1024 * 1024  # bytes of recordings
_MOST_SHOWN = 3  # differences in one message


class ReplayError(ValueError):
    """What is to be replayed cannot be; the message says why."""


@dataclass(slots=True)
class StoredExchange:
    """A recorded exchange that is in the spool: where it is there, and how often it was answered."""

    number: int
    method: str
    path: str
    status: int
    of_organisation: bool
    begin: int
    size: int
    used: int = 0

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


class Spool:
    """Entries of HAR files, in memory as long as they are few, and in a file without a name after that."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed with this object
        weakref.finalize(self, self._file.close)
        self._end = 0

    def add(self, entry: dict[str, Any]) -> tuple[int, int]:
        """Keep an entry; returns where it begins, and its size."""
        raw = json.dumps(entry).encode()
        self._file.seek(self._end)
        self._file.write(raw)
        begin, self._end = self._end, self._end + len(raw)
        return begin, len(raw)

    def entry(self, begin: int, size: int) -> dict[str, Any]:
        """An entry that was kept."""
        self._file.seek(begin)
        found: dict[str, Any] = json.loads(self._file.read(size))
        return found


@dataclass
class Replay:
    """The recordings of one organisation, or of the server.

    only: what was not recorded is refused. repeat: a recording is answered again once all that fit were used. ignore:
    names, or JSON pointers, of what may differ. paced: streams come at the pace at which they were recorded.

    Of each recording, only its place in the spool is in memory. A request that was recorded in the same words is found
    by a hash; with others it is compared one by one.
    """

    only: bool = False
    repeat: bool = False
    ignore: frozenset[str] = frozenset()
    paced: bool = False
    exchanges: list[StoredExchange] = field(default_factory=list)
    known_ids: set[int] = field(default_factory=set)
    """Hashes of the ids in the recordings."""
    _spool: Spool = field(default_factory=Spool)
    _same: dict[int, list[StoredExchange]] = field(default_factory=dict)
    _by_length: dict[tuple[str, int], list[StoredExchange]] = field(default_factory=dict)

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.ignore, self.known_ids)

    def add(self, entries: Iterable[dict[str, Any]]) -> int:
        """Add the entries of a HAR file; returns how many of them can be answered."""
        before = len(self.exchanges)
        for entry in entries:
            found = read_entry(entry, len(self.exchanges) + 1)
            if found is None:
                continue
            stored = StoredExchange(
                found.number,
                found.method,
                sys.intern(found.path),
                found.status,
                found.organisation is not None,
                *self._spool.add(entry),
            )
            self.exchanges.append(stored)
            same = hash((found.method, found.path, self._matcher.fingerprint(found.query, found.body)))
            self._same.setdefault(same, []).append(stored)
            self._by_length.setdefault((found.method, found.path.count("/")), []).append(stored)
            for text in (found.path.encode(), found.body, *(chunk for _, chunk in found.chunks)):
                self.known_ids.update(map(hash, ids_in(text.decode("latin-1"))))
        return len(self.exchanges) - before

    def answer(self, method: str, raw_path: str, raw_query: str, body: bytes) -> RecordedExchange | Miss:
        """The recording that a request gets, or why there is none."""
        path, query = place(raw_path)[0], parse_qsl(raw_query, keep_blank_values=True)
        method = "GET" if method == "HEAD" and not any(one == "HEAD" for one, _ in self._by_length) else method
        same = self._same.get(hash((method, path, self._matcher.fingerprint(query, body))), [])
        unused = next((one for one in same if not one.used), None)
        if unused is not None or (same and self.repeat):
            return self._used(unused or same[-1])
        last, nearest = same[-1] if same else None, Miss(f"{method} {path}", None, [])
        for stored in self._by_length.get((method, path.count("/")), []):
            if not self._matcher.is_same_path(stored.path, path):
                continue
            if stored.used and not self.repeat and (last is not None or nearest.recorded is not None):
                continue  # it would not be answered, and something to compare with is known
            found = list(self._matcher.differences(self.read(stored), query, body))
            if not found and not stored.used:
                return self._used(stored)
            if not found:
                last = stored
            elif nearest.recorded is None or len(found) < len(nearest.differences):
                nearest = Miss(f"{method} {path}", stored, found)
        if last is not None:
            return self._used(last) if self.repeat else Miss(f"{method} {path}", last, [])
        return nearest if nearest.recorded is not None else Miss(f"{method} {path}", self._most_alike(method, path), [])

    def read(self, stored: StoredExchange) -> RecordedExchange:
        """A recorded exchange with its bodies."""
        found = read_entry(self._spool.entry(stored.begin, stored.size), stored.number)
        assert found is not None, "it was read before it was stored"
        return found

    def unused(self) -> list[StoredExchange]:
        """The recordings that no request got."""
        return [one for one in self.exchanges if not one.used]

    def _used(self, stored: StoredExchange) -> RecordedExchange:
        stored.used += 1
        return self.read(stored)

    def _most_alike(self, method: str, path: str) -> StoredExchange | None:
        by_text = {str(one): one for one in self.exchanges}
        found = difflib.get_close_matches(f"{method} {path}", by_text, n=1, cutoff=0.4)
        return by_text[found[0]] if found else None


@dataclass
class Miss:
    """A request that no recording fits, with the nearest one and how it differs."""

    sent: str
    recorded: StoredExchange | None
    differences: list[Difference]

    def __str__(self) -> str:
        if self.recorded is None:
            return f"{self.sent} was not recorded"
        if not self.differences and str(self.recorded) == self.sent:
            return f"{self.sent} was sent more often than it was recorded"
        shown = [f"{where}: recorded {old}, sent {new}" for where, old, new in self.differences[:_MOST_SHOWN]]
        more = len(self.differences) - len(shown)
        text = "; ".join(shown + ([f"and {more} more"] if more > 0 else []))
        if not self.differences:
            return f"{self.sent} was not recorded; the nearest is {self.recorded}"
        if all(_PROMPT.match(where) for where, _, _ in self.differences):
            return f"the prompt of {self.sent} changed since it was recorded: {text}"
        return f"{self.sent} was recorded otherwise: {text}"

    def as_json(self) -> dict[str, Any]:
        """The body of the reply that refuses it."""
        found: dict[str, Any] = {"message": str(self), "error": True}
        if self.recorded is not None:
            found["nearest"] = {"number": self.recorded.number, "request": str(self.recorded)}
            found["differences"] = [{"at": where, "recorded": old, "sent": new} for where, old, new in self.differences]
        return found


class ReplayBook:
    """What is replayed, for the server and for organisations that have their own."""

    def __init__(self) -> None:
        self._by_organisation: dict[str | None, Replay] = {}

    def __bool__(self) -> bool:
        return bool(self._by_organisation)

    def of(self, organisation: str | None) -> Replay | None:
        """What an organisation replays: its own recordings, else those of the server."""
        return self._by_organisation.get(organisation) or self._by_organisation.get(None)

    def own(self, organisation: str | None) -> Replay | None:
        """The recordings that were given for just this organisation, or for the server."""
        return self._by_organisation.get(organisation)

    def set(self, organisation: str | None, replay: Replay) -> None:
        """Begin to replay."""
        self._by_organisation[organisation] = replay

    def reset(self, organisation: str | None = None) -> None:
        """Begin again with what is replayed; forget what organisations replay of their own."""
        common = self._by_organisation.get(None)
        if organisation is not None:
            self._by_organisation.pop(organisation, None)
        elif common is not None:
            self._by_organisation = {None: common}
            for one in common.exchanges:
                one.used = 0
        else:
            self._by_organisation.clear()

    def clear(self, organisation: str | None = None) -> None:
        """Stop to replay; without an organisation, for all of them."""
        if organisation is None:
            self._by_organisation.clear()
        else:
            self._by_organisation.pop(organisation, None)
