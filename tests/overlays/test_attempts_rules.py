"""What one call decides after each reply and failure, and what its errors say; without I/O, on a clock that stands."""

from __future__ import annotations

import logging
from math import inf
from typing import Any

import httpx
import pytest

from quant_ai import (
    ConnectionFailedError,
    DeadlineError,
    NoReplyError,
    QuantAIError,
    ReplyError,
    ReplyTooLargeError,
    RetryPolicy,
    TimedOutError,
)
from quant_ai.http.attempts import Attempts
from quant_ai.http.bodies import DEFAULT_SIZE, BodyError, BodyTooLargeError
from quant_ai.http.deadlines import ReadDeadline
from quant_ai.http.endpoint import Endpoint
from quant_ai.http.interrupts import Interrupt
from quant_ai.http.options import CallOptions
from quant_ai_client.operation import Operation, Request

from .support.clients import TOKEN
from .support.clock import FakeClock
from .support.operations import GET, POST, REPEATABLE, TO_GET, TO_POST


def one_call(
    operation: Operation[Any] = GET,
    request: Request = TO_GET,
    *,
    clock: FakeClock | None = None,
    deadline: float | None = None,
    streamed: bool = False,
    limit: float | None = None,
    **options: Any,
) -> Attempts:
    """A call that has not been sent yet. `deadline` is its own; `limit` is that of the client."""
    options = {"clock": clock or FakeClock(), "deadline": limit, **options}
    endpoint = Endpoint(TOKEN, "acme", "http://x")
    return Attempts(endpoint, CallOptions(**options), operation, request, streamed=streamed, deadline=deadline)


def sent(**options: Any) -> Attempts:
    """A call whose first request was sent."""
    attempts = one_call(**options)
    attempts.next_request()
    return attempts


def response(status: int = 200, content: bytes = b"", **headers: str) -> httpx.Response:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    request = httpx.Request("GET", "http://x/api/v3/organisations/acme/ai/things")
    return httpx.Response(status, headers=names, content=content, request=request)


def shown(error: QuantAIError) -> tuple[Any, ...]:
    """An error as users see it."""
    state = vars(error)
    return str(error), state["method"], state["path"], state["attempts"]


# How long a call may take


@pytest.mark.parametrize(
    ("options", "seconds"),
    [
        ({}, 600),
        ({"limit": 5}, 5),
        ({"deadline": 7}, 7),
        ({"deadline": 900}, 600),
        ({"limit": 5, "deadline": 3}, 3),
        ({"limit": 5, "deadline": 9}, 5),
        ({"limit": inf}, inf),
        ({"streamed": True}, inf),
        ({"streamed": True, "limit": 5}, 5),
    ],
)
def test_the_deadline_is_the_nearest(options: dict[str, Any], seconds: float) -> None:
    clock = FakeClock()
    attempts = one_call(clock=clock, **options)
    assert attempts.time_left() == seconds
    clock.now += 2
    assert attempts.time_left() == seconds - 2
    assert attempts.end == 1000 + seconds


def test_a_call_is_no_stream_unless_it_says_so() -> None:
    assert Attempts(Endpoint(TOKEN, "acme", "http://x"), CallOptions(), GET, TO_GET).time_left() <= 600


@pytest.mark.parametrize(
    ("options", "seconds"),
    [
        ({}, 120),
        ({"idle_timeout": 30}, 60),  # the read timeout
        ({"idle_timeout": None}, 600),
        ({"idle_timeout": 1e8}, 600),
        ({"idle_timeout": 9e7}, 9e7),
        ({"idle_timeout": 0.5, "timeout": httpx.Timeout(None)}, 0.5),
        ({"limit": 5}, 5),
    ],
)
def test_a_stream_has_to_open_in_time(options: dict[str, Any], seconds: float) -> None:
    clock = FakeClock()
    attempts = sent(clock=clock, streamed=True, **options)
    assert attempts.attempt_left() == seconds
    clock.now += 0.25
    assert attempts.attempt_left() == seconds - 0.25
    attempts.limit_body()  # a reply in the place of a stream has as long again
    assert attempts.attempt_left() == min(seconds, attempts.time_left())


