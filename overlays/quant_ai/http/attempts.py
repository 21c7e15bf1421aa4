"""One call with all its attempts, without I/O: the next request to send, what a reply or a failure means, the deadline.

The sync and the async transport both follow an `Attempts` object.
"""

from __future__ import annotations

import logging
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import httpx

from ..errors import (
    ConfigurationError,
    ConnectionFailedError,
    DeadlineError,
    NoReplyError,
    QuantAIError,
    ReplyError,
    TimedOutError,
)
from .deadlines import ReadDeadline
from .options import DEFAULT_DEADLINE
from .replies import HttpReply, request_id_of
from .retry import Failure, may_retry, retry_after

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quant_ai_client.operation import Operation, Request

    from .endpoint import Endpoint
    from .options import CallOptions

_MAX_REDIRECTS: Final = 5
_NOT_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_PERMANENT: Final = (httpx.UnsupportedProtocol, httpx.LocalProtocolError)
_PHASES: Final[Mapping[type[Exception], tuple[str, str]]] = {
    httpx.ConnectTimeout: ("connect", "connecting"),
    httpx.ReadTimeout: ("read", "waiting for bytes of the reply"),
    httpx.WriteTimeout: ("write", "sending the request"),
    httpx.PoolTimeout: ("pool", "waiting for a free connection"),
}

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
        self.count = 0
        """How many requests have been sent, redirects not counted."""
        self._endpoint, self._options, self._operation, self._request = endpoint, options, operation, request
        self._clock = options.clock
        self._replayable = request.is_json or isinstance(request.body, (bytes, Path))
        limit = options.deadline if streamed or options.deadline is not None else DEFAULT_DEADLINE
        self._limit = min(inf if limit is None else limit, inf if deadline is None else deadline)
        self._started = self._sent = self._clock.monotonic()
        self._timeout: dict[str, float | None] = {}
        self._redirect_url: httpx.URL | None = None
        self._redirects = 0

    @property
    def call(self) -> str:
        """The call as errors name it: "GET /models"."""
        return f"{self.method} {self.path}"

    @property
    def error_state(self) -> dict[str, Any]:
        """What every error of this call carries."""
        return {"method": self.method, "path": self.path}

    def next_request(self) -> httpx.Request:
        """The request to send now.

        Raises:
            DeadlineError: No time is left to send it.
        """
        left = self.time_left()
        if left <= 0:
            self.raise_deadline()
        self.count += 1
        self._sent = self._clock.monotonic()
        self._timeout = self._options.timeout.as_dict()
        if left < inf:
            self._timeout = {
                phase: left if seconds is None else min(seconds, left) for phase, seconds in self._timeout.items()
            }
            self._timeout["read"] = ReadDeadline(self._timeout["read"] or left, self._clock, self.end)
        request = self._endpoint.request(self._operation, self._request, self._timeout)
        if self._redirect_url is not None:
            request.url = self._redirect_url
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
        """Decide whether to retry a request that got no whole reply.

        Returns:
            The seconds to wait before the next attempt.

        Raises:
            QuantAIError: There is no next attempt.
        """
        self._log(type(error).__name__, None)
        left = self.time_left()
        if left <= 0:
            self.raise_deadline()
        if self._replayable and isinstance(error, httpx.TransportError) and not isinstance(error, _PERMANENT):
            failure = Failure.NOT_SENT if isinstance(error, _NOT_SENT) else Failure.NO_REPLY
            if may_retry(failure, idempotent=self._operation.idempotent):
                delay = self._options.retry.delay(self.count, self._clock.random())
                if delay is not None and delay < left:
                    return delay
        raise self.wrap_error(error) from None  # httpx's traceback is of no use to users; __context__ still has it

    def wrap_error(self, error: Exception) -> QuantAIError:
        """This package's error for an error of httpx."""
        state = {**self.error_state, "attempts": self.count}
        reason = str(error) or type(error).__name__
        if isinstance(error, httpx.TimeoutException):
            phase, doing = _PHASES.get(type(error), ("read", "waiting"))
            seconds = self._timeout.get(phase)
            limit = "" if seconds is None else f" after {seconds:.3g} s"
            return TimedOutError(f"{self.call} timed out{limit} while {doing}{self._attempts_text}", **state)
        if isinstance(error, httpx.DecodingError):
            return ReplyError(
                f"{self.call} answered with a body that is not in its declared encoding: {reason}", **state
            )
        if isinstance(error, _NOT_SENT):
            return ConnectionFailedError(
                f"{self.call} could not connect to {self._endpoint.base_url}: {reason}{self._attempts_text};"
                " check base_url= (QUANT_BASE_URL)",
                **state,
            )
        if isinstance(error, httpx.TransportError):
            return ConnectionFailedError(f"{self.call} lost its connection: {reason}{self._attempts_text}", **state)
        if isinstance(error, RuntimeError):
            return ConfigurationError(f"{self.call} cannot be sent: {reason}")
        return NoReplyError(f"{self.call} could not be sent: {reason}{self._attempts_text}", **state)

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
            f"{self.call} had no whole reply within its deadline of {self._limit:g} s{self._attempts_text}",
            attempts=self.count,
            **self.error_state,
        ) from None

    def set_read_timeout(self, seconds: float) -> ReadDeadline | None:
        """Set the read timeout of the present request, for reading its body; infinity means none."""
        now = self._clock.monotonic()
        moment = min(now + seconds, self.end)
        timeout = self._timeout["read"] = None if moment == inf else ReadDeadline(moment - now, self._clock, moment)
        return timeout

    def reply(self, response: httpx.Response, content: bytes) -> HttpReply:
        """The whole reply, once its body has been read."""
        if body_logger.level == logging.DEBUG:
            body_logger.debug("%s got %s", self.call, content)
        headers = response.headers
        return HttpReply(response.status_code, headers, content, self.count, request_id_of(headers))

    @property
    def _attempts_text(self) -> str:
        return f" ({self.count} attempts)" if self.count > 1 else ""

    def _check_redirect(self, response: httpx.Response) -> float | None:
        location, status = response.headers.get("location"), response.status_code
        if location is None or status not in (301, 302, 307, 308):
            return None
        url = self._endpoint.redirect_target(location, response.request)
        self._redirects += 1
        # 301 and 302 turn other methods into a GET, which would be another call than the one that was made.
        if self._redirects > _MAX_REDIRECTS or not self._replayable or (self.method != "GET" and status < 307):
            return None
        self._redirect_url = url
        self.count -= 1
        return 0.0

    def _log(self, outcome: str, request_id: str | None) -> None:
        if logger.isEnabledFor(logging.INFO):
            duration = self._clock.monotonic() - self._sent
            request = f", request {request_id}" if request_id else ""
            logger.info(
                "%s %s %s in %.3f s (attempt %d%s)", self.method, self.path, outcome, duration, self.count, request
            )
