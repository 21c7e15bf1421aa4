"""`chat.run`: rounds of calls, in parallel, with results that arrive exactly once."""

from __future__ import annotations

import asyncio
import contextvars
import json
import threading
from collections.abc import Callable
from typing import Any

import pytest

from quant_ai import (
    ConfigurationError,
    ExecutionFailed,
    NotFoundError,
    PollTimeout,
    Run,
    ToolCall,
    ToolRoundsError,
)

from .conftest import FakeClock, async_client, sync_client
from .raw_server import Connection, RawServer, Script, chunk, reply, serving
from .test_tool_specs import get_weather

pytestmark = pytest.mark.anyio


class Service:
    """The chat of a service that asks for tools round after round, as a script for the raw server."""

    def __init__(self, *rounds: list[tuple[str, Any]], via: str = "execution") -> None:
        self.rounds = [
            [
                {"toolUseId": f"t-{number}-{index}", "name": name, "input": given}
                for index, (name, given) in enumerate(r)
            ]
            for number, r in enumerate(rounds)
        ]
        self.via = via
        self.bodies: list[Any] = []
        self.submitted: list[Any] = []
        self.used: set[str] = set()
        self.lose_replies = 0
        self.slow_states = 0
        self.lock = threading.Lock()

    def __call__(self, connection: Connection) -> None:
        while (request := connection.read()) is not None:
            with self.lock:
                path = request.target.partition("/ai")[2]
                body = json.loads(request.body) if request.body else None
                if path == "/chat/callback":
                    answer = self.callback(body)
                    if self.lose_replies:
                        self.lose_replies -= 1
                        return
                elif request.method == "GET":
                    answer = self.state()
                else:
                    self.bodies.append(body)
                    answer = self.turn(body)
            connection.send(answer)

    def callback(self, body: Any) -> bytes:
        if body["callbackId"] in self.used or body["callbackId"] != self.callback_id:
            return reply(b'{"error":"Callback not found"}', 404)
        self.used.add(body["callbackId"])
        self.submitted.append(body["toolResults"])
        return reply(b'{"success":true}')

    @property
    def callback_id(self) -> str:
        return f"cb/{len(self.submitted)}="

    def state(self) -> bytes:
        if self.slow_states:
            self.slow_states -= 1
            return reply(b'{"requestId":"r=","status":"running"}')
        if len(self.submitted) < len(self.rounds):
            pending = self.rounds[len(self.submitted)]
            value: Any = {"status": "waiting_callback", "callbackId": self.callback_id, "pendingTools": pending}
        else:
            response = {"role": "assistant", "content": "It is clear."}
            value = {"status": "complete", "result": {"response": response, "usage": {"totalTokens": 7}}}
        return reply(json.dumps({"requestId": "r=", **value}).encode())

    def turn(self, body: Any) -> bytes:
        if body.get("async"):
            return reply(b'{"requestId":"r=","status":"queued","pollUrl":"/ai/chat/executions/r%3D"}', 202)
        done = sum(message["role"] == "assistant" for message in body["messages"])
        asked = self.rounds[done] if done < len(self.rounds) else []
        text = "Let me look." if asked else "It is clear."
        if self.via == "stream":
            events = [{"type": "content", "delta": text}, *({"type": "tool_request", "toolUse": use} for use in asked)]
            last = {"type": "done", "complete": not asked, "stopReason": "tool_request" if asked else "end_turn"}
            data = b"".join(b"data: %s\n\n" % json.dumps(event).encode() for event in [*events, last])
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
            return head + chunk(data) + chunk(b"")
        message: Any = {"role": "assistant", "content": text}
        if asked:
            message["toolUse"] = asked[0] if len(asked) == 1 else asked
        value = {"response": message, "finishReason": "tool_use" if asked else "stop", "usage": {"totalTokens": 7}}
        return reply(json.dumps(value).encode())


async def run(kind: str, server: RawServer, clock: FakeClock, tools: Any, **options: Any) -> Run:
    options = {"model_id": "nova", "messages": [{"role": "user", "content": "How is it?"}], **options}
    if kind == "sync":
        with sync_client(server.url, clock=clock) as client:
            return await asyncio.to_thread(client.chat.run, tools=tools, **options)
    async with async_client(server.url, clock=clock) as other:
        return await other.chat.run(tools=tools, **options)


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


every_way = pytest.mark.parametrize("via", ["execution", "reply", "stream"])


def script(service: Service) -> Script:
    return service


