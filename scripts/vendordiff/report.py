"""Write differences as text for a terminal, as Markdown for an issue, and as JSON for programs."""

from __future__ import annotations

import json
from itertools import groupby

from openapi import Pointer
from vendordiff.comparison import Disagreement


def as_text(found: list[Disagreement]) -> str:
    """One line for each difference, with what it means and the places in both documents."""
    lines = [f"{one.change:<7} {one.kind:<9} {one.where}: {one.what} ({one.meaning}) [{_places(one)}]" for one in found]
    return "\n".join([*lines, _count(found)])


def as_markdown(found: list[Disagreement]) -> str:
    """A heading for each operation, with a list below it."""
    lines = ["## The vendor's document", "", f"{_count(found)}."]
    for key, group in groupby(found, key=_operation):
        lines += ["", f"### {key}", ""]
        for one in group:
            place = one.where.removeprefix(key).strip() or "the operation"
            lines.append(
                f"- **{one.change} {one.kind}** `{place}` {one.what}: {one.meaning}. <sub>{_places(one)}</sub>"
            )
    return "\n".join(lines)


def as_json(found: list[Disagreement]) -> str:
    """An array of objects."""
    entries = [
        {**one._asdict(), "first": _pointer(one.first), "second": _pointer(one.second), "meaning": one.meaning}
        for one in found
    ]
    return json.dumps(entries, indent=2, ensure_ascii=False)


def _operation(found: Disagreement) -> str:
    return " ".join(found.where.split(" ")[:2])


def _places(found: Disagreement) -> str:
    return " and ".join(filter(None, [_pointer(found.first), _pointer(found.second)]))


def _pointer(pointer: Pointer) -> str:
    steps = [str(step).replace("~", "~0").replace("/", "~1") for step in pointer]
    return f"#/{'/'.join(steps)}" if steps else ""


def _count(found: list[Disagreement]) -> str:
    return f"{len(found)} difference{'' if len(found) == 1 else 's'}"
