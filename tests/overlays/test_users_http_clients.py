"""`http_client=`: what is taken, what is refused, and that all that the user's client brings is used."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import httpx2
import pytest

from quant_ai import AsyncQuantAI, ConfigurationError, NoReplyError, NotFoundError, QuantAI, ServerError

from .support.clients import TOKEN, any_client
from .support.clock import FakeClock
from .support.operations import GET, POST, TO_GET, TO_POST
from .support.raw_server import answering, reply, serving, streaming
from .support.streams import DONE, content, open_stream

pytestmark = pytest.mark.anyio

library = pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])


@asynccontextmanager
async def using(kind: str, library: Any, url: str = "http://x", **options: Any) -> AsyncIterator[Any]:
    """A client that sends with a client of the user, made with these options."""
    ours = {name: options.pop(name) for name in ("clock", "timeout", "idle_timeout") if name in options}
    if kind == "sync":
        with library.Client(trust_env=False, **options) as mine:
            yield any_client(kind, url, http_client=mine, **ours)
    else:
        async with library.AsyncClient(trust_env=False, **options) as mine:
            yield any_client(kind, url, http_client=mine, **ours)


class Service:
    """Answers in the place of a server, and keeps the requests."""

    def __init__(self, library: Any, status: int = 200, body: bytes = b'{"a":1}', **headers: str) -> None:
        self.requests: list[Any] = []

        def answer(request: Any) -> Any:
            self.requests.append(request)
            return library.Response(status, content=body, headers={"content-type": "application/json"} | headers)

        self.transport = library.MockTransport(answer)

    @property
    def last(self) -> Any:
        return self.requests[-1]


def hook(kind: str, work: Callable[[Any], Any], work_async: Callable[[Any], Any] | None = None) -> Any:
    """A hook for a sync or an async client."""
    if kind == "sync":
        return work

    async def later(value: Any) -> None:
        await work_async(value) if work_async else work(value)

    return later


# What is taken


@pytest.mark.parametrize(
    "given",
    [
        httpx.AsyncClient(), httpx2.AsyncClient(), "aiohttp", "httpx", "http2", "", 5, object(), httpx, httpx.Client,
        httpx.HTTPTransport(),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)  # fmt: skip
def test_quant_ai_refuses_what_is_no_sync_client(given: Any) -> None:
    with pytest.raises(ConfigurationError, match="http_client="):
        QuantAI(token="t", organisation="o", http_client=given)


@pytest.mark.parametrize(
    "given",
    [httpx.Client(), httpx2.Client(), "aiohttpp", "AIOHTTP", "", 5, object(), httpx, httpx.AsyncClient],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_async_quant_ai_refuses_what_is_no_async_client(given: Any) -> None:
    with pytest.raises(ConfigurationError, match="http_client="):
        AsyncQuantAI(token="t", organisation="o", http_client=given)


@library
async def test_a_closed_client_is_named_before_anything_is_sent(kind: str, library: Any) -> None:
    service = Service(library)
    async with using(kind, library, transport=service.transport) as client:
        pass
    with pytest.raises(ConfigurationError, match="closed"):
        await client._caller.call(GET, TO_GET)
    assert service.requests == []


@library
async def test_the_word_for_a_library_sends_with_it(kind: str, library: Any) -> None:
    word: Any = None if library is httpx else "httpx2"
    with serving(answering(reply(b"{}"))) as server:
        async with any_client(kind, server.url, http_client=word) as client:
            await client._caller.call(GET, TO_GET)
        assert f" {library.__name__}/{library.__version__}" in server.requests[0].headers["user-agent"]


async def test_a_missing_library_is_named_with_its_extra(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "httpx2", None)
    with pytest.raises(ConfigurationError, match=r"quant-ai\[httpx2\]"):
        any_client(kind, "http://x", http_client="httpx2")


# What it brings


@library
async def test_its_headers_cookies_and_parameters_are_sent(kind: str, library: Any) -> None:
    service = Service(library)
    settings = {"headers": {"X-Gateway": "g", "User-Agent": "app/1"}, "cookies": {"route": "a"}, "params": {"v": "2 b"}}
    async with using(kind, library, transport=service.transport, **settings) as client:
        await client._caller.call(GET, TO_GET._replace(query=[("q", "a b")]))
    sent = service.last
    assert sent.headers["x-gateway"] == "g"
    assert sent.headers["user-agent"].startswith("app/1 quant-ai/")
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"
    assert sent.headers["cookie"] == "route=a"
    assert sent.url.query == b"q=a%20b&v=2+b"


@library
async def test_a_header_that_is_set_later_is_sent(kind: str, library: Any) -> None:
    service = Service(library)
    async with using(kind, library, transport=service.transport) as client:
        client._caller.transport.client.client.headers["X-Later"] = "1"
        await client._caller.call(GET, TO_GET)
    assert service.last.headers["x-later"] == "1"


@library
async def test_its_timeout_is_used_unless_it_is_the_librarys_default(kind: str, library: Any) -> None:
    service = Service(library)
    for timeout, read in ((7, 7), (5, 60)):
        async with using(kind, library, transport=service.transport, timeout=timeout) as client:
            pass
        mine = (library.Client if kind == "sync" else library.AsyncClient)(transport=service.transport, timeout=timeout)
        client = any_client(kind, "http://x", http_client=mine)
        assert client._caller.transport.options.timeout.read == read
        other = any_client(kind, "http://x", http_client=mine, timeout=9)
        assert other._caller.transport.options.timeout.read == 9


@library
@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"auth": ("user", "password")}, "take the place of the token"),
        ({"headers": {"Authorization": "Bearer x"}}, "pass token="),
        ({"base_url": "https://gateway.test"}, "pass base_url="),
    ],
)
async def test_what_would_take_the_place_of_our_own_is_refused(
    kind: str, library: Any, options: Any, says: str
) -> None:
    with pytest.raises(ConfigurationError, match=says):
        async with using(kind, library, **options):
            pass


@library
def test_an_async_hook_of_a_sync_client_is_refused(library: Any) -> None:
    """The client would call it and drop the coroutine."""

    async def note(_: Any) -> None:
        raise AssertionError

    for event in ("request", "response"):
        with (
            library.Client(event_hooks={event: [note]}) as client,
            pytest.raises(ConfigurationError, match="async event hook, which a sync client never awaits"),
        ):
            any_client("sync", "http://x", http_client=client)


@library
async def test_a_base_url_with_the_origin_of_our_own_is_taken(kind: str, library: Any) -> None:
    """Starlette's TestClient always has one."""
    service = Service(library)
    async with using(kind, library, "http://x/v3/{org}", transport=service.transport, base_url="http://x:80") as client:
        await client._caller.call(GET, TO_GET)
    assert str(service.last.url) == f"http://x/v3/acme{TO_GET.path}"


