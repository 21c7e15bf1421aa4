"""Count which of the documented replies were seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from .contract import Contract


@dataclass
class Coverage:
    """How often each operation replied with each status, listed in the spec or not."""

    contract: Contract
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, pairs: Iterable[tuple[str | None, int | None]]) -> Coverage:
        """Count replies, leaving out those of no operation."""
        for operation, status in pairs:
            if operation is not None and status is not None:
                self.seen[operation, str(status)] += 1
        return self

    @property
    def documented(self) -> list[tuple[str, str]]:
        return [(found.id, status) for found in self.contract.operations.values() for status in found.replies]

    @property
    def missing(self) -> list[tuple[str, str]]:
        return [pair for pair in self.documented if not self.seen[pair]]

    @property
    def undocumented(self) -> list[tuple[str, str]]:
        known = set(self.documented)
        return sorted(pair for pair, count in self.seen.items() if count and pair not in known)

    def share(self, first_digit: str = "") -> float:
        """The share of documented pairs that was seen, of all or of one class of statuses; 1 if there are none."""
        pairs = [pair for pair in self.documented if pair[1].startswith(first_digit)]
        return sum(bool(self.seen[pair]) for pair in pairs) / len(pairs) if pairs else 1.0

    def table(self) -> str:
        """A table of operations and statuses: how often each was seen, or `-` for a documented one that was not."""
        statuses = sorted({status for _, status in self.documented})
        width = max((len(name) for name in self.contract.operations), default=0)
        lines = [" " * width + "".join(f"{status:>7}" for status in statuses)]
        for operation in self.contract.operations.values():
            cells = [str(self.seen[operation.id, s] or "-") if s in operation.replies else "" for s in statuses]
            lines.append(operation.id.ljust(width) + "".join(cell.rjust(7) for cell in cells))
        shares = [f"{status}xx {self.share(status):.1%}" for status in sorted({status[0] for status in statuses})]
        seen = len(self.documented) - len(self.missing)
        lines.append(f"{seen} of {len(self.documented)} pairs, {self.share():.1%}; {', '.join(shares)}")
        return "\n".join(lines)
