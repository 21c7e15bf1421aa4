"""Give the events of one stream their types, and know when the stream is over. No I/O.

The service frames events in two ways: with an event line, or with the name inside the data. Some senders leave both
out, and the keys tell. Whatever the document does not know is kept as an `UnknownEvent`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import orjson

from quant_ai_client.errors import DecodeError
from quant_ai_client.types import Unknown

from .errors import (
    EventTooLargeError,
    MalformedEventError,
    StreamFailedError,
    StrictError,
    status_error,
    status_of,
    told_by,
)
from .sse import MAX_EVENT_SIZE, EventTooLarge, ServerSentEvent, SSEDecoder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from quant_ai_client.operation import EventType, EventTypes

    from .accumulation import Accumulator

# Event names and the key of the framing without event lines; not properties of one operation's schema.
_ERROR: Final = "error"
_KIND: Final = "type"
_KEEP_ALIVES: Final = frozenset({"ping", "heartbeat", "keep-alive", "keepalive"})


class UnknownEvent(Unknown):
    """An event of a kind that the document does not know. `raw` is its JSON value, or its text where it is none."""

    __slots__ = ("data", "event")

    def __init__(self, raw: Any, event: str = "", data: str = "") -> None:
        super().__init__(raw)
        self.event = event
        """Its name; "" where it had none."""
        self.data = data
        """Its data as it came."""

    def __repr__(self) -> str:
        return f"UnknownEvent(event={self.event!r}, data={self.data[:200]!r})"


class EventReader:
    """Reads one stream: takes bytes, gives typed events, and remembers what the pumps and views need."""

    def __init__(
        self,
        types: EventTypes,
        accumulator: Accumulator,
        *,
        method: str = "",
        path: str = "",
        strict: bool = False,
        max_event_size: int = MAX_EVENT_SIZE,
    ) -> None:
        self.method, self.path = method, path
        self.decoder = SSEDecoder(max_event_size)
        self.accumulator = accumulator
        self.ended = False
        """Whether the event or mark that ends the stream has come."""
        self.progress = 0
        """How many events have come that are no keep-alives."""
        self.last: ServerSentEvent = ServerSentEvent("", b"", "")
        """The event that was given last, untyped."""
        self.piece: str | None = None
        """The text in the event that was given last."""
        self._strict = strict
        if strict:
            types = types._replace(types=tuple(kind._replace(decode=_strictly(kind)) for kind in types.types))
        self._types = types
        self._by_name, self._with_text = _index(types)

    def feed(self, chunk: bytes) -> Iterator[Any]:
        """Take the next bytes, and give the events that they complete, until the stream is over.

        Raises:
            MalformedEventError: An event's data cannot be read.
            EventTooLargeError: An event is larger than the cap.
            StreamFailedError, StatusError: The service reports an error.
        """
        try:
            found = self.decoder.feed(chunk)
        except EventTooLarge as error:
            raise EventTooLargeError(f"the stream of {self.method} {self.path} is refused: {error}") from None
        by_name, with_text, text_keys, add_text = (
            self._by_name,
            self._with_text,
            self._types.text,
            self.accumulator.add_text,
        )
        loads = orjson.loads
        for raw in found:
            name, data, _ = raw
            kind = by_name.get(name)
            if kind is None or kind.name not in with_text:
                if self.ended:
                    return
                yield from self._other(raw, kind)
                continue
            if self.ended:
                return
            try:
                value = loads(data)
                event = kind.decode(value)
            except ValueError as error:
                value, event = self._second_try(raw, kind, error)
            self.last = raw
            self.progress += 1
            self.piece = None
            for key in text_keys:
                piece = value.get(key)
                if piece.__class__ is str:
                    self.piece = piece
                    add_text(piece)
                    break
            yield event

    def end(self) -> Iterator[Any]:
        """Say that no more bytes will come. Gives the last event where only its blank line is missing.

        Such an event counts only if it ends the stream and is whole: the service's own example stops this way. Any
        other may have been cut.
        """
        left = self.decoder.end()
        if left is not None and not self.ended:
            if left.raw == self._done_mark:
                self.ended = True
                return
            try:
                kind = self._kind_of(left, orjson.loads(left.raw))
            except orjson.JSONDecodeError:
                return
            if kind is not None and kind.terminal:
                yield from self._other(left, kind)

    @property
    def _done_mark(self) -> bytes | None:
        mark = self._types.done_mark
        return None if mark is None else mark.encode()

    def _other(self, raw: ServerSentEvent, kind: EventType | None) -> Iterator[Any]:
        """Events that carry no text, or do not say by an event line what they are."""
        if raw.raw == self._done_mark:
            self.ended = True
            return
        try:
            value = orjson.loads(raw.raw)
        except orjson.JSONDecodeError as error:
            if kind is None and raw.event:
                yield self._unknown(raw, raw.data)
                return
            if kind is None:
                raise self._malformed(raw, error) from None
            value, _ = self._second_try(raw, kind, error)
        kind = kind or self._kind_of(raw, value)
        if kind is None:
            yield self._unknown(raw, value)
            return
        try:
            event = kind.decode(value)
        except DecodeError as error:
            raise self._malformed(raw, error) from None
        self.last = raw
        self.progress += 1
        self.piece = None
        if kind.name in self._with_text:
            for key in self._types.text:
                if isinstance(piece := value.get(key), str):
                    self.piece = piece
                    self.accumulator.add_text(piece)
                    break
        else:
            self.accumulator.add(event)
        if kind.terminal:
            self.ended = True
        if kind.name == _ERROR:
            raise self._failed(value)
        yield event

    def _kind_of(self, raw: ServerSentEvent, value: Any) -> EventType | None:
        if raw.event and raw.event != "message":
            return self._by_name.get(raw.event)
        if not isinstance(value, dict):
            return None
        named = value.get(_KIND)
        if isinstance(named, str):
            return self._by_name.get(named)
        return next((kind for kind in self._types.types if any(key in value for key in kind.keys)), None)

    def _unknown(self, raw: ServerSentEvent, value: Any) -> UnknownEvent:
        self.last = raw
        self.piece = None
        if raw.event not in _KEEP_ALIVES:
            self.progress += 1
            if self._strict:
                raise StrictError(
                    f"{self.method} {self.path} streamed an event that the document does not know: {raw!r}"
                )
        return UnknownEvent(value, raw.event, raw.data)

    def _second_try(self, raw: ServerSentEvent, kind: EventType, error: ValueError) -> tuple[Any, Any]:
        """Read data that orjson refused for bytes which are not UTF-8; the standard has them replaced."""
        try:
            value = orjson.loads(raw.data)
            return value, kind.decode(value)
        except ValueError:
            raise self._malformed(raw, error) from None

    def _malformed(self, raw: ServerSentEvent, error: ValueError) -> MalformedEventError:
        what = "data of another form" if isinstance(error, DecodeError) else "broken JSON"
        name = f"event {raw.event!r}" if raw.event else "event"
        return MalformedEventError(
            f"the stream of {self.method} {self.path} has an {name} with {what}: {error}", data=raw.raw
        )

    def _failed(self, value: Any) -> Exception:
        told = told_by(value)
        if status := status_of(told.code):
            return status_error(status, value, method=self.method, path=self.path)
        message = told.message or "no message"
        return StreamFailedError(
            f"{self.method} {self.path} reports an error in its stream: {message}",
            message=message,
            code=told.code,
            body=value,
        )


def _strictly(kind: EventType) -> Callable[[Any], Any]:
    from .strict import deviations

    def decode(value: Any) -> Any:
        event = kind.decode(value)
        if found := deviations(event):
            raise StrictError(f"event {kind.name!r} deviates from the document: {'; '.join(found)}", deviations=found)
        return event

    return decode


@lru_cache(maxsize=32)
def _index(types: EventTypes) -> tuple[Mapping[str, EventType], frozenset[str]]:
    """Event types by name, and the names of those that carry text to add."""
    by_name = {kind.name: kind for kind in types.types}
    with_text = {kind.name for kind in types.types if set(kind.keys) & set(types.text)}
    if not with_text:
        with_text = {kind.name for kind in types.types if not kind.terminal}
    return by_name, frozenset(with_text)
