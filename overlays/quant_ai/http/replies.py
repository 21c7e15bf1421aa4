"""Decode a complete reply into the operation's model, or raise the matching error."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from time import time
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

import orjson

from quant_ai_client.errors import DecodeError
from quant_ai_client.types import File

from .. import json_text
from ..errors import ArgumentError, ReplyError, StrictError, one_line, printable
from .hidden_token import token_of, without_token
from .retry import retry_after
from .status_errors import status_error

if TYPE_CHECKING:
    import httpx

    from quant_ai_client.operation import Operation, Request

T = TypeVar("T")

_REQUEST_ID_HEADERS: Final = ("x-request-id", "x-amzn-requestid")
_MAX_CONTENT: Final = 4096
"""Bytes of the body that a `ReplyError` keeps."""


_MAX_ERROR: Final = 8 * 1024 * 1024
"""Bytes up to which an error's body is read as JSON, which takes several times its size."""
_MAX_TEXT: Final = 65536
"""Bytes of an error's body that are read as text."""
_MAX_DEPTH: Final = 350
"""Levels that Python can decode, print, copy and pickle before its stack ends."""


class HttpReply(NamedTuple):
    """A complete reply: status, headers and body, and how many attempts it took."""

    status_code: int
    headers: httpx.Headers
    content: bytes
    attempts: int
    request_id: str | None
    request: httpx.Request | None = None
    """What was sent, for errors: they do not show its token."""


class RawReply(NamedTuple, Generic[T]):
    """A decoded reply together with its status, headers and bytes."""

    parsed: T
    status_code: int
    headers: Mapping[str, str]
    request_id: str | None
    content: bytes
    attempts: int
    """How often the request was sent."""


def raw_reply(parsed: T, reply: HttpReply | None) -> RawReply[T]:
    """Combine a decoded reply with the reply that it was decoded from.

    Raises:
        ArgumentError: There is no reply, because the method reads none or reads a stream.
    """
    if reply is None:
        raise ArgumentError(
            "raw() has no reply to return: this method reads none, or reads a stream, which has raw_events instead"
        )
    status_code, headers, content, attempts, request_id, _ = reply
    return RawReply(parsed, status_code, headers, request_id, content, attempts)


def decode(operation: Operation[T], request: Request, reply: HttpReply, *, strict: bool = False) -> T:
    """Decode a reply into the operation's model.

    Raises:
        StatusError: The reply is an error.
        ReplyError: The reply is a success, but its status, content type or body is not in the spec.
    """
    status, headers, content = reply[:3]
    kind = headers.get("content-type", "application/json")
    decoder, json = operation.decoder(status, kind)
    if decoder is None:
        raise unexpected_status(operation, request, reply)
    if not json:
        value: Any = content
    elif not content:
        decoder, value = partial(operation.decode_empty, decoder), status
    else:
        if "json" not in kind.lower():
            raise unreadable(operation, request, reply, f"{kind.partition(';')[0] or repr(kind)} instead of JSON")
        try:
            value = json_text.loads(content)
        except ValueError as error:
            raise unreadable(operation, request, reply, f"broken JSON: {error}") from None
        if is_deep(content, value):
            raise unreadable(operation, request, reply, "a body that is nested too deeply")
    try:
        parsed = decoder(value)
    except DecodeError as error:
        what = f"an unexpected body: {error}" if content else "an empty body"
        raise unreadable(operation, request, reply, what) from None
    except RecursionError:
        raise unreadable(operation, request, reply, "a body that is nested too deeply") from None
    if isinstance(parsed, File):
        parsed.mime_type = headers.get("content-type")
    if strict:
        from ..strict import deviations

        if found := deviations(parsed):
            text = f"answered {status} with {len(found)} deviations from the spec: {'; '.join(found)}"
            raise _reply_error(operation, request, reply, text, StrictError, deviations=found)
    return parsed


def is_deep(content: bytes, value: Any) -> bool:
    """Whether a JSON value is nested too deeply to be used."""
    if content.count(b"[") + content.count(b"{") <= _MAX_DEPTH:
        return False
    try:
        orjson.dumps(value)  # goes down 254 levels, and is much faster than the search below
    except TypeError:
        level, depth = [value], 0
        while level and depth <= _MAX_DEPTH:
            inside = [item.values() if isinstance(item, dict) else item for item in level]
            level = [one for items in inside for one in items if isinstance(one, (dict, list))]
            depth += 1
        return depth > _MAX_DEPTH
    return False


def unexpected_status(operation: Operation[Any], request: Request, reply: HttpReply) -> Exception:
    """The error for a reply whose status is not one of the operation's successes."""
    status, headers, content, attempts, request_id, _ = reply
    if status < 400:
        target = f", to {headers['location']}" if "location" in headers else ""
        return unreadable(operation, request, reply, f"a status that is not in its spec{target}")
    return status_error(
        status,
        error_content(content),
        method=operation.method,
        path=request.path,
        attempts=attempts,
        request_id=request_id,
        retry_after=retry_after(headers, time()),
        headers=headers,
        content=content,
    )


def unreadable(operation: Operation[Any], request: Request, reply: HttpReply, what: str) -> ReplyError:
    """The error for a success that cannot be decoded."""
    text = _shown(reply)[:200].decode("utf-8", "replace")
    start = f", which begins {one_line(text)!r}" if text.strip() else ""
    return _reply_error(operation, request, reply, f"answered {reply.status_code} with {what}{start}")


def error_content(content: bytes) -> Any:
    """The body of an error reply: its JSON value, or the beginning of its text if it is not JSON or very large."""
    if len(content) <= _MAX_ERROR:
        with suppress(ValueError):
            return json_text.loads(content)
    return content[:_MAX_TEXT].decode("utf-8", "replace")


def request_id_of(headers: httpx.Headers) -> str | None:
    """The request id in the headers of a reply, for questions to the service's support."""
    for name in _REQUEST_ID_HEADERS:
        if name in headers:
            return printable(headers[name])
    return None


def _shown(reply: HttpReply) -> bytes:
    """The beginning of the body, for an error."""
    shown = without_token(reply.content[: 2 * _MAX_CONTENT], token_of(reply.request))
    return shown[:_MAX_CONTENT]  # cut no token in half


def _reply_error(
    operation: Operation[Any],
    request: Request,
    reply: HttpReply,
    text: str,
    kind: type[ReplyError] = ReplyError,
    **state: Any,
) -> ReplyError:
    text = without_token(text, token_of(reply.request))
    quote = f" (request {reply.request_id})" if reply.request_id else ""
    return kind(
        f"{operation.method} {request.path} {text}{quote}",
        status_code=reply.status_code,
        request_id=reply.request_id,
        content=_shown(reply),
        attempts=reply.attempts,
        method=operation.method,
        path=request.path,
        **state,
    )
