"""Decode a byte stream into server-sent events.

Follows the WHATWG "event stream interpretation" to the letter, in one pass and without I/O, so that the sync and
async streams share it: feed() takes bytes as they come, and gives back the events that they complete.

Works on bytes: JSON is parsed from them, and nothing is decoded to text that nobody reads. Blocks of the usual form,
one `event` and one `data` line, are told apart by one regular expression for the whole chunk; all others are read line
by line.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple, Self, TypeAlias

MAX_EVENT_SIZE: Final = 32 * 1024 * 1024

_SMALL: Final = 1024  # up to so many bytes, joining is cheaper than looking across the seam
_LARGE: Final = 128 * 1024  # from so many bytes on, searching for line ends is cheaper than matching
_BOM: Final = b"\xef\xbb\xbf"
# The empty group stands for the id, so that what is found is a list of `RawEvent`.
_USUAL: Final = re.compile(rb"^event: (.+)\ndata: (.*)(?:\n\n|\Z)()", re.MULTILINE).findall
_LINES_OF_USUAL: Final = 3
_COMMENTS: Final = re.compile(rb"(?::.*\n)+")
_CR: Final = ord("\r")  # as a number, it is sought ten times as fast

RawEvent: TypeAlias = tuple[bytes, bytes, bytes]
"""Name, data and id of an event: a `ServerSentEvent` before anybody has asked for one."""


class ServerSentEvent(NamedTuple):
    """One event of a stream, as the standard dispatches it."""

    event: str
    """What the `event` field said; "" where there was none, which the standard calls "message"."""
    raw: bytes
    """The data: its lines joined by line feeds, without the last one."""
    id: str
    """The last event id that the stream had set when this event was dispatched."""

    @property
    def data(self) -> str:
        """The data as text; bytes that are not UTF-8 are replaced by U+FFFD."""
        return text_of(self.raw)

    @classmethod
    def of(cls, raw: RawEvent) -> Self:
        """The event that a decoder gave."""
        return cls(text_of(raw[0]), raw[1], text_of(raw[2]))


def text_of(data: bytes) -> str:
    """Bytes of a stream as text; what is not UTF-8 is replaced by U+FFFD."""
    return data.decode("utf-8", "replace")


class EventTooLarge(ValueError):
    """An event grew past the decoder's cap."""


