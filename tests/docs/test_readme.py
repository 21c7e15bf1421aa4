"""What the README shows for shells and pytest works, and it leads to every page; test_pages.py runs its programs."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.markdown import code_blocks
from tests.pytest_runs import run_pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
TESTS = [block.code for block in code_blocks(TEXT, "python") if block.has_tests]
SHELL = [line for block in code_blocks(TEXT, "sh") for line in block.code.splitlines() if line]


@pytest.mark.parametrize("code", TESTS)
def test_a_test_snippet_passes(code: str, tmp_path: Path) -> None:
    (tmp_path / "test_snippet.py").write_text(code, encoding="utf-8")
    done = run_pytest(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("line", SHELL)
def test_a_shell_line_names_what_exists(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    command = line.partition("#")[0].split()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    if command[0] == "make":
        known = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        assert command[1] in [row.split()[0] for row in known.splitlines()]
    elif command[:2] == ["pip", "install"]:
        name, _, extra = command[2].strip('"]').partition("[")
        assert name in (".", project["name"])
        assert not extra or extra in project["optional-dependencies"]
    elif command[0] == "export":
        name = command[1].partition("=")[0]
        monkeypatch.delenv(name, raising=False)
        assert name in inspect.getsource(__import__("quant_ai.settings", fromlist=["settings"]))
    else:
        assert command[0] in project["scripts"]
        program = Path(sys.executable).with_name(command[0])
        subprocess.run([program, *command[1:], "--help"], capture_output=True, check=True)


def test_it_is_short() -> None:
    assert len(TEXT.splitlines()) <= 250


def test_it_leads_to_every_page() -> None:
    pages = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")}
    linked = set(re.findall(r"\]\(([^)#]+\.md)\)", TEXT))
    # The README takes the place of the first page; the last one is about the releases.
    assert pages - linked == {"docs/index.md", "docs/support.md"}
