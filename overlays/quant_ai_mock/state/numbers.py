"""Read whole numbers that clients write."""

from __future__ import annotations

_DIGITS = 18  # a longer number is larger than anything here can be, and may be too long to read


def whole_number(text: str) -> int | None:
    """The number in a text of ASCII digits; None if there is something else in it, or too many of them."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None
