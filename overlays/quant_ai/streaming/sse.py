"""Decode a byte stream into server-sent events.

Follows the WHATWG "event stream interpretation" exactly, in one pass and without I/O, so that the sync and the async
stream share it: feed() takes bytes as they arrive, and returns the events that they complete.

It works on bytes, because JSON is parsed from bytes and most text is never needed. If all events of a chunk have the
same lines as the events before them, one regular expression finds them. All others are read line by line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from quant_ai_client.streams import ServerSentEvent

MAX_EVENT_SIZE: Final = 32 * 1024 * 1024

_SMALL: Final = 1024  # below this many bytes, joining chunks is cheaper than searching across their boundary
_LARGE: Final = 128 * 1024  # from this many bytes on, searching for line ends is cheaper than matching
_BOM: Final = b"\xef\xbb\xbf"
_COMMENTS: Final = re.compile(rb"(?::.*\n)+")
_CR, _LF = b"\r\n"  # searching for a number is ten times as fast as for bytes

RawEvent: TypeAlias = tuple[bytes, bytes, bytes]
"""Id, name and data of an event; `event_of` turns it into an object."""


def event_of(raw: RawEvent) -> ServerSentEvent:
    """The object for an event that a decoder returned."""
    return ServerSentEvent(text_of(raw[1]), raw[2], text_of(raw[0]))


def text_of(data: bytes) -> str:
    """Bytes of a stream as text; invalid UTF-8 is replaced by U+FFFD."""
    return data.decode("utf-8", "replace")


class EventTooLarge(ValueError):
    """An event is larger than the decoder allows."""


class _Layout:
    """A sequence of lines that all events of a stream may have, so that one expression finds them."""

    def __init__(self, *lines: bytes) -> None:
        pattern = b"^" + b"\n".join(lines) + rb"(?:\n\n|\Z)"
        self.find: Callable[[bytes], list[RawEvent]] = re.compile(pattern, re.MULTILINE).findall
        self.lines = len(lines) + 1
        """Lines of one event, including its blank line."""


# An empty group stands for a field that the layout does not have.
_NAMED: Final = _Layout(rb"()event: (.+)", rb"data: (.*)")
_NUMBERED: Final = _Layout(rb"id: ([^\n\0]+)", rb"event: (.+)", rb"data: (.*)")
_BARE: Final = _Layout(rb"()()data: (.*)")


class SSEDecoder:
    """Turns bytes into events.

    Args:
        max_event_size: How many bytes an event may have before the decoder refuses it.
    """

    __slots__ = (
        *("retry", "_id", "_max_event_size", "_small", "_usual_size", "_layout", "_rest", "_pending", "_size"),
        *("_start", "_after_cr", "_refused", "_special"),
    )

    def __init__(self, max_event_size: int = MAX_EVENT_SIZE) -> None:
        self.retry: int | None = None
        self._id = b""
        self._max_event_size = max_event_size
        self._small = min(_SMALL, max_event_size)
        self._usual_size = min(_LARGE, max_event_size)
        self._layout = _NAMED  # of the last events; one without an id only until there has been an id
        self._rest = b""  # the bytes since the last blank line, while they are few
        self._pending = bytearray()  # the same when they are many: searched only when their end has arrived
        self._size = 0
        self._start: bytes | None = b""  # the stream's first bytes while they may still be a BOM
        self._after_cr = False
        self._refused: EventTooLarge | None = None
        self._special = True  # whether the next chunk needs `_prepare`, because one of the previous four is set

    @property
    def last_event_id(self) -> str:
        """The last id that the stream has set."""
        return text_of(self._id)

    def feed(self, chunk: bytes) -> list[RawEvent]:
        """Take the next bytes, and return the events that they complete.

        Raises:
            EventTooLarge: An event has more bytes than allowed. Events before it are returned first, and the next
                call raises.
        """
        if self._special or _CR in chunk:
            chunk = self._prepare(chunk)
            if not chunk:
                return []
        text = self._rest + chunk
        if len(text) < self._usual_size:
            blocks, blank, self._rest = text.rpartition(b"\n\n")
            layout = self._layout
            events = layout.find(blocks)
            # If the lines of these events are all the lines there are, the expression has skipped nothing.
            if events and len(events) * layout.lines - 2 == blocks.count(b"\n"):
                self._id = events[-1][0]
            elif blank:
                events = self._read_blocks(blocks, len(blocks))
        else:
            end = text.rfind(b"\n\n")
            self._rest = text[end + 2 :] if end >= 0 else text
            events = self._read_blocks(text, end)
        if len(self._rest) > self._small:
            self._set_aside(given=events)
        return events

    def end(self) -> RawEvent | None:
        """Take the end of the bytes.

        Returns:
            The last event if only its blank line is missing, otherwise None. The standard drops such an event.
        """
        left = b"".join([self._start or b"", self._pending, self._rest]).removeprefix(b"\n")
        self._pending.clear()
        self._start, self._rest = None, b""
        last_id = self._id
        self._read_event(left, 0, left.rfind(b"\n"))  # a `retry` is valid once its line has ended
        retry = self.retry
        event, _ = self._read_event(left, 0, len(left)) if len(left) <= self._max_event_size else (None, 0)
        self._id, self.retry = last_id, retry
        return event

    def _prepare(self, chunk: bytes) -> bytes:
        """Remove a BOM, make line ends LF, and join the chunks of a large event; empty if that needs more bytes."""
        if self._refused is not None:
            raise self._refused
        if self._start is not None and chunk:
            start = self._start + chunk
            if _BOM.startswith(start):
                self._start = start
                return b""
            self._start = None
            chunk = start.removeprefix(_BOM)
        if chunk and self._after_cr:
            chunk = chunk.removeprefix(b"\n")
            self._after_cr = False
        if _CR in chunk:  # a CRLF may be split between two chunks
            self._after_cr = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if self._pending and chunk:
            chunk = self._join_pending(chunk)
        self._special = self._after_cr or self._start is not None or bool(self._pending)
        return chunk

    def _join_pending(self, chunk: bytes) -> bytes:
        """Join the chunks of a large event when its end has arrived; empty until then."""
        pending = self._pending
        whole = _LF in chunk and (b"\n\n" in chunk or (chunk.startswith(b"\n") and pending.endswith(b"\n")))
        pending += chunk
        if whole:
            chunk = bytes(pending)
            pending.clear()
            return chunk
        self._size += len(chunk)
        if self._size > self._max_event_size:
            self._refuse()
        return b""

    def _set_aside(self, given: list[RawEvent]) -> None:
        """Set the unfinished event aside if it is large. Keep-alives before it do not belong to it."""
        rest = self._rest
        if comments := _COMMENTS.match(rest):
            self._rest = rest = rest[comments.end() :]
        self._size = len(rest)
        if self._size > self._max_event_size:
            self._refuse(given)
        elif self._size > _SMALL:
            self._pending += rest
            self._rest, self._special = b"", True

    def _refuse(self, given: list[RawEvent] | None = None) -> None:
        self._pending.clear()
        self._rest, self._special = b"", True
        self._refused = EventTooLarge(f"an event has more than {self._max_event_size} bytes")
        if not given:
            raise self._refused

    def _read_blocks(self, text: bytes, end: int) -> list[RawEvent]:
        """The events up to a position, whatever their layout."""
        if self._id or text.startswith(b"id: "):
            self._layout = _NUMBERED
        else:
            self._layout = _BARE if text.startswith(b"data: ") else _NAMED
        events: list[RawEvent] = []
        start = 0
        while start <= end:
            event, stop = self._read_event(text, start, end)
            if stop - start > self._max_event_size:
                self._refuse(events)
                break
            if event is not None:
                events.append(event)
            start = stop + 2
        if self._id:
            self._layout = _NUMBERED
        return events

    def _read_event(self, text: bytes, start: int, end: int) -> tuple[RawEvent | None, int]:
        """Interpret the lines up to the next blank line. Returns their event, if they make one, and where they end.

        `end` is a line feed or the text's end. It goes line by line, because searching for two line feeds in a row is a
        hundred times slower than for one.
        """
        name = b""
        data: list[bytes] = []
        while start <= end:
            stop = text.find(b"\n", start)
            if stop < 0:
                stop = end
            if stop == start:
                break
            line, start = start, stop + 1
            if text.startswith(b"data: ", line):  # in one step, since it may be large
                data.append(text[line + 6 : stop])
                continue
            field, colon, value = text[line:stop].partition(b":")
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
        # The standard drops an event without data lines; one empty data line is enough to keep it.
        event = (self._id, name, data[0] if len(data) == 1 else b"\n".join(data)) if data else None
        return event, start - 1
