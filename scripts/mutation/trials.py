"""Let the tests try mutants: each in a fork of one pytest session, which has collected all tests once.

A mutant is tried with the tests that call its function: those first that have caught others of the function, then the
fast ones. It is given up as a survivor after some seconds of tests, because some functions are called by every test.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import importlib
import json
import os
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state

from .mutants import Mutant

TEST_SECONDS = 20
"""A single test that takes this long with a mutant hangs."""
KILLERS = 8
"""Tests that are tried first, because they have caught most mutants of the function."""


class Measured(NamedTuple):
    """A test without any mutant."""

    seconds: float
    places: list[str]
    """The functions that it calls."""


class Child(NamedTuple):
    """A process that tries one mutant."""

    mutant: Mutant
    pipe: int
    deadline: float


class Trials:
    """A pytest plugin that tries mutants instead of running the tests."""

    def __init__(
        self,
        mutants: list[Mutant],
        places: list[str],
        build: Path,
        jobs: int,
        seconds: float,
        record: Callable[[Mutant, str, str, float], None],
    ) -> None:
        self.mutants, self.places, self.build = mutants, places, build
        self.jobs, self.budget, self.record = jobs, seconds, record
        self.items: dict[str, pytest.Item] = {}
        self.modules: set[str] = set()
        self.measured: dict[str, Measured] = {}
        self.tests: dict[str, list[str]] = defaultdict(list)
        self.killers: dict[str, Counter[str]] = defaultdict(Counter)
        self.failed, self.hung = "", False

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try all mutants, some at a time."""
        self.items = {item.nodeid: item for item in session.items}
        self.measure()
        self.load_modules()
        gc.collect()
        gc.freeze()  # so that forks share more memory
        # Functions in turn, so that what catches one mutant of a function is known before the next is tried.
        running: dict[int, Child] = {}
        for mutant in self.mutants:
            if not self.tests[mutant.place]:
                self.record(mutant, "no tests", "", 0.0)
                continue
            while len(running) >= self.jobs:
                self.wait(running)
            self.start(mutant, running)
        while running:
            self.wait(running)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Notice a test that failed, or could not be set up."""
        if report.failed:
            self.failed = report.nodeid
            self.hung = "Timeout (>" in str(report.longrepr)

    # --- Measuring ---

    def measure(self) -> None:
        """Run all tests without a mutant, and record how long they take and what they call; file by file, in forks."""
        cache = self.build / "measured.json"
        known: dict[str, Any] = json.loads(cache.read_text()) if cache.exists() else {}
        files: dict[Path, list[pytest.Item]] = defaultdict(list)
        for item in self.items.values():
            files[item.path].append(item)
        # A changed function may be called by other tests; that matters little, and measuring takes minutes.
        functions = "\0".join(self.places).encode()
        digests = {path: hashlib.sha256(path.read_bytes() + functions).hexdigest() for path in files}
        stale = [path for path, digest in digests.items() if digest not in known]
        running: dict[int, Path] = {}
        while stale or running:
            if stale and len(running) < self.jobs:
                path = stale.pop()
                pid = os.fork()
                if not pid:
                    self.measure_file(files[path], self.build / f"measured-{path.stem}.json")
                running[pid] = path
                continue
            pid, _ = os.wait()
            path = running.pop(pid)
            part = self.build / f"measured-{path.stem}.json"
            known[digests[path]] = json.loads(part.read_text())
            part.unlink()
            print(f"measured {path.stem}; {len(stale)} left", flush=True)
            passed = {digest: tests for digest, tests in known.items() if None not in tests["tests"].values()}
            cache.write_text(json.dumps(passed))  # a test that failed may pass another time
        cases: dict[str, set[str]] = defaultdict(set)
        for digest in digests.values():
            self.modules.update(known[digest]["modules"])
            for test, found in known[digest]["tests"].items():
                if found is None:
                    print(f"left out, because it fails without any mutant: {test}", file=sys.__stderr__)
                elif test in self.items:
                    self.measured[test] = Measured(*found)
                    cases[name_of(test)].update(found[1])
        # What one case of a test has called may be in a cache, or in a closure, when the next case uses its result.
        for test, found in self.measured.items():
            places = cases[name_of(test)]
            self.measured[test] = found._replace(places=list(places))
            for place in places:
                self.tests[place].append(test)

    def measure_file(self, items: list[pytest.Item], result: Path) -> None:
        """Run the tests of one file, in a fork, which ends here."""
        set_mutant_under_test("stats")
        become_silent()
        found: dict[str, Measured | None] = {}
        for item, following in zip(items, [*items[1:], None], strict=True):
            self.failed = ""
            state()._stats.clear()
            start = time.monotonic()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            seconds = time.monotonic() - start
            found[item.nodeid] = None if self.failed else Measured(seconds, sorted(state()._stats))
        result.write_text(json.dumps({"tests": found, "modules": sorted(sys.modules)}))
        os._exit(0)

    def load_modules(self) -> None:
        """Import what the tests import while they run, so that each fork need not."""
        for name in sorted(self.modules - set(sys.modules)):
            with contextlib.suppress(Exception):
                importlib.import_module(name)

    # --- Trying ---

    def start(self, mutant: Mutant, running: dict[int, Child]) -> None:
        """Try a mutant in a fork."""
        chosen = self.chosen(mutant)
        expected = sum(self.measured[test].seconds for test in chosen)
        reading, writing = os.pipe()
        pid = os.fork()
        if not pid:
            os.setpgid(0, 0)
            set_mutant_under_test(mutant.name)
            become_silent()
            self.try_tests([self.items[test] for test in chosen], writing)
        os.close(writing)
        os.set_blocking(reading, False)
        running[pid] = Child(mutant, reading, time.monotonic() + 3 * TEST_SECONDS + 5 * expected)

    def try_tests(self, items: list[pytest.Item], pipe: int) -> None:
        """Run tests until one fails, in a fork, which ends here."""
        test = ""
        try:
            for item, following in zip(items, [*items[1:], None], strict=True):
                test = item.nodeid
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if self.failed:
                    break
        except BaseException:
            self.failed = test
        os.write(pipe, f"{'timeout' if self.hung else 'killed'} {self.failed}".encode())
        os._exit(1 if self.failed else 0)

    def wait(self, running: dict[int, Child]) -> None:
        """Wait until a fork has ended, and record what came out."""
        while True:
            pid, status, used = os.wait4(-1, os.WNOHANG)
            if pid:
                break
            now = time.monotonic()
            for each, child in running.items():
                if now > child.deadline:
                    kill_group(each)
            time.sleep(0.004)
        child = running.pop(pid)
        seconds = used.ru_utime + used.ru_stime
        kill_group(pid)  # what its tests have started
        said = ""
        with contextlib.suppress(BlockingIOError):
            said = os.read(child.pipe, 4096).decode()
        os.close(child.pipe)
        if os.waitstatus_to_exitcode(status) == 0:
            self.record(child.mutant, "survived", "", seconds)
            return
        word, _, test = said.partition(" ")
        if test:
            self.killers[child.mutant.place][test] += 1
        self.record(child.mutant, word or "timeout", test, seconds)

    def chosen(self, mutant: Mutant) -> list[str]:
        """The tests that try a mutant, in their order."""
        first = [test for test, _ in self.killers[mutant.place].most_common(KILLERS)]
        return list(dict.fromkeys([*first, *self.by_file(self.affordable(self.tests[mutant.place]))]))

    def affordable(self, tests: list[str]) -> Iterator[str]:
        """Tests that are fast and call little else, as long as there is time; the second case of one counts twice."""
        cases: Counter[str] = Counter()
        costs: list[tuple[float, str]] = []
        for test in sorted(tests, key=self.seconds):
            cases[name_of(test)] += 1
            costs.append((cases[name_of(test)] * self.seconds(test) * len(self.measured[test].places), test))
        total = 0.0
        for _, test in sorted(costs):
            if total + self.seconds(test) <= self.budget:
                total += self.seconds(test)
                yield test

    def by_file(self, tests: Iterator[str]) -> Iterator[str]:
        """Tests of a file together, since they share fixtures; the fastest files first."""
        files: dict[str, list[str]] = defaultdict(list)
        for test in tests:
            files[test.partition("::")[0]].append(test)
        for group in sorted(files.values(), key=lambda group: sum(map(self.seconds, group)) / len(group)):
            yield from group

    def seconds(self, test: str) -> float:
        """How long a test takes without a mutant."""
        return self.measured[test].seconds


def name_of(test: str) -> str:
    """A test without the name of its case."""
    return test.partition("[")[0]


def become_silent() -> None:
    """Print nothing, and ask nobody."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for each in (0, 1, 2):
        os.dup2(nothing, each)


def kill_group(pid: int) -> None:
    """End a fork, and the processes that it has started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
