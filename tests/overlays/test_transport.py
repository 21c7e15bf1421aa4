"""Calls over a real socket: what is tried again, what ends in time, and what never leaves the origin."""

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
    DeadlineError,
    NotFoundError,
    OriginError,
    QuantAIError,
    RateLimitError,
    ReplyError,
    RetryPolicy,
    ServerError,
    StatusError,
    TimedOutError,
)
from quant_ai_client.operation import Operation, Request

from .conftest import GET, POST, REPEATABLE, TO_GET, TO_POST, TOKEN, FakeClock, async_client, sync_client
from .raw_server import Connection, Script, answering, reply, serving

pytestmark = pytest.mark.anyio


class Outcome:
    """What a call came to, sync or async alike."""

    def __init__(self, value: Any = None, error: QuantAIError | None = None) -> None:
        self.value, self.error = value, error


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def call(kind: str, url: str, operation: Operation[Any], request: Request, **options: Any) -> Outcome:
    """Make a call with a client of its own, and say what it came to."""
    try:
        if kind == "sync":
            with sync_client(url, **options) as client:
                return Outcome(client._caller.call(operation, request))
        async with async_client(url, **options) as other:
            return Outcome(await other._caller.call(operation, request))
    except QuantAIError as error:
        return Outcome(error=error)


def hanging_up(connection: Connection) -> None:
    connection.read()


def resetting(connection: Connection) -> None:
    connection.read()
    connection.reset()


def silent(connection: Connection) -> None:
    connection.read()
    connection.until_closed()


def cutting_the_body(connection: Connection) -> None:
    connection.read()
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")


OK = answering(reply(b'{"ok":true}'))


@pytest.mark.parametrize("status", [429, 503])
async def test_a_refusal_is_tried_again_on_any_method(kind: str, status: int, clock: FakeClock) -> None:
    with serving(answering(reply(status=status), reply(b'{"ok":true}'))) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock)
        assert outcome.value == {"ok": True}
        assert [request.body for request in server.requests] == [b'{"a":1}', b'{"a":1}']
        assert clock.slept == [0.5]


@pytest.mark.parametrize("status", [408, 500, 502, 504])
async def test_an_uncertain_failure_is_tried_again_only_if_idempotent(kind: str, status: int, clock: FakeClock) -> None:
    script = answering(reply(status=status), reply(b'{"ok":true}'))
    with serving(script) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock)
        assert isinstance(outcome.error, StatusError)
        assert outcome.error.status_code == status
        assert outcome.error.attempts == 1
        assert len(server.requests) == 1
    with serving(answering(reply(status=status), reply(b'{"ok":true}'))) as server:
        assert (await call(kind, server.url, REPEATABLE, TO_POST, clock=clock)).value == {"ok": True}
        assert len(server.requests) == 2


@pytest.mark.parametrize("script", [hanging_up, resetting, cutting_the_body])
async def test_a_lost_reply_is_tried_again_only_if_idempotent(kind: str, script: Script, clock: FakeClock) -> None:
    with serving(script, OK) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock)
        assert isinstance(outcome.error, ConnectionFailedError)
        assert len(server.requests) == 1
    with serving(script, OK) as server:
        outcome = await call(kind, server.url, REPEATABLE, TO_POST, clock=clock)
        assert outcome.value == {"ok": True}
        assert len(server.requests) == 2


async def test_a_read_timeout_is_tried_again_only_if_idempotent(kind: str, clock: FakeClock) -> None:
    timeout = httpx.Timeout(5, read=0.05)
    with serving(silent, OK) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock, timeout=timeout)
        assert isinstance(outcome.error, TimedOutError)
        assert "waiting for bytes" in str(outcome.error)
        assert len(server.requests) == 1
    with serving(silent, OK) as server:
        outcome = await call(kind, server.url, REPEATABLE, TO_POST, clock=clock, timeout=timeout)
        assert outcome.value == {"ok": True}


async def test_an_unreachable_host_is_tried_again_and_named(kind: str, clock: FakeClock) -> None:
    with serving(OK) as server:
        url = server.url
    outcome = await call(kind, url, POST, TO_POST, clock=clock)
    assert isinstance(outcome.error, ConnectionFailedError)
    assert isinstance(outcome.error, ConnectionError)
    assert outcome.error.attempts == 3
    assert url in str(outcome.error)
    assert "QUANT_BASE_URL" in str(outcome.error)
    assert len(clock.slept) == 2


async def test_an_unknown_host_is_one_clear_error(kind: str, clock: FakeClock) -> None:
    outcome = await call(kind, "http://no-such-host.invalid", GET, TO_GET, clock=clock, max_retries=0)
    assert isinstance(outcome.error, ConnectionFailedError)
    assert outcome.error.__cause__ is None
    assert outcome.error.__suppress_context__


