"""When the reading of a stream must end, and with which error; without I/O, on a clock that stands."""

from __future__ import annotations

from math import inf
from time import monotonic
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from quant_ai import (
    Clock,
    DeadlineError,
    EventTooLargeError,
    ReplyError,
    StatusError,
    StreamIdleError,
    StreamIncompleteError,
)
from quant_ai.http.attempts import Attempts
from quant_ai.http.deadlines import _DeadlineStream
from quant_ai.http.endpoint import Endpoint
from quant_ai.http.options import CallOptions
from quant_ai.http.replies import HttpReply
from quant_ai.streaming import watchdog
from quant_ai.streaming.watchdog import StreamWatchdog, can_be_read, not_a_stream

from .support.clients import TOKEN
from .support.clock import FakeClock
from .support.operations import GET, STREAM, TO_STREAM


def watching(clock: Clock, **options: Any) -> StreamWatchdog:
    """A stream that was opened just now."""
    options = {"idle_timeout": 30.0, "clock": clock, **options}
    attempts = Attempts(Endpoint(TOKEN, "acme", "http://x"), CallOptions(**options), STREAM, TO_STREAM, streamed=True)
    request = attempts.next_request()
    response = httpx.Response(200, headers={"x-request-id": "r-1"}, request=request)
    watch = StreamWatchdog(STREAM, attempts, CallOptions(**options), response)
    watch.start()
    return watch


def moment_of(watch: StreamWatchdog) -> float | None:
    """When a read on the connection ends."""
    deadline = watch._read_deadline
    return None if deadline is None else deadline.moment


def test_a_read_takes_as_long_as_the_stream_may_be_idle(clock: FakeClock) -> None:
    watch = watching(clock)
    assert (watch.until, watch.time_left(), moment_of(watch)) == (1030.0, 30.0, 1030.0)
    clock.now += 10
    watch.check()
    assert (watch.time_left(), moment_of(watch)) == (20.0, 1030.0)
    watch.reader.moved = True
    watch.check()
    assert (watch.reader.moved, watch.time_left(), moment_of(watch)) == (False, 30.0, 1040.0)
    clock.now += 40
    assert watch.time_left() == 0.0


def test_a_stream_that_is_idle_too_long_ends(clock: FakeClock) -> None:
    watch = watching(clock)
    clock.now += 10
    watch.reader.moved = True
    watch.check()
    clock.now += 29.9
    watch.check()
    clock.now += 0.1
    with pytest.raises(StreamIdleError) as caught:
        watch.check()
    assert str(caught.value) == "POST /things/stream received no event for 30 s (idle_timeout)"
    watch.reader.ended = True
    watch.check()


def test_the_deadline_of_the_call_ends_its_stream(clock: FakeClock) -> None:
    watch = watching(clock, deadline=20.0)
    assert watch.time_left() == 20.0
    clock.now += 15
    watch.reader.moved = True
    watch.check()
    assert watch.time_left() == 5.0
    clock.now += 4.5
    with pytest.raises(StreamIdleError):
        watch.raise_timeout()
    clock.now += 0.5
    with pytest.raises(DeadlineError):
        watch.check()


def test_a_stream_may_be_idle_for_ever(clock: FakeClock) -> None:
    watch = watching(clock, idle_timeout=None)
    assert (watch.until, watch.time_left()) == (inf, inf)
    clock.now += 1e6
    watch.check()


def test_the_clock_of_the_system_is_read_directly() -> None:
    assert watching(Clock())._now is monotonic
    clock = FakeClock()
    assert watching(clock)._now == clock.monotonic


def test_before_it_starts_no_time_is_left(clock: FakeClock) -> None:
    watch = watching(clock)
    fresh = StreamWatchdog(STREAM, watch.attempts, CallOptions(clock=clock), httpx.Response(200, request=request()))
    assert (fresh.until, fresh._last_event, fresh._end, fresh._read_deadline) == (0.0, 0.0, 0.0, None)


def request() -> httpx.Request:
    return httpx.Request("GET", "http://x")


def test_the_rest_is_read_for_a_moment_if_the_connection_observes_it(clock: FakeClock) -> None:
    watch = watching(clock)
    stream: Any = _DeadlineStream(None, None)
    observed = httpx.Response(200, extensions={"network_stream": stream})
    assert not watch.may_drain(httpx.Response(200))
    assert moment_of(watch) == 1030.0
    clock.now += 1
    assert watch.may_drain(observed)
    assert moment_of(watch) == 1001.0 + watchdog.DRAIN_SECONDS
    watch._read_deadline = None
    assert not watch.may_drain(observed)


