"""JSON that orjson refuses and Python's `json` takes: it is read, and sent if JSON can express it."""

from __future__ import annotations

import codecs
import enum
import json
from typing import Any

import httpx
import numpy
import pytest

from quant_ai import ArgumentError, ConfigurationError, NotFoundError, ReplyError, ToolRoundsError
from quant_ai.json_text import dumps, loads

from .support.clients import client_of

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (b'"cut \\ud83d"', "cut \ufffd"),
        (b'{"\\ude00":["\\ud83d\\ude00 \\ud83dx"]}', {"\ufffd": ["\U0001f600 \ufffdx"]}),
        (codecs.BOM_UTF8 + b'{"a":1}', {"a": 1}),
        ('{"a":"\u00e9"}'.encode("utf-16"), {"a": "\u00e9"}),
        (b"[Infinity,-Infinity]", [float("inf"), float("-inf")]),
        (b"1e400", float("inf")),
        (b"[null,true,1.5]", [None, True, 1.5]),
        (b'{"id":12345678901234567890123}', {"id": 12345678901234567890123}),
        (b"[-9999999999999999999,18446744073709551616]", [-9999999999999999999, 18446744073709551616]),
        (b"[" + b" " * 2**20 + b"12345678901234567890123]", [12345678901234567890123]),
        (b"[" + b" " * (2**20 - 10) + b"12345678901234567890123]", [12345678901234567890123]),
        (b"[12345678901234567890123" + b" " * (2**23 - 25) + b"]", [12345678901234567890123]),
        (b"[12345678901234567890123" + b" " * (2**23 - 24) + b"]", [1.2345678901234568e22]),
        (b"[0.12345678901234567890123]", [0.12345678901234568]),
        (b'["H\xe9","\xff"]', ["H\ufffd", "\ufffd"]),
    ],
)
def test_what_json_accepts_is_read(text: bytes, value: Any) -> None:
    assert loads(text) == value


@pytest.mark.parametrize(
    ("value", "problem"),
    [({"a": {1: "x", "1": "y"}}, "two keys have the same name in JSON: 1, '1'"), ([10**5000], "Exceeds the limit")],
)
def test_what_would_be_lost_on_the_way_is_refused(value: Any, problem: str) -> None:
    with pytest.raises(ArgumentError, match=problem):
        dumps(value)


def test_nan_is_read() -> None:
    assert str(loads(b"NaN")) == "nan"


@pytest.mark.parametrize("text", [b"", b"{", b"'a'", b"\xff", b"[" * 200_000, b"1" * 5000 + b"x"])
def test_what_is_no_json_is_a_value_error(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        loads(text)


def test_a_large_page_is_no_json_for_the_same_reason_as_a_small_one() -> None:
    with pytest.raises(ValueError, match=r".") as small:
        loads(b"<html>")
    with pytest.raises(ValueError, match=r".") as large:
        loads(b"<html>" + b" " * 2**20)
    assert str(large.value) == str(small.value)


def noted(x: list[Any], y: dict[str, Any]) -> str:
    """Note something."""
    return f"{x} {y}"


class Name(str):
    __slots__ = ()


class Count(int):
    pass


class Share(float):
    pass


class Year(enum.IntEnum):
    NEXT = 2027


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("cut \ud83d", '"cut \ufffd"'),
        (["\u00fc", 2**70], f'["\u00fc",{2**70}]'),
        (["\ud83d\ude00", {"\ude00": "x"}], '["\U0001f600",{"\ufffd":"x"}]'),
        (2**70, str(2**70)),
        (
            {7: "a", True: "b", None: "c", 1.5: "d", Year.NEXT: "e"},
            '{"7":"a","true":"b","null":"c","1.5":"d","2027":"e"}',
        ),
        ([Name("n"), Count(3), Share(0.5), (1, 2)], '["n",3,0.5,[1,2]]'),
        ([2**70, None, True, Year.NEXT, Name("n")], f'[{2**70},null,true,2027,"n"]'),
        ({2**70: 1, 0.1: 2}, f'{{"{2**70}":1,"0.1":2}}'),
    ],
)
def test_what_orjson_refuses_is_written(value: Any, text: str) -> None:
    assert dumps(value).decode() == text


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def test_values_nested_deeper_than_orjson_allows_are_written() -> None:
    assert json.loads(dumps(nested(400))) == nested(400)


def test_values_that_cannot_be_written_are_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(ValueError, match=r"^the value contains itself, or is nested too deeply to be sent as JSON$"):
        dumps(endless)
    with pytest.raises(TypeError, match="object is not JSON serializable"):
        dumps([object()])
    with pytest.raises(TypeError, match="tuple cannot be a key in JSON"):
        dumps({(1, 2): 3})


