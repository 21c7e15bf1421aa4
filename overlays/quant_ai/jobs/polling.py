"""Decide when to poll a job again, and what its state or a failed poll means. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, Literal, NoReturn, TypeVar
from urllib.parse import unquote

from ..errors import (
    DeadlineError,
    ExecutionFailed,
    NoReplyError,
    NotFoundError,
    OriginError,
    PollTimeout,
    QuantAIError,
    ReplyError,
    StatusError,
    one_line,
)
from ..http.options import positive
from ..http.retry import REFUSED, UNCERTAIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from quant_ai_client.operation import Operation, Polling, Request

    from ..clock import Clock

T = TypeVar("T")

GROWTH: Final = 1.5
"""Each interval is this many times the previous one."""
JITTER: Final = 0.25
"""Up to this share of an interval is subtracted at random."""
NOT_FOUND_GRACE: Final = 10.0
"""Seconds during which a job that was just accepted may still be unknown to the operation that reads it."""
MAX_FAILURES: Final = 5
"""How many polls in a row may fail with temporary errors, or return no state."""

# Words for the end of a job that the spec does not name for every kind of job. Without them, a wait would poll a job
# that is over until its deadline. All other unknown words are taken for a job that goes on.
_SUCCEEDED: Final = frozenset({"complete", "completed", "done", "finished", "succeeded", "success", "successful"})
_FAILED: Final = frozenset(
    {
        *("aborted", "abandoned", "canceled", "cancelled", "crashed", "dead", "deleted", "denied", "error", "errored"),
        *("expired", "failed", "failure", "killed", "rejected", "revoked", "stopped", "terminated", "timeout"),
        *("timed_out", "timedout"),
    }
)


class PollSchedule(Generic[T]):
    """The schedule of one wait for one job: how long to sleep before each poll, and when to stop. No I/O.

    Args:
        operation: Reads the job's state.
        request: The request that reads it.
        clock: Tells the time.
        deadline: Seconds after which to give up; None for the spec's suggestion. To read the state once, there is
            `poll()`.
        interval: Seconds between polls, instead of growing intervals.
        not_found_grace: Seconds during which the job may be unknown.

    Raises:
        ConfigurationError: The deadline or the interval is not a positive number of seconds.
        TypeError: The operation does not read the state of a job.
    """

    def __init__(
        self,
        operation: Operation[T],
        request: Request,
        clock: Clock,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        not_found_grace: float = 0.0,
    ) -> None:
        polling = operation.polling
        if polling is None:
            raise TypeError(f"{operation.id} does not read the state of a job")
        self._polling, self._clock, self._job = polling, clock, f"the job at {request.path}"
        self._limit = polling.deadline if deadline is None else positive(deadline, "deadline=")
        self._fixed = None if interval is None else positive(interval, "interval=")
        self._grace = not_found_grace
        self._interval = self._shortest = polling.first_interval
        if self._fixed is not None:
            self._shortest = min(self._shortest, self._fixed)
        self._started = clock.monotonic()
        self._failures = 0
        self._last_error = ""
        self.last_state: T | None = None

    def next_delay(self, retry_after: float | None = None) -> float:
        """Seconds to sleep before the next poll: the Retry-After of the service, otherwise the next interval.

        A service that asks for less than the first interval, such as 0 seconds or a time that has passed, is polled
        no faster for that.

        Raises:
            PollTimeout: The deadline has passed.
        """
        left = self.time_left()
        if left <= 0:
            self.raise_timeout()
        if retry_after is not None:
            delay = max(retry_after, self._shortest)
        elif self._fixed is not None:
            delay = self._fixed
        else:
            delay = self._interval * (1 - JITTER * self._clock.random())
            self._interval = min(self._polling.max_interval, self._interval * GROWTH)
        # The last poll is sent a little before the deadline, so that there is time for its reply.
        return min(delay, left * 0.9) if left > 0.1 else left

    def time_left(self) -> float:
        """Seconds until the deadline."""
        return self._limit - (self._clock.monotonic() - self._started)

    def raise_timeout(self) -> NoReturn:
        """Raise the error for a deadline that has passed."""
        if self.last_state is not None:
            known = f"last seen {getattr(self.last_state, self._polling.state)!r}"
        else:
            known = f"no state could be read{self._last_error}"
        raise PollTimeout(
            f"{self._job} did not finish within {self._limit:g} s, {known}; it continues; you can wait for it again",
            last_state=self.last_state,
        ) from None

    def is_final(self, state: T) -> bool:
        """Record a state that a poll has read.

        Returns:
            Whether to stop polling: the job has succeeded, or waits for its caller.

        Raises:
            ExecutionFailed: The job has failed, or ended in another way than by succeeding.
            ReplyError: Several polls in a row have returned no state.
        """
        word = getattr(state, self._polling.state, None)
        if not isinstance(word, str) or not word:
            self._failures += 1
            if self._failures > MAX_FAILURES:
                raise ReplyError(f"{self._job} has no {self._polling.state}, so it cannot be polled")
            return False
        self._failures = 0
        self.last_state = state
        outcome = outcome_of(word, self._polling)
        if outcome == "failed":
            error = getattr(state, self._polling.error, None) if self._polling.error else None
            reason = failure_text(error, self._polling.message)
            raise ExecutionFailed(
                f"{self._job} ended with status {word!r}{f': {reason}' if reason else ''}",
                last_state=state,
                error=error or None,
            )
        return outcome is not None

    def handle_error(self, error: QuantAIError) -> float | None:
        """Record a poll that failed.

        Returns:
            The seconds that the service asks to wait, if it does.

        Raises:
            QuantAIError: The same error, if polling again would not help.
            PollTimeout: The deadline has passed during the poll.
        """
        if isinstance(error, DeadlineError) and self.time_left() <= 0:
            self.raise_timeout()
        if not isinstance(error, DeadlineError):  # that one is our own: the wait's deadline ended the poll
            self._last_error = f": {error}"
        temporary = isinstance(error, NoReplyError) or (
            isinstance(error, StatusError) and (error.status_code in REFUSED or error.status_code in UNCERTAIN)
        )
        if isinstance(error, NotFoundError) and self.last_state is None:
            temporary = self._clock.monotonic() - self._started < self._grace
        else:
            self._failures += 1
        if not temporary or self._failures > MAX_FAILURES:
            raise error
        return error.retry_after if isinstance(error, StatusError) else None


def outcome_of(word: Any, polling: Polling) -> Literal["succeeded", "failed", "waiting"] | None:
    """What the word for a job's state means for the wait; None if the job goes on.

    Words are compared without regard to case, and words for an end that the spec does not name are known too.
    """
    if not isinstance(word, str):
        return None
    plain = "_".join(word.casefold().replace("-", " ").replace("_", " ").split())
    if plain in polling.succeeded:
        return "succeeded"
    if plain in polling.failed:
        return "failed"
    if plain in polling.waiting:
        return "waiting"
    return "succeeded" if plain in _SUCCEEDED else "failed" if plain in _FAILED else None


def failure_text(error: Any, message: str | None) -> str:
    """The message of a failed job's error: the error itself if it is a string, else its field `message`."""
    if message is not None and not isinstance(error, str):
        error = getattr(error, message, None)
    return one_line(error) if isinstance(error, str) else ""


