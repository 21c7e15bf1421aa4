"""HTTP as browsers, proxies and other clients speak it."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
import socket
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from tests.mock.support.client import ApiClient, chat_body, ok
from tests.mock.support.raw_http import RawConnection

from quant_ai_mock import Mock, make_app

PAGE = {"Origin": "http://localhost:3000"}


@pytest.fixture
def peer(server: Mock) -> Iterator[RawConnection]:
    with RawConnection(server.organisation()) as peer:
        yield peer


@pytest.mark.parametrize("status", [204, 205, 304])
@pytest.mark.parametrize("kind", [None, "malformed", "truncate"])
def test_a_fault_without_a_body_leaves_the_connection_usable(server: Mock, status: int, kind: str | None) -> None:
    organisation = server.organisation()
    organisation.fault(status, kind=kind)
    with RawConnection(organisation) as peer:
        peer.send(peer.ask("GET", "/models") + peer.ask("GET", "/models"))
        got, headers, body = peer.reply()
        assert (got, body, headers.get("content-length")) == (status, b"", "0" if status == 205 else None)
        assert peer.reply()[0] == 200


def test_accept_lines_mean_the_same_as_one_with_a_comma(peer: RawConnection) -> None:
    for lines in (["Accept: application/json", "Accept: text/plain"], ["Accept: text/plain", "Accept: */*;q=0.1"]):
        peer.send(peer.ask("GET", "/models", *lines))
        assert peer.reply()[0] == 200
    peer.send(peer.ask("GET", "/models", "Accept: text/plain", "Accept: text/html"))
    assert peer.reply()[0] == 406


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate, gzip"])
def test_an_encoded_body_is_415(api: ApiClient, encoding: str) -> None:
    headers = {"Content-Encoding": encoding, "Content-Type": "application/json"}
    reply = api.http.post("/sessions", content=gzip.compress(b'{"userId":"ada"}'), headers=headers)
    assert (reply.status_code, encoding in ok(reply, 415)["message"]) == (415, True)
    assert api.http.post("/sessions", json={"userId": "a"}, headers={"Content-Encoding": "identity"}).is_success


@pytest.mark.parametrize("settings", [{}, {"tokensPerSecond": 0.001}, {"timeToFirstToken": 3600}])
def test_a_client_that_has_closed_its_sending_side_gets_its_whole_stream(server: Mock, settings: Any) -> None:
    organisation = server.organisation()
    organisation.settings(**settings)
    with RawConnection(organisation) as peer:
        peer.send(peer.post("/chat/stream", chat_body("word " * 20)) + peer.ask("GET", "/models"))
        peer.socket.shutdown(socket.SHUT_WR)
        status, _, body = peer.reply()
        assert (status, b"event: done" in body, peer.reply()[0], peer.rest()) == (200, True, 200, b"")


def test_a_page_of_another_origin_may_use_the_api(api: ApiClient) -> None:
    asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}
    asks |= {"Access-Control-Request-Private-Network": "true"}
    allowed = httpx.options(f"{api.mock.api_url}/chat", headers=PAGE | asks)
    assert allowed.status_code == 204
    assert allowed.headers["access-control-allow-origin"] == PAGE["Origin"]
    assert allowed.headers["access-control-allow-methods"] == "POST"
    assert allowed.headers["access-control-allow-headers"] == "authorization,content-type"
    assert allowed.headers["access-control-allow-private-network"] == "true"
    reply = api.http.post("/chat", json=chat_body(), headers=PAGE)
    assert reply.headers["access-control-allow-origin"] == PAGE["Origin"]
    assert "X-Request-Id" in reply.headers["access-control-expose-headers"]
    stream = api.http.post("/chat/stream", json=chat_body(), headers=PAGE)
    assert stream.headers["access-control-allow-origin"] == PAGE["Origin"]
    refused = httpx.get(f"{api.mock.api_url}/models", headers=PAGE)
    assert (refused.status_code, refused.headers["access-control-allow-origin"]) == (401, PAGE["Origin"])
    assert "access-control-allow-origin" not in api.get("/models").headers


def test_a_page_of_another_origin_may_upload_a_file(api: ApiClient) -> None:
    made = ok(api.post("/files", {"contentType": "text/plain", "requestUploadUrl": True}), 201)
    asks = {"Access-Control-Request-Method": "PUT"}
    assert httpx.options(made["uploadUrl"], headers=PAGE | asks).headers["access-control-allow-methods"] == "PUT"
    reply = httpx.put(made["uploadUrl"], content=b"x", headers=PAGE)
    assert (reply.status_code, reply.headers["access-control-allow-origin"]) == (200, PAGE["Origin"])


@pytest.mark.parametrize("path", ["/_mock/requests", "/_mock/state", "/_mock/"])
def test_a_page_of_another_origin_may_not_use_the_control_plane(server: Mock, path: str) -> None:
    for origin in (PAGE["Origin"], "null", "http://["):
        asks = {"Origin": origin, "Access-Control-Request-Method": "GET"}
        for reply in (httpx.options(server.url + path, headers=asks), httpx.get(server.url + path, headers=asks)):
            assert reply.status_code in (403, 405)
            assert "access-control-allow-origin" not in reply.headers


def test_options_requests_need_no_token(server: Mock) -> None:
    reply = httpx.options(f"{server.organisation().api_url}/sessions")
    assert (reply.status_code, reply.headers["allow"]) == (204, "GET, POST, HEAD")


@pytest.mark.parametrize("path", ["/models", "/sessions", "/models/none", "/agents"])
def test_head_is_answered_as_get_is_without_the_body(api: ApiClient, path: str) -> None:
    head, get = api.http.head(path), api.get(path)
    assert (head.status_code, head.content, head.headers["content-length"]) == (
        get.status_code,
        b"",
        get.headers["content-length"],
    )
    assert api.mock.requests()[0]["method"] == "HEAD"


def test_head_of_a_file_tells_its_size(api: ApiClient) -> None:
    file = ok(api.post("/files", {"contentType": "text/plain", "content": "eHl6"}), 201)
    head = httpx.head(file["url"])
    assert (head.status_code, head.headers["content-length"], head.content) == (200, "3", b"")


def test_head_where_there_is_no_get_is_405(api: ApiClient) -> None:
    reply = api.http.head("/chat")
    assert (reply.status_code, reply.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize(
    ("headers", "start"),
    [
        ({"X-Forwarded-Proto": "https"}, "https://mock:1/"),
        ({"X-Forwarded-Proto": "https", "X-Forwarded-Host": "api.example"}, "https://api.example/"),
        ({"X-Forwarded-Proto": "https, http", "X-Forwarded-Host": "a.example, b"}, "https://a.example/"),
        ({"X-Forwarded-Host": "a.example", "X-Forwarded-Port": "8443"}, "http://a.example:8443/"),
        (
            {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "a.example", "X-Forwarded-Port": "443"},
            "https://a.example/",
        ),
        ({"X-Forwarded-Prefix": "/quant/"}, "http://mock:1/quant/"),
        ({"Forwarded": 'for=192.0.2.1;proto=https;host="api.example:444", for=x'}, "https://api.example:444/"),
        ({"X-Forwarded-Proto": "javascript", "X-Forwarded-Host": "a/b", "X-Forwarded-Prefix": '/"'}, "http://mock:1/"),
    ],
)
def test_addresses_behind_a_proxy_are_the_ones_of_the_proxy(
    api: ApiClient, headers: dict[str, str], start: str
) -> None:
    body = {"contentType": "text/plain", "requestUploadUrl": True}
    made = ok(api.http.post("/files", json=body, headers={"Host": "mock:1", **headers}), 201)
    assert made["uploadUrl"].startswith(f"{start}_storage/")


def test_it_can_be_mounted_below_a_path() -> None:
    app = make_app()

    async def use() -> None:
        transport = httpx.ASGITransport(Starlette(routes=[Mount("/quant x", app)]))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost/quant%20x") as http:
            http.headers["Authorization"] = "Bearer test-token"
            assert (await http.get("/api/v3/organisations/a/ai/models")).status_code == 200
            assert (await http.get("/_mock/health")).status_code == 200
            assert (await http.get("/_mock/requests")).json()["total"] == 1
            page = (await http.get("/_mock/")).text
            assert not re.search(r"""(?:href|action)=["']?/""", page)  # its links stay below the path
            moved = await http.post("/_mock/", data={"action": "freeze"})
            assert (moved.status_code, moved.headers["location"][:2]) == (303, "./")
            body = {"contentType": "text/plain", "requestUploadUrl": True}
            made = (await http.post("/api/v3/organisations/a/ai/files", json=body)).json()
            assert made["uploadUrl"].startswith("http://localhost/quant%20x/_storage/")
            assert (await http.put(made["uploadUrl"], content=b"x")).status_code == 200

    with closing(app.state.store):
        asyncio.run(use())


