"""The recording proxy's connections to the server: TLS, proxies on the way, early replies, and what is read of both."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from quant_ai_contract.upstream_connection import ConnectionBroken, UpstreamConnection

from .support.recordings_made import ok, raw_server, recording


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine that nobody has signed, with its key."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl to make a certificate")
    made = tmp_path_factory.mktemp("certificates") / "own.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost"
    names = ["-addext", "subjectAltName=DNS:localhost,DNS:far.test,IP:127.0.0.1"]
    subprocess.run([*command.split(), *names, "-keyout", made, "-out", f"{made}.crt"], check=True, capture_output=True)
    made.write_text(made.read_text() + Path(f"{made}.crt").read_text())
    return made


@contextlib.contextmanager
def tls_server(certificate: Path) -> Iterator[int]:
    """A server that replies with JSON to each request; gives its port."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)

    def talk(peer: socket.socket) -> None:
        with contextlib.suppress(OSError), context.wrap_socket(peer, server_side=True) as secure:
            while secure.recv(65536):
                secure.sendall(ok(b'{"over":"TLS"}'))

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=talk, args=[listener.accept()[0]], daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=accept, daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


def test_a_certificate_is_trusted_if_the_environment_names_it(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with tls_server(certificate) as port:
        with recording(f"https://localhost:{port}", tmp_path / "a.har") as made:
            refused = httpx.get(f"{made.url}/x")
        assert refused.status_code == 502
        assert "CERTIFICATE_VERIFY_FAILED" in refused.json()["message"]
        assert len(made.said) == 1
        monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
        with recording(f"https://localhost:{port}", tmp_path / "b.har") as made, httpx.Client() as http:
            assert [http.get(f"{made.url}/x").json() for _ in range(3)] == [{"over": "TLS"}] * 3
            assert not made.said


@pytest.mark.parametrize(("user", "status"), [("me:p%40ss@", 200), ("", 502)])
def test_tls_goes_through_the_tunnel_of_a_proxy(
    user: str, status: int, certificate: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    heads: list[bytes] = []

    def tunnel(peer: socket.socket, request: bytes) -> None:
        heads.append(request)
        if b"Proxy-Authorization: Basic bWU6cEBzcw==\r\n" not in request:  # me:p@ss
            peer.sendall(b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n")
            return
        with socket.create_connection(("127.0.0.1", port)) as far:
            peer.sendall(b"HTTP/1.1 200 Go\r\n\r\n")
            threading.Thread(target=pump, args=[far, peer], daemon=True).start()
            pump(peer, far)
        raise StopIteration

    def pump(source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)

    with tls_server(certificate) as port, raw_server(tunnel) as proxy:
        monkeypatch.setenv("https_proxy", proxy.replace("//", f"//{user}"))
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
        with (
            recording("https://far.test", tmp_path / "a.har") as made,
            httpx.Client(trust_env=False, verify=False) as http,
        ):
            got = [http.get(f"{made.url}/x") for _ in range(2)]
    assert [reply.status_code for reply in got] == [status] * 2
    assert heads[0].startswith(b"CONNECT far.test:443 HTTP/1.1\r\nHost: far.test:443\r\n")
    assert len(heads) == (1 if status == 200 else 2)
    assert all("replied 407 Who are you" in line for line in made.said)


def test_a_reply_that_comes_before_the_end_of_an_upload_passes(tmp_path: Path) -> None:
    done = threading.Event()

    def reply(peer: socket.socket, _request: bytes) -> None:
        peer.sendall(b"HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
        done.wait(10)
        raise StopIteration

    with raw_server(reply) as url, recording(url, tmp_path / "a.har") as made:
        host, port = made.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=10) as peer:
            peer.sendall(b"POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n")
            assert peer.recv(65536).startswith(b"HTTP/1.1 413")
            done.set()


class Transport(asyncio.Transport):
    """Keeps what is done with it."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def write(self, data: Any) -> None:
        self.done.append(bytes(data).decode())

    def is_closing(self) -> bool:
        return False

    def pause_reading(self) -> None:
        self.done.append("paused")

    def resume_reading(self) -> None:
        self.done.append("resumed")


async def chunks(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


def test_the_server_waits_while_the_client_does_not_read() -> None:
    async def read() -> None:
        transport, connection = Transport(), UpstreamConnection()
        connection.connection_made(transport)
        sending = asyncio.ensure_future(connection.send("GET", b"GET", b""))
        await asyncio.sleep(0)
        connection.data_received(b"HTTP/1.1 200 OK\r\nContent-Length: 400000\r\n\r\n" + b"x" * 200_000)
        await sending
        assert transport.done == ["GET"]
        connection.data_received(b"x" * 100_000)
        assert transport.done == ["GET", "paused"]
        body = connection.chunks()
        assert [len(await anext(body)) for _ in range(2)] == [200_000, 100_000]
        rest = asyncio.ensure_future(anext(body))
        await asyncio.sleep(0)
        assert transport.done == ["GET", "paused", "resumed"]
        connection.data_received(b"x" * 100_000)
        assert len(await rest) == 100_000
        assert [piece async for piece in body] == []
        assert connection.end_reply()

    asyncio.run(read())


def test_an_upload_waits_while_the_server_does_not_read() -> None:
    async def send() -> None:
        transport, connection = Transport(), UpstreamConnection()
        connection.connection_made(transport)
        connection.pause_writing()
        sending = asyncio.ensure_future(connection.send("PUT", b"PUT ", b"a", chunks(b"b", b"c")))
        for _ in range(3):
            await asyncio.sleep(0)
        assert transport.done == ["PUT a"]
        connection.resume_writing()
        for _ in range(3):
            await asyncio.sleep(0)
        assert transport.done == ["PUT a", "b", "c"]
        connection.connection_lost(None)
        with pytest.raises(ConnectionBroken, match="closed without sending a reply"):
            await sending

    asyncio.run(send())
