"""The HTTP clients that calls are sent with, by themselves: our own, and the user's."""

from __future__ import annotations

import ssl
import sys
from types import SimpleNamespace
from typing import Any

import httpx
import httpx2
import pytest

from quant_ai import ConfigurationError
from quant_ai.http.http_client import FOREIGN, REMOVED, HttpClient
from quant_ai.http.http_clients import http_client_for, http_client_for_async
from quant_ai.http.libraries import HTTPX, HTTPX2, HTTPX2_IN_HINTS, http_timeouts
from quant_ai.http.users_clients import UsersHttpClient

# HTTP clients


class Connections:
    """A transport that says what it is, and records what it is to prepare for."""

    agent = "carrier-pigeon/1"

    def __init__(self) -> None:
        self.prepared: list[Any] = []

    def prepare(self, *origin: Any) -> None:
        self.prepared.append(origin)


def test_a_call_that_has_ended_is_not_remembered() -> None:
    client = HttpClient(httpx.Client(), HTTPX)
    with pytest.raises(KeyError), client.running():
        assert len(client._running) == 1
        raise KeyError
    assert not client._running


def test_a_client_passes_on_what_its_transport_is_and_prepares() -> None:
    transport = Connections()
    client = HttpClient(httpx.Client(), HTTPX, transport)
    assert client.agent == "carrier-pigeon/1"
    client.prepare("https", "a.test", 444)
    assert transport.prepared == [("https", "a.test", 444)]
    assert HttpClient(httpx.Client(), HTTPX).agent is None
    HttpClient(httpx.Client(), HTTPX).prepare("https", "a.test", 444)


@pytest.mark.parametrize("library", [HTTPX, HTTPX2])
def test_only_the_address_of_a_foreign_request_is_hidden(library: Any) -> None:
    client = HttpClient(None, library)
    for extensions, shown in (({}, "https://a.test/b?c=d"), ({FOREIGN: True}, "https://a.test/(hidden)")):
        request = library.http.Request("PUT", "https://a.test/b?c=d", extensions=extensions)
        client.hide(request)
        assert str(request.url) == shown
        assert request.url.raw_path == b"/b?c=d"


def test_a_closed_client_is_named() -> None:
    mine = httpx.Client()
    mine.close()
    with pytest.raises(ConfigurationError, match=r"^the client is closed; a closed client cannot send requests$"):
        HttpClient(mine, HTTPX).check()


@pytest.mark.parametrize("choose", [http_client_for, http_client_for_async])
@pytest.mark.parametrize("word", [None, "httpx2"])
def test_our_own_client_keeps_no_cookie_and_reads_no_environment(choose: Any, word: Any) -> None:
    mine = choose(word)
    http = mine.library.http
    assert mine.client.trust_env is False
    request = http.Request("GET", "http://a.test/")
    mine.client.cookies.extract_cookies(http.Response(200, headers={"Set-Cookie": "a=1; Path=/"}, request=request))
    assert list(mine.client.cookies) == []


SYNC = 'http_client= of QuantAI is an httpx.Client, an httpx2.Client or "httpx2"'
ASYNC = 'http_client= of AsyncQuantAI is an httpx.AsyncClient, an httpx2.AsyncClient, "httpx2" or "aiohttp"'


@pytest.mark.parametrize(
    ("choose", "given", "says"),
    [
        (http_client_for, "httpx3", f"{SYNC}, not 'httpx3'"),
        (http_client_for, 5, f"{SYNC}, not a builtins.int"),
        (http_client_for, httpx2.AsyncClient(), f"{SYNC}; AsyncClient is for AsyncQuantAI"),
        (
            http_client_for,
            "aiohttp",
            'http_client="aiohttp" is for AsyncQuantAI; QuantAI takes "httpx2" or an httpx.Client',
        ),
        (http_client_for_async, "httpx3", f"{ASYNC}, not 'httpx3'"),
        (http_client_for_async, ssl.SSLError(), f"{ASYNC}, not a ssl.SSLError"),
        (http_client_for_async, httpx.Client(), f"{ASYNC}; Client is for QuantAI"),
    ],
)
def test_what_is_no_client_is_refused_with_what_would_be_one(choose: Any, given: Any, says: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        choose(given)
    assert str(caught.value) == says


def test_a_missing_aiohttp_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "quant_ai.http.aiohttp_transport", None)
    with pytest.raises(ConfigurationError) as caught:
        http_client_for_async("aiohttp")
    assert str(caught.value) == 'http_client="aiohttp" needs the extra: pip install "quant-ai[aiohttp]"'


