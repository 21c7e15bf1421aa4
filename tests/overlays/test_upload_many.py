"""`upload_many`: batches of documents, and which of them fail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import httpx
import pytest

from quant_ai import ArgumentError

from .support.bulk import Failing, documents, upload
from .support.services import DocumentStore

pytestmark = pytest.mark.anyio


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


async def test_only_the_documents_that_cannot_be_sent_fail(kind: str) -> None:
    store = DocumentStore(blames=True)
    given: list[Any] = documents(250)
    given[7] = {"content": "c", "metadata": {"price": Decimal(1)}}
    given[107] = {"content": object()}
    given[180] = {"kontent": "c"}
    done = await upload(kind, store, given)
    assert (done.uploaded, len(store.stored)) == (247, 247)
    assert [(failure.index, type(failure.error)) for failure in done.failures] == [
        (7, ArgumentError),
        (107, ArgumentError),
        (180, ArgumentError),
    ]
    assert all(failure.document is given[failure.index] for failure in done.failures)
    assert "Decimal is not JSON serializable" in str(done.failures[0].error)
    assert "documents[107].content must be a string, got <object" in str(done.failures[1].error)
    assert str(done.failures[2].error) == "documents[180] has no field 'kontent'; did you mean 'content'?"


async def test_failures_name_documents_as_the_caller_counts(kind: str) -> None:
    done = await upload(kind, DocumentStore(blames=True), documents(250, 107, 180))
    blamed = {"documents.107.content": ["It is bad."], "documents.180.content": ["It is bad."]}
    assert [(failure.index, failure.error.errors) for failure in done.failures] == [(107, blamed), (180, blamed)]


@pytest.mark.parametrize("failing", ["documents", "progress", "hook", "option"])
async def test_what_the_callers_code_raises_carries_what_was_stored(kind: str, failing: str) -> None:
    def produced() -> Iterator[dict[str, str]]:
        yield from documents(15, *([12] if failing == "hook" else []))
        if failing == "documents":
            raise KeyError("of the iterator")

    def progress(stored: int, failed: int) -> None:
        if failing == "progress":
            raise KeyError("of the callback")

    store: Any = Failing(DocumentStore(blames=True), KeyError("of the hook"))
    options: dict[str, Any] = {"chunk_siz": 5} if failing == "option" else {}
    with pytest.raises((KeyError, TypeError)) as caught:
        await upload(kind, store, produced(), batch_size=10, concurrency=1, on_progress=progress, **options)
    partial = caught.value.partial  # type: ignore[union-attr]
    stored = 0 if failing == "option" else 10
    assert (partial.uploaded, len(partial.document_ids), partial.chunks_created) == (stored, stored, 2 * stored)


async def test_every_request_has_the_same_options_and_is_told_as_progress(kind: str) -> None:
    store, seen = DocumentStore(blames=True), list[Any]()

    def service(request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        seen.append((len(body["documents"]), body.get("chunkSize")))
        return store(request)

    progress: list[tuple[int, int]] = []
    options: dict[str, Any] = {"on_progress": lambda *numbers: progress.append(numbers)}
    await upload(kind, service, documents(20, 3), batch_size=10, chunk_size=500, concurrency=1, **options)
    assert seen == [(10, 500), (9, 500), (10, 500)]
    assert progress == [(0, 1), (9, 1), (19, 1)]


@pytest.mark.parametrize("given", ["abc", b"abc", {"content": "a"}])
async def test_a_single_document_is_refused(kind: str, given: Any) -> None:
    with pytest.raises(ArgumentError) as caught:
        await upload(kind, DocumentStore(blames=True), given)
    assert str(caught.value) == "upload_many takes a list of documents; put a single one into a list"


async def test_a_reply_without_counts_counts_no_chunks(kind: str) -> None:
    done = await upload(kind, lambda request: httpx.Response(200, json={"success": True}), documents(150))
    assert (done.ok, done.uploaded, done.document_ids, done.chunks_created) == (True, 150, [], 0)


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
