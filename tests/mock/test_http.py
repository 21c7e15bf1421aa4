"""HTTP/1.1 over a socket; `test_upgrade.py` tests requests for another protocol."""

from __future__ import annotations

import contextlib
import json
import re
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from tests.mock.support.client import chat_body, wait_for
from tests.mock.support.raw_http import RawConnection

from quant_ai_mock import Mock, Organisation

LARGE = 25 * 1024 * 1024 + 1


@pytest.fixture
def peer(server: Mock) -> Iterator[RawConnection]:
    with RawConnection(server.organisation()) as peer:
        yield peer


def test_a_reply_says_when_and_how_long(peer: RawConnection) -> None:
    peer.send(peer.ask("GET", "/models"))
    status, headers, body = peer.reply()
    assert (status, headers["content-type"], len(json.loads(body)["models"]) > 5) == (200, "application/json", True)
    assert re.fullmatch(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT", headers["date"])


def test_requests_that_come_together_are_answered_in_their_order(peer: RawConnection) -> None:
    peer.send(
        peer.ask("GET", "/models")
        + peer.post("/chat/stream", chat_body("one two three"))
        + peer.ask("GET", "/models/none")
        + peer.post("/chat", chat_body())
        + peer.post("/chat/stream", chat_body())
        + peer.ask("GET", "/sessions")
    )
    kinds = [(status, headers["content-type"].split(";")[0]) for status, headers, _ in (peer.reply() for _ in range(6))]
    json_, stream = "application/json", "text/event-stream"
    assert kinds == [(200, json_), (200, stream), (404, json_), (200, json_), (200, stream), (200, json_)]


def test_a_head_that_came_before_is_read_with_the_body_that_comes_now(peer: RawConnection) -> None:
    said = []
    for word in ("first", "other", "third"):
        peer.send(peer.post("/chat", chat_body(word)))
        said.append(json.loads(peer.reply()[2])["response"]["content"])
    assert [word in text for word, text in zip(("first", "other", "third"), said, strict=True)] == [True] * 3


@pytest.mark.parametrize("cut", [1, 40, -60, -1])
def test_a_head_that_came_before_may_come_in_pieces(peer: RawConnection, cut: int) -> None:
    peer.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    request, other = peer.post("/chat", chat_body("first")), peer.post("/chat", chat_body("other"))
    for _ in range(2):
        peer.send(request)
        assert peer.reply()[0] == 200
    peer.send(other[:cut])
    peer.send(other[cut:] + request + other)
    texts = [json.loads(peer.reply()[2])["response"]["content"] for _ in range(3)]
    assert ["first" in text for text in texts] == [False, True, False]


def test_a_head_that_came_before_does_not_lend_its_token_to_the_next(peer: RawConnection) -> None:
    good = peer.ask("GET", "/models")
    statuses = []
    for request in (good, good.replace(b"test-token", b"oops-token"), good):
        peer.send(request)
        statuses.append(peer.reply()[0])
    assert statuses == [200, 401, 200]


def test_a_request_may_come_byte_by_byte(peer: RawConnection) -> None:
    peer.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for byte in peer.post("/chat", chat_body("Hi")):
        peer.send(bytes([byte]))
    assert peer.reply()[0] == 200


def test_a_body_may_come_in_chunks(peer: RawConnection) -> None:
    body = json.dumps(chat_body("in chunks")).encode()
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (body[:7], body[7:20], body[20:])) + b"0\r\n\r\n"
    lines = "Content-Type: application/json", "Transfer-Encoding: chunked"
    peer.send(peer.ask("POST", "/chat", *lines, body=chunks) + peer.ask("GET", "/models"))
    status, _, reply = peer.reply()
    assert (status, b"in chunks" in reply, peer.reply()[0]) == (200, True, 200)


def test_a_reply_without_a_body_has_no_length(peer: RawConnection) -> None:
    peer.send(peer.ask("GET", "/models", "Prefer: code=204") + peer.ask("GET", "/models"))
    status, headers, _ = peer.reply()
    assert (status, "content-length" in headers, peer.reply()[0]) == (204, False, 200)


