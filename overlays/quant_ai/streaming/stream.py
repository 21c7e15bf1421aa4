"""The sync stream: typed events, text, raw events, and the reply that they add up to.

A stream never ends silently. It ends with the event that the spec calls terminal, or with an error that carries what
had arrived. After an error, after a read that was interrupted, or after `close()`, every further read is an error too.
Its connection is closed when the block is left in any way, or when the object is dropped.

The generator that reads does not refer to the stream, only to its response and watchdog. Without a reference cycle,
the connection is closed as soon as the user drops the stream.

Written by hand beside the async stream: what may be read before the stream is open, and how a dropped response is
closed, truly differ.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import httpx

from quant_ai_client.streams import ServerSentEvent, Stream

from ..errors import QuantAIError, StatusError, StreamIncompleteError
from ..http.discarded import discard
from ..http.interrupts import Interrupt, shut_down_response
from ..http.libraries import http_failures, http_timeouts
from ..http.transport import body_chunks
from .expected_reply import ExpectedReply
from .sse import event_of
from .watchdog import DRAIN_CHUNKS, NOT_OPEN, StreamWatchdog

if TYPE_CHECKING:
    from .events import EventReader
    from .lines import LineReader

E_co = TypeVar("E_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)


class HttpStream(Stream[E_co, R_co]):
    __doc__ = Stream.__doc__

    def __init__(self, connect: Callable[[], tuple[StreamWatchdog, httpx.Response]]) -> None:
        self._connect: Callable[[], tuple[StreamWatchdog, httpx.Response]] | None = connect
        self._opening = Lock()
        self._interrupt = Interrupt()
        self._closed = False
        self._watchdog: StreamWatchdog | None = None
        self._response: httpx.Response | None = None
        self._generator: Generator[E_co] | None = None
        self._events: Iterator[E_co] | None = None
        self._expected: ExpectedReply | None = None

    def read_into(self, expected: ExpectedReply) -> Self:
        """This stream, whose reply is read into a value of the caller's type."""
        self._expected = expected
        return self

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[E_co]:
        return self._open()

    def __next__(self) -> E_co:
        return next(self._open())

    # The views are built of map and filter because, unlike a generator, they survive an exception in a read. Looking at
    # one, as debuggers and mocks do, does not send the request.

    @property
    def text(self) -> Iterator[str]:
        """The text as it arrives, piece by piece."""
        if self._events is None:
            return _Unopened(self, "text")
        reader = self._reader

        def piece(_: object) -> str | None:
            return reader.piece

        return filter(None, map(piece, self._events))

    @property
    def raw_events(self) -> Iterator[ServerSentEvent]:
        """The server-sent events, untyped."""
        if self._events is None:
            return _Unopened(self, "raw_events")
        reader = self._reader

        def raw(_: object) -> ServerSentEvent:
            return event_of(reader.last)

        return map(raw, self._events)

    @property
    def snapshot(self) -> R_co:
        """What has arrived so far, in the form of the buffered reply. Only once the stream has been opened."""
        reply: R_co = self._reader.reply()
        if self._expected is not None:
            reply = self._expected.reply(reply, complete=self._is_complete)
        return reply

    @property
    def request_id(self) -> str | None:
        """The request id, to include when you contact support; None before the stream has been opened."""
        return self._watchdog.request_id if self._watchdog else None

    def final(self) -> R_co:
        """Read to the end and return the complete reply.

        Raises:
            StreamIncompleteError: The stream ended early, or was closed.
            ParseError: With `into=`: the reply does not fit.
        """
        for _ in self._open():
            pass
        reply = self.snapshot
        if self._expected is not None:
            self._expected.check(reply)
        return reply

    def close(self) -> None:
        """Close the connection. What has arrived can still be read."""
        self._closed = True
        if self._watchdog is None or self._generator is None or self._response is None:
            self._interrupt.interrupt("the stream was closed")  # another thread may be opening it
            return
        self._watchdog.stop("was closed")
        try:
            self._generator.close()
        except ValueError:  # another thread is reading; it closes the response when its read ends
            shut_down_response(self._response)
        else:
            self._response.close()

    @property
    def _is_complete(self) -> bool:
        return self._watchdog is not None and self._watchdog.complete

    @property
    def _reader(self) -> EventReader | LineReader:
        if self._watchdog is None:
            raise StreamIncompleteError("the stream has not been opened; use it with `with`, or read it")
        return self._watchdog.reader

    def _open(self) -> Iterator[E_co]:
        return self._events or self._send()

    def _send(self) -> Iterator[E_co]:
        with self._opening:  # two threads must not send the request twice
            if self._events is None:
                connect, self._connect = self._connect, None  # nor a second attempt after an interrupted first one
                if self._closed or connect is None:
                    raise StreamIncompleteError(NOT_OPEN)
                try:
                    with self._interrupt.running():
                        watchdog, response = connect()
                except QuantAIError as error:
                    if self._closed:
                        raise StreamIncompleteError(NOT_OPEN) from None
                    if self._expected is not None and isinstance(error, StatusError):
                        raise self._expected.refusal(error) from None
                    raise
                self._watchdog, self._response = watchdog, response
                self._generator = _read(watchdog, _ResponseCloser(response))
                self._events = chain.from_iterable(_parts(watchdog, self._generator))
                if self._closed:
                    self.close()
        return self._events


