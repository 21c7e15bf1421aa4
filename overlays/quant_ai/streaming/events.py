"""Turn the server-sent events of a stream into typed events, and detect its end. No I/O.

The service names an event in two ways: in an event line, or inside the data. Some senders do neither, and the keys of
the data tell which event it is. Events that are not in the spec are kept as `UnknownEvent`.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import orjson

from quant_ai_client.errors import DecodeError
from quant_ai_client.types import Unknown

from ..errors import EventTooLargeError, MalformedEventError, StreamFailedError, StrictError
from ..http.replies import is_deep
from ..http.status_errors import parse_error_body, status_error, status_of_code
from ..json_text import (
    dumps,
    join_halves,
    loads,
    loads_with_halves,
    with_exact_integers,
    with_null_for_nan,
    without_halves,
)
from .sse import EventTooLarge, RawEvent, SSEDecoder, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from quant_ai_client.operation import EventType, EventTypes

    from .accumulation import Accumulator

# The name of the event that reports an error, and the key for an event's name in its data. Both belong to the framing
# of streams, not to a schema of one operation.
_ERROR: Final = "error"
_KIND: Final = "type"
_UNREAD: Final = object()
_MAY_BE_DEEP: Final = 700
"""An event of fewer bytes cannot be nested too deeply."""
_KEEP_ALIVES: Final = frozenset({"ping", "heartbeat", "keep-alive", "keepalive"})


class UnknownEvent(Unknown):
    """An event that is not in the spec. `raw` is its JSON value, or its text if it is not JSON."""

    __slots__ = ("data", "event")
    _compared = ("raw", "event", "data")

    def __init__(self, raw: Any, event: str = "", data: str = "") -> None:
        super().__init__(raw)
        self.event = event
        """The event's name; "" if it has none."""
        self.data = data
        """The event's data as text."""

    def __repr__(self) -> str:
        return f"UnknownEvent(event={self.event!r}, data={self.data[:200]!r})"


class _TooDeep(ValueError):
    """The data of an event is nested too deeply."""

    def __str__(self) -> str:
        return "it is nested too deeply"


