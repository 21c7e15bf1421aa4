"""All exceptions of this package, as one tree.

    QuantAIError
     ├─ ArgumentError                 an argument of a call is not what the spec says; nothing was sent
     ├─ ConfigurationError            a client cannot be created: a setting is missing or invalid
     ├─ StructuredOutputError         the model cannot reply with a value of a type
     ├─ MediaError                    a file or its content is too large, empty, or of an unsupported kind
     ├─ NoReplyError                  a request got no complete reply
     │   ├─ ConnectionFailedError     there was no connection, or it broke
     │   ├─ TimedOutError             a phase of the call took longer than `timeout`
     │   └─ DeadlineError             the call with all its attempts took longer than `deadline`
     ├─ OriginError                   a link or redirect leads away from the configured origin, and was not followed
     ├─ StatusError                   the service replied with an error
     │   ├─ BadRequestError           400
     │   ├─ AuthenticationError       401
     │   ├─ PermissionDeniedError     403
     │   ├─ NotFoundError             404
     │   ├─ ConflictError             409
     │   ├─ PayloadTooLargeError      413
     │   ├─ UnprocessableError        422
     │   ├─ RateLimitError            429
     │   └─ ServerError               500 and above
     ├─ ReplyError                    the service replied with success, but the reply does not match the spec
     │   ├─ ReplyTooLargeError        it has more bytes than `max_reply_size`; its status may be an error too
     │   ├─ StrictError               `strict=True` found deviations; each has its path
     │   └─ ParseError                the reply is no value of the type that `chat.parse` or `into=` was given
     │       ├─ ReplyFormatError      it does not fit the type; has the path of the field, and what was expected
     │       ├─ ReplyCutOffError      it was cut off at its token limit
     │       └─ ReplyWithheldError    a content filter withheld it
     ├─ StreamError                   a stream failed after it had started; carries what had arrived
     │   ├─ StreamIncompleteError     it ended, or its connection broke, before its terminal event
     │   ├─ StreamIdleError           there were only keep-alives for longer than `idle_timeout`
     │   ├─ StreamFailedError         the service reported an error inside the stream
     │   ├─ MalformedEventError       the data of an event cannot be read
     │   └─ EventTooLargeError        an event exceeds the size limit; a ReplyTooLargeError too
     └─ JobError                      a job that continues after its request; carries its last state
         ├─ PollTimeout               it had not ended at the deadline; it continues, and you can wait for it again
         ├─ ExecutionFailed           it failed
         └─ ToolRoundsError           in `run`, the model requested more rounds of tool calls than allowed

The text of every error is one line. Every error can be pickled, and none contains the token. If an error inside a
stream has a known status, the class of that status is raised, with `partial` set.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from quant_ai_client.errors import ArgumentError as ArgumentError
from quant_ai_client.errors import QuantAIError as QuantAIError
from quant_ai_client.errors import one_line as one_line
from quant_ai_client.errors import printable as printable


class ConfigurationError(QuantAIError, ValueError):
    """A client cannot be created: an argument and its environment variable are missing or invalid."""


class MediaError(QuantAIError, ValueError):
    """A file or its content is too large, empty, or of an unsupported kind."""


class StructuredOutputError(QuantAIError):
    """The model cannot reply with a value of a type: a list of models, or the service's refusal, says so."""

    model_id: str | None = None
    status_code: int = 0
    """The status of the service's refusal; 0 if no request was sent."""
    request_id: str | None = None


class NoReplyError(QuantAIError):
    """A request got no complete reply."""

    method: str = ""
    path: str = ""
    attempts: int = 1
    """How often the request was sent."""
    partial: Any = None
    """Inside a stream: the reply as far as it had arrived."""
    last_event_id: str = ""
    request_id: str | None = None


class ConnectionFailedError(NoReplyError, ConnectionError):
    """No connection could be made, or it broke before the complete reply had arrived."""


class TimedOutError(NoReplyError, TimeoutError):
    """A phase of the call took longer than `timeout` allows."""


class DeadlineError(NoReplyError, TimeoutError):
    """The call, with all its attempts and its body, took longer than `deadline`."""


class OriginError(QuantAIError):
    """A link or redirect leads away from the configured origin. It was not followed, and no token was sent."""

    url: str = ""


