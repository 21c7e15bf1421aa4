"""Type checkers pass what users rightly write, and report what they write wrongly."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from tests.removed import removed_in, removed_resources

from .checkers import CHECKERS, faults

pytestmark = pytest.mark.slow


def without_removed(text: str) -> str:
    """The text of a module, with empty lines for functions about resources that the spec no longer has."""
    lines = text.splitlines(keepends=True)
    for node in ast.parse(text).body:
        place = slice(node.lineno - 1, node.end_lineno)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and removed_in("".join(lines[place])):
            lines[place] = ["\n"] * (place.stop - place.start)
    return "".join(lines)


FOLDER = Path(__file__).with_name("user_snippets")
TEXTS = {path.name: without_removed(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.py")}
del TEXTS["__init__.py"]


@pytest.mark.parametrize("checker", CHECKERS)
def test_right_lines_pass_and_wrong_ones_are_reported(checker: str, tmp_path: Path) -> None:
    wrong = {
        (name, number)
        for name, text in TEXTS.items()
        for number, line in enumerate(text.splitlines(), 1)
        if "  # error: " in line
    }
    found = {(name, line): what for name, line, what in faults(CHECKERS[checker], tmp_path, TEXTS)}
    assert {place: what for place, what in found.items() if place not in wrong} == {}
    assert wrong - found.keys() == set(), "these lines must be reported"


def test_there_are_seventy_snippets_each_with_its_reason() -> None:
    nodes = [node for text in TEXTS.values() for node in ast.parse(text).body]
    snippets = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert len(snippets) >= 70 or removed_resources()
    assert [snippet.name for snippet in snippets if not ast.get_docstring(snippet)] == []
