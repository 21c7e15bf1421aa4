"""The facade's callers: calls, streams, jobs, waits and pages over a transport."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import orjson

from .errors import QuantAIError
from .http.attempts import request_id_of
from .http.replies import decode
from .http.retry import retry_after
from .jobs.pagination import AsyncPage, Page, next_request
from .jobs.polling import NOT_FOUND_GRACE, AsyncJob, Job, Waiting, to_poll
from .streaming.accumulation import Accumulator
from .streaming.events import EventReader
from .streaming.stream import AsyncStream, Pump, Stream, is_stream, no_stream

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import httpx

    from quant_ai_client.operation import Operation, Request

    from .clock import Clock
    from .http.attempts import Call, Exchange
    from .http.transport import AsyncTransport, Transport

T = TypeVar("T")
Q = TypeVar("Q")
E = TypeVar("E")
R = TypeVar("R")
I = TypeVar("I")  # noqa: E741


class SyncCaller:
    """Sends the calls of `QuantAI`."""

    def __init__(self, transport: Transport) -> None:
        self.transport = transport

    def exchange(self, operation: Operation[Any], request: Request, deadline: float | None = None) -> Exchange:
        """Send a call and give the reply as it came; within a closer deadline than the client's, where one is given."""
        return self.transport.send(operation, request, deadline)

    def call(self, operation: Operation[T], request: Request, /) -> T:
        """Send a call and give the decoded reply."""
        exchange = self.exchange(operation, request)
        return decode(operation, request, exchange, strict=self.transport.options.strict)

    def stream(
        self, operation: Operation[E], request: Request, reply: Callable[[], type[R]] | None = None, /
    ) -> Stream[E, R]:
        """Send a call and read the reply as events, from the moment that the stream is entered."""
        transport = self.transport

        def opened() -> tuple[Pump, httpx.Response]:
            call, response = transport.open(operation, request)
            if not is_stream(response):
                exchange = transport.read(call, response)
                raise no_stream(operation, request, exchange)
            return _pump(operation, call, response, reply, transport), response

        return Stream(opened)

    def start(
        self, operation: Operation[Q], request: Request, poll: Callable[[Q], tuple[Operation[T], Request]], /
    ) -> Job[Q, T]:
        """Send what the service does later."""
        reply = self.call(operation, request)
        return Job(reply, *poll(reply), self.call, partial(self.wait, not_found_grace=NOT_FOUND_GRACE))

    def wait(
        self,
        operation: Operation[T],
        request: Request,
        /,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[T], object] | None = None,
        not_found_grace: float = 0.0,
    ) -> T:
        """Repeat a call until the state that it reads is a last one.

        Args:
            operation: Reads the state.
            request: The call; the URL to poll may stand in place of an id.
            deadline: Seconds after which to give up; None for what the document suggests.
            interval: Seconds between calls, in place of growing ones.
            on_update: Called with every state that was read.
            not_found_grace: Seconds for which the job may be unknown, as one that was just accepted.
        """
        clock = self.transport.options.clock
        request = to_poll(operation, request, self.transport.service.resolve)
        waiting = _waiting(operation, request, clock, deadline, interval, not_found_grace)
        asked: float | None = None
        while True:
            clock.sleep(waiting.pause(asked))
            try:
                exchange = self.exchange(operation, request, waiting.time_left())
                state = decode(operation, request, exchange, strict=self.transport.options.strict)
            except QuantAIError as error:
                asked = waiting.failed(error)
                continue
            try:
                ended = waiting.read(state)
            finally:
                if on_update is not None:
                    on_update(state)
            if ended:
                return state
            asked = retry_after(exchange.headers, clock.time())

    def page(self, operation: Operation[R], request: Request, items: Callable[[R], Sequence[I]], /) -> Page[I, R]:
        """Send a call that reads one page of a list."""
        exchange = self.exchange(operation, request)
        reply = decode(operation, request, exchange, strict=self.transport.options.strict)
        found = items(reply) or []
        return Page(
            found,
            reply,
            _following(operation, request, exchange, len(found)),
            lambda following: self.page(operation, following, items),
        )


