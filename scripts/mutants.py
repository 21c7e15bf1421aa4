"""Prove that the contract suite can fail: apply mutations, one at a time, and see which of them it notices.

Rules make the mutations from the spec (tests/contract/mutations): the mock server replies with something that the spec
does not promise, the client sends something that it does not describe, or the spec promises something that neither
keeps. A seed picks some mutations of each rule. A mutation is caught if a test of the suite fails or, failing that, if
schemathesis does. The tests that failed are run again without a mutation; one that fails then too proves nothing, and
is left out.

Each mutation has a process of its own. Those of client and mock begin with the tests collected, which takes longer than
to run them; those of the spec change which tests there are. `--seconds 200` ends after 200 s, and `--go-on` goes on.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import math
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import NoReturn

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
RESULTS = "results.jsonl"
SECONDS = 400  # for one run; a mutation that makes the suite hang is caught too
REASONS = ROOT / "tests" / "contract" / "mutations" / "survivors.json"


@dataclass
class MutationResult:
    """What the suite made of one mutation, or of none."""

    mutation: Mutation | None
    caught_by: str = ""
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0
    is_known: bool = False

    @property
    def word(self) -> str:
        return "caught" if self.caught_by else "MISSED"

    def remember(self, file: Path) -> None:
        """Write the result down, for a run that goes on."""
        self.is_known = True
        with file.open("a", encoding="utf-8") as lines:
            assert self.mutation is not None
            lines.write(json.dumps([self.mutation.id, self.caught_by, self.seconds]) + "\n")


def _remembered(file: Path) -> dict[str, MutationResult]:
    """The results of the runs before this one, by the id of the mutation."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return {
        name: MutationResult(None, caught_by, seconds=seconds, is_known=True)
        for name, caught_by, seconds in map(json.loads, lines)
    }


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