async def test_tries_can_be_switched_off(kind: str, clock: FakeClock) -> None:
    with serving(answering(reply(status=503))) as server:
        outcome = await call(kind, server.url, GET, TO_GET, clock=clock, max_retries=0)
        assert isinstance(outcome.error, ServerError)
        assert outcome.error.attempts == 1
        assert len(server.requests) == 1


async def test_attempts_are_counted_on_the_error(kind: str, clock: FakeClock) -> None:
    with serving(answering(reply(status=503))) as server:
        outcome = await call(kind, server.url, GET, TO_GET, clock=clock, max_retries=RetryPolicy(4, first_delay=1))
        assert isinstance(outcome.error, ServerError)
        assert outcome.error.attempts == 5
        assert clock.slept == [1, 2, 4, 8]


async def test_retry_after_is_waited_for(kind: str, clock: FakeClock) -> None:
    with serving(answering(reply(status=429, headers={"Retry-After": "7"}), reply(b"{}"))) as server:
        assert (await call(kind, server.url, POST, TO_POST, clock=clock)).value == {}
        assert clock.slept == [7]


async def test_a_retry_after_past_the_cap_is_told_and_not_slept(kind: str, clock: FakeClock) -> None:
    with serving(answering(reply(status=429, headers={"Retry-After": "3600"}))) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock)
        assert isinstance(outcome.error, RateLimitError)
        assert outcome.error.retry_after == 3600
        assert clock.slept == []


async def test_no_try_is_waited_for_past_the_deadline(kind: str, clock: FakeClock) -> None:
    with serving(answering(reply(status=429, headers={"Retry-After": "30"}))) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock, deadline=20)
        assert isinstance(outcome.error, RateLimitError)
        assert clock.slept == []


async def test_a_body_that_cannot_be_sent_again_is_not(kind: str, clock: FakeClock) -> None:
    async def pieces() -> Any:
        yield b"a"

    body = iter([b"a"]) if kind == "sync" else pieces()
    request = Request("/things", body=body, content_type="application/octet-stream")

    def refusing(connection: Connection) -> None:
        connection.read()
        connection.send(reply(status=503, headers={"Connection": "close"}))
        connection.until_closed()

    with serving(refusing) as server:
        outcome = await call(kind, server.url, REPEATABLE, request, clock=clock)
        assert isinstance(outcome.error, ServerError)
        assert outcome.error.attempts == 1


async def test_a_deadline_ends_a_silent_call(kind: str) -> None:
    with serving(silent) as server:
        outcome = await call(kind, server.url, GET, TO_GET, deadline=0.1, timeout=30)
        assert isinstance(outcome.error, DeadlineError)
        assert isinstance(outcome.error, TimeoutError)
        assert "0.1 s" in str(outcome.error)


@pytest.mark.parametrize("where", ["headers", "body"])
async def test_a_deadline_ends_a_reply_that_drips(kind: str, where: str) -> None:
    def dripping(connection: Connection) -> None:
        connection.read()
        if where == "headers":
            connection.send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        else:
            connection.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 202\r\n\r\n")
        for _ in range(200):
            connection.send(b" ")
            connection.server.stopping.wait(0.01)
        connection.send(b"{}" if where == "body" else b"\r\nContent-Length: 2\r\n\r\n{}")

    with serving(dripping) as server:
        outcome = await call(kind, server.url, GET, TO_GET, deadline=0.2, timeout=30)
        assert isinstance(outcome.error, DeadlineError)


async def test_a_deadline_ends_a_reply_that_drips_on_a_client_of_the_users(clock: FakeClock) -> None:
    """Whose connections do not end a read by themselves when the call's time is up."""

    def dripping(connection: Connection) -> None:
        connection.read()
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n")
        for _ in range(9):
            clock.now += 4
            connection.send(b"1")
            connection.server.stopping.wait(0.02)

    with serving(dripping) as server, httpx.Client() as mine:
        client = sync_client(server.url, http_client=mine, deadline=20, clock=clock)
        with pytest.raises(DeadlineError):
            client._caller.call(GET, TO_GET)


async def test_an_html_page_instead_of_an_error_is_told_in_one_line(kind: str) -> None:
    page = b"<html>\n<h1>502\nBad Gateway</h1></html>"
    with serving(answering(reply(page, 502, "text/html"))) as server:
        outcome = await call(kind, server.url, POST, TO_POST)
        assert isinstance(outcome.error, ServerError)
        assert str(outcome.error) == "POST /things answered 502: Bad Gateway"
        assert outcome.error.body == page.decode()


