"""Read recorded traffic from HAR files, as browsers, proxies and test tools export them.

Tools leave out what they omitted or did not see: bodies, whole replies, the end of a stream. What is not in a
recording is not judged, and an entry that is not an exchange with the API is left out and counted.
"""

from __future__ import annotations

import base64
import binascii
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from quant_ai_common.json_values import Json
from quant_ai_common.recording_files import MAX_SIZE, RecordingError, inflate, open_recording

from .contract_operations import is_stream
from .exchange import Exchange, Headers, media_type

# Why an entry is left out, in the words of the report.
NO_REPLY: Final = "without a reply"
PREFLIGHT: Final = "CORS preflight"
UNREADABLE: Final = "unreadable"

_WITHOUT_BODY: Final = (204, 205, 304)

Attachment = Callable[[str], bytes | None]


def read_har(path: Path, left_out: Counter[str] | None = None) -> Iterator[Exchange]:
    """The exchanges of a recording, in the order in which they were recorded.

    Args:
        path: A HAR file, also compressed or in a zip archive; `-` is the standard input.
        left_out: Counts the entries that are left out, by the reason.

    Raises:
        RecordingError: It cannot be read, or is not a HAR file.
    """
    counts: Counter[str] = Counter() if left_out is None else left_out
    with open_recording(path) as recording:
        found = unreadable = 0
        for entry in recording.entries:
            exchange = _exchange(entry, recording.attachment)
            found += 1
            if isinstance(exchange, Exchange):
                yield exchange
            else:
                counts[exchange] += 1
                unreadable += exchange == UNREADABLE
        if found and unreadable == found:
            raise RecordingError(f"{path}: not a HAR file: no entry has a request with a method and a URL")


def _exchange(entry: Json, attachment: Attachment) -> Exchange | str:
    """An exchange, or why the entry is none."""
    entry = _object(entry)
    request, reply = _object(entry.get("request")), _object(entry.get("response"))
    method, url = request.get("method"), request.get("url")
    if not isinstance(method, str) or not method or not isinstance(url, str) or not _is_url(url):
        return UNREADABLE
    status = _status(reply.get("status"))
    if status is None:
        return NO_REPLY
    request_headers, reply_headers = _headers(request), _headers(reply)
    if method.upper() == "OPTIONS" and "access-control-request-method" in request_headers:
        return PREFLIGHT
    request_body = _request_body(method, request, request_headers, attachment)
    reply_body = _reply_body(method, status, reply, reply_headers, attachment)
    cut = reply_body is None and is_stream(media_type(reply_headers.get("content-type", "")))
    if cut:
        reply_body = _beginning_of_stream(entry, _object(reply.get("content")), reply_headers)
    return Exchange(
        method=method,
        url=url,
        status=status,
        request_headers=request_headers,
        request_body=request_body or b"",
        reply_headers=reply_headers,
        reply_body=reply_body or b"",
        request_body_known=request_body is not None,
        reply_body_known=reply_body is not None,
        reply_body_cut=cut and reply_body is not None,
        reply_pieces=_pieces(reply),
        started=(started := _seconds(entry.get("startedDateTime"))),
        ended=started + max(_number(entry.get("time")), 0) / 1000 if started is not None else None,
    )


def _seconds(value: Json) -> float | None:
    """A time in seconds since 1970, if it is one."""
    try:
        return datetime.fromisoformat(value).timestamp() if isinstance(value, str) else None
    except (ValueError, OverflowError, OSError):
        return None


def _pieces(reply: Mapping[str, Any]) -> int | None:
    """The number of chunks in which a body came, if the recording has it."""
    chunks = reply.get("_chunks")
    return len(chunks) if isinstance(chunks, list) else None


def _request_body(method: str, request: Json, headers: Headers, attachment: Attachment) -> bytes | None:
    """The body of a request; None if the recording does not contain it, or not all of it."""
    sent, size = request.get("postData"), _number(request.get("bodySize"))
    if not isinstance(sent, dict):
        claimed = "transfer-encoding" in headers or headers.get("content-length", "0") != "0"
        nothing = size == 0 or (size <= 0 and method.upper() in ("GET", "HEAD"))
        return b"" if nothing and not claimed else None
    return _body(sent, size, headers, attachment) if _content_type(sent, headers) else None


