"""The client's own connections: who gets which, and that none is lost, mixed up or left waiting."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import threading
from typing import Any

import anyio
import anyio.lowlevel
import httpcore
import httpcore2
import httpx
import httpx2
import pytest

from quant_ai import ConnectionFailedError, StreamIncompleteError, TimedOutError
from quant_ai.http import async_connections, connections, deadlines
from quant_ai.http.deadlines import enforce_deadlines
from quant_ai.http.libraries import HTTPX, HTTPX2, HttpLibrary
from quant_ai.http.surplus import has_surplus

from .support.calls import OK
from .support.clients import sync_client
from .support.clock import FakeClock
from .support.connection_calls import get, left_open, run, silent_after_one
from .support.http_kinds import KINDS, WORDS
from .support.operations import GET, POST, TO_GET, TO_POST
from .support.raw_server import Connection, reply, serving, streaming
from .support.streams import content, open_stream, open_sync_stream

by_word = pytest.mark.parametrize("kind", WORDS)
any_kind = pytest.mark.parametrize("kind", KINDS)
ASYNC_WORDS = [kind for kind in WORDS if not kind.startswith("sync")]


@any_kind
def test_calls_one_after_another_share_a_connection(kind: str) -> None:
    async def use(client: Any) -> None:
        for _ in range(5):
            await get(client)

    with serving(OK) as server:
        run(kind, use, server.url)
        assert (server.connections, len(server.requests)) == (1, 5)


@pytest.mark.parametrize("kind", ASYNC_WORDS)
def test_as_many_connections_are_open_as_calls_run_at_the_same_time(kind: str) -> None:
    async def use(client: Any) -> None:
        for _ in range(3):
            async with anyio.create_task_group() as group:
                for _ in range(8):
                    group.start_soon(get, client)

    with serving(OK) as server:
        run(kind, use, server.url)
        assert server.connections <= 8


@any_kind
def test_a_connection_that_the_server_has_closed_is_replaced_without_a_loss(kind: str) -> None:
    closed = threading.Event()

    def once(connection: Connection) -> None:
        connection.read()
        connection.send(reply(b'{"ok":true}'))
        connection.socket.close()
        closed.set()

    async def use(client: Any) -> None:
        for _ in range(3):
            assert await client._caller.call(POST, TO_POST) == {"ok": True}
            assert closed.wait(5)
            closed.clear()
            for _ in range(3):  # the event loop has to see it before the next call, as it does in a program
                await anyio.lowlevel.checkpoint()

    with serving(once) as server:
        run(kind, use, server.url, clock=FakeClock())
        assert len(server.requests) == 3


@any_kind
def test_surplus_bytes_of_a_reply_do_not_answer_the_next_call(kind: str) -> None:
    def smuggles(connection: Connection) -> None:
        connection.read()
        connection.send(reply(b'{"mine":1}') + reply(b'{"smuggled":1}'))
        connection.until_closed()

    async def use(client: Any) -> Any:
        return await get(client), await get(client.with_options(organisation="other"))

    with serving(smuggles, OK) as server:
        assert run(kind, use, server.url) == ({"mine": 1}, {"ok": True})


@by_word
def test_a_connection_whose_call_failed_is_closed(kind: str) -> None:
    def cuts(connection: Connection) -> None:
        connection.read()
        connection.send(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n"
        )
        connection.until_closed()

    async def use(client: Any) -> Any:
        with contextlib.suppress(ConnectionFailedError):
            await client._caller.call(POST, TO_POST)
        return await get(client)

    with serving(cuts, OK) as server:
        assert run(kind, use, server.url) == {"ok": True}
        assert server.closed_by_peer.wait(5)


async def elsewhere(client: Any, url: str) -> None:
    """Send a request to another host, as uploads to presigned URLs are."""
    await client.with_options(base_url=url)._caller.call(GET, TO_GET)


OWN = [kind for kind in WORDS if "aiohttp" not in kind]  # aiohttp has a timer for this


@pytest.mark.parametrize("kind", OWN)
def test_unused_connections_to_every_host_are_closed_after_a_while(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = FakeClock()
    for module in (connections, async_connections):
        monkeypatch.setattr(module, "monotonic", lambda: clock.now)

    async def use(client: Any) -> None:
        await elsewhere(client, other.url)
        clock.now += 4
        await get(client)
        assert other.connections == 1
        assert not other.closed_by_peer.is_set()
        clock.now += 4
        await get(client)
        assert other.closed_by_peer.wait(5)

    with serving(OK) as server, serving(silent_after_one) as other:
        run(kind, use, server.url)
        assert server.connections == 1


@pytest.mark.usefixtures("few_connections")
@pytest.mark.parametrize("kind", OWN)
def test_connections_to_many_hosts_have_one_bound(kind: str) -> None:
    async def use(client: Any) -> None:
        for each in hosts:
            await elsewhere(client, each.url)
        for each in hosts[:2]:
            assert each.closed_by_peer.wait(5)
        assert not any(each.closed_by_peer.is_set() for each in hosts[2:])
        await elsewhere(client, hosts[2].url)
        await elsewhere(client, hosts[3].url)

    with contextlib.ExitStack() as stack:
        hosts = [stack.enter_context(serving(keeping_open)) for _ in range(4)]
        run(kind, use, hosts[0].url)
        assert [each.connections for each in hosts] == [1, 1, 1, 1]


def keeping_open(connection: Connection) -> None:
    while connection.read() is not None:
        connection.send(reply(b'{"ok":true}'))
    connection.server.closed_by_peer.set()


# Cancellation, interrupts, dropped streams


@pytest.fixture
def few_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MAX_CONNECTIONS", 2)
    monkeypatch.setattr(async_connections, "MAX_CONNECTIONS", 2)


@left_open  # anyio before 4.11 leaves a socket whose connect was cancelled to the collector
@pytest.mark.usefixtures("few_connections")
@pytest.mark.parametrize("kind", ["asyncio httpx", "asyncio httpx2", "trio httpx", "trio httpx2"])
@pytest.mark.parametrize("steps", range(12))
def test_cancelled_calls_do_not_wear_out_the_connections(kind: str, steps: int) -> None:
    async def cancelled(client: Any) -> None:
        with anyio.CancelScope() as scope:

            async def later() -> None:
                for _ in range(steps):
                    await anyio.lowlevel.checkpoint()
                scope.cancel()

            async with anyio.create_task_group() as group:
                group.start_soon(later)
                await get(client)

    async def use(client: Any) -> Any:
        for _ in range(6):
            await cancelled(client)
        return await get(client)

    with serving(OK) as server:
        assert run(kind, use, server.url, timeout=5) == {"ok": True}
    gc.collect()  # here, where its warning is expected, and not in a later test


@pytest.mark.usefixtures("few_connections")
@pytest.mark.parametrize("kind", [kind for kind in WORDS if "aiohttp" not in kind])  # which counts its own
def test_a_call_waits_for_a_free_connection_no_longer_than_its_timeout(kind: str) -> None:
    async def use(client: Any) -> None:
        async with contextlib.AsyncExitStack() as stack:
            for _ in range(2):
                await stack.enter_async_context(open_stream(client))
            with pytest.raises(TimedOutError, match="free connection"):
                await get(client.with_options(timeout=httpx.Timeout(5, pool=0.05), max_retries=0))

    with serving(streaming(content("a"), end=False)) as server:
        run(kind, use, server.url)


@left_open  # trio warns of each generator that is dropped
@pytest.mark.usefixtures("few_connections")
@pytest.mark.parametrize("kind", ["asyncio httpx", "trio httpx", "trio httpx2"])
def test_streams_that_are_entered_and_dropped_give_up_their_connections(kind: str) -> None:
    async def use(client: Any) -> None:
        for _ in range(4):
            stream = open_stream(client)
            await anext(stream)
            del stream
            gc.collect()
            for _ in range(10):
                await anyio.lowlevel.checkpoint()

    with serving(streaming(content("a"), end=False)) as server:
        run(kind, use, server.url, timeout=5)
        assert server.closed_by_peer.wait(5)
    gc.collect()


@pytest.mark.usefixtures("few_connections")
@pytest.mark.parametrize("word", [None, "httpx2"])
@pytest.mark.parametrize("where", ["connect_tcp", "write", "read", "close"])
def test_interrupts_do_not_wear_out_the_connections(word: Any, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = deadlines._DeadlineBackend if where == "connect_tcp" else deadlines._DeadlineStream
    real = getattr(owner, where)
    interrupted = True

    def interrupt(*args: Any, **options: Any) -> Any:
        if interrupted:
            if where == "close":
                real(*args)
            raise KeyboardInterrupt
        return real(*args, **options)

    monkeypatch.setattr(owner, where, interrupt)
    with serving(OK) as server, sync_client(server.url, http_client=word, timeout=5) as client:
        for _ in range(6):
            with contextlib.suppress(KeyboardInterrupt):
                client._caller.call(GET, TO_GET)
        interrupted = False
        assert client._caller.call(GET, TO_GET) == {"ok": True}


class Cycle:
    """What holds a stream in a reference cycle."""

    def __init__(self, stream: Any) -> None:
        self.stream, self.me = stream, self


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.startswith("sync")])
def test_a_stream_dropped_in_a_cycle_blocks_nothing(kind: str) -> None:
    """The collector finds it in the middle of another call, while a pool's lock may be held."""
    done = threading.Event()

    def work(url: str) -> None:
        async def use(client: Any) -> None:
            for _ in range(40):
                stream = open_sync_stream(client._value)
                next(stream)
                Cycle(stream)
                del stream

        threshold = gc.get_threshold()
        gc.set_threshold(1)
        try:
            run(kind, use, url, timeout=5)
        finally:
            gc.set_threshold(*threshold)
        done.set()

    with serving(streaming(content("a"), end=False)) as server:
        threading.Thread(target=work, args=(server.url,), daemon=True).start()
        assert done.wait(60)


