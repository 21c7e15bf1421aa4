"""Turn a reply that has been read into the model that its operation promises, or raise what it is instead."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Any, Final, TypeVar

import orjson

from quant_ai_client.errors import DecodeError

from ..errors import ReplyError, StrictError, one_line, status_error
from .retry import retry_after

if TYPE_CHECKING:
    from quant_ai_client.operation import Operation, Request

    from .attempts import Exchange

T = TypeVar("T")

_KEPT: Final = 4096


def decode(operation: Operation[T], request: Request, exchange: Exchange, *, strict: bool = False) -> T:
    """Read a reply as the operation's model.

    Raises:
        StatusError: The service answered with an error.
        ReplyError: It answered with success, but with a status, content type or body that the document does not know.
    """
    status, headers, content, _, _ = exchange
    decoder = operation.replies.get(status)
    if decoder is None:
        raise refusal(operation, request, exchange)
    if operation.accept != "application/json":
        value: Any = content
    elif not content:
        value = None
        if status not in (204, 205):
            raise unreadable(operation, request, exchange, "an empty body")
    else:
        kind = headers.get("content-type", "application/json")
        if "json" not in kind:
            raise unreadable(operation, request, exchange, f"{kind.partition(';')[0]} instead of JSON")
        try:
            value = orjson.loads(content)
        except orjson.JSONDecodeError as error:
            raise unreadable(operation, request, exchange, f"broken JSON: {error}") from None
    try:
        parsed = decoder(value)
    except DecodeError as error:
        raise unreadable(operation, request, exchange, f"a body of another form: {error}") from None
    if strict:
        from ..strict import deviations

        if found := deviations(parsed):
            told = f"answered {status} with {len(found)} deviations from the document: {'; '.join(found)}"
            raise _reply_error(operation, request, exchange, told, StrictError, deviations=found)
    return parsed


def refusal(operation: Operation[Any], request: Request, exchange: Exchange) -> Exception:
    """The error for a reply whose status is not one of the operation's successes."""
    status, headers, content, attempts, request_id = exchange
    if status < 400:
        target = f", to {headers['location']}" if "location" in headers else ""
        return unreadable(operation, request, exchange, f"a status that its document does not know{target}")
    return status_error(
        status,
        body_of(content),
        method=operation.method,
        path=request.path,
        attempts=attempts,
        request_id=request_id,
        retry_after=retry_after(headers, time()),
    )


def unreadable(operation: Operation[Any], request: Request, exchange: Exchange, what: str) -> ReplyError:
    """The error for a success that cannot be read."""
    text = exchange.content[:200].decode("utf-8", "replace")
    start = f", which begins {one_line(text)!r}" if text.strip() else ""
    return _reply_error(operation, request, exchange, f"answered {exchange.status_code} with {what}{start}")


def body_of(content: bytes) -> Any:
    """An error's body: its JSON value, else its text."""
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        return content.decode("utf-8", "replace")


def _reply_error(
    operation: Operation[Any],
    request: Request,
    exchange: Exchange,
    text: str,
    kind: type[ReplyError] = ReplyError,
    **state: Any,
) -> ReplyError:
    quote = f" (request {exchange.request_id})" if exchange.request_id else ""
    return kind(
        f"{operation.method} {request.path} {text}{quote}",
        status_code=exchange.status_code,
        request_id=exchange.request_id,
        content=exchange.content[:_KEPT],
        attempts=exchange.attempts,
        method=operation.method,
        path=request.path,
        **state,
    )