def test_a_web_socket_is_refused() -> None:
    app, sent = make_app(), []

    async def use() -> None:
        async def send(message: Any) -> None:
            sent.append(message)

        async def receive() -> Any:
            return {"type": "websocket.connect"}

        await app({"type": "websocket", "path": "/", "headers": []}, receive, send)

    with closing(app.state.store):
        asyncio.run(use())
    assert sent == [{"type": "websocket.close"}]


@pytest.mark.parametrize("depth", [129, 254, 255, 990, 1023])
def test_a_body_nested_too_deep_is_400_and_harms_nobody(server: Mock, api: ApiClient, depth: int) -> None:
    content = b'{"userId":"x","metadata":' + b'{"a":' * depth + b"1" + b"}" * (depth + 1)
    reply = api.http.post("/sessions", content=content, headers={"Content-Type": "application/json"})
    assert ok(reply, 400)["message"].startswith("The request body is ")
    assert [entry["status"] for entry in api.mock.requests()] == [400]
    assert httpx.get(f"{server.url}/_mock/requests?limit=5000").status_code == 200
    assert httpx.get(f"{server.url}/_mock/").status_code == 200
    refused = httpx.post(
        f"{server.url}/_mock/faults", content=b'{"status":503,"body":' + b"[" * depth + b"]" * depth + b"}"
    )
    assert refused.status_code == 400


