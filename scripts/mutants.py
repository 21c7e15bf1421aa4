"""Prove that the contract suite can fail: tell it lies, one at a time, and see which it notices.

The lies are made from the document by rules (tests/contract/lies): the mock server answers what the document does not
promise, the client sends what it does not ask for, the document promises what neither does. Of each rule some are drawn
by a seed. A lie is caught when a test of the suite fails, or else when schemathesis does. The truth is told first: what
fails then proves nothing and is left out.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.contract import lies  # noqa: E402
from tests.contract.lies import Lie  # noqa: E402
from tests.contract.the_document import BUILD  # noqa: E402

from quant_ai_contract.document import read  # noqa: E402

BAR = 0.95
LEAST = 60
SECONDS = 400  # for one run; a lie that makes the suite hang is noticed too
REASONS = BUILD.parents[1] / "tests" / "contract" / "lies" / "survivors.json"


@dataclass
class Outcome:
    """What came of one lie."""

    lie: Lie | None
    caught: str = ""
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0


class Watch:
    """A pytest plugin that writes down what fails."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.failures: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and report.nodeid not in self.failures:
            self.failures.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.failures.append(report.nodeid or "collection")

    def pytest_unconfigure(self) -> None:
        self.file.write_text(json.dumps(self.failures), encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Tell the lies, print what became of them, and give the exit status."""
    options = _parser().parse_args(arguments)
    document = read()
    chosen = draw(lies.every(document), options.per_rule, options.seed, options.only)
    if options.list:
        print("\n".join(map(str, chosen)))
        return 0
    out = BUILD / "mutants"
    out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    truth = run([None], out, 1, [])[0]
    known = truth.failures
    print(f"the truth: {len(known)} tests fail, {truth.seconds:.0f} s", flush=True)
    outcomes = run(chosen, out, options.jobs, known)
    if not options.no_fuzzing:
        for outcome in outcomes:
            if not outcome.caught and outcome.lie is not None and outcome.lie.family != "client":
                fuzz(outcome, out)
    return report(outcomes, known, out, time.monotonic() - began, whole=not options.only)


def draw(every: Iterable[Lie], per_rule: int, seed: int, only: str) -> list[Lie]:
    """Some lies of each rule, of as many operations as there are."""
    rules: dict[tuple[str, str], list[Lie]] = {}
    for lie in every:
        if not only or only in lie.id:
            rules.setdefault((lie.family, lie.rule), []).append(lie)
    chosen = []
    for (family, rule), found in sorted(rules.items()):
        chosen += random.Random(f"{seed} {family} {rule}").sample(found, min(per_rule, len(found)))
    return chosen


def run(told: list[Lie] | list[None], out: Path, jobs: int, known: list[str]) -> list[Outcome]:
    """Run the suite once for each lie, in processes of their own."""
    outcomes = [Outcome(lie) for lie in told]
    waiting = list(enumerate(outcomes))
    running: dict[int, tuple[int, Outcome, float]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            number, outcome = waiting.pop(0)
            running[_start(outcome.lie, out / str(number), known)] = (number, outcome, time.monotonic())
        pid, status = _ended(running)
        number, outcome, began = running.pop(pid)
        outcome.seconds = time.monotonic() - began
        file = out / f"{number}.json"
        outcome.failures = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []
        outcome.caught = next(iter(outcome.failures), "" if status == 0 else f"the run ended with {status}")
        if outcome.lie is not None:
            print(f"{'caught' if outcome.caught else 'MISSED':7}{outcome.seconds:6.1f} s  {outcome.lie.id}", flush=True)
    return outcomes


def _start(lie: Lie | None, place: Path, known: list[str]) -> int:
    place.with_suffix(".json").unlink(missing_ok=True)
    pid = os.fork()
    if pid:
        return pid
    os.setsid()
    signal.alarm(SECONDS)
    status = 70
    with contextlib.suppress(BaseException), place.with_suffix(".log").open("w", encoding="utf-8") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
        lies.tell(lie)
        stop = ["-x", *(f"--deselect={name}" for name in known)] if lie is not None else []
        quiet = ["-q", "--no-header", "--tb=short", "-p", "no:cacheprovider", "-p", "no:xdist"]
        status = pytest.main(["tests/contract", *quiet, *stop], plugins=[Watch(place.with_suffix(".json"))])
    os._exit(int(status))


def _ended(running: dict[int, Any]) -> tuple[int, int]:
    while True:
        pid, status = os.wait()
        if pid in running:
            return pid, os.waitstatus_to_exitcode(status)


def fuzz(outcome: Outcome, out: Path) -> None:
    """See whether schemathesis notices what the tests did not."""
    assert outcome.lie is not None
    began = time.monotonic()
    place = out / "fuzz"
    command = [sys.executable, "-m", "tests.contract.fuzz", "http", "--out", str(place), "--lie", outcome.lie.id]
    (place / "result.json").unlink(missing_ok=True)
    subprocess.run(command, cwd=ROOT, capture_output=True, timeout=SECONDS * 3, check=False)
    file = place / "result.json"
    result = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {"exit": "no result"}
    if result["exit"] != 0:
        outcome.caught = "schemathesis"
    outcome.seconds += time.monotonic() - began
    word = "caught" if outcome.caught else "MISSED"
    print(f"{word:7}{outcome.seconds:6.1f} s  {outcome.lie.id} by fuzzing", flush=True)


def report(outcomes: list[Outcome], known: list[str], out: Path, seconds: float, *, whole: bool) -> int:
    """Print the figures and the survivors."""
    reasons = json.loads(REASONS.read_text(encoding="utf-8")) if REASONS.is_file() else {}
    lines = list(_lines(outcomes, reasons))
    share = sum(bool(outcome.caught) for outcome in outcomes) / max(1, len(outcomes))
    lines.append(
        f"{len(outcomes)} lies in {seconds:.0f} s, {share:.1%} caught; the bar is {BAR:.0%} of {LEAST} or more"
    )
    if known:
        lines.append(f"{len(known)} tests fail without a lie and were left out: {', '.join(known[:10])}")
    text = "\n".join(lines)
    (out / "report.txt").write_text(text + "\n", encoding="utf-8")
    print(text)
    return 0 if share >= BAR and (len(outcomes) >= LEAST or not whole) else 1


def _lines(outcomes: list[Outcome], reasons: dict[str, str]) -> Iterator[str]:
    told: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    by: Counter[str] = Counter()
    for outcome in outcomes:
        assert outcome.lie is not None
        told[outcome.lie.family] += 1
        caught[outcome.lie.family] += bool(outcome.caught)
        if outcome.caught:
            by[outcome.caught.partition("::")[0].rpartition("/")[2]] += 1
    yield "family   told  caught"
    for family in told:
        yield f"{family:8}{told[family]:5}{caught[family]:8}"
    yield "first noticed by: " + ", ".join(f"{name} {count}" for name, count in by.most_common())
    for outcome in outcomes:
        if not outcome.caught and outcome.lie is not None:
            lie = outcome.lie
            why = reasons.get(lie.id) or reasons.get(f"{lie.family}/{lie.rule}") or "no reason is known"
            yield f"survived: {lie}\n          {why}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--per-rule", type=int, default=1, help="how many lies of each rule (default: 1)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (default: 1)")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (default: 2)")
    parser.add_argument("--only", default="", help="only lies whose id has this in it")
    parser.add_argument("--no-fuzzing", action="store_true", help="ask the tests alone")
    parser.add_argument("--list", action="store_true", help="print the lies and tell none")
    return parser


if __name__ == "__main__":
    sys.exit(main())
