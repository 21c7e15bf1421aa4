"""Read recorded traffic from HAR files, as browsers and proxies export them."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .exchange import Exchange, Headers


class RecordingError(Exception):
    """A file cannot be read as a recording. The message is one line that says why."""


def read_har(path: Path) -> list[Exchange]:
    """The exchanges of a HAR file, in the order in which they were recorded.

    Raises:
        RecordingError: It cannot be read, or is not a HAR file.
    """
    try:
        value = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise RecordingError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise RecordingError(f"{path}: not JSON: {error}") from None
    try:
        return list(_exchanges(value["log"]["entries"]))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise RecordingError(f"{path}: not a HAR file: {error!r}") from None


def _exchanges(entries: list[Mapping[str, Any]]) -> Iterator[Exchange]:
    for entry in entries:
        request, reply = entry["request"], entry["response"]
        status = int(reply.get("status") or 0)
        if not status:  # a request that was blocked or broken off has no reply
            continue
        headers, body, known = _headers(request), b"", True
        sent = request.get("postData")
        if sent is not None:
            body, known = _text(sent, "_encoding")
            headers.setdefault("content-type", sent.get("mimeType", ""))
        elif request.get("bodySize", 0) > 0:
            known = False
        content = reply.get("content", {})
        reply_headers = _headers(reply)
        if content.get("mimeType") and content["mimeType"] != "x-unknown":
            reply_headers.setdefault("content-type", content["mimeType"])
        reply_body, reply_known = _text(content, "encoding")
        if not reply_body and content.get("size", 0) > 0:
            reply_known = False
        yield Exchange(
            method=request["method"],
            url=request["url"],
            status=status,
            request_headers=headers,
            request_body=body,
            reply_headers=reply_headers,
            reply_body=reply_body,
            request_body_known=known,
            reply_body_known=reply_known,
        )


def _headers(message: Mapping[str, Any]) -> Headers:
    return Headers((field["name"], field["value"]) for field in message.get("headers", []) if field["name"][:1] != ":")


def _text(content: Mapping[str, Any], encoding: str) -> tuple[bytes, bool]:
    """A body, and whether the recording contains it."""
    text = content.get("text")
    if text is None:
        return b"", not content.get("params")
    if content.get(encoding) == "base64":
        try:
            return base64.b64decode(text, validate=True), True
        except binascii.Error as error:
            raise ValueError(f"a body is not base64: {error}") from None
    return text.encode(), True
