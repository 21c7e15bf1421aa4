"""JSON values, of any size."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

Json: TypeAlias = Any  # any JSON value; the spec says what it may be

_MAX_DIGITS: Final = 4000  # Python refuses to read integers of more than 4300 digits


def json_integer(digits: str) -> int | float:
    """The number that a JSON text spells, of however many digits."""
    return int(digits) if len(digits) <= _MAX_DIGITS else float(digits)
