"""What an organisation has used of models, added up as it happens, so that no report has to read single requests.

There is one row for each month and day, by what it is a sum of: everything, a model, a user, a token, an interface, or
a caller, which is a user with a token.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, Final, Literal, NamedTuple, TypeAlias

Scope: TypeAlias = Literal["all", "model", "user", "token", "interface", "caller"]


class Usage(NamedTuple):
    """The sum of some requests."""

    requests: int = 0
    input: int = 0
    output: int = 0
    cents: float = 0.0


class UsageTotals:
    """The usage of one organisation. A period is a month, such as `2026-05`, or a day, such as `2026-05-31`."""

    def __init__(
        self, write: Callable[[str, tuple[Any, ...]], object], execute: Callable[..., sqlite3.Cursor], organisation: str
    ) -> None:
        self._write = write
        self._execute = execute
        self._organisation = organisation

    def add(
        self, day: str, *, model: str, user: str, token: str, interface: str, input: int, output: int, cents: float
    ) -> None:
        """Add one request."""
        names = (model, user, token, interface, caller(user, token))
        self._write(_ADD, (self._organisation, day[:7], day, *names, input, output, cents))

    def of(self, period: str, scope: Scope = "all", name: str = "") -> Usage:
        """The sum of a period."""
        row = self._execute(
            f"{_SELECT} AND period = ? AND name = ?", (self._organisation, scope, period, name)
        ).fetchone()
        return Usage() if row is None else Usage(*row[2:])

    def by_name(self, month: str, scope: Scope) -> dict[str, Usage]:
        """The sums of a month by model, user or token, in the order of their names."""
        rows = self._execute(f"{_SELECT} AND period = ? ORDER BY name", (self._organisation, scope, month))
        return {row[1]: Usage(*row[2:]) for row in rows}

    def by_day(self, days: Sequence[str], scope: Scope, name: str) -> dict[str, Usage]:
        """The sums of some days, for each of them that has one."""
        places = ", ".join("?" * len(days))
        rows = self._execute(
            f"{_SELECT} AND period IN ({places}) AND name = ?", (self._organisation, scope, *days, name)
        )
        return {row[0]: Usage(*row[2:]) for row in rows}


def caller(user: str, token: str) -> str:
    """The name of a user with a token."""
    return f"{token}\0{user}"


_SELECT: Final = "SELECT period, name, requests, input, output, cents FROM usage WHERE organisation = ? AND scope = ?"
# ?1 is the organisation, ?2 the month, ?3 the day, ?4 to ?8 the names, ?9 and ?10 the tokens, ?11 the cents.
_ROWS: Final = (
    ("all", 2, "''"), ("all", 3, "''"), ("model", 2, "?4"), ("user", 2, "?5"), ("user", 3, "?5"), ("token", 2, "?6"),
    ("token", 3, "?6"), ("interface", 2, "?7"), ("interface", 3, "?7"), ("caller", 3, "?8"),
)  # fmt: skip
_ADD: Final = (
    "INSERT INTO usage VALUES "
    + ", ".join(f"(?1, '{scope}', ?{period}, {name}, 1, ?9, ?10, ?11)" for scope, period, name in _ROWS)
    + " ON CONFLICT DO UPDATE SET requests = requests + 1, input = input + excluded.input, "
    "output = output + excluded.output, cents = cents + excluded.cents"
)
