"""`vector_db.upload_many`: any number of documents, in batches that the service takes, and which of them failed."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from quant_ai_client.resources.async_vector_db import AsyncVectorDb as GeneratedAsyncVectorDb
from quant_ai_client.resources.vector_db import VectorDb as GeneratedVectorDb

from ..errors import BadRequestError, QuantAIError, UnprocessableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from quant_ai_client.models import DocumentsUploaded, VectorDocument, VectorDocumentParam

    Document = VectorDocument | VectorDocumentParam

BATCH: Final = 100

_POSITION: Final = re.compile(r"\.(\d+)(?:\.|$)")


@dataclass(frozen=True)
class FailedDocument:
    """A document that was not stored, as far as can be known."""

    index: int
    """Its position among the documents that were given."""
    document: Any
    error: QuantAIError
    """Why; a whole batch has one error, unless the service says which of its documents it means."""


@dataclass
class BulkUpload:
    """What an upload of many documents has come to."""

    uploaded: int = 0
    """How many documents were stored."""
    document_ids: list[str] = field(default_factory=list)
    """Ids that the service gave; batches stand in the order in which they were done."""
    chunks_created: int = 0
    """Into how many pieces they were cut for the search."""
    failures: list[FailedDocument] = field(default_factory=list)
    """The documents that were not stored, in their order."""

    @property
    def ok(self) -> bool:
        """Whether all were stored."""
        return not self.failures


class _Bulk:
    """Keeps the books of an upload. No I/O."""

    def __init__(
        self, documents: Iterable[Document], size: int, on_progress: Callable[[int, int], object] | None
    ) -> None:
        if not 1 <= size <= BATCH:
            raise ValueError(f"batch_size= must be from 1 to {BATCH}")
        self.result = BulkUpload()
        self._documents, self._size, self._on_progress = iter(enumerate(documents)), size, on_progress
        self._lock = Lock()

    def batches(self) -> Iterator[list[tuple[int, Document]]]:
        """The documents in batches, with their positions, taken as they are needed."""
        while batch := self._next():
            yield batch

    def stored(self, batch: Sequence[tuple[int, Document]], reply: DocumentsUploaded) -> None:
        """Take a batch that was stored."""
        with self._lock:
            self.result.uploaded += len(batch)
            self.result.document_ids += reply.document_ids or []
            self.result.chunks_created += reply.chunks_created or 0
        self._report()

    def refused(self, batch: Sequence[tuple[int, Document]], error: QuantAIError) -> list[tuple[int, Document]]:
        """Take a batch that failed.

        Returns:
            Those of its documents that are worth another try: the service named others as the cause.
        """
        named = set[int]()
        if isinstance(error, (UnprocessableError, BadRequestError)):
            named = {int(found[1]) for name in error.errors if (found := _POSITION.search(name))}
        guilty = [pair for place, pair in enumerate(batch) if place in named] or list(batch)
        with self._lock:
            self.result.failures += [FailedDocument(index, document, error) for index, document in guilty]
            self.result.failures.sort(key=lambda failure: failure.index)
        self._report()
        return [pair for pair in batch if pair not in guilty]

    def _next(self) -> list[tuple[int, Document]]:
        with self._lock:
            return list(islice(self._documents, self._size))

    def _report(self) -> None:
        if self._on_progress is not None:
            with self._lock:
                self._on_progress(self.result.uploaded, len(self.result.failures))


class VectorDb(GeneratedVectorDb):
    __doc__ = GeneratedVectorDb.__doc__

    def upload_many(
        self,
        collection_id: str,
        documents: Iterable[Document],
        *,
        batch_size: int = BATCH,
        concurrency: int = 4,
        on_progress: Callable[[int, int], object] | None = None,
        **options: Any,
    ) -> BulkUpload:
        """Upload any number of documents to a collection.

        A batch that fails does not stop the others. Give documents a `key`, so that sending those which failed once
        more replaces what may have been stored after all.

        Args:
            collection_id: The collection.
            documents: The documents, as `upload_documents` takes them; an iterator is read as it is needed.
            batch_size: Documents in one request; 100 at most.
            concurrency: Requests at a time.
            on_progress: Called after each batch with the numbers of documents stored and failed so far.
            **options: Everything else that `upload_documents` takes, such as `chunk_size`.

        Returns:
            How many were stored, and which were not and why.
        """
        bulk = _Bulk(documents, batch_size, on_progress)

        def work(_: int) -> None:
            for batch in bulk.batches():
                left = list(batch)
                while left:
                    try:
                        reply = self.upload_documents(
                            collection_id, documents=[document for _, document in left], **options
                        )
                    except QuantAIError as error:
                        left = bulk.refused(left, error)
                    else:
                        bulk.stored(left, reply)
                        break

        with ThreadPoolExecutor(max_workers=concurrency, thread_name_prefix="quant-ai-upload") as pool:
            list(pool.map(work, range(concurrency)))
        return bulk.result


class AsyncVectorDb(GeneratedAsyncVectorDb):
    __doc__ = GeneratedAsyncVectorDb.__doc__

    async def upload_many(
        self,
        collection_id: str,
        documents: Iterable[Document],
        *,
        batch_size: int = BATCH,
        concurrency: int = 4,
        on_progress: Callable[[int, int], object] | None = None,
        **options: Any,
    ) -> BulkUpload:
        """Upload any number of documents to a collection; see `VectorDb.upload_many`."""
        from ..concurrency import gather

        bulk = _Bulk(documents, batch_size, on_progress)

        async def work(_: int) -> None:
            for batch in bulk.batches():
                left = list(batch)
                while left:
                    try:
                        reply = await self.upload_documents(
                            collection_id, documents=[document for _, document in left], **options
                        )
                    except QuantAIError as error:
                        left = bulk.refused(left, error)
                    else:
                        bulk.stored(left, reply)
                        break

        await gather(work, range(concurrency))
        return bulk.result
