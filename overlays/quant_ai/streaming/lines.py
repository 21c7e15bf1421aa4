"""Turn a reply of JSON lines into typed items, one for each line. No I/O.

The lines are newline-delimited JSON or a JSON text sequence, in which a record separator begins each text. None of them
is kept, so that an export may be larger than the memory. Blank lines only keep the connection alive.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from quant_ai_client.errors import DecodeError

from ..errors import EventTooLargeError, MalformedEventError
from ..json_text import loads
from .events import strict_decoder
from .sse import RawEvent, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from quant_ai_client.operation import EventTypes

_SEPARATOR: Final = b"\x1e"
_BEFORE_JSON: Final = b"\xef\xbb\xbf \t\r\n"
"""White space, and the bytes of a byte order mark."""
_ESCAPED: Final = re.compile(rb"\\.", re.DOTALL)


class LineReader:
    """Reads one reply: takes bytes, and returns typed items."""

    __slots__ = (
        *("method", "path", "ended", "moved", "last", "piece"),
        *("_decode", "_max_size", "_mark", "_rest", "_size", "_depth", "_number", "__weakref__"),
    )

    missing = "in the middle of a line"
    last_event_id = ""

    def __init__(
        self,
        types: EventTypes,
        *,
        method: str,
        path: str,
        strict: bool,
        max_event_size: int,
    ) -> None:
        self.method, self.path = method, path
        self.ended = False
        """Whether the last line has arrived."""
        self.moved = False
        """Set by every line that is not blank; reset by the stream's watchdog."""
        self.last: RawEvent = (b"", b"", b"")
        """The last line, as the data of an event without a name."""
        self.piece: str | None = None
        """The last line as text."""
        kind = types.types[0]
        self._decode: Callable[[Any], Any] = strict_decoder(kind) if strict else kind.decode
        self._max_size = max_event_size
        self._mark = b""  # what is between two texts; empty until the first byte has arrived
        self._rest: list[bytes] = []  # the chunks of the unfinished line
        self._size = 0  # the bytes of these chunks
        self._depth = _Depth()  # of their end, in a JSON text sequence
        self._number = 0  # of the last line

    def reply(self) -> Any:
        """None: lines do not add up to a reply."""
        return None

    def feed(self, chunk: bytes) -> Iterator[Any]:
        """Take the next bytes, and return the items that they complete; see `events`."""
        return self.events((chunk,))

    def events(self, chunks: Iterable[bytes], after_chunk: Callable[[], None] | None = None) -> Iterator[Any]:
        """Take bytes as they arrive, and return the items that they complete.

        Args:
            chunks: The bytes.
            after_chunk: Called after the last item of each chunk, before the next chunk is read.

        Raises:
            MalformedEventError: A line is no JSON, or not what the spec says.
            EventTooLargeError: A line is larger than the cap.
        """
        for chunk in chunks:
            for line in self._lines(chunk):
                yield self._item(line)
            if after_chunk is not None:
                after_chunk()

    def end(self) -> Iterator[Any]:
        """Take the end of the bytes. Returns the last item if only its line feed is missing."""
        for line in self._complete(b"".join(self._rest)):
            if not _is_json(line):
                return  # it was cut off
            item = self._item(line)
            self.ended = True
            yield item
        self.ended = True

    def _lines(self, chunk: bytes) -> Iterator[bytes]:
        if not self._mark:
            chunk = chunk.lstrip(_BEFORE_JSON)
            self._mark = (_SEPARATOR if chunk.startswith(_SEPARATOR) else b"\n") if chunk else b""
        first, *others = chunk.split(self._mark) if self._mark else (b"",)
        if others:
            *others, rest = others
            for line in (b"".join([*self._rest, first]), *others):
                yield from self._complete(line)
            self._rest, self._size, self._depth = [], 0, _Depth()
        else:
            rest = first
        self._rest.append(rest)
        self._size += len(rest)
        self._check_size(self._size)
        if self._mark == _SEPARATOR and self._depth.is_outside_after(rest) and rest.endswith(b"\n"):
            text, self._rest, self._size = b"".join(self._rest), [], 0  # the separator after it may take its time
            yield from self._complete(text)

    def _complete(self, line: bytes) -> Iterator[bytes]:
        """A line without the white space around it, if there is anything else."""
        self._check_size(len(line))
        if line := line.strip(b" \t\r\n"):
            self._number += 1
            yield line

    def _check_size(self, size: int) -> None:
        if size > self._max_size:
            what = f"line {self._number + 1} has more than {self._max_size} bytes"
            raise EventTooLargeError(f"the reply of {self.method} {self.path} is refused: {what}")

    def _item(self, line: bytes) -> Any:
        self.last, self.piece, self.moved = (b"", b"", line), f"{text_of(line)}\n", True
        try:
            return self._decode(loads(line))
        except ValueError as error:
            what = "unexpected data" if isinstance(error, DecodeError) else "broken JSON"
            where = f"line {self._number} of the reply of {self.method} {self.path}"
            raise MalformedEventError(f"{where} has {what}: {error}", data=line) from None


class _Depth:
    """Where the bytes of a JSON text end: in a string, or in how many lists and objects.

    A text that ends outside of all of them is complete, and is only joined and read then: each byte is looked at once,
    in however many chunks it arrives.
    """

    __slots__ = ("_depth", "_escape", "_in_string")

    def __init__(self) -> None:
        self._depth = 0
        self._in_string = False
        self._escape = b""  # a backslash at the end of a chunk

    def is_outside_after(self, chunk: bytes) -> bool:
        """Take the next bytes, and return whether they end outside of every string, list and object."""
        chunk = _ESCAPED.sub(b"", self._escape + chunk)
        self._escape = chunk[-1:] if chunk.endswith(b"\\") else b""
        for at, part in enumerate(chunk.split(b'"')):
            if at:
                self._in_string = not self._in_string
            if not self._in_string:
                self._depth += part.count(b"[") + part.count(b"{") - part.count(b"]") - part.count(b"}")
        return not self._in_string and self._depth <= 0


def _is_json(text: bytes) -> bool:
    try:
        loads(text)
    except ValueError:
        return False
    return True
