"""Prove that the client's tests notice wrong code: mutate the client with mutmut, and see which mutants they let live.

mutmut changes one place at a time: a comparison, a number, an argument, a word. It works in a copy of the client under
build/, with the tests of `tests/overlays` that need no other part of the checkout. A mutant that no test notices shows
that a test is missing, or changes nothing that can be observed. In that case the reason stands in
`tests/overlays/mutants.json`: by function, the line as the mutant has it, and why it makes no difference.

    python scripts/mutants_code.py                      all rooms; hours
    python scripts/mutants_code.py tools jobs/page.py   some rooms or modules
    python scripts/mutants_code.py http/proxies.py --tests test_http_environment.py    with the tests of theirs alone
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import derive_sync

ROOT = Path(__file__).resolve().parents[1]
CLIENT = ROOT / "overlays" / "quant_ai"
TESTS = ROOT / "tests" / "overlays"
REASONS = TESTS / "mutants.json"
BUILD = ROOT / "build" / "mutants-code"
MUTMUT = ROOT / "build" / "mutmut"
"""Where `make mutants-code` installs mutmut, which is no dependency of the project."""

BAR = 0.9
SKIPPED_MODULES = {"__init__.py", "_version.py", "models.py", "types.py"}
SKIPPED_TESTS = ("test_derived_modules.py", "test_no_schema_names.py", "test_types.py", "test_exported_names.py")
"""Tests that look at the sources, which mutmut has rewritten."""

CONFIG = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = {modules}
pytest_add_cli_args = ["-p", "no:cacheprovider"]
pytest_add_cli_args_test_selection = {tests}

[tool.pytest.ini_options]
pythonpath = ["."]
addopts = ["--import-mode=importlib"]
timeout = 20
"""
# mutmut adds frames to each call, which tests of deep values would notice.
RUN = (
    "import sys; sys.setrecursionlimit(5000); sys.path.append({path!r}); from mutmut.__main__ import cli;"
    " cli({arguments!r})"
)


class Mutant(NamedTuple):
    """A changed line of a function, and what the tests made of it."""

    function: str
    """The module and the function: "tools.docstrings.describe"."""
    line: str
    """The line as the mutant has it."""
    status: str


def main() -> int:
    """Run mutmut, and list the mutants that the tests let live."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("where", nargs="*", default=["."], help="rooms or modules of the client (default: all)")
    parser.add_argument("--tests", nargs="*", default=[], help="only these files of tests/overlays (default: all)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one per core)")
    args = parser.parse_args()
    modules = [path for where in args.where for path in modules_in(CLIENT / where)]
    prepare(modules, args.tests)
    run = RUN.format(path=str(MUTMUT), arguments=["run", "--max-children", str(args.jobs)])
    log = BUILD / "mutmut.log"
    with log.open("w") as output:
        done = subprocess.run([sys.executable, "-c", run], cwd=BUILD, stdout=output, stderr=subprocess.STDOUT)
    if done.returncode:
        print(f"mutmut failed with status {done.returncode}; see {log.relative_to(ROOT)}", file=sys.stderr)
        return 2
    return report(list(results()))


def modules_in(place: Path) -> Iterator[Path]:
    """The modules that are mutated: not those that are derived from others, nor lists of names."""
    derived = {derive_sync.sync_name(module) for module in derive_sync.MODULES}
    for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
        name = path.relative_to(CLIENT).as_posix()
        if name not in derived and path.name not in SKIPPED_MODULES:
            yield path


def prepare(modules: list[Path], tests: list[str]) -> None:
    """Copy the client and its tests to a place of their own."""
    shutil.rmtree(BUILD, ignore_errors=True)
    without = shutil.ignore_patterns("__pycache__", *SKIPPED_TESTS)
    shutil.copytree(CLIENT, BUILD / "src" / "quant_ai", ignore=without)
    shutil.copytree(TESTS, BUILD / "tests" / "overlays", ignore=without)
    for path in (ROOT / "tests").glob("*.py"):
        if not path.name.startswith("test_"):
            shutil.copy(path, BUILD / "tests")
    selected = [f"tests/overlays/{name}" for name in tests] or ["tests/overlays"]
    names = [f"src/quant_ai/{module.relative_to(CLIENT).as_posix()}" for module in modules]
    (BUILD / "pyproject.toml").write_text(CONFIG.format(modules=json.dumps(names), tests=json.dumps(selected)))


def results() -> Iterator[Mutant]:
    """All mutants, as mutmut has recorded them."""
    sys.path.append(str(MUTMUT))
    os.chdir(BUILD)
    from mutmut.mutation.diff_apply import get_diff_for_mutant
    from mutmut.stats import status_by_exit_code

    for path in sorted(Path("mutants/src").rglob("*.meta")):
        for name, code in json.loads(path.read_text())["exit_code_by_key"].items():
            status = status_by_exit_code[code]
            line = ""
            if status not in ("killed", "timeout"):
                lines = str(get_diff_for_mutant(name)).splitlines()
                added = [line[1:].strip() for line in lines if line.startswith("+") and not line.startswith("+++")]
                line = " ".join(added) or "(a line less)"
            yield Mutant(function_of(name), line, status)


def function_of(name: str) -> str:
    """The function that mutmut means by "quant_ai.jobs.polling.xǁPollSchedule\u01c1is_final__mutmut_6"."""
    module, _, function = name.removeprefix("quant_ai.").rpartition(".")
    function = function.rpartition("__mutmut_")[0].removeprefix("x").replace("\u01c1", ".").strip(".")
    return f"{module}.{function.removeprefix('_') if '.' not in function else function}"


def report(mutants: list[Mutant]) -> int:
    """Print what was found; 1 if too many mutants live on, or a reason is out of date."""
    reasons: dict[str, dict[str, str]] = json.loads(REASONS.read_text()) if REASONS.exists() else {}
    alive = [each for each in mutants if each.status not in ("killed", "timeout")]
    unexcused = [each for each in alive if each.line not in reasons.get(each.function, {})]
    for each in unexcused:
        print(f"{each.function}: {each.status}\n    {each.line}")
    looked_at = {each.function for each in mutants}
    stale = [
        (function, line)
        for function, lines in reasons.items()
        for line in lines
        if function in looked_at and not any((each.function, each.line) == (function, line) for each in alive)
    ]
    for function, line in stale:
        print(f"{REASONS.name} gives a reason for a mutant that is caught, or gone: {function}: {line}")
    print(table(mutants, unexcused))
    share = 1 - len(unexcused) / max(1, len(mutants))
    print(f"{share:.1%} of {len(mutants)} mutants are caught or have a reason; at least {BAR:.0%} have to")
    return 1 if share < BAR or stale else 0


def table(mutants: list[Mutant], unexcused: list[Mutant]) -> str:
    """The mutants of each module, and how many of them live on without a reason."""
    every, left = (Counter(each.function.rsplit(".", 1)[0] for each in some) for some in (mutants, unexcused))
    rows: list[Any] = [("module", "mutants", "left"), *((name, count, left[name]) for name, count in every.items())]
    return "\n".join(f"{name:<40}{count:>10}{rest:>8}" for name, count, rest in rows)


if __name__ == "__main__":
    sys.exit(main())
