"""Streams as users see them: typed events, text, raw events, and the reply that they add up to.

A stream never ends in silence. It ends with the event that its document calls terminal, or with an error that carries
what had arrived; and its connection is closed when the block is left, whichever way, or the object is dropped.

The generator that pumps holds the reader and the response but not the stream, so that no reference cycle keeps the
connection open after the user has let go.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from itertools import islice
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, NoReturn, TypeVar

import httpx

from ..clock import Clock
from ..errors import QuantAIError, StreamIdleError, StreamIncompleteError
from ..http.deadlines import is_bound
from ..http.replies import refusal, unreadable
from .events import EventReader
from .sse import ServerSentEvent
from .watchdog import watched

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
    from types import TracebackType
    from typing import Self

    from quant_ai_client.operation import Operation, Request

    from ..http.attempts import Call, Exchange, Options
    from ..http.deadlines import ReadTimeout

E_co = TypeVar("E_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)

_EVENT_STREAM: Final = "text/event-stream"
# After the event that ends a stream, its body mostly ends too. Read to there, its connection serves the next call; a
# body that goes on is not worth more than so many seconds and pieces.
_LINGER: Final = 0.05
_TAIL: Final = 8


class Pump:
    """What the sync and the async pump share: when to give up, and which error that is. No I/O."""

    def __init__(self, call: Call, reader: EventReader, options: Options, request_id: str | None) -> None:
        self.call, self.reader, self.request_id = call, reader, request_id
        self._idle = options.idle_timeout if options.idle_timeout is not None else inf
        self._now = monotonic if type(options.clock) is Clock else options.clock.monotonic
        self._since = self._end = 0.0
        self.until = 0.0
        """The moment at which reading is to end, on the call's clock."""
        self._timeout: ReadTimeout | None = None

    def start(self) -> None:
        """Begin to count; the call's read timeout gives way to the idle timeout."""
        self._since, self._end = self._now(), self.call.end
        self.until = min(self._since + self._idle, self._end)
        self._timeout = self.call.read_within(self._idle)

    def time_for_read(self) -> float:
        """Seconds that the next read may take."""
        return max(0.0, self.until - self._now())

    def has_read(self) -> None:
        """Some bytes have come, and their events been given. What their taker took counts for nothing.

        Raises:
            StreamIdleError: They were keep-alives, for too long.
            DeadlineError: The call's time is up.
        """
        now = self._now()
        if self.reader.moved:
            self.reader.moved = False
            self._since = now
            self.until = min(now + self._idle, self._end)
            if self._timeout is not None:
                self._timeout.moment = self.until
        if now >= self.until and not self.reader.ended:
            self.timed_out()

    def lingers(self, response: httpx.Response) -> bool:
        """Let what is left of the body come, for a moment; False where nothing would end the wait."""
        if self._timeout is None or not is_bound(response):
            return False
        self._timeout.moment = self._now() + _LINGER
        return True

    def timed_out(self) -> NoReturn:
        """Raise the error for a read that took too long."""
        if self.call.time_left() <= 0:
            self.call.too_late()
        waited = self._now() - self._since
        raise StreamIdleError(f"{self.call.what} streamed nothing new for {waited:.3g} s (idle_timeout)") from None

    def broken(self, error: Exception) -> NoReturn:
        """Raise the error for a connection that broke."""
        told = str(error) or type(error).__name__
        raise StreamIncompleteError(f"the stream of {self.call.what} broke before its end: {told}") from None

    def ran_out(self) -> NoReturn:
        """Raise the error for a stream that just stopped."""
        raise StreamIncompleteError(f"the stream of {self.call.what} stopped before its end")

    def complete(self, error: QuantAIError) -> QuantAIError:
        """Put into an error what had arrived."""
        error.__dict__.update(
            self.call.state,
            request_id=self.request_id,
            partial=self.reader.accumulator.reply(),
            last_event_id=self.reader.decoder.last_event_id,
        )
        return error


