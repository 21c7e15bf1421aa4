"""Answer open questions about the service: send requests through the recording proxy, and report what they show.

The requests are those of spec/open-questions.yaml, and the examples of all operations that read. It only reads, unless
--write is given; then these requests and the contract tests create resources, use them and delete them again.
Everything goes into build/learn/: the recording, without secrets and anonymised, and the report as Markdown and JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote, urlsplit

from quant_ai_contract import load

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "learn"
CONTRACT = [sys.executable, "-m", "quant_ai_contract"]


def main(arguments: list[str] | None = None) -> int:
    """Record, report, and say what it cost; returns the exit status."""
    options = _parser().parse_args(arguments)
    token = os.environ.get("QUANT_API_TOKEN", "")
    if not token or not options.org:
        print("make learn needs ORG=… and the variable QUANT_API_TOKEN", file=sys.stderr)
        return 2
    folder: Path = options.out
    folder.mkdir(parents=True, exist_ok=True)
    before = _spent(options.base_url, options.org, token)
    files = [_record(folder / "reads.har", options, [*CONTRACT, "server", "{url}", "--organisation", options.org])]
    tour = [sys.executable, str(Path(__file__).with_name("learn_tour.py")), "{url}", options.org]
    files.append(_record(folder / "questions.har", options, [*tour, *["--write"] * options.write]))
    if options.write:
        tests = [sys.executable, "-m", "pytest", str(ROOT / "tests" / "contract"), "-q", "-p", "no:cacheprovider"]
        live = ["--live-url", "{url}", "--live-org", options.org, "--live-write"]
        files.append(_record(folder / "writes.har", options, [*tests, *live]))
    recorded = [str(file) for file in files if file.is_file()]
    report = ""
    for name, form in (("report.md", []), ("report.json", ["--json"])):
        done = subprocess.run([*CONTRACT, "learn", *form, *recorded], capture_output=True, text=True, check=False)
        if done.returncode == 2 and not done.stdout:
            print(done.stderr, end="", file=sys.stderr)
            return 2
        (folder / name).write_text(done.stdout, encoding="utf-8")
        report = report or done.stdout
    print(report)
    after = _spent(options.base_url, options.org, token)
    cost = "is not known" if before is None or after is None else f"{after - before:g} cents"
    print(f"What it cost: {cost}.")
    print(f"To hand on, without secrets and anonymised: {' and '.join(recorded)}; the report: {folder / 'report.md'}")
    return 0


def _record(file: Path, options: argparse.Namespace, command: list[str]) -> Path:
    """Record a command that sends requests. `{url}` in it stands for the URL of the proxy."""
    inner = "import os, signal, subprocess, sys; url = os.environ['QUANT_BASE_URL']; "
    inner += "child = subprocess.Popen([one.replace('{url}', url) for one in sys.argv[1:]]); "
    inner += "signal.signal(signal.SIGINT, signal.SIG_IGN); sys.exit(child.wait())"
    record = [
        *CONTRACT,
        "record",
        "--upstream",
        options.base_url,
        "--out",
        str(file),
        "--anonymise",
        "--",
        sys.executable,
    ]
    child = subprocess.Popen([*record, "-c", inner, *command], cwd=ROOT, stdout=subprocess.DEVNULL)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the command, which cleans up after itself
    try:
        child.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    return file


def _spent(base_url: str, organisation: str, token: str) -> float | None:
    """The cents that the organisation has spent so far; None if the service does not say."""
    url = f"{base_url}/api/v3/organisations/{quote(organisation, safe='')}/ai/governance/spend"
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}", "Accept": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=30) as reply:
            return float(json.load(reply)["orgTotal"]["spendCents"])
    except (OSError, urllib.error.URLError, ValueError, KeyError, TypeError):
        return None


def _parser() -> argparse.ArgumentParser:
    parts = urlsplit(load().server)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--org", default=os.environ.get("QUANT_ORGANISATION", ""), help="the organisation to use")
    parser.add_argument("--base-url", default=f"{parts.scheme}://{parts.netloc}", help="origin of the service")
    parser.add_argument("--write", action="store_true", help="create and delete resources, too")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder for the recordings and the report")
    return parser


if __name__ == "__main__":
    sys.exit(main())
