"""Recorded exchanges that are answered again: which of them a request gets, and what to say if there is none."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from .matching import Difference, Matcher, ids_in
from .recorded import RecordedExchange, place, read_entry

_PROMPT = re.compile(r"body/(?:messages|message|prompt|query|input|text|textToImageParams)\b")
_MOST_SHOWN = 3  # differences in one message


class ReplayError(ValueError):
    """What is to be replayed cannot be; the message says why."""


@dataclass
class Replay:
    """The recordings of one organisation, or of the server.

    only: what was not recorded is refused. repeat: a recording is answered again once all that fit were used. ignore:
    names, or JSON pointers, of what may differ. paced: streams come at the pace at which they were recorded.
    """

    only: bool = False
    repeat: bool = False
    ignore: frozenset[str] = frozenset()
    paced: bool = False
    exchanges: list[RecordedExchange] = field(default_factory=list)
    known_ids: set[str] = field(default_factory=set)

    def add(self, entries: Iterable[dict[str, Any]]) -> int:
        """Add the entries of a HAR file; returns how many of them can be answered."""
        before = len(self.exchanges)
        for entry in entries:
            found = read_entry(entry, len(self.exchanges) + 1)
            if found is not None:
                self.exchanges.append(found)
                for text in (found.path.encode(), found.body, *(chunk for _, chunk in found.chunks)):
                    self.known_ids.update(ids_in(text.decode("latin-1")))
        return len(self.exchanges) - before

    def answer(self, method: str, raw_path: str, raw_query: str, body: bytes) -> RecordedExchange | Miss:
        """The recording that a request gets, or why there is none."""
        path, query = place(raw_path)[0], parse_qsl(raw_query, keep_blank_values=True)
        matcher = Matcher(self.ignore, self.known_ids)
        method = "GET" if method == "HEAD" and not any(one.method == "HEAD" for one in self.exchanges) else method
        last, nearest = None, Miss(f"{method} {path}", None, [])
        for recorded in self.exchanges:
            if recorded.method != method or not matcher.is_same_path(recorded, path):
                continue
            if recorded.used and not self.repeat and (last is not None or nearest.recorded is not None):
                continue  # it would not be answered, and something to compare with is known
            found = list(matcher.differences(recorded, query, body))
            if not found and not recorded.used:
                recorded.used += 1
                return recorded
            if not found:
                last = recorded
            elif nearest.recorded is None or len(found) < len(nearest.differences):
                nearest = Miss(f"{method} {path}", recorded, found)
        if last is not None:
            if self.repeat:
                last.used += 1
                return last
            return Miss(f"{method} {path}", last, [])
        return nearest if nearest.recorded is not None else Miss(f"{method} {path}", self._most_alike(method, path), [])

    def unused(self) -> list[RecordedExchange]:
        """The recordings that no request got."""
        return [one for one in self.exchanges if not one.used]

    def _most_alike(self, method: str, path: str) -> RecordedExchange | None:
        by_text = {str(one): one for one in self.exchanges}
        found = difflib.get_close_matches(f"{method} {path}", by_text, n=1, cutoff=0.4)
        return by_text[found[0]] if found else None


@dataclass
class Miss:
    """A request that no recording fits, with the nearest one and how it differs."""

    sent: str
    recorded: RecordedExchange | None
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
