"""Calls over a real socket: replies, redirects, headers, logs and closed clients."""

from __future__ import annotations

import gzip
import logging
import threading
from typing import Any

import httpx
import pytest

from quant_ai import (
    AuthenticationError,
    ConfigurationError,
    ConnectionFailedError,
    NotFoundError,
    OriginError,
    ReplyError,
    ServerError,
)
from quant_ai_client.operation import Request

from .support.calls import OK, call, silent
from .support.clients import TOKEN, any_client, any_http_client, async_client, sync_client
from .support.clock import FakeClock
from .support.operations import GET, POST, REPEATABLE, TO_GET, TO_POST
from .support.raw_server import answering, reply, serving

pytestmark = pytest.mark.anyio

ELSEWHERE = "/api/v3/organisations/acme/ai/elsewhere"


async def test_an_html_page_instead_of_an_error_is_reported_in_one_line(kind: str) -> None:
    page = b"<html>\n<h1>502\nBad Gateway</h1></html>"
    with serving(answering(reply(page, 502, "text/html"))) as server:
        outcome = await call(kind, server.url, POST, TO_POST)
        assert isinstance(outcome.error, ServerError)
        assert str(outcome.error) == "POST /things answered 502: Bad Gateway"
        assert outcome.error.body == page.decode()


@pytest.mark.parametrize(
    ("body", "content_type", "message"),
    [
        (b"<html>Welcome</html>", "text/html", "text/html instead of JSON"),
        (b'{"a": 1', "application/json", "broken JSON"),
        (b"", "application/json", "an empty body"),
        (b'{"a": 1}', "text/plain", "text/plain instead of JSON"),
    ],
)
async def test_a_success_that_cannot_be_read_is_an_error(
    kind: str, body: bytes, content_type: str, message: str
) -> None:
    headers = {"x-request-id": "req-8f2"}
    with serving(answering(reply(body, 200, content_type, headers))) as server:
        outcome = await call(kind, server.url, REPEATABLE, TO_POST)
        assert isinstance(outcome.error, ReplyError)
        assert f"POST /things answered 200 with {message}" in str(outcome.error)
        assert "(request req-8f2)" in str(outcome.error)
        assert outcome.error.content == body


async def test_a_success_that_is_not_in_the_spec_is_an_error(kind: str) -> None:
    with serving(answering(reply(b"", 304))) as server:
        outcome = await call(kind, server.url, POST, TO_POST)
        assert isinstance(outcome.error, ReplyError)
        assert "304" in str(outcome.error)


async def test_a_body_in_a_broken_encoding_is_an_error(kind: str) -> None:
    with serving(answering(reply(b"no gzip", headers={"Content-Encoding": "gzip"}))) as server:
        outcome = await call(kind, server.url, POST, TO_POST)
        assert isinstance(outcome.error, ReplyError)


async def test_a_compressed_body_is_read(kind: str) -> None:
    with serving(answering(reply(gzip.compress(b'{"a":1}'), headers={"Content-Encoding": "gzip"}))) as server:
        assert (await call(kind, server.url, GET, TO_GET)).value == {"a": 1}


async def test_a_reply_that_is_not_http_is_an_error(kind: str, clock: FakeClock) -> None:
    with serving(lambda connection: connection.send(b"SSH-2.0-OpenSSH\r\n\r\n")) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock)
        assert isinstance(outcome.error, ConnectionFailedError)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_inside_the_origin_is_followed(kind: str, status: int) -> None:
    redirect = reply(b"", status, headers={"Location": ELSEWHERE})
    with serving(answering(redirect, reply(b'{"there":1}'))) as server:
        assert (await call(kind, server.url, GET, TO_GET)).value == {"there": 1}
        assert [request.target for request in server.requests] == [
            "/api/v3/organisations/acme/ai/things",
            ELSEWHERE,
        ]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_to_another_origin_is_refused_and_sees_no_token(kind: str, status: int) -> None:
    with (
        serving(OK) as other,
        serving(answering(reply(b"", status, headers={"Location": f"{other.url}/api"}))) as server,
    ):
        outcome = await call(kind, server.url, GET, TO_GET)
        assert isinstance(outcome.error, OriginError)
        assert other.url in str(outcome.error)
        assert other.requests == []


@pytest.mark.parametrize("status", [301, 302, 303])
async def test_a_redirect_does_not_turn_a_post_into_a_get(kind: str, status: int) -> None:
    with serving(answering(reply(b"", status, headers={"Location": ELSEWHERE}))) as server:
        outcome = await call(kind, server.url, POST, TO_POST)
        assert isinstance(outcome.error, ReplyError)
        assert len(server.requests) == 1


async def test_a_redirect_in_a_circle_ends(kind: str) -> None:
    with serving(answering(reply(b"", 307, headers={"Location": ELSEWHERE}))) as server:
        outcome = await call(kind, server.url, GET, TO_GET)
        assert isinstance(outcome.error, ReplyError)
        assert len(server.requests) == 6


