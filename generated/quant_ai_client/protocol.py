# Copied from scripts/generator/runtime/protocol.py. Do not edit: change that, and run `make generate`.
"""The interface between the facade and the code that sends its calls.

The classes in `resources` know nothing about transport. Each method builds a request and passes it, with its operation,
to a caller. A caller is any object with these methods; the quant_ai package has the usual one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .jobs import AsyncJob, Job
    from .operation import Operation, Request
    from .pages import AsyncPaginator, Page
    from .streams import AsyncStream, Stream

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


class Caller(Protocol):
    """Sends the calls of the facade."""

    def call(self, operation: Operation[T], request: Request, /) -> T:
        """Send the request and return the decoded reply."""
        ...

    def stream(
        self, operation: Operation[E], request: Request, reply: Callable[[], type[R]] | None = None, /
    ) -> Stream[E, R]:
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
    ) -> AsyncStream[E, R]:
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
