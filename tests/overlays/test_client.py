"""Creating clients: what they need, what they share, and that nothing about them reveals the token."""

from __future__ import annotations

import copy
import json
import math
import pickle
import pprint
import sys
import typing
from typing import Any
from unittest.mock import create_autospec

import httpx
import pytest

from quant_ai import AsyncQuantAI, ConfigurationError, NotFoundError, OriginError, QuantAI, RetryPolicy
from quant_ai.http.endpoint import Endpoint
from quant_ai.settings import OptionChanges

from .support.clients import TOKEN, async_client, sync_client
from .support.operations import GET, TO_GET
from .support.raw_server import answering, reply, serving

pytestmark = pytest.mark.anyio

either = pytest.mark.parametrize("kind", [QuantAI, AsyncQuantAI])


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QUANT_API_TOKEN", "QUANT_ORGANISATION", "QUANT_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


@either
@pytest.mark.parametrize("installed", [True, False])
def test_the_types_of_its_arguments_can_be_resolved(
    kind: Any, installed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not installed:
        monkeypatch.setitem(sys.modules, "httpx2", None)
    hints = typing.get_type_hints(kind.__init__)
    assert getattr(httpx, "Client" if kind is QuantAI else "AsyncClient") in typing.get_args(hints["http_client"])
    assert hints["max_retries"] == int | RetryPolicy | None
    assert typing.get_type_hints(OptionChanges)["timeout"] == float | httpx.Timeout | None


@either
def test_a_client_says_why_it_is_not_pickled_and_is_shared_by_deep_copies(kind: Any) -> None:
    client = kind(token=TOKEN, organisation="acme")
    for part in (client, client.chat, client.chat.send, client.sessions):
        with pytest.raises(TypeError) as caught:
            pickle.dumps(part)
        assert str(caught.value) == (
            "a client holds connections and a token, and cannot be pickled; create one in each process, such as in the"
            " initializer of a multiprocessing.Pool"
        )
    assert copy.deepcopy({"client": client})["client"] is client
    assert copy.copy(client)._transport.client is client._transport.client


@either
def test_a_client_with_options_keeps_what_a_subclass_adds(kind: Any) -> None:
    class Mine(kind):  # type: ignore[misc]
        def __init__(self, team: str) -> None:
            super().__init__(token=TOKEN, organisation="acme")
            self.team = team

    client = Mine("search")
    chat = client.chat
    other = client.with_options(timeout=5)
    assert (type(other), other.team) == (Mine, "search")
    assert other.chat is not chat
    assert other.chat._caller.transport.options.timeout.read == 5
    assert client.chat is chat


@either
def test_a_missing_token_is_named_with_its_variable(kind: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"pass token= or set QUANT_API_TOKEN"):
        kind(organisation="acme")


@either
def test_a_missing_organisation_is_named_with_its_variable(kind: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"pass organisation= or set QUANT_ORGANISATION"):
        kind(token=TOKEN)


@either
def test_the_environment_is_read(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUANT_API_TOKEN", TOKEN)
    monkeypatch.setenv("QUANT_ORGANISATION", "acme")
    assert repr(kind()) == f"{kind.__name__}('https://api.quantcdn.io/api/v3/organisations/acme/ai')"
    monkeypatch.setenv("QUANT_BASE_URL", "http://127.0.0.1:8787")
    assert repr(kind()) == f"{kind.__name__}('http://127.0.0.1:8787/api/v3/organisations/acme/ai')"


@pytest.mark.parametrize(
    ("base_url", "whole"),
    [
        ("http://127.0.0.1:8787", "http://127.0.0.1:8787/api/v3/organisations/acme/ai"),
        ("http://127.0.0.1:8787/", "http://127.0.0.1:8787/api/v3/organisations/acme/ai"),
        ("https://gw.test/quant/{org}/ai/", "https://gw.test/quant/acme/ai"),
        ("https://{org}.test", "https://acme.test/api/v3/organisations/acme/ai"),
    ],
)
def test_a_base_url_is_an_origin_or_names_the_organisation(base_url: str, whole: str) -> None:
    assert Endpoint(TOKEN, "acme", base_url).base_url == whole


@pytest.mark.parametrize(
    "base_url",
    [
        "127.0.0.1:8787",
        "ftp://x",
        "http://",
        "https://x/api",
        "https://u:p@x",
        "https://x?y=1",
        "https://x/#y",
        "http://x:port",
    ],
)
def test_a_base_url_that_does_not_fit_is_refused(base_url: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url"):
        sync_client(base_url)


@pytest.mark.parametrize(("organisation", "path"), [("a/b", "a%2Fb"), ("ü", "%C3%BC"), ("a b", "a%20b")])
def test_an_organisation_cannot_leave_its_place_in_the_url(organisation: str, path: str) -> None:
    assert f"/organisations/{path}/ai" in Endpoint(TOKEN, organisation, "https://x").base_url


@pytest.mark.parametrize("organisation", [".", ".."])
def test_an_organisation_that_is_a_dot_segment_is_refused(organisation: str) -> None:
    with pytest.raises(ConfigurationError, match="organisation"):
        Endpoint(TOKEN, organisation, "https://x")


@pytest.mark.parametrize("token", ["a\nb", "a b", "tökén", "a\x00"])
def test_a_token_that_is_not_valid_in_a_header_is_refused_and_not_shown(token: str) -> None:
    with pytest.raises(ConfigurationError, match="QUANT_API_TOKEN") as caught:
        QuantAI(token=token, organisation="acme")
    assert token not in str(caught.value)


@pytest.mark.parametrize(
    "options",
    [{"timeout": 0}, {"timeout": -1}, {"deadline": 0}, {"idle_timeout": -3}, {"max_retries": -1}, {"deadline": "5"}],
)
def test_invalid_times_and_numbers_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(options))):
        sync_client("http://x", **options)


def everything(value: Any, depth: int = 8, seen: set[int] | None = None) -> Any:
    """What a naive serialiser of objects would write."""
    seen = set() if seen is None else seen
    if depth == 0 or id(value) in seen:
        return repr(value)
    seen.add(id(value))
    if isinstance(value, dict):
        return {repr(key): everything(item, depth - 1, seen) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [everything(item, depth - 1, seen) for item in value]
    names = [*getattr(value, "__dict__", ()), *(name for each in type(value).__mro__ for name in _slots(each))]
    return [repr(value), str(value), {name: everything(getattr(value, name, None), depth - 1, seen) for name in names}]


def _slots(kind: type) -> tuple[str, ...]:
    slots = kind.__dict__.get("__slots__", ())
    return (slots,) if isinstance(slots, str) else tuple(slots)


@pytest.mark.parametrize("make", [sync_client, async_client])
def test_no_dump_of_a_client_contains_the_token(make: Any) -> None:
    client = make("http://127.0.0.1:1")
    assert client.chat is client.chat
    for one in (client, client.with_options(timeout=3), client.chat):
        assert TOKEN not in repr(one)
        assert TOKEN not in str(vars(one))
        assert TOKEN not in pprint.pformat(everything(one))


def test_no_error_contains_the_token() -> None:
    script = answering(reply(b'{"message":"No"}', 404))
    with serving(script) as server, sync_client(server.url) as client, pytest.raises(NotFoundError) as caught:
        client._caller.call(GET, TO_GET)
    assert TOKEN not in pprint.pformat(everything(caught.value))
    assert TOKEN not in repr(caught.value.__context__)


def test_options_are_changed_in_a_new_client_that_shares_the_pool() -> None:
    with sync_client("http://127.0.0.1:1") as client:
        other = client.with_options(timeout=3, deadline=9, idle_timeout=math.inf, max_retries=0, strict=True)
        assert other._caller.transport.client is client._caller.transport.client
        assert other._caller.transport.options.timeout == httpx.Timeout(3)
        assert other._caller.transport.options.deadline == 9
        assert other._caller.transport.options.retry.max_retries == 0
        assert other._caller.transport.options.strict
        assert client._caller.transport.options.deadline is None
        assert client._caller.transport.options.retry == RetryPolicy()
        assert other.chat is not client.chat


def test_a_changed_organisation_keeps_the_token() -> None:
    with serving(answering(reply(b"{}"))) as server, sync_client(server.url) as client:
        client.with_options(organisation="other")._caller.call(GET, TO_GET)
        client.with_options(token="qc_2")._caller.call(GET, TO_GET)
        assert [request.headers["authorization"] for request in server.requests] == [f"Bearer {TOKEN}", "Bearer qc_2"]
        assert [request.target.split("/")[4] for request in server.requests] == ["other", "acme"]


def test_a_client_derived_from_another_does_not_close_its_connections() -> None:
    with serving(answering(reply(b"{}"))) as server, sync_client(server.url) as client:
        with client.with_options(timeout=3) as other:
            other._caller.call(GET, TO_GET)
        assert client._caller.call(GET, TO_GET) == {}


def test_the_users_own_client_is_used_and_left_open() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"gateway": request.headers["x-gateway"]})

    with httpx.Client(transport=httpx.MockTransport(answer), headers={"X-Gateway": "g-1"}) as mine:
        with sync_client("http://x", http_client=mine) as client:
            assert client._caller.call(GET, TO_GET) == {"gateway": "g-1"}
        assert not mine.is_closed


