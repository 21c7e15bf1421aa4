"""What can go wrong, as one tree.

    QuantAIError
     ├─ ConfigurationError            a client cannot be made: something is missing or does not fit
     ├─ MediaError                    a file or its content is too large, empty, or not of a kind that is taken
     ├─ NoReplyError                  a request was sent, or tried to be, and no whole reply came
     │   ├─ ConnectionFailedError     no connection, or it broke
     │   ├─ TimedOutError             a phase of the call took longer than `timeout`
     │   └─ DeadlineError             the call with all its tries took longer than `deadline`
     ├─ OriginError                   a link or redirect leads away from the configured origin; it was not followed
     ├─ StatusError                   the service answered with an error
     │   ├─ BadRequestError           400
     │   ├─ AuthenticationError       401
     │   ├─ PermissionDeniedError     403
     │   ├─ NotFoundError             404
     │   ├─ ConflictError             409
     │   ├─ PayloadTooLargeError      413
     │   ├─ UnprocessableError        422
     │   ├─ RateLimitError            429
     │   └─ ServerError               500 and above
     ├─ ReplyError                    the service answered with success, but not with what the document promises
     │   └─ StrictError               `strict=True` found deviations; each with its path
     ├─ StreamError                   a stream went wrong after it had begun; carries what had arrived
     │   ├─ StreamIncompleteError     it ended, or its connection broke, before its terminal event
     │   ├─ StreamIdleError           nothing but keep-alives for longer than `idle_timeout`
     │   ├─ StreamFailedError         the service reported an error inside the stream
     │   ├─ MalformedEventError       an event whose data cannot be read
     │   └─ EventTooLargeError        an event past the cap
     └─ JobError                      a job that runs on after its request; carries its last state
         ├─ PollTimeout               it had not ended at the deadline; it goes on, and can be waited for again
         ├─ ExecutionFailed           it ended in failure
         └─ ToolRoundsError           `run` was asked for more rounds of tool calls than allowed

Every error is a line of text, can be pickled, and never holds the token. Where a status is known inside a stream, the
class of that status is raised there too, with `partial` set.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final, NamedTuple

MAX_MESSAGE: Final = 500


class QuantAIError(Exception):
    """Anything that this package raises by itself."""

    def __init__(self, text: str = "", /, **state: Any) -> None:
        super().__init__(one_line(text))
        # Kept in __dict__ beside args: exactly what BaseException pickles.
        self.__dict__.update(state)


class ConfigurationError(QuantAIError, ValueError):
    """A client cannot be made: an argument and its environment variable are missing, or do not fit."""


class MediaError(QuantAIError, ValueError):
    """A file, or content that was to be one, is too large, empty, or not of a kind that is taken."""


class NoReplyError(QuantAIError):
    """A request was sent, or tried to be, and no whole reply came."""

    method: str = ""
    path: str = ""
    attempts: int = 1
    """How often the request was tried."""
    partial: Any = None
    """What had arrived, where it happened inside a stream: the reply so far."""
    last_event_id: str = ""
    request_id: str | None = None


class ConnectionFailedError(NoReplyError, ConnectionError):
    """No connection could be made, or it broke before the reply was whole."""


class TimedOutError(NoReplyError, TimeoutError):
    """A phase of the call took longer than `timeout` allows."""


class DeadlineError(NoReplyError, TimeoutError):
    """The call, with all its tries and its body, took longer than `deadline`."""


class OriginError(QuantAIError):
    """A link or redirect leads away from the configured origin. It was not followed: the token stays where it is."""

    url: str = ""


class StatusError(QuantAIError):
    """The service answered with an error."""

    status_code: int = 0
    message: str = ""
    """What the service says, from whichever form its error has."""
    code: str | None = None
    """The service's own word for it, such as "MODEL_NOT_FOUND"."""
    errors: Mapping[str, Sequence[str]] = {}
    """Messages by field, where the request did not fit."""
    request_id: str | None = None
    """What to quote to the service's people."""
    body: Any = None
    """The whole body: a JSON value, else text."""
    retry_after: float | None = None
    """Seconds that the service asks to wait."""
    attempts: int = 1
    """How often the request was tried."""
    method: str = ""
    path: str = ""
    partial: Any = None
    """What had arrived, where the error came inside a stream: the reply so far."""
    last_event_id: str = ""


class BadRequestError(StatusError):
    """400: the service cannot act on the request in its present state, or cannot read it."""


class AuthenticationError(StatusError):
    """401: no token, or none that the service knows."""


class PermissionDeniedError(StatusError):
    """403: the token is not good for this organisation or operation, or its rules forbid it; `code` says which."""


class NotFoundError(StatusError):
    """404: the thing named in the path, or one that the request refers to, is not there."""


class ConflictError(StatusError):
    """409: the request clashes with what is there."""


class PayloadTooLargeError(StatusError):
    """413: the body is larger than the service takes."""


class UnprocessableError(StatusError):
    """422: the request does not fit; `errors` says which fields."""


class RateLimitError(StatusError):
    """429: too many requests; `retry_after` says for how long."""


class ServerError(StatusError):
    """500 and above: the service, or something before it, failed."""


class ReplyError(QuantAIError):
    """The service answered with success, but not with what the document promises."""

    status_code: int = 0
    request_id: str | None = None
    content: bytes = b""
    """The body as it came, cut after some kilobytes."""
    attempts: int = 1
    method: str = ""
    path: str = ""


