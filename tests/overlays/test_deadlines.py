"""Deadlines of the sync client's connections: look-ups, several addresses and writes all end with the call."""

from __future__ import annotations

import socket
import threading
from typing import Any

import httpcore
import pytest

from quant_ai import Clock, DeadlineError
from quant_ai.http import deadlines
from quant_ai.http.deadlines import ReadDeadline, _DeadlineBackend, _DeadlineStream

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


def test_a_timeout_without_a_deadline_is_passed_on() -> None:
    clock = FakeClock()
    peer = SlowReader(clock)
    _DeadlineStream(peer, httpcore).write(b"x" * 1_000_000, 5.0)
    assert peer.sent == [(1_000_000, 5.0)]
