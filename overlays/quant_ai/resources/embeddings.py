# Derived from async_embeddings.py by `make generate`; do not edit.
"""`client.embeddings`: the generated methods, and `create_many` for any number of texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, overload

from quant_ai_client import models
from quant_ai_client.resources.embeddings import Embeddings as Generated

from ..callbacks import callback
from ..errors import ArgumentError, StatusError
from .bulk_errors import add_partial
from .concurrency import MAX_CONCURRENCY, in_parallel, whole_number
from .embedding_batches import BATCH_SIZE, EmbeddingTracker, Packed


class Embeddings(Generated):
    __doc__ = Generated.__doc__

    @overload
    def create_many(
        self,
        texts: Iterable[str],
        *,
        model_id: str | None = None,
        dimensions: models.EmbeddingDimensions | None = None,
        normalize: bool | None = None,
        batch_size: int = BATCH_SIZE,
        concurrency: int = 4,
        on_progress: Callable[[int, int], object] | None = None,
        packed: Literal[False] = False,
    ) -> list[list[float]]: ...

    @overload
    def create_many(
        self,
        texts: Iterable[str],
        *,
        model_id: str | None = None,
        dimensions: models.EmbeddingDimensions | None = None,
        normalize: bool | None = None,
        batch_size: int = BATCH_SIZE,
        concurrency: int = 4,
        on_progress: Callable[[int, int], object] | None = None,
        packed: Literal[True],
    ) -> list[Packed]: ...

    def create_many(
        self,
        texts: Iterable[str],
        *,
        model_id: str | None = None,
        dimensions: models.EmbeddingDimensions | None = None,
        normalize: bool | None = None,
        batch_size: int = BATCH_SIZE,
        concurrency: int = 4,
        on_progress: Callable[[int, int], object] | None = None,
        packed: bool = False,
    ) -> list[list[float]] | list[Packed]:
        """Embed any number of texts, and return their vectors in the same order.

        Args:
            texts: The texts.
            model_id: The model; see `create`.
            dimensions: The length of the vectors; see `create`.
            normalize: Whether to scale the vectors to length 1; see `create`.
            batch_size: Texts in one request; the service takes up to 100.
            concurrency: How many requests are made at the same time.
            on_progress: Called after each batch with the numbers of embedded and of all texts.
            packed: Whether to return `array("f")` instead of lists, which takes an eighth of the memory.

        Returns:
            One vector for each text.

        Raises:
            QuantAIError: A batch failed. The requests in flight are finished, and no others are sent. The error's
                `partial` has the vectors of all texts, with None for those that are missing; it counts the texts as
                you do. This is so for every exception, also for KeyboardInterrupt.
            ReplyError: A reply has another number of vectors than the request had texts.
            ConfigurationError: An argument is invalid.

        Example:
            vectors = client.embeddings.create_many(["The first text.", "The second."])
        """
        whole_number(concurrency, "concurrency=", MAX_CONCURRENCY)
        tell = callback("on_progress=", on_progress)
        tracker = EmbeddingTracker(texts, batch_size, tell, packed=packed)

        def embed(batch: tuple[int, list[str]]) -> None:
            start, sent = batch
            try:
                reply = self.create(input=sent, model_id=model_id, dimensions=dimensions, normalize=normalize)
            except (ArgumentError, StatusError) as error:
                raise tracker.recounted(error, start) from None
            tracker.record(start, sent, reply.embeddings)

        try:
            in_parallel(embed, tracker.batches(), concurrency)
        except BaseException as error:
            add_partial(error, tracker.vectors)
            raise
        return tracker.vectors