@pytest.mark.parametrize(
    ("body", "content_type", "told"),
    [
        (b"<html>Welcome</html>", "text/html", "text/html instead of JSON"),
        (b'{"a": 1', "application/json", "broken JSON"),
        (b"", "application/json", "an empty body"),
        (b'{"a": 1}', "text/plain", "text/plain instead of JSON"),
    ],
)
async def test_a_success_that_cannot_be_read_is_an_error(kind: str, body: bytes, content_type: str, told: str) -> None:
    headers = {"x-request-id": "req-8f2"}
    with serving(answering(reply(body, 200, content_type, headers))) as server:
        outcome = await call(kind, server.url, POST, TO_POST)
        assert isinstance(outcome.error, ReplyError)
        assert f"POST /things answered 200 with {told}" in str(outcome.error)
        assert "(request req-8f2)" in str(outcome.error)
        assert outcome.error.content == body


async def test_a_success_that_the_document_does_not_know_is_an_error(kind: str) -> None:
    with serving(answering(reply(b"{}", 206))) as server:
        outcome = await call(kind, server.url, POST, TO_POST)
        assert isinstance(outcome.error, ReplyError)
        assert "206" in str(outcome.error)


async def test_a_body_in_a_broken_encoding_is_an_error(kind: str) -> None:
    with serving(answering(reply(b"no gzip", headers={"Content-Encoding": "gzip"}))) as server:
        outcome = await call(kind, server.url, POST, TO_POST)
        assert isinstance(outcome.error, ReplyError)


async def test_a_compressed_body_is_read(kind: str) -> None:
    with serving(answering(reply(gzip.compress(b'{"a":1}'), headers={"Content-Encoding": "gzip"}))) as server:
        assert (await call(kind, server.url, GET, TO_GET)).value == {"a": 1}


async def test_a_reply_that_is_no_http_is_an_error(kind: str, clock: FakeClock) -> None:
    with serving(lambda connection: connection.send(b"SSH-2.0-OpenSSH\r\n\r\n")) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock)
        assert isinstance(outcome.error, ConnectionFailedError)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_inside_the_origin_is_followed(kind: str, status: int) -> None:
    redirect = reply(b"", status, headers={"Location": "/elsewhere"})
    with serving(answering(redirect, reply(b'{"there":1}'))) as server:
        assert (await call(kind, server.url, GET, TO_GET)).value == {"there": 1}
        assert [request.target for request in server.requests] == [
            "/api/v3/organisations/acme/ai/things",
            "/elsewhere",
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
    with serving(answering(reply(b"", status, headers={"Location": "/elsewhere"}))) as server:
        outcome = await call(kind, server.url, POST, TO_POST)
        assert isinstance(outcome.error, ReplyError)
        assert len(server.requests) == 1


async def test_a_redirect_in_a_circle_ends(kind: str) -> None:
    with serving(answering(reply(b"", 307, headers={"Location": "/api"}))) as server:
        outcome = await call(kind, server.url, GET, TO_GET)
        assert isinstance(outcome.error, ReplyError)
        assert len(server.requests) == 6


async def test_a_user_client_that_follows_redirects_does_not_here(kind: str) -> None:
    with (
        serving(OK) as other,
        serving(answering(reply(b"", 307, headers={"Location": f"{other.url}/api"}))) as server,
    ):
        if kind == "sync":
            with httpx.Client(follow_redirects=True) as mine, pytest.raises(OriginError):
                sync_client(server.url, http_client=mine)._caller.call(GET, TO_GET)
        else:
            async with httpx.AsyncClient(follow_redirects=True) as theirs:
                with pytest.raises(OriginError):
                    await async_client(server.url, http_client=theirs)._caller.call(GET, TO_GET)
        assert other.requests == []


async def test_each_request_says_who_sends_it(kind: str) -> None:
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


async def test_bodies_are_logged_when_asked_for(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "quant_ai.bodies"), serving(answering(reply(b'{"its":"answer"}'))) as server:
        await call(kind, server.url, POST, TO_POST)
    assert "{'a': 1}" in caplog.text
    assert "answer" in caplog.text
    assert TOKEN not in caplog.text


async def test_a_401_says_what_to_do(kind: str) -> None:
    with serving(answering(reply(b'{"message":"Unauthenticated."}', 401))) as server:
        outcome = await call(kind, server.url, GET, TO_GET)
        assert isinstance(outcome.error, AuthenticationError)
        assert str(outcome.error).endswith("set QUANT_API_TOKEN or pass token=")


async def test_the_raw_reply_stands_beside_the_parsed_one(clock: FakeClock) -> None:
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
    if kind == "sync":
        client = sync_client("http://127.0.0.1:1")
        client.close()
        with pytest.raises(ConfigurationError, match="closed"):
            client._caller.call(GET, TO_GET)
    else:
        other = async_client("http://127.0.0.1:1")
        await other.close()
        with pytest.raises(ConfigurationError, match="closed"):
            await other._caller.call(GET, TO_GET)


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
