"""Write docs/benchmarks/ (the results as JSON, tables and a chart) and the summary in the README.

None of this is edited by hand, so every figure in the README or a table comes from a run.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from . import chart
from .environment import ROOT
from .figure import Bar, Figure
from .gate import amount, demand, number

HOME = ROOT / "docs" / "benchmarks"
README = ROOT / "README.md"
BEGIN, END = "<!-- benchmarks: written by `make bench` -->", "<!-- end of benchmarks -->"

_RATIO = re.compile(r"\d[\d.,]*\s?×|\d[\d.,]* times (?:faster|lighter|less|more)")

Results = dict[str, dict[str, Any]]

_INTRODUCTION = """\
# Benchmarks

Written by `make bench`; please do not edit. All figures are ratios of contenders that took turns within one run, each
the median of the ratios of its rounds with the quartiles in parentheses. Absolute numbers belong to the machine.
`make bench FIGURES="imports calls"` measures some figures again. The same numbers are in [results.json](results.json);
how they are measured is in [tests/benchmarks](../../tests/benchmarks).

![Ours beside what users would pick instead](chart.svg)
"""


def load(home: Path = HOME) -> Results:
    """The results so far."""
    path = home / "results.json"
    found: Results = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def write(results: Results, home: Path = HOME, readme: Path = README) -> None:
    """Write the documents, and the summary if the README has a place for it."""
    home.mkdir(parents=True, exist_ok=True)
    text = json.dumps(results, indent=2, ensure_ascii=False) + "\n"
    (home / "results.json").write_text(text, encoding="utf-8")
    (home / "README.md").write_text(table(results), encoding="utf-8")
    (home / "chart.svg").write_text(chart.draw(results), encoding="utf-8")
    if readme.exists():
        old = readme.read_text(encoding="utf-8")
        before = quoted(old)
        if before is not None:
            new = old.replace(f"{BEGIN}\n{before}{END}", f"{BEGIN}\n{summary(results)}{END}")
            readme.write_text(new, encoding="utf-8")


def table(results: Results) -> str:
    """A table of all bars, then every figure with everything that was measured."""
    parts = [_INTRODUCTION, "## Bars\n", _bars(results)]
    about = ""
    for name, result in results.items():
        figure = _figure(result)
        parts.append(f"## {figure.title}\n")
        medians = f" Medians of {figure.rounds} rounds." if figure.rounds > 1 else ""
        parts.append(f"{figure.method}{medians} `make bench FIGURES={name}`.\n")
        parts.append(_rows(figure))
        parts += [f"{note}\n" for note in figure.notes]
        if _about(result) != about:
            about = _about(result)
            parts.append(f"<sub>Measured from here on with {about}.</sub>\n")
    return "\n".join(parts)


def summary(results: Results) -> str:
    """The summary for the README: the first bar of each figure and whether it is met, the dates and the machines."""
    lines = ["| what | compared | measured | bar |", "|---|---|---:|---|"]
    for result in results.values():
        figure = _figure(result)
        for bar in figure.bars[:1]:
            missed = "" if bar.met else ", missed"
            lines.append(f"| {figure.title} | {bar.claim} | {number(bar.value)} {bar.unit} | {demand(bar)}{missed} |")
    when = ", and ".join(dict.fromkeys(f"on {result['date']} ({_where(result)})" for result in results.values()))
    return "\n".join([*lines, "", f"<sub>Measured {when}; docs/benchmarks lists the versions.</sub>", ""])


def unexplained(figures: dict[str, Figure]) -> list[str]:
    """The bars that are missed without a reason."""
    return [
        f"{name}: {bar.claim}" for name, figure in figures.items() for bar in figure.bars if not bar.met and not bar.why
    ]


def quoted(readme: str) -> str | None:
    """The summary in the README; None if it has no place for one."""
    _, begun, rest = readme.partition(BEGIN + "\n")
    text, ended, _ = rest.partition(END)
    return text if begun and ended else None


def loose_figures(readme: str) -> list[str]:
    """Ratios in the README outside its summary, where nothing checks them."""
    text = quoted(readme)
    return _RATIO.findall(readme if text is None else readme.replace(text, ""))


def _bars(results: Results) -> str:
    lines = ["| figure | compared | measured | bar | |", "|---|---|---:|---|---|"]
    for result in results.values():
        figure = _figure(result)
        for index, bar in enumerate(figure.bars):
            title = figure.title if index == 0 else ""
            lines.append(f"| {title} | {bar.claim} | {amount(bar)} | {demand(bar)} | {_verdict(bar)} |")
    return "\n".join([*lines, ""])


def _verdict(bar: Bar) -> str:
    return "met" if bar.met else f"**missed**{': ' + bar.why if bar.why else ''}"


def _rows(figure: Figure) -> str:
    """A table with a column for each contender and a row for each case."""
    names = list(dict.fromkeys(row.name for row in figure.rows))
    cases = list(dict.fromkeys((row.case, row.unit) for row in figure.rows))
    values = {(row.case, row.name): row.value for row in figure.rows}
    lines = [f"| | {' | '.join(names)} |", f"|---|{'---:|' * len(names)}"]
    for case, unit in cases:
        cells = [number(values[case, name]) if (case, name) in values else "" for name in names]
        lines.append(f"| {case}, {unit} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _about(result: dict[str, Any]) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in result["versions"].items())
    return f"{versions} on {result['date']} ({_where(result)})"


def _where(result: dict[str, Any]) -> str:
    machine = result["machine"]
    return f"{machine['cpu']}, {machine['cores']} cores, {machine['system']}, {machine['python']}"


def _figure(result: dict[str, Any]) -> Figure:
    return Figure.from_dict({key: value for key, value in result.items() if key not in ("date", "machine", "versions")})
