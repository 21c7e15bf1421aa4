"""Turn error replies into exceptions: the class follows the status, the message comes from the body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final, NamedTuple

from ..errors import (
    AuthenticationError,
    BadRequestError,
    ConflictError,
    NotFoundError,
    PayloadTooLargeError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    StatusError,
    UnprocessableError,
    one_line,
    printable,
)
from .retry import REFUSED

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

_MAX_FIELDS: Final = 300

_HINTS: Final[Mapping[int, str]] = {
    401: "check token= (QUANT_API_TOKEN)",
    403: "check organisation= (QUANT_ORGANISATION) and what the token is allowed to do",
    407: "a proxy sent this reply; check the user and password in its URL",
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


class ErrorBody(NamedTuple):
    """The content of an error body, whichever form it has."""

    message: str | None
    code: str | None
    errors: Mapping[str, Sequence[str]]
    """Messages by field."""


def status_error(status_code: int, body: Any, *, method: str, path: str, **state: Any) -> StatusError:
    """The exception for a reply with this status and body."""
    kind = BY_STATUS.get(status_code) or (ServerError if status_code >= 500 else StatusError)
    error = parse_error_body(body)
    message = printable(error.message or status_phrase(status_code))
    text = f"{method} {path} answered {status_code}: {one_line(message)}{_fields(error.errors, message)}"
    if request_id := state.get("request_id"):
        text += f" (request {request_id})"
    if (seconds := state.get("retry_after")) is not None and status_code in REFUSED:
        text += f"; wait {seconds:g} s before you try again"
    if (attempts := state.get("attempts", 1)) > 1:
        text += f" ({attempts} attempts)"
    if error.code is None and (hint := _HINTS.get(status_code)):
        text += f"; {hint}"
    return kind(
        text,
        status_code=status_code,
        message=message,
        code=printable(error.code) if error.code else error.code,
        errors=error.errors,
        body=body,
        method=method,
        path=path,
        **state,
    )


def _fields(errors: Mapping[str, Sequence[str]], message: str) -> str:
    """The fields that are wrong, each with its first message, or with its name alone if that gets too long."""
    told = {name: next((each for each in messages if each != message), None) for name, messages in errors.items()}
    text = "; ".join(f"{name}: {each}" if each else name for name, each in told.items())
    if len(text) > _MAX_FIELDS:
        text = ", ".join(told)
    return f" ({text})" if text else ""


def parse_error_body(body: Any) -> ErrorBody:
    """Read an error body in any form that the service is known to send."""
    if not isinstance(body, dict):
        return ErrorBody(None, None, {})
    from quant_ai_client.errors import DecodeError
    from quant_ai_client.models import Error, ErrorDetail

    try:
        found = Error.from_dict(body)
    except DecodeError:
        return ErrorBody(None, None, {})
    inner = found.error if isinstance(found.error, ErrorDetail) else ErrorDetail()
    errors = _by_field(found.errors)
    word = found.error if isinstance(found.error, str) else None
    first = next((messages[0] for messages in errors.values() if messages), None)
    code = _code(found.code) or _code(inner.code)
    if code is None and word is not None and word.isupper() and word.replace("_", "").isalnum():
        code = word
    return ErrorBody(_text(found.message) or word or first or _text(inner.message), code, errors)


def status_of_code(code: str | None) -> int | None:
    """The status that belongs to an error code; needed inside a stream, where errors have no status."""
    if code is None:
        return None
    word = code.upper()
    if len(word) == 3 and word.isascii() and word.isdigit() and 400 <= int(word) < 600:
        return int(word)
    return next((status for part, status in _STATUS_OF_CODES if part in word), None)


def status_phrase(status_code: int) -> str:
    """The standard phrase of a status, for bodies without a message."""
    try:
        return HTTPStatus(status_code).phrase
    except ValueError:
        return "no message"


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _code(value: object) -> str | None:
    """A code; some services send a number."""
    return str(value) if isinstance(value, int) and 0 <= value < 1_000_000 and value is not True else _text(value)


def _by_field(errors: Any) -> Mapping[str, Sequence[str]]:
    if not isinstance(errors, dict):
        return {}
    return {
        printable(str(name)): [
            printable(str(message)) for message in (messages if isinstance(messages, list) else [messages])
        ]
        for name, messages in errors.items()
    }
