"""Programs that run beside the tests: schemathesis, and this suite against services of others."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import Any

import pytest

from .live_suite import SUITE_RUNS
from .loaded_spec import BUILD, ROOT

SECONDS = 3600
EXAMPLES = "3"  # of each operation in the gate; most of its time goes into them

# The tests take longest, so they get the processor first if there are fewer cores than programs.
NICE = ("nice",) if shutil.which("nice") else ()


class BackgroundRun:
    """One run of fuzzing.py or live_suite.py, which may still be going on."""

    def __init__(self, program: str, how: str, name: str, *more: str, token: str = "") -> None:
        self.out = BUILD / name
        self.out.mkdir(parents=True, exist_ok=True)
        (self.out / "result.json").unlink(missing_ok=True)
        module = f"tests.contract.support.{program}"
        self.log = self.out / "log.txt"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*NICE, sys.executable, "-m", module, how, "--out", str(self.out), *more],
                cwd=ROOT,
                env={**os.environ, "QUANT_API_TOKEN": token},
                stdout=log,
                stderr=log,
            )

    def result(self) -> dict[str, Any]:
        """Wait for the program to end, and return the result that it wrote."""
        self.process.wait(SECONDS)
        file = self.out / "result.json"
        assert file.is_file(), self.output()
        result: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return result

    def output(self) -> str:
        """The end of the program's output."""
        return self.log.read_text(encoding="utf-8")[-8000:]

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


def start_background_runs(config: pytest.Config) -> dict[str, BackgroundRun]:
    """Start the programs that the tests of this session need."""
    if config.getoption("--live-url") or config.getoption("--nightly"):
        return {}
    return {
        "http": BackgroundRun("fuzzing", "http", "http", "--share", "0", "--max-examples", EXAMPLES),
        "in process": BackgroundRun("fuzzing", "in-process", "in-process", "--share", "1", "--max-examples", EXAMPLES),
        **{how: BackgroundRun("live_suite", how, f"live-suite-{number}") for number, how in enumerate(SUITE_RUNS)},
    }
