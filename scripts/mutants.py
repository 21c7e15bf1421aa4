"""Prove that the contract suite can fail: apply mutations, one at a time, and see which of them it notices.

Rules make the mutations from the spec (tests/contract/mutations): the mock server replies with something that the spec
does not promise, the client sends something that it does not describe, or the spec promises something that neither
keeps. A seed picks some mutations of each rule. A mutation is caught if a test of the suite fails or, failing that, if
schemathesis does. The suite runs unchanged first; tests that fail then prove nothing, and are left out.
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

from tests.contract.mutations.active import activate  # noqa: E402
from tests.contract.mutations.all_rules import all_mutations  # noqa: E402
from tests.contract.mutations.mutation import Mutation  # noqa: E402
from tests.contract.support.loaded_spec import BUILD  # noqa: E402

from quant_ai_contract.spec_file import read  # noqa: E402

BAR = 0.95
LEAST = 60
SECONDS = 400  # for one run; a mutation that makes the suite hang is caught too
REASONS = ROOT / "tests" / "contract" / "mutations" / "survivors.json"


@dataclass
class MutationResult:
    """What the suite made of one mutation; of none, in the run before all others."""

    mutation: Mutation | None
    caught_by: str = ""
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def word(self) -> str:
        return "caught" if self.caught_by else "MISSED"


class FailureLog:
    """A pytest plugin that writes the names of the failed tests to a file."""

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
    """Apply the mutations, print which were caught, and return the exit status."""
    options = _parser().parse_args(arguments)
    chosen = draw(all_mutations(read()), options.per_rule, options.seed, options.only)
    if options.list:
        print("\n".join(map(str, chosen)))
        return 0
    out = BUILD / "mutants"
    out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    unchanged = run([None], out, 1, [])[0]
    known = unchanged.failures
    if unchanged.caught_by and not known:  # every mutation would seem to be caught
        print(f"without a mutation: {unchanged.caught_by}, and no test failed; see {out / '0.log'}")
        return 2
    print(f"without a mutation: {len(known)} tests fail, {unchanged.seconds:.0f} s", flush=True)
    results = run(chosen, out, options.jobs, known)
    if not options.no_fuzzing:
        for result in results:
            if not result.caught_by and result.mutation is not None and result.mutation.family != "client":
                fuzz(result, out)
    return report(results, known, out, time.monotonic() - began, whole=not options.only)


def draw(every: Iterable[Mutation], per_rule: int, seed: int, only: str) -> list[Mutation]:
    """Pick some mutations of each rule."""
    rules: dict[tuple[str, str], list[Mutation]] = {}
    for mutation in every:
        if not only or only in mutation.id:
            rules.setdefault((mutation.family, mutation.rule), []).append(mutation)
    chosen = []
    for (family, rule), found in sorted(rules.items()):
        chosen += random.Random(f"{seed} {family} {rule}").sample(found, min(per_rule, len(found)))
    return chosen


def run(mutations: list[Mutation] | list[None], out: Path, jobs: int, known: list[str]) -> list[MutationResult]:
    """Run the suite once for each mutation, each time in a process of its own."""
    results = [MutationResult(mutation) for mutation in mutations]
    waiting = list(enumerate(results))
    running: dict[int, tuple[int, MutationResult, float]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            number, result = waiting.pop(0)
            running[_start(result.mutation, out / str(number), known)] = (number, result, time.monotonic())
        pid, status = _ended(running)
        number, result, began = running.pop(pid)
        result.seconds = time.monotonic() - began
        file = out / f"{number}.json"
        result.failures = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []
        result.caught_by = next(iter(result.failures), "" if status == 0 else f"the run ended with {status}")
        if result.mutation is not None:
            print(f"{result.word:7}{result.seconds:6.1f} s  {result.mutation.id}", flush=True)
    return results


def _start(mutation: Mutation | None, place: Path, known: list[str]) -> int:
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
        activate(mutation)
        stop = ["-x", *(f"--deselect={name}" for name in known)] if mutation is not None else []
        quiet = ["-q", "--no-header", "--tb=short", "-p", "no:cacheprovider", "-p", "no:xdist"]
        status = pytest.main(["tests/contract", *quiet, *stop], plugins=[FailureLog(place.with_suffix(".json"))])
    os._exit(int(status))


def _ended(running: dict[int, Any]) -> tuple[int, int]:
    while True:
        pid, status = os.wait()
        if pid in running:
            return pid, os.waitstatus_to_exitcode(status)


def fuzz(result: MutationResult, out: Path) -> None:
    """See whether schemathesis catches what the tests did not."""
    assert result.mutation is not None
    began = time.monotonic()
    place = out / "fuzz"
    program = [sys.executable, "-m", "tests.contract.support.fuzzing"]
    command = [*program, "http", "--out", str(place), "--mutation", result.mutation.id]
    (place / "result.json").unlink(missing_ok=True)
    subprocess.run(command, cwd=ROOT, capture_output=True, timeout=SECONDS * 3, check=False)
    file = place / "result.json"
    found = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {"exit": "no result"}
    if found["exit"] != 0:
        result.caught_by = "schemathesis"
    result.seconds += time.monotonic() - began
    print(f"{result.word:7}{result.seconds:6.1f} s  {result.mutation.id} by fuzzing", flush=True)


def report(results: list[MutationResult], known: list[str], out: Path, seconds: float, *, whole: bool) -> int:
    """Print the figures and the surviving mutations."""
    reasons = json.loads(REASONS.read_text(encoding="utf-8")) if REASONS.is_file() else {}
    lines = list(_lines(results, reasons))
    share = sum(bool(result.caught_by) for result in results) / max(1, len(results))
    lines.append(
        f"{len(results)} mutations in {seconds:.0f} s, {share:.1%} caught; the bar is {BAR:.0%} of {LEAST} or more"
    )
    if known:
        lines.append(f"{len(known)} tests fail without a mutation and were left out: {', '.join(known[:10])}")
    text = "\n".join(lines)
    (out / "report.txt").write_text(text + "\n", encoding="utf-8")
    print(text)
    return 0 if share >= BAR and (len(results) >= LEAST or not whole) else 1


def _lines(results: list[MutationResult], reasons: dict[str, str]) -> Iterator[str]:
    applied: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    by: Counter[str] = Counter()
    for result in results:
        assert result.mutation is not None
        applied[result.mutation.family] += 1
        caught[result.mutation.family] += bool(result.caught_by)
        if result.caught_by:
            by[result.caught_by.partition("::")[0].rpartition("/")[2]] += 1
    yield "family  mutations  caught"
    for family in applied:
        yield f"{family:8}{applied[family]:9}{caught[family]:8}"
    yield "caught first by: " + ", ".join(f"{name} {count}" for name, count in by.most_common())
    for result in results:
        if not result.caught_by and result.mutation is not None:
            mutation = result.mutation
            why = reasons.get(mutation.id) or reasons.get(f"{mutation.family}/{mutation.rule}") or "no reason is known"
            yield f"survived: {mutation}\n          {why}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--per-rule", type=int, default=1, help="number of mutations per rule (default: 1)")
    parser.add_argument("--seed", type=int, default=1, help="random seed for choosing them (default: 1)")
    parser.add_argument("--jobs", type=int, default=2, help="number of parallel jobs (default: 2)")
    parser.add_argument("--only", default="", help="only mutations with this in their id")
    parser.add_argument("--no-fuzzing", action="store_true", help="run only the tests")
    parser.add_argument("--list", action="store_true", help="only list the mutations")
    return parser


if __name__ == "__main__":
    sys.exit(main())
