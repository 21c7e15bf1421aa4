"""A text that is edited in places, with marks that keep their place in it.

A recorded body is redacted as a whole, since a secret may begin in one chunk and end in another. The marks are the ends
of its chunks: after the edits they say how long each chunk is now.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple


class Edit(NamedTuple):
    """A part of a text, and what replaces it."""

    start: int
    end: int
    new: str


@dataclass
class MarkedText:
    """A text and its marks, which are positions in ascending order."""

    text: str
    marks: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, body: bytes, sizes: Iterable[int] = ()) -> MarkedText:
        """The text of a body that came in chunks of these sizes. A byte that is not UTF-8 becomes a surrogate."""
        text = body.decode("utf-8", "surrogateescape")
        ends = list(accumulate(sizes))
        if text.isascii():
            return cls(text, ends)
        marks, position, begin = [], 0, 0
        for end in ends:
            while begin < end < len(body) and body[end] & 0xC0 == 0x80:  # it continues a character
                end += 1
            position += len(body[begin : max(begin, end)].decode("utf-8", "surrogateescape"))
            begin = max(begin, end)
            marks.append(min(position, len(text)))
        return cls(text, marks)

    @property
    def body(self) -> bytes:
        """The bytes of the text."""
        return self.text.encode("utf-8", "surrogateescape")

    @property
    def sizes(self) -> list[int]:
        """The size of each chunk in bytes."""
        found, begin = [], 0
        for mark in self.marks:
            found.append(mark - begin if self.text.isascii() else len(self._bytes(begin, mark)))
            begin = mark
        return found

    def edit(self, edits: Iterable[Edit]) -> None:
        """Replace some parts. A mark inside a part that is replaced moves to the end of what replaces it."""
        chosen = merged(edits)
        if not chosen:
            return
        pieces, position = [], 0
        moved, index, shift = [], 0, 0
        for one in chosen:
            while index < len(self.marks) and self.marks[index] <= one.start:
                moved.append(self.marks[index] + shift)
                index += 1
            pieces += [self.text[position : one.start], one.new]
            position = one.end
            shift += len(one.new) - (one.end - one.start)
            while index < len(self.marks) and self.marks[index] < one.end:
                moved.append(one.end + shift)
                index += 1
        moved += [mark + shift for mark in self.marks[index:]]
        self.text, self.marks = "".join([*pieces, self.text[position:]]), moved

    def _bytes(self, begin: int, end: int) -> bytes:
        return self.text[begin:end].encode("utf-8", "surrogateescape")


def merged(edits: Iterable[Edit]) -> list[Edit]:
    """Edits that do not overlap, in their order. Two that overlap become one, with what the first of them says."""
    chosen: list[Edit] = []
    for one in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not chosen or one.start >= chosen[-1].end:
            chosen.append(one)
        elif one.end > chosen[-1].end:  # what is left of it is part of a secret, too
            chosen[-1] = Edit(chosen[-1].start, one.end, chosen[-1].new)
    return chosen
