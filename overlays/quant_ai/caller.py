# Derived from async_caller.py by `make generate`; do not edit.
"""Send the calls of generated resources: single calls, streams, jobs, waits and pages."""

from __future__ import annotations

from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from quant_ai_client.jobs import Job
from quant_ai_client.pages import Page

from .callbacks import callback
from .connected import Connected
from .errors import QuantAIError
from .http.replies import decode, unreadable
from .http.retry import retry_after
from .jobs.pagination import NextPage, Trail, next_request
from .jobs.polling import NOT_FOUND_GRACE, PollSchedule, job_id, poll_request

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import httpx

    from quant_ai_client.operation import Operation, Request
    from quant_ai_client.streams import Stream

    from .http.hidden_token import ErrorsWithoutToken
    from .http.replies import HttpReply
    from .http.transport import Transport
    from .streaming.watchdog import StreamWatchdog

T = TypeVar("T")
Q = TypeVar("Q")
E = TypeVar("E")
R = TypeVar("R")
I = TypeVar("I")  # noqa: E741


class Caller(Connected):
    """Sends the calls of a `QuantAI`."""

    def __init__(self, transport: Transport, capabilities: dict[str, bool] | None = None) -> None:
        self.transport = transport
        self.capabilities: dict[str, bool] = {} if capabilities is None else capabilities
        """Whether models can follow a JSON Schema, by id, as far as replies have said so."""

    def within(self, seconds: float) -> Caller:
        """A caller whose calls, streams included, take at most so many seconds."""
        other, transport = copy(self), copy(self.transport)
        present = transport.options.deadline
        transport.options = transport.options._replace(deadline=min(seconds, seconds if present is None else present))
        other.transport = transport
        return other

    @property
    def errors_without_token(self) -> ErrorsWithoutToken:
        """A block for each call, whose errors do not show the token."""
        return self.transport.endpoint.errors_without_token

    def send(self, operation: Operation[Any], request: Request, deadline: float | None = None) -> HttpReply:
        """Send a call and return its reply undecoded.

        Args:
            operation: The operation to call.
            request: The parts of the request.
            deadline: Seconds for the whole call, if that is less than the client's own deadline.
        """
        return self.transport.send(operation, self._complete(operation, request), deadline)

    def call(self, operation: Operation[T], request: Request, /) -> T:
        """Send a call and return its decoded reply."""
        with self.errors_without_token:
            reply = self.send(operation, request)
            return decode(operation, request, reply, strict=self.transport.options.strict)

    def stream(
        self, operation: Operation[E], request: Request, reply: Callable[[], type[R]] | None = None, /
    ) -> Stream[E, R]:
        """A stream of events, which is opened when it is entered or first read."""
        # Loaded here, so that a program without streams does not load them.
        from .streaming.stream import HttpStream
        from .streaming.watchdog import StreamWatchdog, can_be_read, not_a_stream

        transport = self.transport
        request = self._complete(operation, request)

        def connect() -> tuple[StreamWatchdog, httpx.Response]:
            with transport.endpoint.errors_without_token:
                attempts, response = transport.open(operation, request)
                if not can_be_read(operation, response):
                    raise not_a_stream(operation, request, transport.read(attempts, response))
                return StreamWatchdog(operation, attempts, transport.options, response, reply), response

        return HttpStream(connect)

    def start(
        self, operation: Operation[Q], request: Request, poll: Callable[[Q], tuple[Operation[T], Request]], /
    ) -> Job[Q, T]:
        """Send a call that starts a job.

        Raises:
            ReplyError: The reply accepts the job without its id. The error has the reply, since the job may be running.
        """
        with self.errors_without_token:
            accepted = self.send(operation, request)
            reply = decode(operation, request, accepted, strict=self.transport.options.strict)
            try:
                polled = poll(reply)
            except ValueError:
                raise unreadable(operation, request, accepted, "a job, but without the id to wait for it") from None
            return self.job(reply, *polled, not_found_grace=NOT_FOUND_GRACE)

    def job(self, reply: Q, operation: Operation[T], request: Request, *, not_found_grace: float = 0.0) -> Job[Q, T]:
        """A job whose state this request reads."""
        wait = partial(self.wait, operation, request, not_found_grace=not_found_grace)
        return Job(reply, job_id(operation, request), partial(self.call, operation, request), wait)

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
        """Poll a job until it has ended or waits for its caller.

        Args:
            operation: Reads the job's state.
            request: The request that reads it, made with the job's id or its poll URL.
            deadline: Seconds after which to give up; None for the spec's suggestion.
            interval: Seconds between polls, instead of growing intervals.
            on_update: Called with every state that is read.
            not_found_grace: Seconds during which the job may be unknown, for one that was just accepted.
        """
        clock, strict = self.transport.options.clock, self.transport.options.strict
        hide = self.errors_without_token.hide
        with self.errors_without_token:
            request = poll_request(operation, request, self.transport.endpoint.resolve_link)
            schedule = PollSchedule(
                operation, request, clock, deadline=deadline, interval=interval, not_found_grace=not_found_grace
            )
            tell = callback("on_update=", on_update)
            delay: float | None = None
            while True:
                clock.sleep(schedule.next_delay(delay))
                try:
                    reply = self.send(operation, request, schedule.time_left())
                    state = decode(operation, request, reply, strict=strict)
                except QuantAIError as error:
                    delay = schedule.handle_error(error)
                    continue
                try:
                    ended = schedule.is_final(hide(state))
                finally:
                    tell(state)
                if ended:
                    return state
                delay = retry_after(reply.headers, clock.time())

    def page(self, operation: Operation[R], request: Request, items: Callable[[R], Sequence[I]], /) -> Page[I, R]:
        """The first page of a list, read with this request."""
        return self._page(operation, request, items, Trail())

    def _page(
        self, operation: Operation[R], request: Request, items: Callable[[R], Sequence[I]], trail: Trail
    ) -> Page[I, R]:
        with self.errors_without_token:
            request = self._complete(operation, request)
            trail = trail.before(operation, request)
            reply = self.send(operation, request)
            parsed = decode(operation, request, reply, strict=self.transport.options.strict)
            trail = trail.after(operation, request, reply.content)
            found = items(parsed) or []
            following = next_request(operation, request, reply.content, len(found))
            read_next = None if following is None else NextPage(partial(self._page, operation, following, items, trail))
            return Page(found, parsed, read_next)

    def _complete(self, operation: Operation[Any], request: Request) -> Request:
        """The request with what `with_options` adds to it."""
        return self.transport.options.additions.added_to(operation, request)


class RecordingCaller(Caller):
    """A caller that remembers the last reply."""

    def __init__(self, transport: Transport, capabilities: dict[str, bool] | None = None) -> None:
        super().__init__(transport, capabilities)
        self._replies: list[HttpReply] = []  # one list for this caller and its copies with a deadline

    @property
    def last(self) -> HttpReply | None:
        """The last reply; None if there was none."""
        return self._replies[-1] if self._replies else None

    def send(self, operation: Operation[Any], request: Request, deadline: float | None = None) -> HttpReply:
        """Send a call, and remember and return its reply."""
        self._replies[:] = [super().send(operation, request, deadline)]
        return self._replies[0]