def test_timeouts_are_those_of_the_libraries_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    assert http_timeouts() == (httpx.TimeoutException, httpx2.TimeoutException)
    monkeypatch.delitem(sys.modules, "httpx2")
    assert http_timeouts() == (httpx.TimeoutException,)


def test_hints_of_httpx2_have_its_public_names_alone() -> None:
    assert HTTPX2_IN_HINTS.Client is httpx2.Client
    with pytest.raises(AttributeError, match=r"^__version__$"):
        HTTPX2_IN_HINTS.__version__  # noqa: B018


# The user's client


class Recorded(httpx.AsyncClient):
    """Records how requests are sent."""

    sent: Any = None

    async def send(self, request: Any, **options: Any) -> Any:
        type(self).sent = (request, options)
        return httpx.Response(200, stream=httpx.ByteStream(b"abc"), request=request)


@pytest.mark.anyio
@pytest.mark.parametrize("is_aiohttp", [False, True])
@pytest.mark.parametrize("is_foreign", [False, True])
async def test_the_users_client_follows_no_redirect_and_reads_nothing_itself(
    is_aiohttp: bool, is_foreign: bool
) -> None:
    client = UsersHttpClient(Recorded(follow_redirects=True, auth=lambda request: request), HTTPX)
    client._is_aiohttp = is_aiohttp
    request = httpx.Request("PUT", "http://a.test/b", extensions={FOREIGN: True} if is_foreign else {})
    response = await client.send_async(request)
    assert Recorded.sent == (
        request,
        {"stream": True, "follow_redirects": False} | ({"auth": None} if is_foreign else {}),
    )
    assert str(request.url) == ("http://a.test/(hidden)" if is_foreign and not is_aiohttp else "http://a.test/b")
    assert [chunk async for chunk in response.stream] == [b"abc"]  # type: ignore[union-attr]


@pytest.mark.parametrize("is_foreign", [False, True])
def test_the_users_sync_client_sends_a_foreign_request_without_its_auth(is_foreign: bool) -> None:
    seen: list[Any] = []

    class Sync(httpx.Client):
        def send(self, request: Any, **options: Any) -> Any:
            seen.append(options)
            return httpx.Response(200, request=request)

    client = UsersHttpClient(Sync(), HTTPX)
    client.send(httpx.Request("PUT", "http://a.test/b", extensions={FOREIGN: True} if is_foreign else {}))
    assert seen == [{"stream": True, "follow_redirects": False} | ({"auth": None} if is_foreign else {})]


