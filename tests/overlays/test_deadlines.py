"""Deadlines of the sync client's connections: look-ups, several addresses and writes all end with the call."""

from __future__ import annotations

import socket
import ssl
import threading
from typing import Any

import httpcore
import pytest

from quant_ai import Clock, DeadlineError
from quant_ai.http import deadlines
from quant_ai.http.deadlines import ReadDeadline, _DeadlineBackend, _DeadlineStream, enforce_deadlines
from quant_ai.http.interrupts import Interrupt
from quant_ai.http.libraries import HTTPX, HTTPX2, HttpLibrary

from .support.calls import OK
from .support.clients import sync_client
from .support.clock import FakeClock
from .support.operations import GET, TO_GET
from .support.raw_server import serving

NAMES = ["127.0.0.2", "127.0.0.3", "::1", "127.0.0.4"]


@pytest.mark.parametrize("word", [None, "httpx2"])
def test_a_look_up_without_an_answer_ends_with_the_deadline(word: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()

    def silent(*_: Any, **__: Any) -> Any:
        answered.wait(30)
        raise socket.gaierror("too late")

    monkeypatch.setattr(deadlines.socket, "getaddrinfo", silent)
    with sync_client("http://api.test", http_client=word, deadline=0.2) as client, pytest.raises(DeadlineError):
        client._caller.call(GET, TO_GET)
    assert not answered.is_set()
    answered.set()


def test_a_host_with_a_dead_address_is_reached_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(OK) as server:
        found = [
            (socket.AF_INET, socket.SOCK_STREAM, 0, "", (name, server.port)) for name in ("127.9.9.9", "127.0.0.1")
        ]
        monkeypatch.setattr(deadlines.socket, "getaddrinfo", lambda *_, **__: found)
        with sync_client(f"http://api.test:{server.port}") as client:
            assert client._caller.call(GET, TO_GET) == {"ok": True}


class DeadNetwork:
    """A network on which no address answers. It records the time that each address was given."""

    def __init__(self) -> None:
        self.given: list[tuple[str, float]] = []

    def connect_tcp(self, host: str, port: int, timeout: float, *_: Any) -> Any:
        self.given.append((host, timeout))
        raise httpcore.ConnectTimeout("dead")


def test_all_addresses_of_a_host_share_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (name, 80)) for name in NAMES]
    monkeypatch.setattr(deadlines.socket, "getaddrinfo", lambda *_, **__: found)
    network, clock = DeadNetwork(), Clock()
    backend = _DeadlineBackend(network, httpcore)
    with pytest.raises(httpcore.ConnectTimeout):
        backend.connect_tcp("api.test", 80, ReadDeadline(8.0, clock, clock.monotonic() + 8.0))
    assert [host for host, _ in network.given] == NAMES
    assert [round(seconds) for _, seconds in network.given] == [2, 3, 4, 8]  # each leaves enough for those after it


