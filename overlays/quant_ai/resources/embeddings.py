"""`embeddings.create_many`: any number of texts, in batches that the service takes, as lists or as packed arrays."""

from __future__ import annotations

from array import array
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, Literal, overload

from quant_ai_client.resources.async_embeddings import AsyncEmbeddings as GeneratedAsyncEmbeddings
from quant_ai_client.resources.embeddings import Embeddings as GeneratedEmbeddings
from quant_ai_client.types import UNSET

from ..errors import ReplyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quant_ai_client.models import EmbeddingDimensions
    from quant_ai_client.types import Unset

BATCH: Final = 96


class Embeddings(GeneratedEmbeddings):
    __doc__ = GeneratedEmbeddings.__doc__

    @overload
    def create_many(
        self,
        texts: Iterable[str],
        *,
        model_id: str | Unset = UNSET,
        dimensions: EmbeddingDimensions | Unset = UNSET,
        normalize: bool | Unset = UNSET,
        batch_size: int = BATCH,
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
        batch_size: int = BATCH,
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
        batch_size: int = BATCH,
        concurrency: int = 4,
        packed: bool = False,
    ) -> list[list[float]] | list[array[float]]:
        """Turn any number of texts into vectors, in the order of the texts.

        Args:
            texts: The texts.
            model_id: The model, as `create` takes it.
            dimensions: Length of the vectors, as `create` takes it.
            normalize: Whether to scale them to length 1, as `create` takes it.
            batch_size: Texts in one request; the service takes 100 at most.
            concurrency: Requests at a time.
            packed: Whether to give `array('f')` in place of lists: an eighth of the memory.

        Returns:
            One vector for each text.

        Raises:
            ReplyError: A reply has another number of vectors than the request had texts.
        """

        def embed(batch: list[str]) -> Any:
            return self.create(input=batch, model_id=model_id, dimensions=dimensions, normalize=normalize).embeddings

        with ThreadPoolExecutor(max_workers=concurrency, thread_name_prefix="quant-ai-embeddings") as pool:
            work = split(texts, batch_size)
            replies = list(pool.map(embed, work))
        return joined(work, replies, packed=True) if packed else joined(work, replies, packed=False)


class AsyncEmbeddings(GeneratedAsyncEmbeddings):
    __doc__ = GeneratedAsyncEmbeddings.__doc__

    @overload
    async def create_many(
        self,
        texts: Iterable[str],
        *,
        model_id: str | Unset = UNSET,
        dimensions: EmbeddingDimensions | Unset = UNSET,
        normalize: bool | Unset = UNSET,
        batch_size: int = BATCH,
        concurrency: int = 4,
        packed: Literal[False] = False,
    ) -> list[list[float]]: ...

    @overload
    async def create_many(
        self,
        texts: Iterable[str],
        *,
        model_id: str | Unset = UNSET,
        dimensions: EmbeddingDimensions | Unset = UNSET,
        normalize: bool | Unset = UNSET,
        batch_size: int = BATCH,
        concurrency: int = 4,
        packed: Literal[True],
    ) -> list[array[float]]: ...

    async def create_many(
        self,
        texts: Iterable[str],
        *,
        model_id: str | Unset = UNSET,
        dimensions: EmbeddingDimensions | Unset = UNSET,
        normalize: bool | Unset = UNSET,
        batch_size: int = BATCH,
        concurrency: int = 4,
        packed: bool = False,
    ) -> list[list[float]] | list[array[float]]:
        """Turn any number of texts into vectors, in the order of the texts; see `Embeddings.create_many`."""
        from anyio import CapacityLimiter

        from ..concurrency import gather

        limiter = CapacityLimiter(concurrency)

        async def embed(batch: list[str]) -> Any:
            async with limiter:
                reply = await self.create(input=batch, model_id=model_id, dimensions=dimensions, normalize=normalize)
            return reply.embeddings

        work = split(texts, batch_size)
        replies = await gather(embed, work)
        return joined(work, replies, packed=True) if packed else joined(work, replies, packed=False)


def split(texts: Iterable[str], size: int) -> list[list[str]]:
    """The texts in batches.

    Raises:
        TypeError: It is one text, which would be taken letter by letter.
    """
    if isinstance(texts, str):
        raise TypeError("create_many takes several texts; for one there is create(input=...)")
    every = list(texts)
    return [every[start : start + size] for start in range(0, len(every), size)]


@overload
def joined(work: Sequence[Sequence[str]], replies: Iterable[Any], *, packed: Literal[False]) -> list[list[float]]: ...


@overload
def joined(work: Sequence[Sequence[str]], replies: Iterable[Any], *, packed: Literal[True]) -> list[array[float]]: ...


def joined(work: Sequence[Sequence[str]], replies: Iterable[Any], *, packed: bool) -> Any:
    """The vectors of all batches, one for each text."""
    vectors: list[Any] = []
    for batch, found in zip(work, replies, strict=True):
        if not isinstance(found, list) or len(found) != len(batch):
            raise ReplyError(f"the service was sent {len(batch)} texts and answered with another number of vectors")
        vectors += (array("f", vector) for vector in found) if packed else found
    return vectors
