"""One call through all its tries, without I/O: what to send next, what a reply or a loss means, when time is up.

The sync and the async transport both do what a `Call` tells them.
"""

from __future__ import annotations

import logging
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn

import httpx

from ..clock import SYSTEM_CLOCK, Clock
from ..errors import (
    ConfigurationError,
    ConnectionFailedError,
    DeadlineError,
    NoReplyError,
    QuantAIError,
    ReplyError,
    TimedOutError,
)
from .deadlines import ReadTimeout
from .retry import Loss, RetryPolicy, may_repeat, retry_after

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quant_ai_client.operation import Operation, Request

    from .endpoint import Service

DEFAULT_TIMEOUT: Final = httpx.Timeout(60.0, connect=10.0)
DEFAULT_DEADLINE: Final = 600.0
DEFAULT_IDLE_TIMEOUT: Final = 120.0

_MAX_REDIRECTS: Final = 5
_REQUEST_ID_HEADERS: Final = ("x-request-id", "x-amzn-requestid")
_NOT_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_HOPELESS: Final = (httpx.UnsupportedProtocol, httpx.LocalProtocolError)
_PHASES: Final[Mapping[type[Exception], tuple[str, str]]] = {
    httpx.ConnectTimeout: ("connect", "connecting"),
    httpx.ReadTimeout: ("read", "waiting for bytes of the reply"),
    httpx.WriteTimeout: ("write", "sending the request"),
    httpx.PoolTimeout: ("pool", "waiting for a free connection"),
}

logger = logging.getLogger("quant_ai")
body_logger = logging.getLogger("quant_ai.bodies")


class Options(NamedTuple):
    """How calls are made. All times in seconds."""

    timeout: httpx.Timeout = DEFAULT_TIMEOUT
    deadline: float | None = None
    """For a whole call. None: 600 for a call, none for a stream, which `idle_timeout` watches."""
    idle_timeout: float | None = DEFAULT_IDLE_TIMEOUT
    retry: RetryPolicy = RetryPolicy()
    strict: bool = False
    clock: Clock = SYSTEM_CLOCK


class Exchange(NamedTuple):
    """A reply that has been read, and how it was come by."""

    status_code: int
    headers: httpx.Headers
    content: bytes
    attempts: int
    request_id: str | None


