"""`chat.run`: its callbacks, deadlines and arguments."""

from __future__ import annotations

import asyncio
import functools
import threading
from typing import Any

import pytest

from quant_ai import (
    ConfigurationError,
    DeadlineError,
    PollTimeout,
)
from quant_ai.callbacks import callback_async

from .support.chat_runs import get_weather, run
from .support.chat_service import ChatService
from .support.clients import client_of, sync_client
from .support.clock import FakeClock
from .support.raw_server import Connection, serving

pytestmark = pytest.mark.anyio


def test_two_tools_of_one_name_are_refused() -> None:
    with sync_client("http://127.0.0.1:1") as client, pytest.raises(ConfigurationError, match="get_weather"):
        client.chat.run(model_id="m", messages=[], tools=[get_weather, get_weather])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"via": "nope"}, "via= must be one of 'execution', 'reply', 'stream', got 'nope'"),
        ({"max_rounds": 0}, "max_rounds= must be an integer of at least 1, got 0"),
        ({"max_rounds": "3"}, "max_rounds= must be an integer of at least 1, got '3'"),
        ({"deadline": 0}, "deadline= must be a positive number of seconds, got 0"),
        ({"deadline": float("nan")}, "deadline= must be a positive number of seconds, got nan"),
        ({"interval": -1}, "interval= must be a positive number of seconds, got -1"),
        ({"tools": get_weather}, "tools= takes a list of functions, such as tools=[get_weather]"),
    ],
)
async def test_arguments_that_make_no_sense_are_refused_before_anything_is_sent(
    kind: str, options: dict[str, Any], told: str, clock: FakeClock
) -> None:
    sent: list[Any] = []
    given = {"model_id": "m", "messages": [], "tools": [get_weather], **options}
    async with client_of(kind, sent.append, clock=clock) as client:
        with pytest.raises(ConfigurationError) as caught:
            await client.chat.run(**given)
    assert (str(caught.value), sent) == (told, [])


CALLBACKS = {"on_call": 1, "on_result": 1, "on_text": 2, "on_update": 3}


@pytest.mark.parametrize("name", CALLBACKS)
async def test_async_callbacks_are_awaited(name: str, clock: FakeClock) -> None:
    seen: list[Any] = []

    async def record(value: Any) -> None:
        await asyncio.sleep(0)
        seen.append(value)

    via = "stream" if name == "on_text" else "execution"
    service = ChatService([("get_weather", {"city": "Hobart"})], via=via)
    service.slow_states = 1
    with serving(service) as server:
        await run("async", server, clock, [get_weather], via=via, **{name: record})
    assert len(seen) == CALLBACKS[name]


async def test_whatever_a_callback_returns_is_awaited_if_it_can_be() -> None:
    done: list[str] = []

    class Promise:
        def __await__(self) -> Any:
            yield from asyncio.sleep(0).__await__()
            done.append("promise")

    async def work() -> None:
        done.append("task")

    for function in (Promise, lambda: asyncio.ensure_future(work()), work, lambda: done.append("plain")):
        await callback_async("on_call=", function)()
    assert done == ["promise", "task", "task", "plain"]


@pytest.mark.parametrize("name", CALLBACKS)
async def test_the_sync_client_refuses_async_callbacks_before_anything_is_sent(name: str, clock: FakeClock) -> None:
    async def record(value: Any) -> None: ...

    class Recorder:
        async def __call__(self, value: Any) -> None: ...

    for callback in (record, functools.partial(record), Recorder()):
        with serving(ChatService()) as server:
            with pytest.raises(ConfigurationError, match=f"{name}= is an async function"):
                await run("sync", server, clock, [get_weather], **{name: callback})
            assert server.requests == []


async def test_the_sync_client_refuses_a_callback_that_turns_out_to_be_async(clock: FakeClock) -> None:
    async def record(value: Any) -> None: ...

    service = ChatService([("get_weather", {"city": "Hobart"})])
    with serving(service) as server, pytest.raises(ConfigurationError, match="on_call= is an async function"):
        await run("sync", server, clock, [get_weather], on_call=lambda call: record(call))


@pytest.mark.parametrize("via", ["execution", "reply", "stream"])
async def test_a_deadline_holds_for_tools(kind: str, via: str, clock: FakeClock) -> None:
    release = threading.Event()

    def slow(city: str) -> None:
        release.wait(10)

    service = ChatService([("slow", {"city": "Hobart"})], via=via)
    error = PollTimeout if via == "execution" else DeadlineError
    try:
        with (
            serving(service) as server,
            pytest.raises(error, match=r"longer than its deadline of 0\.5 s, with 1 round"),
        ):
            await run(kind, server, clock, [slow], via=via, deadline=0.5)
    finally:
        release.set()


@pytest.mark.parametrize("via", ["reply", "stream"])
async def test_a_deadline_ends_a_model_that_asks_for_ever(kind: str, via: str, clock: FakeClock) -> None:
    def slow(city: str) -> None:
        clock.now += 7

    service = ChatService(*([("slow", {"city": "Hobart"})] for _ in range(99)), via=via)
    with serving(service) as server, pytest.raises(DeadlineError, match="with 5 rounds") as caught:
        await run(kind, server, clock, [slow], via=via, deadline=30, max_rounds=99)
    assert caught.value.last_state is not None  # type: ignore[attr-defined]


@pytest.mark.parametrize("via", ["reply", "stream"])
async def test_a_deadline_bounds_each_request(via: str, clock: FakeClock) -> None:
    def late(connection: Connection) -> None:
        connection.read()
        clock.now += 31
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{")

    with serving(late) as server, pytest.raises(DeadlineError):
        await run("sync", server, clock, [get_weather], via=via, deadline=30)