def test_only_streams_have_to_open_in_time() -> None:
    assert sent().attempt_left() == 600


TIMEOUT = httpx.Timeout(20.0, connect=10.0, pool=None, write=1e8)


def test_each_timeout_ends_with_the_attempt() -> None:
    clock = FakeClock()
    attempts = one_call(clock=clock, limit=15, timeout=TIMEOUT)
    timeout = attempts.next_request().extensions["timeout"]
    assert timeout == {"connect": 10, "read": 15, "write": 15, "pool": 15}
    assert all(isinstance(each, ReadDeadline) for each in timeout.values())
    assert {each.moment for each in timeout.values()} == {1015}
    clock.now += 12
    assert attempts.next_request().extensions["timeout"] == {"connect": 3, "read": 3, "write": 3, "pool": 3}


def test_a_timeout_of_years_is_none() -> None:
    timeout = one_call(limit=inf, timeout=TIMEOUT).next_request().extensions["timeout"]
    assert timeout == {"connect": 10, "read": 20, "write": None, "pool": None}


def test_the_read_timeout_may_change_while_a_body_is_read() -> None:
    clock = FakeClock()
    attempts = one_call(clock=clock, streamed=True, limit=50, timeout=httpx.Timeout(20))
    timeout = attempts.next_request().extensions["timeout"]
    limit = attempts.set_read_timeout(30)
    assert timeout["read"] is limit
    assert (limit, limit and limit.moment) == (30, 1030)
    assert attempts.set_read_timeout(inf) == 50
    attempts.limit_body()
    assert timeout["read"] == 20
    clock.now += 49
    attempts.limit_body()
    assert timeout["read"] == 1
    clock.now += 5  # late
    attempts.limit_body()
    assert timeout["read"] == 0


def test_without_a_deadline_the_read_timeout_may_be_infinite() -> None:
    attempts = one_call(streamed=True)
    timeout = attempts.next_request().extensions["timeout"]
    assert attempts.set_read_timeout(inf) is None
    assert timeout["read"] is None
    assert attempts.set_read_timeout(1e8) is None
    assert attempts.set_read_timeout(1e8 - 500) == 1e8 - 500


# When time is over


def test_no_request_is_sent_when_no_time_is_left() -> None:
    clock = FakeClock()
    attempts = one_call(clock=clock, limit=3)
    clock.now += 2.5
    attempts.next_request()
    clock.now += 0.5
    with pytest.raises(DeadlineError) as caught:
        attempts.next_request()
    assert shown(caught.value) == ("GET /things did not complete within its deadline of 3 s", "GET", "/things", 1)


def test_a_failure_after_the_deadline_is_a_passed_deadline() -> None:
    clock = FakeClock()
    attempts = sent(clock=clock, limit=3)
    clock.now += 2.25
    assert attempts.handle_failure(httpx.ConnectError("no")) == 0.5
    attempts.next_request()
    clock.now += 0.75
    with pytest.raises(DeadlineError) as caught:
        attempts.handle_failure(httpx.ReadError("lost"))
    text = "GET /things did not complete within its deadline of 3 s (2 attempts)"
    assert shown(caught.value) == (text, "GET", "/things", 2)


def test_a_body_is_read_until_the_deadline() -> None:
    clock = FakeClock()
    attempts = sent(clock=clock, limit=3)
    clock.now += 2.9
    attempts.check_time(response())
    clock.now = 1003
    with pytest.raises(DeadlineError):
        attempts.check_time(response())


def test_a_reply_in_the_place_of_a_stream_has_to_end_in_time() -> None:
    clock = FakeClock()
    attempts = sent(clock=clock, streamed=True)
    clock.now += 119
    attempts.check_time(response(500))
    clock.now += 1
    with pytest.raises(TimedOutError) as caught:
        attempts.check_time(response(500))
    text = "GET /things timed out: the stream was answered 500, with a body that did not end within 120 s"
    assert shown(caught.value) == (text, "GET", "/things", 1)


