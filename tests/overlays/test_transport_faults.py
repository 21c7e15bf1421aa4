"""What goes wrong on the way to the service ends alike over every HTTP client, and no billed request is sent twice.

`pytest -rP` prints the table that stands in docs/http-clients.md.
"""

from __future__ import annotations

import gzip
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import anyio
import httpx
import pytest

from quant_ai import QuantAIError, RetryPolicy
from quant_ai_client.operation import Request

from .support.clients import TOKEN
from .support.http_kinds import KINDS, client_of_kind, loop_of
from .support.operations import POST, REPEATABLE, STREAM, TO_POST, TO_STREAM
from .support.raw_server import STREAM_HEAD, Connection, RawServer, Script, chunk, reply, serving
from .support.streams import content

pytestmark = [
    # trio warns of generators inside of httpx, and aiohttp of what httpx-aiohttp does with large bodies.
    pytest.mark.filterwarnings("ignore:Exception ignored in. <async_generator"),
    pytest.mark.filterwarnings("ignore:Sending a large body directly:ResourceWarning"),
]

DOCS = Path(__file__).parents[2] / "docs/http-clients.md"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


class Fault(NamedTuple):
    """Something that goes wrong, and how the call has to end."""

    error: str
    billed: int
    """How often a request arrives that must not be sent twice."""
    repeatable: int
    """How often a request arrives that the spec calls idempotent, with two retries."""
    script: Script | None
    where: Callable[[RawServer], str] = lambda server: server.url
    options: dict[str, Any] = {}  # noqa: RUF012
    says: str = ""
    stream: bool = False
    body: Any = None


def sends(data: bytes, *, wait: bool = False) -> Script:
    """A script that reads the request, sends bytes and hangs up."""

    def script(connection: Connection) -> None:
        connection.read()
        connection.send(data)
        if wait:
            connection.until_closed()

    return script


def drips(head: bytes, drop: bytes) -> Script:
    """A script that reads the request and sends a byte now and then."""

    def script(connection: Connection) -> None:
        connection.read()
        connection.send(head)
        while not connection.server.stopping.wait(0.02):
            connection.send(drop)

    return script


def hangs_up_at_once(connection: Connection) -> None:
    """Close the connection before the request is read."""


def resets(connection: Connection) -> None:
    connection.read()
    connection.reset()


def reads_slowly(connection: Connection) -> None:
    connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    while not connection.server.stopping.wait(0.05):
        connection.socket.recv(1000)


def waits(connection: Connection) -> None:
    connection.until_closed()


def speaks_tls(connection: Connection) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).parent / "support/self_signed.pem")
    context.wrap_socket(connection.socket, server_side=True)


