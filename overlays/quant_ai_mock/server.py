"""Run the mock server: as the command `quant-ai-mock`, or in a thread for a test."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .app import MockApp
from .contract import Contract
from .document import DocumentError, find, load
from .protocol import Connection
from .settings import Settings, SettingsError
from .store import StoreError
from .world import World

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from .testing import Mock

LOOPBACK = ("127.0.0.1", "::1", "localhost")
PORT = 8787
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
    listener = _listen(host, port)
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
        yield f"http://{_shown(host)}:{listener.getsockname()[1]}"
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
        DocumentError: The document cannot be used.
        StoreError: The file cannot be used.
    """
    contract = Contract(load(spec), str(spec or find()))
    world = World(contract, db=db, seed=seed, tokens=tokens, strict=strict, settings=settings)

    def control(world: World) -> Any:
        from .control import control_app

        return control_app(world, control_token)

    return MockApp(world, control)


@contextlib.contextmanager
def running_mock(
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    strict: bool = True,
    control_token: str | None = None,
    **options: Any,
) -> Iterator[Mock]:
    """Run the mock server in a thread as long as the block lasts.

    Args:
        port: 0 takes a free one.
        strict: As for make_app(), of which every other argument is taken too.
        control_token: As for make_app(); made up where other machines reach the host.

    Yields:
        The running server: its address, and everything that its control plane can do.
    """
    from .testing import Mock

    control_token = control_token or _control_token(host)
    app = make_app(strict=strict, control_token=control_token, **options)
    with contextlib.closing(app.world.store), serving(app, host, port) as url:
        mock = Mock(url, control_token)
        try:
            yield mock
        finally:
            mock.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """The command `quant-ai-mock`."""
    own, command = _split(sys.argv[1:] if arguments is None else arguments)
    options = _parser().parse_args(own)
    port = options.port if options.port is not None else 0 if command else PORT
    control_token = options.control_token or _control_token(options.host)
    if control_token != options.control_token:
        print(f"quant-ai-mock control token: {control_token}", file=sys.stderr)
    try:
        app = make_app(
            spec=options.spec,
            db=options.db,
            seed=options.seed,
            tokens=_by_token(options.token),
            strict=options.strict,
            settings=_settings(options),
            control_token=control_token,
        )
        if command:
            with contextlib.closing(app.world.store), serving(app, options.host, port) as url:
                from .runner import run

                return run(command, url)
        listener = _listen(options.host, port)
    except (DocumentError, StoreError, SettingsError, OSError) as error:
        reason = f"{options.host}:{port}: {error.strerror}" if isinstance(error, OSError) else str(error)
        print(f"quant-ai-mock: {reason}", file=sys.stderr)
        return 2
    address = f"http://{_shown(options.host)}:{listener.getsockname()[1]}"

    def ready() -> None:
        print(f"quant-ai-mock listening on {address}", flush=True)

    server = Server(app)

    async def serve() -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, server.end)
        await server.serve(listener, ready)

    asyncio_run(serve())
    app.world.store.close()
    return 0


def _split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The server's own arguments, and the command after `--`."""
    found = list(arguments)
    place = found.index("--") if "--" in found else len(found)
    return found[:place], found[place + 1 :]


def _control_token(host: str) -> str | None:
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


def _listen(host: str, port: int) -> socket.socket:
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


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _settings(options: argparse.Namespace) -> Settings:
    return Settings(
        dialect=options.dialect,
        tokens_per_second=options.tokens_per_second,
        time_to_first_token=options.time_to_first_token,
        heartbeat=options.heartbeat,
        done_mark=options.done_mark,
    )


def _token(text: str) -> tuple[str, str]:
    token, equals, organisation = text.partition("=")
    if not (token and equals and organisation):
        raise argparse.ArgumentTypeError("write TOKEN=ORGANISATION")
    return token, organisation


def _by_token(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for token, organisation in pairs:
        found.setdefault(token, []).append(organisation)
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quant-ai-mock",
        description="A mock server of the Quant AI API: stateful, and validated by its OpenAPI document.",
        usage="%(prog)s [options] [-- COMMAND ...]",
        epilog="With a COMMAND, runs as long as it does and ends with its exit code; QUANT_BASE_URL, QUANT_API_TOKEN "
        "and QUANT_ORGANISATION are set for it.",
    )
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    add("--port", type=int, help=f"port; 0 takes a free one, as a COMMAND does without it (default: {PORT})")
    add("--token", action="append", default=[], type=_token, metavar="TOKEN=ORG", help="a token and its organisation")
    add("--db", type=Path, metavar="FILE", help="keep the state in this file (default: in memory)")
    add("--seed", type=int, default=0, help="what ids, replies, vectors and images follow from (default: 0)")
    add("--strict", action="store_true", help="answer 500 to a reply of the mock's own that does not fit the document")
    add("--spec", type=Path, metavar="FILE", help="another OpenAPI document")
    add("--dialect", choices=("both", "docs", "wire"), default="both", help="how streams are framed (default: both)")
    add("--tokens-per-second", type=float, default=0.0, metavar="N", help="speed of streams (default: no limit)")
    add("--time-to-first-token", type=float, default=0.0, metavar="S", help="seconds before a stream's first text")
    add("--heartbeat", type=float, default=0.0, metavar="S", help="send a comment after so many silent seconds")
    add("--done-mark", action="store_true", help="end streams with data: [DONE]")
    add("--control-token", metavar="TOKEN", help="what /_mock asks for (made up where the host is not this machine)")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
