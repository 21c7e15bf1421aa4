"""The README's tests pass, and it leads to every page; test_pages.py and test_shell_blocks.py try its other blocks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.markdown import code_blocks
from tests.pytest_runs import run_pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
TESTS = [block.code for block in code_blocks(TEXT, "python") if block.has_tests]


@pytest.mark.parametrize("code", TESTS)
def test_a_test_snippet_passes(code: str, tmp_path: Path) -> None:
    (tmp_path / "test_snippet.py").write_text(code, encoding="utf-8")
    done = run_pytest(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_is_short() -> None:
    assert len(TEXT.splitlines()) <= 250


def test_it_leads_to_every_page() -> None:
    pages = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")}
    linked = set(re.findall(r"\]\(([^)#]+\.md)\)", TEXT))
    # The README takes the place of the first page; the last one is about the releases.
    assert pages - linked == {"docs/index.md", "docs/support.md"}