async def test_the_users_own_async_client_is_used_and_left_open() -> None:
    answer = httpx.MockTransport(lambda request: httpx.Response(200, json={}))
    async with httpx.AsyncClient(transport=answer) as mine:
        async with async_client("http://x", http_client=mine) as client:
            assert await client._caller.call(GET, TO_GET) == {}
        assert not mine.is_closed


async def test_the_aiohttp_extra_plugs_in() -> None:
    with serving(answering(reply(b'{"ok":true}'))) as server:
        async with async_client(server.url, http_client="aiohttp") as client:
            assert await client._caller.call(GET, TO_GET) == {"ok": True}


async def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "quant_ai.http.aiohttp_transport", None)
    with pytest.raises(ConfigurationError, match=r"quant-ai\[aiohttp\]"):
        async_client("http://x", http_client="aiohttp")


@pytest.mark.parametrize(
    "link",
    [
        "/ai/chat/executions/Xk%3D",
        "/chat/executions/Xk%3D",
        "https://x/api/v3/organisations/acme/ai/chat/executions/Xk%3D",
        "//x/api/v3/organisations/acme/ai/chat/executions/Xk%3D",
        "https://x:443/api/v3/organisations/acme/ai/chat/executions/Xk%3D",
    ],
)
def test_links_of_the_service_are_resolved_absolute_or_relative(link: str) -> None:
    assert Endpoint(TOKEN, "acme", "https://x").resolve_link(link) == "/chat/executions/Xk%3D"


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.test/api/v3/organisations/acme/ai/chat",
        "http://x/api/v3/organisations/acme/ai/chat",
        "https://x:8443/api/v3/organisations/acme/ai/chat",
        "https://x@evil.test/api/v3/organisations/acme/ai/chat",
        "//evil.test/ai/chat",
        "https://x/elsewhere",
        "/ai/../../other",
    ],
)
def test_links_that_lead_away_are_refused(link: str) -> None:
    with pytest.raises(OriginError):
        Endpoint(TOKEN, "acme", "https://x").resolve_link(link)


