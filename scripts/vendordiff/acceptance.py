"""The differences that are decided: spec/vendor.yaml lists each with its reason and its source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from openapi import SpecFileError, YamlFile
from vendordiff.comparison import Disagreement

SOURCES = ("document", "docs page", "client", "standard", "inference")
"""What may be known of the service, and from where; the beginning of spec/vendor.yaml says what each of them means."""
_SOURCE = re.compile(rf"({'|'.join(SOURCES)}): \S.+", re.DOTALL)


class Acceptance(NamedTuple):
    """Differences of one kind that are meant to be."""

    kind: str
    change: str
    where: str
    """A place, with `*` for any text; an entry of the file may list several."""
    what: str
    """The end of its text, with `*` for any text."""
    reason: str
    source: str
    line: int

    def covers(self, found: Disagreement) -> bool:
        """Whether a difference is one of them."""
        return (
            fnmatchcase(found.kind, self.kind)
            and fnmatchcase(found.change, self.change)
            and fnmatchcase(_plain(found.where), _plain(self.where))
            and fnmatchcase(_plain(found.what), _plain(self.what))
        )


def acceptances(path: Path) -> tuple[list[str], list[Acceptance]]:
    """The scope of the comparison, and the accepted differences.

    Raises:
        SpecFileError: The file cannot be read, or an entry lacks its reason or its source.
    """
    file = YamlFile.load(path)
    found: list[Acceptance] = []
    for index, entry in enumerate(file.data.get("accepted") or []):
        given = {"change": "*", "what": "*", **(entry if isinstance(entry, dict) else {})}
        values = {name: given.get(name) or "" for name in Acceptance._fields if name != "line"}
        if not all(values.values()) or set(given) - set(Acceptance._fields):
            message = "an accepted difference needs kind, where, reason and source, and may have change and what"
            raise SpecFileError(str(path), message, *file.position(("accepted", index)))
        if not all(_SOURCE.fullmatch(part) for part in str(values["source"]).split("; ")):
            message = f"the source {values['source']!r} is none of `{'`, `'.join(f'{kind}: ...' for kind in SOURCES)}`"
            raise SpecFileError(str(path), message, *file.position(("accepted", index, "source")))
        listed = isinstance(values["where"], list)
        for at, place in enumerate(values["where"] if listed else [values["where"]]):
            pointer = ("accepted", index, "where", at) if listed else ("accepted", index)
            texts = {name: str(value) for name, value in values.items() if name != "where"}
            found.append(Acceptance(**texts, where=str(place), line=file.line(pointer)))
    return [str(prefix) for prefix in file.data.get("scope") or []], found


def undecided(found: Iterable[Disagreement], accepted: list[Acceptance]) -> tuple[list[Disagreement], list[Acceptance]]:
    """The differences that no entry covers, and the entries that cover none."""
    left: list[Disagreement] = []
    used: set[Acceptance] = set()
    exact: dict[str, list[Acceptance]] = {}
    wide = [entry for entry in accepted if set("*?") & set(entry.where.replace("[]", ""))]
    for entry in accepted:
        exact.setdefault(entry.where, []).append(entry)
    for one in found:
        matching = [entry for entry in (*exact.get(one.where, ()), *wide) if entry.covers(one)]
        used.update(matching)
        if not matching:
            left.append(one)
    return left, [entry for entry in accepted if entry not in used]


def _plain(text: str) -> str:
    """Brackets mean themselves, not a set of characters."""
    return text.replace("[", "(").replace("]", ")")
