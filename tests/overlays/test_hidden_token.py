"""No error shows the token, wherever in a reply a service or a proxy sends it back."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from typing import Any, Literal, TypeAlias

import httpx
import pytest

from quant_ai import (
    ExecutionFailed,
    MalformedEventError,
    NotFoundError,
    OriginError,
    ParseError,
    PollTimeout,
    ReplyError,
    StreamIncompleteError,
    StrictError,
    ToolRoundsError,
    UnknownEvent,
    models,
)
from quant_ai.http.hidden_token import ErrorsWithoutToken, token_of, without_token
from quant_ai_client.types import Unknown

from .support.clients import TOKEN, client_of
from .support.clock import FakeClock

pytestmark = pytest.mark.anyio

Handler: TypeAlias = Callable[[httpx.Request], httpx.Response]

CHAT: dict[str, Any] = {"model_id": "m", "messages": []}
FAILED = {"requestId": "x", "status": "failed"}
ESCAPED = TOKEN.replace("q", r"\u0071")
TOOL_USE = {"toolUseId": "t", "name": "look_up", "input": {"sent": TOKEN}}


def look_up(sent: str) -> str:
    """Look something up."""
    return sent


def answer(body: Any, status: int = 200, kind: str = "application/json", **headers: str) -> Handler:
    """What answers each request with a body: JSON, or the text of it."""
    content = (body if isinstance(body, str) else json.dumps(body)).encode()
    return lambda _: httpx.Response(status, content=content, headers={"Content-Type": kind, **headers})


def events(text: str) -> Handler:
    return answer(text, kind="text/event-stream")


async def wait(client: Any) -> Any:
    return await client.chat.wait_for_execution("x", deadline=60)


async def send(client: Any) -> Any:
    return await client.chat.send(**CHAT)


async def list_models(client: Any) -> Any:
    return await client.models.list()


async def parse(client: Any) -> Any:
    return await client.chat.parse(int, **CHAT)


async def read_into(client: Any) -> Any:
    async with client.chat.stream(into=int, **CHAT) as stream:
        return await stream.final()


async def start(client: Any) -> Any:
    return await client.chat.start(**CHAT)


async def run(client: Any) -> Any:
    return await client.chat.run(tools=[look_up], via="reply", max_rounds=1, **CHAT)


async def upload(client: Any) -> Any:
    return await client.files.upload_bytes(bytes(8_000_000), filename="a.txt", content_type="text/plain")


async def upload_many(client: Any) -> Any:
    raise (await client.vector_db.upload_many("c", [{"content": "x"}])).failures[0].error


@pytest.mark.parametrize(
    ("use", "response", "error"),
    [
        (wait, answer({**FAILED, "error": {"ErrorMessage": f"Bad {TOKEN}"}}), ExecutionFailed),
        (wait, answer({**FAILED, "errorMessage": f"Bad {TOKEN}", "error": f"Bad {TOKEN}"}), ExecutionFailed),
        (wait, answer(f'{{"status":"failed","error":{{"ErrorMessage":"{ESCAPED}"}}}}'), ExecutionFailed),
        (wait, answer({**FAILED, "error": {"ErrorMessage": "x" * 385 + TOKEN * 9}}), ExecutionFailed),
        (wait, answer({"requestId": "x", "status": "running", TOKEN: [{"a": TOKEN}]}), PollTimeout),
        (start, answer({"status": TOKEN}, 202), ReplyError),
        (send, answer({"message": "No"}, 404, **{"WWW-Authenticate": TOKEN}), NotFoundError),
        (send, answer({"message": "No"}, 404, **{"X-Request-Id": TOKEN}), NotFoundError),
        (send, answer({"message": "No", "code": "N", "errors": {TOKEN: [TOKEN]}}, 404), NotFoundError),
        (send, answer(f'{{"message":"{ESCAPED}"}}', 404), NotFoundError),
        (list_models, answer("", 302, Location=f"https://other.example/{TOKEN}"), OriginError),
        (parse, answer({"response": {"content": f"It is {TOKEN}."}}), ParseError),
        (parse, answer({"response": {"content": "x" * 85 + TOKEN}}), ParseError),
        (parse, answer({"response": {"content": '{"value": "' + "x" * 85 + TOKEN + '"}'}}), ParseError),
        (read_into, events(f'event: done\ndata: {{"response": {{"content": "It is {TOKEN}."}}}}\n\n'), ParseError),
        (read_into, events(f'event: error\ndata: {{"message":"{"x" * 453}{TOKEN}","code":"404"}}\n\n'), NotFoundError),
        (read_into, events(f"event: content\ndata: {{{TOKEN}\n\n"), MalformedEventError),
        (read_into, events(f'event: content\ndata: {{"delta": "{TOKEN}"}}\n\n'), StreamIncompleteError),
        (
            run,
            answer({"response": {"content": "", "toolUse": [TOOL_USE]}, "finishReason": "tool_use"}),
            ToolRoundsError,
        ),
        (upload, answer({"fileId": TOKEN}, 201), ReplyError),
        (upload_many, answer({"message": TOKEN}, 404), NotFoundError),
    ],
)
async def test_an_error_does_not_show_the_token(kind: str, use: Any, response: Handler, error: type[Exception]) -> None:
    async with client_of(kind, response, clock=FakeClock(), max_retries=0) as client:
        with pytest.raises(error) as caught:
            await use(client)
    shown = f"{caught.value} {caught.value!r} {pickle.dumps(caught.value)!r}"
    assert TOKEN[:12] not in shown
    assert "***" in shown


async def test_neither_does_an_error_that_only_the_token_causes(kind: str) -> None:
    async with client_of(kind, answer({"response": {"content": f'{{"value": "{TOKEN}"}}'}})) as client:
        with pytest.raises(ParseError) as caught:
            await client.chat.parse(Literal["***"], **CHAT)
    assert TOKEN not in f"{caught.value} {vars(caught.value)}"


async def test_deviations_do_not_show_it(kind: str) -> None:
    async with client_of(kind, answer({"models": [], TOKEN: 1}), strict=True) as client:
        with pytest.raises(StrictError) as caught:
            await client.models.list()
    assert caught.value.deviations
    assert TOKEN not in f"{caught.value} {vars(caught.value)}"


async def test_what_a_call_returns_is_left_alone(kind: str) -> None:
    seen: list[Any] = []
    async with client_of(kind, answer({**FAILED, "error": TOKEN}), clock=FakeClock()) as client:
        assert (await client.chat.get_execution("x")).error == TOKEN
        with pytest.raises(ExecutionFailed) as caught:
            await client.chat.wait_for_execution("x", on_update=seen.append)
    assert seen[0].error == TOKEN
    assert caught.value.last_state.error == caught.value.error == "***"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("no", "no"),
        ("1234/678 and 1234/678", "*** and ***"),
        (b"1234\\/678", b"***"),
        ("?sent=1234%2F678", "?sent=***"),
        ({"1234/678": [1, None, ("1234/678",)]}, {"***": [1, None, ("***",)]}),
        (httpx.Headers({"a": "1234/678"}), httpx.Headers({"a": "***"})),
        (models.TextBlock(text="1234/678"), models.TextBlock(text="***")),
        (Unknown({"a": "1234/678"}), Unknown({"a": "***"})),
        (UnknownEvent(1, "1234/678", "2"), UnknownEvent(1, "***", "2")),
    ],
)
def test_every_kind_of_value_is_searched(value: Any, shown: Any) -> None:
    hidden = without_token(value, "1234/678")
    assert hidden == shown
    assert type(hidden) is type(value)
    assert without_token(hidden, "1234/678") is hidden
    assert without_token(value, "") is without_token(value, "1234/67") is value


def test_what_is_too_deep_to_be_copied_is_hidden_as_a_whole() -> None:
    value: Any = TOKEN
    for _ in range(2000):
        value = [value]
    assert without_token({"a": value}, TOKEN) == "***"


def test_the_token_is_what_was_sent() -> None:
    assert token_of(None) == token_of(httpx.Request("GET", "http://x")) == ""
    for sent in (f"Bearer {TOKEN}", TOKEN):
        assert token_of(httpx.Request("GET", "http://x", headers={"Authorization": sent})) == TOKEN


def test_who_hides_the_token_does_not_show_it_either() -> None:
    errors = ErrorsWithoutToken(TOKEN)
    assert TOKEN not in f"{errors!r} {vars(errors)}"
    with pytest.raises(KeyError, match=TOKEN), errors:  # of the caller's own code
        raise KeyError(TOKEN)
