"""Wait for jobs that run on after their request: one schedule, and what a state or a failed poll means.

All of it without I/O but `Job` and `AsyncJob`, which are handed the calls to make.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, NoReturn, TypeVar
from urllib.parse import unquote

from ..errors import (
    DeadlineError,
    ExecutionFailed,
    NoReplyError,
    NotFoundError,
    OriginError,
    PollTimeout,
    QuantAIError,
    StatusError,
    one_line,
)
from ..http.retry import REFUSED, UNCERTAIN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from quant_ai_client.operation import Operation, Polling, Request

    from ..clock import Clock

T = TypeVar("T")
Q_co = TypeVar("Q_co", covariant=True)

GROWTH: Final = 1.5
"""Each interval is this many times the one before."""
JITTER: Final = 0.25
"""Up to this share of an interval is taken off at random."""
NOT_FOUND_GRACE: Final = 10.0
"""Seconds in which a job that was just accepted may still be unknown where it is polled."""
MAX_FAILURES: Final = 5
"""Polls in a row that may fail for passing reasons."""


class Waiting(Generic[T]):
    """One wait for one job. Told what each poll gave, it says how long to pause, or how it ended. No I/O.

    Args:
        polling: What the document says of the job's states and times.
        clock: Tells the time.
        what: The job in words, for messages.
        deadline: Seconds after which to give up; None for what the document suggests.
        interval: Seconds between polls, in place of the growing ones.
        not_found_grace: Seconds for which the job may be unknown.
    """

    def __init__(
        self,
        polling: Polling,
        clock: Clock,
        what: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        not_found_grace: float = 0.0,
    ) -> None:
        self._polling, self._clock, self._what = polling, clock, what
        self._limit = polling.deadline if deadline is None else deadline
        self._fixed, self._grace = interval, not_found_grace
        self._interval = polling.first_interval
        self._started = clock.monotonic()
        self._failures = 0
        self._trouble = ""
        self.last_state: T | None = None

    def pause(self, retry_after: float | None = None) -> float:
        """Seconds to wait before the next poll: what the service asked for, else the schedule's next interval.

        Raises:
            PollTimeout: The deadline comes first.
        """
        left = self.time_left()
        if left <= 0:
            self.give_up()
        if retry_after is not None:
            delay = retry_after
        elif self._fixed is not None:
            delay = self._fixed
        else:
            delay = self._interval * (1 - JITTER * self._clock.random())
            self._interval = min(self._polling.max_interval, self._interval * GROWTH)
        # the last poll comes a little before the deadline rather than at it, when it could not be answered any more
        return min(delay, left * 0.9) if left > 0.1 else left

    def time_left(self) -> float:
        """Seconds until the deadline."""
        return self._limit - (self._clock.monotonic() - self._started)

    def give_up(self) -> NoReturn:
        """Raise the error for a deadline that has passed."""
        if self.last_state is not None:
            known = f"last seen {getattr(self.last_state, self._polling.state)!r}"
        else:
            known = f"no state could be read{self._trouble}"
        raise PollTimeout(
            f"{self._what} had not ended within {self._limit:g} s, {known}; it goes on, and can be waited for again",
            last_state=self.last_state,
        ) from None

    def read(self, state: T) -> bool:
        """Take a state that a poll gave.

        Returns:
            Whether to stop: the job has ended well, or waits for its caller.

        Raises:
            ExecutionFailed: It has ended in failure.
        """
        self._failures = 0
        self.last_state = state
        word = getattr(state, self._polling.state)
        if word in self._polling.failed:
            error = getattr(state, self._polling.error, None) if self._polling.error else None
            told = failure_text(error)
            raise ExecutionFailed(
                f"{self._what} ended as {word!r}{f': {told}' if told else ''}", last_state=state, error=error or None
            )
        return word in self._polling.succeeded or word in self._polling.waiting

    def failed(self, error: QuantAIError) -> float | None:
        """Take a poll that failed.

        Returns:
            What the service asked to wait, if it asked.

        Raises:
            QuantAIError: The same one: polling again would not help.
        """
        if not isinstance(error, DeadlineError):  # which is the wait's own
            self._trouble = f": {error}"
        passing = isinstance(error, NoReplyError) or (
            isinstance(error, StatusError) and (error.status_code in REFUSED or error.status_code in UNCERTAIN)
        )
        if isinstance(error, NotFoundError) and self.last_state is None:
            passing = self._clock.monotonic() - self._started < self._grace
        else:
            self._failures += 1
        if not passing or self._failures > MAX_FAILURES:
            raise error
        return error.retry_after if isinstance(error, StatusError) else None


def failure_text(error: Any) -> str:
    """What a failed job says of itself, as a string or as an object."""
    from quant_ai_client.models import ErrorDetail, ExecutionError

    if isinstance(error, ExecutionError):
        error = error.error_message
    elif isinstance(error, ErrorDetail):
        error = error.message
    return one_line(error) if isinstance(error, str) else ""


class Job(Generic[Q_co, T]):
    """A job that the service has accepted, and works on.

    Its `id` is good in another process too: `client.chat.wait_for_execution(id)` waits for the same job.
    """

    def __init__(
        self,
        reply: Q_co,
        operation: Operation[T],
        request: Request,
        call: Callable[[Operation[T], Request], T],
        wait: Callable[..., T],
    ) -> None:
        self._reply, self._operation, self._request, self._call, self._wait = reply, operation, request, call, wait

    @property
    def reply(self) -> Q_co:
        """The reply that accepted it."""
        return self._reply

    @property
    def id(self) -> str:
        """What it is polled by; good in another process too."""
        return job_id(self._operation, self._request)

    def poll(self) -> T:
        """Read its state once."""
        return self._call(self._operation, self._request)

    def wait(
        self,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[T], object] | None = None,
    ) -> T:
        """Poll until the job has ended, or waits for its caller.

        The first poll comes after 1 s, later ones at growing, jittered intervals up to 30 s, or at what the document
        says for this kind of job; a Retry-After of the service wins. Passing errors are survived.

        Args:
            deadline: Seconds after which to give up, counted from this call. As the document says by default.
            interval: Seconds between polls, in place of the growing ones.
            on_update: Called with every state that was read, the last one included.

        Returns:
            The job in its last state, with its result. A chat execution that waits for the results of tools is
            returned as well: nothing goes on before `chat.submit_callback`. `chat.run` does that by itself.

        Raises:
            PollTimeout: The deadline passed; carries the last state. The job goes on, and can be waited for again.
            ExecutionFailed: It ended in failure; carries the service's error.
        """
        return self._wait(self._operation, self._request, deadline=deadline, interval=interval, on_update=on_update)

    def __repr__(self) -> str:
        return f"Job({self._operation.method} {self._request.path})"


class AsyncJob(Generic[Q_co, T]):
    """A job that the service has accepted, and works on.

    Its `id` is good in another process too: `await client.chat.wait_for_execution(id)` waits for the same job.
    """

    def __init__(
        self,
        reply: Q_co,
        operation: Operation[T],
        request: Request,
        call: Callable[[Operation[T], Request], Awaitable[T]],
        wait: Callable[..., Awaitable[T]],
    ) -> None:
        self._reply, self._operation, self._request, self._call, self._wait = reply, operation, request, call, wait

    @property
    def reply(self) -> Q_co:
        """The reply that accepted it."""
        return self._reply

    @property
    def id(self) -> str:
        """What it is polled by; good in another process too."""
        return job_id(self._operation, self._request)

    async def poll(self) -> T:
        """Read its state once."""
        return await self._call(self._operation, self._request)

    async def wait(
        self,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[T], object] | None = None,
    ) -> T:
        """Poll until the job has ended, or waits for its caller; see `Job.wait`."""
        return await self._wait(
            self._operation, self._request, deadline=deadline, interval=interval, on_update=on_update
        )

    def __repr__(self) -> str:
        return f"AsyncJob({self._operation.method} {self._request.path})"


def job_id(operation: Operation[Any], request: Request) -> str:
    """What fills the last parameter of a polled path: "/chat/executions/XkdV%3D" gives "XkdV="."""
    return unquote(_filling(operation, request, request.path) or "")


def to_poll(operation: Operation[Any], request: Request, resolve: Callable[[str, str], str]) -> Request:
    """The call that reads a job, where the URL to poll, as the service gave it, may stand in place of the id.

    Args:
        operation: Reads the job.
        request: The call, made with the id or the URL.
        resolve: Gives the path of a URL, relative to the server that the second argument leads to.

    Raises:
        OriginError: The URL leads away from the configured origin, or to something else.
    """
    given = job_id(operation, request)
    if "/" not in given:
        return request
    path = resolve(given, operation.base)
    if not {"/", "?"} & set(_filling(operation, request, path) or "/"):
        return request._replace(path=path)
    if given.startswith("/") or "://" in given:
        raise OriginError(f"this is not a URL to poll at {operation.path}: {given}", url=given)
    return request  # an id with a slash, such as an ARN


def _filling(operation: Operation[Any], request: Request, path: str) -> str | None:
    """What stands in a path for the last braces of a polled one, where all else is as in a request; None elsewhere."""
    place = operation.path.rpartition("{")[0].count("/")
    before = "/".join([*request.path.split("/")[:place], ""])
    after = operation.path.rpartition("}")[2]
    fits = path.startswith(before) and path.endswith(after)
    return path[len(before) : len(path) - len(after)] if fits else None
