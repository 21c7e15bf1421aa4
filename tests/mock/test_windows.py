"""What is different on Windows, simulated here: no uvloop, no signal handlers of the event loop, npm.cmd."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quant_ai_mock import cli

OVERLAYS = Path(__file__).parents[2] / "overlays"
AS_ON_WINDOWS = """
import asyncio, sys
sys.modules["uvloop"] = None
def refuse(*_): raise NotImplementedError
asyncio.AbstractEventLoop.add_signal_handler = asyncio.SelectorEventLoop.add_signal_handler = refuse
from quant_ai_mock.cli import main
sys.exit(main(["--port", "0"]))
"""


def test_it_starts_and_ends_without_signal_handlers_of_the_loop() -> None:
    environment = os.environ | {"PYTHONPATH": str(OVERLAYS), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-c", AS_ON_WINDOWS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as running:
        try:
            assert running.stdout is not None
            assert "http://127.0.0.1:" in running.stdout.readline()
            running.send_signal(signal.SIGINT)
            assert running.wait(20) == 0
        finally:
            running.kill()


def test_a_command_is_found_as_a_shell_finds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    class Child:
        def __init__(self, command: list[str], **_: Any) -> None:
            ran.append(command)

        def wait(self) -> int:
            return 0

    found = {"npm": "C:\\node\\npm.cmd"}
    monkeypatch.setattr(shutil, "which", found.get)
    monkeypatch.setattr(subprocess, "Popen", Child)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    for name in ("npm", "no-such-command"):
        assert cli.main(["--", name, "test"]) == 0
    assert ran == [["C:\\node\\npm.cmd", "test"], ["no-such-command", "test"]]
