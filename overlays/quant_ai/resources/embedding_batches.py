"""Embed many texts in batches: the batches, the vectors that have arrived, and what is missing. No I/O."""

from __future__ import annotations

from array import array
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..errors import ArgumentError, ReplyError
from .bulk_errors import recounted
from .concurrency import whole_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Packed: TypeAlias = "array[float]"
else:
    Packed = array  # what type hints show: before Python 3.12 it takes no [float]

BATCH_SIZE: Final = 96
"""Texts in one request by default."""
MAX_BATCH_SIZE: Final = 100
"""Texts that the service takes in one request."""


class EmbeddingTracker:
    """Hands out batches of texts, and collects their vectors in order. Safe to share between threads.

    Args:
        texts: The texts.
        size: How many are sent in one request.
        packed: Whether a vector is an `array("f")` instead of a list.
        tell: Called with the numbers of embedded and of all texts.

    Raises:
        ConfigurationError: The size is invalid.
        ArgumentError: It is a single text, which would be split into letters.
    """

    def __init__(self, texts: Iterable[str], size: int, tell: Callable[[int, int], Any], *, packed: bool) -> None:
        if isinstance(texts, str):
            raise ArgumentError("create_many takes a list of texts; for a single text use create(input=...)")
        self._size, self._packed = whole_number(size, "batch_size=", MAX_BATCH_SIZE), packed
        self._texts, self._tell = list(texts), tell
        self._lock = Lock()
        self.vectors: list[Any] = [None] * len(self._texts)
        """The vector of each text; None where it has not arrived."""
        self._embedded = 0

    def batches(self) -> Iterator[tuple[int, list[str]]]:
        """The batches, each with the index of its first text."""
        for start in range(0, len(self._texts), self._size):
            yield start, self._texts[start : start + self._size]

    def record(self, start: int, batch: Sequence[str], found: Any) -> Any:
        """Record the vectors of a batch.

        Args:
            start: The index of its first text.
            batch: Its texts.
            found: Its vectors.

        Returns:
            What `tell` returns, to be awaited where that is async.

        Raises:
            ReplyError: There is another number of vectors than of texts.
        """
        if not isinstance(found, list) or len(found) != len(batch):
            raise ReplyError(
                f"the service was sent {len(batch)} texts, from index {start} on, and answered with another number of"
                " vectors"
            )
        with self._lock:
            vectors = [array("f", vector) for vector in found] if self._packed else found
            self.vectors[start : start + len(batch)] = vectors
            self._embedded += len(batch)
            return self._tell(self._embedded, len(self._texts))

    def recounted(self, error: Exception, start: int) -> Exception:
        """The error of a batch with the indexes of the caller's texts."""
        return recounted(error, range(start, min(start + self._size, len(self._texts))))
