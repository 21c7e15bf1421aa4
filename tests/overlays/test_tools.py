"""`chat.run` and what it is made of: functions as tools, calls in parallel, results that arrive exactly once."""

from __future__ import annotations

import asyncio
import contextvars
import dataclasses
import enum
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypedDict
from uuid import UUID

import pytest

from quant_ai import (
    ConfigurationError,
    ExecutionFailed,
    NotFoundError,
    PollTimeout,
    Run,
    Tool,
    ToolCall,
    ToolRoundsError,
)
from quant_ai.tools.tool_specs import convert, schema_of

from .conftest import FakeClock, async_client, sync_client
from .raw_server import Connection, RawServer, Script, chunk, reply, serving

pytestmark = pytest.mark.anyio


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


@dataclasses.dataclass
class Place:
    city: str
    country: str = "AU"


class Box(TypedDict):
    width: int
    height: int


@pytest.mark.parametrize(
    ("hint", "schema"),
    [
        (str, {"type": "string"}),
        (int, {"type": "integer"}),
        (float, {"type": "number"}),
        (bool, {"type": "boolean"}),
        (Any, {}),
        (datetime, {"type": "string", "format": "date-time"}),
        (date, {"type": "string", "format": "date"}),
        (UUID, {"type": "string", "format": "uuid"}),
        (list[int], {"type": "array", "items": {"type": "integer"}}),
        (set[str], {"type": "array", "items": {"type": "string"}, "uniqueItems": True}),
        (dict[str, float], {"type": "object", "additionalProperties": {"type": "number"}}),
        (Literal["a", "b"], {"enum": ["a", "b"]}),
        (Colour, {"enum": ["red", "blue"]}),
        (str | None, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        (Annotated[int, "how many"], {"type": "integer", "description": "how many"}),
        (
            tuple[int, str],
            {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "string"}], "minItems": 2, "maxItems": 2},
        ),
        (
            Place,
            {
                "type": "object",
                "properties": {"city": {"type": "string"}, "country": {"type": "string"}},
                "required": ["city"],
                "additionalProperties": False,
            },
        ),
    ],
)
def test_types_turn_into_json_schema(hint: Any, schema: Any) -> None:
    assert schema_of(hint) == schema


@pytest.mark.parametrize(
    ("hint", "value", "converted"),
    [
        (float, 3, 3.0),
        (Colour, "red", Colour.RED),
        (date, "2026-03-21", date(2026, 3, 21)),
        (UUID, "5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11", UUID("5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11")),
        (list[Colour], ["red"], [Colour.RED]),
        (set[int], [1, 2, 1], {1, 2}),
        (tuple[int, str], [1, "a"], (1, "a")),
        (dict[str, Colour], {"a": "blue"}, {"a": Colour.BLUE}),
        (Place, {"city": "Hobart"}, Place("Hobart")),
        (Box, {"width": 1, "height": 2}, {"width": 1, "height": 2}),
        (int | str, "a", "a"),
        (date | str, "2026-03-21", date(2026, 3, 21)),
        (str | None, None, None),
        (Any, {"x": [1]}, {"x": [1]}),
    ],
)
def test_json_values_turn_into_arguments(hint: Any, value: Any, converted: Any) -> None:
    assert convert(value, hint, "x") == converted
    assert type(convert(value, hint, "x")) is type(converted)


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (int, "3"),
        (int, True),
        (int, 3.5),
        (str, 3),
        (Colour, "green"),
        (date, "tomorrow"),
        (date, 5),
        (list[int], "abc"),
        (list[int], [1, "x"]),
        (Literal["a"], "b"),
        (Place, {"town": "Hobart"}),
        (Place, "Hobart"),
        (str | None, 5),
    ],
)
def test_arguments_that_do_not_fit_are_told_with_their_place(hint: Any, value: Any) -> None:
    with pytest.raises(ValueError, match=r"^x"):
        convert(value, hint, "x")


def get_weather(city: str, days: int = 1, *, unit: Literal["c", "f"] = "c") -> dict[str, Any]:
    """Tell the weather of a city.

    It knows all cities of Tasmania.

    Args:
        city: Its name, such as "Hobart",
            as people write it.
        days (int): How many days ahead.

    Returns:
        The weather.
    """
    return {"city": city, "sky": "clear", "days": days}