@pytest.mark.parametrize(
    ("transport", "has_connections"),
    [
        (SimpleNamespace(), False),
        (SimpleNamespace(_pool=SimpleNamespace(connections=[])), False),
        (SimpleNamespace(_pool=SimpleNamespace(connections=[1])), True),
        (SimpleNamespace(client=lambda: None), False),  # of httpx-aiohttp, before its first request
        (SimpleNamespace(client=object()), True),
        (SimpleNamespace(client=None), False),
    ],
)
@pytest.mark.parametrize("place", ["transport", "mount"])
def test_the_users_client_with_connections_stays_in_its_process(
    transport: Any, has_connections: bool, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = httpx.Client()
    client = UsersHttpClient(mine, HTTPX)
    if place == "transport":
        mine._transport = transport
    else:
        mine._mounts = {None: transport}  # type: ignore[dict-item]
    client.check()
    monkeypatch.setattr("quant_ai.http.users_clients.os.getpid", lambda: -1)
    if not has_connections:
        client.check()
        assert client._process == -1
        return
    with pytest.raises(ConfigurationError) as caught:
        client.check()
    assert str(caught.value) == (
        "http_client= was used before this process was forked, and has connections that belong to the parent; create it"
        " after the fork"
    )


def test_the_settings_of_the_users_client_are_added_to_a_request() -> None:
    mine = httpx.Client(
        headers={
            "X-One": "1",
            "X-Two": "2",
            "X-Three": "3",
            "Host": "gateway.test",
            "User-Agent": "app/1",
            "Accept": "a/b",
        }
    )
    client, request = UsersHttpClient(mine, HTTPX), httpx.Request("GET", "http://a.test/b", headers={"Accept": "c/d"})
    request.headers["User-Agent"] = "quant-ai/1"
    request.extensions[REMOVED] = ("x-two",)
    client._copy(request)
    assert request.headers["host"] == "gateway.test"
    assert request.headers["user-agent"] == "app/1 quant-ai/1"
    assert (request.headers["x-one"], request.headers["x-three"], request.headers["accept"]) == ("1", "3", "c/d")
    assert "x-two" not in request.headers


def test_a_header_that_the_users_client_has_several_times_is_sent_as_often() -> None:
    mine = httpx.Client(headers=[("X-One", "1"), ("X-Two", "2"), ("x-one", "3"), ("Accept", "a/b")])
    request = httpx.Request("GET", "http://a.test/b", headers={"Accept": "c/d"})
    UsersHttpClient(mine, HTTPX)._copy(request)
    assert request.headers.get_list("x-one") == ["1", "3"]
    assert (request.headers.get_list("x-two"), request.headers.get_list("accept")) == (["2"], ["c/d"])
    assert request.headers.get_list("host") == ["a.test"]


def test_the_default_agent_of_a_library_is_not_added() -> None:
    request = httpx.Request("GET", "http://a.test/b", headers={"User-Agent": "quant-ai/1"})
    UsersHttpClient(httpx.Client(), HTTPX)._copy(request)
    assert request.headers["user-agent"] == "quant-ai/1"
    bare = httpx.Request("GET", "http://a.test/b")
    UsersHttpClient(httpx.Client(headers={"User-Agent": "app/1"}), HTTPX)._copy(bare)
    assert bare.headers["user-agent"] == "app/1"


def test_the_hooks_of_the_users_client_for_requests_stay_with_its_copy() -> None:
    def hook(_: Any) -> None: ...

    mine = httpx.Client(event_hooks={"request": [hook], "response": [hook]})
    copied, options = UsersHttpClient(mine, HTTPX)._copy(httpx.Request("GET", "http://a.test"))
    assert copied.event_hooks == {"request": [hook], "response": []}
    assert options == {}
    assert mine.event_hooks == {"request": [hook], "response": [hook]}


async def async_hook(_: Any) -> None: ...


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (
            {"event_hooks": {"response": [async_hook]}},
            "http_client= has an async event hook, which a sync client never awaits",
        ),
        (
            {"auth": ("a", "b")},
            "http_client= has auth=, which would take the place of the token; put a proxy's password into proxy=",
        ),
        (
            {"headers": {"Authorization": "x"}},
            "http_client= has an Authorization header, which is where the token goes; pass token=",
        ),
    ],
)
def test_what_a_client_may_not_have_is_told(options: dict[str, Any], says: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        UsersHttpClient(httpx.Client(**options), HTTPX)
    assert str(caught.value) == says


def test_the_users_client_stays_in_its_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    mine, loops = httpx.AsyncClient(), iter(["one", "one", "two", "three"])
    monkeypatch.setattr("quant_ai.http.users_clients.current_loop", lambda: next(loops))
    client = UsersHttpClient(mine, HTTPX)
    for _ in range(3):
        client._check_loop()  # without connections, it may be used in any
    assert client._loop == "two"
    mine._transport = SimpleNamespace(client=object())  # type: ignore[assignment]
    with pytest.raises(ConfigurationError) as caught:
        client._check_loop()
    assert str(caught.value) == (
        "http_client= has connections that belong to another event loop, such as that of an earlier asyncio.run; create"
        " it in this one"
    )
