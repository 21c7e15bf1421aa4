"""The async stream: typed events, text, raw events, and the reply that they add up to; see `stream` for its rules."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

import httpx

from ..errors import QuantAIError, StreamIncompleteError
from .read_limits import limit_reads
from .sse import ServerSentEvent
from .watchdog import DRAIN_CHUNKS, DRAIN_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from types import TracebackType
    from typing import Self

    from .events import EventReader
    from .watchdog import StreamWatchdog

E_co = TypeVar("E_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)


class AsyncStream(Generic[E_co, R_co]):
    """The events of a reply as they arrive.

    Iterate over it for typed events, use `text` for the text alone, or await `final()` for the whole reply. All of
    them continue from the same position. Use it in an `async with` block, so that its connection is closed when you
    are done.
    """

    def __init__(self, connect: Callable[[], Awaitable[tuple[StreamWatchdog, httpx.Response]]]) -> None:
        self._connect = connect
        self._watchdog: StreamWatchdog | None = None
        self._response: httpx.Response | None = None
        self._events: AsyncIterator[E_co] | None = None

    async def __aenter__(self) -> Self:
        await self._open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        await self.close()

    def __aiter__(self) -> AsyncIterator[E_co]:
        return self._view(lambda _, event: event) if self._events is None else self._events

    async def __anext__(self) -> E_co:
        return await anext(await self._open())

    @property
    def text(self) -> AsyncIterator[str]:
        """The text as it arrives, piece by piece."""
        return self._view(lambda reader, _: reader.piece or None)

    @property
    def raw_events(self) -> AsyncIterator[ServerSentEvent]:
        """The server-sent events, untyped."""
        return self._view(lambda reader, _: ServerSentEvent.of(reader.last))

    @property
    def snapshot(self) -> R_co:
        """What has arrived so far, in the form of the buffered reply. Only inside the `async with` block."""
        reply: R_co = self._reader.accumulator.reply()
        return reply

    @property
    def request_id(self) -> str | None:
        """The request id, for questions to the service's support."""
        return self._watchdog.request_id if self._watchdog else None

    async def final(self) -> R_co:
        """Read to the end and return the whole reply.

        Raises:
            StreamIncompleteError: The stream stopped, or was closed, before its end.
        """
        async for _ in await self._open():
            pass
        if not self._reader.ended and self._watchdog:
            raise self._watchdog.closed_error()
        return self.snapshot

    async def close(self) -> None:
        """Close the connection. What has arrived can still be read."""
        if self._events is not None:
            await self._events.aclose()  # type: ignore[attr-defined]
        if self._response is not None:
            await self._response.aclose()

    @property
    def _reader(self) -> EventReader:
        if self._watchdog is None:
            raise StreamIncompleteError("the stream has not been opened; use it with `async with`")
        return self._watchdog.reader

    async def _open(self) -> AsyncIterator[E_co]:
        if self._events is None:
            self._watchdog, self._response = await self._connect()
            self._events = _read(self._watchdog, _AsyncResponseCloser(self._response))
        return self._events

    async def _view(self, view: Callable[[EventReader, Any], Any]) -> AsyncIterator[Any]:
        events = await self._open()
        reader = self._reader
        async for event in events:
            found = view(reader, event)
            if found is not None:
                yield found


class _AsyncResponseCloser:
    """Closes a response when the generator that reads it is dropped, even before its first step."""

    _closing: ClassVar[set[asyncio.Task[None]]] = set()

    def __init__(self, response: httpx.Response) -> None:
        self.response = response

    def __del__(self) -> None:
        if self.response.is_closed:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no loop, or not asyncio's: the client will close the connection
            return
        task = loop.create_task(self.response.aclose())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)


async def _read(watchdog: StreamWatchdog, closer: _AsyncResponseCloser) -> AsyncIterator[Any]:
    from anyio import move_on_after

    reader, response = watchdog.reader, closer.response
    watchdog.start()
    chunks = response.aiter_bytes()
    if isinstance(response.stream, httpx.AsyncByteStream) and "content-encoding" not in response.headers:
        chunks = aiter(response.stream)  # the same bytes, with fewer steps for each chunk
    reads = limit_reads(chunks, watchdog)
    try:
        try:
            async for chunk in reads:
                for event in reader.feed(chunk):
                    yield event
                if reader.ended:
                    break
                watchdog.check()
        except (TimeoutError, httpx.TimeoutException):
            watchdog.raise_timeout()
        except (httpx.HTTPError, httpx.StreamError) as error:
            watchdog.raise_broken(error)
        if not reader.ended:
            for event in reader.end():
                yield event
        if not reader.ended:
            watchdog.raise_incomplete()
        with suppress(httpx.HTTPError, httpx.StreamError), move_on_after(DRAIN_SECONDS):
            for _ in range(DRAIN_CHUNKS):
                if await anext(chunks, None) is None:
                    break
    except QuantAIError as error:
        raise watchdog.add_partial(error) from None
    finally:
        reads.close()
        await response.aclose()
