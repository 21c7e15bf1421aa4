"""Lists of stored records, of which only the requested part is read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeAlias

from .organisation_store import OrganisationStore

Record: TypeAlias = dict[str, Any]
Position: TypeAlias = int | str
_AT_ONCE = 200  # records that are read at once, at most, where `fits` decides


@dataclass(frozen=True)
class Listing:
    """Records of a kind, in an order.

    marks: groups of marks, of each of which a record has at least one. live_at: a time at which they have not expired.
    fits: what has to be decided by reading a record.
    """

    store: OrganisationStore
    kind: str
    marks: Sequence[Collection[str]] = ()
    live_at: float | None = None
    newest_first: bool = True
    by_id: bool = False
    fits: Callable[[Record], bool] | None = None

    def read(
        self, *, after: Position | None = None, offset: int = 0, limit: int | None = None
    ) -> list[tuple[Position, Record]]:
        """Some of the records, each with its position in the list."""
        if self.fits is None:
            return self._select(after, offset, limit)
        end = None if limit is None else offset + limit
        at_once = _AT_ONCE if end is None else max(20, min(end, _AT_ONCE))
        return list(islice(self._fitting(after, self.fits, at_once), offset, end))

    def records(self, limit: int | None = None) -> list[Record]:
        """The first records, by default all."""
        return [record for _, record in self.read(limit=limit)]

    def _fitting(
        self, after: Position | None, fits: Callable[[Record], bool], at_once: int
    ) -> Iterator[tuple[Position, Record]]:
        while rows := self._select(after, 0, at_once):
            for position, record in rows:
                if fits(record):
                    yield position, record
            after = rows[-1][0]

    def _select(self, after: Position | None, offset: int, limit: int | None) -> list[tuple[Position, Record]]:
        return self.store.select(
            self.kind,
            marks=self.marks,
            live_at=self.live_at,
            newest_first=self.newest_first,
            by_id=self.by_id,
            after=after,
            offset=offset,
            limit=limit,
        )
