"""Upload many documents in batches: which go next, which were stored, and which failed. No I/O."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..errors import BadRequestError, QuantAIError, UnprocessableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from quant_ai_client.models import DocumentsUploaded, VectorDocument, VectorDocumentParam

Document: TypeAlias = "VectorDocument | VectorDocumentParam"

BATCH_SIZE: Final = 100
"""Documents that the service takes in one request."""

_POSITION: Final = re.compile(r"\.(\d+)(?:\.|$)")
"""The index of a document in the name of a field, such as "documents.7.content"."""


@dataclass(frozen=True)
class FailedDocument:
    """A document that was not stored, as far as can be known."""

    index: int
    """Its index among all documents."""
    document: Any
    error: QuantAIError
    """Why it failed. All documents of a batch share one error, unless the service names those that caused it."""


@dataclass
class BulkUpload:
    """The result of uploading many documents."""

    uploaded: int = 0
    """How many documents were stored."""
    document_ids: list[str] = field(default_factory=list)
    """The ids that the service assigned, batch by batch in the order in which the batches were stored."""
    chunks_created: int = 0
    """How many chunks the documents were split into for the search."""
    failures: list[FailedDocument] = field(default_factory=list)
    """The documents that were not stored, in their order."""

    @property
    def ok(self) -> bool:
        """Whether all documents were stored."""
        return not self.failures


class UploadTracker:
    """Hands out batches of documents, and records what became of them. Safe to share between threads."""

    def __init__(
        self, documents: Iterable[Document], size: int, on_progress: Callable[[int, int], object] | None
    ) -> None:
        if not 1 <= size <= BATCH_SIZE:
            raise ValueError(f"batch_size= must be from 1 to {BATCH_SIZE}")
        self.result = BulkUpload()
        self._documents, self._size, self._on_progress = iter(enumerate(documents)), size, on_progress
        self._lock = Lock()

    def batches(self) -> Iterator[list[tuple[int, Document]]]:
        """The documents with their indexes, in batches. Documents are read when their batch is needed."""
        while batch := self._next():
            yield batch

    def record_success(self, batch: Sequence[tuple[int, Document]], reply: DocumentsUploaded) -> None:
        """Record a batch that was stored."""
        with self._lock:
            self.result.uploaded += len(batch)
            self.result.document_ids += reply.document_ids or []
            self.result.chunks_created += reply.chunks_created or 0
        self._report()

    def record_failure(self, batch: Sequence[tuple[int, Document]], error: QuantAIError) -> list[tuple[int, Document]]:
        """Record a batch that failed.

        Returns:
            The documents to send again: if the service named some documents as the cause, all the others.
        """
        named = set[int]()
        if isinstance(error, (UnprocessableError, BadRequestError)):
            named = {int(found[1]) for name in error.errors if (found := _POSITION.search(name))}
        failed = [pair for position, pair in enumerate(batch) if position in named] or list(batch)
        with self._lock:
            self.result.failures += [FailedDocument(index, document, error) for index, document in failed]
            self.result.failures.sort(key=lambda failure: failure.index)
        self._report()
        return [pair for pair in batch if pair not in failed]

    def _next(self) -> list[tuple[int, Document]]:
        with self._lock:
            return list(islice(self._documents, self._size))

    def _report(self) -> None:
        if self._on_progress is not None:
            with self._lock:
                self._on_progress(self.result.uploaded, len(self.result.failures))
