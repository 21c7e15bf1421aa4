"""Tell numbers from what only looks like them in Python: booleans are integers there, and numpy's integers are not."""

from __future__ import annotations

from numbers import Integral, Real
from typing import Any


def is_whole(value: Any) -> bool:
    """Whether a value is an integer, also one of numpy."""
    return isinstance(value, Integral) and not isinstance(value, bool)


def is_number(value: Any) -> bool:
    """Whether a value is a number that is no complex one, also one of numpy."""
    return isinstance(value, Real) and not isinstance(value, bool)
