"""Decode a byte stream into server-sent events.

Follows the WHATWG "event stream interpretation" to the letter, in one pass and without I/O, so that the sync and
async streams share it: feed() takes bytes as they come, and gives back the events that they complete.

Works on bytes, a whole block between blank lines at a time: JSON is parsed from the bytes of `raw`, and nothing is
decoded to text that nobody reads.
"""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

MAX_EVENT_SIZE: Final = 32 * 1024 * 1024

_SMALL: Final = 1024  # up to so many bytes, joining is cheaper than looking across the seam
_BOM: Final = b"\xef\xbb\xbf"

RawEvent: TypeAlias = tuple[str, bytes, str]
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
        self.last_event_id = ""
        self.retry: int | None = None
        self._max_event_size = max_event_size
        self._pending: list[bytes] = []  # what came since the last blank line; joined once, when its end is there
        self._size = 0
        self._start: bytes | None = b""  # the stream's first bytes while they may still be a BOM
        self._after_cr = False
        self._heads: dict[bytes, str] = {}  # event lines met before, and the names that they hold
        self._refused: EventTooLarge | None = None

    def feed(self, chunk: bytes) -> list[RawEvent]:
        """Take the next bytes, and give the events that they complete.

        Raises:
            EventTooLarge: One event has more bytes than allowed. Events complete before it are given first, and the
                next call raises.
        """
        if self._refused is not None:
            raise self._refused
        if not chunk:
            return []
        if self._start is not None:
            chunk = self._skip_bom(chunk)
        if self._after_cr or b"\r" in chunk:
            chunk = self._normalise(chunk)
        if not chunk:
            return []
        events: list[RawEvent] = []
        pending = self._pending
        if pending:
            if self._size < _SMALL:
                chunk = b"".join((*pending, chunk))
                pending.clear()
                self._size = 0
            elif pending[-1].endswith(b"\n") and chunk.startswith(b"\n"):  # the blank line straddles two chunks
                self._complete_pending(b"", events)
                chunk = chunk[1:]
            elif b"\n\n" in chunk:
                head, _, chunk = chunk.partition(b"\n\n")
                self._complete_pending(head, events)
        if not pending:
            blocks = chunk.split(b"\n\n")
            chunk = blocks.pop()
            self._complete_all(blocks, events)
            while chunk.startswith(b":") and (end := chunk.find(b"\n")) >= 0:  # keep-alives are no part of an event
                chunk = chunk[end + 1 :]
        if chunk:
            pending.append(chunk)
            self._size += len(chunk)
            if self._size > self._max_event_size:
                self._refuse()
        if self._refused is not None:
            pending.clear()
            if not events:
                raise self._refused
        return events

    def end(self) -> RawEvent | None:
        """Say that no more bytes will come.

        Returns:
            The event that the stream left without its blank line, None where there is none. The standard drops it.
        """
        if self._start:
            self._pending.append(self._start)
            self._start = None
        left = b"".join(self._pending)
        self._pending.clear()
        self._size = 0
        last_event_id, events = self.last_event_id, list[RawEvent]()
        self._complete(left[: left.rfind(b"\n") + 1], events)  # a `retry` counts when its line has ended
        retry = self.retry
        events.clear()
        self._complete(left, events)
        self.last_event_id, self.retry = last_event_id, retry
        return events[0] if events else None

    def _skip_bom(self, chunk: bytes) -> bytes:
        start = (self._start or b"") + chunk
        if len(start) < len(_BOM) and _BOM.startswith(start):
            self._start = start
            return b""
        self._start = None
        return start.removeprefix(_BOM)

    def _normalise(self, chunk: bytes) -> bytes:
        """Make every line end in LF, also where a CRLF is split between two chunks."""
        if self._after_cr and chunk:
            chunk = chunk.removeprefix(b"\n")
            self._after_cr = False
            if not chunk:
                return chunk
        self._after_cr = chunk.endswith(b"\r")
        return chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")

    def _refuse(self) -> None:
        self._refused = EventTooLarge(f"an event has more than {self._max_event_size} bytes")

    def _complete_all(self, blocks: list[bytes], events: list[RawEvent]) -> None:
        """Dispatch the events of several blocks. Nearly all are one event line and one data line, or the latter."""
        name_of, append, cap, last_event_id = self._heads.get, events.append, self._max_event_size, self.last_event_id
        for block in blocks:
            head, found, data = block.partition(b"\ndata: ")
            if found:
                name = name_of(head)
                if name is not None and data.find(b"\n") < 0 and len(block) <= cap:
                    append((name, data, last_event_id))
                    continue
            elif block.startswith(b"data: ") and block.find(b"\n") < 0 and len(block) <= cap:
                append(("", block[6:], last_event_id))
                continue
            self._complete(block, events)
            last_event_id = self.last_event_id
            if self._refused is not None:
                break

    def _complete_pending(self, last: bytes, events: list[RawEvent]) -> None:
        self._pending.append(last)
        block = b"".join(self._pending)
        self._pending.clear()
        self._size = 0
        self._complete(block, events)

    def _complete(self, block: bytes, events: list[RawEvent]) -> None:
        """Interpret the lines before a blank line, and dispatch the event that they make, if any."""
        if len(block) > self._max_event_size or self._refused is not None:
            self._refuse()
            return
        name = b""
        data: bytes | None = None
        more: list[bytes] | None = None
        for line in block.split(b"\n"):
            if line.startswith(b"data: "):
                value = line[6:]
            elif line.startswith(b"event: "):
                name = line[7:]
                continue
            else:
                field, colon, value = line.partition(b":")
                if colon:
                    value = value.removeprefix(b" ")
                if field == b"event":
                    name = value
                    continue
                if field != b"data":
                    if field == b"id":
                        if b"\0" not in value:
                            self.last_event_id = value.decode("utf-8", "replace")
                    elif field == b"retry" and value.isdigit() and len(value) < 19:
                        self.retry = int(value)
                    continue
            if data is None:
                data = value
            elif more is None:
                more = [data, value]
            else:
                more.append(value)
        if more is not None:
            data = b"\n".join(more)
        # The standard drops an event whose data buffer is empty; one empty data line leaves a line feed in it.
        if data is None:
            return
        text = name.decode("utf-8", "replace")
        if block.startswith(b"event: ") and len(self._heads) < 64:
            self._heads[b"event: " + name] = text
        events.append((text, data, self.last_event_id))