def speaks_plain_http(connection: Connection) -> None:
    connection.send(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
    connection.until_closed()


def over_https(server: RawServer) -> str:
    return server.url.replace("http:", "https:")


QUICK = {"deadline": 0.4}
IMPATIENT = {"idle_timeout": 0.4, "timeout": httpx.Timeout(0.4, connect=5)}
SHORT = httpx.Timeout(5, connect=0.3)
LONG_BODY = {"text": "x" * 8_000_000}
FAULTS = {
    "connection refused": Fault("ConnectionFailedError", 0, 0, None, lambda _: "http://127.0.0.1:1"),
    "unknown host": Fault("ConnectionFailedError", 0, 0, None, lambda _: "http://no-such-host.invalid"),
    "a certificate that is not trusted": Fault(
        "ConnectionFailedError", 0, 0, speaks_tls, over_https, says="certificate"
    ),
    "no TLS, but plain HTTP": Fault("ConnectionFailedError", 0, 0, speaks_plain_http, over_https, says="TLS"),
    "a TLS handshake without an answer": Fault(
        "TimedOutError", 0, 0, waits, over_https, {"timeout": SHORT}, says="timed out"
    ),
    "closed before the request was read": Fault("ConnectionFailedError", 0, 0, hangs_up_at_once),
    "closed after the request was read": Fault("ConnectionFailedError", 1, 3, sends(b"")),
    "reset after the request was read": Fault("ConnectionFailedError", 1, 3, resets),
    "response headers that are cut off": Fault("ConnectionFailedError", 1, 3, sends(HEAD)),
    "garbage instead of response headers": Fault("ConnectionFailedError", 1, 3, sends(b"SSH-2.0-OpenSSH_9\r\n\r\n")),
    "two `Content-Length` headers": Fault(
        "ConnectionFailedError", 1, 3, sends(HEAD + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}}")
    ),
    "a body that is cut off": Fault("ConnectionFailedError", 1, 3, sends(HEAD + b"Content-Length: 9\r\n\r\n{")),
    "a broken chunk": Fault("ConnectionFailedError", 1, 3, sends(HEAD + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}")),
    "broken gzip": Fault("ReplyError", 1, 1, sends(reply(b"no gzip", headers={"Content-Encoding": "gzip"}))),
    "gzip that is cut off": Fault(
        "ReplyError", 1, 1, sends(reply(gzip.compress(b"{}" * 9)[:-9], headers={"Content-Encoding": "gzip"}))
    ),
    "no reply": Fault("TimedOutError", 1, 3, sends(b"", wait=True), options={"timeout": httpx.Timeout(5, read=0.2)}),
    "response headers that arrive byte by byte": Fault("DeadlineError", 1, 1, drips(HEAD, b"a"), options=QUICK),
    "a body that arrives byte by byte": Fault(
        "DeadlineError", 1, 1, drips(HEAD + b"Content-Length: 99\r\n\r\n", b" "), options=QUICK
    ),
    "a request that is read slowly": Fault("DeadlineError", 0, 0, reads_slowly, options=QUICK, body=LONG_BODY),
    "a stream whose headers arrive byte by byte": Fault(
        "TimedOutError", 1, 1, drips(HEAD, b"a"), options=IMPATIENT, stream=True
    ),
    "an error in place of a stream, byte by byte": Fault(
        "TimedOutError",
        1,
        1,
        drips(b"HTTP/1.1 500 No\r\nContent-Length: 99999\r\n\r\n", b" "),
        options=IMPATIENT,
        stream=True,
    ),
    "a stream that is cut off": Fault(
        "StreamIncompleteError", 1, 1, sends(STREAM_HEAD + chunk(content("Hel"))), stream=True
    ),
}  # fmt: skip


class Observation(NamedTuple):
    """How a call ended, and how many requests the server read."""

    error: str
    arrived: int

    def __str__(self) -> str:
        return f"{self.error}, {self.arrived}"


@contextmanager
def server_of(fault: Fault) -> Iterator[RawServer]:
    with serving(fault.script or hangs_up_at_once) as server:
        yield server


async def observe(kind: str, fault: Fault, *, repeatable: bool) -> tuple[Observation, QuantAIError | None]:
    """Make one call to a server with a fault."""
    error: QuantAIError | None = None
    request = TO_POST if fault.body is None else Request("/things", body=fault.body)
    options = {"timeout": 5, "deadline": 20, "max_retries": RetryPolicy(2, first_delay=0)} | fault.options
    if fault.stream:
        options.pop("deadline", None)
    with server_of(fault) as server:
        try:
            async with client_of_kind(kind, fault.where(server), **options) as client:
                if fault.stream:
                    async with client._caller.stream(STREAM, TO_STREAM) as stream:
                        await stream.final()
                else:
                    await client._caller.call(REPEATABLE if repeatable else POST, request)
        except QuantAIError as caught:
            error = caught
        arrived = len(server.requests)
    return Observation(type(error).__name__, arrived), error


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_ends_alike_over_every_http_client(kind: str, name: str) -> None:
    fault = FAULTS[name]
    found, error = anyio.run(lambda: observe(kind, fault, repeatable=False), backend=loop_of(kind))
    print(row(kind, name, found))
    assert found == Observation(fault.error, fault.billed)
    assert fault.says in str(error)
    assert TOKEN not in f"{error!r} {vars(error)} {error.args}"
    assert error.__cause__ is None
    assert getattr(error.__context__, "_request", None) is None  # it would hold the token
    assert ("timed out" in str(error)) == (fault.error == "TimedOutError")


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if fault.repeatable > 1])
@pytest.mark.parametrize("kind", KINDS)
def test_what_the_spec_calls_idempotent_is_sent_again(kind: str, name: str) -> None:
    fault = FAULTS[name]
    found, _ = anyio.run(lambda: observe(kind, fault, repeatable=True), backend=loop_of(kind))
    assert found == Observation(fault.error, fault.repeatable)


def row(kind: str, name: str, found: Observation) -> str:
    return f"| {name} | {kind} | {found.error} | {found.arrived} |"


def table() -> Iterator[str]:
    yield "| What goes wrong | What the call raises | Chat, agents, images: requests that arrive | Idempotent calls |"
    yield "|---|---|---|---|"
    for name, fault in FAULTS.items():
        yield f"| {name} | `{fault.error}` | {fault.billed} | {'-' if fault.stream else fault.repeatable} |"


def test_the_table_stands_in_the_documentation() -> None:
    lines = "\n".join(table())
    print(lines)
    assert lines in DOCS.read_text(encoding="utf-8")
    for kind in KINDS:
        assert f"`{kind.split()[1]}`" in DOCS.read_text(encoding="utf-8")
