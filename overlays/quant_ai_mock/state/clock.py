"""The clock of a server, which tests can freeze and advance for the whole server or for one organisation.

Nothing else in the package asks for the time, so that tests need not wait. Nothing sleeps either: expiry and progress
are computed when something is read. A server with a file keeps its clock in it: when it starts again, nothing that it
stored has expired meanwhile, or is of the future.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import orjson


@dataclass
class Offset:
    """How a clock differs from the real one: frozen at a time, or ahead by some seconds."""

    frozen: float | None = None
    ahead: float = 0.0


class ServerClock:
    """Seconds since 1970, for the server and for each organisation."""

    def __init__(
        self,
        real: Callable[[], float] = time.time,
        kept: bytes | None = None,
        keep: Callable[[bytes], object] | None = None,
    ) -> None:
        """`kept` is what `keep` was last called with, by a server before this one."""
        self._real = real
        self._keep = keep
        common, own = orjson.loads(kept) if kept else ({}, {})
        self._common = Offset(**common)
        self._own = {organisation: Offset(**offset) for organisation, offset in own.items()}

    def now(self, organisation: str | None = None) -> float:
        """The present time, in seconds."""
        offset = self._own.get(organisation, self._common) if organisation is not None else self._common
        return offset.frozen if offset.frozen is not None else self._real() + offset.ahead

    def is_frozen(self, organisation: str | None = None) -> bool:
        """Whether the clock stands still."""
        return self._own.get(organisation or "", self._common).frozen is not None

    def freeze(self, at: float | None = None, organisation: str | None = None) -> None:
        """Stop the clock at a time, by default the present one."""
        stop = self.now(organisation) if at is None else at
        self._offset(organisation).frozen = stop
        self._changed()

    def advance(self, seconds: float, organisation: str | None = None) -> None:
        """Move the clock forward; a frozen clock stays frozen at the new time."""
        offset = self._offset(organisation)
        if offset.frozen is not None:
            offset.frozen += seconds
        else:
            offset.ahead += seconds
        self._changed()

    def release(self, organisation: str | None = None) -> None:
        """Let a frozen clock run on from its time."""
        offset = self._offset(organisation)
        if offset.frozen is not None:
            offset.ahead, offset.frozen = offset.frozen - self._real(), None
        self._changed()

    def reset(self, organisation: str | None = None) -> None:
        """Go back to the real time; without an organisation, for all of them."""
        if organisation is None:
            self._common = Offset()
            self._own.clear()
        else:
            self._own.pop(organisation, None)
        self._changed()

    def _changed(self) -> None:
        if self._keep is not None:
            self._keep(orjson.dumps((self._common, self._own)))

    def _offset(self, organisation: str | None) -> Offset:
        if organisation is None:
            return self._common
        if organisation not in self._own:
            self._own[organisation] = Offset(self._common.frozen, self._common.ahead)
        return self._own[organisation]


def iso(seconds: float) -> str:
    """A time as ISO 8601 in UTC with milliseconds, the format that most operations use."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def milliseconds(seconds: float) -> int:
    """A time in whole milliseconds."""
    return round(seconds * 1000)
