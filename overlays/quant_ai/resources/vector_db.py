# Derived from async_vector_db.py by `make generate`; do not edit.
"""`client.vector_db`: the generated methods, and `upload_many` for any number of documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from quant_ai_client import models
from quant_ai_client.resources.vector_db import VectorDb as Generated

from ..callbacks import callback
from .bulk_errors import add_partial
from .bulk_upload import BATCH_SIZE, BulkUpload, Document, UploadTracker, without
from .concurrency import MAX_CONCURRENCY, in_parallel, whole_number


class VectorDb(Generated):
    __doc__ = Generated.__doc__

    def upload_many(
        self,
        collection_id: str,
        documents: Iterable[models.VectorDocument | models.VectorDocumentParam],
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

        Raises:
            ConfigurationError: An argument is invalid.
            Exception: What your own code raises, such as the documents' iterator; also KeyboardInterrupt. The requests
                in flight are finished, and no others are sent. The exception's `partial` has what was stored until
                then, in the form of the result.

        Example:
            upload = client.vector_db.upload_many(
                "f8e18324-ba77-4cfb-b412-20c2c4c0e526",
                [{"key": "leave", "content": "Annual leave is 20 days a year."}],
            )
            print(upload.uploaded, upload.failures)
        """
        whole_number(concurrency, "concurrency=", MAX_CONCURRENCY)
        tracker = UploadTracker(documents, batch_size, callback("on_progress=", on_progress))

        def work(batch: list[tuple[int, Document]]) -> None:
            while batch:
                sent = [document for _, document in batch]
                try:
                    reply = self.upload_documents(collection_id, documents=sent, **options)
                except Exception as error:
                    failed = tracker.failures(batch, error)
                    tracker.record_failures(failed)
                    batch = without(batch, failed)
                else:
                    tracker.record_success(batch, reply)
                    return

        try:
            in_parallel(work, tracker.batches(), concurrency)
        except BaseException as error:
            add_partial(error, tracker.result)
            raise
        return tracker.result
