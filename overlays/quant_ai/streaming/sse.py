"""Decode a byte stream into server-sent events.

Follows the WHATWG "event stream interpretation" to the letter, in one pass and without I/O, so that the sync and
async streams share it: feed() takes bytes as they come, and gives back the events that they complete.

Works on bytes: JSON is parsed from them, and nothing is decoded to text that nobody reads. Where all events of a chunk
are written as those before them, one regular expression finds them; all others are read line by line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple, Self, TypeAlias

MAX_EVENT_SIZE: Final = 32 * 1024 * 1024

_SMALL: Final = 1024  # up to so many bytes, joining is cheaper than looking across the seam
_LARGE: Final = 128 * 1024  # from so many bytes on, searching for line ends is cheaper than matching
_BOM: Final = b"\xef\xbb\xbf"
_COMMENTS: Final = re.compile(rb"(?::.*\n)+")
_CR, _LF = b"\r\n"  # as numbers, they are sought ten times as fast

RawEvent: TypeAlias = tuple[bytes, bytes, bytes]
"""Id, name and data of an event: a `ServerSentEvent` before anybody has asked for one."""


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
        return cls(text_of(raw[1]), raw[2], text_of(raw[0]))


def text_of(data: bytes) -> str:
    """Bytes of a stream as text; what is not UTF-8 is replaced by U+FFFD."""
    return data.decode("utf-8", "replace")


class EventTooLarge(ValueError):
    """An event grew past the decoder's cap."""


class _Form:
    """How all events of a stream may be written, so that one expression finds them."""

    def __init__(self, *lines: bytes) -> None:
        pattern = b"^" + b"\n".join(lines) + rb"(?:\n\n|\Z)"
        self.find: Callable[[bytes], list[RawEvent]] = re.compile(pattern, re.MULTILINE).findall
        self.lines = len(lines) + 1
        """Of one event, its blank line included."""


# an empty group stands for what the form has not
_NAMED: Final = _Form(rb"()event: (.+)", rb"data: (.*)")
_NUMBERED: Final = _Form(rb"id: ([^\n\0]+)", rb"event: (.+)", rb"data: (.*)")
_BARE: Final = _Form(rb"()()data: (.*)")


class SSEDecoder:
    """Turns bytes into events.

    Args:
        max_event_size: Bytes that one event may have before the decoder refuses it.
    """

    __slots__ = (
        *("retry", "_id", "_max_event_size", "_small", "_usual_size", "_form", "_rest", "_pending", "_size"),
        *("_start", "_after_cr", "_refused", "_special"),
    )

    def __init__(self, max_event_size: int = MAX_EVENT_SIZE) -> None:
        self.retry: int | None = None
        self._id = b""
        self._max_event_size = max_event_size
        self._small = min(_SMALL, max_event_size)
        self._usual_size = min(_LARGE, max_event_size)
        self._form = _NAMED  # how the last events were written; one without an id only as long as there was none
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
        text = self._rest + chunk
        if len(text) < self._usual_size:
            blocks, blank, self._rest = text.rpartition(b"\n\n")
            form = self._form
            events = form.find(blocks)
            # where the lines of what was found are all there are, nothing stands between them
            if events and len(events) * form.lines - 2 == blocks.count(b"\n"):
                self._id = events[-1][0]
            elif blank:
                events = self._dispatched(blocks, len(blocks))
        else:
            end = text.rfind(b"\n\n")
            self._rest = text[end + 2 :] if end >= 0 else text
            events = self._dispatched(text, end) if end >= 0 else []
        if len(self._rest) > self._small:
            self._keep(given=events)
        return events

    def end(self) -> RawEvent | None:
        """Say that no more bytes will come.

        Returns:
            The event that the stream left without its blank line, None where there is none. The standard drops it.
        """
        left = b"".join([self._start or b"", *self._pending, self._rest]).removeprefix(b"\n")
        self._pending.clear()
        self._start, self._rest = None, b""
        whole = left.rfind(b"\n") + 1
        last_id, _ = self._id, self._interpreted(left, 0, whole)  # a `retry` counts when its line has ended
        retry = self.retry
        event, _ = self._interpreted(left, 0, len(left)) if len(left) <= self._max_event_size else (None, 0)
        self._id, self.retry = last_id, retry
        return event

    def _prepared(self, chunk: bytes) -> bytes:
        """Look closer at a chunk; none where nothing is to be done about it yet."""
        if self._pending and chunk and not (self._after_cr or _LF in chunk or _CR in chunk):
            return self._joined(chunk)
        if self._refused is not None:
            raise self._refused
        if self._start is not None and chunk:
            start = self._start + chunk
            if len(start) < len(_BOM) and _BOM.startswith(start):
                self._start = start
                return b""
            self._start = None
            chunk = start.removeprefix(_BOM)
        if chunk and self._after_cr:
            chunk = chunk.removeprefix(b"\n")
            self._after_cr = False
        if _CR in chunk:  # every line ends in LF from here on, also where a CRLF is split between two chunks
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
        if _LF in chunk and (b"\n\n" in chunk or (chunk.startswith(b"\n") and pending[-2].endswith(b"\n"))):
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

    def _dispatched(self, text: bytes, end: int) -> list[RawEvent]:
        """The events of blocks between blank lines up to a place, whatever their form."""
        if self._id or text.startswith(b"id: "):
            self._form = _NUMBERED
        else:
            self._form = _BARE if text.startswith(b"data: ") else _NAMED
        events: list[RawEvent] = []
        start = 0
        while start <= end:
            event, stop = self._interpreted(text, start, end)
            if stop - start > self._max_event_size:
                self._refuse(events)
                break
            if event is not None:
                events.append(event)
            start = stop + 2
        if self._id:
            self._form = _NUMBERED
        return events

    def _interpreted(self, text: bytes, start: int, end: int) -> tuple[RawEvent | None, int]:
        """Interpret the lines from one place to the next blank line; the event that they make, if any, and their end.

        Line by line, since two line feeds in a row are sought a hundred times as slowly as one.
        """
        name = b""
        data: list[bytes] = []
        while start <= end:
            stop = text.find(b"\n", start, end)
            if stop < 0:
                stop = end
            if text.startswith(b"data: ", start):  # cut out at once, since it may be large
                data.append(text[start + 6 : stop])
                start = stop + 1
                continue
            if stop == start:
                break
            field, colon, value = text[start:stop].partition(b":")
            start = stop + 1
            if colon:
                value = value.removeprefix(b" ")
            if field == b"data":
                data.append(value)
            elif field == b"event":
                name = value
            elif field == b"id":
                if b"\0" not in value:
                    self._id = value
            elif field == b"retry" and value.isdigit() and len(value) < 19:
                self.retry = int(value)
        # The standard drops an event whose data buffer is empty; one empty data line leaves a line feed in it.
        event = (self._id, name, data[0] if len(data) == 1 else b"\n".join(data)) if data else None
        return event, start - 1