@pytest.mark.parametrize(
    ("version", "line"), [("1.1", "Connection: close"), ("1.0", "Accept: */*"), ("1.1", "Connection: Close, TE")]
)
@pytest.mark.parametrize("path", ["/chat", "/chat/stream"])
def test_a_client_that_wants_it_closed_gets_it_closed(peer: RawConnection, version: str, line: str, path: str) -> None:
    body = json.dumps(chat_body()).encode()
    lines = "Content-Type: application/json", f"Content-Length: {len(body)}", line
    peer.send(peer.ask("POST", path, *lines, body=body, version=version))
    head, _, reply = peer.rest().partition(b"\r\n\r\n")
    assert b"\r\nconnection: close" in head
    assert b"Certainly" in reply or b"You said" in reply
    assert version != "1.0" or b"chunked" not in head


def test_a_request_that_expects_100_continue_gets_it(peer: RawConnection) -> None:
    head, _, body = peer.post("/chat", chat_body(), "Expect: 100-continue").partition(b"\r\n\r\n")
    peer.send(head + b"\r\n\r\n")
    assert peer.reply(head_only=True)[0] == 100
    peer.send(body)
    assert peer.reply()[0] == 200


def test_a_request_that_is_too_large_gets_no_100_continue(peer: RawConnection) -> None:
    lines = "Content-Type: application/json", f"Content-Length: {LARGE}", "Expect: 100-continue"
    peer.send(peer.ask("POST", "/chat", *lines))
    assert peer.rest().startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("chunked", [True, False])
def test_too_large_a_body_is_refused_and_the_next_request_answered(peer: RawConnection, chunked: bool) -> None:
    part = b" " * 2**20
    if chunked:
        head = peer.ask("POST", "/chat", "Content-Type: application/json", "Transfer-Encoding: chunked")
        body = b"%x\r\n%b\r\n" % (len(part), part) * 26 + b"0\r\n\r\n"
    else:
        head = peer.ask("POST", "/chat", "Content-Type: application/json", f"Content-Length: {26 * len(part)}")
        body = part * 26
    peer.send(head + body + peer.ask("GET", "/models"))
    assert (peer.reply()[0], peer.reply()[0]) == (413, 200)


@pytest.mark.parametrize(
    "broken",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /a b HTTP/1.1\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n",
        b"GET / HTTP/1.1\r\nBad Header: x\r\n\r\n",
        b"GET :bad HTTP/1.1\r\n\r\n",
    ],
)
def test_an_invalid_request_is_400_after_the_valid_ones_before_it(peer: RawConnection, broken: bytes) -> None:
    peer.send(peer.ask("GET", "/models") + broken)
    replies = peer.rest()
    assert replies.startswith(b"HTTP/1.1 200 ")
    assert b"HTTP/1.1 400 Bad Request\r\n" in replies
    assert b"not valid HTTP" in replies


@pytest.mark.parametrize("lines", [("X-Long: " + "x" * 70_000,), tuple(f"X-{n}: {'y' * 90}" for n in range(800))])
def test_too_large_a_head_is_431(peer: RawConnection, lines: tuple[str, ...]) -> None:
    peer.send(peer.ask("GET", "/models", *lines))
    status, headers, _ = peer.reply()
    assert (status, headers["connection"]) == (431, "close")


@pytest.mark.parametrize("lines", [["X-Long: " + "x" * 400_000], [f"X-{n}: {'y' * 90}" for n in range(1200)]])
def test_too_large_a_head_is_431_before_it_is_complete(peer: RawConnection, lines: list[str]) -> None:
    peer.send(peer.ask("GET", "/models", *lines).removesuffix(b"\r\n\r\n"))
    assert peer.rest().startswith(b"HTTP/1.1 431 ")


def test_a_large_head_is_read(peer: RawConnection) -> None:
    peer.send(peer.ask("GET", "/models", "X-Long: " + "x" * 60_000))
    assert peer.reply()[0] == 200


