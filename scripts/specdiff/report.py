"""Format changes as text for a terminal, and as Markdown for the changelog."""

from __future__ import annotations

import re

from specdiff.changes import Change


def as_text(changes: list[Change], old_version: str, new_version: str) -> str:
    """One line for each change, breaking changes first, and a line with their number."""
    lines = []
    for change in changes:
        mark = "BREAKING" if change.breaking else " " * 8
        lines.append(f"{mark} {change.kind:<7} {change.where}: {change.what}{_touched(change)}")
    return "\n".join([*lines, f"{old_version} -> {new_version}: {_count(changes)}"])


def as_markdown(changes: list[Change], old_version: str, new_version: str) -> str:
    """A heading and one list for each kind of change; breaking changes are marked."""
    lines = [f"## API {new_version}", "", f"Since {old_version}: {_count(changes)}."]
    for kind in ("added", "changed", "removed"):
        found = [change for change in changes if change.kind == kind]
        if found:
            lines += ["", f"### {kind.capitalize()}", ""]
            lines += [
                f"- {'**Breaking:** ' if change.breaking else ''}`{change.where}` {change.what}{_touched(change)}"
                for change in found
            ]
    return "\n".join(lines)


def is_major(old_version: str, new_version: str) -> bool:
    """Whether a new version may break users: a greater major number, or a greater minor number before 1.0."""
    old, new = (tuple(map(int, re.findall(r"\d+", version)[:2])) for version in (old_version, new_version))
    return new[:1] > old[:1] or (old[:1] == (0,) and new > old)


def next_version(version: str, *, breaking: bool) -> str:
    """The version after one with changes: a greater major number if they break users, a greater minor one if not.

    Before 1.0 a greater minor number may break users, and a greater third one adds something.
    """
    major, minor, patch = (*map(int, re.findall(r"\d+", version)[:3]), 0, 0, 0)[:3]
    if major == 0:
        return f"0.{minor + 1}.0" if breaking else f"0.{minor}.{patch + 1}"
    return f"{major + 1}.0.0" if breaking else f"{major}.{minor + 1}.0"


def _count(changes: list[Change]) -> str:
    breaking = sum(change.breaking for change in changes)
    return f"{breaking} breaking and {len(changes) - breaking} other changes" if changes else "no change for users"


def _touched(change: Change) -> str:
    """The operations that a change of a shared schema affects."""
    if not change.operations or change.where.startswith(change.operations[0]):
        return ""
    shown = ", ".join(change.operations[:3])
    rest = len(change.operations) - 3
    return f" [{shown}{f' and {rest} more' if rest > 0 else ''}]"