def job_id(operation: Operation[Any], request: Request) -> str:
    """The value of the last parameter in a job's path: "/chat/executions/XkdV%3D" gives "XkdV="."""
    return unquote(_last_parameter(operation, request, request.path) or "")


def poll_request(operation: Operation[Any], request: Request, resolve: Callable[[str, str], str]) -> Request:
    """The request that reads a job's state, given the job's id or the poll URL from a reply.

    Args:
        operation: Reads the job's state.
        request: The request made with the id, or with the URL in its place.
        resolve: Returns the path of a URL, relative to the server at a base (the second argument).

    Raises:
        OriginError: The URL leads away from the configured origin, or to another operation.
    """
    given = job_id(operation, request)
    if "/" not in given:
        return request
    path = resolve(given, operation.base)
    last = _last_parameter(operation, request, path)
    if last and not {"/", "?"} & set(last):
        return request._replace(path=path)
    if given.startswith("/") or "://" in given:
        raise OriginError(f"this is not a URL to poll at {operation.path}: {given}", url=given)
    return request  # an id with a slash, such as an ARN


def _last_parameter(operation: Operation[Any], request: Request, path: str) -> str | None:
    """The value of the last path parameter, if the rest of the path is that of the request; otherwise None."""
    place = operation.path.rpartition("{")[0].count("/")
    before = "/".join([*request.path.split("/")[:place], ""])
    after = operation.path.rpartition("}")[2]
    matches = path.startswith(before) and path.endswith(after)
    return path[len(before) : len(path) - len(after)] if matches else None