class SlowReader:
    """A connection whose peer takes a second for each piece."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.sent: list[tuple[int, float]] = []

    def write(self, buffer: Any, timeout: float) -> None:
        self.sent.append((len(buffer), timeout))
        self.clock.now += 1


def test_a_write_looks_at_the_deadline_between_its_pieces() -> None:
    clock = FakeClock()
    peer = SlowReader(clock)
    with pytest.raises(httpcore.WriteTimeout):
        _DeadlineStream(peer, httpcore).write(b"x" * 1_000_000, ReadDeadline(60.0, clock, clock.now + 3))
    assert [seconds for _, seconds in peer.sent] == [3, 2, 1]
    assert all(size <= 16384 for size, _ in peer.sent)


def test_the_pieces_of_a_write_are_all_that_was_given() -> None:
    clock = FakeClock()
    peer = Recording()
    data = bytes(range(256)) * 150
    _DeadlineStream(peer, httpcore).write(data, ReadDeadline(60.0, clock, clock.now + 3))
    assert b"".join(piece for _, piece, _ in peer.calls) == data
    assert len(peer.calls) == 3


def test_a_timeout_without_a_deadline_is_passed_on() -> None:
    clock = FakeClock()
    peer = SlowReader(clock)
    _DeadlineStream(peer, httpcore).write(b"x" * 1_000_000, 5.0)
    assert peer.sent == [(1_000_000, 5.0)]


# What is passed on to httpcore


class Recording:
    """A connection or network of httpcore that records its calls, and answers each with `answer`."""

    def __init__(self, answer: Any = None, **infos: Any) -> None:
        self.answer, self.infos = answer, infos
        self.calls: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        def call(*arguments: Any) -> Any:
            self.calls.append((name, *arguments))
            return self.answer

        return call

    def get_extra_info(self, name: str) -> Any:
        return self.infos.get(name)


class Encryption:
    def __init__(self, protocol: str | None) -> None:
        self.protocol = protocol

    def selected_alpn_protocol(self) -> str | None:
        return self.protocol


def test_a_read_takes_the_time_that_is_left() -> None:
    clock = FakeClock()
    peer = Recording(b"x")
    stream = _DeadlineStream(peer, httpcore)
    assert stream.read(99, 5.0) == b"x"
    assert stream.read(99, ReadDeadline(60.0, clock, clock.now + 3)) == b"x"
    assert stream.read(99, ReadDeadline(2.0, clock, clock.now + 3)) == b"x"
    assert peer.calls == [("read", 99, 5.0), ("read", 99, 3.0), ("read", 99, 2.0)]
    clock.now += 3
    with pytest.raises(httpcore.ReadTimeout, match=r"^the deadline of this call has passed$"):
        stream.read(99, ReadDeadline(60.0, clock, clock.now))
    assert len(peer.calls) == 3


def test_a_stream_that_was_open_at_a_fork_is_not_read_in_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    peer = Recording(b"x")
    stream = _DeadlineStream(peer, httpcore)
    monkeypatch.setattr(deadlines.os, "getpid", lambda: -1)
    with pytest.raises(httpcore.ReadError, match=r"^the connection belongs to the process that this one was forked"):
        stream.read(99)
    assert not peer.calls


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("protocol", ["http/1.1", "h2", None, "no TLS"])
def test_a_tls_handshake_gets_all_it_needs(shared: bool, protocol: str | None) -> None:
    clock = FakeClock()
    encrypted = Recording(ssl_object=None if protocol == "no TLS" else Encryption(protocol), socket="one")
    peer = Recording(encrypted)
    context: Any = object()
    timeout = ReadDeadline(60.0, clock, clock.now + 3)
    stream = _DeadlineStream(peer, httpcore, shared=shared).start_tls(context, "api.test", timeout)
    assert peer.calls == [("start_tls", context, "api.test", 3.0)]
    assert stream.get_extra_info("socket") == "one"
    assert can_be_shut_down(stream) is not (shared or protocol == "h2")
    with pytest.raises(httpcore.ReadTimeout):
        stream.read(1, ReadDeadline(60.0, clock, clock.now))


def test_a_tls_handshake_can_be_interrupted() -> None:
    ours, theirs = socket.socketpair()
    interrupt = Interrupt()

    class Handshake(Recording):
        def start_tls(self, *_: Any) -> Any:
            interrupt.interrupt("closed")
            assert theirs.recv(1) == b""  # ours was shut down, by its duplicate
            return Recording()

    with ours, theirs, interrupt.running():
        stream = _DeadlineStream(Handshake(socket=ours), httpcore).start_tls(ssl.create_default_context())
        assert isinstance(stream, _DeadlineStream)
    assert ours.fileno() == -1


def can_be_shut_down(stream: Any) -> bool:
    """Whether an interrupt shuts down a connection on which a request was sent."""
    ours, theirs = socket.socketpair()
    interrupt = Interrupt()
    with ours, theirs, interrupt.running():
        stream._stream.infos["socket"] = ours
        stream.write(b"")
        interrupt.interrupt("closed")
        theirs.setblocking(False)
        try:
            return theirs.recv(1) == b""
        except BlockingIOError:
            return False


def connected(backend: Any, how: str, timeout: Any) -> _DeadlineStream:
    if how == "connect_tcp":
        return backend.connect_tcp("127.0.0.1", 81, timeout, "127.0.0.9", [(1, 2, 3)])  # type: ignore[no-any-return]
    return backend.connect_unix_socket("/a/socket", timeout, [(1, 2, 3)])  # type: ignore[no-any-return]


@pytest.mark.parametrize("how", ["connect_tcp", "connect_unix_socket"])
@pytest.mark.parametrize("shared", [False, True])
def test_a_connect_gets_all_it_needs(how: str, shared: bool) -> None:
    clock = FakeClock()
    network = Recording(Recording(b"x"))
    backend = _DeadlineBackend(network, httpcore, shared=shared)
    stream = connected(backend, how, ReadDeadline(60.0, clock, clock.now + 3))
    ((name, *arguments),) = network.calls
    expected = {
        "connect_tcp": ["127.0.0.1", 81, pytest.approx(3.0, abs=0.5), "127.0.0.9", [(1, 2, 3)]],
        "connect_unix_socket": ["/a/socket", 3.0, [(1, 2, 3)]],
    }
    assert (name, arguments) == (how, expected[how])
    assert stream.read(1) == b"x"
    assert can_be_shut_down(stream) is not shared
    with pytest.raises(httpcore.ReadTimeout):
        stream.read(1, ReadDeadline(60.0, clock, clock.now))
    with pytest.raises(httpcore.ConnectTimeout):
        connected(backend, how, ReadDeadline(60.0, clock, clock.now))


def test_connections_of_http_1_are_not_shared_by_default() -> None:
    network = Recording(Recording())
    assert can_be_shut_down(_DeadlineBackend(network, httpcore).connect_tcp("127.0.0.1", 81))
    assert can_be_shut_down(_DeadlineStream(Recording(), httpcore))


def test_a_pause_of_httpcore_is_passed_on() -> None:
    network = Recording()
    _DeadlineBackend(network, httpcore).sleep(1.5)
    assert network.calls == [("sleep", 1.5)]


class Pool:
    """As much of httpcore's pool as is read, with or without its private names."""

    def __init__(self, **names: Any) -> None:
        self.__dict__.update(names)


