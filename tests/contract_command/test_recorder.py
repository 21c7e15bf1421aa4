"""The recording proxy: what passes it is passed on as it is, written without its secrets, and judged."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from tests.contract.support.target import Target

from quant_ai_contract.har import read_har
from quant_ai_contract.upstream import Upstream, UpstreamError
from quant_ai_mock import Organisation

from .support.recordings_made import MadeRecording, ok, raw_server, recording

TOKEN = {"Authorization": "Bearer test-token"}
CHAT = {"modelId": "amazon.nova-pro-v1:0", "messages": [{"role": "user", "content": "Hello"}]}


@pytest.fixture
def made(target: Target, tmp_path: Path) -> Iterator[MadeRecording]:
    """A recording of the mock server."""
    with recording(target.url, tmp_path / "traffic.har") as found:
        yield found


def api(made: MadeRecording, organisation: Organisation) -> str:
    return f"{made.url}/api/v3/organisations/{organisation.name}/ai"


def test_a_reply_is_passed_on_as_it_is_and_in_the_file_before_its_end(
    made: MadeRecording, target: Target, organisation: Organisation
) -> None:
    through = httpx.get(f"{api(made, organisation)}/models", headers=TOKEN)
    entry = made.entries[0]
    direct = httpx.get(f"{organisation.api_url}/models", headers=TOKEN)
    kept = ("x-request-id", "date")
    assert through.content == direct.content
    assert [pair for pair in through.headers.multi_items() if pair[0] not in kept] == [
        pair for pair in direct.headers.multi_items() if pair[0] not in kept
    ]
    assert entry["request"]["url"] == f"{organisation.api_url}/models"
    assert entry["response"]["content"]["text"].encode() == direct.content
    assert "test-token" not in made.file.read_text()


def test_what_passes_is_judged(made: MadeRecording, organisation: Organisation) -> None:
    httpx.get(f"{api(made, organisation)}/models?feature=nothing", headers=TOKEN)
    httpx.get(f"{api(made, organisation)}/sessions?limit=5", headers=TOKEN)
    assert [str(verdict.exchange) for verdict in made.verdicts if verdict.errors] == [
        f"GET /api/v3/organisations/{organisation.name}/ai/models -> 422"
    ]


def test_a_stream_leaves_event_by_event_with_the_time_of_each(tmp_path: Path) -> None:
    go_on = threading.Event()

    def reply(peer: socket.socket, _request: bytes) -> None:
        peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
        peer.sendall(b"9\r\ndata: a\n\n\r\n")
        assert go_on.wait(10), "the first event is not passed on before the last one is made"
        peer.sendall(b"9\r\ndata: b\n\n\r\n9\r\ndata: c\n\n\r\n0\r\n\r\n")

    with raw_server(reply) as url, recording(url, tmp_path / "a.har") as made:
        with httpx.stream("GET", f"{made.url}/x") as got:
            pieces = got.iter_raw()
            chunks = [next(pieces)]
            go_on.set()
            chunks += pieces
        chunk_list = made.entries[0]["response"]["_chunks"]
    assert chunks == [b"data: a\n\n", b"data: b\n\n", b"data: c\n\n"]
    assert [one["size"] for one in chunk_list] == [9, 9, 9]
    assert chunk_list[0]["at"] <= chunk_list[1]["at"] <= chunk_list[2]["at"]


HEADS = {
    "HEAD": ("HEAD", b"HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n", b""),
    "204": ("DELETE", b"HTTP/1.1 204 No Content\r\n\r\n", b""),
    "304": ("GET", b"HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n", b""),
    "empty": ("GET", b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b""),
    "until the end": ("GET", b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nto the end", b"to the end"),
    "HTTP/1.0": ("GET", b"HTTP/1.0 200 OK\r\n\r\nold", b"old"),
    "redirect": ("GET", b"HTTP/1.1 307 T\r\nLocation: http://x.test/?sig=abc\r\nContent-Length: 2\r\n\r\n{}", b"{}"),
    "cookies": ("GET", b"HTTP/1.1 200 OK\r\nSet-Cookie: a=123456\r\nSet-Cookie: b=1\r\nContent-Length: 0\r\n\r\n", b""),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_replies_of_all_kinds_pass_with_their_heads(name: str, tmp_path: Path) -> None:
    method, raw, body = HEADS[name]

    def reply(peer: socket.socket, _request: bytes) -> None:
        peer.sendall(raw)
        if b"Length" not in raw and b"204" not in raw and b"304" not in raw:
            raise StopIteration

    with raw_server(reply) as url, recording(url, tmp_path / "a.har") as made:
        got = httpx.request(method, f"{made.url}/x")
        text = made.file.read_text()
        assert len(made.entries) == 1
    assert got.content == body
    assert got.status_code == int(raw[9:12])
    head = raw.partition(b"\r\n\r\n")[0].decode().split("\r\n")[1:]
    sent = [
        f"{key.lower()}: {value}" for key, _, value in (line.partition(": ") for line in head) if key != "Connection"
    ]
    shown = [f"{key}: {value}" for key, value in got.headers.multi_items()]
    assert [line for line in shown if not line.startswith(("connection", "transfer-encoding"))] == sent
    assert "sig=abc" not in text
    assert "a=123456" not in text


@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_compressed_reply_passes_as_it_is_and_is_read_for_the_file(
    coding: str, pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    packed = pack(b'{"a": "test-token"}')
    reply = ok(packed, b"application/json", b"Content-Encoding: " + coding.encode())
    with raw_server(lambda peer, _: peer.sendall(reply)) as url, recording(url, tmp_path / "a.har") as made:
        with httpx.stream("GET", f"{made.url}/x", headers=TOKEN) as got:
            raw = b"".join(got.iter_raw())
        content = made.entries[0]["response"]["content"]
    assert raw == packed
    assert content["text"] == '{"a": "REDACTED"}'


def test_encodings_that_cannot_be_read_are_not_asked_for_nor_written(tmp_path: Path) -> None:
    seen: list[bytes] = []

    def reply(peer: socket.socket, request: bytes) -> None:
        seen.append(request)
        peer.sendall(ok(b"\x0b\x02test-token", b"application/json", b"Content-Encoding: br"))

    with raw_server(reply) as url, recording(url, tmp_path / "a.har") as made:
        with httpx.stream("GET", f"{made.url}/x", headers={**TOKEN, "Accept-Encoding": "br, gzip;q=0.5, zstd"}) as got:
            assert b"".join(got.iter_raw()) == b"\x0b\x02test-token"
        assert b"accept-encoding: gzip;q=0.5\r\n" in seen[0]
        assert made.entries[0]["response"]["content"]["comment"].startswith("truncated")
        assert "test-token" not in made.file.read_text("latin-1")


def test_a_request_reaches_the_server_as_it_was_sent(tmp_path: Path) -> None:
    seen: list[bytes] = []

    def reply(peer: socket.socket, request: bytes) -> None:
        seen.append(request)
        peer.sendall(ok(b"{}"))

    with raw_server(reply) as url, recording(f"{url}/gate/way/", tmp_path / "a.har") as made:
        host = made.url.removeprefix("http://")
        with socket.create_connection(tuple(host.split(":"))) as peer:  # type: ignore[arg-type]
            peer.sendall(
                b"POST /a%2Fb//c?q=%7e|<x>&q=2 HTTP/1.1\r\nHost: " + host.encode() + b"\r\nX-A: 1\r\nX-A: 2\r\n"
                b"Connection: x-b, keep-alive\r\nX-B: hop\r\nExpect: 100-continue\r\nUpgrade: h2c\r\n"
                b"Content-Length: 4\r\n\r\n"
            )
            assert peer.recv(65536).startswith(b"HTTP/1.1 100")
            peer.sendall(b"{  }")
            assert reply_of(peer).startswith(b"HTTP/1.1 200")
            peer.sendall(b"GET %b/y?z HTTP/1.1\r\nHost: h\r\n\r\n" % made.url.encode())
            assert reply_of(peer).startswith(b"HTTP/1.1 200")
        urls = [entry["request"]["url"] for entry in made.entries]
    first, second = seen
    assert first.startswith(b"POST /gate/way/a%2Fb//c?q=%7e|<x>&q=2 HTTP/1.1\r\n")
    assert second.startswith(b"GET /gate/way/y?z HTTP/1.1\r\n")
    assert b"\r\nHost: " + url.removeprefix("http://").encode() + b"\r\n" in first
    assert b"\r\nx-a: 1\r\nx-a: 2\r\n" in first
    for hop in (b"x-b", b"expect", b"upgrade", b"\r\nconnection"):
        assert hop not in first.lower()
    assert first.endswith(b"\r\n\r\n{  }")
    assert urls == [f"{url}/gate/way/a%2Fb//c?q=%7e|<x>&q=2", f"{url}/gate/way/y?z"]


def test_a_client_of_http_1_0_gets_a_stream_in_one_piece(tmp_path: Path) -> None:
    def reply(peer: socket.socket, _request: bytes) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
        peer.sendall(head + b"9\r\ndata: a\n\n\r\n9\r\ndata: b\n\n\r\n0\r\n\r\n")

    with raw_server(reply) as url, recording(url, tmp_path / "a.har") as made:
        host, port = made.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as peer:
            peer.sendall(b"GET /x HTTP/1.0\r\n\r\n")
            got = b""
            while piece := peer.recv(65536):
                got += piece
    head, _, body = got.partition(b"\r\n\r\n")
    assert body == b"data: a\n\ndata: b\n\n"
    assert b"chunked" not in head
    assert b"content-length: 18" in head


def test_requests_sent_at_once_are_answered_one_after_the_other(tmp_path: Path) -> None:
    def reply(peer: socket.socket, request: bytes) -> None:
        peer.sendall(ok(request.split(b" ")[1] + b" {}"))

    with raw_server(reply) as url, recording(url, tmp_path / "a.har") as made:
        host, port = made.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as peer:
            peer.sendall(
                b"GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
                b"POST /2 HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 2\r\n\r\n{}"
                b"GET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            )
            got = b""
            while piece := peer.recv(65536):
                got += piece
        bodies = [entry["request"].get("postData", {}).get("text") for entry in made.entries]
    assert [got.count(b"/%d {}" % number) for number in (1, 2, 3)] == [1, 1, 1]
    assert got.index(b"/1 {}") < got.index(b"/2 {}") < got.index(b"/3 {}")
    assert bodies == [None, "{}", None]


def reply_of(peer: socket.socket) -> bytes:
    found = b""
    while not found.endswith(b"{}"):
        found += peer.recv(65536)
    return found


def test_a_body_in_chunks_and_one_with_a_length_stay_what_they_are(tmp_path: Path) -> None:
    heads: list[bytes] = []

    def reply(peer: socket.socket, request: bytes) -> None:
        heads.append(request)
        if b"chunked" in request:
            while not request.endswith(b"0\r\n\r\n"):
                request += peer.recv(65536)
        heads[-1] = request
        peer.sendall(ok(b"{}"))

    with raw_server(reply) as url, recording(url, tmp_path / "a.har") as made:
        httpx.post(f"{made.url}/x", content=iter([b"ab", b"cd"]))
        httpx.post(f"{made.url}/x", content=b"abcd")
        bodies = [entry["request"]["postData"]["text"] for entry in made.entries]
    assert bodies == ["abcd", "abcd"]
    assert b"transfer-encoding: chunked" in heads[0].lower()
    assert b"content-length: 4" in heads[1].lower()


def test_a_trailer_adds_no_header(tmp_path: Path) -> None:
    heads: list[bytes] = []

    def reply(peer: socket.socket, request: bytes) -> None:
        heads.append(request)
        peer.sendall(ok(b"{}"))

    with raw_server(reply) as url, recording(url, tmp_path / "a.har") as made:
        host, port = made.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as peer:
            peer.sendall(b"POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
            peer.sendall(b"3\r\nabc\r\n0\r\nX-Trailer: y\r\n\r\n")
            reply_of(peer)
        assert "X-Trailer" not in made.file.read_text()
    assert b"x-trailer" not in heads[0].lower()


def test_ipv6_and_the_prefix_of_a_server_are_understood(tmp_path: Path) -> None:
    body = json.dumps({"models": [], "count": 0}).encode()
    try:
        server = raw_server(
            lambda peer, _: peer.sendall(ok(body, b"application/json", b"X-Request-Id: a")), socket.AF_INET6
        )
        with server as url, recording(f"{url}/v", tmp_path / "a.har") as made:  # fmt: skip
            httpx.get(f"{made.url}/api/v3/organisations/a/ai/models", headers=TOKEN)
    except OSError:
        pytest.skip("no IPv6 on this machine")
    assert [verdict.operation for verdict in made.verdicts] == ["models_list"]
    assert made.errors == []


REFUSED = {
    b"GET http://other.test/x HTTP/1.1\r\nHost: other.test\r\n\r\n": 421,
    b"CONNECT other.test:443 HTTP/1.1\r\nHost: other.test:443\r\n\r\n": 405,
    b"GET /x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n": 501,
    b"rubbish\r\n\r\n": 400,
}


@pytest.mark.parametrize("request_bytes", REFUSED)
def test_what_is_not_for_the_server_never_reaches_it(request_bytes: bytes, tmp_path: Path) -> None:
    reached = []
    with raw_server(lambda *given: reached.append(given)) as url, recording(url, tmp_path / "a.har") as made:
        host, port = made.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as peer:
            peer.sendall(request_bytes)
            assert int(peer.recv(65536)[9:12]) == REFUSED[request_bytes]
        assert made.entries == []
    assert not reached


def failing(kind: str) -> Iterator[str]:
    if kind == "down":
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    elif kind == "TLS":
        with socket.create_server(("127.0.0.1", 0)) as listener:

            def refuse() -> None:
                peer, _ = listener.accept()
                with peer:
                    peer.recv(65536)
                    peer.sendall(b"HTTP/1.1 400 This is not TLS\r\n\r\n")

            threading.Thread(target=refuse, daemon=True).start()
            yield f"https://127.0.0.1:{listener.getsockname()[1]}"
    else:
        with raw_server(lambda peer, _: peer.sendall(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")) as url:
            yield url


@pytest.mark.parametrize("kind", ["down", "TLS", "not HTTP"])
def test_a_server_that_cannot_be_reached_is_a_502_and_one_line(kind: str, tmp_path: Path) -> None:
    for url in failing(kind):
        with recording(url, tmp_path / "a.har") as made:
            got = httpx.get(f"{made.url}/x")
            entry = made.entries[0]
        assert got.status_code == 502
        assert url in got.json()["message"]
        assert len(made.said) == 1
        assert "\n" not in made.said[0]
        assert entry["response"]["status"] == 0
        assert entry["response"]["_error"]


@pytest.mark.parametrize("before", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"])
def test_a_connection_that_the_server_breaks_is_broken_for_the_client_too(before: bytes, tmp_path: Path) -> None:
    def reply(peer: socket.socket, _request: bytes) -> None:
        peer.sendall(before)
        raise StopIteration

    with raw_server(reply) as url, recording(url, tmp_path / "a.har") as made:
        with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
            httpx.get(f"{made.url}/x")
        entry = made.entries[0]
        assert [exchange.reply_body_known for exchange in read_har(made.file)] == ([False] if before else [])
    assert entry["response"]["content"]["text"] == before.decode()[-3:]
    assert entry["response"]["_error"].startswith("the server")


def test_a_stream_that_the_client_leaves_is_written_as_far_as_it_came(tmp_path: Path) -> None:
    left = threading.Event()

    def reply(peer: socket.socket, _request: bytes) -> None:
        peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: a\n\n")
        while peer.recv(100):
            pass
        left.set()
        raise StopIteration

    with raw_server(reply) as url, recording(url, tmp_path / "a.har") as made:
        with httpx.stream("GET", f"{made.url}/x") as got:
            next(got.iter_raw())
        assert left.wait(10), "the server is not told"
        content = made.entries[0]["response"]
    assert content["content"]["text"] == "data: a\n\n"
    assert content["_error"] == "the client closed the connection"


def test_an_early_reply_passes_while_the_request_is_still_sent(tmp_path: Path) -> None:
    def reply(peer: socket.socket, _request: bytes) -> None:
        peer.sendall(b"HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
        raise StopIteration

    with raw_server(reply) as url, recording(url, tmp_path / "a.har") as made:
        host, port = made.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as peer:
            peer.sendall(b"POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde")
            assert peer.recv(65536).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("api.quantcdn.io", "write it with its scheme"),
        ("ftp://x", "write it with its scheme"),
        ("https://user:pw@x", "a user in the URL"),
        ("https://x:port", "not a URL"),
        ("https://x/?a=1", "it has a query"),
    ],
)
def test_an_address_that_is_none_is_refused(address: str, reason: str) -> None:
    with pytest.raises(UpstreamError, match=reason):
        Upstream(address)


def test_a_proxy_of_the_environment_is_used_but_not_for_this_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[bytes] = []

    def proxy(peer: socket.socket, request: bytes) -> None:
        seen.append(request)
        peer.sendall(ok(b"{}"))

    with raw_server(proxy) as url:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, url)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        with recording("http://far.test", tmp_path / "a.har") as made, httpx.Client(trust_env=False) as http:
            assert http.get(f"{made.url}/x").status_code == 200
            assert http.get(f"{made.url}/y").status_code == 200
        with (
            raw_server(lambda peer, _: peer.sendall(ok(b"[]"))) as near,
            recording(near, tmp_path / "b.har") as made,
            httpx.Client(trust_env=False) as http,
        ):
            assert http.get(f"{made.url}/x").json() == []
    assert [request.partition(b"\r\n")[0] for request in seen] == [
        b"GET http://far.test/x HTTP/1.1", b"GET http://far.test/y HTTP/1.1"
    ]  # fmt: skip


# The command.


def test_a_token_that_is_a_common_word_is_said_once(made: MadeRecording, organisation: Organisation) -> None:
    for _ in range(2):
        httpx.get(f"{api(made, organisation)}/models", headers={"Authorization": "Bearer hello"})
    assert [line.partition(":")[0] for line in made.said] == ["the token is a common word"]
    assert "hello" not in made.file.read_text()
