"""Parts of the HTTP layer, each by itself: causes of failures, connects, event loops, dropped responses, URLs."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from types import SimpleNamespace
from typing import Any

import httpcore
import httpx
import httpx2
import pytest
import trio

from quant_ai.http import connects, discarded, loop_bound
from quant_ai.http.connects import Connect
from quant_ai.http.event_loops import has_ended
from quant_ai.http.failures import bad_redirect, cause_of, connection_advice, phase_of
from quant_ai.http.interrupts import Interrupt
from quant_ai.http.loop_bound import LoopBound
from quant_ai.http.urls import UrlError, read_url


def caused(error: BaseException, *causes: BaseException) -> BaseException:
    """An exception with a chain of causes."""
    inner = error
    for each in causes:
        inner.__cause__ = each
        inner = each
    return error


# What an exception means


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (httpx.RemoteProtocolError("Invalid URL in location header: Invalid port: 'x'."), "Invalid port: 'x'."),
        (httpx.InvalidURL("Invalid port"), "Invalid port"),
        (httpx.RemoteProtocolError("cut"), None),
    ],
)
def test_a_bad_redirect_says_what_is_wrong_with_its_url(error: Exception, what: str | None) -> None:
    assert bad_redirect(error) == what


@pytest.mark.parametrize(
    ("error", "phase"),
    [
        (httpx.ConnectTimeout(""), ("connect", "connecting")),
        (httpx2.PoolTimeout(""), ("pool", "waiting for a free connection")),
        (httpx.ReadError(""), ("read", "waiting")),
    ],
)
def test_the_phase_of_a_timeout_is_that_of_its_class(error: Exception, phase: tuple[str, str]) -> None:
    assert phase_of(error) == phase


def test_the_cause_of_a_failure_is_the_error_of_the_system() -> None:
    refused, other = ConnectionRefusedError("refused"), OSError("other")
    assert cause_of(caused(httpx.ConnectError("a"), httpcore.ConnectError("b"), refused, other)) is refused
    group = ExceptionGroup("all", [refused, other])
    assert cause_of(caused(httpx.ConnectError("a"), group)) is refused
    chain = [ValueError(str(number)) for number in range(12)]
    assert cause_of(caused(*chain)) is chain[8]
    alone = httpx.ConnectError("a")
    assert cause_of(alone) is alone


def unverified(message: str) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError("not verified")
    error.verify_message = message
    return error


def unencrypted(reason: str) -> ssl.SSLError:
    error = ssl.SSLError("broken")
    error.reason = reason
    return error


@pytest.mark.parametrize(
    ("causes", "proxy", "advice"),
    [
        (
            [unverified("expired")],
            None,
            "could not verify the certificate of https://a: expired; if you trust it, name a file with its authority in"
            " SSL_CERT_FILE, or pass http_client= with verify=",
        ),
        (
            [unverified("")],
            None,
            "could not verify the certificate of https://a: why; if you trust it, name a file with its authority in"
            " SSL_CERT_FILE, or pass http_client= with verify=",
        ),
        (
            [unencrypted("WRONG_VERSION_NUMBER")],
            "p",
            "could not speak TLS with https://a: WRONG_VERSION_NUMBER; check that base_url= is meant to be https",
        ),
        (
            [unencrypted("")],
            None,
            "could not speak TLS with https://a: why; check that base_url= is meant to be https",
        ),
        ([], "p", "could not connect through the proxy p: why; check that proxy"),
        (
            [socket.gaierror("unknown")],
            None,
            "could not find the host of https://a: why; check base_url= (QUANT_BASE_URL)",
        ),
        ([], None, "could not connect to https://a: why; check base_url= (QUANT_BASE_URL)"),
    ],
)
def test_a_connection_that_could_not_be_made_comes_with_advice(causes: Any, proxy: str | None, advice: str) -> None:
    error: Any = caused(httpx.ConnectError("why"), *causes)
    assert connection_advice(error, "https://a", proxy) == advice


def test_an_exception_without_a_text_is_told_by_its_class() -> None:
    assert connection_advice(httpx.ConnectError(""), "https://a", None) == (
        "could not connect to https://a: ConnectError; check base_url= (QUANT_BASE_URL)"
    )


# Connects


def connect(connector: Any, host: str = "127.0.0.1", seconds: float | None = None) -> Connect:
    return Connect(connector, httpcore, host, 81, seconds)


def found(*addresses: str) -> Any:
    """A look-up that finds these addresses, and checks what it is to find."""

    def look_up(host: str, port: int, **options: Any) -> Any:
        assert (host, port, options) == ("api.test", 81, {"type": socket.SOCK_STREAM})
        return [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (each, 81)) for each in addresses]

    return look_up


def test_a_connect_happens_in_a_thread_that_does_not_keep_the_program_alive() -> None:
    seen: list[Any] = []

    def connector(address: str, seconds: float | None) -> str:
        here = threading.current_thread()
        seen.append((here.daemon, here.name, address, seconds))
        return "connection"

    assert connect(connector).result() == "connection"
    assert seen == [(True, "quant-ai-connect", "127.0.0.1", None)]


class Late:
    """A connector whose connections come too late."""

    def __init__(self) -> None:
        self.go_on, self.closed = threading.Event(), threading.Event()

    def __call__(self, *_: Any) -> Any:
        self.go_on.wait(4)
        return SimpleNamespace(close=self.closed.set)


def test_a_connect_ends_in_time_and_its_late_connection_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    late = Late()
    monkeypatch.setattr(connects.socket, "getaddrinfo", found("127.0.0.7"))
    with pytest.raises(httpcore.ConnectTimeout, match=r"^no address of api\.test answers$"):
        connect(late, "api.test", 0.02).result()
    late.go_on.set()
    assert late.closed.wait(4)


def test_a_look_up_that_takes_too_long_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(connects.socket, "getaddrinfo", lambda *_, **__: go_on.wait(4) and [])
    with pytest.raises(httpcore.ConnectTimeout, match=r"^no answer to the look-up of api\.test$"):
        connect(None, "api.test", 0.02).result()
    go_on.set()


def test_a_connect_that_was_interrupted_is_no_timeout() -> None:
    interrupt, late = Interrupt(), Late()
    interrupt.interrupt("closed")
    with interrupt.running(), pytest.raises(httpcore.ConnectError, match=r"^the call was ended$"):
        connect(late).result()
    late.go_on.set()
    assert late.closed.wait(4)


def test_a_host_without_an_address_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connects.socket, "getaddrinfo", found())
    with pytest.raises(httpcore.ConnectError, match=r"^api\.test has no address$"):
        connect(None, "api.test").result()


def test_a_look_up_that_fails_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise socket.gaierror("unknown name")

    monkeypatch.setattr(connects.socket, "getaddrinfo", fail)
    with pytest.raises(httpcore.ConnectError, match=r"^unknown name$") as caught:
        connect(None, "api.test").result()
    assert isinstance(caught.value.__cause__, socket.gaierror)


def test_addresses_are_tried_while_there_is_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connects.socket, "getaddrinfo", found("127.0.0.7", "127.0.0.8", "127.0.0.7"))
    now = [0.0]
    monkeypatch.setattr(connects, "monotonic", lambda: now[0])
    tried: list[Any] = []

    def dead(address: str, seconds: float) -> Any:
        tried.append((address, seconds))
        now[0] += taken
        raise httpcore.ConnectTimeout(address)

    taken = 0.25
    with pytest.raises(httpcore.ConnectTimeout, match=r"^127\.0\.0\.8$"):
        connect(dead, "api.test", 1.0).result()
    assert tried == [("127.0.0.7", 0.5), ("127.0.0.8", 0.75)]
    taken, tried[:] = 1.0, []
    with pytest.raises(httpcore.ConnectTimeout, match=r"^no address of api\.test answers$"):
        connect(dead, "api.test", 1.0).result()
    assert len(tried) == 1


# Event loops


def test_it_is_known_whether_a_loop_has_ended() -> None:
    loops: list[Any] = []

    async def here() -> None:
        loops.append(asyncio.get_running_loop())
        assert not has_ended(loops[-1])

    async def here_in_trio() -> None:
        loops.append(trio.lowlevel.current_trio_token())
        assert not has_ended(loops[-1])

    asyncio.run(here())
    trio.run(here_in_trio)
    assert [has_ended(each) for each in loops] == [True, True]


class Closable:
    def __init__(self) -> None:
        self.closed = 0

    async def aclose(self) -> None:
        self.closed += 1


class Loops:
    """Two event loops that take turns."""

    def __enter__(self) -> Loops:
        self.both = [asyncio.new_event_loop() for _ in range(2)]
        return self

    def __exit__(self, *_: object) -> None:
        for each in self.both:
            each.run_until_complete(each.shutdown_asyncgens())
            each.close()

    def here(self, number: int, bound: Any) -> Any:
        return self.both[number].run_until_complete(bound.here())


def test_each_loop_has_one_object_which_is_closed_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    bound = LoopBound(Closable)
    with Loops() as loops:
        first, second = loops.here(0, bound), loops.here(1, bound)
        assert first is not second
        looks: list[Any] = []
        monkeypatch.setattr(loop_bound, "has_ended", lambda loop: looks.append(loop) or False)
        assert [loops.here(number, bound) for number in (1, 1, 0, 0, 1)] == [second, second, first, first, second]
        assert looks == loops.both * 2  # only when the loop changes
        assert (first.closed, second.closed) == (0, 0)
    assert (first.closed, second.closed) == (1, 1)
    assert len(bound._all) == 2
    monkeypatch.undo()
    with Loops() as loops:
        third = loops.here(0, bound)
        assert [each.value for each in bound._all] == [third]


def test_a_forked_process_has_objects_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    bound = LoopBound(Closable)
    with Loops() as loops:
        first = loops.here(0, bound)
        monkeypatch.setattr(loop_bound.os, "getpid", lambda: -1)
        forked = loops.here(0, bound)
        assert forked is not first
        assert loops.here(0, bound) is forked
        assert [each.value for each in bound._all] == [forked]


# Responses that were dropped


class Dropped:
    """A response with a connection, and a record of what is done to them."""

    def __init__(self) -> None:
        self.is_closed, self.done = False, []
        record = self.done.append
        extra = {"socket": SimpleNamespace(close=lambda: record("socket closed"))}
        stream = SimpleNamespace(close=lambda: record("stream closed"), get_extra_info=extra.get)
        self.extensions = {"network_stream": stream, discarded.DROP: lambda: record("dropped")}

    def close(self) -> None:
        self.done.append("closed")

    async def aclose(self) -> None:
        self.done.append("closed")


def test_a_dropped_response_loses_its_socket_at_once_and_is_closed_later() -> None:
    response: Any = Dropped()
    discarded.discard(response)
    assert response.done == ["stream closed"]
    discarded.close_discarded()
    assert response.done == ["stream closed", "closed"]


def test_a_dropped_response_of_asyncio_is_closed_in_a_task() -> None:
    response: Any = Dropped()

    async def main() -> None:
        discarded.discard_async(response, asyncio.get_running_loop())
        assert response.done == []
        for _ in range(5):
            await asyncio.sleep(0)

    asyncio.run(main())
    assert response.done == ["closed"]
    assert not discarded._closing


def test_a_dropped_response_of_trio_loses_its_socket_and_its_place() -> None:
    response: Any = Dropped()

    async def main() -> None:
        discarded.discard_async(response, trio.lowlevel.current_trio_token())
        for _ in range(5):
            await trio.testing.wait_all_tasks_blocked()

    trio.run(main)
    assert response.done == ["socket closed", "dropped"]


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_response_that_is_closed_is_left_alone(kind: str) -> None:
    response: Any = Dropped()
    response.is_closed = True
    if kind == "sync":
        discarded.discard(response)
        discarded.close_discarded()
    else:
        discarded.discard_async(response, SimpleNamespace(call_soon_threadsafe=response.done.append))
    assert response.done == []


# URLs


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (5, "is no text"),
        ("http://a:b/", "is not a URL: "),
        ("ftp://a", "is not an http or https URL"),
        ("http://a;b/", "names no host"),
        ("http://u:p@a/", "must not contain a user or password"),
        ("http://a:0/", "has port 0, which does not exist"),
        ("http://a:65536/", "has port 65536, which does not exist"),
    ],
)
def test_what_is_no_url_is_told(text: Any, says: str) -> None:
    with pytest.raises(UrlError) as caught:
        read_url(text)
    assert str(caught.value).startswith(says)
    assert says.endswith(" ") or str(caught.value) == says


@pytest.mark.parametrize("text", ["http://a:1/", "http://a:65535/b"])
def test_any_port_that_there_is_may_be_named(text: str) -> None:
    assert str(read_url(text)) == text