@pytest.mark.parametrize("library", [HTTPX, HTTPX2])
@pytest.mark.parametrize(
    ("http1", "http2", "shared"), [(True, False, False), (True, True, False), (False, True, True), (None, None, False)]
)
def test_the_connections_of_a_transport_observe_deadlines(
    library: HttpLibrary, http1: bool | None, http2: bool | None, shared: bool
) -> None:
    core: Any = library.core
    names = {} if http1 is None else {"_http1": http1, "_http2": http2}
    pool = Pool(_network_backend=core.SyncBackend(), **names)
    enforce_deadlines(Pool(_pool=pool), library)
    backend = pool._network_backend  # type: ignore[attr-defined]
    assert type(backend) is _DeadlineBackend
    backend._backend = Recording(Recording())
    assert can_be_shut_down(backend.connect_tcp("127.0.0.1", 81)) is not shared
    enforce_deadlines(Pool(_pool=pool), library)
    assert pool._network_backend is backend  # type: ignore[attr-defined]


@pytest.mark.parametrize("names", [{"_http2": True}, {"_http1": False}])
def test_connections_are_not_shared_unless_httpcore_says_so(names: dict[str, bool]) -> None:
    core: Any = HTTPX.core
    pool = Pool(_network_backend=core.SyncBackend(), **names)
    enforce_deadlines(Pool(_pool=pool), HTTPX)
    pool._network_backend._backend = Recording(Recording())  # type: ignore[attr-defined]
    assert can_be_shut_down(pool._network_backend.connect_tcp("127.0.0.1", 81))  # type: ignore[attr-defined]


@pytest.mark.parametrize("transport", [object(), Pool(_pool=None), Pool(_pool=Pool(_network_backend="their own"))])
def test_other_transports_are_left_as_they_are(transport: Any) -> None:
    before = vars(getattr(transport, "_pool", None) or Pool()).copy()
    enforce_deadlines(transport, HTTPX)
    assert vars(getattr(transport, "_pool", None) or Pool()) == before