class EventReader:
    """Reads one stream: takes bytes, returns typed events, and keeps the state that the stream needs."""

    __slots__ = (
        *("method", "path", "decoder", "accumulator", "ended", "moved", "last", "piece"),
        *("_strict", "_types", "_by_name", "_with_text", "_first_key", "_half", "__weakref__"),
        *("_decoders", "_decoders_in_data", "_for_errors"),
    )

    def __init__(
        self,
        types: EventTypes,
        accumulator: Accumulator,
        *,
        method: str,
        path: str,
        strict: bool,
        max_event_size: int,
        for_errors: Callable[[Any], Any],
    ) -> None:
        self.method, self.path = method, path
        self.decoder = SSEDecoder(max_event_size)
        self.accumulator = accumulator
        self.ended = False
        """Whether the event or mark that ends the stream has arrived."""
        self.moved = False
        """Set by every event that is not a keep-alive; reset by the stream's watchdog."""
        self.last: RawEvent = (b"", b"", b"")
        """The last event, untyped."""
        self.piece: str | None = None
        """The text in the last event."""
        self._strict = strict
        if strict:
            types = types._replace(types=tuple(kind._replace(decode=strict_decoder(kind)) for kind in types.types))
        self._types = types
        self._by_name, self._with_text = _index(types)
        self._first_key = next(iter(types.text), None)
        # Decoders of the events with text that have been seen before, by the name in an event line, and in the data.
        # In one table, each look-up would compare bytes with a string of the same hash, which `python -bb` forbids.
        self._decoders: dict[bytes, Callable[[Any], Any]] = {}
        self._decoders_in_data: dict[str | None, Callable[[Any], Any]] = {}
        self._for_errors = for_errors  # takes out of the value of an error event what errors do not show
        self._half = ""  # the first half of a surrogate pair, until the next piece of text brings the other

    missing = "without its final event"
    """What a stream lacks whose bytes end too early."""

    @property
    def last_event_id(self) -> str:
        """The last id that the stream has set."""
        return self.decoder.last_event_id

    def reply(self) -> Any:
        """The reply so far, in the form of the buffered one."""
        return self.accumulator.reply()

    def feed(self, chunk: bytes) -> Iterator[Any]:
        """Take the next bytes, and return the events that they complete, until the stream has ended.

        Raises:
            MalformedEventError: An event's data cannot be read.
            EventTooLargeError: An event is larger than the cap.
            StreamFailedError, StatusError: The service reports an error.
        """
        return self.events((chunk,))

    def events(self, chunks: Iterable[bytes], after_chunk: Callable[[], None] | None = None) -> Iterator[Any]:
        """Take bytes as they arrive, and return the events that they complete; see `feed`.

        Args:
            chunks: The bytes.
            after_chunk: Called after the last event of each chunk, before the next chunk is read.
        """
        # Nearly all events are text of a kind that has been seen before. For them, everything is looked up once.
        feed, parse, decoder_of = self.decoder.feed, orjson.loads, self._decoders.get
        decoder_in_data = self._decoders_in_data.get
        add_text, text_in, first_key = self.accumulator.add_text, self._text_in, self._first_key
        usual, decode, piece = b"", decoder_of(b""), None
        for chunk in chunks if not self.ended else ():
            try:
                found = feed(chunk)
            except EventTooLarge as error:
                raise EventTooLargeError(f"the stream of {self.method} {self.path} is refused: {error}") from None
            for raw in found:
                _, name, data = raw
                if name != usual:
                    usual, decode = name, decoder_of(name)
                value = _UNREAD
                try:
                    value = parse(data)
                    if len(data) > _MAY_BE_DEEP and is_deep(data, value):
                        raise _TooDeep
                    piece = value.get(first_key)
                    if piece.__class__ is not str:
                        piece = text_in(value)
                    if decode is not None:
                        event = decode(value)
                    else:
                        event = None if name else decoder_in_data(value.get(_KIND), _undecided)(value)
                except (ValueError, AttributeError, TypeError):  # the slow path finds out what is wrong
                    event = None
                if event is None:
                    yield from self._slow_path(raw, value)
                    if self.ended:
                        return
                    decode = decoder_of(name)
                    continue
                if piece is not None:
                    add_text(piece)
                self.last, self.piece, self.moved = raw, piece, True
                yield event
            if after_chunk is not None:
                after_chunk()

    def end(self) -> Iterator[Any]:
        """Take the end of the bytes. Returns the last event if only its blank line is missing.

        Such an event counts only if it is whole and ends the stream, as in the service's own example. Any other event
        may have been cut off.
        """
        left = self.decoder.end()
        if left is not None and not self.ended:
            if left[2] == self._done_mark:
                self._end()
                return
            try:
                kind = self._kind_of(left, loads(left[2]))
            except ValueError:
                return
            if kind is not None and kind.terminal:
                yield from self._slow_path(left)

    @property
    def _done_mark(self) -> bytes | None:
        mark = self._types.done_mark
        return None if mark is None else mark.encode()

    def _slow_path(self, raw: RawEvent, value: Any = _UNREAD) -> Iterator[Any]:
        """Read an event that has no text, is the first of its kind, or is unusual in some way."""
        if raw[2] == self._done_mark:
            self._end()
            return
        problem: ValueError | None = None
        if value is _UNREAD:
            value, problem = _value_of(raw[2])
        else:
            value = with_exact_integers(value, raw[2])
        if problem is None and is_deep(raw[2], value):
            raise self._malformed(raw, _TooDeep())
        kind = self._kind_of(raw, value)
        if kind is None:
            if problem is None or raw[1] or _is_keep_alive("", value):
                yield self._unknown(raw, value)
            elif value.strip():
                raise self._malformed(raw, problem)
            return
        self.last, self.piece, self.moved = raw, None, True
        if kind.name == _ERROR:
            self.ended = True
            raise self._failed(kind, value)
        if problem is not None:
            if value.strip():
                raise self._malformed(raw, problem)
            self.moved = False  # some gateways send an event without data to keep the connection open
            return
        if kind.name in self._with_text:
            value = self._with_whole_characters(value)
        try:
            event = kind.decode(without_halves(value))
        except DecodeError as error:
            raise self._malformed(raw, error) from None
        if kind.name in self._with_text:
            self.piece = self._text_in(value) if isinstance(value, dict) else None
            if self.piece:
                self.accumulator.add_text(self.piece)
            if not self._strict and not self._half:
                self._decoders[kind.name.encode()] = decode = fast_decoder(kind, event)
                self._decoders_in_data[kind.name] = decode
        else:
            self.accumulator.add(kind.name, event)
        if kind.terminal:
            self._end()
        yield event

    def _end(self) -> None:
        self.ended = True
        if self._half:  # its other half never came
            self.piece, self._half = join_halves(self._half), ""
            self.accumulator.add_text(self.piece)

    def _with_whole_characters(self, value: Any) -> Any:
        """The value with the half character that the last text left over, and without one at the end of its own."""
        key = next((key for key in self._types.text if isinstance(value, dict) and isinstance(value.get(key), str)), "")
        if not key:
            return value
        text = self._half + value[key]
        self._half = text[-1] if "\ud800" <= text[-1:] <= "\udbff" else ""
        if self._half:
            self._decoders.clear()  # the next event has to come here too
            self._decoders_in_data.clear()
        return {**value, key: join_halves(text.removesuffix(self._half))}

    def _text_in(self, value: Any) -> str | None:
        for key in self._types.text:
            piece = value.get(key)
            if isinstance(piece, str):
                return piece
        return None

    def _kind_of(self, raw: RawEvent, value: Any) -> EventType | None:
        kind = self._by_name.get(text_of(raw[1]))
        if kind is not None or (raw[1] and raw[1] != b"message"):
            return kind
        if not isinstance(value, dict):
            return None
        named = value.get(_KIND)
        if isinstance(named, str):
            return self._by_name.get(named)
        return next((kind for kind in self._types.types if any(key in value for key in kind.keys)), None)

    def _unknown(self, raw: RawEvent, value: Any) -> UnknownEvent:
        name = text_of(raw[1])
        value = without_halves(value)
        self.last, self.piece = raw, None
        if not _is_keep_alive(name, value):
            self.moved = True
            if self._strict:
                raise StrictError(f"{self.method} {self.path} streamed an event that is not in the spec: {raw[1:]!r}")
        return UnknownEvent(value, name, text_of(raw[2]))

    def _malformed(self, raw: RawEvent, error: ValueError) -> MalformedEventError:
        what = "broken JSON"
        if isinstance(error, (DecodeError, _TooDeep)):
            what = "unexpected data"
        name = f"event {text_of(raw[1])!r}" if raw[1] else "event"
        return MalformedEventError(
            f"the stream of {self.method} {self.path} has an {name} with {what}: {error}", data=raw[2]
        )

    def _failed(self, kind: EventType, value: Any) -> Exception:
        value = self._for_errors(without_halves(value))  # before its text is cut, which may be within the token
        with suppress(DecodeError):
            self.accumulator.add(kind.name, kind.decode(value))
        error = parse_error_body(value)
        if status := status_of_code(error.code):
            return status_error(status, value, method=self.method, path=self.path)
        words = value.strip() if isinstance(value, str) else dumps(with_null_for_nan(value)).decode() if value else ""
        message = error.message or words or "no message"
        return StreamFailedError(
            f"{self.method} {self.path} reports an error in its stream: {message}",
            message=message,
            code=error.code,
            body=value,
        )