@every_way
async def test_tools_are_called_until_the_model_has_its_answer(kind: str, via: str, clock: FakeClock) -> None:
    service = Service([("get_weather", {"city": "Hobart"})], [("get_weather", {"city": "Burnie"})], via=via)
    with serving(script(service)) as server:
        done = await run(kind, server, clock, [get_weather], via=via)
    assert (done.text, str(done), done.rounds) == ("It is clear.", "It is clear.", 2)
    assert [call.input["city"] for call in done.calls] == ["Hobart", "Burnie"]
    assert done.calls[0].output == {"city": "Hobart", "sky": "clear", "days": 1}
    assert service.bodies[0]["toolConfig"]["tools"][0]["toolSpec"]["name"] == "get_weather"
    if via == "execution":
        assert [[result["result"]["city"] for result in results] for results in service.submitted] == [
            ["Hobart"],
            ["Burnie"],
        ]
    else:
        user, assistant, answer, *_ = service.bodies[-1]["messages"]
        assert user == {"role": "user", "content": "How is it?"}
        assert assistant["content"][0] == {"text": "Let me look."}
        assert assistant["content"][1]["toolUse"]["toolUseId"] == "t-0-0"
        assert answer["role"] == "user"
        assert answer["content"][0]["toolResult"]["toolUseId"] == "t-0-0"
        assert answer["content"][0]["toolResult"]["content"][0]["json"]["city"] == "Hobart"


@every_way
async def test_several_calls_at_once_run_in_parallel_and_keep_their_order(
    kind: str, via: str, clock: FakeClock
) -> None:
    together = threading.Barrier(2, timeout=5)

    def meet(name: str) -> str:
        together.wait()
        return name

    service = Service([("meet", {"name": "a"}), ("meet", {"name": "b"})], via=via)
    with serving(script(service)) as server:
        done = await run(kind, server, clock, [meet], via=via)
    assert [(call.output, call.error) for call in done.calls] == [("a", None), ("b", None)]
    if via == "execution":
        assert [result["result"] for result in service.submitted[0]] == [{"result": "a"}, {"result": "b"}]


async def test_tools_see_the_context_of_who_runs_them(kind: str, clock: FakeClock) -> None:
    user = contextvars.ContextVar("user", default="nobody")
    user.set("ada")

    def who(name: str) -> str:
        return user.get()

    service = Service([("who", {"name": "a"}), ("who", {"name": "b"})])
    with serving(script(service)) as server:
        done = await run(kind, server, clock, [who])
    assert [call.output for call in done.calls] == ["ada", "ada"]


async def test_async_functions_are_awaited_and_run_together(kind: str, clock: FakeClock) -> None:
    async def pause(seconds: float) -> str:
        await asyncio.sleep(seconds)
        return "rested"

    service = Service([("pause", {"seconds": 0}), ("get_weather", {"city": "Hobart"})])
    with serving(script(service)) as server:
        done = await run(kind, server, clock, [pause, get_weather])
    assert done.calls[0].output == "rested"
    assert done.calls[1].error is None


def broken(city: str) -> None:
    raise KeyError(f"no such city: {city}")


@pytest.mark.parametrize(
    ("tool", "name", "given", "told"),
    [
        (broken, "broken", {"city": "X"}, "KeyError"),
        (get_weather, "get_weather", {}, "missing arguments: city"),
        (get_weather, "get_weather", {"city": 5}, "city: 5 is not of type str"),
        (get_weather, "get_weather", {"city": "X", "zip": 1}, "unknown arguments: zip"),
        (get_weather, "get_rain", {}, "there is no tool named 'get_rain'"),
        (lambda: {1, object()}, "<lambda>", {}, "JSON"),
    ],
)
async def test_what_goes_wrong_in_a_tool_is_told_to_the_model(
    kind: str, tool: Callable[..., Any], name: str, given: Any, told: str, clock: FakeClock
) -> None:
    service = Service([(name, given)])
    with serving(script(service)) as server:
        done = await run(kind, server, clock, [tool])
    assert done.text == "It is clear."
    assert done.calls[0].error is not None
    assert told in service.submitted[0][0]["result"]["error"]


@pytest.mark.parametrize("lost", [1, 2])
async def test_a_lost_reply_to_the_callback_submits_once(kind: str, lost: int, clock: FakeClock) -> None:
    service = Service([("get_weather", {"city": "Hobart"})])
    service.lose_replies = lost
    with serving(script(service)) as server:
        done = await run(kind, server, clock, [get_weather])
        callbacks = [request for request in server.requests if request.target.endswith("/callback")]
    assert done.text == "It is clear."
    assert len(callbacks) == lost + 1
    assert len(service.submitted) == 1
    assert len(done.calls) == 1


async def test_a_callback_that_is_unknown_from_the_start_is_an_error(kind: str, clock: FakeClock) -> None:
    service = Service([("get_weather", {"city": "Hobart"})])
    service.used.add("cb/0=")
    with serving(script(service)) as server, pytest.raises(NotFoundError):
        await run(kind, server, clock, [get_weather])


