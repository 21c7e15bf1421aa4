"""Run the suite against a mock server as if it were a live service, and write down what it did there.

This is a program of its own, so that it can run beside the other tests:
`python -m tests.contract.support.live_suite writes`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx

from quant_ai_contract import ContractOperation

from .loaded_spec import BUILD, ROOT, contract
from .mock_server import RecordedMockServer, recorded_mock_server
from .raw_client import TOKEN

LINKS, REPLIES = "tests/contract/test_links.py", "tests/contract/test_replies.py"
SUITE_RUNS = {
    "reads": (TOKEN, [LINKS, REPLIES]),
    "writes": (TOKEN, [LINKS, REPLIES, "--live-write"]),
    "has no good token": ("unknown", [LINKS, "--live-write", "-x"]),
}
SLOW_JOBS = ("execution", "slack_connection")
SOON = {"progression": "time", "seconds": 0.2}


def main(arguments: list[str] | None = None) -> int:
    """Run, and write the result as JSON to --out."""
    options = _parser().parse_args(arguments)
    token, more = SUITE_RUNS[options.how]
    with recorded_mock_server(contract()) as service:
        if options.how == "writes":
            service.state.settings.change({"transitions": dict.fromkeys(SLOW_JOBS, SOON)})
        else:
            service.settle()
        before = listed(service)
        quiet = ("-q", "--no-header", "-p", "no:cacheprovider", "-rs")
        where = ("--live-url", service.url, "--live-org", "live", *more)
        run = subprocess.run(
            [sys.executable, "-m", "pytest", *quiet, *where],
            cwd=ROOT,
            env={**os.environ, "QUANT_API_TOKEN": token},
            check=False,
        )
        used = sorted(methods_used(service))
        result = {"exit": run.returncode, "before": before, "after": listed(service), "methods": used}
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    (out / "result.json").write_text(json.dumps(result, indent=1), encoding="utf-8")
    return 0


def lists() -> list[ContractOperation]:
    """The operations that list what exists."""
    operations = contract().operations.values()
    return [operation for operation in operations if operation.method == "GET" and not operation.path_parameters]


def listed(service: RecordedMockServer) -> dict[str, Any]:
    """The replies of all lists of a service, by operation."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    found = {}
    for operation in lists():
        url = f"{service.url}/api/v3/organisations/live/ai{operation.target}"
        found[operation.id] = json.loads(httpx.get(url, headers=headers).content)
    return found


def methods_used(service: RecordedMockServer) -> set[str]:
    """The methods of the requests with a good token."""
    exchanges = [found.exchange for found in service.recorder.exchanges]
    return {found.method for found in exchanges if TOKEN in found.request_headers.get("authorization", "")}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("how", choices=tuple(SUITE_RUNS))
    parser.add_argument("--out", default=str(BUILD / "live-suite"))
    return parser


if __name__ == "__main__":
    sys.exit(main())
