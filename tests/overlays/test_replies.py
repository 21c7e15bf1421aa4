"""A reply is read as what its status and its content type say it is."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import httpx
import pytest

from quant_ai import ReplyError
from quant_ai.http.replies import HttpReply, decode
from quant_ai_client.decoding import nothing, to_file
from quant_ai_client.operation import Operation, Request
from quant_ai_client.types import File

BOTH: Operation[Any] = Operation("both", "GET", "/both", replies={200: dict, 202: to_file}, files=(200, 202))
MADE: Operation[Any] = Operation("made", "POST", "/made", replies={2: nothing})


def read(operation: Operation[Any], status: int, kind: str, content: bytes) -> Any:
    headers = httpx.Headers({"content-type": kind} if kind else {})
    return decode(operation, Request(operation.path), HttpReply(status, headers, content, 1, None))


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8", "Application/Problem+JSON"])
def test_json_is_read_as_json(kind: str) -> None:
    assert read(BOTH, 200, kind, b'{"a":1}') == {"a": 1}


@pytest.mark.parametrize(("status", "kind"), [(200, "text/csv"), (202, "text/plain"), (202, "application/json")])
def test_other_content_is_a_file_with_its_media_type(status: int, kind: str) -> None:
    found = read(BOTH, status, kind, b"a,b")
    assert (found.payload.read(), found.mime_type, found.text) == (b"a,b", kind, "a,b")


def test_a_success_that_is_documented_without_content_is_none() -> None:
    assert read(MADE, 201, "", b"") is None


def test_something_else_than_json_is_refused_where_only_json_is_documented() -> None:
    with pytest.raises(ReplyError, match="text/html instead of JSON"):
        read(MADE, 200, "text/html", b"<p>")


@pytest.mark.parametrize(
    ("content", "mime_type", "text"),
    [
        ("für".encode(), "text/plain", "für"),
        ("für".encode(), None, "für"),
        ("für".encode("latin-1"), "text/csv; header=present; Charset='ISO-8859-1'", "für"),
        ("für".encode("utf-16"), 'text/html;charset="utf-16"', "für"),
        (b"f\xfcr", "text/plain; charset=unknown", "f\ufffdr"),
    ],
)
def test_the_text_of_a_file_is_in_the_charset_of_its_media_type(content: bytes, mime_type: str, text: str) -> None:
    file = File(BytesIO(content), mime_type=mime_type)
    file.payload.read(1)
    assert file.text == file.text == text
    assert file.payload.read() == content
