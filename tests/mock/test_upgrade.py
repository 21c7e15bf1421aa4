"""Requests to upgrade to HTTP/2 or WebSocket are answered as if they did not ask for it, and their body is read.

Java's HttpClient and `curl --http2` ask for HTTP/2 with the first request of every connection.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Iterator

import pytest
from tests.mock.support.client import chat_body
from tests.mock.support.in_process import InProcessClient
from tests.mock.support.raw_http import RawConnection

from quant_ai_mock import Mock, make_app
from quant_ai_mock.control.mock_app import MockApp

H2C = ("Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA")
WEBSOCKET = ("Connection: keep-alive, Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")  # fmt: skip
UPGRADES = pytest.mark.parametrize("lines", [H2C, WEBSOCKET], ids=["h2c", "websocket"])
FRAMINGS = pytest.mark.parametrize("chunked", [True, False], ids=["chunked", "length"])


@pytest.fixture
def peer(server: Mock) -> Iterator[RawConnection]:
    with RawConnection(server.organisation()) as peer:
        yield peer


@pytest.fixture
def app() -> Iterator[MockApp]:
    app = make_app(strict=True)
    with contextlib.closing(app.state.store):
        yield app


def request(root: str, word: str, *, chunked: bool, lines: tuple[str, ...] = ()) -> bytes:
    """A chat request whose reply repeats the word."""
    body = json.dumps(chat_body(word)).encode()
    length = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {len(body)}"
    head = [f"POST {root}/chat HTTP/1.1", "Host: mock", "Authorization: Bearer test-token", *lines]
    raw = "\r\n".join([*head, "Content-Type: application/json", length, "", ""]).encode()
    if not chunked:
        return raw + body
    return raw + b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (body[:9], body[9:])) + b"0\r\n\r\n"


@UPGRADES
@FRAMINGS
def test_the_body_is_read_and_the_connection_goes_on(
    peer: RawConnection, lines: tuple[str, ...], chunked: bool
) -> None:
    first = request(peer.root, "first", chunked=chunked, lines=lines)
    peer.send(first + request(peer.root, "second", chunked=not chunked, lines=lines) + peer.ask("GET", "/models"))
    for word in (b"first", b"second"):
        status, headers, body = peer.reply()
        assert (status, word in body, headers.get("connection")) == (200, True, None)
    assert peer.reply()[0] == 200
    peer.send(first)
    assert peer.reply()[0] == 200


@UPGRADES
@FRAMINGS
def test_the_request_may_be_cut_anywhere(app: MockApp, lines: tuple[str, ...], chunked: bool) -> None:
    raw = request("/api/v3/organisations/acme/ai", "cut", chunked=chunked, lines=lines)

    async def replies() -> list[bytes]:
        line = InProcessClient(app)
        found = [await line.reply(raw[:cut], raw[cut:] + raw) for cut in range(len(raw))]
        return [*found, await line.reply(*(bytes([byte]) for byte in raw), raw)]

    for cut, reply in enumerate(asyncio.run(replies())):
        assert (reply.count(b"HTTP/1.1 200 OK\r\n"), reply.count(b"HTTP/1.1")) == (2, 2), f"cut at {cut}: {reply!r}"


@UPGRADES
def test_a_request_without_a_body_is_answered(peer: RawConnection, lines: tuple[str, ...]) -> None:
    peer.send(peer.ask("GET", "/models", *lines) * 2)
    assert (peer.reply()[0], peer.reply()[0]) == (200, 200)


def test_what_follows_has_to_be_http(peer: RawConnection) -> None:
    peer.send(peer.ask("GET", "/models", *H2C) + b"\x00\x01binary")
    assert (peer.reply()[0], peer.reply()[0], peer.rest()) == (200, 400, b"")


@UPGRADES
def test_a_body_is_waited_for_after_100_continue(peer: RawConnection, lines: tuple[str, ...]) -> None:
    raw = request(peer.root, "later", chunked=False, lines=(*lines, "Expect: 100-continue"))
    head, _, body = raw.partition(b"\r\n\r\n")
    peer.send(head + b"\r\n\r\n")
    assert peer.reply(head_only=True)[0] == 100
    peer.send(body)
    assert b"later" in peer.reply()[2]


def test_the_headers_are_written_down_as_they_were_sent(server: Mock) -> None:
    organisation = server.organisation()
    with RawConnection(organisation) as peer:
        peer.send(peer.ask("GET", "/models", *H2C))
        assert peer.reply()[0] == 200
    headers = organisation.requests()[0]["headers"]
    assert (headers["upgrade"], headers["connection"]) == ("h2c", "Upgrade, HTTP2-Settings")


def test_a_head_that_is_too_large_is_refused(peer: RawConnection) -> None:
    peer.send(peer.ask("GET", "/models", *H2C, "X-Long: " + "x" * 70_000))
    assert peer.reply()[0] == 431


def test_a_trailer_adds_no_header(server: Mock) -> None:
    organisation = server.organisation()
    with RawConnection(organisation) as peer:
        raw = request(peer.root, "trailer", chunked=True).replace(b"Authorization: Bearer test-token\r\n", b"")
        peer.send(raw.removesuffix(b"\r\n") + b"Authorization: Bearer test-token\r\nX-Trailer: y\r\n\r\n")
        assert peer.reply()[0] == 401
        peer.send(peer.ask("GET", "/models"))
        assert peer.reply()[0] == 200
    assert organisation.requests()[0]["headers"].keys() & {"authorization", "x-trailer"} == set()
