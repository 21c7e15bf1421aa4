"""`client.vector_db`: what is generated, and `upload_many` for any number of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quant_ai_client.resources.async_vector_db import AsyncVectorDb as Generated

from ..errors import QuantAIError
from .bulk_upload import BATCH_SIZE, UploadTracker
from .concurrency import gather_async

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .bulk_upload import BulkUpload, Document


class AsyncVectorDb(Generated):
    __doc__ = Generated.__doc__

    async def upload_many(
        self,
        collection_id: str,
        documents: Iterable[Document],
        *,
        batch_size: int = BATCH_SIZE,
        concurrency: int = 4,
        on_progress: Callable[[int, int], object] | None = None,
        **options: Any,
    ) -> BulkUpload:
        """Upload any number of documents to a collection.

        A batch that fails does not stop the others. If the documents have a `key`, it is safe to send the failed ones
        again: they replace what may have been stored after all.

        Args:
            collection_id: The collection.
            documents: The documents; see `upload_documents`. An iterator is read as it is needed.
            batch_size: Documents in one request; up to 100.
            concurrency: How many requests are made at the same time.
            on_progress: Called after each batch with the numbers of stored and failed documents so far.
            **options: Other arguments of `upload_documents`, such as `chunk_size`.

        Returns:
            How many documents were stored, and which ones failed and why.
        """
        tracker = UploadTracker(documents, batch_size, on_progress)

        async def work(_: int) -> None:
            for batch in tracker.batches():
                remaining = list(batch)
                while remaining:
                    sent = [document for _, document in remaining]
                    try:
                        reply = await self.upload_documents(collection_id, documents=sent, **options)
                    except QuantAIError as error:
                        remaining = tracker.record_failure(remaining, error)
                    else:
                        tracker.record_success(remaining, reply)
                        break

        await gather_async(work, range(concurrency), concurrency)
        return tracker.result