def no_stream(operation: Operation[Any], request: Request, exchange: Exchange) -> Exception:
    """The error for a reply that is not an event stream, now that it has been read."""
    if exchange.status_code >= 300:
        return refusal(operation, request, exchange)
    if exchange.status_code == 202:
        return unreadable(operation, request, exchange, "the promise of a reply instead of a stream")
    kind = exchange.headers.get("content-type") or "no content type"
    return unreadable(operation, request, exchange, f"{kind} instead of a stream of events")


def is_stream(response: httpx.Response) -> bool:
    """Whether a reply can be read as events."""
    return response.status_code < 300 and response.headers.get("content-type", "").startswith(_EVENT_STREAM)


class Stream(Generic[E_co, R_co]):
    """Events of a reply as they arrive.

    Iterate it for typed events, `text` for the text alone, or call `final()` for the whole reply; all of them read on
    from the same place. Use it in a `with` block, so that its connection is closed when you are done.
    """

    def __init__(self, opened: Callable[[], tuple[Pump, httpx.Response]]) -> None:
        self._opened = opened
        self._pump: Pump | None = None
        self._response: httpx.Response | None = None
        self._events: Iterator[E_co] | None = None

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[E_co]:
        return self._start()

    def __next__(self) -> E_co:
        return next(self._start())

    @property
    def text(self) -> Iterator[str]:
        """The text as it arrives, a piece at a time."""
        events = self._start()
        reader = self._reader
        return (reader.piece for _ in events if reader.piece)

    @property
    def raw_events(self) -> Iterator[ServerSentEvent]:
        """The events as they stand in the stream, untyped."""
        events = self._start()
        reader = self._reader
        return (ServerSentEvent.of(reader.last) for _ in events)

    @property
    def snapshot(self) -> R_co:
        """What has arrived so far, in the form of the buffered reply."""
        self._start()
        reply: R_co = self._reader.accumulator.reply()
        return reply

    @property
    def request_id(self) -> str | None:
        """What to quote to the service's people."""
        self._start()
        return self._pump.request_id if self._pump else None

    def final(self) -> R_co:
        """Read to the end and give the whole reply.

        Raises:
            StreamIncompleteError: The stream ended before its end; so it does if it was closed.
        """
        for _ in self._start():
            pass
        if not self._reader.ended and self._pump:
            raise self._pump.complete(StreamIncompleteError(f"{self._pump.call.what} was closed before its end"))
        return self.snapshot

    def close(self) -> None:
        """Close the connection; what has arrived stays readable."""
        if self._events is not None:
            self._events.close()  # type: ignore[attr-defined]
        if self._response is not None:
            self._response.close()

    @property
    def _reader(self) -> EventReader:
        assert self._pump is not None
        return self._pump.reader

    def _start(self) -> Iterator[E_co]:
        if self._events is None:
            self._pump, self._response = self._opened()
            self._events = _pumped(self._pump, _Held(self._response))
        return self._events


