"""When something was last deleted: what is missing after that may have gone with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from .recent import Recent
from .seen import SeenExchange, area

_MOST: Final = 2000  # areas of organisations


@dataclass
class Deletions:
    """The last exchange of an organisation that deleted something in an area of the API."""

    numbers: dict[tuple[str, str], int] = field(default_factory=lambda: Recent(_MOST))

    def add(self, seen: SeenExchange) -> None:
        """Remember an exchange if it deleted something."""
        if seen.operation.method == "DELETE" and seen.succeeded:
            self.numbers[seen.organisation, area(seen.operation)] = seen.number

    def last(self, seen: SeenExchange) -> int:
        """The number of the last one in the area of an exchange; 0 if there is none."""
        return self.numbers.get((seen.organisation, area(seen.operation)), 0)
