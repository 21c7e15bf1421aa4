"""What a rule is: a function that looks at the document and gives its findings, registered under a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from speclint.document import Document, Place, SpecError


class Finding(NamedTuple):
    """Something to mend, and where."""

    line: int
    rule: str
    what: str
    mend: str


class Problem(NamedTuple):
    """A finding as a rule gives it; the line follows from the place unless it is given."""

    place: Place
    what: str
    mend: str
    line: int | None = None


Rule = Callable[[Document], Iterator[Problem]]

RULES: dict[str, Rule] = {}


def rule(name: str) -> Callable[[Rule], Rule]:
    """Register a rule under its name."""

    def register(function: Rule) -> Rule:
        RULES[name] = function
        return function

    return register


class Exemption(NamedTuple):
    """A place where a rule does not hold, and why."""

    rule: str
    at: str  # keys from the top, joined by spaces: the place of the finding, or one around it
    reason: str


def exemptions(path: Path) -> list[Exemption]:
    """The exemptions written in a file; each has a reason."""
    given = Document.load(path)
    found = []
    for index, entry in enumerate(given.tree.get("exemptions") or []):
        values = [str(entry.get(name) or "") for name in Exemption._fields] if isinstance(entry, dict) else [""]
        if not all(values):
            raise SpecError(path, given.line(("exemptions", index)), "an exemption needs rule, at and reason")
        found.append(Exemption(*values))
    return found


def lint(document: Document, exempt: list[Exemption] | None = None) -> list[Finding]:
    """Findings of all rules in the order of the document; an exemption that exempts nothing is one too."""
    findings: set[Finding] = set()
    used: set[Exemption] = set()
    for name, check in RULES.items():
        for problem in check(document):
            place = " ".join(map(str, problem.place))
            holds = [entry for entry in exempt or [] if entry.rule == name and f"{place} ".startswith(f"{entry.at} ")]
            used.update(holds)
            if not holds:
                line = problem.line or document.line(problem.place)
                findings.add(Finding(line, name, problem.what, problem.mend))
    for entry in set(exempt or []) - used:
        what = f"{entry.rule} finds nothing at {entry.at}"
        findings.add(Finding(1, "exemption", what, "remove it from spec/lint.yaml"))
    return sorted(findings)
