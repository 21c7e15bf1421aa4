"""`create_many` and `upload_many`: batches, their order, their failures, and how many run at the same time."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from quant_ai import (
    BulkUpload,
    PermissionDeniedError,
    ReplyError,
)

from .support.clients import client_of
from .support.services import ConcurrencyCounter, DocumentStore, EmbeddingService

pytestmark = pytest.mark.anyio


async def embed(kind: str, handler: Any, texts: Any, **options: Any) -> Any:
    async with client_of(kind, handler) as client:
        return await client.embeddings.create_many(texts, **options)


@pytest.mark.parametrize("count", [0, 1, 96, 97, 1000])
async def test_any_number_of_embeddings_keep_their_order(kind: str, count: int) -> None:
    handler = EmbeddingService()
    vectors = await embed(kind, handler, ("x" * (number % 50) for number in range(count)))
    assert vectors == [[float(number % 50), 0.5] for number in range(count)]
    assert sum(handler.batches) == count
    assert max(handler.batches, default=0) <= 96


async def test_embeddings_can_be_packed(kind: str) -> None:
    assert await embed(kind, EmbeddingService(), ["a", "bb"], packed=True) == [
        array("f", [1, 0.5]),
        array("f", [2, 0.5]),
    ]


async def test_a_single_text_is_refused(kind: str) -> None:
    with pytest.raises(TypeError, match="create"):
        await embed(kind, EmbeddingService(), "hello")


async def test_a_reply_with_too_few_vectors_is_an_error(kind: str) -> None:
    def short(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"embeddings": [[1.0]], "model": "m", "dimension": 1, "usage": {}})

    with pytest.raises(ReplyError, match="2 texts"):
        await embed(kind, short, ["a", "b"])


async def test_an_error_of_one_batch_is_raised_by_itself(kind: str) -> None:
    def refusing(request: httpx.Request) -> httpx.Response:
        return httpx.Response(403, json={"message": "No"})

    with pytest.raises(PermissionDeniedError):
        await embed(kind, refusing, ["x"] * 500)


async def upload(kind: str, store: Any, documents: Any, **options: Any) -> BulkUpload:
    async with client_of(kind, store) as client:
        done: BulkUpload = await client.vector_db.upload_many("c-1", documents, **options)
        return done


def documents(count: int, *bad: int) -> list[dict[str, str]]:
    return [{"content": "bad" if number in bad else str(number)} for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 100, 101, 950])
async def test_documents_are_uploaded_in_batches_of_a_hundred(kind: str, count: int) -> None:
    store = DocumentStore(blames=True)
    progress: list[tuple[int, int]] = []
    done = await upload(kind, store, iter(documents(count)), on_progress=lambda *numbers: progress.append(numbers))
    assert done.ok
    assert (done.uploaded, done.chunks_created, len(done.document_ids)) == (count, 2 * count, count)
    assert sorted(store.stored, key=int) == [str(number) for number in range(count)]
    assert max(store.sizes, default=0) <= 100
    assert [numbers[0] for numbers in progress] == sorted(numbers[0] for numbers in progress)
    assert count == 0 or progress[-1] == (count, 0)


async def test_only_the_documents_that_the_service_names_fail(kind: str) -> None:
    store = DocumentStore(blames=True)
    done = await upload(kind, store, documents(250, 7, 180))
    assert not done.ok
    assert done.uploaded == 248
    assert [(failure.index, failure.document["content"]) for failure in done.failures] == [(7, "bad"), (180, "bad")]


async def test_a_batch_without_a_named_cause_fails_as_a_whole_and_stops_no_other(kind: str) -> None:
    done = await upload(kind, DocumentStore(blames=False), documents(250, 180))
    assert done.uploaded == 150
    assert [failure.index for failure in done.failures] == list(range(100, 200))
    assert "422" in str(done.failures[0].error)


async def test_a_batch_cannot_be_larger_than_the_service_accepts(kind: str) -> None:
    with pytest.raises(ValueError, match="batch_size"):
        await upload(kind, DocumentStore(blames=True), [], batch_size=101)


async def test_documents_are_read_as_they_are_needed(kind: str) -> None:
    store, taken = DocumentStore(blames=True), list[int]()

    def produced() -> Iterator[dict[str, str]]:
        for number in range(50):
            taken.append(number - sum(store.sizes))
            yield {"content": str(number)}

    await upload(kind, store, produced(), batch_size=10, concurrency=1)
    assert max(taken) < 10


@pytest.mark.parametrize("what", ["embeddings", "documents"])
async def test_concurrency_limits_the_requests_at_the_same_time(kind: str, what: str) -> None:
    crowd = ConcurrencyCounter(EmbeddingService() if what == "embeddings" else DocumentStore(blames=True))
    handler = crowd if kind == "sync" else crowd.later
    if what == "embeddings":
        await embed(kind, handler, ["x"] * 90, batch_size=1, concurrency=3)
    else:
        await upload(kind, handler, documents(90), batch_size=1, concurrency=3)
    assert crowd.most == 3
