"""Watch over a stream: when reading must end, and with which error. No I/O."""

from __future__ import annotations

from functools import partial
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, NoReturn

from quant_ai_client.operation import is_event_stream, is_json_lines

from ..clock import Clock
from ..errors import QuantAIError, StreamIdleError, StreamIncompleteError
from ..http.deadlines import enforces_read_deadlines
from ..http.replies import request_id_of, unexpected_status, unreadable
from .accumulation import Accumulator
from .events import EventReader
from .lines import LineReader
from .sse import MAX_EVENT_SIZE

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from quant_ai_client.operation import Operation, Request

    from ..http.attempts import Attempts
    from ..http.deadlines import ReadDeadline
    from ..http.options import CallOptions
    from ..http.replies import HttpReply

# The body usually ends right after the event that ends the stream. If it is read to its end, the connection can be
# reused. Reading on is limited to this many seconds and chunks; beyond them, a new connection is cheaper.
DRAIN_SECONDS: Final = 0.05
DRAIN_CHUNKS: Final = 8

NOT_OPEN: Final = "the stream was closed or failed to open before this read; call the method again for another one"


class StreamWatchdog:
    """Ends the reading of one stream when it is idle or overdue, and adds what has arrived to its errors.

    Args:
        operation: The operation that was called.
        attempts: The call.
        options: The client's options.
        response: The head of the reply.
        reply: Imports the model of the whole reply.

    Raises:
        TypeError: The operation has no event stream.
    """

    def __init__(
        self,
        operation: Operation[Any],
        attempts: Attempts,
        options: CallOptions,
        response: httpx.Response,
        reply: Callable[[], type[Any]] | None = None,
    ) -> None:
        types = operation.events
        if types is None:
            raise TypeError(f"{operation.id} has no event stream")
        limit = MAX_EVENT_SIZE if options.max_reply_size is None else options.max_reply_size
        self.attempts, self.request_id = attempts, request_id_of(response.headers)
        hide = attempts.errors_without_token.hide
        open_events = partial(EventReader, accumulator=Accumulator(types, reply), for_errors=hide)
        open_reader = LineReader if types.lines else open_events
        self.reader: EventReader | LineReader = open_reader(
            types,
            method=attempts.method,
            path=attempts.path,
            strict=options.strict,
            max_event_size=limit,
        )
        self._idle = options.idle_timeout if options.idle_timeout is not None else inf
        self._now = monotonic if type(options.clock) is Clock else options.clock.monotonic
        self._last_event = self._end = 0.0
        self.until = 0.0
        """The moment at which reading must end, on the client's clock."""
        self._read_deadline: ReadDeadline | None = None
        self._stopped = ""  # what ended the reading before the stream's end

    @property
    def complete(self) -> bool:
        """Whether the stream was read to its end without an error."""
        return self.reader.ended and not self._stopped

    def stop(self, what: str) -> None:
        """Record what happened to a stream that is not to be read any further, such as "was closed"."""
        if not self.reader.ended:
            self._stopped = self._stopped or what

    def start(self) -> None:
        """Start the idle timeout, which replaces the call's read timeout."""
        self._last_event, self._end = self._now(), self.attempts.end
        self.until = min(self._last_event + self._idle, self._end)
        self._read_deadline = self.attempts.set_read_timeout(self._idle)

    def time_left(self) -> float:
        """Seconds that the next read may take."""
        return max(0.0, self.until - self._now())

    def check(self) -> None:
        """Check the time after each chunk. Time that the user spends on the events of a chunk is not counted.

        Raises:
            StreamIdleError: There were only keep-alives for too long.
            DeadlineError: The call's deadline has passed.
            StreamIncompleteError: Another thread or task has closed the stream.
        """
        if self._stopped:
            raise self.closed_error()
        now = self._now()
        if self.reader.moved:
            self.reader.moved = False
            self._last_event = now
            self.until = min(now + self._idle, self._end)
            if self._read_deadline is not None:
                self._read_deadline.moment = self.until
        if now >= self.until and not self.reader.ended:
            self.raise_timeout()

    def may_drain(self, response: httpx.Response) -> bool:
        """Whether the rest of the body may be read, for `DRAIN_SECONDS` at most; False if nothing would limit that."""
        if self._read_deadline is None or not enforces_read_deadlines(response):
            return False
        self._read_deadline.moment = self._now() + DRAIN_SECONDS
        return True

    def raise_timeout(self) -> NoReturn:
        """Raise the error for a read that took too long."""
        if self._stopped:
            raise self.closed_error() from None
        if self.attempts.time_left() <= 0:
            self.attempts.raise_deadline()
        waited = self._now() - self._last_event
        raise StreamIdleError(f"{self.attempts.call} received no event for {waited:.3g} s (idle_timeout)") from None

    def raise_broken(self, error: Exception) -> NoReturn:
        """Raise the error for a connection that broke."""
        if self._stopped:
            raise self.closed_error() from None
        reason = str(error) or type(error).__name__
        raise StreamIncompleteError(f"the stream of {self.attempts.call} ended unexpectedly: {reason}") from None

    def raise_incomplete(self) -> NoReturn:
        """Raise the error for a body that ended before the stream's last event."""
        if self._stopped:
            raise self.closed_error()
        raise StreamIncompleteError(f"the stream of {self.attempts.call} ended unexpectedly, {self.reader.missing}")

    def add_partial(self, error: QuantAIError) -> QuantAIError:
        """Add to an error what has arrived of the reply. The stream cannot be read any further."""
        self._stopped = self._stopped or f"failed with {type(error).__name__}"
        error.__dict__.update(
            self.attempts.error_state,
            request_id=self.request_id,
            partial=self.reader.reply(),
            last_event_id=self.reader.last_event_id,
        )
        self.attempts.errors_without_token.clean(error)
        return error

    def closed_error(self) -> QuantAIError:
        """The error for reading on after the stream was closed, or after a read that failed or was interrupted."""
        return self.add_partial(
            StreamIncompleteError(f"the stream of {self.attempts.call} {self._stopped or 'was closed'} before its end")
        )


def can_be_read(operation: Operation[Any], response: httpx.Response) -> bool:
    """Whether a response is a stream of the kind that the operation has."""
    is_kind = is_json_lines if operation.events and operation.events.lines else is_event_stream
    return response.status_code < 300 and is_kind(response.headers.get("content-type", ""))


def not_a_stream(operation: Operation[Any], request: Request, reply: HttpReply) -> Exception:
    """The error for a reply that is not an event stream."""
    if reply.status_code >= 300:
        return unexpected_status(operation, request, reply)
    if reply.status_code == 202:
        return unreadable(operation, request, reply, "a reply that comes later instead of a stream")
    kind = reply.headers.get("content-type") or "no content type"
    what = "JSON lines" if operation.events and operation.events.lines else "a stream of events"
    return unreadable(operation, request, reply, f"{kind} instead of {what}")
