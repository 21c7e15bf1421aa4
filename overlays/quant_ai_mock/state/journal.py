"""The journal: the last thousand requests, and what was replied.

It is bounded in entries and in bytes, so that a million requests take no more memory than a thousand. Secrets are
redacted: of an Authorization header only the scheme is shown.
"""

from __future__ import annotations

import base64
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl

import orjson

from .clock import iso

MAX_ENTRIES = 1000
MAX_BODY_BYTES = 64 * 1024
MAX_TOTAL_BYTES = 16 * 1024 * 1024
_SECRET_HEADERS = ("authorization", "x-mock-token", "cookie")


@dataclass(slots=True)
class Entry:
    """One request, and what was replied."""

    number: int
    time: float
    request_id: str
    method: str
    path: str
    query: bytes
    headers: list[tuple[bytes, bytes]]
    test_id: str | None
    organisation: str | None = None
    operation: str | None = None
    token: str | None = None
    body: bytes = b""
    status: int | None = None
    content_type: str | None = None
    duration: float | None = None
    fault: str | None = None
    error: str | None = None
    events: int | None = None
    disconnected: bool = False

    def as_json(self) -> dict[str, Any]:
        """The entry as the control plane shows it."""
        found = {
            "number": self.number,
            "time": iso(self.time),
            "requestId": self.request_id,
            "method": self.method,
            "path": self.path,
            "query": dict(parse_qsl(self.query.decode("latin-1"), keep_blank_values=True)),
            "headers": dict(_redacted(self.headers)),
            "testId": self.test_id,
            "organisation": self.organisation,
            "operation": self.operation,
            "status": self.status,
            "contentType": self.content_type,
            "durationMs": None if self.duration is None else round(self.duration * 1000, 3),
            "fault": self.fault,
            "error": self.error,
            "events": self.events,
            "disconnected": self.disconnected,
        }
        return {key: value for key, value in found.items() if value is not None} | _body(self.body)


class Journal:
    """The last requests, oldest first."""

    def __init__(self, entries: int = MAX_ENTRIES) -> None:
        self._entries: deque[Entry] = deque(maxlen=entries)
        self._bytes = 0
        self.total = 0

    def add(self, entry: Entry) -> Entry:
        """Record a request. The rest of the entry is filled in while the request is handled."""
        self.total += 1
        if len(self._entries) == self._entries.maxlen:
            self._bytes -= len(self._entries[0].body)
        self._entries.append(entry)
        return entry

    def record_body(self, entry: Entry, body: bytes) -> None:
        """Record the beginning of a request's body, and drop the oldest entries if there are too many bytes."""
        entry.body = body[:MAX_BODY_BYTES]
        self._bytes += len(entry.body)
        while self._bytes > MAX_TOTAL_BYTES and self._entries:
            self._bytes -= len(self._entries.popleft().body)

    def find(self, **conditions: Any) -> Iterator[Entry]:
        """Entries whose attributes have these values; a value of None matches everything."""
        conditions = {name: value for name, value in conditions.items() if value is not None}
        for entry in self._entries:
            if all(getattr(entry, name) == value for name, value in conditions.items()):
                yield entry

    def search(self, limit: int, offset: int, **conditions: Any) -> tuple[list[dict[str, Any]], int]:
        """Some of the matching entries as JSON, and the number of all that match."""
        found = list(self.find(**conditions))
        return [entry.as_json() for entry in islice(found, offset, offset + limit)], len(found)

    def clear(self, organisation: str | None = None) -> None:
        """Forget all entries, or those of one organisation."""
        remaining = [
            entry for entry in self._entries if organisation is not None and entry.organisation != organisation
        ]
        self._entries = deque(remaining, self._entries.maxlen)
        self._bytes = sum(len(entry.body) for entry in remaining)


def _redacted(headers: list[tuple[bytes, bytes]]) -> Iterator[tuple[str, str]]:
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        if name in _SECRET_HEADERS:
            value = f"{value.split(' ')[0]} …" if " " in value else "…"
        yield name, value


def _body(body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    try:
        return {"body": orjson.loads(body)}
    except orjson.JSONDecodeError:
        pass
    try:
        return {"bodyText": body.decode("utf-8")}
    except UnicodeDecodeError:
        return {"bodyBase64": base64.b64encode(body).decode()}