def test_a_function_says_what_the_model_needs_to_know() -> None:
    spec = Tool(get_weather).definition().to_dict()["toolSpec"]
    assert spec["name"] == "get_weather"
    assert spec["description"] == "Tell the weather of a city. It knows all cities of Tasmania."
    assert spec["inputSchema"]["json"] == {
        "type": "object",
        "properties": {
            "city": {"type": "string", "description": 'Its name, such as "Hobart", as people write it.'},
            "days": {"type": "integer", "description": "How many days ahead.", "default": 1},
            "unit": {"enum": ["c", "f"], "default": "c"},
        },
        "required": ["city"],
        "additionalProperties": False,
    }


STYLES = {
    "Google": """Find an order.

        It knows all orders: old and new ones.

        Args:
            order: Its number,
                as printed.
            *parts (str): Parts to
                look at: all by default.

        Returns:
            dict: The order.

        Raises:
            KeyError
        """,
    "Google, arguments first": """
        Args:
            order: Its number,
              as printed.
            parts (:obj:`str`, optional):
              Parts to look at: all by default.
        Note:
            Not for refunds.
        """,
    "NumPy": """Find an order.

        It knows all orders: old and new ones.

        Parameters
        ----------
        order : str
            Its number,
            as printed.
        parts : list of str, optional
            Parts to look at: all by default.

        Returns
        -------
        dict
            The order.
        """,
    "reST": """Find an order.

        It knows all orders: old and new ones.

        :param order: Its number,
            as printed.
        :param str parts: Parts to look at: all by default.
        :type order: str
        :returns: The order.
        :raises KeyError: There is none.
        """,
    "Epytext": """Find an order.

        It knows all orders: old and new ones.

        @param order: Its number,
            as printed.
        @type order: str
        @param parts: Parts to look at: all by default.
        @return: The order.
        """,
}


@pytest.mark.parametrize("style", STYLES)
def test_docstrings_of_every_style_are_read(style: str) -> None:
    def find(order: str, parts: str = "") -> str:
        return order + parts

    find.__doc__ = STYLES[style]
    tool = Tool(find)
    told = "" if "first" in style else "Find an order. It knows all orders: old and new ones."
    assert tool.description == told
    assert {name: schema["description"] for name, schema in tool.schema["properties"].items()} == {
        "order": "Its number, as printed.",
        "parts": "Parts to look at: all by default.",
    }


@pytest.mark.parametrize(
    ("text", "description", "argument"),
    [
        ("Find an order.", "Find an order.", None),
        ("", "", None),
        ("Find: an order\n\n:)", "Find: an order :)", None),
        ("Find.\n\nArgs:\n    order its number", "Find. Args: order its number", None),
        ("Find.\n\nArgs:\n    order: Its number.\n    town: No argument.", "Find.", "Its number."),
        ("Find.\n\nArguments:\n    order: Its number.\n\nAs of today.", "Find.", "Its number."),
        ("Find.\n\n:returns: The order.", "Find.", None),
        ("Find.\n\nReturns:\n    The order.", "Find.", None),
        ("Find.\n\nReturns\n-------\nstr\n    The order.", "Find.", None),
        ("Find.\n\n:type order: str\n:var x: y\n:return: z\n\nArgs:\n    order: Its number.", None, "Its number."),
    ],
)
def test_what_a_docstring_leaves_out_or_gets_wrong(text: str, description: str | None, argument: str | None) -> None:
    def find(order: str) -> str:
        return order

    find.__doc__ = text
    tool = Tool(find)
    assert description is None or tool.description == description
    assert tool.schema["properties"]["order"].get("description") == argument


def test_the_docstring_parser_is_loaded_when_a_tool_is_made() -> None:
    code = (
        "import sys; from quant_ai import QuantAI, Tool; QuantAI(token='t', organisation='o').chat;"
        "before = 'docstring_parser' in sys.modules; Tool(print_it := lambda x: x);"
        "print(before, 'docstring_parser' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False True\n"


def test_a_tool_may_have_another_name_and_description() -> None:
    tool = Tool(get_weather, name="weather", description="Weather")
    assert (tool.name, tool.description) == ("weather", "Weather")


@pytest.mark.parametrize("function", [lambda *a: 0, lambda a, /: 0])
def test_arguments_that_have_no_name_are_refused(function: Any) -> None:
    with pytest.raises(ConfigurationError, match="'a'"):
        Tool(function)


def test_a_type_that_json_cannot_carry_is_refused() -> None:
    def bad(where: complex) -> None: ...

    with pytest.raises(ConfigurationError, match="'where' is of type 'complex'"):
        Tool(bad)


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
