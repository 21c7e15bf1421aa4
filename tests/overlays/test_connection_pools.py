"""The parts of the client's own connections, without a network: how they are made, kept, counted and closed."""

from __future__ import annotations

from queue import Empty
from types import SimpleNamespace
from typing import Any

import anyio
import httpcore
import httpx
import pytest

from quant_ai import ConfigurationError
from quant_ai.http import async_connections, connections
from quant_ai.http.async_connections import AsyncConnections
from quant_ai.http.connections import PROXY, Connections, TransportMaker
from quant_ai.http.deadlines import _DeadlineBackend
from quant_ai.http.discarded import DROP
from quant_ai.http.interrupts import Interrupt
from quant_ai.http.libraries import HTTPX

from .support.clock import FakeClock

ORIGIN = ("http", "a.test", None)
OTHER = ("http", "b.test", None)
SECURE = ("https", "a.test", 444)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    clock = FakeClock()
    for module in (connections, async_connections):
        monkeypatch.setattr(module, "monotonic", clock.monotonic)
        monkeypatch.setattr(module, "MAX_CONNECTIONS", 3)
    return clock


# How they are made


class Library:
    """httpx, with transports and proxies that are the arguments they are made with."""

    core = httpcore

    def __init__(self) -> None:
        self.contexts = 0
        self.http = SimpleNamespace(
            HTTPTransport=lambda **options: SimpleNamespace(is_async=False, **options),
            AsyncHTTPTransport=lambda **options: SimpleNamespace(is_async=True, **options),
            Proxy=lambda url, ssl_context: (url, ssl_context),
            Limits=httpx.Limits,
            create_ssl_context=self.context,
        )

    def context(self) -> str:
        self.contexts += 1
        return "certificates"


def made(origin: Any, *, is_async: bool = False) -> tuple[Any, dict[str, Any]]:
    library: Any = Library()
    extensions: dict[str, Any] = {}
    return TransportMaker(library, is_async=is_async).make(origin, extensions), extensions


@pytest.mark.parametrize("is_async", [False, True])
def test_a_transport_has_one_connection_and_takes_nothing_else_from_the_environment(is_async: bool) -> None:
    transport, extensions = made(SECURE, is_async=is_async)
    assert vars(transport) == {
        "is_async": is_async,
        "verify": "certificates",
        "trust_env": False,
        "proxy": None,
        "limits": httpx.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=5.0),
    }
    assert extensions == {}


def test_certificates_are_read_once_and_only_for_tls() -> None:
    library: Any = Library()
    maker = TransportMaker(library, is_async=False)
    assert maker.make(ORIGIN, {}).verify is connections.no_certificates()
    assert library.contexts == 0
    for _ in range(3):
        assert maker.make(SECURE, {}).verify == "certificates"
    assert library.contexts == 1


