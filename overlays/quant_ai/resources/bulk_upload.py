"""Upload many documents in batches: which go next, which were stored, and which failed. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from quant_ai_client.arguments import encoded

from ..errors import ArgumentError, QuantAIError
from ..json_text import dumps
from .bulk_errors import named_positions, recounted
from .concurrency import whole_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from quant_ai_client.models import DocumentsUploaded, VectorDocument, VectorDocumentParam

Document: TypeAlias = "VectorDocument | VectorDocumentParam"

BATCH_SIZE: Final = 100
"""Documents that the service takes in one request."""


@dataclass(frozen=True)
class FailedDocument:
    """A document that was not stored, as far as is known."""

    index: int
    """Its index among all documents."""
    document: Any
    error: Exception
    """Why it failed: a `QuantAIError`. All documents of a batch share one error, unless the service names those that
    caused it. A document that cannot be sent has an `ArgumentError` of its own.
    """


@dataclass
class BulkUpload:
    """The result of uploading many documents."""

    uploaded: int = 0
    """How many documents were stored."""
    document_ids: list[str] = field(default_factory=list, repr=False)
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
    """Hands out batches of documents, and records their results. Safe to share between threads.

    Args:
        documents: The documents.
        size: How many are sent in one request.
        tell: Called with the numbers of stored and of failed documents.

    Raises:
        ConfigurationError: The size is invalid.
        ArgumentError: It is a single document.
    """

    def __init__(self, documents: Iterable[Document], size: int, tell: Callable[[int, int], Any]) -> None:
        if isinstance(documents, (str, bytes, Mapping)):
            raise ArgumentError("upload_many takes a list of documents; put a single one into a list")
        self.result = BulkUpload()
        self._size, self._tell = whole_number(size, "batch_size=", BATCH_SIZE), tell
        self._documents = iter(enumerate(documents))
        self._lock = Lock()

    def batches(self) -> Iterator[list[tuple[int, Document]]]:
        """The documents with their indexes, in batches. Documents are read when their batch is needed."""
        while batch := list(islice(self._documents, self._size)):
            yield batch

    def record_success(self, batch: Sequence[tuple[int, Document]], reply: DocumentsUploaded) -> Any:
        """Record a batch that was stored.

        Returns:
            What `tell` returns, to be awaited where that is async.
        """
        with self._lock:
            self.result.uploaded += len(batch)
            self.result.document_ids += reply.document_ids or []
            self.result.chunks_created += reply.chunks_created or 0
            return self._report()

    def failures(self, batch: Sequence[tuple[int, Document]], error: Exception) -> list[FailedDocument]:
        """The documents of a batch that failed: those that caused the error, or all, if the cause is unknown.

        Raises:
            Exception: The error itself, if it comes from no document and no reply, such as one for a wrong option.
        """
        named = named_positions(error)
        found = recounted(error, [index for index, _ in batch])
        failed = [FailedDocument(*pair, found) for position, pair in enumerate(batch) if position in named]
        if not failed and isinstance(error, ArgumentError):
            failed = list(_unsendable(batch))
            if not failed:
                raise error
        elif not isinstance(error, QuantAIError):
            raise error
        return failed or [FailedDocument(*pair, found) for pair in batch]

    def record_failures(self, failed: Iterable[FailedDocument]) -> Any:
        """Record documents that failed.

        Returns:
            What `tell` returns, to be awaited where that is async.
        """
        with self._lock:
            self.result.failures += failed
            self.result.failures.sort(key=lambda failure: failure.index)
            return self._report()

    def _report(self) -> Any:
        return self._tell(self.result.uploaded, len(self.result.failures))


def without(batch: Iterable[tuple[int, Document]], failed: Iterable[FailedDocument]) -> list[tuple[int, Document]]:
    """The documents of a batch that have not failed, to be sent again."""
    indexes = {failure.index for failure in failed}
    return [(index, document) for index, document in batch if index not in indexes]


def _unsendable(batch: Iterable[tuple[int, Document]]) -> Iterator[FailedDocument]:
    """The documents that are not what the spec says, or that JSON cannot carry."""
    from quant_ai_client.models import VectorDocument

    for index, document in batch:
        try:
            dumps(encoded(document, VectorDocument, f"documents[{index}]"))
        except ArgumentError as error:
            yield FailedDocument(index, document, error)
