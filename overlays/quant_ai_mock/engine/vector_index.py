"""The vectors of one collection in memory, found by their similarity.

They are the rows of a matrix that grows by blocks, so that what is added costs no more than itself. The store holds the
same vectors; the matrix is made of them when it is first needed, and follows every change after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..state.request_context import RequestContext

if TYPE_CHECKING:
    import numpy as np

BLOCK = 4096  # rows that memory is taken for at once; it is only used once they are written
LARGEST = 1e30  # of a number in a vector


class VectorIndex:
    """The vectors of one collection, by the id of their record."""

    def __init__(self, dimensions: int) -> None:
        self._dimensions = dimensions
        self._blocks: list[np.ndarray] = []
        self._ids: list[str | None] = []  # by row; None where a record was deleted
        self._rows: dict[str, int] = {}

    def add(self, id: str, content: bytes) -> None:
        """Add a vector behind all others, given as the bytes of its numbers."""
        import numpy as np

        row = len(self._ids)
        if row == len(self._blocks) * BLOCK:
            self._blocks.append(np.empty((BLOCK, self._dimensions), dtype=np.float32))
        vector = np.frombuffer(content, dtype=np.float32)
        length = float(np.linalg.norm(vector.astype(np.float64)))
        self._blocks[row // BLOCK][row % BLOCK] = vector / length if length else vector
        self._ids.append(id)
        self._rows[id] = row

    def remove(self, ids: Iterable[str]) -> None:
        """Remove the vectors of some records."""
        for one in ids:
            row = self._rows.pop(one, None)
            if row is not None:
                self._ids[row] = None
        if len(self._ids) > 2 * len(self._rows) + BLOCK:
            self._close_gaps()

    def nearest(self, vector: Sequence[float], limit: int) -> list[tuple[str, float]]:
        """The ids of the most similar vectors with their cosines, best first; of equal ones the older first."""
        import numpy as np

        limit = min(limit, len(self._rows))
        if not limit:
            return []
        cosines = self._cosines(vector)
        return self._best(cosines, float(np.partition(cosines, len(cosines) - limit)[len(cosines) - limit]))[:limit]

    def above(self, vector: Sequence[float], lowest: float) -> list[tuple[str, float]]:
        """The ids of the vectors whose cosine is at least this, best first."""
        return self._best(self._cosines(vector), lowest) if self._rows else []

    def _cosines(self, vector: Sequence[float]) -> np.ndarray:
        """The cosine of each row."""
        import numpy as np

        target = np.asarray(vector, dtype=np.float64)
        largest = float(np.abs(target).max(initial=0.0))
        if 0.0 < largest < np.inf:  # divided first, as the square of a large number has no float
            target = target / largest
            target = (target / np.linalg.norm(target)).astype(np.float32)
        else:
            target = np.zeros(len(target), dtype=np.float32)
        # einsum and not `@`: BLAS would start threads, which wait for each other where the machine is busy.
        cosines = np.concatenate([np.einsum("ij,j->i", block, target) for block in self._filled()])
        if len(self._rows) < len(self._ids):
            cosines[[row for row, one in enumerate(self._ids) if one is None]] = -np.inf
        return cosines

    def _best(self, cosines: np.ndarray, lowest: float) -> list[tuple[str, float]]:
        """The rows whose cosine is at least `lowest`, best first; of equal ones the older first."""
        import numpy as np

        rows = np.flatnonzero(cosines >= lowest)
        best = rows[np.argsort(-cosines[rows], kind="stable")]
        return [(str(self._ids[row]), float(cosines[row])) for row in best]

    def _filled(self) -> Iterator[np.ndarray]:
        for number, block in enumerate(self._blocks):
            yield block[: len(self._ids) - number * BLOCK]

    def _close_gaps(self) -> None:
        blocks, rows = self._blocks, sorted(self._rows.items(), key=lambda item: item[1])
        self._blocks, self._ids, self._rows = [], [], {}
        for one, row in rows:
            self.add(one, blocks[row // BLOCK][row % BLOCK].tobytes())


class Vectors:
    """The vectors beside the records of a kind, in the store and in memory."""

    def __init__(self, context: RequestContext, kind: str, dimensions: int) -> None:
        self._store = context.store
        self._caches = context.state.caches
        self._kind = kind
        self._dimensions = dimensions
        self._key = ("vectors", context.organisation, kind)

    def put(self, id: str, vector: Sequence[float]) -> None:
        """Store the vector of a record that has none yet."""
        import numpy as np

        content = np.clip(np.asarray(vector, dtype=np.float64), -LARGEST, LARGEST).astype(np.float32).tobytes()
        self._store.put_bytes(self._kind, id, content)
        if (cached := self._cached()) is not None:
            cached.add(id, content)

    def get(self, id: str) -> list[float]:
        """The vector of a record."""
        import numpy as np

        found: list[float] = np.frombuffer(self._store.get_bytes(self._kind, id) or b"", dtype=np.float32).tolist()
        return found

    def forget(self, ids: Iterable[str]) -> None:
        """Remove vectors from memory; the store deletes them with their records."""
        if (cached := self._cached()) is not None:
            cached.remove(ids)

    def forget_all(self) -> None:
        """Remove all vectors from memory."""
        self._caches.pop(self._key, None)

    def nearest(self, vector: Sequence[float], limit: int) -> list[tuple[str, float]]:
        """The ids of the most similar vectors, with their cosines."""
        return self._index().nearest(vector, limit)

    def above(self, vector: Sequence[float], lowest: float) -> list[tuple[str, float]]:
        """The ids of all vectors that are similar enough, with their cosines, best first."""
        return self._index().above(vector, lowest)

    def _index(self) -> VectorIndex:
        index = self._cached()
        if index is None:
            index = VectorIndex(self._dimensions)
            for one, content in self._store.all_bytes(self._kind):
                index.add(one, content)
            self._caches[self._key] = index
        return index

    def _cached(self) -> VectorIndex | None:
        found: VectorIndex | None = self._caches.get(self._key)
        return found
