"""The async stream: typed events, text, raw events, and the reply that they add up to; see `stream` for its rules."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import httpx

from quant_ai_client.streams import AsyncStream, ServerSentEvent

from ..errors import QuantAIError, StatusError, StreamError, StreamIncompleteError
from ..http.discarded import discard_async
from ..http.event_loops import current_loop
from ..http.libraries import http_failures, http_timeouts
from ..http.transport import body_chunks_async
from .expected_reply import ExpectedReply
from .read_limits import limit_reads
from .sse import event_of
from .watchdog import DRAIN_CHUNKS, DRAIN_SECONDS, NOT_OPEN, StreamWatchdog

if TYPE_CHECKING:
    from anyio import CancelScope

    from .events import EventReader
    from .lines import LineReader
    from .read_limits import TimeoutReads, TimerReads

E_co = TypeVar("E_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)


class AsyncHttpStream(AsyncStream[E_co, R_co]):
    __doc__ = AsyncStream.__doc__

    def __init__(self, connect: Callable[[], Awaitable[tuple[StreamWatchdog, httpx.Response]]]) -> None:
        self._connect: Callable[[], Awaitable[tuple[StreamWatchdog, httpx.Response]]] | None = connect
        self._opening: CancelScope | None = None
        self._closed = False
        self._watchdog: StreamWatchdog | None = None
        self._events: _Events | None = None
        self._expected: ExpectedReply | None = None

    def read_into(self, expected: ExpectedReply) -> Self:
        """This stream, whose reply is read into a value of the caller's type."""
        self._expected = expected
        return self

    async def __aenter__(self) -> Self:
        await self._open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        await self.close()

    def __aiter__(self) -> AsyncIterator[E_co]:
        return self._events or self

    async def __anext__(self) -> E_co:
        event: E_co = await anext(self._events or await self._open())
        return event

    @property
    def text(self) -> AsyncIterator[str]:
        """The text as it arrives, piece by piece."""
        return _View(self, lambda reader: reader.piece or None)

    @property
    def raw_events(self) -> AsyncIterator[ServerSentEvent]:
        """The server-sent events, untyped."""
        return _View(self, lambda reader: event_of(reader.last))

    @property
    def snapshot(self) -> R_co:
        """What has arrived so far, in the form of the buffered reply. Only inside the `async with` block."""
        reply: R_co = self._reader.reply()
        if self._expected is not None:
            reply = self._expected.reply(reply, complete=self._is_complete)
        return reply

    @property
    def request_id(self) -> str | None:
        """The request id, to include when you contact support."""
        return self._watchdog.request_id if self._watchdog else None

    async def final(self) -> R_co:
        """Read to the end and return the complete reply.

        Raises:
            StreamIncompleteError: The stream ended early, or was closed.
            ParseError: With `into=`: the reply does not fit.
        """
        async for _ in self._events or await self._open():
            pass
        reply = self.snapshot
        if self._expected is not None:
            self._expected.check(reply)
        return reply

    async def close(self) -> None:
        """Close the connection. What has arrived can still be read."""
        self._closed = True
        if self._opening is not None:
            self._opening.cancel()
        if self._events is not None:
            await self._events.close()

    @property
    def _is_complete(self) -> bool:
        return self._watchdog is not None and self._watchdog.complete

    @property
    def _reader(self) -> EventReader | LineReader:
        if self._watchdog is None:
            raise StreamIncompleteError("the stream has not been opened; use it with `async with`")
        return self._watchdog.reader

    async def _open(self) -> _Events:
        if self._events is None:
            from anyio import CancelScope

            if self._opening is not None:
                raise StreamError("another task is opening this stream")
            connect, self._connect = self._connect, None  # the request is sent once, even if that is interrupted
            if self._closed or connect is None:
                raise StreamIncompleteError(NOT_OPEN)
            try:
                with CancelScope() as self._opening:
                    self._watchdog, response = await connect()
                    self._events = _Events(self._watchdog, response)
            except StatusError as error:
                raise self._expected.refusal(error) if self._expected else error from None
            finally:
                self._opening = None
            if self._events is None:  # close() was called meanwhile
                raise StreamIncompleteError(NOT_OPEN)
            if self._closed:
                await self._events.close()
        return self._events


class _View:
    """One aspect of a stream's events: their text, or the raw events."""

    def __init__(self, stream: AsyncHttpStream[Any, Any], view: Callable[[EventReader | LineReader], Any]) -> None:
        self._stream, self._view = stream, view

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Any:
        events = self._stream._events or await self._stream._open()
        reader = self._stream._reader
        async for _ in events:
            found = self._view(reader)
            if found is not None:
                return found
        raise StopAsyncIteration

    async def aclose(self) -> None:
        """Close the stream, as `contextlib.aclosing` does."""
        await self._stream.close()


class _Events:
    """The events of an open stream, and an error for each read after a failed or interrupted one, or after close().

    An async generator alone would end in silence then.
    """

    def __init__(self, watchdog: StreamWatchdog, response: httpx.Response) -> None:
        self._watchdog, self._response = watchdog, response
        chunks = body_chunks_async(watchdog.attempts, response)
        self._reads = limit_reads(chunks, watchdog)
        self._generator: Any = _read(watchdog, _AsyncResponseCloser(response), chunks, self._reads)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Any:
        try:
            return await anext(self._generator)
        except StopAsyncIteration:
            if self._watchdog.complete:
                raise
        except RuntimeError:
            if not self._generator.ag_running:
                raise
            raise StreamError("another task is reading this stream") from None
        raise self._watchdog.closed_error()

    async def close(self) -> None:
        """Close the connection, and end the read of another task."""
        self._watchdog.stop("was closed")
        if self._generator.ag_running:  # its task closes the response
            self._reads.stop()
            return
        await self._generator.aclose()
        await self._response.aclose()


class _AsyncResponseCloser:
    """Closes a response when the generator that reads it is dropped, even before its first step."""

    _loop: Any = None  # until __init__, which a signal may interrupt

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self._loop = current_loop()

    def __del__(self) -> None:
        if self._loop is not None:
            discard_async(self.response, self._loop)


async def _read(
    watchdog: StreamWatchdog,
    closer: _AsyncResponseCloser,
    chunks: AsyncIterator[bytes],
    reads: TimerReads | TimeoutReads,
) -> AsyncGenerator[Any]:
    from anyio import move_on_after

    reader, response = watchdog.reader, closer.response
    watchdog.start()
    try:
        try:
            async for chunk in reads:
                for event in reader.feed(chunk):
                    yield event
                if reader.ended:
                    break
                watchdog.check()
        except TimeoutError:
            watchdog.raise_timeout()
        except http_timeouts():
            watchdog.raise_timeout()
        except http_failures() as error:
            watchdog.raise_broken(error)
        if not reader.ended:
            for event in reader.end():
                yield event
        if not reader.ended:
            watchdog.raise_incomplete()
        with suppress(*http_failures()), move_on_after(DRAIN_SECONDS):
            for _ in range(DRAIN_CHUNKS):
                if await anext(chunks, None) is None:
                    return
    except QuantAIError as error:
        raise watchdog.add_partial(error) from None
    except BaseException as error:
        if not isinstance(error, GeneratorExit):
            watchdog.stop(f"was interrupted by {type(error).__name__}")
        raise
    finally:
        reads.close()
        await response.aclose()