def test_a_stream_that_does_not_open_says_so() -> None:
    clock = FakeClock()
    attempts = sent(clock=clock, streamed=True)
    clock.now += 119
    assert "waiting for bytes" in str(attempts.wrap_error(httpx.ReadTimeout("")))
    clock.now += 1
    error = attempts.wrap_error(httpx.ReadTimeout(""))
    assert isinstance(error, TimedOutError)
    assert shown(error) == ("GET /things timed out: the stream did not open within 120 s", "GET", "/things", 1)


def test_each_attempt_has_its_own_time_to_open() -> None:
    clock = FakeClock()
    attempts = sent(clock=clock, streamed=True)
    clock.now += 119
    attempts.next_request()
    assert attempts.attempt_left() == 120


def test_a_call_that_was_ended_says_so() -> None:
    attempts = sent()
    attempts.interrupt = Interrupt()
    attempts.check_interrupt()
    attempts.interrupt.reason = "the client was closed"
    with pytest.raises(ConnectionFailedError) as caught:
        attempts.next_request()
    assert shown(caught.value) == ("GET /things was ended: the client was closed meanwhile", "GET", "/things", 1)
    assert caught.value.__suppress_context__


# What errors say

FAILURES = [
    (httpx.ConnectTimeout(""), TimedOutError, "GET /things timed out after 10 s while connecting"),
    (httpx.ReadTimeout(""), TimedOutError, "GET /things timed out after 60 s while waiting for bytes of the reply"),
    (httpx.WriteTimeout(""), TimedOutError, "GET /things timed out after 60 s while sending the request"),
    (httpx.PoolTimeout(""), TimedOutError, "GET /things timed out after 60 s while waiting for a free connection"),
    (
        httpx.ConnectError("refused"),
        ConnectionFailedError,
        "GET /things could not connect to http://x/api/v3/organisations/acme/ai: refused; check base_url="
        " (QUANT_BASE_URL)",
    ),
    (
        httpx.ProxyError("407"),
        ConnectionFailedError,
        "GET /things could not connect through the proxy of http_client=: 407; check that proxy",
    ),
    (httpx.ReadError("reset"), ConnectionFailedError, "GET /things lost its connection: reset"),
    (httpx.WriteError(""), ConnectionFailedError, "GET /things lost its connection: WriteError"),
    (httpx.RemoteProtocolError("odd"), ConnectionFailedError, "GET /things lost its connection: odd"),
    (
        httpx.DecodingError("bad"),
        ReplyError,
        "GET /things answered with a body that is not in its declared encoding: bad",
    ),
    (
        httpx.StreamConsumed(),
        NoReplyError,
        "GET /things got a reply whose body a hook of http_client= has read piece by piece; let it call read() or"
        " aread()",
    ),
    (httpx.LocalProtocolError("illegal"), NoReplyError, "GET /things could not be sent: illegal"),
    (httpx.UnsupportedProtocol(""), NoReplyError, "GET /things could not be sent: UnsupportedProtocol"),
]


@pytest.mark.parametrize(("failure", "kind", "text"), FAILURES, ids=lambda value: type(value).__name__)
def test_each_failure_is_an_error_that_says_what_happened(failure: Exception, kind: type, text: str) -> None:
    attempts = sent()
    error = attempts.wrap_error(failure)
    assert type(error) is kind
    assert shown(error) == (text, "GET", "/things", 1)
    attempts.next_request()
    again = attempts.wrap_error(failure)
    attempts_text = "" if kind is ReplyError else " (2 attempts)"
    assert shown(again) == (f"{text}{attempts_text}", "GET", "/things", 2)


def test_a_timeout_that_was_switched_off_has_no_number() -> None:
    error = sent(timeout=httpx.Timeout(None), limit=inf).wrap_error(httpx.ReadTimeout(""))
    assert str(error) == "GET /things timed out while waiting for bytes of the reply"


def test_a_failure_to_connect_names_the_proxy_of_the_request() -> None:
    attempts = one_call()
    attempts.next_request().extensions["quant_ai.proxy"] = "http://proxy:3128"
    assert str(attempts.wrap_error(httpx.ConnectError("refused"))) == (
        "GET /things could not connect through the proxy http://proxy:3128: refused; check that proxy"
    )


