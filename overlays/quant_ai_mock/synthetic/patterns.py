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

READABLE = string.ascii_letters + string.digits
MAX_REPETITIONS = 100_000  # of all parts of one pattern together
MAX_RANGE = 256  # characters taken from a range such as [\u0000-\uffff]


def matching_text(pattern: str, rng: random.Random) -> str:
    """A text that matches a pattern, or "text" if none can be made."""
    try:
        return _BoundedXeger(rng).xeger(pattern)
    except (re.error, KeyError, IndexError, ValueError, OverflowError, RecursionError):
        return "text"


class _BoundedXeger(rstr.Rstr):
    def __init__(self, rng: random.Random) -> None:
        super().__init__(rng, printable=READABLE, whitespace=" ", nonword=string.punctuation.replace("_", ""))
        self._cases = {
            **self._cases,
            "range": lambda ends: [chr(code) for code in range(ends[0], min(ends[1], ends[0] + MAX_RANGE - 1) + 1)],
            "not_literal": lambda code: self._random.choice(_without([chr(code)])),
        }
        self._repetitions_left = MAX_REPETITIONS

    def _handle_in(self, value: Any) -> Any:
        candidates = [char for item in value for char in self._handle_state(item)]
        return self._random.choice(_without(candidates[1:]) if candidates[0] is False else candidates)

    def _handle_repeat(self, start_range: int, end_range: int, value: Any) -> str:
        times = max(start_range, min(1, end_range))
        self._repetitions_left -= times
        if self._repetitions_left < 0:
            raise ValueError("the pattern asks for too long a text")
        return "".join(self._handle_state(item) for _ in range(times) for item in value)


def _without(excluded: list[str]) -> str:
    """The characters that a negated class can match; letters and digits if any are left."""
    for characters in (READABLE, string.printable):
        left = "".join(char for char in characters if char not in excluded)
        if left:
            return left
    raise ValueError("the class excludes every printable character")
