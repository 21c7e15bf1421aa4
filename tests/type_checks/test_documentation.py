"""Every Python block of README and docs, and every example, passes mypy --strict and basedpyright as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.markdown import code_blocks
from tests.removed import removed_in

from .checkers import CHECKERS, ROOT, faults

pytestmark = pytest.mark.slow

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks() -> dict[str, tuple[str, str]]:
    """A file name for each block, with the place of the block and its text."""
    found: dict[str, tuple[str, str]] = {}
    for page in PAGES:
        for block in code_blocks(page.read_text(encoding="utf-8"), "python"):
            name = f"{re.sub(r'[^a-z]', '_', page.stem.lower())}_{block.line}.py"
            if not block.of_vendor and not removed_in(block.code):
                found[name] = f"{page.relative_to(ROOT)}:{block.line}", block.code
    for program in sorted((ROOT / "examples").rglob("*.py")):
        found[program.name] = str(program.relative_to(ROOT)), program.read_text(encoding="utf-8")
    return found


@pytest.mark.parametrize("checker", CHECKERS)
def test_the_blocks_of_readme_and_docs_pass(checker: str, tmp_path: Path) -> None:
    places = blocks()
    assert len(places) >= 15
    found = faults(CHECKERS[checker], tmp_path, {name: text for name, (_, text) in places.items()})
    assert [f"{places[name][0]}, line {line} of the block: {what}" for name, line, what in sorted(found)] == []
