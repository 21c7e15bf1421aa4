"""The interface between the facade and the code that sends its calls.

The classes in `resources` know nothing about transport. Each method builds a request and passes it, with its operation,
to a caller. A caller is any object with these methods; the quant_ai package has the usual one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence
    from types import TracebackType

    from .operation import Operation, Request
    from .pages import AsyncPaginator, Page

T = TypeVar("T")
"""A success reply."""
Q = TypeVar("Q")
"""The reply that accepts a job."""
E = TypeVar("E")
"""An event of a stream, mostly a union."""
R = TypeVar("R")
"""The reply that a finished stream adds up to; the reply that a page was read from."""
X = TypeVar("X")
"""An item of a page."""
T_co = TypeVar("T_co", covariant=True)
Q_co = TypeVar("Q_co", covariant=True)
E_co = TypeVar("E_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)


class EventStream(Protocol[E_co, R_co]):
    """Events as they arrive; use it as a context manager so that its connection is closed."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None: ...

    def __iter__(self) -> Iterator[E_co]: ...

    @property
    def text(self) -> Iterator[str]:
        """The text as it arrives, a piece at a time."""
        ...

    @property
    def raw_events(self) -> Iterator[Any]:
        """The server-sent events, decoded but without types."""
        ...

    @property
    def snapshot(self) -> R_co:
        """What has arrived so far, as an unfinished reply."""
        ...

    def final(self) -> R_co:
        """Read to the end and return the whole reply."""
        ...

    def close(self) -> None:
        """Close the connection; what has arrived stays readable."""
        ...


class AsyncEventStream(Protocol[E_co, R_co]):
    """Events as they arrive; use it as an async context manager so that its connection is closed."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None: ...

    def __aiter__(self) -> AsyncIterator[E_co]: ...

    @property
    def text(self) -> AsyncIterator[str]:
        """The text as it arrives, a piece at a time."""
        ...

    @property
    def raw_events(self) -> AsyncIterator[Any]:
        """The server-sent events, decoded but without types."""
        ...

    @property
    def snapshot(self) -> R_co:
        """What has arrived so far, as an unfinished reply."""
        ...

    async def final(self) -> R_co:
        """Read to the end and return the whole reply."""
        ...

    async def close(self) -> None:
        """Close the connection; what has arrived stays readable."""
        ...


class Job(Protocol[Q_co, T_co]):
    """A job that the service has accepted."""

    @property
    def reply(self) -> Q_co:
        """The reply that accepted it."""
        ...

    @property
    def id(self) -> str:
        """The id to poll with, also in another process."""
        ...

    def poll(self) -> T_co:
        """Read its state once."""
        ...

    def wait(
        self,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[T_co], object] | None = None,
    ) -> T_co:
        """Poll until it has ended."""
        ...


class AsyncJob(Protocol[Q_co, T_co]):
    """A job that the service has accepted."""

    @property
    def reply(self) -> Q_co:
        """The reply that accepted it."""
        ...

    @property
    def id(self) -> str:
        """The id to poll with, also in another process."""
        ...

    async def poll(self) -> T_co:
        """Read its state once."""
        ...

    async def wait(
        self,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[T_co], object] | None = None,
    ) -> T_co:
        """Poll until it has ended."""
        ...


class Caller(Protocol):
    """Sends the calls of the facade."""

    def call(self, operation: Operation[T], request: Request, /) -> T:
        """Send the request and return the decoded reply."""
        ...

    def stream(
        self, operation: Operation[E], request: Request, reply: Callable[[], type[R]] | None = None, /
    ) -> EventStream[E, R]:
        """Send the request and read the reply as events; `reply` imports the model that they add up to."""
        ...

    def start(
        self, operation: Operation[Q], request: Request, poll: Callable[[Q], tuple[Operation[T], Request]], /
    ) -> Job[Q, T]:
        """Send a request that starts a job; `poll` says how to read its state."""
        ...

    def wait(
        self,
        operation: Operation[T],
        request: Request,
        /,
        *,
        deadline: float | None,
        interval: float | None,
        on_update: Callable[[T], object] | None,
    ) -> T:
        """Poll with a call until it reads a final state."""
        ...

    def page(self, operation: Operation[R], request: Request, items: Callable[[R], Sequence[X]], /) -> Page[X, R]:
        """Send a request that reads one page of a list."""
        ...


class AsyncCaller(Protocol):
    """Sends the calls of the async facade."""

    async def call(self, operation: Operation[T], request: Request, /) -> T:
        """Send the request and return the decoded reply."""
        ...

    def stream(
        self, operation: Operation[E], request: Request, reply: Callable[[], type[R]] | None = None, /
    ) -> AsyncEventStream[E, R]:
        """Send the request and read the reply as events; `reply` imports the model that they add up to."""
        ...

    async def start(
        self, operation: Operation[Q], request: Request, poll: Callable[[Q], tuple[Operation[T], Request]], /
    ) -> AsyncJob[Q, T]:
        """Send a request that starts a job; `poll` says how to read its state."""
        ...

    async def wait(
        self,
        operation: Operation[T],
        request: Request,
        /,
        *,
        deadline: float | None,
        interval: float | None,
        on_update: Callable[[T], object] | None,
    ) -> T:
        """Poll with a call until it reads a final state."""
        ...

    def page(
        self, operation: Operation[R], request: Request, items: Callable[[R], Sequence[X]], /
    ) -> AsyncPaginator[X, R]:
        """A list that is read a page at a time, starting with this request."""
        ...