async def test_a_state_that_lags_behind_is_not_answered_twice(kind: str, clock: FakeClock) -> None:
    calls: list[str] = []

    class Lagging(Service):
        lag = 2

        def state(self) -> bytes:
            if self.submitted and self.lag:
                self.lag -= 1
                taken, self.submitted = self.submitted, []
                try:
                    return super().state()
                finally:
                    self.submitted = taken
            return super().state()

    service = Lagging([("get_weather", {"city": "Hobart"})])
    with serving(script(service)) as server:
        done = await run(kind, server, clock, [get_weather], on_call=lambda call: calls.append(call.name))
    assert done.text == "It is clear."
    assert calls == ["get_weather"]
    assert len(service.submitted) == 1


async def test_a_state_that_never_moves_on_ends_at_the_deadline(kind: str, clock: FakeClock) -> None:
    class Stuck(Service):
        def callback(self, body: Any) -> bytes:
            return reply(b'{"success":true}')

    service = Stuck([("get_weather", {"city": "Hobart"})])
    with serving(script(service)) as server, pytest.raises(PollTimeout):
        await run(kind, server, clock, [get_weather], deadline=60)


@every_way
async def test_rounds_are_bounded(kind: str, via: str, clock: FakeClock) -> None:
    service = Service(*([("get_weather", {"city": "Hobart"})] for _ in range(9)), via=via)
    with serving(script(service)) as server, pytest.raises(ToolRoundsError, match="more than 3 times") as caught:
        await run(kind, server, clock, [get_weather], via=via, max_rounds=3)
    assert caught.value.last_state is not None


async def test_many_rounds_work(kind: str, clock: FakeClock) -> None:
    service = Service(*([("get_weather", {"city": f"c-{number}"})] for number in range(12)))
    with serving(script(service)) as server:
        done = await run(kind, server, clock, [get_weather])
    assert done.rounds == 12
    assert len(service.submitted) == 12


async def test_hooks_see_calls_and_results(kind: str, clock: FakeClock) -> None:
    seen: list[tuple[str, Any]] = []
    states: list[str] = []
    service = Service([("get_weather", {"city": "Hobart"})])
    service.slow_states = 2

    def before(call: ToolCall) -> None:
        seen.append(("before", call.output))

    def after(call: ToolCall) -> None:
        seen.append(("after", call.output["city"]))

    with serving(script(service)) as server:
        await run(
            kind,
            server,
            clock,
            [get_weather],
            on_call=before,
            on_result=after,
            on_update=lambda state: states.append(state.status),
        )
    assert seen == [("before", None), ("after", "Hobart")]
    assert states == ["running", "running", "waiting_callback", "complete"]


async def test_text_of_streamed_rounds_is_given_as_it_arrives(kind: str, clock: FakeClock) -> None:
    pieces: list[str] = []
    service = Service([("get_weather", {"city": "Hobart"})], via="stream")
    with serving(script(service)) as server:
        await run(kind, server, clock, [get_weather], via="stream", on_text=pieces.append)
    assert pieces == ["Let me look.", "It is clear."]


async def test_a_session_is_sent_only_what_is_new(kind: str, clock: FakeClock) -> None:
    class Remembering(Service):
        def turn(self, body: Any) -> bytes:
            self.history = [*getattr(self, "history", []), *body["messages"]]
            answer = super().turn({"messages": self.history})
            self.history.append({"role": "assistant"})
            return answer

    service = Remembering([("get_weather", {"city": "Hobart"})], via="reply")
    with serving(script(service)) as server:
        await run(kind, server, clock, [get_weather], via="reply", session_id="s-1")
    assert [len(body["messages"]) for body in service.bodies] == [1, 1]
    assert "toolResult" in service.bodies[1]["messages"][0]["content"][0]


async def test_tools_that_the_service_runs_are_left_to_it(kind: str, clock: FakeClock) -> None:
    service = Service([("generate_image", {})], via="reply")
    service.rounds[0][0]["executionId"] = "exec_1"
    with serving(script(service)) as server:
        done = await run(kind, server, clock, [get_weather], via="reply")
    assert done.calls == []
    assert len(service.bodies) == 1


async def test_an_execution_that_fails_raises(kind: str, clock: FakeClock) -> None:
    class Failing(Service):
        def state(self) -> bytes:
            return reply(b'{"requestId":"r=","status":"failed","error":{"ErrorMessage":"Too slow"}}')

    with serving(script(Failing())) as server, pytest.raises(ExecutionFailed, match="Too slow"):
        await run(kind, server, clock, [get_weather])


def test_two_tools_of_one_name_are_refused() -> None:
    with sync_client("http://127.0.0.1:1") as client, pytest.raises(ConfigurationError, match="get_weather"):
        client.chat.run(model_id="m", messages=[], tools=[get_weather, get_weather])
