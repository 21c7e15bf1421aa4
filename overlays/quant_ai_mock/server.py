"""Make the mock server and serve it, in this thread or in another one."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .document.api import Api
from .document.loading import find, load
from .gateway.app import MockApp
from .gateway.protocol import Connection
from .state.server_state import ServerState
from .state.settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp

LOOPBACK = ("127.0.0.1", "::1", "localhost")
BACKLOG = 1024
GRACE = 0.05  # seconds that running replies have after a signal


class Server:
    """Serves an application until it is told to end."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._peers: set[Connection] = set()
        self._told = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._over: asyncio.Event | None = None

    async def serve(self, listener: socket.socket, ready: Callable[[], None] = lambda: None) -> None:
        """Serve what comes to a socket that listens; `ready` is called once it may come."""
        loop = self._loop = asyncio.get_running_loop()
        over = self._over = asyncio.Event()
        server = await loop.create_server(lambda: Connection(self.app, self._peers), sock=listener, backlog=BACKLOG)
        ready()
        if not self._told:
            await over.wait()
        server.close()
        running = [task for task in [peer.end() for peer in list(self._peers)] if task is not None]
        if running:
            await asyncio.wait(running, timeout=GRACE)
        for peer in list(self._peers):
            peer.transport.abort()

    def end(self) -> None:
        """Stop serving, after a moment for the replies that are on their way; may be called from another thread."""
        self._told = True
        if self._loop is not None and self._over is not None:
            with contextlib.suppress(RuntimeError):  # the loop is closed: it has ended by itself
                self._loop.call_soon_threadsafe(self._over.set)


@contextlib.contextmanager
def serving(app: ASGIApp, host: str = "127.0.0.1", port: int = 0) -> Iterator[str]:
    """Serve an application in a thread as long as the block lasts; gives its address."""
    listener = listen(host, port)
    server = Server(app)
    started = threading.Event()

    def serve() -> None:
        try:
            asyncio_run(server.serve(listener, started.set))
        finally:
            started.set()

    thread = threading.Thread(target=serve, name="quant-ai-mock", daemon=True)
    thread.start()
    started.wait()
    try:
        yield f"http://{shown_host(host)}:{listener.getsockname()[1]}"
    finally:
        server.end()
        thread.join()
        listener.close()


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
        spec: The OpenAPI document; by default the one that belongs to this package.
        db: A file to keep the state in; in memory without.
        seed: What ids, replies, vectors and images follow from.
        tokens: Further tokens, each with the organisation, or those, that it is good for.
        strict: Whether to hold every reply against the document, and answer 500 where it does not fit.
        settings: How jobs and streams behave to begin with.
        control_token: What `/_mock` asks for as bearer token; nothing without.

    Raises:
        SpecError: The document cannot be used.
        StoreError: The file cannot be used.
    """
    api = Api(load(spec), str(spec or find()))
    state = ServerState(api, db=db, seed=seed, tokens=tokens, strict=strict, settings=settings)

    def control(state: ServerState) -> Any:
        from .control.plane import control_app

        return control_app(state, control_token)

    return MockApp(state, control)


def control_token_for(host: str) -> str | None:
    """A control token where other machines reach the host."""
    if host in LOOPBACK:
        return None
    import secrets

    return secrets.token_urlsafe(16)


def asyncio_run(work: Any) -> None:
    """Run a coroutine on uvloop where there is one."""
    try:
        import uvloop
    except ImportError:
        asyncio.run(work)
    else:
        uvloop.run(work)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        OSError: It cannot.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns off Nagle's algorithm, which holds back small pieces, only for sockets that say they are TCP.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
        listener.setblocking(False)
    except (OSError, OverflowError) as error:
        listener.close()
        raise error if isinstance(error, OSError) else OSError(0, str(error)) from None
    return listener


def shown_host(host: str) -> str:
    """A host as it stands in a URL."""
    return f"[{host}]" if ":" in host else host
