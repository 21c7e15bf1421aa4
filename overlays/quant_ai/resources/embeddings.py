# Derived from async_embeddings.py by `make generate`; do not edit.
"""`client.embeddings`: what is generated, and `create_many` for any number of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from quant_ai_client.resources.embeddings import Embeddings as Generated
from quant_ai_client.types import UNSET

from .concurrency import gather
from .embedding_batches import BATCH_SIZE, join, split

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable

    from quant_ai_client.models import EmbeddingDimensions
    from quant_ai_client.types import Unset


class Embeddings(Generated):
    __doc__ = Generated.__doc__

    @overload
    def create_many(
        self,
        texts: Iterable[str],
        *,
        model_id: str | Unset = UNSET,
        dimensions: EmbeddingDimensions | Unset = UNSET,
        normalize: bool | Unset = UNSET,
        batch_size: int = BATCH_SIZE,
        concurrency: int = 4,
        packed: Literal[False] = False,
    ) -> list[list[float]]: ...

    @overload
    def create_many(
        self,
        texts: Iterable[str],
        *,
        model_id: str | Unset = UNSET,
        dimensions: EmbeddingDimensions | Unset = UNSET,
        normalize: bool | Unset = UNSET,
        batch_size: int = BATCH_SIZE,
        concurrency: int = 4,
        packed: Literal[True],
    ) -> list[array[float]]: ...

    def create_many(
        self,
        texts: Iterable[str],
        *,
        model_id: str | Unset = UNSET,
        dimensions: EmbeddingDimensions | Unset = UNSET,
        normalize: bool | Unset = UNSET,
        batch_size: int = BATCH_SIZE,
        concurrency: int = 4,
        packed: bool = False,
    ) -> list[list[float]] | list[array[float]]:
        """Embed any number of texts, and return their vectors in the same order.

        Args:
            texts: The texts.
            model_id: The model; see `create`.
            dimensions: The length of the vectors; see `create`.
            normalize: Whether to scale the vectors to length 1; see `create`.
            batch_size: Texts in one request; the service takes up to 100.
            concurrency: How many requests are made at the same time.
            packed: Whether to return `array("f")` instead of lists, which takes an eighth of the memory.

        Returns:
            One vector for each text.

        Raises:
            ReplyError: A reply has another number of vectors than the request had texts.
        """

        def embed(batch: list[str]) -> Any:
            reply = self.create(input=batch, model_id=model_id, dimensions=dimensions, normalize=normalize)
            return reply.embeddings

        batches = split(texts, batch_size)
        replies = gather(embed, batches, concurrency)
        return join(batches, replies, packed=True) if packed else join(batches, replies, packed=False)
