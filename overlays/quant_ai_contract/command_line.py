"""The command `quant-ai-contract`."""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from quant_ai_common.recording_files import RecordingError

from .checking import check
from .consistency import Consistency
from .contract import Contract, load
from .findings import Verdict
from .learn_command import add_compare_options, add_learn_options, compare_recordings, learn
from .package_version import package_version
from .probe import ProbeError, probe
from .record_command import add_options, record
from .recordings_read import api_exchanges
from .report import Report, say
from .spec_file import DocumentError
from .targets import BaseUrl

DESCRIPTION: Final = """\
Check HTTP traffic against the OpenAPI spec of the Quant AI API.

Traffic recorded by a browser, a proxy or a test:
  quant-ai-contract har recorded.har
Your own server:
  quant-ai-contract server http://127.0.0.1:9000
The traffic between a program and the service:
  quant-ai-contract record --upstream URL --out traffic.har -- COMMAND

Exit status: 0 no findings, 1 findings, 2 something could not be checked.
"""
_LONGEST_ERROR: Final = 500


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and return its exit status."""
    for stream in (sys.stdout, sys.stderr):  # a Windows terminal or an ASCII log cannot show every finding
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    end = given.index("--") if given[:1] == ["record"] and "--" in given else len(given)
    options = _parser().parse_args(given[:end])
    try:
        return _run(options, given[end + 1 :])
    except (DocumentError, RecordingError, ProbeError) as error:
        reason = str(error)
    except KeyboardInterrupt:
        reason = "interrupted"
    except Exception as error:  # whatever a file or a server holds, this is no finding
        reason = f"{type(error).__name__}: {error}"
    say(f"quant-ai-contract: {reason[:_LONGEST_ERROR]}", stream=sys.stderr)
    return 2


def _run(options: argparse.Namespace, command: Sequence[str]) -> int:
    contract, left_out = load(options.document), Counter[str]()
    if options.command == "record":
        return record(contract, options, command)
    if options.command in ("compare", "learn"):
        return (compare_recordings if options.command == "compare" else learn)(contract, options)
    report = Report(contract, options.strict, options.notes, options.coverage, options.json)
    cut_short = ""
    if options.command == "har":
        try:
            report.add(_recorded(contract, options.files, options.base_url, left_out))
        except RecordingError as error:
            if not report.checked:
                raise
            cut_short = str(error)
    else:
        url, token = _address(contract, options), options.token or os.environ.get("QUANT_API_TOKEN") or "test-token"
        report.add(probe(contract, url, token, write=options.write, timeout=options.timeout))
    report.end(left_out)
    if cut_short:
        say(f"quant-ai-contract: {cut_short[:_LONGEST_ERROR]}", stream=sys.stderr)
        return 1 if report.failed else 2
    if not report.checked:
        hint = "; see --base-url" if left_out["went elsewhere"] else ""
        say(f"quant-ai-contract: nothing was checked{hint}", stream=sys.stderr)
        return 2
    if options.command == "server" and not report.succeeded:
        say("quant-ai-contract: no request succeeded; are the URL and the token right?", stream=sys.stderr)
        return 2
    return 1 if report.failed else 0


def _recorded(
    contract: Contract, files: list[Path], base_url: BaseUrl | None, left_out: Counter[str]
) -> Iterator[Verdict]:
    for file in files:
        consistency = Consistency(contract)
        for exchange, path in api_exchanges(contract, file, base_url, left_out):
            yield consistency.judge(check(contract, exchange, path), path)


def _address(contract: Contract, options: argparse.Namespace) -> str:
    """What comes before the paths of the spec on a server."""
    url: str = options.url
    if not urlsplit(url).path:
        organisation = options.organisation or os.environ.get("QUANT_ORGANISATION") or "acme"
        url += urlsplit(contract.server).path.replace("{org}", organisation)
    return url


def _base_url(text: str) -> BaseUrl:
    try:
        return BaseUrl.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not a URL: {error}") from None


def _server_url(text: str) -> str:
    try:
        parts = urlsplit(text)
        named = parts.scheme in ("http", "https") and parts.hostname and (parts.port or True)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not a URL: {error}") from None
    if not named:
        raise argparse.ArgumentTypeError("write it with its scheme: http://127.0.0.1:9000")
    if parts.username is not None:
        raise argparse.ArgumentTypeError("a user in the URL would replace the token; give --token instead")
    return text.partition("?")[0].partition("#")[0].rstrip("/")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise argparse.ArgumentTypeError(f"not a number of seconds: {text!r}")
    return seconds


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quant-ai-contract", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {package_version()}")
    read = argparse.ArgumentParser(add_help=False)
    read.add_argument("--document", type=Path, metavar="FILE", help="use another OpenAPI spec")
    read.add_argument("--json", action="store_true", help="print the report as JSON")
    common = argparse.ArgumentParser(add_help=False, parents=[read])
    common.add_argument("--strict", action="store_true", help="count notes, such as unknown properties, as findings")
    common.add_argument("--notes", action="store_true", help="show notes, without counting them")
    common.add_argument("--coverage", action="store_true", help="show which documented replies were seen")
    commands = parser.add_subparsers(dest="command", required=True)
    placed = argparse.ArgumentParser(add_help=False)
    placed.add_argument(
        "--base-url", type=_base_url, metavar="URL", help="base URL or path of the API, if not /api/v3/…"
    )
    recorded = commands.add_parser("har", parents=[common, placed], help="check recorded traffic")
    recorded.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="HAR files, also .gz, .zhar and .zip; - is standard input"
    )
    served = commands.add_parser("server", parents=[common], help="check a running server")
    served.add_argument(
        "url",
        type=_server_url,
        metavar="URL",
        help="server origin, or the full base URL if its paths differ",
    )
    served.add_argument("--organisation", metavar="NAME", help="organisation to use (QUANT_ORGANISATION, else acme)")
    served.add_argument("--token", help="the token to send (QUANT_API_TOKEN, else test-token)")
    served.add_argument("--write", action="store_true", help="also send requests that change something")
    served.add_argument(
        "--timeout",
        type=_seconds,
        default=30.0,
        metavar="SECONDS",
        help="timeout per request, including its body (default: 30)",
    )
    recorder = commands.add_parser(
        "record",
        parents=[common],
        help="record a service, and check it while it is recorded",
        usage="%(prog)s --upstream URL --out FILE [options] [-- COMMAND ...]",
        epilog="With a COMMAND, records until it ends, and exits with its exit code; QUANT_BASE_URL is set for it. "
        "If that is 0, the exit status is 1 if there were findings, and 2 if something could not be recorded.",
    )
    add_options(recorder)
    compared = commands.add_parser("compare", parents=[read, placed], help="list what changed in structure")
    add_compare_options(compared)
    learnt = commands.add_parser("learn", parents=[read, placed], help="list where traffic and spec differ")
    add_learn_options(learnt)
    return parser


if __name__ == "__main__":
    sys.exit(main())
