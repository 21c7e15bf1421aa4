"""The command `quant-ai-contract`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TextIO
from urllib.parse import urlsplit

import httpx

from .checking import check
from .contract import Contract, load
from .coverage import Coverage
from .exchange import Exchange
from .findings import Verdict
from .har import RecordingError, read_har
from .probe import ProbeError, probe
from .spec_file import DocumentError

DESCRIPTION: Final = """\
Check HTTP traffic against the OpenAPI spec of the Quant AI API.

  quant-ai-contract har recorded.har              traffic recorded by a browser, a proxy or a test
  quant-ai-contract server http://127.0.0.1:9000  a server of your own that stands in for the service

Exit status: 0 no findings, 1 findings, 2 nothing could be checked.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        contract = load(options.document)
        verdicts: Iterable[Verdict]
        if options.command == "har":
            verdicts, ignored = _recorded(contract, options.files, options.base_url)
        else:
            verdicts, ignored = _served(contract, options), 0
        return _report(contract, verdicts, ignored, options)
    except (DocumentError, RecordingError, ProbeError) as error:
        _say(f"quant-ai-contract: {error}", sys.stderr)
        return 2


def _recorded(contract: Contract, files: list[Path], base_url: str | None) -> tuple[list[Verdict], int]:
    verdicts, ignored = [], 0
    for file in files:
        for exchange in read_har(file):
            path = _path(contract, exchange, base_url)
            if path is None:
                ignored += 1
            else:
                verdicts.append(check(contract, exchange, path))
    return verdicts, ignored


def _path(contract: Contract, exchange: Exchange, base_url: str | None) -> str | None:
    """The path relative to the server; None for traffic to other servers."""
    if base_url is None:
        relative = contract.relative(exchange.path)
        return relative[1] if relative is not None else None
    url = exchange.url.partition("?")[0].partition("#")[0]
    found = list(_targets(contract, url, base_url.rstrip("/")))
    return next(iter([target for target in found if contract.matches(target)] + found), None)


def _targets(contract: Contract, url: str, base_url: str) -> Iterator[str]:
    """The targets that a URL can mean below a base URL.

    A path's own server also serves paths that are not in this spec, so there only known targets count.
    """
    for base in contract.bases:
        root = str(httpx.URL(base_url + base)).rstrip("/")
        if url == root or url.startswith(f"{root}/"):
            target = base + (url[len(root) :] or "/")
            if not base or contract.matches(target):
                yield target


def _served(contract: Contract, options: argparse.Namespace) -> Iterable[Verdict]:
    token = options.token or os.environ.get("QUANT_API_TOKEN") or "test-token"
    headers = {"Authorization": f"Bearer {token}"}
    url = options.url.rstrip("/")
    if not urlsplit(url).path:
        organisation = options.organisation or os.environ.get("QUANT_ORGANISATION") or "acme"
        url += urlsplit(contract.server).path.replace("{org}", organisation)
    with httpx.Client(base_url=url, headers=headers, timeout=options.timeout) as client:
        yield from probe(contract, client, write=options.write)


def _report(contract: Contract, verdicts: Iterable[Verdict], ignored: int, options: argparse.Namespace) -> int:
    coverage, failed, count, succeeded, shown = Coverage(contract), 0, 0, 0, []
    for verdict in verdicts:
        count += 1
        succeeded += verdict.exchange.status < 300
        coverage.add([(verdict.operation, verdict.exchange.status)])
        findings = verdict.findings if options.strict else verdict.errors
        failed += bool(findings)
        if options.json:
            shown.append(_as_json(verdict))
        elif findings or (verdict.notes and options.notes):
            _say(f"{verdict.exchange}  ({verdict.operation or 'no operation'})")
            for found in verdict.findings if options.notes else findings:
                _say(f"  {'note: ' if found.note and not options.strict else ''}{found}")
    if options.json:
        _say(json.dumps({"exchanges": shown, "checked": count, "failed": failed, "ignored": ignored}, indent=2))
    else:
        if options.coverage:
            _say(coverage.table())
        elsewhere = f"; {ignored} went elsewhere" if ignored else ""
        _say(f"{count} exchanges checked, {failed} with findings{elsewhere}")
        if not count:
            _say("quant-ai-contract: nothing was checked; see --base-url", sys.stderr)
    if options.command == "server" and count and not succeeded:
        _say("quant-ai-contract: no request succeeded; are the URL and the token right?", sys.stderr)
        return 2
    return 1 if failed else 0 if count else 2


def _say(text: str, stream: TextIO | None = None) -> None:
    (stream or sys.stdout).write(f"{text}\n")


def _as_json(verdict: Verdict) -> dict[str, Any]:
    return {
        "method": verdict.exchange.method,
        "url": verdict.exchange.url,
        "status": verdict.exchange.status,
        "operation": verdict.operation,
        "findings": [
            {"rule": found.rule, "side": found.side, "at": found.at, "what": found.what, "note": found.note}
            for found in verdict.findings
        ],
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quant-ai-contract", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--document", type=Path, metavar="FILE", help="another OpenAPI document than the shipped one")
    common.add_argument(
        "--strict", action="store_true", help="count notes as findings: unknown properties and the like"
    )
    common.add_argument("--notes", action="store_true", help="show notes, without counting them")
    common.add_argument("--coverage", action="store_true", help="show which documented replies were seen")
    common.add_argument("--json", action="store_true", help="report as JSON")
    commands = parser.add_subparsers(dest="command", required=True)
    recorded = commands.add_parser("har", parents=[common], help="check recorded traffic")
    recorded.add_argument("files", nargs="+", type=Path, metavar="FILE", help="HAR files")
    recorded.add_argument("--base-url", metavar="URL", help="what comes before the paths of the spec, if not /api/v3/…")
    served = commands.add_parser("server", parents=[common], help="check a running server")
    served.add_argument(
        "url", metavar="URL", help="its origin; if its paths begin otherwise, all that comes before those of the spec"
    )
    served.add_argument(
        "--organisation", metavar="NAME", help="the organisation in the paths (QUANT_ORGANISATION, else acme)"
    )
    served.add_argument("--token", help="the token to send (QUANT_API_TOKEN, else test-token)")
    served.add_argument("--write", action="store_true", help="also send requests that change something")
    served.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS", help="of one request (30)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