async def test_the_users_own_client_follows_no_redirects_here(kind: str) -> None:
    with (
        serving(OK) as other,
        serving(answering(reply(b"", 307, headers={"Location": f"{other.url}/api"}))) as server,
    ):
        async with any_http_client(kind, follow_redirects=True) as mine:
            outcome = await call(kind, server.url, GET, TO_GET, http_client=mine)
        assert isinstance(outcome.error, OriginError)
        assert other.requests == []


async def test_each_request_identifies_its_client(kind: str) -> None:
    with serving(OK) as server:
        await call(kind, server.url, POST, TO_POST)
        headers = server.requests[0].headers
        assert headers["authorization"] == f"Bearer {TOKEN}"
        assert headers["content-type"] == "application/json"
        assert headers["accept"] == "application/json"
        assert headers["user-agent"].startswith("quant-ai/")
        assert f"httpx/{httpx.__version__}" in headers["user-agent"]


async def test_calls_are_logged_without_token_or_body(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    request = Request("/things", body={"prompt": "my secret prompt"})
    answer = reply(b'{"its":"secret answer"}', headers={"x-request-id": "req-1"})
    with caplog.at_level(logging.DEBUG), serving(answering(answer)) as server:
        await call(kind, server.url, POST, request)
    lines = [record.getMessage() for record in caplog.records if record.name == "quant_ai"]
    assert len(lines) == 1
    assert lines[0].startswith("POST /things 200 in ")
    assert lines[0].endswith("(attempt 1, request req-1)")
    assert TOKEN not in caplog.text
    assert "my secret prompt" not in caplog.text
    assert "secret answer" not in caplog.text


async def test_bodies_are_logged_on_request(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "quant_ai.bodies"), serving(answering(reply(b'{"its":"answer"}'))) as server:
        await call(kind, server.url, POST, TO_POST)
    assert "{'a': 1}" in caplog.text
    assert "answer" in caplog.text
    assert TOKEN not in caplog.text


async def test_a_401_says_what_to_do(kind: str) -> None:
    with serving(answering(reply(b'{"message":"Unauthenticated."}', 401))) as server:
        outcome = await call(kind, server.url, GET, TO_GET)
        assert isinstance(outcome.error, AuthenticationError)
        assert str(outcome.error).endswith("check token= (QUANT_API_TOKEN)")


async def test_raw_returns_the_reply_with_its_status_headers_and_bytes(clock: FakeClock) -> None:
    with serving(answering(reply(status=503), reply(b'{"a": 1}', headers={"x-request-id": "req-1"}))) as server:
        client = sync_client(server.url, clock=clock)

        class Things:
            def __init__(self, caller: Any) -> None:
                self._caller = caller

            def get(self) -> dict[str, int]:
                return self._caller.call(GET, TO_GET)  # type: ignore[no-any-return]

        with client:
            raw = client.raw(Things(client._caller).get)
        assert raw.parsed == {"a": 1}
        assert raw.content == b'{"a": 1}'
        assert (raw.status_code, raw.request_id, raw.attempts) == (200, "req-1", 2)
        assert raw.headers["X-Request-Id"] == "req-1"


async def test_threads_share_one_client() -> None:
    with serving(OK) as server, sync_client(server.url) as client:
        found: list[Any] = []
        threads = [threading.Thread(target=lambda: found.append(client._caller.call(GET, TO_GET))) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [{"ok": True}] * 16


async def test_a_closed_client_says_so(kind: str) -> None:
    client = any_client(kind, "http://127.0.0.1:1")
    await client.close()
    with pytest.raises(ConfigurationError, match="closed"):
        await client._caller.call(GET, TO_GET)


async def test_async_cancellation_closes_the_connection_and_is_not_swallowed() -> None:
    import anyio

    with serving(silent) as server:
        async with async_client(server.url) as client:
            with anyio.move_on_after(0.05) as scope:
                await client._caller.call(GET, TO_GET)
            assert scope.cancelled_caught
            assert await anyio.to_thread.run_sync(server.closed_by_peer.wait, 5)


async def test_query_and_path_arrive_as_encoded() -> None:
    with serving(OK) as server, sync_client(server.url) as client:
        client._caller.call(GET, Request("/things/a%2Fb%3D", query=[("q", "a b&c=d+é"), ("q", "2")]))
        assert server.requests[0].target.endswith("/ai/things/a%2Fb%3D?q=a%20b%26c%3Dd%2B%C3%A9&q=2")


async def test_a_404_is_its_own_class_and_names_the_request(kind: str) -> None:
    with serving(
        answering(reply(b'{"error":"Session not found"}', 404, headers={"x-request-id": "req-8f2"}))
    ) as server:
        outcome = await call(kind, server.url, GET, TO_GET)
        assert isinstance(outcome.error, NotFoundError)
        assert str(outcome.error) == "GET /things answered 404: Session not found (request req-8f2)"
