"""Write a captured exchange as an entry of a HAR file, without its secrets.

The entry has what HAR 1.2 requires, for browsers and for mitmproxy. What HAR has no word for has names that begin with
an underscore: `_chunks`, the time and size of each chunk of a reply, and `_error`, why a reply did not come whole.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import orjson

from .captured import HeaderList, ReadableExchange
from .contract_operations import is_stream
from .exchange import media_type
from .redactor import Redactor

WITHHELD: Final = "withheld: a secret could not be taken out of it"
_WORDS: Final = frozenset(("method", "httpVersion", "mimeType", "startedDateTime", "encoding", "_encoding"))
"""Members that hold words of the protocol."""
TOO_LARGE: Final = "truncated: not recorded, as it is larger than 64 MB or in an encoding that cannot be read"


def har_entry(exchange: ReadableExchange, redactor: Redactor, ids: Sequence[str] = ()) -> bytes:
    """An entry of a HAR file as JSON, in one line.

    Args:
        exchange: The exchange.
        redactor: Takes the secrets out of it, and remembers them.
        ids: The ids in the address, as far as the spec knows them.
    """
    captured = exchange.captured
    request_type, reply_type = (
        headers.get("content-type", "") for headers in (exchange.request_headers, exchange.reply_headers)
    )
    request_body, reply_body = exchange.request_body, exchange.reply_body
    redactor.learn_url(captured.url)
    redactor.learn_headers(captured.request_headers)
    redactor.learn_headers(captured.reply_headers)
    for one in ids:
        redactor.learn_id(one)
    for body, kind in ((request_body, request_type), (reply_body, reply_type)):
        if body:
            redactor.learn_body(body, kind)
    url = redactor.text(captured.url)
    entry: dict[str, Any] = {
        "startedDateTime": datetime.fromtimestamp(captured.started, UTC).isoformat(timespec="milliseconds"),
        "time": round(captured.ended_at, 3),
        "request": {
            "method": captured.method,
            "url": url,
            "httpVersion": captured.http_version,
            "cookies": [],
            "headers": _named(redactor.headers(captured.request_headers)),
            "queryString": _named(parse_qsl(urlsplit(url).query, keep_blank_values=True)),
            **_sent(request_body, request_type, redactor),
            "headersSize": -1,
            "bodySize": captured.request.size,
        },
        "response": {
            "status": captured.status,
            "statusText": captured.reason or _reason(captured.status),
            "httpVersion": captured.http_version,
            "cookies": [],
            "headers": _named(redactor.headers(captured.reply_headers)),
            "content": {},
            "redirectURL": redactor.text(exchange.reply_headers.get("location", "")),
            "headersSize": -1,
            "bodySize": captured.reply.size if captured.status else -1,
        },
        "cache": {},
        "timings": {
            "send": 0,
            "wait": round(captured.head_at, 3),
            "receive": round(max(0.0, captured.ended_at - captured.head_at), 3),
        },
    }
    entry["response"] |= _received(exchange, reply_type, redactor)
    if captured.error:
        entry["response"]["_error"] = redactor.text(captured.error)
    return _without_leaks(entry, redactor)


def _sent(body: bytes | None, content_type: str, redactor: Redactor) -> dict[str, Any]:
    if body is None:
        return {"postData": {"mimeType": content_type, "text": "", "comment": TOO_LARGE}}
    if not body:
        return {}
    return {"postData": {"mimeType": content_type, **_text(redactor.body(body, content_type)[0], "_encoding")}}


def _received(exchange: ReadableExchange, content_type: str, redactor: Redactor) -> dict[str, Any]:
    chunks, kind = exchange.reply_chunks, {"mimeType": content_type or "x-unknown"}
    if chunks is None:
        return {"content": {"size": 0, **kind, "comment": TOO_LARGE}}
    body, sizes = redactor.body(b"".join(chunks), content_type, [len(chunk) for chunk in chunks])
    content = {"size": len(body), **kind, **_text(body, "encoding")}
    if len(body) != exchange.captured.reply.size:
        content["compression"] = len(body) - exchange.captured.reply.size
    found: dict[str, Any] = {"content": content}
    if len(sizes) > 1 or is_stream(media_type(content_type)):
        times = exchange.captured.reply.times
        found["_chunks"] = [{"at": round(at, 3), "size": size} for at, size in zip(times, sizes, strict=True) if size]
    return found


def _text(body: bytes, encoding: str) -> dict[str, str]:
    """A body as the text that it is, or in base64."""
    try:
        return {"text": body.decode()}
    except UnicodeDecodeError:
        return {"text": base64.b64encode(body).decode(), encoding: "base64"}


def _without_leaks(entry: dict[str, Any], redactor: Redactor) -> bytes:
    """The entry as JSON. If a secret is still in it, all that could hold it is left out."""
    written = orjson.dumps(entry)
    if not redactor.leaks_in_json(written) or not any(map(redactor.leaks, _values(entry))):
        return written
    for holder, name in ((entry["request"], "postData"), (entry["response"], "content")):
        if any(map(redactor.leaks, _values(holder.get(name)))):
            kind = {"size": 0} if name == "content" else {}
            holder[name] = {**kind, "mimeType": holder[name]["mimeType"], "text": "", "comment": WITHHELD}
            entry["response"].pop("_chunks", None)
    for holder in (entry["request"], entry["response"]):
        holder["headers"] = [one for one in holder["headers"] if not redactor.leaks(one["value"])]
    if any(map(redactor.leaks, _values(entry))):
        entry["request"] |= {"url": entry["request"]["url"].partition("?")[0], "queryString": []}
    return orjson.dumps(entry)


def _values(value: Any) -> Iterator[str]:
    """All texts that came from the exchange: of headers and parameters the values, and no word of the format."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in _WORDS:
                yield from _values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner)
    elif isinstance(value, str):
        yield value


def _named(pairs: HeaderList) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in pairs]


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
