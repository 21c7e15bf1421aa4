"""Draw the results: a panel for some of the figures, with a bar for each contender."""

from __future__ import annotations

from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from .gate import number


class Panel(NamedTuple):
    """The part of a figure that the chart shows."""

    figure: str
    case: str
    title: str
    more_is_better: bool
    without: tuple[str, ...] = ()
    """Rows to leave out, since their bars would dwarf the others."""


PANELS = (
    Panel("imports", "import", "Import", more_is_better=False),
    Panel("imports", "first call", "Import, client, first call prepared", more_is_better=False),
    Panel("calls", "in process, sync", "One small POST, in process", more_is_better=False),
    Panel("concurrency", "256 at once", "256 concurrent requests", more_is_better=True),
    Panel("streams", "chunks of 4 KiB", "Streamed chat events", more_is_better=True, without=("orjson alone",)),
    Panel("big_event", "8 MB", "One event of 8 MB in 1 KiB chunks", more_is_better=False),
    Panel("embeddings", "time", "2,000 embeddings to Python", more_is_better=False),
    Panel("mock", "POST /chat, 16 connections", "Mock server, 16 connections", more_is_better=True),
)

_COLUMNS, _WIDTH, _GAP = 2, 430, 30
_LINE, _HEAD = 20, 40
_LABEL, _VALUE = 165, 75
_STYLE = """\
  text { font: 12px system-ui, sans-serif; fill: #24292f } .title { font-weight: 600; font-size: 13px }
  .unit { fill: #6e7781 } .ours { fill: #1a7f64 } .theirs { fill: #afb8c1 } text.ours { font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .unit { fill: #8b949e } .ours { fill: #3fb68b } .theirs { fill: #484f58 }
  }
"""


def draw(results: dict[str, dict[str, Any]]) -> str:
    """The chart as SVG, without the panels whose figures have not been measured."""
    panels = [(panel, rows) for panel in PANELS if (rows := _rows(results, panel))]
    drawn: list[str] = []
    top = _GAP // 2
    for start in range(0, len(panels), _COLUMNS):
        line = panels[start : start + _COLUMNS]
        for column, (panel, rows) in enumerate(line):
            drawn += _panel(panel, rows, _GAP + column * (_WIDTH + _GAP), top)
        top += _HEAD + _LINE * max(len(rows) for _, rows in line) + _GAP
    width = _GAP + _COLUMNS * (_WIDTH + _GAP)
    size = f'viewBox="0 0 {width} {top}" width="{width}" height="{top}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">'
    title = "<title>This project beside what users would pick instead</title>"
    return "\n".join([head, title, f"<style>\n{_STYLE}</style>", *drawn, "</svg>", ""])


def _rows(results: dict[str, dict[str, Any]], panel: Panel) -> list[dict[str, Any]]:
    found = results.get(panel.figure, {}).get("rows", [])
    rows = [row for row in found if row["case"] == panel.case and row["name"] not in panel.without]
    return sorted(rows, key=lambda row: float(row["value"]), reverse=panel.more_is_better)


def _panel(panel: Panel, rows: list[dict[str, Any]], left: int, top: int) -> list[str]:
    most = max(row["value"] for row in rows)
    better = "more is better" if panel.more_is_better else "less is better"
    drawn = [
        f'<text class="title" x="{left}" y="{top + 14}">{escape(panel.title)}'
        f'<tspan class="unit" font-weight="400"> {escape(rows[0]["unit"])}, {better}</tspan></text>'
    ]
    for index, row in enumerate(rows):
        kind = "ours" if row["name"].startswith("quant-ai") else "theirs"
        y = top + _HEAD - 14 + index * _LINE
        length = max(1.5, (_WIDTH - _LABEL - _VALUE) * row["value"] / most)
        drawn.append(
            f'<text x="{left + _LABEL - 8}" y="{y + 12}" text-anchor="end">{escape(row["name"])}</text>'
            f'<rect class="{kind}" x="{left + _LABEL}" y="{y + 2}" width="{length:.1f}" height="13" rx="2"/>'
            f'<text x="{left + _LABEL + length + 6:.1f}" y="{y + 12}">{number(row["value"])}</text>'
        )
    return drawn
