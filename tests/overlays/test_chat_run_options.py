"""What `chat.run` and methods with `into=` pass on; without a network."""

from __future__ import annotations

import inspect
import json
from typing import Any, get_type_hints

import httpx
import pytest

from quant_ai import ConfigurationError, PollTimeout, StructuredOutputError
from quant_ai.parsing.reply_format import ReplyFormat
from quant_ai.resources.into_argument import parsed_job, parsed_job_async, takes_into
from quant_ai_client.jobs import AsyncJob, Job
from quant_ai_client.models import Execution

from .support.chat_runs import HOW, get_weather
from .support.clients import client_of, unwrapped
from .support.clock import FakeClock

pytestmark = pytest.mark.anyio


class ChatService:
    """Starts an execution that never ends, or answers at once; records the bodies and the time for each request."""

    def __init__(self) -> None:
        self.bodies: list[Any] = []
        self.timeouts: list[float] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.timeouts.append(float(request.extensions["timeout"]["read"]))
        if request.method == "GET":
            return httpx.Response(200, json={"requestId": "r=", "status": "running"})
        self.bodies.append(json.loads(request.content))
        if self.bodies[-1].get("async"):
            return httpx.Response(202, json={"requestId": "r=", "status": "queued"})
        return httpx.Response(200, json={"response": {"role": "assistant", "content": "5"}, "usage": {}})


async def test_an_execution_is_polled_as_it_is_asked_for(kind: str, clock: FakeClock) -> None:
    service, states = ChatService(), []
    async with client_of(kind, service, clock=clock) as client:
        with pytest.raises(PollTimeout, match="within 10 s"):
            await client.chat.run(
                model_id="m", messages=HOW, tools=[get_weather], deadline=10, interval=4, on_update=states.append
            )
    assert clock.slept == pytest.approx([4, 4, 1.8, 0.18, 0.02], abs=0.01)
    assert [state.status for state in states] == ["running"] * 4
    assert service.timeouts[0] == 10
    assert max(service.timeouts[1:]) <= 6


@pytest.mark.parametrize("via", ["reply"])
async def test_a_reply_has_the_time_of_the_run(kind: str, via: str, clock: FakeClock) -> None:
    service = ChatService()
    async with client_of(kind, service, clock=clock) as client:
        run = await client.chat.run(model_id="m", messages=HOW, tools=[get_weather], via=via, deadline=10)
        assert (run.text, service.timeouts) == ("5", [10])
        await client.chat.run(model_id="m", messages=HOW, tools=[get_weather], via=via)
        assert service.timeouts[1] == 60


@pytest.mark.parametrize("name", ["on_call", "on_result", "on_text", "on_update"])
async def test_a_callback_that_cannot_be_called_is_named(kind: str, name: str) -> None:
    service = ChatService()
    async with client_of(kind, service) as client:
        with pytest.raises(ConfigurationError, match=f"^{name}= must be a function, got 5$"):
            await client.chat.run(model_id="m", messages=HOW, tools=[get_weather], **{name: 5})
    assert service.bodies == []


async def test_a_run_has_sixteen_rounds_by_default(kind: str) -> None:
    async with client_of(kind, ChatService()) as client:
        parameters = inspect.signature(type(unwrapped(client).chat).run).parameters
        assert (parameters["max_rounds"].default, parameters["via"].default) == (16, "execution")


