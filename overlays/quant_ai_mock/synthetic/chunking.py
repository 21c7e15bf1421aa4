"""Cut a text into overlapping chunks, at spaces where possible."""

from __future__ import annotations


def chunks(text: str, size: int, overlap: int) -> list[str]:
    """Chunks of at most `size` characters; each begins with the last `overlap` characters of the one before."""
    overlap = min(overlap, size - 1)
    found = []
    start = 0
    while True:
        end = min(start + size, len(text))
        if end < len(text):
            space = text.rfind(" ", start + max(overlap, size // 2) + 1, end)
            end = space + 1 if space > 0 else end
        found.append(text[start:end])
        if end >= len(text):
            return found
        start = end - overlap
