"""Several servers in one process, and the parts of uvicorn that they rely on."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import inspect
import logging
import socket
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from tests.mock.support.client import ApiClient, chat_body, ok, wait_for
from tests.mock.support.in_process import InProcessClient, MemoryTransport
from tests.mock.support.raw_http import RawConnection
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from quant_ai_mock import Mock, MockError, make_app, running_mock
from quant_ai_mock.http_protocol import HttpProtocol
from quant_ai_mock.server import Server

SPEC = Path(__file__).parents[2] / "spec/openapi.yaml"
METHODS = {
    "connection_made": ["transport"],
    "data_received": ["data"],
    "eof_received": [],
    "connection_lost": ["exc"],
    "on_message_begin": [],
    "on_url": ["url"],
    "on_header": ["name", "value"],
    "on_headers_complete": [],
    "on_message_complete": [],
    "on_response_complete": [],
    "shutdown": [],
    "_unset_keepalive_if_required": [],
}
OF_A_CONNECTION = [
    "access_log",
    "cycle",
    "flow.read_paused",
    "headers",
    "logger",
    "loop",
    "parser",
    "pipeline",
    "scope",
    "server_state.default_headers",
    "transport",
    "url",
]
OF_A_REQUEST = ["disconnected", "message_event", "more_body", "response_complete", "response_started"]


@pytest.fixture(scope="module")
def connection() -> HttpToolsProtocol:
    """A connection of uvicorn itself, with a request."""

    async def connect() -> HttpToolsProtocol:
        server = Server(lambda *_: None, lambda: None)  # type: ignore[arg-type, return-value]
        server.config.load()
        connection = HttpToolsProtocol(server.config, server.server_state, {})
        connection.connection_made(MemoryTransport())
        connection.data_received(b"GET / HTTP/1.1\r\n\r\n")
        for task in list(server.server_state.tasks):
            task.cancel()
        return connection

    return asyncio.run(connect())


@pytest.mark.parametrize("name", METHODS)
def test_uvicorn_has_the_methods_that_are_replaced_or_called(connection: HttpToolsProtocol, name: str) -> None:
    method = getattr(connection, name, None)
    assert method is not None, f"uvicorn {uvicorn.__version__} has no {name}, on which http_protocol.py relies"
    assert list(inspect.signature(method).parameters) == METHODS[name]


@pytest.mark.parametrize("name", [*OF_A_CONNECTION, *(f"cycle.{name}" for name in OF_A_REQUEST)])
def test_uvicorn_has_the_attributes_that_are_used(connection: HttpToolsProtocol, name: str) -> None:
    found: Any = connection
    for part in name.split("."):
        assert hasattr(found, part), f"uvicorn {uvicorn.__version__} has no {name}, on which http_protocol.py relies"
        found = getattr(found, part)


def test_uvicorn_calls_what_is_replaced_of_its_server() -> None:
    assert list(inspect.signature(uvicorn.Server.startup).parameters) == ["self", "sockets"]
    assert list(inspect.signature(uvicorn.Server.handle_exit).parameters) == ["self", "sig", "frame"]
    assert "self.handle_exit" in inspect.getsource(uvicorn.Server.capture_signals)


def test_the_head_and_the_body_of_a_reply_leave_together() -> None:
    app = make_app()

    async def writes() -> int:
        client = InProcessClient(app)
        reply = await client.reply(b"GET /none HTTP/1.1\r\n\r\n")
        assert reply.startswith(b"HTTP/1.1 404 ")
        assert reply.endswith(b"}")
        return client.writes

    with contextlib.closing(app.state.store):
        assert asyncio.run(writes()) == 1


def test_a_reply_is_sent_though_the_end_of_what_the_client_sends_is_read_with_its_request() -> None:
    uvloop = pytest.importorskip("uvloop", reason="other event loops read them one after the other")
    app = make_app()
    ours, theirs = socket.socketpair()

    async def exchange() -> bytes:
        ours.sendall(b"GET /none HTTP/1.1\r\n\r\n")
        ours.shutdown(socket.SHUT_WR)
        ours.setblocking(False)
        server = Server(app, lambda: None)
        server.config.load()
        loop = asyncio.get_running_loop()
        await loop.connect_accepted_socket(lambda: HttpProtocol(server.config, server.server_state, {}), theirs)
        reply = b""
        while piece := await loop.sock_recv(ours, 65536):
            reply += piece
        return reply

    with (
        contextlib.closing(app.state.store),
        ours,
        theirs,
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        assert runner.run(exchange()).startswith(b"HTTP/1.1 404 ")


def test_a_failure_of_the_application_is_logged_as_the_mocks_own(caplog: pytest.LogCaptureFixture) -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError("broken on purpose")

    async def reply() -> bytes:
        return await InProcessClient(broken).reply(b"GET / HTTP/1.1\r\n\r\n")

    assert asyncio.run(reply()).startswith(b"HTTP/1.1 500 ")
    assert [record.name for record in caplog.records] == ["quant_ai_mock"]


def test_servers_in_one_process_share_nothing(tmp_path: Path) -> None:
    spec = SPEC.read_text(encoding="utf-8")
    assert spec.count("\n  /models:\n") == 1
    other = tmp_path / "spec.yaml"
    other.write_text(spec.replace("\n  /models:\n", "\n  /other-models:\n"), encoding="utf-8")
    with (
        running_mock(seed=1, tokens={"one": "acme"}) as first,
        running_mock(seed=2, tokens={"two": "acme"}, spec=other) as second,
        RawConnection(first.organisation("acme")) as one,
        RawConnection(second.organisation("acme")) as two,
    ):
        # Both receive the same bytes, repeatedly.
        def statuses(path: str, token: str) -> list[int]:
            found = []
            for peer in (one, two) * 2:
                peer.send(peer.ask("GET", path).replace(b"test-token", token.encode()))
                found.append(peer.reply()[0])
            return found

        assert statuses("/models", "test-token") == [200, 404] * 2
        assert statuses("/sessions", "one") == [200, 401] * 2
        assert statuses("/sessions", "two") == [401, 200] * 2
        made = []
        for peer in (one, two):
            peer.send(peer.post("/sessions", {"userId": "ada"}))
            made.append(peer.reply()[2])
        assert made[0] != made[1]
        first.fault(503, times=None)
        assert statuses("/sessions", "test-token") == [503, 200] * 2


@pytest.mark.parametrize("fault", [None, {"latency": 3600}, {"kind": "stall", "stall": 3600, "at": 1}])
def test_a_server_ends_though_a_reply_has_not(fault: dict[str, Any] | None) -> None:
    with running_mock() as mock:
        organisation = mock.organisation()
        organisation.settings(tokensPerSecond=0.001)
        if fault is not None:
            organisation.fault(**fault)
        peer = RawConnection(organisation)
        peer.send(peer.post("/chat/stream", chat_body("word " * 50)))
        wait_for(organisation.requests)
    peer.rest()
    peer.socket.close()


def test_a_server_logs_no_requests_and_leaves_the_loggers_of_others_alone(caplog: pytest.LogCaptureFixture) -> None:
    access = logging.getLogger("uvicorn.access")
    before = access.handlers, access.propagate, access.level
    with caplog.at_level(logging.INFO), running_mock() as mock, ApiClient(mock.organisation()) as api:
        ok(api.get("/models"))
        requests = [record for record in caplog.records if "GET" in record.getMessage()]
    assert [record.name for record in requests] == ["httpx"]
    assert (access.handlers, access.propagate, access.level) == before


def test_a_mock_elsewhere_is_spoken_to_as_its_url_says(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    class Connection:
        def __init__(self, host: str, port: int | None, timeout: float) -> None:
            del timeout
            self.host = f"{host}:{port}"

        def request(self, _method: str, path: str, *_: Any) -> None:
            asked.append((self.host, path))

        def getresponse(self) -> Any:
            return type("Reply", (), {"status": 200, "read": lambda _: b'{"now": 1}'})()

    monkeypatch.setattr(http.client, "HTTPSConnection", Connection)
    mock = Mock("https://mock.example:8443/quant/")
    mock.now()
    assert asked == [("mock.example:8443", "/quant/_mock/clock?")]
    assert mock.organisation("a").api_url == "https://mock.example:8443/quant/api/v3/organisations/a/ai"


@pytest.mark.parametrize("url", ["127.0.0.1:8787", "localhost", "ftp://x", "http://", ""])
def test_what_is_no_url_of_a_mock_is_refused(url: str) -> None:
    with pytest.raises(MockError, match="is not the URL of a mock server"):
        Mock(url)


@pytest.mark.parametrize(
    ("module", "name", "said"),
    [("gevent.monkey", "is_module_patched", "gevent"), ("eventlet.patcher", "is_monkey_patched", "eventlet")],
)
def test_green_threads_are_refused_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, module: str, name: str, said: str
) -> None:
    patched = ModuleType(module)
    setattr(patched, name, lambda _: True)
    monkeypatch.setitem(sys.modules, module, patched)
    with pytest.raises(RuntimeError, match=f"{said} has patched threads.*process of its own"), running_mock():
        pass
