"""Prove that the client's tests notice wrong code: mutate the client with mutmut, and see which mutants they let live.

mutmut changes one place at a time: a comparison, a number, an argument, a word. A mutant is caught if mypy refuses it,
or if a test of `tests/overlays` fails. One that lives shows that a test is missing, or changes nothing that can be
observed. In that case the reason stands in `tests/overlays/mutants.json`: by function, the line as the mutant has it,
and why it makes no difference.

    python scripts/mutants_code.py                         all rooms
    python scripts/mutants_code.py http jobs/polling.py    some rooms or modules
    python scripts/mutants_code.py media.py --tests test_media.py    with these tests alone, for a quick look
    python scripts/mutants_code.py --fresh                 all mutants, also those that an earlier run has tried

A run that was interrupted goes on where it ended. What an earlier run found about a mutant stands as long as its
function is the same; what survived is tried again once any test has changed.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import pickle
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple, cast

import derive_sync

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "mutants-code"
MUTMUT = ROOT / "build" / "mutmut"
"""Where `make mutants-code` installs mutmut, which is no dependency of the project."""
sys.path.append(str(MUTMUT))

from mutmut.configuration import config as mutmut_config  # noqa: E402

from mutation import mutants as mutants_module  # noqa: E402
from mutation import type_errors  # noqa: E402
from mutation.mutants import Mutant, MutatedModule  # noqa: E402

CLIENT = ROOT / "overlays" / "quant_ai"
TESTS = ROOT / "tests" / "overlays"
REASONS = TESTS / "mutants.json"

BAR = 0.9
SKIPPED_MODULES = {"__init__.py", "_version.py", "models.py", "params.py", "types.py"}
SKIPPED_TESTS = ("test_derived_modules.py", "test_no_schema_names.py", "test_types.py", "test_exported_names.py")
"""Tests that look at the sources, which mutmut has rewritten."""


class Result(NamedTuple):
    """What became of a mutant."""

    mutant: Mutant
    status: str
    """"types", "killed", "timeout", "survived" or "no tests"."""
    by: str = ""
    """The error of the type checker, or the test that failed."""
    seconds: float = 0.0
    """The processor's time for it."""

    @property
    def is_alive(self) -> bool:
        return self.status in ("survived", "no tests")