class Call:
    """One call through all its tries. Told what happened, it says what to do next."""

    def __init__(
        self,
        service: Service,
        options: Options,
        operation: Operation[Any],
        request: Request,
        *,
        streamed: bool = False,
        deadline: float | None = None,
    ) -> None:
        self.method, self.path = operation.method, request.path
        self.attempts = 0
        self._service, self._options, self._operation, self._request = service, options, operation, request
        self._clock = options.clock
        self._replayable = request.content_type == "application/json" or isinstance(request.body, (bytes, Path))
        limit = options.deadline if streamed or options.deadline is not None else DEFAULT_DEADLINE
        self._limit = min(inf if limit is None else limit, inf if deadline is None else deadline)
        self._started = self._sent = self._clock.monotonic()
        self._timeout: dict[str, float | None] = {}
        self._target: httpx.URL | None = None
        self._redirects = 0

    @property
    def what(self) -> str:
        """The call in words: "GET /models"."""
        return f"{self.method} {self.path}"

    @property
    def state(self) -> dict[str, Any]:
        """What each error of this call carries."""
        return {"method": self.method, "path": self.path}

    def next(self) -> httpx.Request:
        """The request to send now.

        Raises:
            DeadlineError: No time is left for it.
        """
        left = self.time_left()
        if left <= 0:
            self.too_late()
        self.attempts += 1
        self._sent = self._clock.monotonic()
        self._timeout = self._options.timeout.as_dict()
        if left < inf:
            self._timeout = {
                phase: left if seconds is None else min(seconds, left) for phase, seconds in self._timeout.items()
            }
            self._timeout["read"] = ReadTimeout(self._timeout["read"] or left, self._clock, self.end)
        sent = self._service.request(self._operation, self._request, self._timeout)
        if self._target is not None:
            sent.url = self._target
        if body_logger.level == logging.DEBUG:  # asked for on this very logger: prompts are nobody else's business
            body_logger.debug("%s sends %s", self.what, self._request.body)
        return sent

    def answered(self, response: httpx.Response) -> float | None:
        """Judge a reply by its status and headers.

        Returns:
            None to take it, else the seconds to wait before the next try.

        Raises:
            OriginError: It is a redirect away from the configured origin.
        """
        status, headers = response.status_code, response.headers
        self._log(str(status), request_id_of(headers) if logger.isEnabledFor(logging.INFO) else None)
        if status < 300:
            return None
        if status < 400:
            return self._redirected(response)
        if not (self._replayable and may_repeat(status, idempotent=self._operation.idempotent)):
            return None
        asked = retry_after(headers, self._clock.time())
        delay = self._options.retry.delay(self.attempts, self._clock.random(), asked)
        return None if delay is None or delay >= self.time_left() else delay

    def lost(self, error: Exception) -> float:
        """Judge a request that no whole reply came to.

        Returns:
            The seconds to wait before the next try.

        Raises:
            QuantAIError: There is no next try.
        """
        self._log(type(error).__name__, None)
        left = self.time_left()
        if left <= 0:
            self.too_late()
        if self._replayable and isinstance(error, httpx.TransportError) and not isinstance(error, _HOPELESS):
            loss = Loss.NOT_SENT if isinstance(error, _NOT_SENT) else Loss.NO_REPLY
            if may_repeat(loss, idempotent=self._operation.idempotent):
                delay = self._options.retry.delay(self.attempts, self._clock.random())
                if delay is not None and delay < left:
                    return delay
        raise self.error_for(error) from None  # httpx's traceback helps nobody; __context__ still has it

    def error_for(self, error: Exception) -> QuantAIError:
        """The error of this package for one of httpx's."""
        state = {**self.state, "attempts": self.attempts}
        tries = f" ({self.attempts} attempts)" if self.attempts > 1 else ""
        told = str(error) or type(error).__name__
        if isinstance(error, httpx.TimeoutException):
            phase, doing = _PHASES.get(type(error), ("read", "waiting"))
            seconds = self._timeout.get(phase)
            limit = "" if seconds is None else f" after {seconds:.3g} s"
            return TimedOutError(f"{self.what} timed out{limit} while {doing}{tries}", **state)
        if isinstance(error, httpx.DecodingError):
            return ReplyError(f"{self.what} answered with a body that is not in its declared encoding: {told}", **state)
        if isinstance(error, _NOT_SENT):
            return ConnectionFailedError(
                f"{self.what} could not connect to {self._service.base_url}: {told}{tries};"
                " check base_url= (QUANT_BASE_URL)",
                **state,
            )
        if isinstance(error, httpx.TransportError):
            return ConnectionFailedError(f"{self.what} lost its connection: {told}{tries}", **state)
        if isinstance(error, RuntimeError):
            return ConfigurationError(f"{self.what} cannot be sent: {told}")
        return NoReplyError(f"{self.what} could not be sent: {told}{tries}", **state)

    @property
    def end(self) -> float:
        """The moment of the deadline, on the client's clock; infinity where there is none."""
        return self._started + self._limit

    def time_left(self) -> float:
        """Seconds until the deadline; infinity where there is none."""
        return self.end - self._clock.monotonic()

    def too_late(self) -> NoReturn:
        """Raise the error for a call whose deadline has passed."""
        tries = f" ({self.attempts} attempts)" if self.attempts > 1 else ""
        raise DeadlineError(
            f"{self.what} had no whole reply within its deadline of {self._limit:g} s{tries}",
            attempts=self.attempts,
            **self.state,
        ) from None

    def read_within(self, seconds: float) -> ReadTimeout | None:
        """Change the read timeout of the request that is under way, for its body; infinity stands for none."""
        now = self._clock.monotonic()
        moment = min(now + seconds, self.end)
        timeout = self._timeout["read"] = None if moment == inf else ReadTimeout(moment - now, self._clock, moment)
        return timeout

    def exchange(self, response: httpx.Response, content: bytes) -> Exchange:
        """The reply, now that its body has been read."""
        if body_logger.level == logging.DEBUG:
            body_logger.debug("%s got %s", self.what, content)
        headers = response.headers
        return Exchange(response.status_code, headers, content, self.attempts, request_id_of(headers))

    def _redirected(self, response: httpx.Response) -> float | None:
        location, status = response.headers.get("location"), response.status_code
        if location is None or status not in (301, 302, 307, 308):
            return None
        target = self._service.follow(location, response.request)
        self._redirects += 1
        # 301 and 302 would turn anything else into a GET, which is not what was asked for
        if self._redirects > _MAX_REDIRECTS or not self._replayable or (self.method != "GET" and status < 307):
            return None
        self._target = target
        self.attempts -= 1
        return 0.0

    def _log(self, outcome: str, request_id: str | None) -> None:
        if logger.isEnabledFor(logging.INFO):
            duration = self._clock.monotonic() - self._sent
            request = f", request {request_id}" if request_id else ""
            logger.info(
                "%s %s %s in %.3f s (attempt %d%s)", self.method, self.path, outcome, duration, self.attempts, request
            )


def request_id_of(headers: httpx.Headers) -> str | None:
    """What to quote to the service's people, where a reply names it."""
    for name in _REQUEST_ID_HEADERS:
        if name in headers:
            return headers[name]
    return None
