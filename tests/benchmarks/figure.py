"""A figure: what was measured, and whether it meets its bars.

Each figure's module runs in a process of its own (`run`), and writes its result to a file that the command collects.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from .harness import Spread


@dataclass(frozen=True)
class Row:
    """One measured number."""

    case: str
    name: str
    value: float
    unit: str
    low: float | None = None
    high: float | None = None

    @classmethod
    def of(cls, case: str, name: str, spread: Spread, unit: str, scale: float = 1.0) -> Row:
        """Make a row from samples, converted to its unit."""
        low, high = sorted((spread.low * scale, spread.high * scale))
        return cls(case, name, spread.value * scale, unit, low, high)

    @classmethod
    def rate(cls, case: str, name: str, seconds: Spread, unit: str, count: float = 1.0) -> Row:
        """Make a row with a rate per second."""
        return cls(case, name, count / seconds.value, unit, count / seconds.high, count / seconds.low)


@dataclass(frozen=True)
class Bar:
    """A claim of this project: a measured ratio or difference, and its limit."""

    claim: str
    value: float
    limit: float
    at_most: bool
    low: float
    high: float
    quick: float
    """The limit of `make bench-quick`: wide enough for a noisy machine with two cores."""
    unit: str = "×"
    why: str = ""
    """If the bar is missed: the reason."""

    @classmethod
    def most(cls, claim: str, spread: Spread, limit: float, *, quick: float, unit: str = "×", why: str = "") -> Bar:
        """Make an upper limit."""
        return cls(claim, spread.value, limit, True, spread.low, spread.high, quick, unit, why)

    @classmethod
    def least(cls, claim: str, spread: Spread, limit: float, *, quick: float, unit: str = "×", why: str = "") -> Bar:
        """Make a lower limit."""
        return cls(claim, spread.value, limit, False, spread.low, spread.high, quick, unit, why)

    @property
    def met(self) -> bool:
        """Whether the claim holds."""
        return self.value <= self.limit if self.at_most else self.value >= self.limit

    @property
    def met_quickly(self) -> bool:
        """Whether the claim holds on a noisy machine."""
        return self.value <= self.quick if self.at_most else self.value >= self.quick


@dataclass
class Figure:
    """Everything that one module measured."""

    title: str
    method: str
    rounds: int
    rows: list[Row] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """As JSON, rounded to significant digits."""
        made: dict[str, Any] = asdict(self)
        for bar, kept in zip(made["bars"], self.bars, strict=True):
            bar["met"] = kept.met
        return {key: _rounded(value) for key, value in made.items()}

    @classmethod
    def from_dict(cls, source: dict[str, Any]) -> Figure:
        """Read what to_dict() made, ignoring other keys."""
        bars = [Bar(**{key: value for key, value in bar.items() if key != "met"}) for bar in source["bars"]]
        rows = [Row(**row) for row in source["rows"]]
        return cls(source["title"], source["method"], source["rounds"], rows, bars, source["notes"])


def run(measure: Callable[[bool], Figure]) -> None:
    """Measure a figure by the arguments on its module's command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="fewer rounds and smaller inputs")
    parser.add_argument("--out", type=Path, help="file for the result; without it the result is printed")
    arguments = parser.parse_args()
    text = json.dumps(measure(arguments.quick).to_dict(), indent=2, ensure_ascii=False) + "\n"
    if arguments.out is None:
        print(text, end="")
    else:
        arguments.out.write_text(text, encoding="utf-8")


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return value
