"""The code blocks of a Markdown page, for tests that run what the pages show."""

from __future__ import annotations

import re
from typing import NamedTuple

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class CodeBlock(NamedTuple):
    """A block with a language."""

    language: str
    line: int
    """The line of its first fence, counted from 1."""
    code: str

    @property
    def has_tests(self) -> bool:
        """Whether the code is for pytest."""
        return "def test_" in self.code

    @property
    def of_vendor(self) -> bool:
        """Whether the code uses the vendor's client, which `make test-vendor` installs."""
        return "import quantcdn\n" in self.code


def code_blocks(text: str, *languages: str) -> list[CodeBlock]:
    """The blocks in these languages; in all by default."""
    found = (CodeBlock(block[1], text.count("\n", 0, block.start()) + 1, block[2]) for block in _BLOCK.finditer(text))
    return [block for block in found if not languages or block.language in languages]


def without_code(text: str) -> str:
    """The page without its blocks."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
