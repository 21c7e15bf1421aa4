"""Make a text that matches a regular expression, using rstr.

A subclass keeps the texts short, cheap and the same in every process. rstr alone repeats up to 100 times, expands every
character range in full, and picks from sets, whose order depends on the hash seed of the process.
"""

from __future__ import annotations

import random
import re
import string
from typing import Any

import rstr

from .budget import SizeBudget

READABLE = string.ascii_letters + string.digits
MAX_PATTERN = 2000  # characters of a pattern; a longer one would take long to read
MAX_RANGE = 256  # characters taken from a range such as [\\u0000-\\uffff]
_STEP = 5  # what one part of a pattern costs, in characters


def matching_text(pattern: str, rng: random.Random, budget: SizeBudget | None = None) -> str:
    """A text that matches a pattern, or "text" if none can be made within the budget."""
    if len(pattern) > MAX_PATTERN:
        return "text"
    try:
        return _BoundedXeger(rng, budget or SizeBudget()).xeger(pattern)
    except (re.error, KeyError, IndexError, ValueError, OverflowError, RecursionError):
        return "text"


class _BoundedXeger(rstr.Rstr):
    def __init__(self, rng: random.Random, budget: SizeBudget) -> None:
        super().__init__(rng, printable=READABLE, whitespace=" ", nonword=string.punctuation.replace("_", ""))
        self._cases = {
            **self._cases,
            "range": lambda ends: [chr(code) for code in range(ends[0], min(ends[1], ends[0] + MAX_RANGE - 1) + 1)],
            "not_literal": lambda code: self._random.choice(_without([chr(code)])),
        }
        self._budget = budget

    def _handle_state(self, state: Any) -> Any:
        self._spend(_STEP)
        return super()._handle_state(state)

    def _handle_in(self, value: Any) -> Any:
        candidates = [char for item in value for char in self._handle_state(item)]
        self._spend(len(candidates))
        return self._random.choice(_without(candidates[1:]) if candidates[0] is False else candidates)

    def _handle_repeat(self, start_range: int, end_range: int, value: Any) -> str:
        times = max(start_range, min(1, end_range))
        return "".join(self._handle_state(item) for _ in range(times) for item in value)

    def _spend(self, characters: int) -> None:
        if not self._budget.spend(characters):
            raise ValueError("the pattern asks for too long a text")


def _without(excluded: list[str]) -> str:
    """The characters that a negated class can match; letters and digits if any are left."""
    for characters in (READABLE, string.printable):
        left = "".join(char for char in characters if char not in excluded)
        if left:
            return left
    raise ValueError("the class excludes every printable character")