def test_a_failure_before_any_request_names_no_proxy() -> None:
    assert "could not connect to http://x" in str(one_call().wrap_error(httpx.ConnectError("refused")))


@pytest.mark.parametrize(
    ("cause", "kind", "text"),
    [
        (BodyError("odd"), ReplyError, "GET /things answered 200 with a body that cannot be read: odd"),
        (
            BodyTooLargeError("more than 5 bytes"),
            ReplyTooLargeError,
            "GET /things answered 200 with more than 5 bytes; max_reply_size= sets how much is read",
        ),
    ],
)
def test_a_body_that_cannot_be_read_is_an_error_with_the_request_id(cause: Any, kind: type, text: str) -> None:
    error = sent().body_error(response(x_request_id="r-1"), cause)
    assert type(error) is kind
    assert shown(error) == (text, "GET", "/things", 1)
    assert (error.status_code, error.request_id) == (200, "r-1")


def test_the_size_of_a_body_is_limited_if_it_is_read_as_a_whole() -> None:
    whole = sent(max_reply_size=3).decoder(response())
    with pytest.raises(BodyTooLargeError):
        list(whole.feed(b"abcd"))
    assert list(sent(max_reply_size=3).decoder(response(), whole=False).feed(b"abcd")) == [b"abcd"]
    assert sent().decoder(response())._limit == DEFAULT_SIZE


def test_a_reply_has_its_status_attempts_and_request_id() -> None:
    reply = sent().reply(response(201, x_request_id="r-1"), b"{}")
    assert reply[0] == 201
    assert reply[2:5] == (b"{}", 1, "r-1")


# Sending again


@pytest.mark.parametrize(
    ("operation", "request_", "status", "delay"),
    [
        (POST, TO_POST, 429, 0.5),
        (POST, TO_POST, 500, None),
        (REPEATABLE, TO_POST, 500, 0.5),
        (REPEATABLE, TO_POST, 400, None),
        (REPEATABLE, TO_POST, 401, None),
        (REPEATABLE, TO_POST, 200, None),
        (REPEATABLE, TO_POST, 300, None),
        (REPEATABLE, Request("/things", body=iter([b"a"]), content_type="x/y"), 429, None),
        (REPEATABLE, Request("/things", body=b"a", content_type="x/y"), 429, 0.5),
    ],
)
def test_a_status_is_answered_by_a_delay(operation: Any, request_: Any, status: int, delay: float | None) -> None:
    assert sent(operation=operation, request=request_).check_response(response(status)) == delay


def test_no_delay_is_as_long_as_the_time_that_is_left() -> None:
    asked = response(429, retry_after="5")
    assert sent(limit=6).check_response(asked) == 5
    assert sent(limit=5).check_response(asked) is None
    assert sent(limit=0.75).handle_failure(httpx.ConnectError("no")) == 0.5
    with pytest.raises(ConnectionFailedError):
        sent(limit=0.5).handle_failure(httpx.ConnectError("no"))


def test_a_retry_after_in_the_form_of_a_date_is_compared_with_the_clock() -> None:
    date = "Tue, 14 Nov 2023 22:30:10 GMT"  # the clock's time is 22:30:00
    assert sent().check_response(response(429, retry_after=date)) == 10


@pytest.mark.parametrize(
    ("operation", "request_", "failure", "delay"),
    [
        (POST, TO_POST, httpx.ConnectError("no"), 0.5),
        (POST, TO_POST, httpx.ReadError("lost"), None),
        (REPEATABLE, TO_POST, httpx.ReadError("lost"), 0.5),
        (REPEATABLE, TO_POST, httpx.LocalProtocolError("illegal"), None),
        (REPEATABLE, Request("/things", body=iter([b"a"]), content_type="x/y"), httpx.ConnectError("no"), None),
    ],
)
def test_a_failure_is_answered_by_a_delay_or_an_error(
    operation: Any, request_: Any, failure: Exception, delay: float | None
) -> None:
    attempts = sent(operation=operation, request=request_)
    if delay is not None:
        assert attempts.handle_failure(failure) == delay
        return
    with pytest.raises(NoReplyError):
        attempts.handle_failure(failure)


