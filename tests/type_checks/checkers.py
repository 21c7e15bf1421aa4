"""Run mypy --strict and basedpyright on files, as users of an installed `quant_ai` do."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
CACHE = ROOT / "build" / "type_checks"  # without it, each test would check all packages from the beginning
PACKAGES = ("generated/quant_ai_client", "overlays/quant_ai", "overlays/quant_ai_mock", "overlays/quant_ai_contract")


STRICT_MYPY = ("mypy", "--strict", "--config-file=", f"--cache-dir={CACHE}")


class Checker(NamedTuple):
    """A type checker."""

    command: tuple[str, ...]
    fault: str
    """The expression that finds faults in what it prints: file, line, message."""


CHECKERS: Mapping[str, Checker] = {
    "mypy": Checker((*STRICT_MYPY, "--no-pretty"), r"^([\w.]+):(\d+): error: (.*)$"),
    "basedpyright": Checker(
        ("basedpyright", "--level=error", "--pythonpath", sys.executable), r"([\w.]+):(\d+):\d+ - error: (.*)$"
    ),
}


def fault_lines(checker: str, folder: Path, text: str) -> set[int]:
    """The lines of a text in which a type checker finds faults."""
    return {line for _, line, _ in faults(CHECKERS[checker], folder, {"snippet.py": text})}


def faults(checker: Checker, folder: Path, files: Mapping[str, str]) -> set[tuple[str, int, str]]:
    """The file, line and message of each fault that a type checker finds in these files."""
    for package in PACKAGES:
        (folder / Path(package).name).symlink_to(ROOT / package)
    (folder / "pyrightconfig.json").write_text('{"typeCheckingMode": "standard", "include": ["*.py"]}')
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", *checker.command, *files]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    found = {(name, int(line), what) for name, line, what in re.findall(checker.fault, done.stdout, re.MULTILINE)}
    assert bool(found) == bool(done.returncode), done.stdout + done.stderr
    return found
