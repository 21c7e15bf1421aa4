"""Headers, query parameters and body fields that a client adds to its requests."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from quant_ai import UNSET, AsyncQuantAI, ConfigurationError, QuantAI, ReplyError
from quant_ai.http.additions import Additions, merged_headers
from quant_ai_client.operation import Operation, Request

from .support.clients import any_http_client, async_client, client_of, sync_client

pytestmark = pytest.mark.anyio

REPLY: dict[str, Any] = {"models": [], "sessions": [], "response": {"role": "assistant", "content": "Hi"}}
HELLO = [{"role": "user", "content": "Hello"}]


class Service:
    """Answers every request, and keeps it."""

    def __init__(self, *bodies: Any) -> None:
        self.bodies = list(bodies)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(200, json=self.bodies.pop(0) if self.bodies else REPLY)

    @property
    def last(self) -> httpx.Request:
        return self.requests[-1]

    @property
    def body(self) -> Any:
        return json.loads(self.last.content)


async def test_headers_of_one_call_are_sent_with_it_alone(kind: str) -> None:
    service = Service()
    async with client_of(kind, service) as client:
        await client.with_options(headers={"X-Test-Id": "a"}).models.list()
        assert service.last.headers["X-Test-Id"] == "a"
        await client.models.list()
        assert "X-Test-Id" not in service.last.headers


async def test_headers_of_one_call_are_added_to_those_of_the_client_and_none_removes_one(kind: str) -> None:
    service = Service()
    async with client_of(kind, service, headers={"X-One": "1", "X-Two": "2", "X-Three": "3"}) as client:
        await client.with_options(headers={"x-one": None, "X-TWO": "new"}).models.list()
        assert [service.last.headers.get(f"X-{name}") for name in ("One", "Two", "Three")] == [None, "new", "3"]
        await client.models.list()
        assert [service.last.headers.get(f"X-{name}") for name in ("One", "Two", "Three")] == ["1", "2", "3"]


async def test_headers_replace_or_remove_those_of_the_client_itself_and_of_its_http_client(kind: str) -> None:
    service = Service()
    async with any_http_client(kind, transport=httpx.MockTransport(service), headers={"X-Proxy": "p"}) as http_client:
        client = maker(kind)("http://x", http_client=http_client, headers={"User-Agent": "my-app/1"})
        await called(client.models.list())
        assert (service.last.headers["User-Agent"], service.last.headers["X-Proxy"]) == ("my-app/1", "p")
        await called(client.with_options(headers={"user-agent": None, "X-Proxy": None}).models.list())
        assert "User-Agent" not in service.last.headers
        assert "X-Proxy" not in service.last.headers


@pytest.mark.parametrize("name", ["Authorization", "authorization", "AUTHORIZATION"])
@pytest.mark.parametrize("value", ["Bearer other", None])
async def test_the_token_cannot_be_displaced_by_a_header(kind: str, name: str, value: str | None) -> None:
    service = Service()
    with pytest.raises(ConfigurationError, match=rf"headers= must not have {name}: pass token="):
        maker(kind)("http://x", headers={name: value})
    async with client_of(kind, service) as client:
        with pytest.raises(ConfigurationError, match="pass token="):
            client.with_options(headers={name: value})


async def test_headers_are_sent_with_streams_jobs_polls_and_following_pages(kind: str) -> None:
    pages = [{"files": [], "nextCursor": "c", "hasMore": True}, {"files": [], "hasMore": False}]
    service = Service(*pages)
    async with client_of(kind, service) as client:
        one = client.with_options(headers={"X-Test-Id": "a"}, query={"tenant": "t"}, extra_body={"new": 1})
        assert [item async for item in one.files.list()] == []
        with pytest.raises(ReplyError, match="instead of a stream of events"):
            async with one.chat.stream(model_id="m", messages=HELLO):
                pass
        await one.chat.send(model_id="m", messages=HELLO)
    assert len(service.requests) == 4
    assert [request.headers["X-Test-Id"] for request in service.requests] == ["a"] * 4
    assert [request.url.params["tenant"] for request in service.requests] == ["t"] * 4
    assert [json.loads(request.content)["new"] for request in service.requests[2:]] == [1, 1]
    assert [request.content for request in service.requests[:2]] == [b"", b""]


async def test_query_parameters_are_added_and_a_calls_own_argument_stays(kind: str) -> None:
    service = Service([], [])
    async with client_of(kind, service, query={"limit": 5, "debug": True, "tag": ["a", "b c"], "gone": "x"}) as client:
        await client.with_options(query={"gone": None, "limit": 9}).sessions.list(limit=2)
        assert dict(service.last.url.params.multi_items()) | {"tag": service.last.url.params.get_list("tag")} == {
            "limit": "2",
            "debug": "true",
            "tag": ["a", "b c"],
        }
        await client.sessions.list()
        assert service.last.url.params["limit"] == "5"


async def test_an_offset_in_the_query_is_where_a_list_starts(kind: str) -> None:
    service = Service([{"sessionId": "1"}, {"sessionId": "2"}], [{"sessionId": "3"}])
    async with client_of(kind, service, query={"offset": 10, "limit": 2}) as client:
        assert [session.session_id async for session in client.sessions.list()] == ["1", "2", "3"]
    assert [request.url.params["offset"] for request in service.requests] == ["10", "12"]


async def test_fields_are_added_to_the_body_and_replace_none(kind: str) -> None:
    service = Service()
    async with client_of(kind, service) as client:
        one = client.with_options(extra_body={"topK": 3, "nested": {"a": [1, None]}})
        two = one.with_options(extra_body={"seed": 1})
        await two.chat.send(model_id="m", messages=HELLO)
        assert service.body == {
            "modelId": "m",
            "messages": HELLO,
            "topK": 3,
            "nested": {"a": [1, None]},
            "seed": 1,
        } | {name: value for name, value in service.body.items() if name in ("async", "stream")}
        with pytest.raises(ConfigurationError, match=r"extra_body= has 'modelId', which POST /chat sends itself"):
            await client.with_options(extra_body={"modelId": "other"}).chat.send(model_id="m", messages=HELLO)


async def test_a_request_without_a_body_gets_none(kind: str) -> None:
    service = Service()
    async with client_of(kind, service) as client:
        one = client.with_options(extra_body={"new": 1})
        await one.models.list()
        await one.sessions.delete("s")
        assert [request.content for request in service.requests] == [b"", b""]
        await one.orchestrations.start("o")
        assert service.body == {"new": 1}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"headers": [("X-A", "b")]}, "headers= must be a dict whose keys are strings"),
        ({"headers": {1: "b"}}, "headers= must be a dict whose keys are strings"),
        ({"headers": {"X A": "b"}}, "headers= has 'X A', which is not a valid header name"),
        ({"headers": {"": "b"}}, "headers= has '', which is not a valid header name"),
        ({"headers": {"X-A": "b\r\nX-B: c"}}, "the value of X-A in headers= must be printable ASCII on one line"),
        ({"headers": {"X-A": "é"}}, "the value of X-A in headers= must be printable ASCII on one line"),
        ({"headers": {"X-A": 503}}, "the value of X-A in headers= must be a string, or None to send no such header"),
        ({"headers": {"Content-Length": "0"}}, "headers= must not have Content-Length: the client sets it"),
        ({"headers": {"content-type": "text/plain"}}, "headers= must not have content-type: the client sets it"),
        ({"query": "a=b"}, "query= must be a dict whose keys are strings"),
        ({"query": {"a": {"b": 1}}}, "query= 'a' must be a string, a number, a boolean or a list of them"),
        ({"extra_body": [1]}, "extra_body= must be a dict whose keys are strings"),
        ({"extra_body": {"a": object}}, "extra_body= cannot be sent: "),
    ],
    ids=str,
)
@pytest.mark.parametrize("make", [sync_client, async_client])
def test_an_option_of_the_wrong_kind_is_one_line(
    make: Callable[..., QuantAI | AsyncQuantAI], options: Any, message: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        make("http://x").with_options(**options)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    if "extra_body" not in options:
        with pytest.raises(ConfigurationError, match=r"headers=|query="):
            make("http://x", **options)


def test_headers_replace_those_of_the_same_name_in_any_case() -> None:
    assert merged_headers({"X-A": "1", "X-B": "2"}, {"x-a": None, "X-C": "3"}) == {"X-B": "2", "x-a": None, "X-C": "3"}


@pytest.mark.parametrize(("method", "body"), [("POST", True), ("PUT", True), ("PATCH", True), ("GET", False)])
def test_fields_are_added_where_a_body_may_be(method: str, body: bool) -> None:
    added = Additions(body={"a": 1}).added_to(Operation("x", method, "/x", {}), Request("/x"))
    assert added.body == ({"a": 1} if body else UNSET)


def test_a_misspelt_option_names_the_nearest() -> None:
    with pytest.raises(TypeError, match=r"with_options\(\) got an unexpected keyword argument 'timeot'; did you mean"):
        sync_client("http://x").with_options(timeot=3)  # type: ignore[call-arg]


def test_no_repr_shows_a_header() -> None:
    client = sync_client("http://x", headers={"X-Api-Key": "secret-of-a-gateway"})
    shown = repr(client) + repr(vars(client)) + repr(vars(client._transport)) + repr(vars(client._transport.endpoint))
    assert "secret-of-a-gateway" not in shown


def maker(kind: str) -> Callable[..., Any]:
    return async_client if kind == "async" else sync_client


async def called(result: Any) -> Any:
    return await result if hasattr(result, "__await__") else result
