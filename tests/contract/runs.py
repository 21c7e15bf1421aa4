"""Runs of schemathesis that go on beside the tests."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from . import lies
from .the_document import BUILD, ROOT

SECONDS = 3600
EXAMPLES = "4"  # of each operation in the gate, whose time they take most of


class Run:
    """One run of schemathesis, which may still be going on."""

    def __init__(self, how: str, name: str, *more: str) -> None:
        self.out = BUILD / name
        self.out.mkdir(parents=True, exist_ok=True)
        (self.out / "result.json").unlink(missing_ok=True)
        lie = lies.told("mock") or lies.told("yaml")
        command = [sys.executable, "-m", "tests.contract.fuzz", how, "--out", str(self.out), *more]
        self.log = self.out / "log.txt"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, *(["--lie", lie.id] if lie is not None else [])], cwd=ROOT, stdout=log, stderr=log
            )

    def result(self) -> dict[str, Any]:
        self.process.wait(SECONDS)
        file = self.out / "result.json"
        assert file.is_file(), self.log.read_text(encoding="utf-8")[-3000:]
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return found

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


def start(config: pytest.Config) -> dict[str, Run]:
    """Begin what this session will ask for."""
    if config.getoption("--live-url"):
        more = ["--write"] if config.getoption("--live-write") else []
        where = ["--url", config.getoption("--live-url"), "--org", config.getoption("--live-org")]
        return {"live": Run("live", "live", *where, *more)}
    if config.getoption("--nightly"):
        return {}
    return {
        "http": Run("http", "http", "--share", "0", "--max-examples", EXAMPLES),
        "in process": Run("in-process", "in-process", "--share", "1", "--max-examples", EXAMPLES),
    }