NAN, INFINITY = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (NAN, "nan is a number, which"),
        ([1.5, [None, -INFINITY]], "[1][1] is -inf, which"),
        ({"a": {"b": [{"c": NAN}]}}, "a.b[0].c is nan, which"),
        ([2**70, NAN], "[1] is nan, which"),
        ([2**70, {"a": INFINITY}], "[1].a is inf, which"),
        ({"a": numpy.float64("nan")}, "a is nan, which"),
        ({"a": (Share("nan"),)}, "a[0] is nan, which"),
    ],
)
def test_a_number_that_json_does_not_have_is_refused_with_its_place(value: Any, text: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        dumps(value)
    assert str(caught.value).startswith(text)


def test_null_and_words_like_it_are_written() -> None:
    value = {"a": None, "b": ["null", "NaN", "Infinity", 1.5, True], "null": {}}
    assert json.loads(dumps(value)) == value


class Echo:
    """Answers every request with one text, and keeps the last body."""

    def __init__(self, text: bytes, kind: str = "application/json", status: int = 200) -> None:
        self.text, self.kind, self.status = text, kind, status
        self.body: Any = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.body = json.loads(request.content or b"null")
        return httpx.Response(self.status, content=self.text, headers={"content-type": self.kind})


@pytest.mark.parametrize(
    ("text", "kind_of_body"),
    [
        (b'{"models":[],"count":NaN}', "application/json"),
        (codecs.BOM_UTF8 + b'{"models":[]}', "application/json"),
        (b'{"models":[]}', "Application/JSON; Charset=UTF-8"),
        (b'{"models":[]}', "application/problem+JSON"),
    ],
)
async def test_replies_are_read_in_every_form(kind: str, text: bytes, kind_of_body: str) -> None:
    async with client_of(kind, Echo(text, kind_of_body)) as client:
        assert (await client.models.list()).models == []


async def test_a_reply_with_half_a_character_can_be_sent_back(kind: str) -> None:
    echo = Echo(b'{"response":{"role":"assistant","content":"cut \\ud83d"}}')
    async with client_of(kind, echo) as client:
        reply = await client.chat.send(model_id="m", messages=[{"role": "user", "content": "a \ud83d"}])
        assert echo.body["messages"][0]["content"] == "a \ufffd"
        assert reply.response.content == "cut \ufffd"
        await client.chat.send(model_id="m", messages=[reply.response])
        assert echo.body["messages"][0]["content"] == "cut \ufffd"


def with_result(value: Any) -> dict[str, Any]:
    result = {"toolUseId": "t", "content": [{"json": value}]}
    return {"role": "user", "content": [{"toolResult": result}]}


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        ({"temperature": NAN}, "temperature"),
        ({"top_p": numpy.float32("nan")}, "topP"),
        ({"messages": [with_result({"a": [INFINITY]})]}, "messages[0].content[0].toolResult.content[0].json.a[0]"),
    ],
)
async def test_nan_in_a_request_is_refused_before_it_is_sent(kind: str, arguments: Any, place: str) -> None:
    echo = Echo(b"{}")
    async with client_of(kind, echo) as client:
        with pytest.raises(ArgumentError) as caught:
            await client.chat.send(**{"model_id": "m", "messages": [], **arguments})
    assert place in str(caught.value)
    assert echo.body is None


async def test_nan_in_a_query_or_in_what_is_added_to_requests_is_refused(kind: str) -> None:
    async with client_of(kind, Echo(b"{}")) as client:
        with pytest.raises(ArgumentError, match="limit must be an integer, got nan"):
            await client.sessions.list(limit=NAN)
        with pytest.raises(ConfigurationError, match="query= 'a' must be a finite number"):
            client.with_options(query={"a": [1, INFINITY]})
        with pytest.raises(ArgumentError, match="extra is nan"):
            await client.with_options(extra_body={"extra": NAN}).chat.send(model_id="m", messages=[])


async def test_nan_that_a_model_wrote_is_sent_back_as_null(kind: str) -> None:
    use = b'{"toolUseId":"t","name":"noted","input":{"x":[NaN,1.5],"y":{"z":-Infinity}}}'
    echo = Echo(b'{"response":{"role":"assistant","content":"","toolUse":' + use + b"}}")
    async with client_of(kind, echo) as client:
        with pytest.raises(ToolRoundsError):
            await client.chat.run(model_id="m", messages=[], tools=[noted], via="reply", max_rounds=1)
        # The second request has the input of the first reply.
    assert echo.body["messages"][0]["content"][0]["toolUse"]["input"] == {"x": [None, 1.5], "y": {"z": None}}


async def test_an_error_with_half_a_character_tells_its_message(kind: str) -> None:
    async with client_of(kind, Echo(b'{"message":"no \\ud83d"}', status=404)) as client:
        with pytest.raises(NotFoundError, match="no \ufffd"):
            await client.models.get("m")


async def test_a_reply_that_is_no_json_is_still_an_error(kind: str) -> None:
    async with client_of(kind, Echo(b"{nope")) as client:
        with pytest.raises(ReplyError, match="broken JSON"):
            await client.models.list()


async def test_the_numbers_of_numpy_are_sent_as_numbers(kind: str) -> None:
    echo = Echo(b'{"response":{"role":"assistant","content":""}}')
    async with client_of(kind, echo) as client:
        await client.chat.send(
            model_id=numpy.str_("m"),
            messages=[],
            temperature=numpy.float64(0.5),
            top_p=numpy.float32(0.25),
            max_tokens=numpy.int64(5),
            long_context=numpy.bool_(True),
            stop_sequences=numpy.array(["a", "b"]),
        )
    assert echo.body == {
        "modelId": "m",
        "messages": [],
        "temperature": 0.5,
        "topP": 0.25,
        "maxTokens": 5,
        "longContext": True,
        "stopSequences": ["a", "b"],
    }
