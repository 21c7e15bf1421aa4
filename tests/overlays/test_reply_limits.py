"""Replies that are too large, before or after decompression, or in encodings that were not requested."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quant_ai import EventTooLargeError, ReplyError, ReplyTooLargeError, StreamError
from quant_ai.http.bodies import BodyDecoder, BodyError, BodyTooLargeError
from quant_ai.http.replies import error_content
from quant_ai.json_text import loads
from quant_ai.streaming.sse import SSEDecoder

from .support.calls import call
from .support.clients import any_client
from .support.http_kinds import KINDS, client_of_kind, loop_of
from .support.operations import GET, POST, TO_GET, TO_POST
from .support.raw_server import STREAM_HEAD, Connection, answering, chunk, reply, serving
from .support.streams import DONE, content, open_stream

pytestmark = [
    pytest.mark.anyio,
    # trio warns of generators inside of httpx.
    pytest.mark.filterwarnings("ignore:Exception ignored in. <async_generator"),
]

MEGABYTE = 1024 * 1024
BOMB = gzip.compress(b'"' + b"a" * (64 * MEGABYTE) + b'"', 9)  # 64 KB


def decoded(headers: dict[str, str], chunks: list[bytes], limit: int | None = None) -> bytes:
    decoder = BodyDecoder(headers, limit)
    found = b"".join(piece for one in chunks for piece in decoder.feed(one))
    decoder.end()
    return found


@given(st.binary(max_size=2000), st.integers(1, 50), st.sampled_from(["gzip", "deflate", "raw deflate", "x-gzip", ""]))
def test_a_body_is_decoded_however_it_is_cut(data: bytes, size: int, encoding: str) -> None:
    raw = zlib.compressobj(wbits=-15)
    sent = {
        "": data,
        "deflate": zlib.compress(data),
        "raw deflate": raw.compress(data) + raw.flush(),
    }.get(encoding, gzip.compress(data))
    headers = {"content-encoding": encoding.removeprefix("raw ")}
    assert decoded(headers, [sent[place : place + size] for place in range(0, len(sent), size)]) == data


def raw_deflate(data: bytes, level: int = -1) -> bytes:
    raw = zlib.compressobj(level, wbits=-15)
    return raw.compress(data) + raw.flush()


@pytest.mark.parametrize("cut", [1, 2, 3, 1000])
@pytest.mark.parametrize(
    ("named", "sent", "data"),
    [
        ("deflate", zlib.compress(b"one"), b"one"),
        ("deflate", zlib.compress(b"one", 0), b"one"),
        ("deflate", zlib.compress(b"one", 9), b"one"),
        ("deflate", raw_deflate(b"one"), b"one"),
        ("deflate", raw_deflate(b"one two three", 0), b"one two three"),
        # Without the head of zlib, but with half of what it is known by: the method, or a number that 31 divides.
        ("deflate", b"\x08\x01\x00\xfe\xffa" + raw_deflate(b"b"), b"ab"),
        ("deflate", b"\x09\x15\x00\xea\xff" + b"a" * 21, b"a" * 21),
        ("deflate", raw_deflate(b'b"hd:hf:hb"hi"iha,,', 1), b'b"hd:hf:hb"hi"iha,,'),
        ("x-gzip", gzip.compress(b"one", mtime=0), b"one"),
        ("gzip", b"", b""),
        ("deflate", b"", b""),
        ("deflate", b"\x78", None),
        ("gzip", gzip.compress(b"one", mtime=0)[:-1], None),
        ("deflate", zlib.compress(b"one")[:-1], None),
        ("gzip", zlib.compress(b"one"), None),
    ],
)
def test_each_encoding_has_one_reading(named: str, sent: bytes, data: bytes | None, cut: int) -> None:
    headers = {"content-encoding": named}
    chunks = [b"", *(sent[place : place + cut] for place in range(0, len(sent), cut))]
    if data is None:
        with pytest.raises(BodyError, match=rf"^its {named} is (broken: .+|incomplete)$"):
            decoded(headers, chunks)
    else:
        assert decoded(headers, chunks) == data


@pytest.mark.parametrize("named", ["", "gzip"])
def test_a_body_may_have_as_many_bytes_as_the_limit(named: str) -> None:
    headers, sent = {"content-encoding": named}, gzip.compress(b"abc") if named else b"abc"
    assert decoded(headers, [sent], 3) == b"abc"
    with pytest.raises(BodyTooLargeError, match=r"^more than 2 bytes$"):
        decoded(headers, [sent], 2)


def test_a_long_name_of_an_encoding_is_cut() -> None:
    with pytest.raises(BodyError, match=rf"^its Content-Encoding is '{'x' * 100}', and gzip, deflate were requested$"):
        BodyDecoder({"content-encoding": "x" * 101})


def test_gzip_in_several_members_is_one_body() -> None:
    assert decoded({"content-encoding": "gzip"}, [gzip.compress(b"one") + gzip.compress(b"two")]) == b"onetwo"


def test_what_follows_gzip_is_neither_read_nor_kept() -> None:
    decoder = BodyDecoder({"content-encoding": "gzip"})
    assert b"".join(decoder.feed(gzip.compress(b"one") + b"garbage")) == b"one"
    assert list(decoder.feed(b"more garbage")) == []
    decoder.end()


@pytest.mark.parametrize("named", ["br", "zstd", "gzip, gzip", "gzip, deflate", "compress", "x", "gzip;q=1"])
def test_an_encoding_that_was_not_asked_for_is_refused(named: str) -> None:
    with pytest.raises(BodyError, match="were requested"):
        BodyDecoder({"content-encoding": named})


@pytest.mark.parametrize("named", ["", "identity", "Identity", "identity, gzip", " GZIP "])
def test_an_encoding_may_be_written_in_other_ways(named: str) -> None:
    sent = gzip.compress(b"a") if "gz" in named.lower() else b"a"
    assert decoded({"content-encoding": named}, [sent]) == b"a"


def test_a_few_bytes_become_many_in_pieces_only() -> None:
    decoder = BodyDecoder({"content-encoding": "gzip"}, 8 * MEGABYTE)
    tracemalloc.start()
    try:
        with pytest.raises(BodyTooLargeError):
            for _ in decoder.feed(BOMB):
                pass
        assert tracemalloc.get_traced_memory()[1] < 4 * MEGABYTE
    finally:
        tracemalloc.stop()


@contextmanager
def memory() -> Iterator[Callable[[], int]]:
    """Measures the most memory that the block has used at a time, in MB."""
    tracemalloc.start()
    try:
        yield lambda: tracemalloc.get_traced_memory()[1] // MEGABYTE
    finally:
        tracemalloc.stop()


LARGE = gzip.compress(b'"' + b"a" * (16 * MEGABYTE) + b'"', 9)


@pytest.mark.parametrize("http", KINDS)
def test_a_body_is_held_once_while_it_is_read(http: str) -> None:
    import anyio

    async def main(url: str) -> None:
        async with client_of_kind(http, url) as client:
            with memory() as used:
                found = await client._caller.send(GET, TO_GET)
                assert used() < 22
            assert len(found.content) == 16 * MEGABYTE + 2

    with serving(answering(reply(LARGE, headers={"Content-Encoding": "gzip"}))) as server:
        anyio.run(main, server.url, backend=loop_of(http))


@pytest.mark.parametrize("byte", [b"\0", b" ", b"<"])
def test_what_is_no_json_is_not_copied_to_find_that_out(byte: bytes) -> None:
    content = byte * (16 * MEGABYTE)
    with memory() as used:
        with pytest.raises(ValueError, match="unexpected character"):
            loads(content)
        assert used() < 18
        assert len(error_content(content)) == 65536
        assert used() < 18


def test_the_body_of_an_error_that_is_very_large_is_read_as_text() -> None:
    content = b'{"message":"' + b"a" * (9 * MEGABYTE) + b'"}'
    with memory() as used:
        assert error_content(content) == content[:65536].decode()
        assert used() < 2
    assert error_content(b'{"message":"' + b"a" * MEGABYTE + b'"}') == {"message": "a" * MEGABYTE}


def test_an_event_in_small_pieces_is_held_once_while_it_arrives() -> None:
    decoder = SSEDecoder()
    with memory() as used:
        decoder.feed(b"data: " + b"a" * 2000)
        for _ in range(100_000):
            assert decoder.feed(b"aa") == []
        assert used() < 1
    (event,) = decoder.feed(b"\n\n")
    assert event[2] == b"a" * 202_000


@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize("encoding", ["", "gzip"])
async def test_a_reply_beyond_the_limit_is_refused_whatever_its_status(kind: str, status: int, encoding: str) -> None:
    body = BOMB if encoding else b'"' + b"a" * 200_000 + b'"'
    headers = {"Content-Encoding": encoding, "X-Request-Id": "req-1"}
    with serving(answering(reply(body, status, headers=headers))) as server:
        outcome = await call(kind, server.url, POST, TO_POST, max_reply_size=100_000, max_retries=0)
    error = outcome.error
    assert isinstance(error, ReplyTooLargeError)
    assert isinstance(error, ReplyError)
    assert f"POST /things answered {status} with more than 100,000 bytes" in str(error)
    assert (error.status_code, error.request_id) == (status, "req-1")


@pytest.mark.parametrize("http", KINDS)
def test_a_reply_without_end_is_refused_over_every_http_client(http: str) -> None:
    import anyio

    def endless(connection: Connection) -> None:
        connection.read()
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
        while True:
            connection.send(bytes(65536))

    async def main(url: str) -> None:
        async with client_of_kind(http, url, max_reply_size=MEGABYTE) as client:
            with pytest.raises(ReplyTooLargeError):
                await client._caller.call(GET, TO_GET)

    with serving(endless) as server:
        anyio.run(main, server.url, backend=loop_of(http))


@pytest.mark.parametrize("http", KINDS)
def test_two_encodings_are_refused_over_every_http_client(http: str) -> None:
    import anyio

    async def main(url: str) -> None:
        async with client_of_kind(http, url) as client:
            with pytest.raises(ReplyError, match=r"'gzip, gzip', and gzip, deflate were requested"):
                await client._caller.call(GET, TO_GET)

    twice = reply(gzip.compress(BOMB), headers={"Content-Encoding": "gzip, gzip"})
    with serving(answering(twice)) as server:
        anyio.run(main, server.url, backend=loop_of(http))


def streaming_head(encoding: str) -> bytes:
    return STREAM_HEAD.replace(b"\r\n\r\n", f"\r\nContent-Encoding: {encoding}\r\n\r\n".encode())


async def stream_of(kind: str, head: bytes, body: bytes, **options: Any) -> Any:
    def script(connection: Connection) -> None:
        connection.read()
        connection.send(head + chunk(body) + chunk(b""))
        connection.until_closed()

    with serving(script) as server:
        async with any_client(kind, server.url, **options) as client, open_stream(client) as stream:
            return await stream.final()


async def test_a_stream_that_a_proxy_compressed_is_read(kind: str) -> None:
    found = await stream_of(kind, streaming_head("gzip"), gzip.compress(content("Hi") + DONE))
    assert found.response.content == "Hi"


async def test_a_stream_in_two_encodings_is_refused(kind: str) -> None:
    with pytest.raises(ReplyError, match="were requested"):
        await stream_of(kind, streaming_head("gzip, gzip"), gzip.compress(gzip.compress(DONE)))


async def test_a_stream_in_a_broken_encoding_is_an_error(kind: str) -> None:
    with pytest.raises(ReplyError, match="gzip is broken"):
        await stream_of(kind, streaming_head("gzip"), b"no gzip")


async def test_an_event_beyond_the_limit_is_refused(kind: str) -> None:
    with pytest.raises(EventTooLargeError) as caught:
        await stream_of(kind, STREAM_HEAD, content("a" * 2000), max_reply_size=1000)
    assert isinstance(caught.value, ReplyTooLargeError)
    assert isinstance(caught.value, StreamError)


@pytest.mark.parametrize("encoding", ["", "gzip"])
async def test_many_small_events_are_not_added_up(kind: str, encoding: str) -> None:
    head, body = STREAM_HEAD, content("a" * 100) * 50 + DONE
    if encoding:
        head, body = streaming_head(encoding), gzip.compress(body)
    found = await stream_of(kind, head, body, max_reply_size=1000)
    assert len(found.response.content) == 5000


async def test_a_small_reply_of_the_users_client_is_read_even_if_that_client_has_decoded_it(kind: str) -> None:
    body = gzip.compress(b'{"a":1}')
    answer = httpx.MockTransport(lambda _: httpx.Response(200, content=body, headers={"content-encoding": "gzip"}))
    mine: Any = httpx.Client(transport=answer) if kind == "sync" else httpx.AsyncClient(transport=answer)
    assert await any_client(kind, "http://x", http_client=mine)._caller.call(GET, TO_GET) == {"a": 1}