def test_a_job_is_found_by_its_poll_url() -> None:
    done = json.dumps({"requestId": "Xk=", "status": "complete", "result": {"response": {"content": "Hi"}}}).encode()
    with serving(answering(reply(done))) as server, sync_client(server.url) as client:
        job = client.chat.job("/ai/chat/executions/Xk%3D")
        assert job.id == "Xk="
        assert job.poll().result.response.content == "Hi"
        assert server.requests[0].target == "/api/v3/organisations/acme/ai/chat/executions/Xk%3D"
        assert client.chat.job("Xk=").id == "Xk="
        with pytest.raises(OriginError):
            client.chat.job("https://evil.test/api/v3/organisations/acme/ai/chat/executions/Xk%3D")
        with pytest.raises(OriginError):
            client.chat.job("/ai/tasks/t-1")


def test_clients_are_not_copied_by_accident() -> None:
    client = sync_client("http://x")
    assert copy.copy(client)._caller is client._caller


async def test_mocks_of_the_clients_know_their_methods() -> None:
    blocking, waiting = create_autospec(QuantAI, instance=True), create_autospec(AsyncQuantAI, instance=True)
    blocking.chat.send.return_value = waiting.chat.send.return_value = "Hi"
    assert blocking.chat.send(model_id="m", messages=[]) == await waiting.chat.send(model_id="m", messages=[]) == "Hi"
    with pytest.raises(TypeError, match="messages"):
        blocking.chat.send(model="m")
    with pytest.raises(AttributeError, match="sned"):
        blocking.chat.sned  # noqa: B018
