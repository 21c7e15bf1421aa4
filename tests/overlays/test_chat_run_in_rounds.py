"""The rounds of `chat.run`: what each request and each tool may take of its time, and what its callbacks are given."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import httpx
import pytest

from quant_ai import PollTimeout, ToolCall, ToolRoundsError
from quant_ai.tools.tool_calls import ToolRunner

from .support.chat_runs import HOW, get_weather
from .support.clients import client_of
from .support.clock import FakeClock

pytestmark = pytest.mark.anyio


def uses(number: int) -> list[Any]:
    """The tool calls of a round."""
    return [{"toolUseId": f"t-{number}", "name": "get_weather", "input": {"city": "Hobart"}}]


class ToolService:
    """Asks for a tool in each round, by an execution or by replies; records each request with its timeout."""

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds
        self.requests: list[tuple[str, float]] = []
        self.submitted: list[Any] = []
        self.bodies: list[Any] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        what = request.url.path.rpartition("/")[2] if request.method == "POST" else "poll"
        self.requests.append((what, float(request.extensions["timeout"]["read"])))
        body = json.loads(request.content or b"{}")
        if what == "callback":
            self.submitted += body["toolResults"]
            return httpx.Response(200, json={"success": True})
        if what == "poll":
            return httpx.Response(200, json={"requestId": "r=", **self.state()})
        if body.get("async"):
            return httpx.Response(202, json={"requestId": "r=", "status": "queued"})
        self.bodies.append(body)
        rounds = sum(message["role"] == "assistant" for message in body["messages"])
        message: dict[str, Any] = {"role": "assistant", "content": "Clear."}
        if rounds < self.rounds:
            message["toolUse"] = uses(rounds)
        return httpx.Response(200, json={"response": message, "usage": {}})

    def state(self) -> dict[str, Any]:
        done = len(self.submitted)
        if done < self.rounds:
            return {"status": "waiting_callback", "callbackId": f"cb-{done}", "pendingTools": uses(done)}
        return {"status": "complete", "result": {"response": {"role": "assistant", "content": "Clear."}}}


async def test_each_request_and_each_tool_has_the_time_that_is_left(
    kind: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[float | None] = []
    run_all, run_all_async = ToolRunner.run, ToolRunner.run_async

    def spy(runner: ToolRunner, calls: Any, seconds: float | None = None) -> bool:
        given.append(seconds)
        return run_all(runner, calls, seconds)

    async def spy_async(runner: ToolRunner, calls: Any, seconds: float | None = None) -> bool:
        given.append(seconds)
        return await run_all_async(runner, calls, seconds)

    monkeypatch.setattr(ToolRunner, "run", spy)
    monkeypatch.setattr(ToolRunner, "run_async", spy_async)

    def get_weather(city: str) -> str:
        clock.now += 20
        return city

    options: dict[str, Any] = {"model_id": "m", "messages": HOW, "tools": [get_weather], "deadline": 50}
    service = ToolService(rounds=1)
    async with client_of(kind, service, clock=clock) as client:
        await client.chat.run(interval=4, **options)
    assert service.requests == [("chat", 50), ("poll", 46), ("callback", 26), ("poll", 22)]
    service = ToolService(rounds=2)
    async with client_of(kind, service, clock=clock) as client:
        await client.chat.run(via="reply", **options)
    assert service.requests == [("chat", 50), ("chat", 30), ("chat", 10)]
    assert given == [46, 50, 30]


async def test_an_execution_has_the_time_of_the_spec_after_each_round(kind: str, clock: FakeClock) -> None:
    def get_weather(city: str) -> str:
        clock.now += 500
        return city

    service = ToolService(rounds=3)
    async with client_of(kind, service, clock=clock) as client:
        options: dict[str, Any] = {"model_id": "m", "messages": HOW, "tools": [get_weather]}
        run = await client.chat.run(**options)
        assert (run.rounds, str(run)) == (3, "Clear.")
        service.rounds, service.submitted = 1, []
        service.state = lambda: {"status": "running"}  # type: ignore[method-assign]
        with pytest.raises(PollTimeout, match="within 900 s"):
            await client.chat.run(**options)


async def test_sixteen_rounds_are_the_limit_by_default(kind: str, clock: FakeClock) -> None:
    options: dict[str, Any] = {"model_id": "m", "messages": HOW, "tools": [get_weather], "via": "reply"}
    async with client_of(kind, ToolService(rounds=16), clock=clock) as client:
        assert (await client.chat.run(**options)).rounds == 16
    async with client_of(kind, ToolService(rounds=17), clock=clock) as client:
        with pytest.raises(ToolRoundsError) as caught:
            await client.chat.run(**options)
    assert str(caught.value) == "the model requested tools more than 16 times (max_rounds=)"
    assert caught.value.last_state is not None


async def test_callbacks_are_given_the_calls_of_the_run(kind: str, clock: FakeClock) -> None:
    before, after = list[ToolCall](), list[ToolCall]()
    async with client_of(kind, ToolService(rounds=2), clock=clock) as client:
        run = await client.chat.run(
            model_id="m", messages=HOW, tools=[get_weather], on_call=before.append, on_result=after.append
        )
    assert len(run.calls) == 2
    assert [id(call) for call in before] == [id(call) for call in after] == [id(call) for call in run.calls]


async def test_on_result_is_told_that_a_result_cannot_be_sent(kind: str, clock: FakeClock) -> None:
    def get_weather(city: str) -> Any:
        return object()

    errors: list[Any] = []
    service = ToolService(rounds=1)
    async with client_of(kind, service, clock=clock) as client:
        await client.chat.run(
            model_id="m", messages=HOW, tools=[get_weather], on_result=lambda call: errors.append(call.error)
        )
    assert [type(error) for error in errors] == [TypeError]
    assert service.submitted[0]["result"] == {"error": f"TypeError: {errors[0]}"}


async def test_callbacks_and_tools_take_turns(kind: str, clock: FakeClock) -> None:
    seen: list[str] = []

    def get_weather(city: str) -> None:
        seen.append("tool")

    async with client_of(kind, ToolService(rounds=2), clock=clock) as client:
        await client.chat.run(
            model_id="m",
            messages=HOW,
            tools=[get_weather],
            on_call=lambda call: seen.append("before"),
            on_result=lambda call: seen.append("after"),
        )
    assert seen == ["before", "tool", "after"] * 2


@pytest.mark.parametrize("via", ["execution", "reply"])
async def test_what_a_run_is_given_stays_as_it_is(kind: str, via: str, clock: FakeClock) -> None:
    given: dict[str, Any] = {
        "messages": [dict(message) for message in HOW],
        "tools": [get_weather],
        "tool_config": {"tools": [{"toolSpec": {"name": "mine"}}], "allowedTools": ["mine"]},
    }
    before = deepcopy({name: given[name] for name in ("messages", "tool_config")})
    async with client_of(kind, ToolService(rounds=1), clock=clock) as client:
        await client.chat.run(model_id="m", via=via, **given)
    assert {name: given[name] for name in before} == before
    assert given["tools"] == [get_weather]


@pytest.mark.parametrize("session", [None, "s-1"])
async def test_a_session_is_sent_only_what_is_new(kind: str, session: str | None, clock: FakeClock) -> None:
    service = ToolService(rounds=1)
    async with client_of(kind, service, clock=clock) as client:
        running = {"model_id": "m", "messages": HOW, "tools": [get_weather], "via": "reply", "session_id": session}
        if session is None:
            await client.chat.run(**running)
        else:
            with pytest.raises(ToolRoundsError):  # this service knows no sessions, and asks for the tool again
                await client.chat.run(max_rounds=1, **running)
    roles = [[message["role"] for message in body["messages"]] for body in service.bodies]
    assert roles == [["user"], ["user"] if session else ["user", "assistant", "user"]]


async def test_the_functions_join_the_tools_of_a_tool_config(kind: str, clock: FakeClock) -> None:
    service = ToolService(rounds=0)
    config = {"tools": [{"toolSpec": {"name": "mine"}}], "allowedTools": ["mine"]}
    async with client_of(kind, service, clock=clock) as client:
        await client.chat.run(model_id="m", messages=HOW, tools=[get_weather], via="reply", tool_config=config)
    sent = service.bodies[0]["toolConfig"]
    assert [tool["toolSpec"]["name"] for tool in sent["tools"]] == ["mine", "get_weather"]
    assert sent["allowedTools"] == ["mine"]


async def test_two_runs_of_a_client_share_no_results(kind: str, clock: FakeClock) -> None:
    cities: list[int] = []

    def get_weather(city: str) -> int:
        cities.append(len(cities))
        return len(cities)

    async with client_of(kind, ToolService(rounds=1), clock=clock) as client:
        options: dict[str, Any] = {"model_id": "m", "messages": HOW, "tools": [get_weather], "via": "reply"}
        runs = [await client.chat.run(**options) for _ in range(2)]
    assert [run.calls[0].output for run in runs] == [1, 2]
    assert [run.calls[0].id for run in runs] == ["t-0", "t-0"]
