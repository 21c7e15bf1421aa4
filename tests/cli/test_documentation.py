"""What docs/command-line.md shows works: each command is run against the mock server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.markdown import code_blocks

from .support.running import CommandRunner
from .test_chat import CALL, WEATHER

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("## Ten things to do")[2].partition("\n## ")[0]
BLOCKS = [block.code for block in code_blocks(SECTION, "sh")]


@pytest.fixture
def files(home: Path) -> None:
    """What the examples read."""
    (home / "server.log").write_text("12:00 started\n12:01 out of memory\n")
    (home / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    (home / "notes.md").write_text("# A lighthouse")
    (home / "invoice.schema.json").write_text('{"type": "object", "properties": {"total": {"type": "number"}}}')
    (home / "weather.py").write_text(WEATHER)
    (home / "docs").mkdir()
    (home / "docs" / "leave.md").write_text("Annual leave is 20 days a year.")
    (home / "agent.yaml").write_text("description: Helps.\nsystemPrompt: Be brief.\nmodelId: amazon.nova-lite-v1:0\n")


def test_there_are_ten() -> None:
    assert len(BLOCKS) == 10


@pytest.mark.skipif(sys.platform == "win32" or shutil.which("sh") is None, reason="needs a POSIX shell")
def test_each_of_them_works(quant_ai: CommandRunner, files: None, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUANT_MODEL", "amazon.nova-lite-v1:0")
    quant_ai.service.script(tool_calls=CALL, text="weather")
    program = home / "quant-ai"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m quant_ai_cli "$@"\n')
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{home}{os.pathsep}{os.environ['PATH']}"}
    printed: list[str] = []
    for block in BLOCKS:
        done = subprocess.run(
            ["sh", "-ec", block], cwd=home, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, block + done.stderr
        printed.append(done.stdout)
    trees, _, _, _, weather, search, pictures, story, _, curl = printed
    assert trees.strip()
    assert (home / "answer.txt").read_text().strip()
    assert weather.strip()
    assert '"key": "docs/leave.md"' in search or "Annual leave" in search
    (path,) = json.loads(pictures)["images"]
    assert (home / path).read_bytes().startswith(b"\x89PNG")
    assert json.loads(story)["status"] in ("complete", "completed")
    assert curl.startswith("curl -X POST ")
    assert '"name":"Help desk"' in curl


def test_every_option_that_the_page_names_exists() -> None:
    snapshots = "".join(file.read_text(encoding="utf-8") for file in (Path(__file__).parent / "help").iterdir())
    for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE)):
        assert option in snapshots, option