class Suite:
    """A pytest plugin that runs the collected tests once for each mutation, each time in a process of its own."""

    def __init__(self, runs: Runs) -> None:
        self.runs = runs
        self.is_child = False

    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Run some of the tests in each child, and none in this process."""
        for child in chain(self.runs.children(lambda mutation: mutation is not None), self.runs.check()):
            self.is_child = True
            config = session.config
            config.pluginmanager.register(child.log)
            if child.only:
                config.option.maxfail = 0
            config.hook.pytest_collection_modifyitems(session=session, config=config, items=session.items)
            session.items[:] = [item for item in session.items if child.takes(item.nodeid)]
            return None
        return True


@dataclass(frozen=True)
class Child:
    """What a process of its own needs to know."""

    log: FailureLog
    only: frozenset[str]
    without: frozenset[str]

    def takes(self, name: str) -> bool:
        """Whether the test with this name is run."""
        return name not in self.without and (not self.only or name in self.only)


@dataclass
class Runs:
    """Runs of the suite, each with a mutation or with none, in processes of their own."""

    every: list[MutationResult]
    waiting: list[MutationResult]
    out: Path
    jobs: int
    until: float
    without: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    unchanged: MutationResult = field(default_factory=lambda: MutationResult(None))
    _running: dict[int, tuple[Path, MutationResult, float]] = field(default_factory=dict)

    def children(self, fits: Callable[[Mutation | None], bool]) -> Iterator[Child]:
        """Start a process for each mutation that fits: in it, and only there, this gives a value."""
        chosen = [result for result in self.waiting if fits(result.mutation)]
        while (chosen and time.monotonic() < self.until) or self._running:
            while chosen and len(self._running) < self.jobs and time.monotonic() < self.until:
                result = chosen.pop(0)
                self.waiting.remove(result)
                place = (
                    self.out / re.sub(r"[^\w.-]+", "_", result.mutation.id if result.mutation else "unchanged")[:200]
                )
                place.with_suffix(".json").unlink(missing_ok=True)
                pid = os.fork()
                if not pid:
                    self._running.clear()
                    yield self._in_child(result, place)
                    return
                self._running[pid] = (place, result, time.monotonic())
            self._await_one()

    def check(self) -> Iterator[Child]:
        """Run the tests that failed once more, without a mutation, once no mutation is left."""
        self.only = frozenset(result.caught_by for result in self.every if "::" in result.caught_by)
        if self.only and not self.waiting:
            self.waiting, self.until = [self.unchanged], math.inf
            yield from self.children(lambda mutation: mutation is None)

    def _in_child(self, result: MutationResult, place: Path) -> Child:
        os.setsid()
        signal.alarm(SECONDS)
        with place.with_suffix(".log").open("w", encoding="utf-8") as log:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
        activate(result.mutation)
        return Child(FailureLog(place.with_suffix(".json")), self.only, self.without)

    def _await_one(self) -> None:
        pid, status = 0, 0
        while pid not in self._running:
            pid, status = os.wait()
        status = os.waitstatus_to_exitcode(status)
        place, result, began = self._running.pop(pid)
        result.seconds = time.monotonic() - began
        file = place.with_suffix(".json")
        result.failures = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []
        result.caught_by = next(iter(result.failures), "" if status == 0 else f"the run ended with {status}")
        if result.mutation is not None:
            result.remember(self.out / RESULTS)
            print(f"{result.word:7}{result.seconds:6.1f} s  {result.mutation.id}", flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Apply the mutations, print which were caught, and return the exit status."""
    options = _parser().parse_args(arguments)
    chosen = draw(all_mutations(read()), options.per_rule, options.seed, options.only)
    if options.list:
        print("\n".join(map(str, chosen)))
        return 0
    out = BUILD / "mutants"
    out.mkdir(parents=True, exist_ok=True)
    if not options.go_on:
        (out / RESULTS).unlink(missing_ok=True)
    began = time.monotonic()
    before = _remembered(out / RESULTS)
    results = [before.get(mutation.id) or MutationResult(mutation) for mutation in chosen]
    for result, mutation in zip(results, chosen, strict=True):
        result.mutation = mutation
    known: frozenset[str] = frozenset()
    until = began + options.seconds
    while True:
        todo = [result for result in results if not result.is_known]
        runs = Runs(results, todo, out, options.jobs, until, known)
        run(runs)
        if left := sum(not result.is_known for result in results):
            print(f"{left} of {len(results)} mutations are left; go on with --go-on")
            return 3
        unchanged = runs.unchanged
        if unchanged.caught_by and not unchanged.failures:
            print(f"without a mutation the suite does not run; see {out / 'unchanged.log'}")
            return 2
        if not unchanged.failures:
            break
        known |= set(unchanged.failures)
        for result in results:
            if result.caught_by in known:
                result.caught_by, result.is_known = "", False
    for result in results if not options.no_fuzzing else []:
        if not result.caught_by and result.mutation is not None and result.mutation.family != "client":
            fuzz(result, out)
    return report(results, sorted(known), out, time.monotonic() - began, whole=not options.only)


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


def run(runs: Runs) -> None:
    """Run the suite for all that waits, as far as the time suffices, and then what failed without a mutation."""
    options = [
        "tests/contract",
        "-qq",
        "--no-header",
        "--tb=short",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-s",
        "-x",
    ]
    sys.stdout.flush()
    for child in runs.children(lambda mutation: mutation is not None and mutation.family == "spec"):
        left_out = [f"--deselect={name}" for name in child.without]
        _run_and_exit([*options, *left_out], child.log)
    suite = Suite(runs)
    status = pytest.main(options, plugins=[suite])
    if suite.is_child:
        os._exit(int(status))


def _run_and_exit(options: list[str], log: FailureLog) -> NoReturn:
    status = 70
    with contextlib.suppress(BaseException):
        status = int(pytest.main(options, plugins=[log]))
    os._exit(status)


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
    parser.add_argument("--seconds", type=float, default=math.inf, help="start no other mutation after this time")
    parser.add_argument("--go-on", action="store_true", help="go on with a run that did not come to its end")
    parser.add_argument("--list", action="store_true", help="only list the mutations")
    return parser


if __name__ == "__main__":
    sys.exit(main())
