"""Find the mutants that the type checker refuses: a commit with them would not pass `make typecheck`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from .mutants import MutatedModule, lines_of

CONFIG = """
[mypy]
strict = True
python_version = 3.11
mypy_path = {source}:{stubs}:{generated}
explicit_package_bases = True
"""
# The trampolines that mutmut adds have to keep the types of functions.
STUB = """
from collections.abc import Callable
from typing import Any, TypeVar
F = TypeVar("F")
MutantDict = dict[str, Any]
def wrap_in_trampoline(mutants_dict: Any, is_classmethod: bool = ...) -> Callable[[F], F]: ...
"""
NOT_COUNTED = {"unused-ignore"}


def refused(build: Path, sources: Path, generated: Path, modules: dict[Path, MutatedModule]) -> dict[str, str]:
    """The mutants with errors that the function itself does not have, with the first error of each.

    Args:
        build: Where to write.
        sources: The package without mutants. Mutated modules take the place of theirs in a copy.
        generated: What the package imports.
        modules: The mutated modules, by their paths in the package.
    """
    checked, stubs = build / "checked", build / "stubs"
    shutil.rmtree(checked, ignore_errors=True)
    shutil.copytree(sources, checked / sources.name, ignore=shutil.ignore_patterns("__pycache__"))
    for path, module in modules.items():
        (checked / sources.name / path).write_text(module.code, encoding="utf-8")
    (stubs / "mutmut" / "mutation").mkdir(parents=True, exist_ok=True)
    (stubs / "mutmut" / "mutation" / "trampoline.pyi").write_text(STUB)
    config = build / "mypy.ini"
    config.write_text(CONFIG.format(source=checked, stubs=stubs, generated=generated))
    options = ["--config-file", str(config), "--cache-dir", str(build / "mypy_cache"), "--output", "json"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, str(checked)], cwd=build, capture_output=True, text=True
    )
    if done.returncode > 1:
        raise RuntimeError(f"mypy failed:\n{done.stdout[-2000:]}{done.stderr}")
    errors: dict[Path, list[dict[str, str]]] = defaultdict(list)
    for line in done.stdout.splitlines():
        error = json.loads(line)
        if error["severity"] == "error" and error["code"] not in NOT_COUNTED:
            errors[(build / error["file"]).relative_to(checked / sources.name)].append(error)
    found: dict[str, str] = {}
    for path, module in modules.items():
        owners = dict(lines_of(module.mutants))
        said = {(int(error["line"]), error["message"]) for error in errors[path]}
        for number, message in sorted(said):
            mutant = owners.get(number)
            if mutant and (module.originals[mutant.place] + number - mutant.first, message) not in said:
                found.setdefault(mutant.name, message)
    return found