class SSEDecoder:
    """Turns bytes into events.

    Args:
        max_event_size: Bytes that one event may have before the decoder refuses it.
    """

    def __init__(self, max_event_size: int = MAX_EVENT_SIZE) -> None:
        self.retry: int | None = None
        self._id = b""
        self._max_event_size = max_event_size
        self._small = min(_SMALL, max_event_size)
        self._usual_size = min(_LARGE, max_event_size)  # none once there is an id, which the usual form knows not of
        self._rest = b""  # what came since the last blank line, as long as it is small
        self._pending: list[bytes] = []  # the same once it is large: joined only when its end is there
        self._size = 0
        self._start: bytes | None = b""  # the stream's first bytes while they may still be a BOM
        self._after_cr = False
        self._refused: EventTooLarge | None = None
        self._special = True  # whether one of the last four asks for a closer look at the next chunk

    @property
    def last_event_id(self) -> str:
        """The id that the stream has set last."""
        return text_of(self._id)

    def feed(self, chunk: bytes) -> list[RawEvent]:
        """Take the next bytes, and give the events that they complete.

        Raises:
            EventTooLarge: One event has more bytes than allowed. Events complete before it are given first, and the
                next call raises.
        """
        if self._special or _CR in chunk:
            chunk = self._prepared(chunk)
            if not chunk:
                return []
        blocks, blank, self._rest = (self._rest + chunk).rpartition(b"\n\n")
        events: list[RawEvent] = _USUAL(blocks) if len(blocks) < self._usual_size else []
        # where the lines of what was found are all there are, nothing stands between them
        if blank and len(events) * _LINES_OF_USUAL - 2 != blocks.count(b"\n"):
            events = self._dispatched(blocks.split(b"\n\n"))
        if len(self._rest) > self._small:
            self._keep(given=events)
        return events

    def end(self) -> RawEvent | None:
        """Say that no more bytes will come.

        Returns:
            The event that the stream left without its blank line, None where there is none. The standard drops it.
        """
        left = b"".join([self._start or b"", *self._pending, self._rest])
        self._pending.clear()
        self._start, self._rest = None, b""
        whole = left.rfind(b"\n") + 1
        last_id, _ = self._id, self._interpreted(left[:whole])  # a `retry` counts when its line has ended
        retry = self.retry
        event = self._interpreted(left) if len(left) <= self._max_event_size else None
        self._id, self.retry = last_id, retry
        return event

    def _prepared(self, chunk: bytes) -> bytes:
        """Look closer at a chunk; none where nothing is to be done about it yet."""
        if self._refused is not None:
            raise self._refused
        if self._start is not None and chunk:
            start = self._start + chunk
            if len(start) < len(_BOM) and _BOM.startswith(start):
                self._start = start
                return b""
            self._start = None
            chunk = start.removeprefix(_BOM)
        if chunk:  # every line ends in LF from here on, also where a CRLF is split between two chunks
            if self._after_cr:
                chunk = chunk.removeprefix(b"\n")
            self._after_cr = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if self._pending and chunk:
            chunk = self._joined(chunk)
        self._special = self._after_cr or self._start is not None or bool(self._pending)
        return chunk

    def _joined(self, chunk: bytes) -> bytes:
        """All of an event that came in many chunks; none as long as it goes on."""
        pending = self._pending
        pending.append(chunk)
        if b"\n\n" in chunk or (chunk.startswith(b"\n") and pending[-2].endswith(b"\n")):
            chunk = b"".join(pending)
            pending.clear()
            return chunk
        self._size += len(chunk)
        if self._size > self._max_event_size:
            self._refuse()
        return b""

    def _keep(self, given: list[RawEvent]) -> None:
        """Put the rest aside, where it is large; keep-alives between events are no part of the next one."""
        rest = self._rest
        if comments := _COMMENTS.match(rest):
            self._rest = rest = rest[comments.end() :]
        self._size = len(rest)
        if self._size > self._max_event_size:
            self._refuse(given)
        elif self._size > _SMALL:
            self._pending.append(rest)
            self._rest, self._special = b"", True

    def _refuse(self, given: list[RawEvent] | None = None) -> None:
        self._pending.clear()
        self._rest, self._special = b"", True
        self._refused = EventTooLarge(f"an event has more than {self._max_event_size} bytes")
        if not given:
            raise self._refused

    def _dispatched(self, blocks: list[bytes]) -> list[RawEvent]:
        """The events of blocks between blank lines."""
        events: list[RawEvent] = []
        for block in blocks:
            if len(block) > self._max_event_size:
                self._refuse(events)
                break
            if block.startswith(b"data: ") and b"\n" not in block:
                events.append((b"", block[6:], self._id))
            elif (event := self._interpreted(block)) is not None:
                events.append(event)
        return events

    def _interpreted(self, block: bytes) -> RawEvent | None:
        """Interpret the lines before a blank line; the event that they make, if any."""
        name = b""
        data: list[bytes] = []
        for line in block.split(b"\n"):
            field, colon, value = line.partition(b":")
            if colon:
                value = value.removeprefix(b" ")
            if field == b"data":
                data.append(value)
            elif field == b"event":
                name = value
            elif field == b"id":
                if b"\0" not in value:
                    self._id, self._usual_size = value, 0
            elif field == b"retry" and value.isdigit() and len(value) < 19:
                self.retry = int(value)
        # The standard drops an event whose data buffer is empty; one empty data line leaves a line feed in it.
        return (name, data[0] if len(data) == 1 else b"\n".join(data), self._id) if data else None
