"""Make the mock server and serve it, in this thread or in another one."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from quant_ai_common.addresses import is_loopback, shown_host
from quant_ai_common.http_server import HttpServer, listen

from .control.mock_app import MockApp
from .document.api import Api
from .document.loading import find, load
from .http_protocol import HttpProtocol
from .state.server_state import ServerState
from .state.settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp

KEEP_ALIVE = 24 * 60 * 60  # seconds after which an idle connection is closed: not while somebody debugs


class Server(HttpServer):
    """uvicorn, set up to serve the mock server."""

    def __init__(self, app: ASGIApp, ready: Callable[[], None]) -> None:
        super().__init__(app, HttpProtocol, ready, timeout_keep_alive=KEEP_ALIVE, timeout_graceful_shutdown=1)


def serve(app: ASGIApp, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Serve an application until a signal comes. `ready` is called as soon as requests are answered."""
    Server(app, ready).run([listener])


@contextlib.contextmanager
def serving(app: ASGIApp, host: str = "127.0.0.1", port: int = 0) -> Iterator[str]:
    """Serve an application in a thread as long as the block lasts; gives its URL.

    Raises:
        RuntimeError: gevent or eventlet has replaced threads by its own, and a server in one of them blocks all.
    """
    _refuse_green_threads()
    listener = listen(host, port)
    started = threading.Event()
    server = Server(app, started.set)

    def run() -> None:
        try:
            server.run([listener])
        finally:
            started.set()

    thread = threading.Thread(target=run, name="quant-ai-mock", daemon=True)
    thread.start()
    started.wait()
    try:
        yield f"http://{shown_host(host)}:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


def _refuse_green_threads() -> None:
    monkey, patcher = sys.modules.get("gevent.monkey"), sys.modules.get("eventlet.patcher")
    by_gevent = monkey is not None and monkey.is_module_patched("threading")
    if by_gevent or (patcher is not None and patcher.is_monkey_patched("thread")):
        raise RuntimeError(
            f"{'gevent' if by_gevent else 'eventlet'} has patched threads, so the mock server cannot run in one; "
            "run it in a process of its own, by `quant-ai-mock -- COMMAND` or with Mock(url)"
        )


def make_app(
    *,
    spec: Path | None = None,
    db: Path | None = None,
    seed: int = 0,
    tokens: Mapping[str, str | Iterable[str]] | None = None,
    strict: bool = False,
    settings: Settings | None = None,
    control_token: str | None = None,
) -> MockApp:
    """The mock server as an ASGI application.

    Args:
        spec: The spec; by default the one of this package.
        db: A file for the state; by default it is kept in memory.
        seed: What ids, replies, vectors and images are derived from.
        tokens: Further tokens, each with the organisation or the organisations that it is valid for.
        strict: Whether to check every reply against the spec, and reply with 500 if it does not fit.
        settings: The initial settings of jobs and streams.
        control_token: The bearer token that `/_mock` requires; by default it requires none.

    Raises:
        SpecError: The spec cannot be used.
        StoreError: The file cannot be used.
    """
    api = Api(load(spec), str(spec or find()))
    state = ServerState(api, db=db, seed=seed, tokens=tokens, strict=strict, settings=settings)
    return MockApp(state, control_token)


def control_token_for(host: str) -> str | None:
    """A new control token if other machines can reach the host."""
    if is_loopback(host):
        return None
    import secrets

    return secrets.token_urlsafe(16)
