"""`chat.run`: tools are called until the model has its answer, and their results arrive exactly once."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import Callable
from typing import Any

import pytest

from quant_ai import (
    ExecutionFailed,
    NotFoundError,
    PollTimeout,
    ReplyError,
    ToolCall,
    ToolRoundsError,
    models,
)

from .support.chat_runs import HOW, every_way, get_weather, run
from .support.chat_service import ChatService
from .support.clients import async_client, sync_client
from .support.clock import FakeClock
from .support.raw_server import reply, serving

pytestmark = pytest.mark.anyio


@every_way
async def test_tools_are_called_until_the_model_has_its_answer(kind: str, via: str, clock: FakeClock) -> None:
    service = ChatService([("get_weather", {"city": "Hobart"})], [("get_weather", {"city": "Burnie"})], via=via)
    with serving(service) as server:
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

    service = ChatService([("meet", {"name": "a"}), ("meet", {"name": "b"})], via=via)
    with serving(service) as server:
        done = await run(kind, server, clock, [meet], via=via)
    assert [(call.output, call.error) for call in done.calls] == [("a", None), ("b", None)]
    if via == "execution":
        assert [result["result"] for result in service.submitted[0]] == [{"result": "a"}, {"result": "b"}]


async def test_tools_run_in_the_context_of_the_caller(kind: str, clock: FakeClock) -> None:
    user = contextvars.ContextVar("user", default="nobody")
    user.set("ada")

    def who(name: str) -> str:
        return user.get()

    service = ChatService([("who", {"name": "a"}), ("who", {"name": "b"})])
    with serving(service) as server:
        done = await run(kind, server, clock, [who])
    assert [call.output for call in done.calls] == ["ada", "ada"]


async def test_async_functions_are_awaited_and_run_together(kind: str, clock: FakeClock) -> None:
    async def pause(seconds: float) -> str:
        await asyncio.sleep(seconds)
        return "rested"

    service = ChatService([("pause", {"seconds": 0}), ("get_weather", {"city": "Hobart"})])
    with serving(service) as server:
        done = await run(kind, server, clock, [pause, get_weather])
    assert done.calls[0].output == "rested"
    assert done.calls[1].error is None


def broken(city: str) -> None:
    raise KeyError(f"no such city: {city}")


def unsendable() -> Any:
    return {1, object()}


@pytest.mark.parametrize(
    ("tool", "name", "given", "text"),
    [
        (broken, "broken", {"city": "X"}, "KeyError"),
        (get_weather, "get_weather", {}, "missing arguments: city"),
        (get_weather, "get_weather", {"city": 5}, "city: 5 is not of type str"),
        (get_weather, "get_weather", {"city": "X", "zip": 1}, "unknown arguments: zip"),
        (get_weather, "get_rain", {}, "there is no tool named 'get_rain'"),
        (unsendable, "unsendable", {}, "JSON"),
    ],
)
async def test_the_model_receives_the_errors_of_tools(
    kind: str, tool: Callable[..., Any], name: str, given: Any, text: str, clock: FakeClock
) -> None:
    service = ChatService([(name, given)])
    with serving(service) as server:
        done = await run(kind, server, clock, [tool])
    assert done.text == "It is clear."
    assert done.calls[0].error is not None
    assert text in service.submitted[0][0]["result"]["error"]


@pytest.mark.parametrize("lost", [1, 2])
async def test_a_lost_reply_to_the_callback_submits_once(kind: str, lost: int, clock: FakeClock) -> None:
    service = ChatService([("get_weather", {"city": "Hobart"})])
    service.lose_replies = lost
    with serving(service) as server:
        done = await run(kind, server, clock, [get_weather])
        callbacks = [request for request in server.requests if request.target.endswith("/callback")]
    assert done.text == "It is clear."
    assert len(callbacks) == lost + 1
    assert len(service.submitted) == 1
    assert len(done.calls) == 1


async def test_a_callback_that_was_never_known_is_an_error(kind: str, clock: FakeClock) -> None:
    service = ChatService([("get_weather", {"city": "Hobart"})])
    service.used.add("cb/0=")
    with serving(service) as server, pytest.raises(NotFoundError):
        await run(kind, server, clock, [get_weather])


async def test_a_state_that_lags_behind_is_not_answered_twice(kind: str, clock: FakeClock) -> None:
    calls: list[str] = []

    class Lagging(ChatService):
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
    with serving(service) as server:
        done = await run(kind, server, clock, [get_weather], on_call=lambda call: calls.append(call.name))
    assert done.text == "It is clear."
    assert calls == ["get_weather"]
    assert len(service.submitted) == 1


async def test_a_state_that_never_changes_ends_at_the_deadline(kind: str, clock: FakeClock) -> None:
    class Stuck(ChatService):
        def callback(self, body: Any) -> bytes:
            return reply(b'{"success":true}')

    service = Stuck([("get_weather", {"city": "Hobart"})])
    with serving(service) as server, pytest.raises(PollTimeout):
        await run(kind, server, clock, [get_weather], deadline=60)


@every_way
async def test_the_number_of_rounds_is_limited(kind: str, via: str, clock: FakeClock) -> None:
    service = ChatService(*([("get_weather", {"city": "Hobart"})] for _ in range(9)), via=via)
    with serving(service) as server, pytest.raises(ToolRoundsError, match="more than 3 times") as caught:
        await run(kind, server, clock, [get_weather], via=via, max_rounds=3)
    assert caught.value.last_state is not None


async def test_many_rounds_work(kind: str, clock: FakeClock) -> None:
    service = ChatService(*([("get_weather", {"city": f"c-{number}"})] for number in range(12)))
    with serving(service) as server:
        done = await run(kind, server, clock, [get_weather])
    assert done.rounds == 12
    assert len(service.submitted) == 12


async def test_hooks_see_calls_and_results(kind: str, clock: FakeClock) -> None:
    seen: list[tuple[str, Any]] = []
    states: list[str] = []
    service = ChatService([("get_weather", {"city": "Hobart"})])
    service.slow_states = 2

    def before(call: ToolCall) -> None:
        seen.append(("before", call.output))

    def after(call: ToolCall) -> None:
        seen.append(("after", call.output["city"]))

    with serving(service) as server:
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


async def test_the_text_of_streamed_rounds_is_delivered_as_it_arrives(kind: str, clock: FakeClock) -> None:
    pieces: list[str] = []
    service = ChatService([("get_weather", {"city": "Hobart"})], via="stream")
    with serving(service) as server:
        await run(kind, server, clock, [get_weather], via="stream", on_text=pieces.append)
    assert pieces == ["Let me look.", "It is clear."]


async def test_a_session_is_sent_only_new_messages(kind: str, clock: FakeClock) -> None:
    class Remembering(ChatService):
        def turn(self, body: Any) -> bytes:
            self.history = [*getattr(self, "history", []), *body["messages"]]
            answer = super().turn({"messages": self.history})
            self.history.append({"role": "assistant"})
            return answer

    service = Remembering([("get_weather", {"city": "Hobart"})], via="reply")
    with serving(service) as server:
        await run(kind, server, clock, [get_weather], via="reply", session_id="s-1")
    assert [len(body["messages"]) for body in service.bodies] == [1, 1]
    assert "toolResult" in service.bodies[1]["messages"][0]["content"][0]


async def test_tools_that_the_service_runs_are_left_to_it(kind: str, clock: FakeClock) -> None:
    service = ChatService([("generate_image", {})], via="reply")
    service.rounds[0][0]["executionId"] = "exec_1"
    with serving(service) as server:
        done = await run(kind, server, clock, [get_weather], via="reply")
    assert done.calls == []
    assert len(service.bodies) == 1


async def test_an_execution_that_fails_raises(kind: str, clock: FakeClock) -> None:
    class Failing(ChatService):
        def state(self) -> bytes:
            return reply(b'{"requestId":"r=","status":"failed","error":{"ErrorMessage":"Too slow"}}')

    with serving(Failing()) as server, pytest.raises(ExecutionFailed, match="Too slow"):
        await run(kind, server, clock, [get_weather])


@pytest.mark.parametrize("deadline", [None, 60])
@pytest.mark.parametrize("via", ["execution", "reply"])
async def test_raw_of_a_run_has_its_last_reply(kind: str, via: str, deadline: float | None, clock: FakeClock) -> None:
    service = ChatService([("get_weather", {"city": "Hobart"})], via=via)
    options: Any = {"model_id": "nova", "messages": HOW, "tools": [get_weather], "via": via, "deadline": deadline}
    with serving(service) as server:
        if kind == "sync":
            with sync_client(server.url, clock=clock) as client:
                raw = await asyncio.to_thread(client.raw, client.chat.run, **options)
        else:
            async with async_client(server.url, clock=clock) as other:
                raw = await other.raw(other.chat.run, **options)
    assert raw.parsed.text == "It is clear."
    assert b"It is clear." in raw.content
    assert raw.status_code == 200


async def test_tools_of_the_caller_join_those_of_a_tool_config(kind: str, clock: FakeClock) -> None:
    service = ChatService(via="reply")
    given = {"autoExecute": True, "allowedTools": ["search"], "tools": [{"toolSpec": {"name": "mine"}}]}
    with serving(service) as server:
        await run(kind, server, clock, [get_weather], via="reply", tool_config=given)
        await run(kind, server, clock, [get_weather], via="reply", tool_config=models.ToolConfig(auto_execute=True))
    first, second = (body["toolConfig"] for body in service.bodies)
    assert [tool["toolSpec"]["name"] for tool in first["tools"]] == ["mine", "get_weather"]
    assert (first["autoExecute"], first["allowedTools"]) == (True, ["search"])
    assert [tool["toolSpec"]["name"] for tool in second["tools"]] == ["get_weather"]
    assert second["autoExecute"] is True


async def test_what_on_result_puts_in_place_of_a_result_is_sent(kind: str, clock: FakeClock) -> None:
    def redact(call: ToolCall) -> None:
        call.output = "secret" if call.input["city"] == "Hobart" else object()

    calls = [("get_weather", {"city": "Hobart"}), ("get_weather", {"city": "Burnie"})]
    service = ChatService(calls)
    with serving(service) as server:
        await run(kind, server, clock, [get_weather], on_result=redact)
    first, second = (result["result"] for result in service.submitted[0])
    assert first == {"result": "secret"}
    assert "not JSON serializable" in second["error"]


@pytest.mark.parametrize("callback_id", [["x"], 7, {"a": 1}])
async def test_an_id_of_a_callback_in_another_form_is_an_error(kind: str, callback_id: Any, clock: FakeClock) -> None:
    class Odd(ChatService):
        @property
        def callback_id(self) -> Any:
            return callback_id

    service = Odd([("get_weather", {"city": "Hobart"})])
    with serving(service) as server, pytest.raises(ReplyError, match="not a valid callback id"):
        await run(kind, server, clock, [get_weather])


@every_way
async def test_input_that_is_nested_deeply_is_sent_back(kind: str, via: str, clock: FakeClock) -> None:
    given: Any = 1
    for _ in range(240):
        given = {"a": given}

    def take(value: Any) -> Any:
        return value

    service = ChatService([("take", {"value": given})], via=via)
    with serving(service) as server:
        done = await run(kind, server, clock, [take], via=via)
    assert done.text == "It is clear."
    assert done.calls[0].error is None