def test_a_body_nested_as_deep_as_it_may_be_comes_back(api: ApiClient) -> None:
    value: Any = 1
    for _ in range(120):
        value = {"a": value}
    session = ok(api.post("/sessions", {"userId": "x", "metadata": value}), 201)["sessionId"]
    assert ok(api.get(f"/sessions/{session}"))["metadata"] == value
    assert api.mock.requests()[0]["body"]["metadata"] == value


@pytest.mark.parametrize("number", ["²", "٣", "9" * 5000, "1" * 20, "-1", "1_0", "+5", ""])
@pytest.mark.parametrize("name", ["limit", "offset", "status"])
def test_an_odd_number_is_refused_by_the_control_plane(server: Mock, name: str, number: str) -> None:
    assert httpx.get(f"{server.url}/_mock/requests", params={name: number}).status_code == 422


@pytest.mark.parametrize(
    ("line", "statuses"),
    [
        ("Prefer: code=\xb2\xb2\xb2", {200}),
        ("Prefer: code=" + "2" * 5000, {200}),
        ("X-Mock-Status: " + "9" * 5000, {400}),
        ("X-Mock-Delay: nan", {400}),
        ("X-Mock-Fault: truncate=-5", {400}),
        ("X-Mock-Fault: \xff", {400}),
        ("Accept: " + "a/b," * 5000, {406}),
        ("Content-Length: 0x5", {400}),
        ("Content-Length: " + "9" * 400, {400, 413}),
    ],
)
def test_an_odd_header_is_no_failure_of_the_server(peer: RawConnection, line: str, statuses: set[int]) -> None:
    head = peer.ask("GET", "/models").removesuffix(b"\r\n\r\n") + b"\r\n" + line.encode("latin-1") + b"\r\n\r\n"
    peer.send(head)
    assert peer.reply()[0] in statuses


@pytest.mark.parametrize("expires", ["²", "٣", "9" * 5000, "", "-1"])
def test_an_odd_expiry_is_403(server: Mock, expires: str) -> None:
    query = {"X-Amz-Expires": expires, "X-Amz-Signature": "é"}
    assert httpx.get(f"{server.url}/_storage/acme/x", params=query).status_code == 403


@pytest.mark.parametrize("token", ["", "Authorization: Bearer wrong"])
def test_a_body_is_not_waited_for_from_a_client_without_a_token(server: Mock, token: str) -> None:
    organisation = server.organisation()
    with RawConnection(organisation) as peer:
        lines = ["POST {root}/chat HTTP/1.1", "Host: mock", *[token] * bool(token), "Content-Type: application/json"]
        head = "\r\n".join([*lines, "Content-Length: 20000000", "", ""]).replace("{root}", peer.root)
        peer.send(head.encode())
        assert peer.reply()[0] == 401
        peer.send(b" " * 20_000_000 + peer.ask("GET", "/models"))
        assert peer.reply()[0] == 200
    assert [entry["status"] for entry in organisation.requests()] == [401, 200]


def test_who_asks_before_sending_is_refused_before_sending(peer: RawConnection) -> None:
    body = json.dumps(chat_body()).encode()
    lines = ["Content-Type: application/json", f"Content-Length: {len(body)}", "Expect: 100-continue"]
    peer.send(peer.ask("POST", "/chat", *lines).replace(b"test-token", b"wrong-token"))
    assert peer.rest().startswith(b"HTTP/1.1 401 ")


def test_the_control_plane_limits_bodies(server: Mock) -> None:
    with httpx.Client() as http:
        assert http.post(f"{server.url}/_mock/seed", content=b" " * (26 * 2**20)).status_code == 413

        def chunks() -> Iterator[bytes]:
            for _ in range(26):
                yield b" " * 2**20

        assert http.post(f"{server.url}/_mock/seed", content=chunks()).status_code == 413
