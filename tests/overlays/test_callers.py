"""What a call takes from its client's options, and how long it may wait; without a network."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import anyio
import httpx
import pytest

from quant_ai import ArgumentError, ConfigurationError, DeadlineError, NotFoundError, StrictError, TimedOutError
from quant_ai.http.attempts import Attempts
from quant_ai.http.endpoint import Endpoint
from quant_ai.http.options import CallOptions
from quant_ai.http.transport import body_chunks, body_chunks_async
from quant_ai_client.operation import Request

from .support.clients import async_client, client_of, unwrapped
from .support.clock import FakeClock
from .support.operations import EXECUTION, GET, REPEATABLE, STREAM, TO_EXECUTION, TO_GET, TO_POST, TO_STREAM

pytestmark = pytest.mark.anyio

DEVIATING = {"identifier": "x", "status": "complete", "mood": "good"}


def always(body: Any = None, status: int = 200, **headers: str) -> Any:
    return lambda request: httpx.Response(status, json=body or {}, headers=headers)


# Options


@pytest.mark.parametrize(("present", "given", "deadline"), [(None, 5, 5), (3, 5, 3), (9, 5, 5)])
async def test_a_caller_with_a_deadline_keeps_the_nearest(
    kind: str, present: float | None, given: float, deadline: float
) -> None:
    async with client_of(kind, always(), deadline=present) as client:
        caller = unwrapped(client)._caller
        assert caller.within(given).transport.options.deadline == deadline
        assert caller.transport.options.deadline == present


@pytest.mark.parametrize("recorded", [False, True])
async def test_a_call_has_the_deadline_that_it_is_given(kind: str, recorded: bool, clock: FakeClock) -> None:
    async with client_of(kind, always(status=503, **{"Retry-After": "5"}), clock=clock) as client:
        reply = await client._caller.send(GET, TO_GET, 3.0)
        assert (reply.status_code, clock.slept) == (503, [])
        assert (await client._caller.send(GET, TO_GET, 8.0)).status_code == 503
        assert clock.slept == [5]
        clock.slept.clear()

        class Resource:
            """A resource of which `raw` makes a copy with a caller that records."""

            _caller = unwrapped(client)._caller

            def get(self) -> Any:
                return self._caller.send(GET, TO_GET, 3.0)

        raw = await client.raw(Resource().get)
        assert (raw.status_code, clock.slept) == (503, [])


async def test_raw_shares_what_is_known_of_models(kind: str) -> None:
    async with client_of(kind, always()) as client:
        known: list[Any] = []

        class Resource:
            def __init__(self) -> None:
                self._caller = unwrapped(client)._caller

            def get(self) -> Any:
                known.append(self._caller.capabilities)
                return self._caller.send(GET, TO_GET)

        resource = Resource()
        await client.raw(resource.get)
        assert known[0] is unwrapped(client)._caller.capabilities
        assert resource._caller is unwrapped(client)._caller  # which does not keep the last reply


@pytest.mark.parametrize("owner", [len, print, object()])
async def test_raw_takes_methods_of_a_client_alone(kind: str, owner: Any) -> None:
    async with client_of(kind, always()) as client:
        with pytest.raises(ArgumentError, match=r"raw\(\) takes a method of this client, such as client\.chat\.send"):
            await client.raw(owner)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("how", ["call", "start", "wait", "page"])
async def test_every_reply_is_checked_if_the_client_is_strict(kind: str, how: str, strict: bool) -> None:
    async with client_of(kind, always(DEVIATING), strict=strict, clock=FakeClock()) as client:
        caller = client._caller
        arguments: dict[str, Any] = {
            "call": (EXECUTION, TO_EXECUTION),
            "start": (EXECUTION, TO_EXECUTION, lambda reply: (EXECUTION, TO_EXECUTION)),
            "wait": (EXECUTION, TO_EXECUTION),
            "page": (EXECUTION, TO_EXECUTION, lambda reply: []),
        }
        if not strict:
            await getattr(caller, how)(*arguments[how])
            return
        with pytest.raises(StrictError, match="mood: is not in the spec"):
            await getattr(caller, how)(*arguments[how])


async def test_a_job_that_was_not_just_accepted_has_to_be_known(kind: str, clock: FakeClock) -> None:
    async with client_of(kind, always(status=404), clock=clock) as client:
        job = client._caller.job(None, EXECUTION, TO_EXECUTION)
        with pytest.raises(NotFoundError):
            await job.wait()
        assert sum(clock.slept) < 1
        clock.slept.clear()
        with pytest.raises(NotFoundError):
            await client._caller.wait(EXECUTION, TO_EXECUTION)
        assert sum(clock.slept) < 1


async def test_what_is_no_callback_is_named(kind: str) -> None:
    async with client_of(kind, always(DEVIATING), clock=FakeClock()) as client:
        with pytest.raises(ConfigurationError, match=r"^on_update= must"):
            await client._caller.wait(EXECUTION, TO_EXECUTION, on_update=5)


@pytest.mark.parametrize(("option", "value"), [("idle_timeout", 7.0), ("deadline", 8.0), ("strict", True)])
async def test_options_of_the_client_are_those_of_its_calls(kind: str, option: str, value: Any) -> None:
    async with client_of(kind, always(), **{option: value}) as client:
        assert getattr(unwrapped(client)._caller.transport.options, option) == value


async def test_a_client_made_by_with_options_does_not_close_the_connections_of_the_first() -> None:
    client = async_client("http://x")
    async with client.with_options(timeout=5):
        pass
    client._transport.client.check()
    await client.close()


# Waiting, on the real clock: only for what never comes


async def forever(request: httpx.Request) -> httpx.Response:
    await anyio.sleep_forever()
    raise AssertionError


async def test_a_call_that_is_not_answered_ends_with_its_deadline() -> None:
    async with client_of("async", forever, deadline=0.02) as client:
        with pytest.raises(DeadlineError):
            await client._caller.call(GET, TO_GET)


async def test_a_stream_that_is_not_opened_ends_with_its_deadline() -> None:
    async with client_of("async", forever, deadline=0.02) as client:
        with pytest.raises(DeadlineError):
            await anext(client._caller.stream(STREAM, TO_STREAM))


async def test_a_stream_that_is_not_opened_ends_with_its_timeouts() -> None:
    async with client_of("async", forever, timeout=0.02, idle_timeout=0.02, max_retries=0) as client:
        with pytest.raises(TimedOutError, match=r"the stream did not open within 0\.02 s"):
            await anext(client._caller.stream(STREAM, TO_STREAM))


class Body(httpx.AsyncByteStream):
    """The body of an error that stops in the middle, or breaks."""

    def __init__(self, failure: Exception | None) -> None:
        self.failure = failure

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b'{"message":'
        if self.failure:
            raise self.failure
        await anyio.sleep_forever()


@pytest.mark.parametrize("failure", [None, httpx.ReadError("cut")])
async def test_the_body_of_a_streams_error_does_not_keep_the_caller(failure: Exception | None) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(500, stream=Body(failure))

    options: Any = {"timeout": 0.05, "idle_timeout": 0.05, "max_retries": 0}
    async with client_of("async", answer, **options) as client:
        with pytest.raises(Exception, match="cut" if failure else "500") as caught:
            await anext(client._caller.stream(STREAM, TO_STREAM))
    assert isinstance(caught.value, TimedOutError) is (failure is None)


# Bodies that are read in pieces


class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    def __iter__(self) -> Any:
        yield from (b"abc", b"defg")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for each in self:
            yield each


async def test_the_body_of_a_stream_has_no_limit_as_a_whole(kind: str) -> None:
    attempts = Attempts(
        Endpoint("t", "acme", "http://x"), CallOptions(max_reply_size=5), STREAM, TO_STREAM, streamed=True
    )
    attempts.next_request()
    response = httpx.Response(200, stream=Pieces(), request=httpx.Request("GET", "http://x"))
    if kind == "sync":
        assert list(body_chunks(attempts, response)) == [b"abc", b"defg"]
    else:
        assert [chunk async for chunk in body_chunks_async(attempts, response)] == [b"abc", b"defg"]


async def test_a_repeatable_call_is_sent_again_with_its_query(kind: str, clock: FakeClock) -> None:
    seen: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.query)
        return httpx.Response(503 if len(seen) == 1 else 200, json={"a": 1})

    async with client_of(kind, answer, clock=clock, query={"v": "2"}) as client:
        request = Request("/things", query=[("q", "1")], body=TO_POST.body)
        assert await client._caller.call(REPEATABLE, request) == {"a": 1}
    assert seen == [b"q=1&v=2"] * 2