def test_a_client_that_goes_in_the_middle_harms_nobody(peer: RawConnection, server: Mock) -> None:
    whole = peer.post("/chat/stream", chat_body("word " * 100))
    for end in (10, len(whole) - 5, len(whole)):
        other = RawConnection(server.organisation())
        other.send(other.post("/chat/stream", chat_body("word " * 100))[:end])
        other.socket.close()
    peer.send(whole)
    assert peer.reply()[0] == 200


def test_a_client_that_reads_late_gets_every_reply(peer: RawConnection) -> None:
    asked = memoryview(peer.ask("GET", "/models") * 3000)
    peer.socket.setblocking(False)
    sent = 0
    with contextlib.suppress(BlockingIOError):
        while sent < len(asked):
            sent += peer.socket.send(asked[sent : sent + 65536])
    peer.socket.settimeout(10)
    whole = sent * 3000 // len(asked)
    assert whole > 100
    assert all(peer.reply()[0] == 200 for _ in range(whole))


def test_a_request_cut_off_by_the_client_has_no_effect(server: Mock) -> None:
    organisation = server.organisation()
    with RawConnection(organisation) as other:
        other.send(other.post("/sessions", {"userId": "ada"})[:-1])
        other.socket.shutdown(socket.SHUT_WR)
        assert other.rest() == b""
    assert organisation.requests() == []


@pytest.mark.parametrize("path", ["/models", "/none"])
def test_a_client_that_has_closed_its_sending_side_gets_its_reply(peer: RawConnection, path: str) -> None:
    peer.send(peer.ask("GET", path))
    peer.socket.shutdown(socket.SHUT_WR)
    assert peer.reply()[2].endswith(b"}")
    assert peer.rest() == b""


def test_a_client_that_goes_is_noticed_though_its_next_request_waits_behind_the_stream(server: Mock) -> None:
    organisation = server.organisation()
    organisation.settings(tokensPerSecond=0.001)
    with RawConnection(organisation) as other:
        other.send(other.post("/chat/stream", chat_body("word " * 50)) + other.ask("GET", "/models"))
        other.until(b"event: content")
    assert ended(organisation, "POST")["disconnected"] is True
    assert len(organisation.requests()) == 1


@pytest.mark.parametrize("fault", [{"latency": 3600}, {"kind": "stall", "stall": 3600}])
def test_a_fault_waits_no_longer_than_its_client(server: Mock, fault: dict[str, Any]) -> None:
    organisation = server.organisation()
    organisation.fault(**fault)
    with RawConnection(organisation) as other:
        other.send(other.ask("GET", "/models"))
        wait_for(organisation.requests)
    assert ended(organisation, "GET")["status"] == 200


@pytest.mark.parametrize(("path", "fault"), [("/models", "drop"), ("/models", "reset=20"), ("/chat/stream", "reset=2")])
def test_a_fault_resets_the_connection_after_what_it_lets_through(peer: RawConnection, path: str, fault: str) -> None:
    lines = f"X-Mock-Fault: {fault}", "Connection: close"
    peer.send(peer.post(path, chat_body(), *lines) if path != "/models" else peer.ask("GET", path, *lines))
    with pytest.raises(ConnectionResetError):
        peer.rest()
    assert peer.buffer.startswith(b"HTTP/1.1 200 ") == (fault != "drop")


def test_a_header_of_a_reply_cannot_be_broken_by_what_stands_in_it(server: Mock) -> None:
    organisation = server.organisation()
    organisation.fault(503, retry_after="1\r\nX-Evil: yes\x00.")
    with RawConnection(organisation) as other:
        other.send(other.ask("GET", "/models"))
        status, headers, _ = other.reply()
    assert (status, headers["retry-after"]) == (503, "1  X-Evil: yes .")
    assert "x-evil" not in headers


def test_a_tunnel_is_not_made(peer: RawConnection) -> None:
    peer.send(b"CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n\x16\x03\x01")
    assert peer.rest().startswith(b"HTTP/1.1 400 ")


def ended(organisation: Organisation, method: str) -> dict[str, Any]:
    """The journal entry of a request that has ended; the server may need a moment to notice."""
    return wait_for(
        lambda: next((e for e in organisation.requests() if e["method"] == method and e.get("duration_ms")), None)
    )