async def test_a_run_into_a_type_passes_all_its_arguments_on(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {
        "messages": HOW,
        "tools": [get_weather],
        "via": "stream",
        "max_rounds": 3,
        "deadline": 7.0,
        "interval": 2.0,
        "on_call": print,
        "on_result": repr,
        "on_text": str,
        "on_update": len,
    }
    seen: list[Any] = []

    async def run_into(chat: Any, into: Any, request: Any, **arguments: Any) -> str:
        seen.append((into, request, arguments))
        return "parsed"

    def run_into_sync(chat: Any, into: Any, request: Any, **arguments: Any) -> str:
        seen.append((into, request, arguments))
        return "parsed"

    async with client_of(kind, ChatService()) as client:
        chat = type(unwrapped(client).chat)
        monkeypatch.setattr(chat, "_run_into", run_into if kind == "async" else run_into_sync)
        assert await client.chat.run(model_id="m", into=int, temperature=0.5, **given) == "parsed"
    assert seen == [(int, {"model_id": "m", "temperature": 0.5}, given)]


async def test_a_run_into_a_type_asks_for_its_format(kind: str) -> None:
    service = ChatService()
    async with client_of(kind, service) as client:
        run = await client.chat.run(model_id="m", messages=HOW, tools=[get_weather], via="reply", into=int)
    assert run.parsed == 5
    assert service.bodies[0]["responseFormat"]["jsonSchema"]["properties"] == {"value": {"type": "integer"}}


# into=


async def test_only_a_model_of_which_a_list_says_so_is_unable(kind: str) -> None:
    sent: list[str] = []
    listed = [
        {"id": "unable", "capabilities": {"supportsStructuredOutput": False}},
        {"id": "able", "capabilities": {"supportsStructuredOutput": True}},
        *({"id": f"unknown-{number}", "capabilities": value} for number, value in enumerate(({}, None, []))),
        {"id": "unknown"},
        None,
    ]

    def service(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(200, json={"models": listed})
        sent.append(json.loads(request.content)["modelId"])
        return httpx.Response(200, json={"response": {"role": "assistant", "content": "5"}})

    others = ["able", "unknown-0", "unknown-1", "unknown-2", "unknown"]
    async with client_of(kind, service) as client:
        await client.models.list()
        with pytest.raises(StructuredOutputError):
            await client.chat.parse(int, model_id="unable", messages=HOW)
        for model in others:
            assert (await client.chat.parse(int, model_id=model, messages=HOW)).parsed == 5
    assert sent == others


def method(self: Any, *, model_id: str) -> None:
    """Send it.

    Args:
        model_id: The model.

    Example:
        Args:
            x
    """


def test_a_method_with_into_is_documented_as_the_generated_one() -> None:
    @takes_into(method)
    def send(self: Any, **_: Any) -> None: ...

    parameters = inspect.signature(send).parameters
    into = parameters["into"]
    assert list(parameters) == ["self", "model_id", "into"]
    assert (into.kind, into.default, into.annotation) == (inspect.Parameter.KEYWORD_ONLY, None, Any)
    assert get_type_hints(send) == {"self": Any, "model_id": str, "into": Any, "return": type(None)}
    assert send.__module__ == method.__module__
    assert send.__doc__ is not None
    assert send.__doc__.startswith("Send it.\n")
    assert send.__doc__.count("into: A type to read the reply into") == 1
    assert send.__doc__.index("into: A type") < send.__doc__.index("model_id: The model")
    assert takes_into(lambda: None)(send).__doc__ == ""


STATE = Execution.from_dict({"status": "complete", "result": {"response": {"role": "assistant", "content": "5"}}})


@pytest.mark.parametrize("kind", ["sync", "async"])
async def test_a_job_with_into_is_the_same_job_with_values(kind: str) -> None:
    waits: list[Any] = []

    def wait(*, on_update: Any, **arguments: Any) -> Any:
        waits.append(arguments)
        if on_update is not None:
            on_update(STATE)
        return STATE

    async def wait_async(**arguments: Any) -> Any:
        return wait(**arguments)

    async def poll_async() -> Any:
        return STATE

    expected, updates = ReplyFormat[Any](int), []
    if kind == "sync":
        job: Any = parsed_job(Job("reply", "id", lambda: STATE, wait), expected)
        found = [job.poll(), job.wait(), job.wait(deadline=3, on_update=updates.append)]
    else:
        job = parsed_job_async(AsyncJob("reply", "id", poll_async, wait_async), expected)
        found = [await job.poll(), await job.wait(), await job.wait(deadline=3, on_update=updates.append)]
    assert (job.reply, job.id) == ("reply", "id")
    assert [each.parsed for each in (*found, *updates)] == [5] * 4
    assert [{name: value for name, value in each.items() if value is not None} for each in waits] == [
        {},
        {"deadline": 3},
    ]
