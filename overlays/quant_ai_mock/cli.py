"""The command `quant-ai-mock`, which serves the mock or runs another command beside it."""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

from quant_ai_common.addresses import shown_host
from quant_ai_common.http_server import listen

from .document.loading import SpecError
from .har_file import HarError, har_entries
from .proxies import past_proxies
from .request_log import RequestLog
from .server import control_token_for, make_app, serve, serving
from .state.database import StoreError
from .state.replay import Replay
from .state.server_state import TEST_TOKEN
from .state.settings import Settings, SettingsError

PORT = 8787
ORGANISATION = "mock"
NOT_STARTED = 127  # the exit code of a shell for a command that it cannot find


def main(arguments: Sequence[str] | None = None) -> int:
    """The command `quant-ai-mock`."""
    own, command = _split(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
    options = parser.parse_args(own)
    if options.replay is None and (options.replay_only or options.repeat or options.ignore or options.recorded_pace):
        parser.error("--replay-only, --repeat, --ignore and --recorded-pace need --replay FILE")
    port = options.port if options.port is not None else 0 if command else PORT
    control_token = options.control_token or control_token_for(options.host)
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
        if options.replay is not None:
            app.state.replays.set(None, _replay(options))
        if command:
            with contextlib.closing(app.state.store), serving(app, options.host, port) as url:
                return _run(command, url)
        listener = listen(options.host, port)
    except (SpecError, StoreError, SettingsError, HarError, OSError) as error:
        reason = f"{options.host}:{port}: {error.strerror}" if isinstance(error, OSError) else str(error)
        print(f"quant-ai-mock: {reason}", file=sys.stderr)
        return 2
    address = f"http://{shown_host(options.host)}:{listener.getsockname()[1]}"
    log = None if options.quiet else RequestLog(sys.stderr)
    if log is not None:
        app.state.journal.on_reply = log.add
    serve(app, listener, lambda: print(_start_text(address), flush=True))
    if log is not None:
        log.close()
    app.state.store.close()
    return 0


def _start_text(address: str) -> str:
    """What to know of a server that has started, and how to let a client use it."""
    set_variable = "set" if os.name == "nt" else "export"
    variables = {"QUANT_BASE_URL": address, "QUANT_API_TOKEN": TEST_TOKEN, "QUANT_ORGANISATION": ORGANISATION}
    return "\n".join(
        [
            f"quant-ai-mock listening on {address}",
            f"  page:  {address}/_mock/",
            f"  token: {TEST_TOKEN}, for every organisation",
            "  To use it:",
            *(f"    {set_variable} {name}={value}" for name, value in variables.items()),
        ]
    )


def _split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The server's own arguments, and the command after `--`."""
    found = list(arguments)
    end = found.index("--") if "--" in found else len(found)
    return found[:end], found[end + 1 :]


def _run(command: Sequence[str], url: str) -> int:
    """Run a command; returns its exit code as a shell does."""
    environment = {"QUANT_BASE_URL": url, "QUANT_API_TOKEN": TEST_TOKEN, "QUANT_ORGANISATION": ORGANISATION}
    environment |= past_proxies(os.environ, urlsplit(url).hostname or "")
    try:
        program = shutil.which(command[0]) or command[0]  # on Windows, npm is npm.cmd
        child = subprocess.Popen([program, *command[1:]], env=os.environ | environment)
    except OSError as error:
        print(f"quant-ai-mock: {command[0]}: {error.strerror}", file=sys.stderr)
        return NOT_STARTED

    def pass_on(number: int, _frame: FrameType | None) -> None:
        child.send_signal(number)

    signal.signal(signal.SIGTERM, pass_on)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to the command as well
    code = child.wait()
    return code if code >= 0 else 128 - code


def _replay(options: argparse.Namespace) -> Replay:
    """What to replay. Of a file that is cut short, that is what came before.

    Raises:
        HarError: There is nothing to replay.
    """
    replay = Replay(options.replay_only, options.repeat, frozenset(options.ignore), options.recorded_pace)
    try:
        replay.add(har_entries(options.replay))
    except HarError as error:
        if not replay.exchanges:
            raise
        print(f"quant-ai-mock: {error}", file=sys.stderr)
    if not any(one.of_organisation for one in replay.exchanges):
        raise HarError(f"{options.replay}: no request in it is for this API")
    return replay


def _settings(options: argparse.Namespace) -> Settings:
    return Settings(
        dialect=options.dialect,
        tokens_per_second=options.tokens_per_second,
        time_to_first_token=options.time_to_first_token,
        heartbeat=options.heartbeat,
        done_mark=options.done_mark,
        strict_capabilities=options.strict_capabilities,
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


def _version() -> str:
    try:
        return version("quant-ai")
    except PackageNotFoundError:  # run from a checkout
        return "of a checkout"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quant-ai-mock",
        description="A stateful mock server of the Quant AI API, which validates against its OpenAPI spec.",
        usage="%(prog)s [options] [-- COMMAND ...]",
        epilog="With a COMMAND, runs until the command ends, and exits with its exit code; QUANT_BASE_URL, "
        "QUANT_API_TOKEN and QUANT_ORGANISATION are set for it.",
    )
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    add("--port", type=int, help=f"port; 0 picks a free one (default: {PORT}, or a free one with a COMMAND)")
    add(
        "--token", action="append", default=[], type=_token, metavar="TOKEN=ORG", help="add a token for an organisation"
    )
    add("--db", type=Path, metavar="FILE", help="store the state in this file (default: in memory)")
    add("--seed", type=int, default=0, help="random seed for ids, replies, vectors and images (default: 0)")
    add("--strict", action="store_true", help="return 500 if a mock response violates the spec")
    add("--spec", type=Path, metavar="FILE", help="use another OpenAPI spec")
    add("--dialect", choices=("both", "docs", "wire"), default="both", help="format of streams (default: both)")
    add("--tokens-per-second", type=float, default=0.0, metavar="N", help="speed of streams (default: no limit)")
    add("--time-to-first-token", type=float, default=0.0, metavar="S", help="seconds until the first text of a stream")
    add("--heartbeat", type=float, default=0.0, metavar="S", help="send a comment after this many seconds of silence")
    add("--replay", type=Path, metavar="FILE", help="answer the requests in this HAR file with the recorded replies")
    add("--replay-only", action="store_true", help="refuse requests that were not recorded with 409")
    add("--repeat", action="store_true", help="use the last matching recording again once all have been used")
    add("--ignore", action="append", default=[], metavar="NAME", help="a field that may differ from the recording")
    add("--recorded-pace", action="store_true", help="send recorded chunks at their recorded pace")
    add("--done-mark", action="store_true", help="end streams with data: [DONE]")
    add("--strict-capabilities", action="store_true", help="refuse tools, JSON or media that a model does not support")
    add("--quiet", action="store_true", help="do not log requests")
    add("--version", action="version", version=f"%(prog)s {_version()}")
    add(
        "--control-token",
        metavar="TOKEN",
        help="token for /_mock (generated if the server is reachable from other machines)",
    )
    return parser
