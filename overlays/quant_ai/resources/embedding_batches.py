"""Split texts into batches for embedding, and join the vectors of the batches."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, Final, Literal, overload

from ..errors import ReplyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BATCH_SIZE: Final = 96
"""Texts in one request by default. The service takes 100."""


def split(texts: Iterable[str], size: int) -> list[list[str]]:
    """The texts in batches.

    Raises:
        TypeError: It is a single text, which would be split into letters.
    """
    if isinstance(texts, str):
        raise TypeError("create_many takes several texts; for one there is create(input=...)")
    every = list(texts)
    return [every[start : start + size] for start in range(0, len(every), size)]


@overload
def join(batches: Sequence[Sequence[str]], replies: Iterable[Any], *, packed: Literal[False]) -> list[list[float]]: ...


@overload
def join(batches: Sequence[Sequence[str]], replies: Iterable[Any], *, packed: Literal[True]) -> list[array[float]]: ...


def join(batches: Sequence[Sequence[str]], replies: Iterable[Any], *, packed: bool) -> Any:
    """The vectors of all batches, one for each text.

    Raises:
        ReplyError: A reply has another number of vectors than its batch has texts.
    """
    vectors: list[Any] = []
    for batch, found in zip(batches, replies, strict=True):
        if not isinstance(found, list) or len(found) != len(batch):
            raise ReplyError(f"the service was sent {len(batch)} texts and answered with another number of vectors")
        vectors += (array("f", vector) for vector in found) if packed else found
    return vectors