def main() -> int:
    """Try the mutants, and list those that live."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("where", nargs="*", default=["."], help="rooms or modules of the client (default: all)")
    parser.add_argument("--tests", nargs="+", default=[], help="only these files of tests/overlays (default: all)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one per core)")
    parser.add_argument(
        "--seconds", type=float, default=8.0, help="of tests that a mutant has to survive, without it (default: 8)"
    )
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs have found")
    parser.add_argument("--killed", action="store_true", help="also list what was caught, and by what")
    args = parser.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    modules = make_mutants(args.jobs)
    tests = [TESTS / name for name in args.tests] or [TESTS]
    log = ResultLog(BUILD / "results.jsonl", tests, fresh=args.fresh)
    where = [CLIENT / each for each in args.where]
    wanted = list(dict.fromkeys(path for each in where for path in modules if path.is_relative_to(each)))
    mutants = [mutant for path in wanted for mutant in modules[path].mutants]
    errors = find_type_errors({path: modules[path] for path in wanted})
    for mutant in mutants:
        if mutant.name in errors and log.result_of(mutant) is None:
            log.add(Result(mutant, "types", errors[mutant.name]))
    todo = [mutant for mutant in mutants if log.result_of(mutant) is None]
    todo.sort(key=log.is_known)  # new ones first, then those that have survived before
    print(f"{len(mutants)} mutants in {len(wanted)} modules, {len(todo)} to try", flush=True)
    if todo and (status := try_mutants(modules, todo, tests, args.jobs, args.seconds, log)):
        print(f"pytest ended with status {status}", file=sys.stderr)
        return 2
    return report([log.result_of(mutant) or Result(mutant, "no tests") for mutant in mutants], args.killed)


def make_mutants(jobs: int) -> dict[Path, MutatedModule]:
    """Write the client with all of its mutants to build/, except modules that are derived or lists of names."""
    (BUILD / "pyproject.toml").write_text('[tool.mutmut]\nsource_paths = ["src"]\n')
    (BUILD / "src").mkdir(exist_ok=True)
    with contextlib.chdir(BUILD):
        mutmut_config()  # reads its settings from the current folder, once
    derived = {derive_sync.sync_name(module) for module in derive_sync.modules(CLIENT)}
    target = BUILD / "src" / "quant_ai"
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(CLIENT.rglob("*.py"))}
    names = {path: path.relative_to(CLIENT) for path in sources}
    chosen = [path for path in sources if names[path].as_posix() not in derived and path.name not in SKIPPED_MODULES]
    with ProcessPoolExecutor(jobs) as pool:
        modules = dict(zip(chosen, pool.map(mutated, [(names[path], sources[path]) for path in chosen]), strict=True))
    for path, source in sources.items():
        code = modules[path].code if path in modules else source
        copy = target / names[path]
        copy.parent.mkdir(parents=True, exist_ok=True)
        if not copy.exists() or copy.read_text(encoding="utf-8") != code:
            copy.write_text(code, encoding="utf-8")
    for copy in target.rglob("*.py"):
        if CLIENT / copy.relative_to(target) not in sources:
            copy.unlink()
    return modules


def mutated(module: tuple[Path, str]) -> MutatedModule:
    """The mutants of a module, made once for each version of it."""
    name, source = module
    made_by = Path(mutants_module.__file__).read_text(encoding="utf-8")
    cache = BUILD / "modules" / f"{'.'.join(name.parts)}-{digest_of(source, made_by)}.pickle"
    if not cache.exists():
        cache.parent.mkdir(exist_ok=True)
        cache.write_bytes(pickle.dumps(mutants_module.mutate(".".join(name.with_suffix("").parts), source)))
    return cast("MutatedModule", pickle.loads(cache.read_bytes()))


def find_type_errors(modules: dict[Path, MutatedModule]) -> dict[str, str]:
    """What the type checker says of each mutant that it refuses, once for each version of a module."""
    cache = BUILD / "types.json"
    known: dict[str, dict[str, str]] = json.loads(cache.read_text()) if cache.exists() else {}
    rules = Path(type_errors.__file__).read_text(encoding="utf-8")
    digests = {path: digest_of(module.code, rules) for path, module in modules.items()}
    new = {path: module for path, module in modules.items() if digests[path] not in known}
    if new:
        copies = {path.relative_to(CLIENT): module for path, module in new.items()}
        errors = type_errors.refused(BUILD, CLIENT, ROOT / "generated", copies)
        for path, module in new.items():
            names = [mutant.name for mutant in module.mutants if mutant.name in errors]
            known[digests[path]] = {name: errors[name] for name in names}
        cache.write_text(json.dumps(known))
    return {name: error for digest in digests.values() for name, error in known[digest].items()}


def try_mutants(
    modules: dict[Path, MutatedModule], todo: list[Mutant], tests: list[Path], jobs: int, seconds: float, log: ResultLog
) -> int:
    """Let the tests try mutants, in a pytest session of this process."""
    sys.setrecursionlimit(5000)  # mutmut adds frames to each call, which tests of deep values would notice
    paths = [str(BUILD / "src"), str(ROOT), str(MUTMUT)]
    sys.path[:0] = paths[:2]
    os.environ |= {"PYTHONPATH": os.pathsep.join(paths), "CI": "1"}  # for subprocesses; Hypothesis without chance
    os.environ.pop("PYTEST_ADDOPTS", None)
    import pytest

    from mutation.trials import TEST_SECONDS, Trials

    places = sorted(place for module in modules.values() for place in module.originals)
    start, count = time.monotonic(), 0

    def record(mutant: Mutant, status: str, by: str, seconds: float) -> None:
        nonlocal count
        count += 1
        log.add(Result(mutant, status, by, seconds))
        if count % 100 == 0:
            print(f"{count} of {len(todo)} after {time.monotonic() - start:.0f} s", flush=True)

    options = ["-q", "-s", "--tb=native", "--no-header", "--timeout", str(TEST_SECONDS), "--rootdir", str(ROOT)]
    options += ["-c", str(ROOT / "pyproject.toml"), "-p", "no:cacheprovider", "-p", "no:xdist", *map(str, tests)]
    options += [f"--ignore={TESTS / name}" for name in SKIPPED_TESTS]
    with contextlib.chdir(ROOT):
        return int(pytest.main(options, plugins=[Trials(todo, places, BUILD, jobs, seconds, record)]))


def support() -> Iterator[str]:
    """What all tests share."""
    for path in (TESTS / "conftest.py", *sorted((TESTS / "support").glob("*.py"))):
        yield path.read_text(encoding="utf-8")


def digest_of(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


class ResultLog:
    """The results of this run and of earlier ones, in a file that grows."""

    def __init__(self, path: Path, tests: list[Path], fresh: bool) -> None:
        self._path = path
        files = tests if tests != [TESTS] else sorted(TESTS.glob("test_*.py"))
        self._tests = digest_of(*(test.read_text(encoding="utf-8") for test in files), *support())
        self._found: dict[str, dict[str, Any]] = {}
        if fresh:
            path.unlink(missing_ok=True)
            (BUILD / "measured.json").unlink(missing_ok=True)
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            found = json.loads(line)
            self._found[found["digest"]] = found

    def add(self, result: Result) -> None:
        """Write down a result."""
        mutant = result.mutant
        found: dict[str, Any] = {"name": mutant.name, "digest": mutant.digest, "tests": self._tests}
        found |= {"status": result.status, "by": result.by, "seconds": round(result.seconds, 2)}
        self._found[mutant.digest] = found
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(found) + "\n")

    def is_known(self, mutant: Mutant) -> bool:
        """Whether a mutant was tried before, with whatever tests."""
        return mutant.digest in self._found

    def result_of(self, mutant: Mutant) -> Result | None:
        """What is known of a mutant. None if it is to be tried (again)."""
        found = self._found.get(mutant.digest)
        if not found:
            return None
        result = Result(mutant, found["status"], found["by"], found.get("seconds", 0.0))
        return None if result.is_alive and found["tests"] != self._tests else result


def report(results: list[Result], show_killed: bool) -> int:
    """Print what was found; 1 if too many mutants live on, or a reason is out of date."""
    reasons: dict[str, dict[str, str]] = json.loads(REASONS.read_text()) if REASONS.exists() else {}
    alive = [each for each in results if each.is_alive]
    excused = [each for each in alive if each.mutant.line in reasons.get(each.mutant.function, {})]
    left = [each for each in alive if each not in excused]
    for each in results if show_killed else left:
        print(f"{each.mutant.function}: {each.status} {each.by}\n    - {each.mutant.before}\n    + {each.mutant.line}")
    status = {
        (each.mutant.function, each.mutant.line): each for each in sorted(results, key=lambda each: each.is_alive)
    }
    looked_at = {each.mutant.function for each in results}
    given = [(function, line) for function, lines in reasons.items() for line in lines if function in looked_at]
    stale = [place for place in given if place not in status]
    for function, line in stale:
        print(f"{REASONS.name} gives a reason for a mutant that is gone: {function}: {line}")
    for place in given:
        if place in status and not status[place].is_alive:
            print(f"{REASONS.name} gives a reason for a mutant that is caught: {place[0]}: {place[1]}")
    print(table(results, excused, left))
    share = 1 - len(left) / max(1, len(results))
    print(f"{share:.1%} of {len(results)} mutants are caught or have a reason; at least {BAR:.0%} have to")
    return 1 if share < BAR or stale else 0


def table(results: list[Result], excused: list[Result], left: list[Result]) -> str:
    """The rooms of the client, and what became of their mutants."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for column, some in (("mutants", results), ("with a reason", excused), ("left", left)):
        for each in some:
            rows[room_of(each.mutant)][column] += 1
    for each in results:
        rows[room_of(each.mutant)][{"types": "by types"}.get(each.status, "by tests")] += not each.is_alive
    rows["all"] = sum(rows.values(), Counter())
    columns = ("mutants", "by types", "by tests", "with a reason", "left")
    lines = [f"{'room':<22}" + "".join(f"{column:>15}" for column in (*columns, "share"))]
    for room, row in rows.items():
        share = 1 - row["left"] / row["mutants"]
        lines.append(f"{room:<22}" + "".join(f"{row[column]:>15}" for column in columns) + f"{share:>15.1%}")
    return "\n".join(lines)


def room_of(mutant: Mutant) -> str:
    """The package that a mutant is in, or its module, if that is in none."""
    return mutant.function.partition(".")[0]


if __name__ == "__main__":
    sys.exit(main())
