"""Replies are parsed as usual clients do, wherever the network cuts them."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from quant_ai_contract.reply_parser import LARGEST_HEAD, NotHttpError, ReplyParser


@dataclass
class Expected:
    body: bytes = b""
    headers: list[tuple[str, str]] = field(default_factory=list)
    status: int = 200
    reason: str = "OK"
    method: str = "GET"
    can_follow: bool = True
    ends: bool = False  # only with the connection
    version: str = "HTTP/1.1"


LENGTH_2 = ("Content-Length", "2")
CHUNKED = ("Transfer-Encoding", "chunked")
REPLIES = {
    b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok": Expected(b"ok", [LENGTH_2]),
    b"HTTP/1.1 200 Fine thing\r\nX-A:  b \r\nx-A: \xe9\r\nContent-Length: 2\r\n\r\nok": Expected(
        b"ok", [("X-A", "b"), ("x-A", "\xe9"), LENGTH_2], reason="Fine thing"
    ),
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=1\r\nok\r\n0\r\nX-Trailer: y\r\n\r\n": Expected(
        b"ok", [CHUNKED]
    ),
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n1\r\na\r\n0\r\n\r\n": Expected(
        b"a", [CHUNKED, LENGTH_2]
    ),
    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: a\r\n\r\nHTTP/1.1 204 None\r\n\r\n": Expected(
        status=204, reason="None"
    ),
    b"HTTP/1.1 304 Same\r\nContent-Length: 2\r\n\r\n": Expected(headers=[LENGTH_2], status=304, reason="Same"),
    b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n": Expected(headers=[LENGTH_2], method="HEAD"),
    b"HTTP/1.1 200 OK\nContent-Length: 2\n\nok": Expected(b"ok", [LENGTH_2]),
    b"HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok": Expected(b"ok", [LENGTH_2], reason=""),
    b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok": Expected(
        b"ok", [("Connection", "close"), LENGTH_2], can_follow=False
    ),
    b"HTTP/1.1 200 OK\r\n\r\nto the end": Expected(b"to the end", ends=True, can_follow=False),
    b"HTTP/1.0 200 OK\r\n\r\nold": Expected(b"old", ends=True, can_follow=False, version="HTTP/1.0"),
    b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n": Expected(b"ok", [LENGTH_2], can_follow=False),
    b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more": Expected(b"ok", [LENGTH_2], can_follow=False),
    b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno": Expected(headers=[LENGTH_2], method="HEAD", can_follow=False),
}


@pytest.mark.parametrize("raw", REPLIES)
def test_a_reply_is_the_same_wherever_it_is_cut(raw: bytes) -> None:
    expected = REPLIES[raw]
    for cut in range(len(raw)):
        parser = ReplyParser(expected.method)
        for piece in (raw[:cut], raw[cut:]):
            parser.feed(piece)
        assert parser.is_complete is not expected.ends
        assert parser.can_follow is expected.can_follow, cut
        if expected.ends:
            parser.end()
        assert parser.is_complete
        assert b"".join(parser.pieces) == expected.body
        found = (parser.status, parser.reason, parser.headers, parser.http_version)
        assert found == (expected.status, expected.reason, expected.headers, expected.version), cut


BROKEN = {
    b"SSH-2.0-OpenSSH_9.2\r\n": "Expected HTTP/",
    b"\x16\x03\x01\x02": "Expected HTTP/",
    b"HTTP/2 200 OK\r\n\r\n": "Expected dot",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n": "Invalid character in chunk size",
    b"HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\nabc": "switched to another protocol",
    b"HTTP/1.1 101 Switching\r\nContent-Length: 0\r\n\r\n": "no reply has the status 101",
    b"HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n": "no reply has the status 999",
    b"HTTP/1.1 200 OK\r\nX-A: a\x01b\r\n\r\n": "a control character in X-A",
    b"HTTP/1.1 200 OK\r\nX: " + b"x" * LARGEST_HEAD: "larger than 256 KB",
}


@pytest.mark.parametrize("raw", BROKEN)
def test_what_is_no_reply_says_why(raw: bytes) -> None:
    with pytest.raises(NotHttpError, match=BROKEN[raw]):
        ReplyParser("GET").feed(raw)


def test_a_reply_that_the_connection_cuts_off_is_not_complete() -> None:
    for raw in (b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no"):
        parser = ReplyParser("GET")
        parser.feed(raw)
        parser.end()
        assert not parser.is_complete
        assert not parser.can_follow