class AsyncCaller:
    """Sends the calls of `AsyncQuantAI`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self.transport = transport

    async def exchange(self, operation: Operation[Any], request: Request, deadline: float | None = None) -> Exchange:
        """Send a call and give the reply as it came; within a closer deadline than the client's, where one is given."""
        return await self.transport.send(operation, request, deadline)

    async def call(self, operation: Operation[T], request: Request, /) -> T:
        """Send a call and give the decoded reply."""
        exchange = await self.exchange(operation, request)
        return decode(operation, request, exchange, strict=self.transport.options.strict)

    def stream(
        self, operation: Operation[E], request: Request, reply: Callable[[], type[R]] | None = None, /
    ) -> AsyncStream[E, R]:
        """Send a call and read the reply as events, from the moment that the stream is entered."""
        transport = self.transport

        async def opened() -> tuple[Pump, httpx.Response]:
            call, response = await transport.open(operation, request)
            if not is_stream(response):
                exchange = await transport.read(call, response)
                raise no_stream(operation, request, exchange)
            return _pump(operation, call, response, reply, transport), response

        return AsyncStream(opened)

    async def start(
        self, operation: Operation[Q], request: Request, poll: Callable[[Q], tuple[Operation[T], Request]], /
    ) -> AsyncJob[Q, T]:
        """Send what the service does later."""
        reply = await self.call(operation, request)
        return AsyncJob(reply, *poll(reply), self.call, partial(self.wait, not_found_grace=NOT_FOUND_GRACE))

    async def wait(
        self,
        operation: Operation[T],
        request: Request,
        /,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[T], object] | None = None,
        not_found_grace: float = 0.0,
    ) -> T:
        """Repeat a call until the state that it reads is a last one.

        Args:
            operation: Reads the state.
            request: The call; the URL to poll may stand in place of an id.
            deadline: Seconds after which to give up; None for what the document suggests.
            interval: Seconds between calls, in place of growing ones.
            on_update: Called with every state that was read.
            not_found_grace: Seconds for which the job may be unknown, as one that was just accepted.
        """
        clock = self.transport.options.clock
        request = to_poll(operation, request, self.transport.service.resolve)
        waiting = _waiting(operation, request, clock, deadline, interval, not_found_grace)
        asked: float | None = None
        while True:
            await clock.sleep_async(waiting.pause(asked))
            try:
                exchange = await self.exchange(operation, request, waiting.time_left())
                state = decode(operation, request, exchange, strict=self.transport.options.strict)
            except QuantAIError as error:
                asked = waiting.failed(error)
                continue
            try:
                ended = waiting.read(state)
            finally:
                if on_update is not None:
                    on_update(state)
            if ended:
                return state
            asked = retry_after(exchange.headers, clock.time())

    async def page(
        self, operation: Operation[R], request: Request, items: Callable[[R], Sequence[I]], /
    ) -> AsyncPage[I, R]:
        """Send a call that reads one page of a list."""
        exchange = await self.exchange(operation, request)
        reply = decode(operation, request, exchange, strict=self.transport.options.strict)
        found = items(reply) or []
        return AsyncPage(
            found,
            reply,
            _following(operation, request, exchange, len(found)),
            lambda following: self.page(operation, following, items),
        )


class RawReply(NamedTuple, Generic[T]):
    """A decoded reply, beside what it was decoded from."""

    parsed: T
    status_code: int
    headers: Mapping[str, str]
    request_id: str | None
    content: bytes
    attempts: int
    """How often the request was tried."""


class RecordingCaller(SyncCaller):
    """Remembers the last reply that it read."""

    last: Exchange | None = None

    def exchange(self, operation: Operation[Any], request: Request, deadline: float | None = None) -> Exchange:
        """Send a call and give the reply as it came."""
        self.last = super().exchange(operation, request, deadline)
        return self.last


class AsyncRecordingCaller(AsyncCaller):
    """Remembers the last reply that it read."""

    last: Exchange | None = None

    async def exchange(self, operation: Operation[Any], request: Request, deadline: float | None = None) -> Exchange:
        """Send a call and give the reply as it came."""
        self.last = await super().exchange(operation, request, deadline)
        return self.last


def raw_reply(parsed: T, exchange: Exchange | None) -> RawReply[T]:
    """The decoded reply beside what it was decoded from.

    Raises:
        TypeError: There was none: the method does not read a reply when it is called.
    """
    if exchange is None:
        raise TypeError("this method reads no reply when it is called; a stream has raw_events instead")
    status_code, headers, content, attempts, request_id = exchange
    return RawReply(parsed, status_code, headers, request_id, content, attempts)


def _pump(
    operation: Operation[Any],
    call: Call,
    response: httpx.Response,
    reply: Callable[[], type[Any]] | None,
    transport: Transport | AsyncTransport,
) -> Pump:
    types = operation.events
    if types is None:
        raise TypeError(f"{operation.id} has no event stream")
    reader = EventReader(
        types, Accumulator(types, reply), method=call.method, path=call.path, strict=transport.options.strict
    )
    return Pump(call, reader, transport.options, request_id_of(response.headers))


def _waiting(
    operation: Operation[T],
    request: Request,
    clock: Clock,
    deadline: float | None,
    interval: float | None,
    not_found_grace: float,
) -> Waiting[T]:
    if operation.polling is None:
        raise TypeError(f"{operation.id} does not read the state of a job")
    what = f"the job at {request.path}"
    return Waiting(
        operation.polling, clock, what, deadline=deadline, interval=interval, not_found_grace=not_found_grace
    )


def _following(operation: Operation[Any], request: Request, exchange: Exchange, count: int) -> Request | None:
    if operation.pagination is None:
        return None
    value = None if operation.pagination.style == "offset" else orjson.loads(exchange.content)
    return next_request(operation.pagination, request, value, count)
