"""The register of the rules. A rule is a function that yields the problems it finds in a spec."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from openapi import Pointer, Spec, SpecFileError, YamlFile


class LintFinding(NamedTuple):
    """Something to correct, with its line."""

    line: int
    rule: str
    what: str
    fix: str


class Problem(NamedTuple):
    """A finding as a rule yields it; the line is that of the pointer, unless it is given."""

    pointer: Pointer
    what: str
    fix: str
    line: int | None = None


Rule = Callable[[Spec], Iterator[Problem]]

RULES: dict[str, Rule] = {}


def rule(name: str) -> Callable[[Rule], Rule]:
    """Register a rule under a name."""

    def register(function: Rule) -> Rule:
        RULES[name] = function
        return function

    return register


class Exemption(NamedTuple):
    """A place where a rule does not apply, and why."""

    rule: str
    at: str
    """The keys that lead to the place of the finding, or to a place around it, joined by spaces."""
    reason: str


def exemptions(path: Path) -> list[Exemption]:
    """Read the exemptions in a file.

    Raises:
        SpecFileError: The file cannot be read, or an exemption has no reason.
    """
    file = YamlFile.load(path)
    found = []
    for index, entry in enumerate(file.data.get("exemptions") or []):
        values = [str(entry.get(name) or "") for name in Exemption._fields] if isinstance(entry, dict) else [""]
        if not all(values):
            position = file.position(("exemptions", index))
            raise SpecFileError(str(path), "an exemption needs rule, at and reason", *position)
        found.append(Exemption(*values))
    return found


def lint(spec: Spec, exempt: list[Exemption] | None = None) -> list[LintFinding]:
    """The findings of all rules in the order of the spec; an exemption without effect is a finding too.

    One of a path that the spec no longer has does no harm, and may stay.
    """
    findings: set[LintFinding] = set()
    used: set[Exemption] = set()
    for name, check in RULES.items():
        for problem in _problems(spec, name, check):
            place = " ".join(map(str, problem.pointer))
            matches = [entry for entry in exempt or [] if entry.rule == name and f"{place} ".startswith(f"{entry.at} ")]
            used.update(matches)
            if not matches:
                line = problem.line or spec.line(problem.pointer)
                findings.add(LintFinding(line, name, problem.what, problem.fix))
    for entry in {entry for entry in exempt or [] if _is_there(spec, entry.at)} - used:
        what = f"{entry.rule} finds nothing at {entry.at}"
        findings.add(LintFinding(1, "exemption", what, "remove it from spec/lint.yaml"))
    return sorted(findings)


def _is_there(spec: Spec, place: str) -> bool:
    value: Any = spec.data
    for key in place.split():
        value = value.get(key) if isinstance(value, dict) else None
    return value is not None


def _problems(spec: Spec, name: str, check: Rule) -> Iterator[Problem]:
    """The problems that a rule finds. Where the spec has a shape that the rule cannot read, that is one of them."""
    try:
        yield from check(spec)
    except Exception as error:  # rules rely on the shape of OpenAPI, which `not-generated` checks
        what = f"the rule {name} cannot read this spec: {type(error).__name__}: {' '.join(str(error).split())[:100]}"
        yield Problem((), what, "correct the other findings first")
