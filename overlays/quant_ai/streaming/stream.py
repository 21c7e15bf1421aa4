"""The sync stream: typed events, text, raw events, and the reply that they add up to.

A stream never ends silently. It ends with the event that the spec calls terminal, or with an error that carries what
had arrived. Its connection is closed when the block is left in any way, or when the object is dropped.

The generator that reads does not refer to the stream, only to its response and watchdog. Without a reference cycle,
the connection is closed as soon as the user drops the stream.

Written by hand beside the async stream: what may be read before the stream is open, and how a dropped response is
closed, truly differ.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import httpx

from ..errors import QuantAIError
from .sse import ServerSentEvent
from .watchdog import DRAIN_CHUNKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType
    from typing import Self

    from .events import EventReader
    from .watchdog import StreamWatchdog

E_co = TypeVar("E_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)


class Stream(Generic[E_co, R_co]):
    """The events of a reply as they arrive.

    Iterate over it for typed events, use `text` for the text alone, or call `final()` for the whole reply. All of them
    continue from the same position. Use it in a `with` block, so that its connection is closed when you are done.
    """

    def __init__(self, connect: Callable[[], tuple[StreamWatchdog, httpx.Response]]) -> None:
        self._connect = connect
        self._watchdog: StreamWatchdog | None = None
        self._response: httpx.Response | None = None
        self._events: Iterator[E_co] | None = None

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

    @property
    def text(self) -> Iterator[str]:
        """The text as it arrives, piece by piece."""
        events = self._open()
        reader = self._reader
        return (reader.piece for _ in events if reader.piece)

    @property
    def raw_events(self) -> Iterator[ServerSentEvent]:
        """The server-sent events, untyped."""
        events = self._open()
        reader = self._reader
        return (ServerSentEvent.of(reader.last) for _ in events)

    @property
    def snapshot(self) -> R_co:
        """What has arrived so far, in the form of the buffered reply."""
        self._open()
        reply: R_co = self._reader.accumulator.reply()
        return reply

    @property
    def request_id(self) -> str | None:
        """The request id, for questions to the service's support."""
        self._open()
        return self._watchdog.request_id if self._watchdog else None

    def final(self) -> R_co:
        """Read to the end and return the whole reply.

        Raises:
            StreamIncompleteError: The stream stopped, or was closed, before its end.
        """
        for _ in self._open():
            pass
        if not self._reader.ended and self._watchdog:
            raise self._watchdog.closed_error()
        return self.snapshot

    def close(self) -> None:
        """Close the connection. What has arrived can still be read."""
        if self._events is not None:
            self._events.close()  # type: ignore[attr-defined]
        if self._response is not None:
            self._response.close()

    @property
    def _reader(self) -> EventReader:
        assert self._watchdog is not None
        return self._watchdog.reader

    def _open(self) -> Iterator[E_co]:
        if self._events is None:
            self._watchdog, self._response = self._connect()
            self._events = _read(self._watchdog, _ResponseCloser(self._response))
        return self._events


class _ResponseCloser:
    """Closes a response when the generator that reads it is dropped, even before its first step."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response

    def __del__(self) -> None:
        self.response.close()


def _read(watchdog: StreamWatchdog, closer: _ResponseCloser) -> Iterator[Any]:
    reader, response = watchdog.reader, closer.response
    watchdog.start()
    chunks = response.iter_bytes()
    if isinstance(response.stream, httpx.SyncByteStream) and "content-encoding" not in response.headers:
        chunks = iter(response.stream)  # the same bytes, with fewer steps for each chunk
    try:
        try:
            yield from reader.events(chunks, watchdog.check)
        except httpx.TimeoutException:
            watchdog.raise_timeout()
        except (httpx.HTTPError, httpx.StreamError) as error:
            watchdog.raise_broken(error)
        if not reader.ended:
            yield from reader.end()
        if not reader.ended:
            watchdog.raise_incomplete()
        if watchdog.may_drain(response):
            with suppress(httpx.HTTPError, httpx.StreamError):
                for _ in islice(chunks, DRAIN_CHUNKS):
                    pass
    except QuantAIError as error:
        raise watchdog.add_partial(error) from None
    finally:
        response.close()
