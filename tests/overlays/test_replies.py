"""A reply is read as what its status and its content type say it is."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import httpx
import pytest

from quant_ai import ArgumentError, ReplyError, StrictError, models
from quant_ai.http import replies
from quant_ai.http.replies import HttpReply, decode, error_content, is_deep, raw_reply
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


# What errors say, and what they keep


def failing(
    status: int, content: bytes, *, headers: dict[str, str] | None = None, request_id: str | None = None, **options: Any
) -> ReplyError:
    reply = HttpReply(status, httpx.Headers(headers or {"content-type": "application/json"}), content, 3, request_id)
    with pytest.raises(ReplyError) as caught:
        decode(options.pop("operation", MADE), Request("/made/1"), reply, **options)
    return caught.value


HTML = "text/html instead of JSON"


@pytest.mark.parametrize(
    ("status", "headers", "content", "says"),
    [
        (200, {"content-type": "text/html;a=b"}, b"<p>", f"200 with {HTML}, which begins '<p>'"),
        (200, {"content-type": ""}, b"<p>", "200 with '' instead of JSON, which begins '<p>'"),
        (200, {"a": "b"}, b" \n", "200 with broken JSON: "),
        (302, {"location": "/x"}, b"", "302 with a status that is not in its spec, to /x"),
        (302, {"a": "b"}, b"", "302 with a status that is not in its spec"),
        (200, {"content-type": "text/html"}, b"a" * 201, f"200 with {HTML}, which begins '{200 * 'a'}'"),
        (200, {"content-type": "text/html"}, b"\xff", f"200 with {HTML}, which begins '\ufffd'"),
        (200, {"content-type": "text/html"}, b" ", f"200 with {HTML}"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_shown(status: int, headers: dict[str, str], content: bytes, says: str) -> None:
    error = failing(status, content, headers=headers, request_id="r-1")
    assert str(error).startswith(f"POST /made/1 answered {says}")
    assert says.endswith(": ") or str(error) == f"POST /made/1 answered {says} (request r-1)"


def test_an_error_keeps_what_is_known_of_its_reply() -> None:
    error = failing(200, b"<" * 5000, headers={"content-type": "text/html"}, request_id="r-1")
    state = (error.status_code, error.request_id, error.attempts, error.method, error.path, error.content)
    assert state == (200, "r-1", 3, "POST", "/made/1", b"<" * 4096)
    assert "request" not in str(failing(302, b""))


def test_a_reply_without_a_content_type_is_read_as_json() -> None:
    assert read(BOTH, 200, "", b'{"a":1}') == {"a": 1}


STATE: Operation[Any] = Operation("state", "GET", "/state", replies={200: models.Execution.from_dict})


def test_deviations_are_an_error_only_if_they_are_meant_to_be() -> None:
    decode(STATE, Request("/state"), HttpReply(200, httpx.Headers(), b'{"mood":1,"joy":2}', 1, None))
    error: Any = failing(200, b'{"mood":1,"joy":2}', operation=STATE, strict=True)
    assert type(error) is StrictError
    found = error.deviations
    assert {"mood: is not in the spec", "joy: is not in the spec"} <= set(found)
    assert str(error) == f"GET /made/1 answered 200 with {len(found)} deviations from the spec: {'; '.join(found)}"


def nested(depth: int) -> Any:
    value: Any = []
    for _ in range(depth - 1):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "deep"),
    [
        (nested(350), False),
        (nested(351), True),
        ([nested(349), [], []], False),
        ([nested(350), [], []], True),
        ([nested(300), *[{"a": 1} for _ in range(99)]], False),
        ([[] for _ in range(400)], False),
        ({"a": nested(349), "b": {}}, False),
        ({"a": nested(350), "b": {}}, True),
    ],
)
def test_a_value_is_deep_beyond_350_levels(value: Any, deep: bool) -> None:
    content = json.dumps(value).encode()
    assert is_deep(content, value) is deep
    if deep:
        error = failing(200, content)
        assert str(error).startswith("POST /made/1 answered 200 with a body that is nested too deeply, which begins '")


def test_a_decoder_that_goes_too_deep_is_told_as_such() -> None:
    def endless(value: Any) -> Any:
        return endless(value)

    error = failing(200, b"{}", operation=Operation("deep", "GET", "/deep", replies={200: endless}))
    assert str(error) == "GET /made/1 answered 200 with a body that is nested too deeply, which begins '{}'"


def test_the_body_of_an_error_is_read_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replies, "_MAX_ERROR", 5)
    monkeypatch.setattr(replies, "_MAX_TEXT", 4)
    assert error_content(b'"abc"') == "abc"
    assert error_content(b'"abcd"') == '"abc'
    assert error_content(b"ab\xff") == "ab\ufffd"


def test_a_method_without_a_reply_has_no_raw_reply() -> None:
    with pytest.raises(ArgumentError) as caught:
        raw_reply(None, None)
    assert str(caught.value) == (
        "raw() has no reply to return: this method reads none, or reads a stream, which has raw_events instead"
    )


@pytest.mark.parametrize(
    ("headers", "content", "says"),
    [
        ({"location": "/x?t=12345678"}, b"", "302 with a status that is not in its spec, to /x?t=***"),
        ({"a": "b"}, b'{"12345678":1}', "200 with 3 deviations from the spec: "),
    ],
)
def test_no_text_of_an_error_shows_the_token(headers: dict[str, str], content: bytes, says: str) -> None:
    request = httpx.Request("GET", "http://x", headers={"Authorization": "Bearer 12345678"})
    reply = HttpReply(int(says[:3]), httpx.Headers(headers), content, 1, None, request)
    with pytest.raises(ReplyError) as caught:
        decode(STATE, Request("/state"), reply, strict=True)
    assert str(caught.value).startswith(f"GET /state answered {says}")
    assert "***" in str(caught.value)
    assert "12345678" not in str(caught.value)