@library
async def test_a_hook_that_takes_the_pieces_of_a_body_is_told(kind: str, library: Any) -> None:
    def take(response: Any) -> None:
        for _ in response.iter_raw():
            pass

    async def take_async(response: Any) -> None:
        async for _ in response.aiter_raw():
            pass

    service = Service(library)
    hooks = {"response": [hook(kind, take, take_async)]}
    async with using(kind, library, transport=service.transport, event_hooks=hooks) as client:
        with pytest.raises(NoReplyError, match=r"POST /things got a reply whose body a hook of http_client= has read"):
            await client._caller.call(POST, TO_POST)
    assert len(service.requests) == 1


@library
async def test_an_auth_of_the_users_own_making_is_used(kind: str, library: Any) -> None:
    class Signed(library.Auth):  # type: ignore[misc,name-defined]
        def auth_flow(self, request: Any) -> Any:
            request.headers["X-Signature"] = "s"
            yield request

    service = Service(library)
    async with using(kind, library, transport=service.transport, auth=Signed()) as client:
        await client._caller.call(GET, TO_GET)
    assert service.last.headers["x-signature"] == "s"
    assert service.last.headers["authorization"] == f"Bearer {TOKEN}"


@library
async def test_a_cookie_of_the_service_is_not_kept(kind: str, library: Any) -> None:
    service = Service(library, **{"set-cookie": "track=acme; Path=/"})
    async with using(kind, library, "http://x.test", transport=service.transport, cookies={"mine": "1"}) as client:
        await client._caller.call(GET, TO_GET)
        await client.with_options(organisation="other")._caller.call(GET, TO_GET)
        assert dict(client._caller.transport.client.client.cookies) == {"mine": "1"}
    assert service.last.headers["cookie"] == "mine=1"


