"""One call with all its attempts, without I/O: the next request to send, what a reply or a failure means, the deadline.

The sync and the async transport both follow an `Attempts` object.
"""

from __future__ import annotations

import logging
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from ..errors import (
    ConnectionFailedError,
    DeadlineError,
    NoReplyError,
    OriginError,
    QuantAIError,
    ReplyError,
    ReplyTooLargeError,
    TimedOutError,
    printable,
)
from .bodies import DEFAULT_SIZE, BodyDecoder, BodyError, BodyTooLargeError
from .connections import PROXY
from .deadlines import ReadDeadline
from .failures import bad_redirect, connection_advice, is_a, may_pass, phase_of, was_not_sent
from .hidden_token import token_of, without_token
from .options import DEFAULT_DEADLINE
from .replies import HttpReply, request_id_of
from .retry import Failure, may_retry, retry_after

if TYPE_CHECKING:
    import httpx

    from quant_ai_client.operation import Operation, Request

    from .endpoint import Endpoint
    from .hidden_token import ErrorsWithoutToken
    from .interrupts import Interrupt
    from .options import CallOptions

_MAX_REDIRECTS: Final = 5
_FOREVER: Final = 1e8
"""Seconds, three years: what is longer is no limit. The operating system takes no such times."""

logger = logging.getLogger("quant_ai")
body_logger = logging.getLogger("quant_ai.bodies")


