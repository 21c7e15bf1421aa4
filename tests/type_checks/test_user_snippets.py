"""Type checkers pass what users rightly write, and report what they write wrongly."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from .checkers import CHECKERS, faults

pytestmark = pytest.mark.slow

FILE = Path(__file__).with_name("user_snippets.py")
TEXT = FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize("checker", CHECKERS)
def test_right_lines_pass_and_wrong_ones_are_reported(checker: str, tmp_path: Path) -> None:
    wrong = {number for number, line in enumerate(TEXT.splitlines(), 1) if "  # error: " in line}
    found = {line: what for _, line, what in faults(CHECKERS[checker], tmp_path, {FILE.name: TEXT})}
    assert {line: what for line, what in found.items() if line not in wrong} == {}
    assert wrong - found.keys() == set(), "these lines must be reported"


def test_there_are_sixty_snippets_each_with_its_reason() -> None:
    snippets = [node for node in ast.parse(TEXT).body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert len(snippets) >= 60
    assert [snippet.name for snippet in snippets if not ast.get_docstring(snippet)] == []