class StatusError(QuantAIError):
    """The service replied with an error."""

    status_code: int = 0
    message: str = ""
    """The service's message."""
    code: str | None = None
    """The service's error code, such as "MODEL_NOT_FOUND"."""
    errors: Mapping[str, Sequence[str]] = {}
    """Messages by field, if the request was invalid."""
    request_id: str | None = None
    """The request id, to include when you contact support."""
    body: Any = None
    """The body: its JSON value, or the first 64 KB of its text if it is not JSON or has more than 8 MiB."""
    headers: Mapping[str, str] = {}
    """The headers of the reply; upper and lower case are alike. Empty inside a stream."""
    content: bytes = b""
    """The bytes of the reply. Empty inside a stream."""
    retry_after: float | None = None
    """Seconds that the service asks to wait."""
    attempts: int = 1
    """How often the request was sent."""
    method: str = ""
    path: str = ""
    partial: Any = None
    """Inside a stream: the reply as far as it had arrived."""
    last_event_id: str = ""


class BadRequestError(StatusError):
    """400: the service cannot read the request, or cannot act on it in the present state."""


class AuthenticationError(StatusError):
    """401: the token is missing or unknown."""


class PermissionDeniedError(StatusError):
    """403: the token does not allow this, or the organisation's rules forbid it; `code` says which."""


class NotFoundError(StatusError):
    """404: what the path names, or what the request refers to, does not exist."""


class ConflictError(StatusError):
    """409: the request conflicts with the present state."""


class PayloadTooLargeError(StatusError):
    """413: the body is larger than the service accepts."""


class UnprocessableError(StatusError):
    """422: the request is invalid; `errors` lists the fields."""


class RateLimitError(StatusError):
    """429: too many requests; `retry_after` says how long to wait."""


class ServerError(StatusError):
    """500 and above: the service, or a proxy in front of it, failed."""


class ReplyError(QuantAIError):
    """The service replied with success, but the reply does not match the spec."""

    status_code: int = 0
    request_id: str | None = None
    content: bytes = b""
    """The first kilobytes of the body."""
    attempts: int = 1
    method: str = ""
    path: str = ""


class ReplyTooLargeError(ReplyError):
    """A reply has more bytes than `max_reply_size` allows, whatever its status. The rest was not read."""


class StrictError(ReplyError):
    """With `strict=True`: a reply deviates from the spec."""

    deviations: Sequence[str] = ()
    """One line for each deviation: the path inside the body, and what is wrong there."""


class ParseError(ReplyError):
    """The reply is no value of the type that `chat.parse` or `into=` was given."""

    text: str = ""
    """The text of the reply."""
    usage: Any = None
    """The tokens that the reply used."""
    finish_reason: str | None = None


class ReplyFormatError(ParseError):
    """The reply does not fit the type."""

    path: str = ""
    """Where the reply differs: "lines[2].price". Empty for the reply as a whole."""
    expected: str = ""
    """What was expected there: "int", "at least 0"."""


class ReplyCutOffError(ParseError):
    """The reply was cut off at its token limit (finish reason `length`)."""


class ReplyWithheldError(ParseError):
    """A content filter withheld the reply (finish reason `content_filter`)."""


class StreamError(QuantAIError):
    """A stream failed after it had started."""

    partial: Any = None
    """The reply as far as it had arrived, in the form of a buffered reply."""
    last_event_id: str = ""
    request_id: str | None = None
    method: str = ""
    path: str = ""


class StreamIncompleteError(StreamError):
    """The stream ended, or its connection broke, before its terminal event."""


class StreamIdleError(StreamError, TimeoutError):
    """There were only keep-alives for longer than `idle_timeout`."""


class StreamFailedError(StreamError):
    """The service reported an error inside the stream."""

    message: str = ""
    code: str | None = None
    body: Any = None
    """The data of the error event."""


class MalformedEventError(StreamError):
    """The data of an event cannot be read."""

    data: bytes = b""


class EventTooLargeError(StreamError, ReplyTooLargeError):
    """An event has more bytes than the limit allows."""


class JobError(QuantAIError):
    """A job, which continues after its request, failed or took too long."""

    last_state: Any = None
    """The last state that was read; None if no state could be read."""


class PollTimeout(JobError, TimeoutError):
    """The job had not finished at the deadline. It continues, and you can wait for it again."""


class ExecutionFailed(JobError):
    """The job failed."""

    error: Any = None
    """The service's error."""


class ToolRoundsError(JobError):
    """In `run`, the model requested more rounds of tool calls than allowed."""