def _reply_body(method: str, status: int, reply: Json, headers: Headers, attachment: Attachment) -> bytes | None:
    """The body of a reply; None if the recording does not contain it, or not all of it."""
    content = _object(reply.get("content"))
    typed = _content_type(content, headers)
    if method.upper() == "HEAD" or status in _WITHOUT_BODY:
        return b"" if not content.get("text") else None
    broken = reply.get("_error") or reply.get("_failureText")  # Chrome and Playwright: the connection was lost
    if broken or not typed:
        return None
    return _body(content, _number(content.get("size")), headers, attachment)


def _beginning_of_stream(entry: Json, content: Json, headers: Headers) -> bytes | None:
    """What a recording has of an event stream that it does not have as a whole: its first bytes, or single events."""
    raw = _recorded_bytes(content, headers)
    if raw:
        return raw[: max(raw.rfind(b"\n"), raw.rfind(b"\r")) + 1] or None
    messages = entry.get("_eventSourceMessages")  # Chrome has no bytes of a stream
    return b"".join(map(_event, messages)) or None if isinstance(messages, list) else None


def _event(message: Json) -> bytes:
    """An event that Chrome recorded, as it was sent; an event without a name is called `message` there."""
    message = _object(message)
    name, number, data = (str(message.get(key) or "") for key in ("eventName", "eventId", "data"))
    lines = [f"event: {name}"] if name != "message" and name else []
    lines += [f"id: {number}"] if number else []
    lines = [line for line in lines if len(line.splitlines()) == 1]
    lines += [f"data: {line}" for line in data.split("\n")]
    return ("\n".join(lines) + "\n\n").encode("utf-8", "surrogatepass")


def _body(content: Mapping[str, Any], size: float, headers: Headers, attachment: Attachment) -> bytes | None:
    name = content.get("_file")
    if isinstance(name, str):
        return attachment(name)
    raw = _recorded_bytes(content, headers)
    if raw is None or "truncated" in str(content.get("comment")).lower():
        return None
    if len(raw) < size:  # Firefox cuts what is larger than 1 MB
        return None
    if not raw and (size != 0 or headers.get("content-length", "0") != "0"):
        return None
    return raw


def _recorded_bytes(content: Mapping[str, Any], headers: Headers) -> bytes | None:
    text, encoding = content.get("text"), content.get("encoding", content.get("_encoding"))
    if not isinstance(text, str):
        return None
    if isinstance(encoding, str) and encoding.lower() == "base64":
        return _decoded(text, headers)
    return text.encode("utf-8", "surrogatepass")


def _decoded(text: str, headers: Headers) -> bytes | None:
    try:
        raw = base64.b64decode("".join(text.split()), validate=True)
        compressed = headers.get("content-encoding", "identity").lower()
        if compressed in ("gzip", "deflate") and raw[:1] in (b"\x1f", b"\x78"):
            return inflate(raw, MAX_SIZE)
        if compressed != "identity":
            raw.decode()  # what is no text was not decompressed
    except (binascii.Error, ValueError):
        return None
    return raw


def _content_type(content: Mapping[str, Any], headers: Headers) -> bool:
    """Complete the headers with the recorded type of a body; whether it is known which type it had, if any."""
    kind = content.get("mimeType")
    if isinstance(kind, str) and kind and kind != "x-unknown":
        headers.setdefault("content-type", kind)
    return isinstance(kind, str) or "content-type" in headers


def _headers(message: Json) -> Headers:
    found = message.get("headers")
    fields = [field for field in found if isinstance(field, dict)] if isinstance(found, list) else []
    pairs = [(field.get("name"), field.get("value")) for field in fields]
    return Headers(
        (name, value)
        for name, value in pairs
        if isinstance(name, str) and isinstance(value, str) and name and not name.startswith(":")
    )


def _object(value: Json) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _status(value: Json) -> int | None:
    """A status; None if no final reply came. Playwright writes -1 then, browsers 0 or nothing."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) == 3:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not (200 <= value <= 599 or value == 101):
        return None
    return int(value)


def _number(value: Json) -> float:
    """A size; -1 if it is not known."""
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else -1


def _is_url(text: str) -> bool:
    try:
        _ = urlsplit(text).port
    except ValueError:
        return False
    return True