@pytest.mark.parametrize(
    ("proxy", "context"),
    [("http://proxy.test:3128", None), ("https://proxy.test:3128", "certificates")],
)
@pytest.mark.parametrize("origin", [ORIGIN, SECURE])
def test_a_proxy_of_the_environment_is_used_and_named(
    origin: Any, proxy: str, context: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"{origin[0].upper()}_PROXY"
    monkeypatch.setenv(name, proxy.replace("//", "//user:secret@"))
    transport, extensions = made(origin)
    assert transport.proxy == (proxy.replace("//", "//user:secret@"), context)
    assert extensions == {PROXY: f"{proxy} ({name})"}


@pytest.mark.parametrize(("origin", "is_excepted"), [(SECURE, True), (("https", "a.test", 445), False)])
def test_an_exception_from_the_proxy_may_name_a_port(
    origin: Any, is_excepted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "no proxy:x")
    monkeypatch.setenv("NO_PROXY", "a.test:444")
    library: Any = Library()
    for prepare in (TransportMaker(library, is_async=True).prepare, transport_of(Connections).prepare,
                    transport_of(AsyncConnections).prepare):  # fmt: skip
        if is_excepted:
            prepare(*origin)
        else:
            with pytest.raises(ConfigurationError, match="HTTPS_PROXY"):
                prepare(*origin)


def transport_of(kind: Any) -> Any:
    transport = kind(HTTPX)
    transport._maker._certificates = "certificates"
    return transport


@pytest.mark.parametrize(("origin", "contexts"), [(ORIGIN, 0), (SECURE, 1)])
def test_certificates_are_read_early_for_tls_alone(origin: Any, contexts: int) -> None:
    library: Any = Library()
    TransportMaker(library, is_async=False).prepare(*origin)
    assert library.contexts == contexts


def test_only_sync_connections_observe_deadlines_themselves() -> None:
    sync, later = (TransportMaker(HTTPX, is_async=is_async).make(ORIGIN, {}) for is_async in (False, True))
    assert type(sync._pool._network_backend) is _DeadlineBackend
    assert type(later._pool._network_backend) is not _DeadlineBackend


# How they are kept and counted


class Transport:
    """A transport that records whether it was closed."""

    def __init__(self, origin: Any) -> None:
        self.origin, self.is_closed = origin, False
        self.failure: Exception | None = None
        self._pool = SimpleNamespace(connections=[])

    def close(self) -> None:
        self.is_closed = True
        if self.failure is not None:
            raise self.failure

    async def aclose(self) -> None:
        await anyio.lowlevel.checkpoint()  # only a shielded close gets past this in a cancelled task
        self.close()


class Maker:
    """Makes transports that connect to nothing."""

    library = HTTPX

    def __init__(self) -> None:
        self.made: list[Transport] = []
        self.is_broken = False

    def make(self, origin: Any, extensions: dict[str, Any]) -> Transport:
        assert extensions is not None
        if self.is_broken:
            raise ConfigurationError("broken")
        self.made.append(Transport(origin))
        return self.made[-1]


class PoolOf:
    """The pool of a sync or an async client, used like the async one."""

    def __init__(self, kind: str) -> None:
        self.maker: Any = Maker()
        self.is_async = kind == "async"
        self.pool: Any = (async_connections if self.is_async else connections)._Pool(self.maker)

    async def take(self, origin: Any = ORIGIN, **timeout: float | None) -> Any:
        extensions = {"timeout": timeout} if timeout else {}
        request = SimpleNamespace(url=httpx.URL("{}://{}".format(*origin[:2])), extensions=extensions)
        return await self._awaited(self.pool.take(request))

    async def give_back(self, connection: Any) -> None:
        await self._awaited(connection.release())

    async def discard(self, connection: Any) -> None:
        await self._awaited(connection.discard())

    async def close(self) -> None:
        await self._awaited(self.pool.aclose() if self.is_async else self.pool.close())

    def closed(self) -> list[bool]:
        return [transport.is_closed for transport in self.maker.made]

    async def _awaited(self, value: Any) -> Any:
        return await value if self.is_async else value


@pytest.mark.anyio
async def test_the_connection_that_was_used_last_is_taken_first(kind: str, clock: FakeClock) -> None:
    pool = PoolOf(kind)
    first, second, other = await pool.take(), await pool.take(), await pool.take(OTHER)
    for each in (first, other, second):
        await pool.give_back(each)
    assert await pool.take() is second
    assert await pool.take() is first
    assert await pool.take(OTHER) is other
    assert len(pool.maker.made) == 3


@pytest.mark.anyio
async def test_connections_are_never_more_than_the_bound(kind: str, clock: FakeClock) -> None:
    pool = PoolOf(kind)
    for each in [await pool.take(), await pool.take(), await pool.take()]:
        await pool.give_back(each)
    assert pool.closed() == [False] * 3
    await pool.take(OTHER)
    assert pool.closed() == [True, False, False, False]  # the oldest makes room
    await pool.take(OTHER)
    assert pool.closed() == [True, True, False, False, False]
    third = await pool.take()
    assert third.transport is pool.maker.made[2]
    with pytest.raises(httpx.PoolTimeout, match=r"^all 3 connections are in use$"):
        await pool.take(pool=0.0, connect=None)
    await pool.give_back(third)
    assert await pool.take() is third


@pytest.mark.anyio
async def test_a_connection_is_closed_after_five_seconds_without_use(kind: str, clock: FakeClock) -> None:
    pool = PoolOf(kind)
    first, second = await pool.take(), await pool.take()
    await pool.give_back(first)
    clock.now += 5.0
    await pool.give_back(second)
    assert pool.closed() == [False, False]
    clock.now += 0.1
    await pool.give_back(await pool.take())
    assert pool.closed() == [True, False]


@pytest.mark.anyio
async def test_a_connection_whose_call_failed_is_closed_and_its_place_is_free(kind: str, clock: FakeClock) -> None:
    pool = PoolOf(kind)
    for _ in range(5):
        await pool.discard(await pool.take())
    assert pool.closed() == [True] * 5
    for _ in range(3):
        await pool.take(pool=0.0)


@pytest.mark.anyio
async def test_a_connection_that_cannot_be_made_leaves_its_place_free(kind: str, clock: FakeClock) -> None:
    pool = PoolOf(kind)
    pool.maker.is_broken = True
    for _ in range(5):
        with pytest.raises(ConfigurationError):
            await pool.take(pool=0.0)
    pool.maker.is_broken = False
    for _ in range(3):
        await pool.take(pool=0.0)


@pytest.mark.anyio
async def test_a_connection_with_surplus_bytes_is_closed(kind: str, clock: FakeClock) -> None:
    pool = PoolOf(kind)
    connection = await pool.take()
    state = SimpleNamespace(_h11_state=SimpleNamespace(trailing_data=(b"more", False)))
    connection.transport._pool.connections.append(state)
    await pool.give_back(connection)
    assert pool.closed() == [True]
    assert await pool.take() is not connection


@pytest.mark.anyio
@pytest.mark.parametrize("how", ["discard", "give_back"])
async def test_a_connection_whose_close_fails_leaves_its_place_free(kind: str, how: str, clock: FakeClock) -> None:
    pool = PoolOf(kind)
    for _ in range(5):
        connection = await pool.take(pool=0.0)
        connection.transport.failure = OSError("broken")
        surplus = SimpleNamespace(_h11_state=SimpleNamespace(trailing_data=(b"more", False)))
        connection.transport._pool.connections.append(surplus)
        with pytest.raises(OSError, match="broken"):
            await getattr(pool, how)(connection)
    for _ in range(3):
        await pool.take(pool=0.0)


@pytest.mark.anyio
async def test_closing_the_pool_closes_every_connection_and_keeps_none_after(kind: str, clock: FakeClock) -> None:
    pool = PoolOf(kind)
    idle, used = await pool.take(), await pool.take()
    await pool.give_back(idle)
    await pool.close()
    assert pool.closed() == [True, True]
    await pool.give_back(used)
    assert await pool.take() not in (idle, used)


@pytest.mark.anyio
@pytest.mark.parametrize("timeout_of_pool", [{}, {"pool": None}])
async def test_a_call_that_waits_gets_the_next_free_connection(clock: FakeClock, timeout_of_pool: Any) -> None:
    pool = PoolOf("async")
    taken = [await pool.take() for _ in range(3)]
    found: list[Any] = []

    async def wait() -> None:
        found.append(await pool.take(**timeout_of_pool))

    async with anyio.create_task_group() as group:
        group.start_soon(wait)
        await anyio.wait_all_tasks_blocked()
        assert found == []
        await pool.give_back(taken[1])
    assert found == [taken[1]]


@pytest.mark.anyio
async def test_a_connection_is_given_up_without_io(clock: FakeClock) -> None:
    pool = PoolOf("async")
    for _ in range(5):
        pool.pool.forget(await pool.take(pool=0.0))
    for _ in range(3):
        await pool.give_back(await pool.take(pool=0.0))
    assert pool.closed()[:5] == [False] * 5  # its socket is closed elsewhere
    assert len(pool.maker.made) == 6


@pytest.mark.anyio
async def test_a_connection_is_closed_though_its_task_was_cancelled(clock: FakeClock) -> None:
    pool = PoolOf("async")
    connection = await pool.take()
    with anyio.CancelScope() as scope:
        scope.cancel()
        await pool.discard(connection)
    assert pool.closed() == [True]


def test_a_wait_for_a_connection_of_the_sync_client_ends_when_the_call_is_interrupted(clock: FakeClock) -> None:
    pool = connections._Pool(Maker())  # type: ignore[arg-type]
    request = SimpleNamespace(url=httpx.URL("http://a.test"), extensions={"timeout": {"pool": 60.0}})
    for _ in range(3):
        pool.take(request)
    interrupt = Interrupt()
    interrupt.interrupt("closed")
    with interrupt.running(), pytest.raises(httpx.PoolTimeout):
        pool.take(request)


def test_a_wait_of_the_sync_client_takes_as_long_as_its_timeout(clock: FakeClock) -> None:
    waits: list[float] = []

    class NoPermits:
        def get_nowait(self) -> None:
            raise Empty

        def get(self, timeout: float) -> None:
            waits.append(round(timeout, 3))
            clock.now += timeout
            raise Empty

    pool = connections._Pool(Maker())  # type: ignore[arg-type]
    pool._permits = NoPermits()  # type: ignore[assignment]
    request = SimpleNamespace(url=httpx.URL("http://a.test"), extensions={"timeout": {"pool": 0.25}})
    with pytest.raises(httpx.PoolTimeout):
        pool.take(request)
    assert waits == [0.1, 0.1, 0.05]


def test_a_wait_of_the_sync_client_ends_with_a_connection_that_another_thread_gives_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pool = connections._Pool(Maker())  # type: ignore[arg-type]
    monkeypatch.setattr(connections, "MAX_CONNECTIONS", 1)
    while pool._permits.qsize() > 1:
        pool._permits.get()
    request = SimpleNamespace(url=httpx.URL("http://a.test"), extensions={"timeout": {"pool": None}})
    taken = pool.take(request)

    class Permits:
        """Gives the connection back once somebody waits for it, and fails at a wait that has no end."""

        def __init__(self, permits: Any) -> None:
            self.permits = permits

        def __getattr__(self, name: str) -> Any:
            return getattr(self.permits, name)

        def get(self, timeout: float) -> None:
            assert timeout == 0.1
            taken.release()
            self.permits.get(timeout=timeout)

    pool._permits = Permits(pool._permits)  # type: ignore[assignment]
    assert pool.take(request) is taken


# What a transport does with them


class Stream:
    """The body of a response, or its connection."""

    def __init__(self) -> None:
        self.closed = 0

    def close(self) -> None:
        self.closed += 1

    def get_extra_info(self, name: str) -> Any:
        return self if name == "socket" else None


def answered(transport: Any, response: Any) -> Any:
    """Let a transport take a response from a connection that never was."""
    connection = SimpleNamespace(
        transport=SimpleNamespace(handle_request=lambda request: response),
        discard=lambda: None,
        release=lambda: None,
    )
    transport._pool.take = lambda request: connection
    transport.handle_request(None)
    return connection


def test_the_connection_of_a_response_can_be_shut_down(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[Any] = []
    monkeypatch.setattr(connections, "shut_down", ended.append)
    stream = Stream()
    response = httpx.Response(200, stream=httpx.ByteStream(b""), extensions={"network_stream": stream})
    connection = answered(Connections(HTTPX), response)
    assert connection.stream is stream
    assert isinstance(response.stream, httpx.SyncByteStream)
    held = connections._Connection(None, ORIGIN, None)  # type: ignore[arg-type]
    held.shut_down()
    held.stream = stream
    held.shut_down()
    assert ended == [stream]


@pytest.mark.anyio
async def test_a_response_of_the_async_client_gives_its_connection_up_when_it_is_dropped() -> None:
    transport = AsyncConnections(HTTPX)
    pool = await transport._pools.here()
    response = httpx.Response(200, stream=httpx.ByteStream(b"abc"))

    async def answer(request: Any) -> Any:
        assert str(request.url) == "http://a.test"
        return response

    connection = async_connections._Connection(pool, ORIGIN, SimpleNamespace(handle_async_request=answer))
    pool._idle.append(connection)
    await transport.handle_async_request(httpx.Request("GET", "http://a.test"))
    assert connection in pool._in_use
    assert [chunk async for chunk in response.stream] == [b"abc"]  # type: ignore[union-attr]
    response.extensions[DROP]()
    response.extensions[DROP]()
    assert connection not in pool._in_use
    await response.stream.aclose()  # type: ignore[union-attr]
    await transport.aclose()


def test_a_forked_process_gets_a_pool_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    transport = Connections(HTTPX)
    before = transport._pool
    monkeypatch.setattr(connections.os, "getpid", lambda: -1)

    def refuse(pool: Any, request: Any) -> Any:
        raise ConfigurationError("no connection")

    monkeypatch.setattr(connections._Pool, "take", refuse)
    for _ in range(2):
        with pytest.raises(ConfigurationError):
            transport.handle_request(None)
        assert before.closed
        assert transport._pool is not before
        assert transport._pool.process == -1