class StrictError(ReplyError):
    """`strict=True`, and a reply deviates from the document."""

    deviations: Sequence[str] = ()
    """One line each: the path inside the body, and what is wrong there."""


class StreamError(QuantAIError):
    """A stream went wrong after it had begun."""

    partial: Any = None
    """The reply as far as it had arrived, in the form of a buffered one."""
    last_event_id: str = ""
    request_id: str | None = None
    method: str = ""
    path: str = ""


class StreamIncompleteError(StreamError):
    """The stream ended, or its connection broke, before its terminal event."""


class StreamIdleError(StreamError, TimeoutError):
    """Nothing but keep-alives came for longer than `idle_timeout`."""


class StreamFailedError(StreamError):
    """The service reported an error inside the stream."""

    message: str = ""
    code: str | None = None
    body: Any = None
    """The data of the error event."""


class MalformedEventError(StreamError):
    """An event of the stream has data that cannot be read."""

    data: bytes = b""


class EventTooLargeError(StreamError):
    """An event of the stream has more bytes than the cap allows."""


class JobError(QuantAIError):
    """A job that runs on after its request."""

    last_state: Any = None
    """The state that was read last, None if none could be."""


class PollTimeout(JobError, TimeoutError):
    """The job had not ended at the deadline. It goes on, and can be waited for again."""


class ExecutionFailed(JobError):
    """The job ended in failure."""

    error: Any = None
    """What the service says of the failure."""


class ToolRoundsError(JobError):
    """A `run` was asked for more rounds of tool calls than it allows."""


BY_STATUS: Final[Mapping[int, type[StatusError]]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    413: PayloadTooLargeError,
    422: UnprocessableError,
    429: RateLimitError,
}

_HINTS: Final[Mapping[int, str]] = {
    401: "set QUANT_API_TOKEN or pass token=",
    403: "check organisation= (QUANT_ORGANISATION) and what the token is allowed to do",
}


_STATUS_OF_CODES: Final[Sequence[tuple[str, int]]] = (
    ("NOT_FOUND", 404),
    ("RATE_LIMIT", 429),
    ("THROTTL", 429),
    ("TOO_MANY", 429),
    ("UNAUTHENTICATED", 401),
    ("UNAUTHORIZED", 401),
    ("FORBIDDEN", 403),
    ("NOT_ALLOWED", 403),
    ("AI_DISABLED", 403),
    ("BUDGET", 403),
    ("ACCESS_DENIED", 403),
    ("VALIDATION", 422),
    ("CONFLICT", 409),
    ("TOO_LARGE", 413),
)


class Told(NamedTuple):
    """What an error body says, whichever of its forms it has."""

    message: str | None
    code: str | None
    errors: Mapping[str, Sequence[str]]


def status_error(status_code: int, body: Any, *, method: str, path: str, **state: Any) -> StatusError:
    """The error for a reply with this status and body."""
    kind = BY_STATUS.get(status_code) or (ServerError if status_code >= 500 else StatusError)
    told = told_by(body)
    message = told.message or phrase(status_code)
    text = f"{method} {path} answered {status_code}: {one_line(message)}"
    if request_id := state.get("request_id"):
        text += f" (request {request_id})"
    if told.code is None and (hint := _HINTS.get(status_code)):
        text += f"; {hint}"
    return kind(
        text,
        status_code=status_code,
        message=message,
        code=told.code,
        errors=told.errors,
        body=body,
        method=method,
        path=path,
        **state,
    )


def told_by(body: Any) -> Told:
    """Read an error body of any family that the service is known to send."""
    if not isinstance(body, dict):
        return Told(None, None, {})
    from quant_ai_client.errors import DecodeError
    from quant_ai_client.models import Error, ErrorDetail

    try:
        told = Error.from_dict(body)
    except DecodeError:
        return Told(None, None, {})
    inner = told.error if isinstance(told.error, ErrorDetail) else ErrorDetail()
    errors = _by_field(told.errors)
    word = told.error if isinstance(told.error, str) else None
    first = next((messages[0] for messages in errors.values() if messages), None)
    code = _text(told.code) or _text(inner.code)
    if code is None and word is not None and word.isupper() and word.replace("_", "").isalnum():
        code = word
    return Told(_text(told.message) or word or first or _text(inner.message), code, errors)


def status_of(code: str | None) -> int | None:
    """The status that an error's code stands for, where it comes without one: inside a stream."""
    word = (code or "").upper()
    if word.isdigit() and 400 <= int(word) < 600:
        return int(word)
    return next((status for part, status in _STATUS_OF_CODES if part in word), None)


def phrase(status_code: int) -> str:
    """The registered name of a status, for bodies that say nothing."""
    try:
        return HTTPStatus(status_code).phrase
    except ValueError:
        return "no message"


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _by_field(errors: Any) -> Mapping[str, Sequence[str]]:
    fields = getattr(errors, "additional_properties", errors)
    if not isinstance(fields, dict):
        return {}
    return {
        str(name): [str(message) for message in (messages if isinstance(messages, list) else [messages])]
        for name, messages in fields.items()
    }


def one_line(text: str) -> str:
    """The text on one line, cut where it would be long."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_MESSAGE else line[: MAX_MESSAGE - 1] + "…"
