"""Programs that go on beside the tests: runs of schemathesis, and of this suite against services of others."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import Any

import pytest

from .live_suite import VISITS
from .spec import BUILD, ROOT

SECONDS = 3600
EXAMPLES = "3"  # of each operation in the gate, whose time they take most of


# The tests take the longest, and so go first where there are fewer cores than programs.
AFTER_US = ("nice",) if shutil.which("nice") else ()


class BackgroundRun:
    """One run of fuzz.py or visits.py, which may still be going on."""

    def __init__(self, program: str, how: str, name: str, *more: str, token: str = "") -> None:
        self.out = BUILD / name
        self.out.mkdir(parents=True, exist_ok=True)
        (self.out / "result.json").unlink(missing_ok=True)
        command = [
            *AFTER_US,
            sys.executable,
            "-m",
            f"tests.contract.support.{program}",
            how,
            "--out",
            str(self.out),
            *more,
        ]
        self.log = self.out / "log.txt"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, "QUANT_API_TOKEN": token},
                stdout=log,
                stderr=log,
            )

    def result(self) -> dict[str, Any]:
        self.process.wait(SECONDS)
        file = self.out / "result.json"
        assert file.is_file(), self.printed()
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return found

    def printed(self) -> str:
        """The end of what it printed."""
        return self.log.read_text(encoding="utf-8")[-8000:]

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


def start(config: pytest.Config) -> dict[str, BackgroundRun]:
    """Begin what this session will ask for."""
    if config.getoption("--live-url") or config.getoption("--nightly"):
        return {}
    return {
        "http": BackgroundRun("fuzzing", "http", "http", "--share", "0", "--max-examples", EXAMPLES),
        "in process": BackgroundRun("fuzzing", "in-process", "in-process", "--share", "1", "--max-examples", EXAMPLES),
        **{how: BackgroundRun("live_suite", how, f"visit-{place}") for place, how in enumerate(VISITS)},
    }