class _Held:
    """A reply that is closed when the generator that reads it is dropped, even before its first step."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response

    def __del__(self) -> None:
        self.response.close()


def _pumped(pump: Pump, held: _Held) -> Iterator[Any]:
    reader, response = pump.reader, held.response
    pump.start()
    chunks = response.iter_bytes()
    if isinstance(response.stream, httpx.SyncByteStream) and "content-encoding" not in response.headers:
        chunks = iter(response.stream)  # the same, three steps shorter for each chunk
    try:
        try:
            yield from reader.events(chunks, pump.has_read)
        except httpx.TimeoutException:
            pump.timed_out()
        except (httpx.HTTPError, httpx.StreamError) as error:
            pump.broken(error)
        if not reader.ended:
            yield from reader.end()
        if not reader.ended:
            pump.ran_out()
        if pump.lingers(response):
            with suppress(httpx.HTTPError, httpx.StreamError):
                for _ in islice(chunks, _TAIL):
                    pass
    except QuantAIError as error:
        raise pump.complete(error) from None
    finally:
        response.close()


class AsyncStream(Generic[E_co, R_co]):
    """Events of a reply as they arrive.

    Iterate it for typed events, `text` for the text alone, or await `final()` for the whole reply; all of them read on
    from the same place. Use it in an `async with` block, so that its connection is closed when you are done.
    """

    def __init__(self, opened: Callable[[], Awaitable[tuple[Pump, httpx.Response]]]) -> None:
        self._opened = opened
        self._pump: Pump | None = None
        self._response: httpx.Response | None = None
        self._events: AsyncIterator[E_co] | None = None

    async def __aenter__(self) -> Self:
        await self._start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        await self.close()

    def __aiter__(self) -> AsyncIterator[E_co]:
        return self._views(lambda _, event: event) if self._events is None else self._events

    async def __anext__(self) -> E_co:
        return await anext(await self._start())

    @property
    def text(self) -> AsyncIterator[str]:
        """The text as it arrives, a piece at a time."""
        return self._views(lambda reader, _: reader.piece or None)

    @property
    def raw_events(self) -> AsyncIterator[ServerSentEvent]:
        """The events as they stand in the stream, untyped."""
        return self._views(lambda reader, _: ServerSentEvent.of(reader.last))

    @property
    def snapshot(self) -> R_co:
        """What has arrived so far, in the form of the buffered reply; read it inside the `async with` block."""
        reply: R_co = self._reader.accumulator.reply()
        return reply

    @property
    def request_id(self) -> str | None:
        """What to quote to the service's people."""
        return self._pump.request_id if self._pump else None

    async def final(self) -> R_co:
        """Read to the end and give the whole reply.

        Raises:
            StreamIncompleteError: The stream ended before its end; so it does if it was closed.
        """
        async for _ in await self._start():
            pass
        if not self._reader.ended and self._pump:
            raise self._pump.complete(StreamIncompleteError(f"{self._pump.call.what} was closed before its end"))
        return self.snapshot

    async def close(self) -> None:
        """Close the connection; what has arrived stays readable."""
        if self._events is not None:
            await self._events.aclose()  # type: ignore[attr-defined]
        if self._response is not None:
            await self._response.aclose()

    @property
    def _reader(self) -> EventReader:
        if self._pump is None:
            raise StreamIncompleteError("the stream has not been opened; use it with `async with`")
        return self._pump.reader

    async def _start(self) -> AsyncIterator[E_co]:
        if self._events is None:
            self._pump, self._response = await self._opened()
            self._events = _pumped_async(self._pump, _HeldAsync(self._response))
        return self._events

    async def _views(self, view: Callable[[EventReader, Any], Any]) -> AsyncIterator[Any]:
        events = await self._start()
        reader = self._reader
        async for event in events:
            seen = view(reader, event)
            if seen is not None:
                yield seen


class _HeldAsync(_Held):
    """The same, for what only a running loop can close."""

    _closing: ClassVar[set[asyncio.Task[None]]] = set()

    def __del__(self) -> None:
        if self.response.is_closed:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no loop, or another kind: the connection goes with the client
            return
        task = loop.create_task(self.response.aclose())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)


async def _pumped_async(pump: Pump, held: _HeldAsync) -> AsyncIterator[Any]:
    from anyio import move_on_after

    reader, response = pump.reader, held.response
    pump.start()
    chunks = response.aiter_bytes()
    if isinstance(response.stream, httpx.AsyncByteStream) and "content-encoding" not in response.headers:
        chunks = aiter(response.stream)  # the same, three steps shorter for each chunk
    watch = watched(chunks, pump)
    try:
        try:
            async for chunk in watch:
                for event in reader.feed(chunk):
                    yield event
                if reader.ended:
                    break
                pump.has_read()
        except (TimeoutError, httpx.TimeoutException):
            pump.timed_out()
        except (httpx.HTTPError, httpx.StreamError) as error:
            pump.broken(error)
        if not reader.ended:
            for event in reader.end():
                yield event
        if not reader.ended:
            pump.ran_out()
        with suppress(httpx.HTTPError, httpx.StreamError), move_on_after(_LINGER):
            for _ in range(_TAIL):
                if await anext(chunks, None) is None:
                    break
    except QuantAIError as error:
        raise pump.complete(error) from None
    finally:
        watch.close()
        await response.aclose()
