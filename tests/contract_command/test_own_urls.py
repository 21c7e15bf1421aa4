"""URLs of the service in replies become those of the proxy, and nothing else changes."""

from __future__ import annotations

import itertools
import json
import socket
from pathlib import Path

import httpx
import pytest

from quant_ai import QuantAI
from quant_ai_contract.own_urls import OwnUrls

from .support.recordings_made import ok, raw_server, recording

ORIGIN, OWN = "https://api.quantcdn.io", "http://127.0.0.1:8788"
CASES = {
    '{"pollUrl":"https://api.quantcdn.io/api/v3/x"}': '{"pollUrl":"http://127.0.0.1:8788/api/v3/x"}',
    r'{"pollUrl":"https:\/\/api.quantcdn.io\/api"}': r'{"pollUrl":"http:\/\/127.0.0.1:8788\/api"}',
    "at https://api.quantcdn.io": "at http://127.0.0.1:8788",
    "data: https://api.quantcdn.io:443/a\n\n": "data: http://127.0.0.1:8788/a\n\n",
    "https://api.quantcdn.io?a=https://api.quantcdn.io/": "http://127.0.0.1:8788?a=http://127.0.0.1:8788/",
    "https://api.quantcdn.io.evil.example/": None,
    "https://api.quantcdn.io:8443/": None,
    "https://api.quantcdn.io@evil.example/": None,
    "http://api.quantcdn.io/": None,
    "https://api.quantcdn": None,
    "htthttps://other/ https:": None,
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_an_origin_is_replaced_wherever_a_body_is_cut(text: str, expected: str | None) -> None:
    raw = text.encode()
    for first, second in itertools.combinations_with_replacement(range(len(raw) + 1), 2):
        urls = OwnUrls(ORIGIN, OWN)
        found = b"".join(map(urls.feed, (raw[:first], raw[first:second], raw[second:]))) + urls.end()
        assert found.decode() == (text if expected is None else expected)


def test_nothing_is_held_back_that_is_not_the_beginning_of_the_origin() -> None:
    urls = OwnUrls(ORIGIN, OWN)
    assert urls.feed(b"data: a\n\n") == b"data: a\n\n"
    assert urls.feed(b'data: "http') == b'data: "'
    assert urls.feed(b"://x") == b"http://x"


def test_a_client_follows_the_urls_of_the_service_through_the_proxy(tmp_path: Path) -> None:
    poll = "/api/v3/organisations/acme/ai/chat/executions/r-1"

    def reply(peer: socket.socket, request: bytes) -> None:
        if b" /api/v3/organisations/acme/ai/chat " in request:
            url = f"http://{peer.getsockname()[0]}:{peer.getsockname()[1]}{poll}"
            body = json.dumps({"requestId": "r-1", "status": "queued", "pollUrl": url}).encode()
            peer.sendall(ok(body).replace(b"200 OK", b"202 Accepted"))
        else:
            peer.sendall(ok(b'{"requestId": "r-1", "status": "complete", "result": {"response": {"content": "done"}}}'))

    with raw_server(reply) as upstream, recording(upstream, tmp_path / "traffic.har") as made:
        client = QuantAI(token="a-token-of-mine", organisation="acme", base_url=made.url, max_retries=0)
        with client:
            job = client.chat.start(model_id="m", messages=[{"role": "user", "content": "x"}])
            done = job.wait(deadline=20)
        assert done is not None
        assert [entry["request"]["url"] for entry in made.entries][-1] == upstream + poll
        assert f"{upstream}{poll}" in made.entries[0]["response"]["content"]["text"]  # as the service sent it


@pytest.mark.parametrize("length", [True, False], ids=["with a length", "in chunks"])
def test_a_reply_with_urls_has_its_length_and_the_rest_of_its_bytes(length: bool, tmp_path: Path) -> None:
    def reply(peer: socket.socket, _request: bytes) -> None:
        host, port = peer.getsockname()
        body = b'{"a":"http://%s:%d/x", "b": [1,2 ]}' % (host.encode(), port)
        if length:
            peer.sendall(ok(body))
        else:
            head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            peer.sendall(head + b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n")

    with raw_server(reply) as upstream, recording(upstream, tmp_path / "traffic.har") as made:
        found = httpx.get(f"{made.url}/x")
        assert found.content == b'{"a":"%s/x", "b": [1,2 ]}' % made.url.encode()
        assert found.headers.get("content-length") == (str(len(found.content)) if length else None)
        assert upstream in made.entries[0]["response"]["content"]["text"]


def test_a_redirect_to_the_service_stays_with_the_proxy(tmp_path: Path) -> None:
    def reply(peer: socket.socket, request: bytes) -> None:
        if request.startswith(b"GET /to "):
            peer.sendall(ok(b'{"there":1}'))
            return
        there = f"{service}/to".encode()
        links = b'Link: <%b?page=2>; rel="next", <http://far.test/x>; rel="help"' % there
        head = [b"HTTP/1.1 302 There", b"Location: " + there, b"Content-Location: " + there, links, b"X-Note: " + there]
        peer.sendall(b"\r\n".join([*head, b"Content-Length: 0", b"", b""]))

    with raw_server(reply) as service, recording(service, tmp_path / "traffic.har") as made:
        first = httpx.get(f"{made.url}/from")
        followed = httpx.get(f"{made.url}/from", follow_redirects=True)
        headers = {one["name"]: one["value"] for one in made.entries[0]["response"]["headers"]}
    assert first.headers["location"] == first.headers["content-location"] == f"{made.url}/to"
    assert first.headers["link"] == f'<{made.url}/to?page=2>; rel="next", <http://far.test/x>; rel="help"'
    assert first.headers["x-note"] == f"{service}/to"
    assert headers["Location"] == f"{service}/to"  # as the service sent it
    assert followed.json() == {"there": 1}
    assert str(followed.url) == f"{made.url}/to"
