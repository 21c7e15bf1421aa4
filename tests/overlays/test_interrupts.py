"""Blocking calls that another thread ends, whatever they wait for: `close()` of their stream, or of the client."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from types import SimpleNamespace
from typing import Any

import anyio
import anyio.lowlevel
import httpcore
import httpcore2
import httpx
import httpx2
import pytest

from quant_ai import ConnectionFailedError, QuantAI, QuantAIError, StreamIncompleteError
from quant_ai.http import connections, deadlines
from quant_ai.http.connects import Connect
from quant_ai.http.interrupts import Interrupt, current_interrupt, shut_down_response, step_ends_by

from .support.clients import sync_client
from .support.http_kinds import WORDS, client_of_kind, loop_of
from .support.operations import GET, TO_GET
from .support.raw_server import STREAM_HEAD, Connection, reply, serving, streaming
from .support.streams import content, open_stream, open_sync_stream

BODY = 8_000_000
"""Bytes that no socket takes without a reader."""


class Step:
    """What a call waits for: where it goes, and when it has come to wait."""

    def __init__(self) -> None:
        self.url = ""
        self.reached, self.over = threading.Event(), threading.Event()
        self.text = "Hello"

    def wait(self, *_: Any, **__: Any) -> Any:
        self.reached.set()
        self.over.wait(30)
        raise OSError("too late")

    def serve(self, script: Callable[[Connection], object]) -> Iterator[None]:
        def reaching(connection: Connection) -> None:
            script(connection)
            self.reached.set()
            connection.until_closed()

        with serving(reaching) as server:
            self.url = server.url
            yield


def look_up(step: Step, patch: pytest.MonkeyPatch) -> Iterator[None]:
    patch.setattr(deadlines.socket, "getaddrinfo", step.wait)
    step.url = "http://api.test"
    yield


def connect(step: Step, patch: pytest.MonkeyPatch) -> Iterator[None]:
    for core in (httpcore, httpcore2):
        patch.setattr(core.SyncBackend, "connect_tcp", step.wait)
    step.url = "http://127.0.0.1:9"
    yield


def handshake(step: Step, _: pytest.MonkeyPatch) -> Iterator[None]:
    for _ in step.serve(lambda connection: connection.socket.recv(1)):
        step.url = step.url.replace("http:", "https:")
        yield


def sending(step: Step, _: pytest.MonkeyPatch) -> Iterator[None]:
    def read_no_more(connection: Connection) -> None:
        connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.socket.recv(1)
        step.reached.set()
        step.over.wait(30)

    step.text = "a" * BODY
    yield from step.serve(read_no_more)


def head(step: Step, _: pytest.MonkeyPatch) -> Iterator[None]:
    yield from step.serve(Connection.read)


def pause(step: Step, _: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(connection: Connection) -> None:
        connection.read()
        connection.send(reply(b"", 503, headers={"Retry-After": "30"}))

    yield from step.serve(refuse)


def error_body(step: Step, _: pytest.MonkeyPatch) -> Iterator[None]:
    def begin(connection: Connection) -> None:
        connection.read()
        connection.send(b"HTTP/1.1 404 No\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{")

    yield from step.serve(begin)


def error_body_without_length(step: Step, _: pytest.MonkeyPatch) -> Iterator[None]:
    def begin(connection: Connection) -> None:
        connection.read()
        connection.send(b"HTTP/1.0 404 No\r\nContent-Type: application/json\r\n\r\n{}")

    yield from step.serve(begin)


STEPS = [look_up, connect, handshake, sending, head, pause, error_body, error_body_without_length]


@contextmanager
def waiting(
    step: Step, call: Callable[[QuantAI], object], client: QuantAI
) -> Iterator[tuple[threading.Thread, list[BaseException]]]:
    """Make a call in a thread until it waits for a step."""
    errors: list[BaseException] = []

    def work() -> None:
        try:
            call(client)
        except QuantAIError as error:
            errors.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert step.reached.wait(10)
    yield thread, errors
    thread.join(10)
    assert not thread.is_alive()
    step.over.set()


@pytest.mark.parametrize("wait_for", STEPS)
@pytest.mark.parametrize("word", [None, "httpx2", httpx.Client, httpx2.Client])
def test_closing_a_stream_ends_its_opening(wait_for: Any, word: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    step = Step()
    with contextmanager(wait_for)(step, monkeypatch):
        http_client = word(trust_env=False) if callable(word) else word
        with sync_client(step.url, http_client=http_client, timeout=60) as client:
            message: Any = {"role": "user", "content": step.text}
            stream = client.chat.stream(model_id="m", messages=[message])
            with waiting(step, lambda _: next(stream), client) as (_, errors):
                stream.close()
            assert [type(error) for error in errors] == [StreamIncompleteError]
            with pytest.raises(StreamIncompleteError, match="closed or failed to open"):
                next(stream)
        if callable(word):
            http_client.close()


@pytest.mark.parametrize("wait_for", STEPS)
@pytest.mark.parametrize("word", [None, "httpx2"])
def test_closing_the_client_ends_the_calls_of_other_threads(
    wait_for: Any, word: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = Step()

    def call(client: QuantAI) -> None:
        message: Any = {"role": "user", "content": step.text}
        client.chat.send(model_id="m", messages=[message])

    with contextmanager(wait_for)(step, monkeypatch):
        client = sync_client(step.url, http_client=word, timeout=60)
        with waiting(step, call, client) as (_, errors):
            client.close()
        assert [type(error) for error in errors] == [ConnectionFailedError]
        assert "was ended: the client was closed meanwhile" in str(errors[0])


@pytest.mark.parametrize("kind", [kind for kind in WORDS if not kind.startswith("sync")])
@pytest.mark.parametrize("wait_for", [head, error_body])
def test_closing_the_async_client_ends_the_calls_of_other_tasks(
    kind: str, wait_for: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = Step()

    async def call(client: Any) -> None:
        with pytest.raises(ConnectionFailedError, match="was ended: the client was closed meanwhile"):
            await client._caller.call(GET, TO_GET)  # which would be sent again after any other loss

    async def main() -> None:
        async with client_of_kind(kind, step.url, timeout=60) as client, anyio.create_task_group() as group:
            group.start_soon(call, client)
            await anyio.to_thread.run_sync(step.reached.wait, 10)
            await client.close()

    with contextmanager(wait_for)(step, monkeypatch):
        anyio.run(main, backend=loop_of(kind))


@pytest.mark.parametrize("kind", [kind for kind in WORDS if not kind.startswith("sync")])
@pytest.mark.parametrize("streamed", [True, False])
def test_closing_the_async_client_ends_the_reads_of_other_tasks(kind: str, streamed: bool) -> None:
    def begin(connection: Connection) -> None:
        connection.read()
        connection.send(STREAM_HEAD if streamed else b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
        connection.until_closed()

    async def read(client: Any) -> None:
        with pytest.raises(StreamIncompleteError if streamed else ConnectionFailedError):
            if streamed:
                await anext(open_stream(client))
            else:
                await client._caller.call(GET, TO_GET)

    async def main(url: str) -> None:
        async with client_of_kind(kind, url, timeout=60) as client, anyio.create_task_group() as group:
            opened = anyio.Event()
            send = client._transport.client.send_async

            async def sent(request: Any) -> Any:
                response = await send(request)
                opened.set()
                return response

            client._transport.client.send_async = sent
            group.start_soon(read, client)
            await opened.wait()
            for _ in range(5):  # until it waits for the body
                await anyio.lowlevel.checkpoint()
            await client.close()

    with serving(begin) as server:
        anyio.run(main, server.url, backend=loop_of(kind))


def test_closing_a_stream_ends_its_wait_for_a_free_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MAX_CONNECTIONS", 1)
    step = Step()
    with serving(streaming(content("a"), end=False)) as server, sync_client(server.url) as client:
        first, second = open_sync_stream(client), open_sync_stream(client)
        next(first)
        get = connections._Pool._get_permit
        monkeypatch.setattr(connections._Pool, "_get_permit", lambda *args: (step.reached.set(), get(*args))[1])
        with waiting(step, lambda _: next(second), client) as (_, errors):
            second.close()
        assert [type(error) for error in errors] == [StreamIncompleteError]
        assert first.snapshot.response.content == "a"


class Late:
    """A connection that comes when nobody waits for it any more."""

    def __init__(self) -> None:
        self.closed = threading.Event()

    def close(self) -> None:
        self.closed.set()


@pytest.mark.parametrize("interrupted", [True, False])
def test_a_connection_that_comes_too_late_is_closed(interrupted: bool) -> None:
    begun, go_on, late, interrupt = threading.Event(), threading.Event(), Late(), Interrupt()

    def connector(address: str, seconds: float | None) -> Late:
        begun.set()
        assert go_on.wait(10)
        return late

    class Impatient(SimpleQueue[Any]):
        def get(self, block: bool = True, timeout: float | None = None) -> Any:
            assert begun.wait(10)
            raise Empty

    connect = Connect(connector, httpcore, "127.0.0.1", 80, 30)
    if not interrupted:
        connect._ended = Impatient()
    ender = threading.Thread(target=lambda: begun.wait(10) and interrupted and interrupt.interrupt("the end"))
    ender.start()
    with interrupt.running(), pytest.raises(httpcore.ConnectError if interrupted else httpcore.ConnectTimeout):
        connect.result()
    assert not late.closed.is_set()
    go_on.set()
    assert late.closed.wait(10)
    ender.join()


def test_a_connection_that_came_at_the_last_moment_is_closed() -> None:
    late, interrupt = Late(), Interrupt()
    connect = Connect(lambda *_: late, httpcore, "127.0.0.1", 80, 30)
    interrupt.interrupt("the end")
    with interrupt.running(), pytest.raises(httpcore.ConnectError):
        connect.result()
    connect.join()
    assert late.closed.wait(10)


class WithSocket:
    """A connection of httpcore, and the response on it."""

    def __init__(self, connection: socket.socket | None, version: str = "HTTP/1.1") -> None:
        self.connection, self.http_version = connection, version
        self.extensions = {"network_stream": self}

    def get_extra_info(self, name: str) -> Any:
        return {"socket": self.connection}[name]


def test_only_a_connection_that_carries_one_call_is_shut_down() -> None:
    one, other = socket.socketpair()
    with one, other:
        other.setblocking(False)
        shut_down_response(WithSocket(one, "HTTP/2"))
        with pytest.raises(BlockingIOError):
            other.recv(1)
        shut_down_response(WithSocket(one))
        assert other.recv(1) == b""
        shut_down_response(WithSocket(None))
        shut_down_response(SimpleNamespace(extensions={}))


def test_an_interrupt_ends_a_step_that_begins_after_it() -> None:
    interrupt, ended = Interrupt(), list[str]()
    step_ends_by(lambda: ended.append("no call"))
    assert current_interrupt() is None
    with interrupt.running():
        interrupt.interrupt("it was closed")
        interrupt.interrupt("later")
        step_ends_by(lambda: ended.append("begun"))
        interrupt.sleep(30)
        assert current_interrupt() is interrupt
    assert ended == ["begun"]
    assert interrupt.reason == "it was closed"


def test_a_step_that_is_over_is_not_ended() -> None:
    interrupt, ended = Interrupt(), list[str]()
    with interrupt.running():
        step_ends_by(lambda: ended.append("first"))
        step_ends_by(None)
        step_ends_by(lambda: ended.append("last"))
    interrupt.interrupt("it was closed")
    assert ended == []
