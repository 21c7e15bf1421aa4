"""One recorded exchange, read from an entry of a HAR file."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ..document.json_text import JsonError, read_json

Headers = list[tuple[str, str]]
NOT_JSON = object()

_ORGANISATION = re.compile(r"^.*?/organi[sz]ations/([^/]+)")
_STORAGE = re.compile(r"^/_storage/([^/]+)")


@dataclass(slots=True)
class RecordedExchange:
    """A request as it is matched, and the reply that it had."""

    number: int
    method: str
    path: str  # without the organisation, see place()
    query: list[tuple[str, str]]
    body: bytes
    status: int  # 0 if there was no reply
    headers: Headers
    chunks: list[tuple[float, bytes]]  # of the reply, with their times in seconds
    error: str  # why the reply did not come whole
    organisation: str | None
    origins: list[str] = field(default_factory=list)  # that the service and the recorder had

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def read_entry(entry: dict[str, Any], number: int) -> RecordedExchange | None:
    """Read an entry of a HAR file; None if there is no reply in it that could be sent again."""
    request, response = _object(entry.get("request")), _object(entry.get("response"))
    method, url = request.get("method"), request.get("url")
    status, error = response.get("status"), str(response.get("_error") or "")
    if not isinstance(method, str) or not isinstance(url, str) or not isinstance(status, int):
        return None
    if not 200 <= status <= 599 and not error:
        return None
    content, posted = _object(response.get("content")), _object(request.get("postData"))
    body = _bytes(content, content.get("encoding"))
    if body is None:
        return None
    parts = urlsplit(url)
    path, organisation = place(parts.path)
    request_headers = dict(_headers(request))
    return RecordedExchange(
        number=number,
        method=method.upper(),
        path=path,
        query=parse_qsl(parts.query, keep_blank_values=True),
        body=_bytes(posted, posted.get("encoding") or posted.get("_encoding")) or b"",
        status=max(status, 0),
        headers=_headers(response),
        chunks=_chunks(body, response.get("_chunks")),
        error=error,
        organisation=organisation,
        origins=_origins(f"{parts.scheme}://{parts.netloc}", request_headers),
    )


def place(path: str) -> tuple[str, str | None]:
    """A path without what differs between servers and organisations, and the organisation that it names."""
    found = _ORGANISATION.match(path)
    if found is not None:
        return f"/organisations/*{path[found.end() :]}", found[1]
    found = _STORAGE.match(path)
    return (f"/_storage/*{path[found.end() :]}", found[1]) if found is not None else (path, None)


def json_of(body: bytes) -> Any:
    """The JSON value of a body, or NOT_JSON."""
    try:
        return read_json(body) if body else NOT_JSON
    except JsonError:
        return NOT_JSON


def _chunks(body: bytes, recorded: Any) -> list[tuple[float, bytes]]:
    """The body in the pieces in which it came."""
    pieces = recorded if isinstance(recorded, list) else []
    found, position = [], 0
    for piece in pieces:
        size, at = _object(piece).get("size"), _object(piece).get("at", 0)
        if isinstance(size, int) and size > 0 and isinstance(at, (int, float)):
            found.append((at / 1000, body[position : position + size]))
            position += size
    if position < len(body):
        found.append((found[-1][0] if found else 0.0, body[position:]))
    return found


def _origins(origin: str, headers: dict[str, str]) -> list[str]:
    forwarded = headers.get("x-forwarded-host")
    own = [f"{headers.get('x-forwarded-proto', 'http')}://{forwarded}"] if forwarded else []
    return [origin, *own]


def _bytes(holder: dict[str, Any], encoding: Any) -> bytes | None:
    """A recorded body; None if the recording has only a part of it."""
    text = holder.get("text")
    if not isinstance(text, str):
        return None if holder.get("size") else b""
    if str(holder.get("comment", "")).startswith(("truncated", "withheld")):
        return None
    if encoding == "base64":
        try:
            return base64.b64decode(text)
        except (binascii.Error, ValueError):
            return None
    return text.encode("utf-8", "surrogatepass")


def _headers(message: dict[str, Any]) -> Headers:
    found = message.get("headers")
    fields = [_object(one) for one in found] if isinstance(found, list) else []
    pairs = [(one.get("name"), one.get("value")) for one in fields]
    return [
        (name.lower(), value)
        for name, value in pairs
        if isinstance(name, str) and isinstance(value, str) and not name.startswith(":")
    ]


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