class Attempts:
    """One call with all its attempts: takes what happened, and decides what to do next."""

    def __init__(
        self,
        endpoint: Endpoint,
        options: CallOptions,
        operation: Operation[Any],
        request: Request,
        *,
        streamed: bool = False,
        deadline: float | None = None,
    ) -> None:
        self.method, self.path = operation.method, request.path
        self.streamed = streamed
        self.count = 0
        """How many requests have been sent, redirects not counted."""
        self._endpoint, self._options, self._operation, self._request = endpoint, options, operation, request
        self._clock = options.clock
        self._replayable = request.is_json or isinstance(request.body, (bytes, Path))
        limit = options.deadline if streamed or options.deadline is not None else DEFAULT_DEADLINE
        self._limit = min(inf if limit is None else limit, inf if deadline is None else deadline)
        # A stream has no deadline by default, but it has to open in time, and a reply in its place has to end in time.
        self._opening = inf
        if streamed:
            longest = max(options.idle_timeout or inf, options.timeout.read or 0.0)
            self._opening = DEFAULT_DEADLINE if longest >= _FOREVER else longest
        self._started = self._sent = self._attempt_end = self._clock.monotonic()
        self._timeout: dict[str, float | None] = {}
        self._sent_request: httpx.Request | None = None
        self._redirect_url: httpx.URL | None = None
        self._redirects = 0
        self.interrupt: Interrupt | None = None
        """Whether another thread or task has ended this call."""

    @property
    def call(self) -> str:
        """The call as errors name it: "GET /models"."""
        return f"{self.method} {self.path}"

    @property
    def error_state(self) -> dict[str, Any]:
        """What every error of this call carries."""
        return {"method": self.method, "path": self.path}

    @property
    def errors_without_token(self) -> ErrorsWithoutToken:
        """A block whose errors do not show the token."""
        return self._endpoint.errors_without_token

    def next_request(self) -> httpx.Request:
        """The request to send now.

        Raises:
            DeadlineError: No time is left to send it.
        """
        if self.count:  # a client that was closed before says so itself
            self.check_interrupt()
        left = self.time_left()
        if left <= 0:
            self.raise_deadline()
        self.count += 1
        self._sent = self._clock.monotonic()
        self._attempt_end = min(self.end, self._sent + self._opening)
        bounded: dict[float | None, float | None] = {}
        for phase, seconds in self._options.timeout.as_dict().items():
            if seconds not in bounded:
                bounded[seconds] = self._bounded(seconds)
            self._timeout[phase] = bounded[seconds]
        request = self._endpoint.request(self._operation, self._request, self._timeout)
        if self._redirect_url is not None:
            request.url = self._redirect_url
        self._sent_request = request
        # Only if DEBUG was set on this very logger: prompts must not end up in an application's general log.
        if body_logger.level == logging.DEBUG:
            body_logger.debug("%s sends %s", self.call, self._request.body)
        return request

    def check_response(self, response: httpx.Response) -> float | None:
        """Decide by a response's status and headers whether to retry.

        Returns:
            None to read this response, otherwise the seconds to wait before the next attempt.

        Raises:
            OriginError: It is a redirect away from the configured origin.
        """
        status, headers = response.status_code, response.headers
        self._log(str(status), request_id_of(headers) if logger.isEnabledFor(logging.INFO) else None)
        if status < 300:
            return None
        if status < 400:
            return self._check_redirect(response)
        if not (self._replayable and may_retry(status, idempotent=self._operation.idempotent)):
            return None
        wanted = retry_after(headers, self._clock.time())
        delay = self._options.retry.delay(self.count, self._clock.random(), wanted)
        return None if delay is None or delay >= self.time_left() else delay

    def handle_failure(self, error: Exception) -> float:
        """Decide whether to retry a request that got no complete reply.

        Returns:
            The seconds to wait before the next attempt.

        Raises:
            QuantAIError: There is no next attempt.
        """
        self._log(type(error).__name__, None)
        self.check_interrupt()
        left = self.time_left()
        if left <= 0:
            self.raise_deadline()
        if self._replayable and may_pass(error):
            failure = Failure.NOT_SENT if was_not_sent(error) else Failure.NO_REPLY
            if may_retry(failure, idempotent=self._operation.idempotent):
                delay = self._options.retry.delay(self.count, self._clock.random())
                if delay is not None and delay < left:
                    return delay
        raise self.wrap_error(error)

    def wrap_error(self, error: Exception) -> QuantAIError:
        """This package's error for an error of httpx. To be raised where the other is no longer handled: it holds the
        request, and with it the token.
        """
        state = {**self.error_state, "attempts": self.count}
        if is_a(error, "TimeoutException"):
            if self._clock.monotonic() >= self._attempt_end:
                return self.opening_error()
            phase, doing = phase_of(error)
            seconds = self._timeout.get(phase)
            limit = "" if seconds is None else f" after {seconds:.3g} s"
            return TimedOutError(f"{self.call} timed out{limit} while {doing}{self._attempts_text}", **state)
        if (reason := bad_redirect(error)) is not None:
            return OriginError(f"{self.call} was redirected to what is not a URL: {reason}")
        if is_a(error, "StreamError"):
            what = "a reply whose body a hook of http_client= has read piece by piece; let it call read() or aread()"
            return NoReplyError(f"{self.call} got {what}{self._attempts_text}", **state)
        reason = str(error) or type(error).__name__
        if was_not_sent(error):
            proxy = None if self._sent_request is None else self._sent_request.extensions.get(PROXY)
            advice = connection_advice(error, self._endpoint.base_url, proxy)
            return ConnectionFailedError(f"{self.call} {advice}{self._attempts_text}", **state)
        if is_a(error, "DecodingError"):
            return ReplyError(
                f"{self.call} answered with a body that is not in its declared encoding: {reason}", **state
            )
        if is_a(error, "NetworkError") or is_a(error, "RemoteProtocolError"):
            return ConnectionFailedError(f"{self.call} lost its connection: {reason}{self._attempts_text}", **state)
        return NoReplyError(f"{self.call} could not be sent: {reason}{self._attempts_text}", **state)

    def opening_error(self, status: int | None = None) -> TimedOutError:
        """The error for a stream that did not open in time, or for a reply in its place that did not end in time."""
        what = "did not open" if status is None else f"was answered {status}, with a body that did not end"
        return TimedOutError(
            f"{self.call} timed out: the stream {what} within {self._opening:g} s{self._attempts_text}",
            attempts=self.count,
            **self.error_state,
        )

    @property
    def end(self) -> float:
        """When the deadline passes, on the client's clock; infinity if there is no deadline."""
        return self._started + self._limit

    def time_left(self) -> float:
        """Seconds until the deadline; infinity if there is none."""
        return self.end - self._clock.monotonic()

    def raise_deadline(self) -> NoReturn:
        """Raise the error for a call whose deadline has passed."""
        raise DeadlineError(
            f"{self.call} did not complete within its deadline of {self._limit:g} s{self._attempts_text}",
            attempts=self.count,
            **self.error_state,
        ) from None

    def attempt_left(self) -> float:
        """Seconds that the present attempt may still take until its response is there."""
        return self._attempt_end - self._clock.monotonic()

    def check_time(self, response: httpx.Response) -> None:
        """Check the time while a body is read.

        Raises:
            DeadlineError: The call's deadline has passed.
            TimedOutError: The reply in the place of a stream takes too long.
        """
        now = self._clock.monotonic()
        if now >= self.end:
            self.raise_deadline()
        if now >= self._attempt_end:
            raise self.opening_error(response.status_code)

    def check_interrupt(self) -> None:
        """Check whether another thread or task has ended this call.

        Raises:
            ConnectionFailedError: It has.
        """
        if self.interrupt is not None and self.interrupt.reason:
            text = f"{self.call} was ended: {self.interrupt.reason} meanwhile{self._attempts_text}"
            raise ConnectionFailedError(text, attempts=self.count, **self.error_state) from None

    def limit_body(self) -> None:
        """Begin to read a reply that is no stream, though a stream was wanted."""
        self._attempt_end = min(self.end, self._clock.monotonic() + self._opening)
        self._timeout["read"] = self._bounded(self._options.timeout.read)

    def set_read_timeout(self, seconds: float) -> ReadDeadline | None:
        """Set the read timeout of the present request, for reading its body; infinity means none."""
        now = self._clock.monotonic()
        moment = min(now + seconds, self.end)
        timeout = None if moment - now >= _FOREVER else ReadDeadline(moment - now, self._clock, moment)
        self._timeout["read"] = timeout
        return timeout

    def decoder(self, response: httpx.Response, *, whole: bool = True) -> BodyDecoder:
        """What decodes the body of a response, and limits its size if it is read as a whole.

        Raises:
            ReplyError: The body is in an encoding that was not requested.
        """
        limit = self._options.max_reply_size
        limit = DEFAULT_SIZE if limit is None else limit
        try:
            return BodyDecoder(response.headers, limit if whole else None)
        except BodyError as error:
            raise self.body_error(response, error) from None

    def body_error(self, response: httpx.Response, error: BodyError | BodyTooLargeError) -> ReplyError:
        """The error for a body that cannot be decoded."""
        status, request_id = response.status_code, request_id_of(response.headers)
        kind, what = ReplyError, f"a body that cannot be read: {error}"
        if isinstance(error, BodyTooLargeError):
            kind, what = ReplyTooLargeError, f"{error}; max_reply_size= sets how much is read"
        return kind(
            f"{self.call} answered {status} with {what}",
            status_code=status,
            request_id=request_id,
            attempts=self.count,
            **self.error_state,
        )

    def reply(self, response: httpx.Response, content: bytes) -> HttpReply:
        """The whole reply, once its body has been read."""
        if response.status_code >= 400:
            content = without_token(content, token_of(response.request))
        if body_logger.level == logging.DEBUG:
            body_logger.debug("%s got %s", self.call, content)
        headers = response.headers
        request_id = request_id_of(headers)
        return HttpReply(response.status_code, headers, content, self.count, request_id, response.request)

    def _bounded(self, seconds: float | None) -> float | None:
        """A timeout that also ends with the present attempt. A timeout of years is none."""
        left = self._attempt_end - self._clock.monotonic()
        seconds = left if seconds is None else min(seconds, left)
        return None if seconds >= _FOREVER else ReadDeadline(max(0.0, seconds), self._clock, self._attempt_end)

    @property
    def _attempts_text(self) -> str:
        return f" ({self.count} attempts)" if self.count > 1 else ""

    def _check_redirect(self, response: httpx.Response) -> float | None:
        location, status = response.headers.get("location"), response.status_code
        if location is None or status not in (301, 302, 307, 308):
            return None
        url = self._endpoint.redirect_target(location, response.request, self._operation)
        self._redirects += 1
        # 301 and 302 turn other methods into a GET, which is a different call.
        if self._redirects > _MAX_REDIRECTS or not self._replayable or (self.method != "GET" and status < 307):
            return None
        self._redirect_url = url
        self.count -= 1
        return 0.0

    def _log(self, outcome: str, request_id: str | None) -> None:
        if logger.isEnabledFor(logging.INFO):
            duration = self._clock.monotonic() - self._sent
            request = f", request {printable(request_id)}" if request_id else ""
            logger.info(
                "%s %s %s in %.3f s (attempt %d%s)", self.method, self.path, outcome, duration, self.count, request
            )