@pytest.mark.parametrize(
    ("error", "reason"), [(httpx.ReadError("reset by peer"), "reset by peer"), (httpx.ReadError(""), "ReadError")]
)
def test_a_broken_connection_is_told_with_its_reason(error: Exception, reason: str, clock: FakeClock) -> None:
    with pytest.raises(StreamIncompleteError) as caught:
        watching(clock).raise_broken(error)
    assert str(caught.value) == f"the stream of POST /things/stream ended unexpectedly: {reason}"


def test_an_end_without_a_last_event_is_told(clock: FakeClock) -> None:
    watch = watching(clock)
    with pytest.raises(StreamIncompleteError) as caught:
        watch.raise_incomplete()
    assert str(caught.value) == f"the stream of POST /things/stream ended unexpectedly, {watch.reader.missing}"


@pytest.mark.parametrize("how", ["check", "raise_timeout", "raise_incomplete", "raise_broken"])
def test_what_stopped_a_stream_is_told_by_every_later_read(how: str, clock: FakeClock) -> None:
    watch = watching(clock)
    watch.stop("was closed")
    watch.stop("failed later")
    arguments = (httpx.ReadError("x"),) if how == "raise_broken" else ()
    with pytest.raises(StreamIncompleteError) as caught:
        getattr(watch, how)(*arguments)
    error: Any = caught.value
    assert str(error) == "the stream of POST /things/stream was closed before its end"
    assert (error.request_id, error.method, error.path) == ("r-1", "POST", "/things/stream")
    assert error.last_event_id == ""
    assert not watch.complete


def test_a_stream_that_was_left_without_a_reason_was_closed(clock: FakeClock) -> None:
    error = watching(clock).closed_error()
    assert str(error) == "the stream of POST /things/stream was closed before its end"


def test_an_event_may_be_as_large_as_a_reply(clock: FakeClock) -> None:
    with pytest.raises(EventTooLargeError, match=r"^the stream of POST /things/stream is refused: .* than 7 bytes$"):
        list(watching(clock, max_reply_size=7).reader.feed(b"data: 12"))
    assert list(watching(clock).reader.feed(b"data: 12")) == []


def test_a_stream_that_has_ended_cannot_be_stopped(clock: FakeClock) -> None:
    watch = watching(clock)
    assert not watch.complete
    watch.reader.ended = True
    watch.stop("was closed")
    assert watch.complete
    watch.check()


def test_an_error_of_a_read_stops_the_stream(clock: FakeClock) -> None:
    watch = watching(clock)
    error = StreamIdleError("idle")
    assert watch.add_partial(error) is error
    assert error.request_id == "r-1"
    with pytest.raises(StreamIncompleteError, match=r"failed with StreamIdleError before its end$"):
        watch.check()


def test_an_operation_without_events_has_no_stream(clock: FakeClock) -> None:
    attempts = watching(clock).attempts
    with pytest.raises(TypeError, match=r"^things_get has no event stream$"):
        StreamWatchdog(GET, attempts, CallOptions(), httpx.Response(200, request=request()))


LINES = STREAM._replace(events=SimpleNamespace(lines=True))


@pytest.mark.parametrize(
    ("operation", "status", "kind", "can_be"),
    [
        (STREAM, 200, "text/event-stream; charset=utf-8", True),
        (STREAM, 299, "text/event-stream", True),
        (STREAM, 300, "text/event-stream", False),
        (STREAM, 200, "application/json", False),
        (STREAM, 200, "", False),
        (LINES, 200, "application/x-ndjson", True),
        (LINES, 200, "text/event-stream", False),
    ],
)
def test_a_stream_is_known_by_its_status_and_kind(operation: Any, status: int, kind: str, can_be: bool) -> None:
    response = httpx.Response(status, headers={"content-type": kind} if kind else {})
    assert can_be_read(operation, response) is can_be


@pytest.mark.parametrize(
    ("operation", "status", "headers", "kind", "says"),
    [
        (STREAM, 404, {}, StatusError, "answered 404"),
        (STREAM, 300, {}, ReplyError, "answered 300 with a status that is not in its spec"),
        (STREAM, 202, {}, ReplyError, "answered 202 with a reply that comes later instead of a stream"),
        (STREAM, 200, {}, ReplyError, "answered 200 with no content type instead of a stream of events"),
        (
            STREAM,
            200,
            {"content-type": "text/html"},
            ReplyError,
            "answered 200 with text/html instead of a stream of events",
        ),
        (LINES, 200, {"content-type": "a/b"}, ReplyError, "answered 200 with a/b instead of JSON lines"),
    ],
)
def test_a_reply_that_is_no_stream_is_told(operation: Any, status: int, headers: Any, kind: Any, says: str) -> None:
    error = not_a_stream(operation, TO_STREAM, HttpReply(status, httpx.Headers(headers), b"", 1, None))
    assert isinstance(error, kind)
    assert str(error).startswith(f"POST /things/stream {says}")
