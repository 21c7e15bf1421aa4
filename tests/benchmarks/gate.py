"""Say in the terminal whether the bars are met."""

from __future__ import annotations

from .figure import Bar, Figure


def passed(figure: Figure) -> bool:
    """Whether all ratios hold on a noisy machine."""
    return all(bar.met_quickly for bar in figure.bars)


def text(figure: Figure, *, quick: bool) -> str:
    """The lines for a figure: one for each bar and, without `quick`, one for each row."""
    lines = [
        f"  {_mark(bar, quick=quick)} {bar.claim}: {amount(bar)}, {demand(bar, quick=quick)}" for bar in figure.bars
    ]
    if not quick:
        width = max((len(f"{row.case}  {row.name}") for row in figure.rows), default=0)
        lines += [f"    {f'{row.case}  {row.name}':{width}}  {number(row.value):>10} {row.unit}" for row in figure.rows]
    return "\n".join(lines)


def amount(bar: Bar) -> str:
    """The measured value of a bar, with its quartiles."""
    return f"{number(bar.value)} {bar.unit} ({number(bar.low)}–{number(bar.high)})"


def demand(bar: Bar, *, quick: bool = False) -> str:
    """The limit of a bar."""
    return f"{'at most' if bar.at_most else 'at least'} {number(bar.quick if quick else bar.limit)} {bar.unit}"


def number(value: float) -> str:
    """A number with three digits and thousands separators."""
    if value >= 999.5:
        digits = len(str(round(value))) - 3
        return f"{round(value, -digits):,.0f}"
    return f"{value:.3g}"


def _mark(bar: Bar, *, quick: bool) -> str:
    return "ok  " if (bar.met_quickly if quick else bar.met) else "MISS"
