"""Retries and deadlines of calls over a real socket."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from quant_ai import (
    ConnectionFailedError,
    DeadlineError,
    RateLimitError,
    RetryPolicy,
    ServerError,
    StatusError,
    TimedOutError,
)
from quant_ai_client.operation import Request

from .support.calls import OK, call, cutting_the_body, hanging_up, resetting, silent
from .support.clients import sync_client
from .support.clock import FakeClock
from .support.operations import GET, POST, REPEATABLE, TO_GET, TO_POST
from .support.raw_server import Connection, Script, answering, reply, serving

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("status", [429, 503])
async def test_a_refusal_is_retried_for_any_method(kind: str, status: int, clock: FakeClock) -> None:
    with serving(answering(reply(status=status), reply(b'{"ok":true}'))) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock)
        assert outcome.value == {"ok": True}
        assert [request.body for request in server.requests] == [b'{"a":1}', b'{"a":1}']
        assert clock.slept == [0.5]


@pytest.mark.parametrize("status", [408, 500, 502, 504])
async def test_an_uncertain_failure_is_retried_only_if_idempotent(kind: str, status: int, clock: FakeClock) -> None:
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
async def test_a_lost_reply_is_retried_only_if_idempotent(kind: str, script: Script, clock: FakeClock) -> None:
    with serving(script, OK) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock)
        assert isinstance(outcome.error, ConnectionFailedError)
        assert len(server.requests) == 1
    with serving(script, OK) as server:
        outcome = await call(kind, server.url, REPEATABLE, TO_POST, clock=clock)
        assert outcome.value == {"ok": True}
        assert len(server.requests) == 2


async def test_a_read_timeout_is_retried_only_if_idempotent(kind: str, clock: FakeClock) -> None:
    timeout = httpx.Timeout(5, read=0.05)
    with serving(silent, OK) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock, timeout=timeout)
        assert isinstance(outcome.error, TimedOutError)
        assert "waiting for bytes" in str(outcome.error)
        assert len(server.requests) == 1
    with serving(silent, OK) as server:
        outcome = await call(kind, server.url, REPEATABLE, TO_POST, clock=clock, timeout=timeout)
        assert outcome.value == {"ok": True}


async def test_an_unreachable_host_is_retried_and_named(kind: str, clock: FakeClock) -> None:
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
    assert outcome.error.__context__ is None


async def test_retries_can_be_switched_off(kind: str, clock: FakeClock) -> None:
    with serving(answering(reply(status=503))) as server:
        outcome = await call(kind, server.url, GET, TO_GET, clock=clock, max_retries=0)
        assert isinstance(outcome.error, ServerError)
        assert outcome.error.attempts == 1
        assert len(server.requests) == 1


async def test_the_error_has_the_number_of_attempts(kind: str, clock: FakeClock) -> None:
    with serving(answering(reply(status=503))) as server:
        outcome = await call(kind, server.url, GET, TO_GET, clock=clock, max_retries=RetryPolicy(4, first_delay=1))
        assert isinstance(outcome.error, ServerError)
        assert outcome.error.attempts == 5
        assert clock.slept == [1, 2, 4, 8]


async def test_retry_after_is_waited_for(kind: str, clock: FakeClock) -> None:
    with serving(answering(reply(status=429, headers={"Retry-After": "7"}), reply(b"{}"))) as server:
        assert (await call(kind, server.url, POST, TO_POST, clock=clock)).value == {}
        assert clock.slept == [7]


async def test_a_long_retry_after_is_reported_and_not_slept(kind: str, clock: FakeClock) -> None:
    with serving(answering(reply(status=429, headers={"Retry-After": "3600"}))) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock)
        assert isinstance(outcome.error, RateLimitError)
        assert outcome.error.retry_after == 3600
        assert clock.slept == []


async def test_no_retry_is_waited_for_past_the_deadline(kind: str, clock: FakeClock) -> None:
    with serving(answering(reply(status=429, headers={"Retry-After": "30"}))) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=clock, deadline=20)
        assert isinstance(outcome.error, RateLimitError)
        assert clock.slept == []


async def test_a_body_that_cannot_be_sent_again_is_not_retried(kind: str, clock: FakeClock) -> None:
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


async def test_a_deadline_ends_a_reply_that_drips_on_the_users_own_client(clock: FakeClock) -> None:
    """Its connections do not end a read when the call's deadline passes."""

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
