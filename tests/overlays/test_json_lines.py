"""Replies of JSON lines: each line is an item, and no item is lost or made up."""

from __future__ import annotations

from typing import Any

import pytest

from quant_ai import EventTooLargeError, MalformedEventError, ReplyError, StreamIncompleteError, StrictError, models
from quant_ai.json_text import loads
from quant_ai.streaming.lines import LineReader
from quant_ai.streaming.sse import MAX_EVENT_SIZE
from quant_ai_client.operation import EventType, EventTypes, Operation, Request

from .support.clients import any_client
from .support.raw_server import Script, answering, chunk, reply, serving

pytestmark = pytest.mark.anyio

LINES = EventTypes((EventType("", models.ContentEvent.from_dict),), lines=True)
NDJSON = "application/x-ndjson"
EXPORT: Operation[Any] = Operation("things_export", "GET", "/things", {}, NDJSON, idempotent=True, events=LINES)
TWO = b'{"delta": "a"}\n{"delta": "b"}\n'


def pieces(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


def line_reader(**options: Any) -> LineReader:
    options = {"method": "GET", "path": "/things", "strict": False, "max_event_size": MAX_EVENT_SIZE, **options}
    return LineReader(LINES, **options)


def read(*chunks: bytes, **options: Any) -> list[str]:
    """The texts of all items."""
    reader = line_reader(**options)
    found = [item for data in chunks for item in reader.feed(data)]
    found += reader.end()
    assert reader.ended
    return [item.delta for item in found]


@pytest.mark.parametrize(
    "data",
    [
        TWO,
        TWO.rstrip(b"\n"),
        TWO.replace(b"\n", b"\r\n"),
        b"\n\r\n" + TWO.replace(b"\n", b"\n\n \n"),
        b"\xef\xbb\xbf" + TWO,
        b"".join(b"\x1e" + line + b"\n" for line in TWO.splitlines()),
        b'\x1e{"delta":\n"a"}\n\x1e{\n"delta": "b"\n}\n',
    ],
    ids=["plain", "no last line feed", "CRLF", "blank lines", "BOM", "JSON sequence", "sequence of long texts"],
)
@pytest.mark.parametrize("size", [1, 3, 1000])
async def test_every_line_is_an_item(data: bytes, size: int) -> None:
    assert read(*pieces(data, size)) == ["a", "b"]


async def test_nothing_is_an_empty_reply() -> None:
    assert read() == read(b"") == read(b"\n\n") == []


async def test_a_line_larger_than_the_limit_is_refused_after_those_before_it() -> None:
    for size in (1, 1000):
        reader = line_reader(max_event_size=20)
        found: list[str] = []
        with pytest.raises(EventTooLargeError, match=r"GET /things is refused: line 3 has more than 20 bytes"):
            for data in pieces(TWO + b'{"delta": "' + b"c" * 20, size):
                for item in reader.feed(data):
                    found.append(item.delta)
        assert found == ["a", "b"]


@pytest.mark.parametrize(
    ("before", "text"),
    [(b"", b'{"delta": "abc"}'), (b"\x1e", b'{"delta": "abc"}\n')],  # in a sequence, a line feed is part of the text
    ids=["lines", "sequence"],
)
@pytest.mark.parametrize("size", [1, 7, 1000])
async def test_a_line_may_be_as_large_as_the_limit(before: bytes, text: bytes, size: int) -> None:
    for end in (b"", b"\n"):
        data = (before + text + b"\n") * 2 + before + text + end
        data = data.replace(b"\n\n", b"\n")
        assert read(*pieces(data, size), max_event_size=len(text)) == ["abc"] * 3
        with pytest.raises(EventTooLargeError):
            read(*pieces(data, size), max_event_size=len(text) - 1)


async def test_only_white_space_of_json_is_ignored_around_a_line() -> None:
    assert read(b' \t{"delta": "a"} \t\r\n') == ["a"]
    for odd in (b"\x0b", b"\x0c", b"X", b"\xc2\xa0"):
        for data in (odd + b"\n", odd + TWO, TWO.replace(b"\n", odd + b"\n")):
            with pytest.raises(MalformedEventError, match=r"^line 1 of the reply of GET /things has broken JSON: "):
                read(data)


@pytest.mark.parametrize("mark", [b"", b"\x1e"], ids=["lines", "sequence"])
async def test_a_byte_order_mark_is_no_part_of_the_first_line(mark: bytes) -> None:
    reader = line_reader()
    assert list(reader.feed(b"\xef\xbb\xbf\n")) == []
    assert [item.delta for item in reader.feed(mark + b'{"delta": "a"}\n')] == ["a"]
    assert reader.last == (b"", b"", b'{"delta": "a"}')


async def test_a_reader_has_the_last_line() -> None:
    reader = line_reader()
    assert (reader.last, reader.piece, reader.moved, reader.ended) == ((b"", b"", b""), None, False, False)
    assert list(reader.feed(b"\r\n\n")) == []
    assert not reader.moved
    for text in ("a", "b"):
        line = f'{{"delta": "{text}"}}'
        assert [item.delta for item in reader.feed(line.encode() + b"\n")] == [text]
        assert (reader.last, reader.piece, reader.moved) == ((b"", b"", line.encode()), f"{line}\n", True)
        reader.moved = False
    list(reader.feed(b'{"delta": "c"}'))
    assert not reader.ended
    assert [(item.delta, reader.ended) for item in reader.end()] == [("c", True)]


async def test_a_broken_line_is_shown() -> None:
    with pytest.raises(MalformedEventError) as caught:
        list(line_reader().feed(b'"an object"\n'))
    text = "line 1 of the reply of GET /things has unexpected data: body: expected an object, got a string"
    assert (str(caught.value), caught.value.data) == (text, b'"an object"')


async def test_an_unknown_field_of_a_line_is_refused_only_by_a_strict_reader() -> None:
    line = b'{"delta": "a", "more": 1}\n'
    assert read(line) == ["a"]
    with pytest.raises(StrictError) as caught:
        read(line, strict=True)
    assert str(caught.value) == "a line deviates from the spec: more: is not in the spec"


async def test_a_sequence_gives_each_text_when_it_has_come() -> None:
    reader = line_reader()
    assert [item.delta for item in reader.feed(b'\x1e{"delta": "a"}\n')] == ["a"]
    text = b'{"delta":\n"]}\\"\\\\[\\n",\n"more": [\n{"a": []}\n]}\n'
    for size in (1, 2, 3, 1000):
        found = [item.delta for data in pieces(b"\x1e" + text, size) for item in reader.feed(data)]
        assert found == [']}"\\[\n']


async def test_a_text_of_a_sequence_may_be_cut_anywhere() -> None:
    text = b'\x1e{"delta":"\\"}"}\n'
    for cut in range(len(text)):
        reader = line_reader()
        assert list(reader.feed(text[:cut])) == []
        assert [item.delta for item in reader.feed(text[cut:])] == ['"}']


async def test_texts_of_a_sequence_without_separators_are_not_added_up() -> None:
    text = b'{"delta": "a"}\n'
    assert read(b"\x1e" + text, text, text, max_event_size=len(text)) == ["a"] * 3


async def test_a_broken_text_of_a_sequence_is_told_when_it_has_come() -> None:
    for broken in (b"nothing\n", b"}\n", b'{"delta": "a"}}\n'):
        with pytest.raises(MalformedEventError, match=r"^line 1 of the reply of .*has broken JSON"):
            list(line_reader().feed(b"\x1e" + broken))


async def test_a_long_text_of_a_sequence_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []

    def counted(data: bytes) -> Any:
        read.append(data)
        return loads(data)

    monkeypatch.setattr("quant_ai.streaming.lines.loads", counted)
    reader = line_reader()
    lines = [b'\x1e{"delta": "a",\n', b'"more": [\n', *[b"1,\n"] * 500, b"1]\n", b"}\n"]
    assert [item.delta for line in lines for item in reader.feed(line)] == ["a"]
    assert len(read) == 1


def streamed(*chunks: bytes, kind: str = NDJSON, whole: bool = True) -> Script:
    """A reply in chunks, whose connection is closed before its end if it is not whole."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    body = b"".join(map(chunk, [*chunks, b""] if whole else chunks))

    def script(connection: Any) -> None:
        if connection.read() is not None:
            connection.send(head + body)

    return script


async def items_of(kind: str, script: Script, **options: Any) -> tuple[list[str], Exception | None]:
    """The texts of the items that a client reads, and the error that ended it."""
    found: list[str] = []
    with serving(script) as server:
        async with any_client(kind, server.url, max_retries=0, **options) as client:
            try:
                async with client._caller.stream(EXPORT, Request("/things")) as stream:
                    async for item in stream:
                        found.append(item.delta)
                    assert await stream.final() is None
            except Exception as error:
                return found, error
            assert server.requests[0].headers["accept"] == NDJSON
    return found, None


@pytest.mark.parametrize("media_type", [NDJSON, "application/jsonl; charset=utf-8", "Application/JSON-SEQ"])
async def test_items_arrive_one_by_one(kind: str, media_type: str) -> None:
    assert await items_of(kind, streamed(TWO[:5], TWO[5:], kind=media_type)) == (["a", "b"], None)


@pytest.mark.parametrize(
    ("script", "error", "text"),
    [
        (streamed(TWO, whole=False), StreamIncompleteError, "ended unexpectedly"),
        (streamed(TWO, b'{"delta": "c'), StreamIncompleteError, "in the middle of a line"),
        (streamed(TWO, b"<html>\n"), MalformedEventError, "line 3 of the reply of GET /things has broken JSON"),
        (streamed(TWO, b"7\n"), MalformedEventError, "line 3 of the reply of GET /things has unexpected data"),
        (answering(reply(b"[]", 200)), ReplyError, "application/json instead of JSON lines"),
    ],
)
async def test_what_is_wrong_is_an_error_after_the_items(
    kind: str, script: Script, error: type[Exception], text: str
) -> None:
    found, raised = await items_of(kind, script)
    assert found == ([] if error is ReplyError else ["a", "b"])
    assert type(raised) is error or (error is ReplyError and isinstance(raised, error))
    assert text in str(raised)


async def test_strict_mode_checks_each_line(kind: str) -> None:
    found, raised = await items_of(kind, streamed(TWO, b'{"delta": "c", "more": 1}\n'), strict=True)
    assert found == ["a", "b"]
    assert isinstance(raised, StrictError)
    assert "more" in str(raised)


async def test_the_text_of_lines_is_the_lines(kind: str) -> None:
    with serving(streamed(TWO)) as server:
        async with any_client(kind, server.url) as client, client._caller.stream(EXPORT, Request("/things")) as stream:
            assert [text async for text in stream.text] == ['{"delta": "a"}\n', '{"delta": "b"}\n']
