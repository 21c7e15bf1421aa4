"""The generated clients and functions, over a transport that answers from a table."""

from __future__ import annotations

import copy
import importlib
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

import httpx
import pytest

from quant_ai_client import AuthenticatedClient, Client
from quant_ai_client.api.chat import chat_send
from quant_ai_client.api.sessions import sessions_get, sessions_list
from quant_ai_client.errors import ArgumentError, DecodeError, QuantAIError, StatusError
from quant_ai_client.models import ChatReply, QueuedExecution

TOKEN = "qc_very_secret"
REPLY = {"response": {"role": "assistant", "content": "Hi"}, "model": "m"}
BODY = {"modelId": "m", "messages": [{"role": "user", "content": "Hello"}]}


def client_for(
    answer: Callable[[httpx.Request], httpx.Response] | httpx.Response, cls: Any = AuthenticatedClient, **options: Any
) -> Any:
    transport = httpx.MockTransport(answer if callable(answer) else lambda _: answer)
    return cls("https://example.com/ai", TOKEN, httpx_args={"transport": transport}, **options)


def test_a_call_sends_what_the_spec_says_and_returns_the_reply() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=REPLY)

    reply = chat_send.sync(client=client_for(answer), body=BODY)
    assert isinstance(reply, ChatReply)
    assert reply.response.content == "Hi"
    assert (seen[0].method, str(seen[0].url)) == ("POST", "https://example.com/ai/chat")
    assert seen[0].headers["authorization"] == f"Bearer {TOKEN}"
    assert seen[0].headers["content-type"] == "application/json"
    assert httpx.Response(200, content=seen[0].content).json() == BODY


def test_each_success_status_has_its_own_type() -> None:
    queued = {"requestId": "r", "status": "queued", "pollUrl": "/x"}
    reply = chat_send.sync_detailed(client=client_for(httpx.Response(202, json=queued)), body=BODY)
    assert reply.status_code == 202
    assert isinstance(reply.parsed, QueuedExecution)


def test_the_async_functions_do_the_same() -> None:
    import asyncio

    client = client_for(httpx.Response(200, json={"id": "s", "model": "m"}))

    async def both() -> Any:
        async with client:
            detailed = await sessions_get.asyncio_detailed("s", client=client)
            return detailed.parsed, await sessions_get.asyncio("s", client=client)

    first, second = asyncio.run(both())
    assert first == second
    assert first.session_id == "s"


@pytest.mark.parametrize(
    ("temperature", "problem"),
    [(float("nan"), "temperature is nan, which JSON does not have"), (10**5000, "Exceeds the limit")],
    ids=["no number", "long"],
)
def test_a_body_that_json_cannot_carry_is_refused_before_it_is_sent(temperature: Any, problem: str) -> None:
    seen: list[httpx.Request] = []
    with pytest.raises(ArgumentError, match=problem):
        chat_send.sync(client=client_for(seen.append), body={**BODY, "temperature": temperature})  # type: ignore[arg-type]
    assert not seen


def test_half_a_surrogate_pair_is_replaced_in_a_body() -> None:
    seen: list[httpx.Request] = []
    client = client_for(lambda request: seen.append(request) or httpx.Response(200, json=REPLY))  # type: ignore[func-returns-value]
    chat_send.sync(client=client, body={**BODY, "modelId": "\ud83d\ude00\ud800"})
    assert httpx.Response(200, content=seen[0].content).json()["modelId"] == "\N{GRINNING FACE}\ufffd"


@pytest.mark.parametrize("status", [400, 404, 418, 499, 500, 502, 520, 529, 599, 301])
def test_a_status_that_is_not_a_documented_success_raises_with_its_body(status: int) -> None:
    reply = httpx.Response(status, json={"message": "Session s not found", "sessionId": "s"})
    with pytest.raises(StatusError) as caught:
        sessions_get.sync("s", client=client_for(reply))
    assert caught.value.status_code == status
    if status in (404, 500):
        assert caught.value.error.message == "Session s not found"
        assert caught.value.error["sessionId"] == "s"
        assert str(caught.value) == f"the service answered {status}: Session s not found"


@pytest.mark.parametrize("body", [b"<html>Bad gateway</html>", b"", b"[1]", b"\xff\xfe", b'"text"'])
def test_an_error_body_of_any_form_does_not_crash(body: bytes) -> None:
    for kind in ("text/html", "application/json"):
        reply = httpx.Response(500, content=body, headers={"content-type": kind})
        with pytest.raises(StatusError) as caught:
            sessions_get.sync("s", client=client_for(reply))
        assert caught.value.content == body
        assert "500" in str(caught.value)


@pytest.mark.parametrize("body", [b"{", b"<html>", b"7", b"[7]"])
def test_a_success_with_a_wrong_body_raises_a_decode_error(body: bytes) -> None:
    with pytest.raises(DecodeError):
        sessions_get.sync("s", client=client_for(httpx.Response(200, content=body)))