def test_delays_grow_until_no_attempt_is_left() -> None:
    attempts = one_call(retry=RetryPolicy(2))
    delays = []
    for _ in range(2):
        attempts.next_request()
        delays.append(attempts.check_response(response(503)))
    assert delays == [0.5, 1.0]
    attempts.next_request()
    assert attempts.check_response(response(503)) is None
    with pytest.raises(ConnectionFailedError):
        attempts.handle_failure(httpx.ConnectError("no"))


# Redirects

WHERE = "/api/v3/organisations/acme/ai/elsewhere"


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_followed_at_once_and_counts_as_no_attempt(status: int) -> None:
    attempts = sent()
    for _ in range(5):
        assert attempts.check_response(response(status, location=WHERE)) == 0
        assert attempts.count == 0
        assert str(attempts.next_request().url) == f"http://x{WHERE}"
        assert attempts.count == 1
    assert attempts.check_response(response(status, location=WHERE)) is None


@pytest.mark.parametrize(
    ("operation", "request_", "status", "delay"),
    [
        (GET, TO_GET, 300, None),
        (GET, TO_GET, 303, None),
        (GET, TO_GET, 305, None),
        (GET, TO_GET, 309, None),
        (GET, TO_GET, 399, None),
        (GET, TO_GET, 400, None),
        (POST, TO_POST, 301, None),
        (POST, TO_POST, 302, None),
        (POST, TO_POST, 307, 0),
        (POST, TO_POST, 308, 0),
        (POST, Request("/things", body=iter([b"a"]), content_type="x/y"), 307, None),
    ],
)
def test_other_redirects_are_not_followed(operation: Any, request_: Any, status: int, delay: float | None) -> None:
    attempts = sent(operation=operation, request=request_)
    assert attempts.check_response(response(status, location=WHERE)) == delay
    assert sent(operation=operation, request=request_).check_response(response(status)) is None


# Logs


def test_each_attempt_is_one_line_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    clock = FakeClock()
    with caplog.at_level(logging.INFO, "quant_ai"):
        attempts = sent(clock=clock)
        clock.now += 1.25
        attempts.check_response(response(503, x_request_id="r-1"))
        attempts.next_request()
        attempts.handle_failure(httpx.ReadError("lost"))
        attempts.check_response(response(200))
    assert [record.getMessage() for record in caplog.records] == [
        "GET /things 503 in 1.250 s (attempt 1, request r-1)",
        "GET /things ReadError in 0.000 s (attempt 2)",
        "GET /things 200 in 0.000 s (attempt 2)",
    ]


def test_bodies_are_only_logged_if_their_own_logger_says_so(caplog: pytest.LogCaptureFixture) -> None:
    def use() -> list[str]:
        caplog.clear()
        attempts = sent(operation=POST, request=TO_POST)
        attempts.reply(response(), b"{}")
        return [record.getMessage() for record in caplog.records if record.name == "quant_ai.bodies"]

    with caplog.at_level(logging.DEBUG):
        assert use() == []
    with caplog.at_level(logging.DEBUG, "quant_ai.bodies"):
        assert use() == ["POST /things sends {'a': 1}", "POST /things got b'{}'"]


@pytest.mark.parametrize(
    ("status", "token", "shown"),
    [
        (399, "12345678", "sent 12345678"),
        (400, "12345678", "sent ***"),
        (500, "123456789", "sent ***"),
        (400, "1234567", "sent 1234567"),
        (400, None, "sent None XXXX"),
    ],
)
def test_the_token_is_taken_out_of_an_errors_body(status: int, token: str | None, shown: str) -> None:
    found = response(status)
    if token:
        found.request.headers["Authorization"] = f"Bearer {token}"
    content = f"sent {token}{'' if token else ' XXXX'}".encode()
    assert sent().reply(found, content).content == shown.encode()
