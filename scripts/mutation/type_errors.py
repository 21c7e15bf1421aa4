"""Find the mutants that the type checker refuses: a commit with them would not pass `make typecheck`."""

from __future__ import annotations

import json
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


def refused(build: Path, generated: Path, modules: dict[Path, MutatedModule]) -> dict[str, str]:
    """The mutants with errors that the function itself does not have, with the first error of each."""
    source, stubs = build / "src", build / "stubs"
    (stubs / "mutmut" / "mutation").mkdir(parents=True, exist_ok=True)
    (stubs / "mutmut" / "mutation" / "trampoline.pyi").write_text(STUB)
    config = build / "mypy.ini"
    config.write_text(CONFIG.format(source=source, stubs=stubs, generated=generated))
    options = ["--config-file", str(config), "--cache-dir", str(build / "mypy_cache"), "--output", "json"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, str(source)], cwd=build, capture_output=True, text=True
    )
    if done.returncode > 1:
        raise RuntimeError(f"mypy failed:\n{done.stdout[-2000:]}{done.stderr}")
    errors: dict[Path, list[dict[str, str]]] = defaultdict(list)
    for line in done.stdout.splitlines():
        error = json.loads(line)
        if error["severity"] == "error" and error["code"] not in NOT_COUNTED:
            errors[(build / error["file"]).resolve()].append(error)
    found: dict[str, str] = {}
    for path, module in modules.items():
        owners = dict(lines_of(module.mutants))
        said = {(int(error["line"]), error["message"]) for error in errors[path.resolve()]}
        for number, message in sorted(said):
            mutant = owners.get(number)
            if mutant and (module.originals[mutant.place] + number - mutant.first, message) not in said:
                found.setdefault(mutant.name, message)
    return found