# What is private


@pytest.mark.parametrize(("library", "http", "core"), [(HTTPX, httpx, httpcore), (HTTPX2, httpx2, httpcore2)])
def test_the_private_names_of_httpx_that_this_package_uses_are_there(
    library: HttpLibrary, http: Any, core: Any
) -> None:
    """Without them a bound is lost, unseen: the deadline of reads and writes, the check for surplus bytes."""
    transport = http.HTTPTransport()
    enforce_deadlines(transport, library)
    assert type(transport._pool._network_backend).__name__ == "_DeadlineBackend"
    with serving(OK) as server, http.Client(transport=transport) as client:
        client.get(server.url)
        (connection,) = transport._pool.connections
        assert connection._connection._h11_state.trailing_data == (b"", False)
        assert has_surplus(transport) is False
    for client in (http.Client(), http.AsyncClient()):
        assert client._transport._pool.connections == []
        assert isinstance(client._mounts, dict)
        client.event_hooks = {"request": [], "response": []}
        client.cookies = None


def test_the_private_names_of_aiohttp_that_this_package_uses_are_there() -> None:
    import aiohttp

    async def main() -> None:
        async with aiohttp.ClientSession() as session:
            assert session._retry_connection is True

    asyncio.run(main())


def test_a_connection_that_cannot_be_checked_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert has_surplus(object()) is True


def test_closing_the_client_ends_the_read_of_another_thread() -> None:
    reading, ended = threading.Event(), threading.Event()

    def read(client: Any) -> None:
        stream = open_sync_stream(client)
        next(stream)
        reading.set()
        with pytest.raises(StreamIncompleteError):
            next(stream)
        ended.set()

    with serving(streaming(content("a"), end=False)) as server:
        client = sync_client(server.url)
        threading.Thread(target=read, args=(client,), daemon=True).start()
        assert reading.wait(5)
        client.close()
        assert ended.wait(5)
