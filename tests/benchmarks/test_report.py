"""The documents and the README contain the results, and no other figures."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from tests.benchmarks import chart, report
from tests.benchmarks.figure import Bar, Figure, Row
from tests.benchmarks.gate import number
from tests.benchmarks.harness import Spread

ABOUT = {
    "date": "2026-11-23",
    "machine": {"cpu": "a CPU", "cores": 2, "system": "Linux x86_64", "python": "CPython 3.11.7"},
    "versions": {"quant-ai": "0.1.0", "httpx": "0.28.1"},
}


def results() -> dict[str, dict[str, Any]]:
    ratio = Spread(0.15, 0.14, 0.16)
    bars = [Bar.most("ours / theirs", ratio, 0.5, quick=0.6), Bar.least("missed", ratio, 2, quick=1, why="a reason")]
    rows = [
        Row.of("import", "quant-ai", Spread(7.9, 7.5, 8.1), "ms"),
        Row.of("import", "httpx & co", Spread(52.1, 50, 53), "ms"),
    ]
    return {"imports": {**ABOUT, **Figure("Import", "Fresh each time.", 7, rows, bars).to_dict()}}


def test_the_table_shows_value_spread_bar_and_verdict() -> None:
    table = report.table(results())
    assert "| Import | ours / theirs | 0.15 × (0.14–0.16) | at most 0.5 × | met |" in table
    assert "| at least 2 × | **missed**: a reason |" in table
    assert "| import, ms | 7.9 | 52.1 |" in table


def test_the_summary_names_date_and_machine() -> None:
    summary = report.summary(results())
    assert "| Import | ours / theirs | 0.15 × | at most 0.5 × |" in summary
    assert "missed" not in summary
    for part in ("2026-11-23", "a CPU", "CPython 3.11.7"):
        assert part in summary


def test_the_summary_hides_no_bar_that_is_missed() -> None:
    found = results()
    found["imports"]["bars"] = found["imports"]["bars"][1:]
    assert "| Import | missed | 0.15 × | at least 2 ×, missed |" in report.summary(found)


def test_a_target_missed_without_a_reason_is_reported() -> None:
    spread = Spread(3, 3, 3)
    bars = [Bar.most("a", spread, 1, quick=1, why="physics"), Bar.most("b", spread, 1, quick=1)]
    assert report.unexplained({"figure": Figure("Title", "How.", 7, [], bars)}) == ["figure: b"]


def test_writing_fills_the_place_in_the_readme_and_leaves_the_rest(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n", encoding="utf-8")
    report.write(results(), tmp_path / "docs", readme)
    text = readme.read_text(encoding="utf-8")
    assert text == f"before\n{report.BEGIN}\n{report.summary(results())}{report.END}\nafter\n"
    assert report.load(tmp_path / "docs") == results()
    report.write(results(), tmp_path / "docs", readme)
    assert readme.read_text(encoding="utf-8") == text


def test_a_readme_without_a_place_is_left_alone(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("nothing here\n", encoding="utf-8")
    report.write(results(), tmp_path / "docs", readme)
    assert readme.read_text(encoding="utf-8") == "nothing here\n"


@pytest.mark.parametrize("claim", ["It is 10 × faster.", "12.5× less memory", "3 times faster than httpx"])
def test_a_figure_outside_that_place_is_found(claim: str) -> None:
    readme = f"{claim}\n{report.BEGIN}\n| 99 × |\n{report.END}\n"
    assert len(report.loose_figures(readme)) == 1


def test_the_readme_quotes_the_results_and_nothing_else() -> None:
    readme = report.README.read_text(encoding="utf-8")
    assert report.loose_figures(readme) == []
    text = report.quoted(readme)
    if text is not None:
        assert text == report.summary(report.load()), "run `make bench ARGS=--report`"


def test_the_documents_are_those_of_the_results() -> None:
    found = report.load()
    if found:
        assert (report.HOME / "README.md").read_text(encoding="utf-8") == report.table(found)
        assert (report.HOME / "chart.svg").read_text(encoding="utf-8") == chart.draw(found)


def test_the_chart_is_well_formed_and_marks_what_is_ours() -> None:
    drawn = ElementTree.fromstring(chart.draw(results()))
    assert [bar.get("class") for bar in drawn.iter("{http://www.w3.org/2000/svg}rect")] == ["ours", "theirs"]


@pytest.mark.parametrize(("value", "text"), [(0.1468, "0.147"), (12.34, "12.3"), (999.6, "1,000"), (45678.0, "45,700")])
def test_numbers_have_three_digits(value: float, text: str) -> None:
    assert number(value) == text