def _value_of(data: bytes) -> tuple[Any, ValueError | None]:
    """The JSON value of data, in which characters may be cut in half; or its text, and why it is no JSON."""
    text = text_of(data)  # the SSE standard replaces what is no UTF-8
    try:
        return with_exact_integers(orjson.loads(data), data), None
    except orjson.JSONDecodeError as error:
        try:
            return loads_with_halves(text.encode()), None
        except (ValueError, RecursionError):
            return text, error


def _is_keep_alive(name: str, value: Any) -> bool:
    """Whether an unknown event says no more than that the connection is alive."""
    word = name or (value.get(_KIND) if isinstance(value, dict) else value)
    if isinstance(word, str):
        return word.strip().lower() in _KEEP_ALIVES
    return not name and not value


def _undecided(value: Any) -> Any:
    """Decode an event of a kind that has not been seen before: leave it to the slow path."""


def fast_decoder(kind: EventType, event: Any) -> Callable[[Any], Any]:
    """A decoder that does without the import and the copy of the data that the generated one makes at each call.

    The next event of a union may be of another class, so it is decoded as usual.
    """
    made, decode = type(event), kind.decode
    one_class = getattr(decode, "__annotations__", {}).get("return") == f"models.{made.__name__}"
    if one_class or getattr(decode, "__self__", None) is made:
        decode = getattr(made, "_take", decode)
    return decode


def strict_decoder(kind: EventType) -> Callable[[Any], Any]:
    """A decoder that refuses an event which deviates from the spec."""
    from ..strict import deviations

    def decode(value: Any) -> Any:
        event = kind.decode(value)
        if found := deviations(event):
            what = f"event {kind.name!r}" if kind.name else "a line"
            raise StrictError(f"{what} deviates from the spec: {'; '.join(found)}", deviations=found)
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
