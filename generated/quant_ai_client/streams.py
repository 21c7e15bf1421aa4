# Copied from scripts/generator/runtime/streams.py. Do not edit: change that, and run `make generate`.
"""The streams that methods of the facade return. The caller that sends the requests implements them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import AsyncIterator, Iterator
from types import TracebackType
from typing import Generic, NamedTuple, Self, TypeVar

E_co = TypeVar("E_co", covariant=True)
"""An event, mostly a union."""
R_co = TypeVar("R_co", covariant=True)
"""The reply that the events add up to."""


class ServerSentEvent(NamedTuple):
    """One event of a stream, as the SSE standard dispatches it."""

    event: str
    """The `event` field; "" if there was none, which the standard calls "message"."""
    raw: bytes
    """The data: its lines joined by line feeds."""
    id: str
    """The last event id that the stream had set when it sent this event."""

    @property
    def data(self) -> str:
        """The data as text; invalid UTF-8 is replaced by U+FFFD."""
        return self.raw.decode("utf-8", "replace")


class Stream(Iterator[E_co], Generic[E_co, R_co]):
    """The events of a reply as they arrive.

    Iterate over it for typed events, over `text` for the text alone, or call `final()` for the complete reply. All
    continue from the same position. Use it in a `with` block, so that its connection is closed when you are done.

    A reply of JSON lines is such a stream too: each event is the item of one line, `text` is the lines, and there is no
    complete reply, so that `final()` returns None.

    The request is sent once, when the stream is entered or first read. Another thread may call `close()`, for example
    for a Stop button: the thread that reads then gets a `StreamIncompleteError`.
    """

    @abstractmethod
    def __enter__(self) -> Self: ...

    @abstractmethod
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None: ...

    @property
    @abstractmethod
    def text(self) -> Iterator[str]:
        """The text as it arrives, piece by piece."""

    @property
    @abstractmethod
    def raw_events(self) -> Iterator[ServerSentEvent]:
        """The server-sent events, untyped."""

    @property
    @abstractmethod
    def snapshot(self) -> R_co:
        """What has arrived so far, in the form of the buffered reply. Only once the stream has been opened."""

    @property
    @abstractmethod
    def request_id(self) -> str | None:
        """The request id, to include when you contact support; None before the stream has been opened."""

    @abstractmethod
    def final(self) -> R_co:
        """Read to the end and return the complete reply.

        Raises:
            StreamIncompleteError: The stream ended early, or was closed.
        """

    @abstractmethod
    def close(self) -> None:
        """Close the connection. What has arrived can still be read."""


class AsyncStream(AsyncIterator[E_co], Generic[E_co, R_co]):
    """The events of a reply as they arrive.

    Iterate over it for typed events, use `text` for the text alone, or await `final()` for the complete reply. All of
    them continue from the same position. Use it in an `async with` block, so that its connection is closed when you
    are done.

    A reply of JSON lines is such a stream too: each event is the item of one line, `text` is the lines, and there is no
    complete reply, so that `final()` returns None.

    The request is sent once, when the stream is entered or first read. A read that is cancelled ends the stream: every
    later one raises `StreamIncompleteError`. To do something else while an event takes its time, keep the read in a
    task, and wait for that with `asyncio.wait({task}, timeout=...)`. Another task may call `close()`: the one that
    reads then gets a `StreamIncompleteError`.
    """

    @abstractmethod
    async def __aenter__(self) -> Self: ...

    @abstractmethod
    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None: ...

    @property
    @abstractmethod
    def text(self) -> AsyncIterator[str]:
        """The text as it arrives, piece by piece."""

    @property
    @abstractmethod
    def raw_events(self) -> AsyncIterator[ServerSentEvent]:
        """The server-sent events, untyped."""

    @property
    @abstractmethod
    def snapshot(self) -> R_co:
        """What has arrived so far, in the form of the buffered reply. Only inside the `async with` block."""

    @property
    @abstractmethod
    def request_id(self) -> str | None:
        """The request id, to include when you contact support."""

    @abstractmethod
    async def final(self) -> R_co:
        """Read to the end and return the complete reply.

        Raises:
            StreamIncompleteError: The stream ended early, or was closed.
        """

    @abstractmethod
    async def close(self) -> None:
        """Close the connection. What has arrived can still be read."""

    async def aclose(self) -> None:
        """The same as `close`, for `contextlib.aclosing`."""
        await self.close()
