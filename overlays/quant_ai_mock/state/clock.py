"""The only place that knows what time it is.

Tests freeze and move it, for the whole server or for one organisation, so that what takes an hour in the service takes
none here. Nothing sleeps until a time comes: expiry and progress are worked out when somebody looks.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass
class Hands:
    """How one clock differs from the real one: stopped at a time, or ahead by some seconds."""

    frozen: float | None = None
    ahead: float = 0.0


class Clock:
    """Seconds since 1970, as each organisation sees them."""

    def __init__(self, real: Callable[[], float] = time.time) -> None:
        self._real = real
        self._common = Hands()
        self._own: dict[str, Hands] = {}

    def now(self, organisation: str | None = None) -> float:
        """The present time, in seconds."""
        hands = self._own.get(organisation, self._common) if organisation is not None else self._common
        return hands.frozen if hands.frozen is not None else self._real() + hands.ahead

    def is_frozen(self, organisation: str | None = None) -> bool:
        return self._own.get(organisation or "", self._common).frozen is not None

    def freeze(self, at: float | None = None, organisation: str | None = None) -> None:
        """Stop at a time, by default at the present one."""
        stop = self.now(organisation) if at is None else at
        self._hands(organisation).frozen = stop

    def advance(self, seconds: float, organisation: str | None = None) -> None:
        """Move on; a frozen clock stays frozen at its new time."""
        hands = self._hands(organisation)
        if hands.frozen is not None:
            hands.frozen += seconds
        else:
            hands.ahead += seconds

    def release(self, organisation: str | None = None) -> None:
        """Let a frozen clock run on from where it stands."""
        hands = self._hands(organisation)
        if hands.frozen is not None:
            hands.ahead, hands.frozen = hands.frozen - self._real(), None

    def reset(self, organisation: str | None = None) -> None:
        """Go back to the real time; without an organisation, for everybody."""
        if organisation is None:
            self._common = Hands()
            self._own.clear()
        else:
            self._own.pop(organisation, None)

    def _hands(self, organisation: str | None) -> Hands:
        if organisation is None:
            return self._common
        if organisation not in self._own:
            self._own[organisation] = Hands(self._common.frozen, self._common.ahead)
        return self._own[organisation]


def iso(seconds: float) -> str:
    """A time as the service writes most of them: ISO 8601 in UTC with milliseconds."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
