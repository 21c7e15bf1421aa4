"""The command `quant-ai-contract record`: record what a program and a service say to one another."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Final
from urllib.parse import urlsplit

from quant_ai_common.addresses import url_of
from quant_ai_common.http_server import listen
from quant_ai_common.recording_files import RecordingError

from .contract import Contract
from .har_writer import HarWriter
from .json_places import PathError
from .package_version import package_version
from .recording import Recording
from .redactor import Redactor
from .report import Report, say
from .upstream import Upstream, UpstreamError

PORT: Final = 8788
NOT_STARTED: Final = 127  # the exit code of a shell for a command that it cannot find
_LOCAL: Final = ("127.0.0.1", "localhost", "::1")
_NO_PROXY: Final = ("NO_PROXY", "no_proxy")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add = parser.add_argument
    add("--upstream", required=True, type=_upstream, metavar="URL", help="the service: https://api.quantcdn.io")
    add("--out", required=True, type=Path, metavar="FILE", help="the HAR file to write; an existing one is replaced")
    add("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    add("--port", type=int, help=f"port; 0 picks a free one (default: {PORT}, or a free one with a COMMAND)")
    add("--redact", action="append", default=[], metavar="JSONPATH", help="redact these values of bodies and events")
    add(
        "--redact-text", action="append", default=[], type=_expression, metavar="REGEX", help="redact what this matches"
    )
    add("--anonymise", action="store_true", help="replace ids and e-mail addresses with stable stand-ins")


def record(contract: Contract, options: argparse.Namespace, command: Sequence[str]) -> int:
    """Record until the command ends, or until a signal comes; returns the exit status."""
    try:
        token = os.environ.get("QUANT_API_TOKEN", "")
        redactor = Redactor(options.redact, options.redact_text, anonymise=options.anonymise, secrets=[token])
    except PathError as error:
        raise RecordingError(f"--redact: {error}") from None
    port = options.port if options.port is not None else 0 if command else PORT
    output = sys.stderr if command else sys.stdout
    report = Report(
        contract, options.strict, options.notes, options.coverage, options.json, output=output, clean=redactor.text
    )
    try:
        listener = listen(options.host, port)
    except OSError as error:
        raise RecordingError(f"{options.host}:{port}: {error.strerror}") from None
    with listener, HarWriter(options.out, "quant-ai-contract", package_version()) as writer:
        recording = Recording(
            contract, options.upstream, writer, redactor, lambda verdict: report.add([verdict]), _complain
        )
        code = 0
        if command:
            with recording.beside(listener) as url:
                code = _run(command, url)
        else:
            text = _start_text(url_of(listener), options)
            recording.until_signal(listener, lambda: say(*text, stream=sys.stderr if options.json else None))
        report.end(recording.left_out)
        recorded = f"{writer.entries} exchange{'' if writer.entries == 1 else 's'} recorded in {options.out}"
        lost = f"; {writer.lost} could not be recorded" if writer.lost else ""
        say(recorded + lost, stream=sys.stderr if options.json else output)
    if code:
        return code
    if writer.lost or not (report.checked or command):
        if not writer.lost:
            _complain("nothing was checked")
        return 2
    return 1 if report.failed else 0


def _complain(line: str) -> None:
    say(f"quant-ai-contract: {line}"[:500], stream=sys.stderr)


def _start_text(address: str, options: argparse.Namespace) -> list[str]:
    set_variable = "set" if os.name == "nt" else "export"
    return [
        f"quant-ai-contract recording {options.upstream.origin}{options.upstream.prefix} in {options.out}",
        f"  {set_variable} QUANT_BASE_URL={address}",
    ]


def _run(command: Sequence[str], url: str) -> int:
    """Run a command; returns its exit code as a shell does."""
    environment = {"QUANT_BASE_URL": url, **_past_proxies(os.environ, urlsplit(url).hostname or "")}
    try:
        program = shutil.which(command[0]) or command[0]  # on Windows, npm is npm.cmd
        child = subprocess.Popen([program, *command[1:]], env=os.environ | environment)
    except OSError as error:
        _complain(f"{command[0]}: {error.strerror}")
        return NOT_STARTED

    def pass_on(number: int, _frame: FrameType | None) -> None:
        child.send_signal(number)

    before = signal.signal(signal.SIGTERM, pass_on), signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:  # a terminal sends SIGINT to the command as well
        code = child.wait()
    finally:
        signal.signal(signal.SIGTERM, before[0])
        signal.signal(signal.SIGINT, before[1])
    return code if code >= 0 else 128 - code


def _past_proxies(environment: Mapping[str, str], host: str) -> dict[str, str]:
    """The variables that let requests to this machine go past any proxy."""
    present = next((environment[name] for name in reversed(_NO_PROXY) if environment.get(name)), "")
    known = [name.strip() for name in present.split(",") if name.strip()]
    return {} if "*" in known else dict.fromkeys(_NO_PROXY, ",".join(dict.fromkeys([*known, *_LOCAL, host])))


def _upstream(text: str) -> Upstream:
    try:
        return Upstream(text)
    except UpstreamError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _expression(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise argparse.ArgumentTypeError(f"not a regular expression: {error}") from None