def test_nothing_shows_the_token() -> None:
    client = client_for(httpx.Response(500))
    with pytest.raises(QuantAIError) as caught:
        sessions_get.sync("s", client=client)
    for shown in (repr(client), str(client), str(vars(client)), repr(caught.value), str(vars(caught.value))):
        assert TOKEN not in shown


@pytest.mark.parametrize("ending", ["\nX-Evil: 1", "\r\n", "\0", "é"])
def test_a_token_that_a_header_cannot_have_is_refused_and_not_shown(ending: str) -> None:
    with pytest.raises(ValueError, match="the token must be printable") as caught:
        AuthenticatedClient("https://example.com", TOKEN + ending)
    assert TOKEN not in repr(caught.value)


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0b", "ü"])
def test_headers_and_cookies_of_a_client_cannot_start_another_line(value: str) -> None:
    client = client_for(httpx.Response(200, json=[]))
    for add in (client.with_headers, client.with_cookies):
        for pair in ({"X-A": value}, {value: "a"}):
            with pytest.raises(ValueError, match="must be printable ASCII on one line"):
                add(pair)
    for option in ("headers", "cookies"):
        with pytest.raises(ValueError, match="must be printable ASCII on one line"):
            Client("https://example.com", **{option: {"X-A": value}})


def test_the_default_timeout_is_a_minute_to_read_and_ten_seconds_to_connect() -> None:
    seen: list[Any] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.extensions["timeout"])
        return httpx.Response(200, json=[])

    client = client_for(answer)
    sessions_list.sync(client=client)
    sessions_list.sync(client=client.with_timeout(3))
    assert (seen[0]["read"], seen[0]["connect"]) == (60, 10)
    assert seen[1]["read"] == 3


def test_with_methods_share_the_pool_and_leave_the_original_alone() -> None:
    seen: list[httpx.Headers] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers)
        return httpx.Response(200, json=[])

    original = client_for(answer)
    changed = original.with_headers({"X-A": "1"}).with_cookies({"c": "2"})
    sessions_list.sync(client=original)
    sessions_list.sync(client=changed)
    sessions_list.sync(client=original)
    assert [headers.get("x-a") for headers in seen] == [None, "1", None]
    assert [headers.get("cookie") for headers in seen] == [None, "c=2", None]
    pool = original.get_httpx_client()
    assert changed.get_httpx_client() is pool
    changed.close()
    assert not pool.is_closed
    assert original.get_httpx_client() is pool


def test_a_client_can_be_used_again_after_it_was_closed() -> None:
    client = client_for(httpx.Response(200, json=[]))
    with client:
        first = client.get_httpx_client()
        sessions_list.sync(client=client)
    assert first.is_closed
    assert sessions_list.sync(client=client) == []


def test_a_pool_of_the_caller_is_not_closed() -> None:
    pool = httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200, json=[])))
    with AuthenticatedClient("https://example.com", TOKEN).set_httpx_client(pool) as client:
        sessions_list.sync(client=client)
    assert not pool.is_closed
    pool.close()


def test_many_threads_get_one_pool() -> None:
    client = client_for(httpx.Response(200, json=[]))
    barrier = threading.Barrier(8)
    pools: list[Any] = []

    def use() -> None:
        barrier.wait()
        pools.append(client.get_httpx_client())

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, pools))) == 1


def test_a_client_without_token_sends_none() -> None:
    seen: list[httpx.Headers] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers)
        return httpx.Response(200, json=[])

    client: Any = Client("https://example.com", httpx_args={"transport": httpx.MockTransport(answer)})
    sessions_list.sync(client=client)
    assert "authorization" not in seen[0]


def test_binary_content_and_empty_replies_are_sent_and_read_unchanged(nasty: ModuleType) -> None:
    get = importlib.import_module("nasty_client.api.things.things_get_part")
    put = importlib.import_module("nasty_client.api.things.things_put_part")
    cls = importlib.import_module("nasty_client.client").AuthenticatedClient
    stored: list[tuple[str, bytes]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "PUT":
            stored.append((request.headers["content-type"], request.content))
            return httpx.Response(204)
        return httpx.Response(200, content=stored[-1][1], headers={"content-type": "application/octet-stream"})

    client = client_for(answer, cls)
    assert put.sync("t", 7, client=client, body=b"\x00\xff") is None
    assert stored == [("application/octet-stream", b"\x00\xff")]
    assert get.sync("t", 7, client=client).payload.read() == b"\x00\xff"


def test_errors_can_be_copied() -> None:
    error = copy.copy(StatusError(404, b"x", {"a": "b"}))
    assert (error.status_code, error.content) == (404, b"x")
    assert copy.copy(DecodeError("a", "b")).path == "a"
