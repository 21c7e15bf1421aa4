"""Event loops, threads and processes do not share connections."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
from typing import Any

import httpx
import pytest

from quant_ai import ConfigurationError, StreamIncompleteError

from .support.calls import OK
from .support.clients import async_client, sync_client
from .support.connection_calls import left_open, silent_after_one
from .support.http_kinds import USERS
from .support.operations import GET, POST, TO_GET, TO_POST
from .support.raw_server import STREAM_HEAD, Connection, chunk, reply, serving
from .support.streams import DONE, content, open_sync_stream


@pytest.mark.parametrize("word", [None, "httpx2", "aiohttp"])
def test_a_second_event_loop_has_connections_of_its_own(word: Any) -> None:
    with serving(OK) as server:
        client = async_client(server.url, http_client=word, max_retries=0)

        async def twice() -> None:
            assert await client._caller.call(POST, TO_POST) == {"ok": True}
            assert await client._caller.call(POST, TO_POST) == {"ok": True}

        for _ in range(3):
            asyncio.run(twice())
        assert (server.connections, len(server.requests)) == (3, 6)


def test_connections_are_closed_when_their_event_loop_ends() -> None:
    with serving(silent_after_one) as server:
        client = async_client(server.url)

        async def once() -> None:
            await client._caller.call(GET, TO_GET)

        asyncio.run(once())
        assert server.closed_by_peer.wait(5)


def test_threads_with_an_event_loop_each_share_one_client() -> None:
    with serving(OK) as server:
        client = async_client(server.url)
        found: list[Any] = []

        async def some() -> None:
            for _ in range(20):
                found.append(await client._caller.call(GET, TO_GET))

        threads = [threading.Thread(target=lambda: asyncio.run(some())) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [{"ok": True}] * 80


@left_open
@pytest.mark.parametrize("kind", [kind for kind in USERS if kind.startswith("asyncio")])
def test_the_users_client_is_refused_in_a_second_event_loop_before_anything_is_sent(kind: str) -> None:
    def use(server: Any) -> None:
        mine = USERS[kind](trust_env=False)
        client = async_client(server.url, http_client=mine)

        async def once() -> None:
            await client._caller.call(POST, TO_POST)

        asyncio.run(once())
        with pytest.raises(ConfigurationError, match="event loop"):
            asyncio.run(once())

    with serving(OK) as server:
        use(server)
        assert len(server.requests) == 1
    gc.collect()  # the user's client, whose event loop can no longer close it


def test_a_mock_transport_of_the_user_works_in_every_event_loop() -> None:
    mine = httpx.AsyncClient(transport=httpx.MockTransport(lambda request: httpx.Response(200, json={})))
    client = async_client("http://x", http_client=mine)

    async def once() -> Any:
        return await client._caller.call(GET, TO_GET)

    assert [asyncio.run(once()) for _ in range(2)] == [{}, {}]


def naming(connection: Connection) -> None:
    """Answer with the path of the request."""
    while (request := connection.read()) is not None:
        connection.send(reply(b'{"name":"%s"}' % request.headers["x-name"].encode()))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.parametrize("word", [None, "httpx2"])
def test_a_forked_process_has_connections_of_its_own(word: Any) -> None:
    with serving(naming) as server, sync_client(server.url, http_client=word, timeout=5) as client:

        def names(who: str) -> list[Any]:
            named = client.with_options(headers={"X-Name": who})
            return [named._caller.call(GET, TO_GET)["name"] for _ in range(30)]

        names("warm")
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.write(writer, b"yes" if set(names("child")) == {"child"} else b"no")
            finally:
                os._exit(0)
        assert set(names("parent")) == {"parent"}
        os.waitpid(child, 0)
        assert os.read(reader, 9) == b"yes"
        os.close(reader)
        os.close(writer)
        assert server.connections == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.parametrize("word", [None, "httpx2"])
def test_a_forked_process_does_not_read_its_parents_stream(word: Any) -> None:
    forked = threading.Event()

    def service(connection: Connection) -> None:
        connection.read()
        connection.send(STREAM_HEAD + chunk(content("Hel")))
        forked.wait(9)
        connection.send(chunk(content("lo")) + chunk(DONE) + chunk(b""))

    with serving(service) as server, sync_client(server.url, http_client=word, timeout=5) as client:
        stream = open_sync_stream(client)
        next(stream)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                next(stream)
            except StreamIncompleteError as error:
                os.write(writer, str(error).encode())
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        forked.set()
        assert "belongs to the process that this one was forked from" in os.read(reader, 999).decode()
        assert stream.final().response.content == "Hello"
        os.close(reader)
        os.close(writer)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_the_users_client_is_refused_after_a_fork_if_it_has_connections() -> None:
    with serving(OK) as server, httpx.Client(trust_env=False) as mine:
        client = sync_client(server.url, http_client=mine)
        client._caller.call(GET, TO_GET)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                client._caller.call(GET, TO_GET)
            except ConfigurationError as error:
                os.write(writer, str(error).encode())
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        assert b"forked" in os.read(reader, 999)
        os.close(reader)
        os.close(writer)
        assert client._caller.call(GET, TO_GET) == {"ok": True}
