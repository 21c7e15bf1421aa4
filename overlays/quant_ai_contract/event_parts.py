"""Find what is split over the events of a stream, such as an address of which each event has some letters."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from .contract_operations import is_stream
from .exchange import media_type
from .marked_text import Edit, MarkedText, merged

_MEMBER: Final = re.compile(r'"([^"\\]{1,80})"\s*:\s*("(?:[^"\\]|\\.)*")')
_PLAIN: Final = re.compile(r"^data: ?([^\r\n{\[\"][^\r\n]*)$", re.MULTILINE)


class _Part(NamedTuple):
    """A piece of a longer text: where it stands, what it says, and whether it is a string of JSON."""

    start: int
    end: int
    value: str
    is_json: bool


def split_values(text: str, content_type: str, find: Callable[[str], list[Edit]]) -> Iterator[Edit]:
    """Edit what members of the same name say together, where it is more than one of them that has it.

    The first of them gets the replacement, and the others lose their part.
    """
    if not is_stream(media_type(content_type)):
        return
    by_name: dict[str, list[_Part]] = {}
    for found in _MEMBER.finditer(text):
        value = _value(found[2])
        if value is not None:
            by_name.setdefault(found[1], []).append(_Part(found.start(2), found.end(2), value, True))
    by_name[""] = [_Part(found.start(1), found.end(1), found[1], False) for found in _PLAIN.finditer(text)]
    for parts in by_name.values():
        if len(parts) > 1:
            yield from _edited(parts, find)


def _edited(parts: Sequence[_Part], find: Callable[[str], list[Edit]]) -> Iterator[Edit]:
    ends = list(accumulate(len(part.value) for part in parts))
    inner: dict[int, list[Edit]] = {}
    for edit in merged(find("".join(part.value for part in parts))):
        first, last = bisect_right(ends, edit.start), bisect_right(ends, edit.end - 1)
        if first == last:
            continue  # it is found again in its place
        for index in range(first, last + 1):
            begin = ends[index] - len(parts[index].value)
            start, end = max(edit.start - begin, 0), min(edit.end - begin, len(parts[index].value))
            inner.setdefault(index, []).append(Edit(start, end, edit.new if index == first else ""))
    for index, edits in inner.items():
        part = MarkedText(parts[index].value)
        part.edit(edits)
        new = json.dumps(part.text, ensure_ascii=False) if parts[index].is_json else part.text
        yield Edit(parts[index].start, parts[index].end, new)


def _value(literal: str) -> str | None:
    if "\\" not in literal:
        return literal[1:-1]
    try:
        value: str = json.loads(literal, strict=False)
    except ValueError:
        return None
    return value