class _Unopened(Iterator[Any]):
    """A view of a stream that opens the stream when it is first read."""

    def __init__(self, stream: HttpStream[Any, Any], name: str) -> None:
        self._stream, self._name = stream, name
        self._view: Iterator[Any] | None = None

    def __next__(self) -> Any:
        view = self._view
        if view is None:
            self._stream._open()
            view = self._view = getattr(self._stream, self._name)
        return next(view)


class _ResponseCloser:
    """Ends the connection of a response when the generator that reads it is dropped, even before its first step.

    Closing a response takes a lock of the connection pool. The garbage collector may run while that very lock is held,
    so `__del__` only shuts the socket down, and leaves the rest to the next call.
    """

    _process = 0  # until __init__, which a signal may interrupt

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self._process = os.getpid()

    def __del__(self) -> None:
        if self._process and not self.response.is_closed:
            if self._process == os.getpid():  # after a fork the connection is the parent's
                shut_down_response(self.response)
            discard(self.response)


def _parts(watchdog: StreamWatchdog, events: Iterable[Any]) -> Iterator[Iterable[Any]]:
    """The events, and after them an error for each further read, unless the stream is complete."""
    yield events
    while not watchdog.complete:
        yield _closed(watchdog)


def _closed(watchdog: StreamWatchdog) -> Iterator[Any]:
    raise watchdog.closed_error()
    yield


def _read(watchdog: StreamWatchdog, closer: _ResponseCloser) -> Generator[Any]:
    reader, response = watchdog.reader, closer.response
    watchdog.start()
    try:
        chunks = body_chunks(watchdog.attempts, response)
        try:
            yield from reader.events(chunks, watchdog.check)
        except http_timeouts():
            watchdog.raise_timeout()
        except http_failures() as error:
            watchdog.raise_broken(error)
        if not reader.ended:
            yield from reader.end()
        if not reader.ended:
            watchdog.raise_incomplete()
        if watchdog.may_drain(response):
            with suppress(*http_failures()):
                for _ in islice(chunks, DRAIN_CHUNKS):
                    pass
    except GeneratorExit:  # by close(), which closes the response too, or by dropping the generator
        raise
    except QuantAIError as error:
        response.close()
        raise watchdog.add_partial(error) from None
    except BaseException as error:
        watchdog.stop(f"was interrupted by {type(error).__name__}")
        response.close()
        raise
    response.close()
