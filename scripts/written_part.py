"""The part of a Markdown page that a script writes, between two comments."""

from __future__ import annotations


def with_written(page: str, begin: str, end: str, text: str) -> str | None:
    """The page with another text between the two comments; None if it does not have both."""
    head, begun, rest = page.partition(begin)
    _, ended, tail = rest.partition(end)
    return f"{head}{begin}\n{text}{end}{tail}" if begun and ended else None