@pytest.mark.parametrize("word", [None, "httpx2", "aiohttp"])
async def test_our_own_client_keeps_no_cookie(kind: str, word: Any) -> None:
    if word == "aiohttp" and kind == "sync":
        return
    with serving(answering(reply(b"{}", headers={"Set-Cookie": "track=acme; Path=/"}))) as server:
        async with any_client(kind, server.url.replace("127.0.0.1", "localhost"), http_client=word) as client:
            for organisation in ("acme", "other"):
                await client.with_options(organisation=organisation)._caller.call(GET, TO_GET)
        assert all("cookie" not in request.headers for request in server.requests)


# Hooks


@library
async def test_a_response_hook_may_read_a_body(kind: str, library: Any) -> None:
    seen: list[bytes] = []

    def read(response: Any) -> None:
        seen.append(response.read())

    async def aread(response: Any) -> None:
        seen.append(await response.aread())

    hooks = {"response": [hook(kind, read, aread)]}
    with serving(streaming(content("Hel"), content("lo"), DONE)) as server:
        async with (
            using(kind, library, server.url, event_hooks=hooks, idle_timeout=5) as client,
            open_stream(client) as stream,
        ):
            assert (await stream.final()).response.content == "Hello"
    with serving(answering(reply(b'{"a":1}'))) as server:
        async with using(kind, library, server.url, event_hooks=hooks) as client:
            assert await client._caller.call(GET, TO_GET) == {"a": 1}
    assert seen[1] == b'{"a":1}'


@library
async def test_raise_for_status_in_a_hook_leaves_errors_and_retries_as_they_are(
    kind: str, library: Any, clock: FakeClock
) -> None:
    hooks = {"response": [hook(kind, lambda response: response.raise_for_status())]}
    replies = (reply(status=503, headers={"Retry-After": "3"}), reply(b'{"a":1}'))
    with serving(answering(*replies)) as server:
        async with using(kind, library, server.url, event_hooks=hooks, clock=clock) as client:
            assert await client._caller.call(POST, TO_POST) == {"a": 1}
        assert clock.slept == [3]
    with serving(answering(reply(b'{"message":"Nope"}', 404))) as server:
        async with using(kind, library, server.url, event_hooks=hooks, clock=clock) as client:
            with pytest.raises(NotFoundError, match="answered 404: Nope"):
                await client._caller.call(GET, TO_GET)


@library
@pytest.mark.parametrize("when", ["request", "response"])
async def test_an_exception_of_a_hook_reaches_the_user_as_it_is(kind: str, library: Any, when: str) -> None:
    def fail(_: Any) -> None:
        raise RuntimeError("mine")

    service = Service(library)
    async with using(kind, library, transport=service.transport, event_hooks={when: [hook(kind, fail)]}) as client:
        with pytest.raises(RuntimeError, match="mine"):
            await client._caller.call(GET, TO_GET)
    assert len(service.requests) == (when == "response")


@library
async def test_a_request_hook_may_change_the_request(kind: str, library: Any) -> None:
    def add(request: Any) -> None:
        request.headers["X-Trace"] = "t"

    service = Service(library)
    async with using(kind, library, transport=service.transport, event_hooks={"request": [hook(kind, add)]}) as client:
        await client._caller.call(GET, TO_GET)
    assert service.last.headers["x-trace"] == "t"


@library
async def test_a_mount_of_the_users_client_is_used(kind: str, library: Any) -> None:
    service = Service(library)
    async with using(kind, library, mounts={"all://x": service.transport}) as client:
        assert await client._caller.call(GET, TO_GET) == {"a": 1}


@library
async def test_typed_errors_come_from_either_library(kind: str, library: Any, clock: FakeClock) -> None:
    service = Service(library, 500, b'{"message":"Down"}')
    async with using(kind, library, transport=service.transport, clock=clock) as client:
        with pytest.raises(ServerError, match="Down"):
            await client._caller.call(GET, TO_GET)
    assert len(service.requests) == 3


def test_clients_of_one_library_do_not_import_the_other() -> None:
    code = (
        "import sys; from quant_ai import QuantAI; QuantAI(token='t', organisation='o'); print('httpx2' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"
