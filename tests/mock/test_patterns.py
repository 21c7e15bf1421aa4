"""Texts for a pattern: they match, are derived from the seed, and are cheap to make."""

from __future__ import annotations

import random
import re
import subprocess
import sys

import pytest

from quant_ai_mock.synthetic.patterns import matching_text

PATTERNS = [
    "^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$",
    "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
    "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
    r"^https?://[^\s/]+",
    r"^\s*\{[\s\S]*\}\s*$",
    r"^[^a-z]{3}\W\D\S$",
    r"^(?P<word>\w+)-(?P=word)$",
    r"^[^x].[\u00e0-\uffff]$",
    "^x{150}$",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_text_matches_its_pattern(pattern: str) -> None:
    for seed in range(20):
        assert re.search(pattern, matching_text(pattern, random.Random(seed)))


def test_a_text_is_the_same_in_every_process() -> None:
    code = f"""
import random
from quant_ai_mock.synthetic.patterns import matching_text
print([matching_text(pattern, random.Random(1)) for pattern in {PATTERNS!r}])
"""
    first, second = (
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert first == second


@pytest.mark.parametrize("pattern", ["x*", "(x+)+", "(?:x{2,}){3}"])
def test_nothing_is_repeated_more_often_than_the_pattern_needs(pattern: str) -> None:
    assert len(matching_text(pattern, random.Random(0))) <= 6


@pytest.mark.parametrize("pattern", ["(", "[z-a]", "(x{9000}){9000}", "x{4294967294}", r"[^\x00-\x7f]"])
def test_a_pattern_that_cannot_be_matched_or_costs_too_much_gives_a_plain_text(pattern: str) -> None:
    assert matching_text(pattern, random.Random(0)) == "text"
