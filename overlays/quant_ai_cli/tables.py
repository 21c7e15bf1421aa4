"""Lists as tables that fit the terminal, and objects as lines. Both show what is short; `-o json` shows everything."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any, Final

from .terminal import BOLD, DIM, cut, painted, safe, width_of

_GAP: Final = 2
_MIN_WIDTH: Final = 16
_MAX_WIDTH: Final = 60


def table(rows: Sequence[Any], width: int, *, color: bool = False) -> str:
    """A table of objects, or a line for each of other values."""
    if not rows:
        return painted("(none)", DIM, color=color) + "\n"
    if not all(isinstance(row, dict) for row in rows):
        return "".join(f"{cut(_cell(row), width)}\n" for row in rows)
    names = _columns(rows)
    if not names:
        return "".join(f"{cut(_cell(row), width)}\n" for row in rows)
    cells = [[_cell(row.get(name)) for name in names] for row in rows]
    natural = [
        min(max([width_of(name), *(width_of(line[at]) for line in cells)]), _MAX_WIDTH) for at, name in enumerate(names)
    ]
    widths = fitted(natural, width)
    shown = len(widths)
    lines = [_line(list(map(safe, names)), widths, BOLD if color else ""), *(_line(line, widths) for line in cells)]
    left_out = len(names) - shown
    if left_out:
        more = f"({left_out} more column{'s' * (left_out > 1)}: -o json)"
        lines.append(painted(cut(more, width), DIM, color=color))
    return "".join(f"{line}\n" for line in lines)


def fitted(natural: Sequence[int], width: int) -> list[int]:
    """The widths of the columns that fit: the widest give way first, then the last ones, and the first one at last."""
    widths = list(natural)
    while sum(widths) + _GAP * (len(widths) - 1) > width:
        excess = sum(widths) + _GAP * (len(widths) - 1) - width
        widest = max(range(1, len(widths)), key=widths.__getitem__, default=0)
        if widest and widths[widest] > _MIN_WIDTH:
            second = max([one for at, one in enumerate(widths) if at not in (0, widest)], default=_MIN_WIDTH)
            floor = max(_MIN_WIDTH, min(second, widths[widest] - 1))
            widths[widest] = max(floor, widths[widest] - excess)
        elif len(widths) > 1:
            widths.pop()
        else:
            widths[0] = width
    return widths


def fields(value: Any, width: int, *, color: bool = False) -> str:
    """A value on lines: `name: value`, with what is inside indented."""
    return "".join(f"{line}\n" for line in _lines(value, "", width, color))


def _columns(rows: Sequence[dict[str, Any]]) -> list[str]:
    """The fields that a table can show, in the order of the spec."""
    names = list(dict.fromkeys(name for row in rows[:100] for name in row))
    return [name for name in names if not any(_is_long(row.get(name)) for row in rows[:100])]


def _is_long(value: Any) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value)
    )


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = ", ".join(map(_word, value))
    return " ".join(safe(_word(value)).split())


def _word(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _line(cells: Sequence[str], widths: Sequence[int], code: str = "") -> str:
    shown = [cut(cell, width) for cell, width in zip(cells, widths, strict=False)]
    padded = [cell + " " * (width - width_of(cell)) for cell, width in zip(shown, widths, strict=True)]
    line = (" " * _GAP).join(padded).rstrip()
    return painted(line, code, color=bool(code))


def _lines(value: Any, pad: str, width: int, color: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _field(safe(str(key)), item, pad, width, color)
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, (dict, list)) and item:
                inner = list(_lines(item, f"{pad}  ", width, color))
                yield f"{pad}- {inner[0][len(pad) + 2 :]}"
                yield from inner[1:]
            else:
                yield from _wrapped(f"{pad}- ", _text(item), f"{pad}  ", width)
    else:
        yield from _wrapped(pad, _text(value), pad, width)


def _field(name: str, item: Any, pad: str, width: int, color: bool) -> Iterator[str]:
    label = painted(f"{name}:", BOLD, color=color)
    if isinstance(item, list) and len(item) > 20 and all(isinstance(one, (int, float)) for one in item):
        yield f"{pad}{label} {len(item)} numbers"
    elif isinstance(item, (dict, list)) and item:
        if isinstance(item, list) and not any(isinstance(one, (dict, list)) for one in item):
            line = ", ".join(_text(one) for one in item)
            if width_of(f"{pad}{name}: {line}") <= width and "\n" not in line:
                yield f"{pad}{label} {line}"
                return
        yield f"{pad}{label}"
        yield from _lines(item, f"{pad}  ", width, color)
    else:
        lines = list(_wrapped(f"{pad}{name}: ", _text(item), f"{pad}  ", width))
        lines[0] = f"{pad}{label}{lines[0][len(pad) + len(name) + 1 :]}"
        yield from lines


def _text(value: Any) -> str:
    if isinstance(value, str):
        return safe(value)
    return "none" if value in ([], {}) else json.dumps(value, ensure_ascii=False)


def _wrapped(head: str, text: str, pad: str, width: int) -> Iterator[str]:
    """A text behind a name; the lines that it has itself are indented."""
    first, *others = text.splitlines() or [""]
    room = max(width, len(pad) + 20)
    options: dict[str, Any] = {"break_long_words": False, "break_on_hyphens": False, "replace_whitespace": False}
    yield from textwrap.wrap(first, room, initial_indent=head, subsequent_indent=pad, **options) or [head.rstrip()]
    for line in others:
        yield from textwrap.wrap(line, room, initial_indent=pad, subsequent_indent=pad, **options) or [""]
