"""`create_many` and `upload_many`: batches, their order, their failures, and how many run at the same time."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest

from quant_ai import (
    ArgumentError,
    BadRequestError,
    BulkUpload,
    ConfigurationError,
    PermissionDeniedError,
    QuantAIError,
    ReplyError,
    UnprocessableError,
)
from quant_ai.resources import concurrency
from quant_ai.resources.bulk_errors import named_positions, recounted

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


async def test_a_text_that_is_none_is_named_as_the_caller_counts(kind: str) -> None:
    given: list[Any] = ["a"] * 200
    given[150] = 5
    with pytest.raises(ArgumentError, match=r"^input\[150\] must be a string, got 5"):
        await embed(kind, EmbeddingService(), given, concurrency=1)


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


class Failing:
    """Answers like another service, but not a batch that has the text or document "bad"."""

    def __init__(self, service: Any, failure: Any) -> None:
        self.service, self.failure = service, failure

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if b'"bad"' not in request.content:
            answer: httpx.Response = self.service(request)
            return answer
        if isinstance(self.failure, BaseException):
            raise self.failure
        return httpx.Response(self.failure[0], json=self.failure[1])


def texts(count: int, *bad: int) -> list[str]:
    return ["bad" if number in bad else str(number) for number in range(count)]


BLAME = {"message": "The input.2 must be text, not input.20.", "errors": {"input.2": ["The input.2 must be text."]}}


async def test_the_vectors_before_an_error_are_in_the_error_and_texts_are_counted_as_the_caller_does(kind: str) -> None:
    service = EmbeddingService()
    with pytest.raises(UnprocessableError) as caught:
        await embed(kind, Failing(service, (422, BLAME)), texts(50, 22), batch_size=10, concurrency=1)
    error = caught.value
    assert str(error).startswith("POST /embeddings answered 422: The input.22 must be text, not input.20.")
    assert "input.2 " not in str(error)
    assert error.message == "The input.22 must be text, not input.20."
    assert error.errors == {"input.22": ["The input.22 must be text."]}
    assert error.body == BLAME
    assert error.partial == [[float(len(text)), 0.5] for text in texts(20)] + [None] * 30
    assert service.batches == [10, 10]  # no batch is begun after an error


@pytest.mark.parametrize("failure", [KeyError("of a hook"), (403, {}), (200, {})])
async def test_whatever_ends_create_many_carries_the_vectors(kind: str, failure: Any) -> None:
    with pytest.raises((KeyError, QuantAIError)) as caught:
        await embed(kind, Failing(EmbeddingService(), failure), texts(30, 25), batch_size=10, concurrency=1)
    assert [vector is not None for vector in caught.value.partial] == [True] * 20 + [False] * 10


async def test_requests_in_flight_are_finished_after_an_error(kind: str) -> None:
    together: Any = threading.Barrier(2, timeout=5)
    failed = threading.Event()

    def slow(request: httpx.Request) -> httpx.Response:
        if b'"bad"' in request.content:
            return httpx.Response(403)
        together.wait()
        assert failed.wait(5)
        return EmbeddingService()(request)

    def first(request: httpx.Request) -> httpx.Response:
        if b'"bad"' in request.content:
            together.wait()
            failed.set()
        return slow(request)

    handler: Any = first
    if kind == "async":
        begun, done = anyio.Event(), anyio.Event()

        async def handler(request: httpx.Request) -> httpx.Response:
            if b'"bad"' in request.content:
                await begun.wait()
                done.set()
                return httpx.Response(403)
            begun.set()
            await done.wait()
            await anyio.lowlevel.checkpoint()
            return EmbeddingService()(request)

    with pytest.raises(PermissionDeniedError) as caught:
        await embed(kind, handler, texts(30, 5), batch_size=10, concurrency=2)
    assert [vector is not None for vector in caught.value.partial] == [False] * 10 + [True] * 10 + [False] * 10


def invalid(status: int, *names: str) -> BadRequestError | UnprocessableError:
    kind = BadRequestError if status == 400 else UnprocessableError
    text = "; ".join(f"The {name} is bad" for name in names)
    return kind(text, status_code=status, message=text, errors={name: [f"The {name} is bad"] for name in names})


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["input.2"], ["input.22"]),
        (["input.2", "input.0"], ["input.22", "input.20"]),
        (["documents.1.metadata.1"], ["documents.21.metadata.1"]),
        (["documents.1", "documents.1.content"], ["documents.21", "documents.21.content"]),
        (["input.4"], ["input.24"]),
        (["input.5"], ["input.5"]),
        (["model"], ["model"]),
    ],
)
@pytest.mark.parametrize("status", [400, 422])
def test_positions_in_a_batch_turn_into_indexes(status: int, names: list[str], expected: list[str]) -> None:
    before = invalid(status, *names)
    after = recounted(before, range(20, 25))
    assert isinstance(after, type(before))
    assert str(after) == after.message == "; ".join(f"The {name} is bad" for name in expected)
    assert after.errors == {name: [f"The {name} is bad"] for name in expected}
    assert str(before) == "; ".join(f"The {name} is bad" for name in names)


def test_other_errors_name_no_positions() -> None:
    for error in (PermissionDeniedError("x", status_code=403, errors={"input.2": ["x"]}), ValueError("input.2")):
        assert named_positions(error) == set()
        assert recounted(error, range(9)) is error


async def test_embedding_tells_its_progress(kind: str) -> None:
    progress: list[tuple[int, int]] = []
    await embed(
        kind, EmbeddingService(), texts(25), batch_size=10, on_progress=lambda *numbers: progress.append(numbers)
    )
    assert progress[-1] == (25, 25)
    assert len(progress) == 3
    assert progress == sorted(progress)


@pytest.mark.parametrize("what", ["embeddings", "documents"])
async def test_the_progress_callback_may_be_async(what: str) -> None:
    progress: list[Any] = []

    async def record(*numbers: int) -> None:
        progress.append(numbers)

    if what == "embeddings":
        await embed("async", EmbeddingService(), ["a"], on_progress=record)
    else:
        await upload("async", DocumentStore(blames=True), documents(1), on_progress=record)
    assert progress == [(1, 1)] if what == "embeddings" else [(1, 0)]
    with pytest.raises(ConfigurationError, match="on_progress= is an async function"):
        await embed("sync", EmbeddingService(), ["a"], on_progress=record)


@pytest.mark.parametrize("value", [0, -1, 101, 1.5, "4", True, None])
async def test_sizes_that_make_no_sense_are_refused(kind: str, value: Any) -> None:
    for name in ("batch_size", "concurrency"):
        if name == "concurrency" and value == 101:
            continue
        with pytest.raises(ConfigurationError, match=f"{name}= must be an integer"):
            await embed(kind, EmbeddingService(), ["a"], **{name: value})
        with pytest.raises(ConfigurationError, match=f"{name}= must be an integer"):
            await upload(kind, DocumentStore(blames=True), documents(1), **{name: value})


async def test_ctrl_c_stops_after_what_is_in_flight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C reaches the thread that waits for the others."""
    store, second, interrupted = DocumentStore(blames=True), threading.Event(), threading.Event()

    def wait_for_ctrl_c(workers: Any) -> None:
        assert second.wait(5)
        raise KeyboardInterrupt

    def handler(request: httpx.Request) -> httpx.Response:
        if store.sizes:
            second.set()
            assert interrupted.wait(5)
        return store(request)

    stop = concurrency.SharedItems.stop

    def stop_and_go_on(items: Any) -> None:
        stop(items)
        interrupted.set()

    monkeypatch.setattr(concurrency, "wait", wait_for_ctrl_c)
    monkeypatch.setattr(concurrency.SharedItems, "stop", stop_and_go_on)
    with pytest.raises(KeyboardInterrupt) as caught:
        await upload("sync", handler, documents(950), concurrency=1)
    assert store.sizes == [100, 100]
    assert caught.value.partial.uploaded == 200  # type: ignore[attr-defined]
    assert "partial" in caught.value.__notes__[0]


async def test_a_cancelled_upload_says_what_was_stored() -> None:
    store = DocumentStore(blames=True)

    async def handler(request: httpx.Request) -> httpx.Response:
        if store.sizes:
            scope.cancel()
            await anyio.lowlevel.checkpoint()
        return store(request)

    seen: list[Any] = []
    with anyio.CancelScope() as scope:
        try:
            await upload("async", handler, documents(950), concurrency=1)
        except BaseException as error:
            seen.append(error.partial.uploaded)  # type: ignore[attr-defined]
            raise
    assert seen == [100]


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
    assert caught.value.partial.uploaded == (0 if failing == "option" else 10)  # type: ignore[union-attr]


@pytest.mark.parametrize("given", ["abc", b"abc", {"content": "a"}])
async def test_a_single_document_is_refused(kind: str, given: Any) -> None:
    with pytest.raises(TypeError, match="a list of documents"):
        await upload(kind, DocumentStore(blames=True), given)


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


@pytest.mark.parametrize(
    ("largest", "told"),
    [(None, "size= must be an integer, 1 or more, got 0"), (9, "size= must be an integer, from 1 to 9, got 0")],
)
def test_a_size_that_makes_no_sense_is_told_with_its_limits(largest: int | None, told: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        concurrency.whole_number(0, "size=", largest)
    assert str(caught.value) == told
    assert concurrency.whole_number(9, "size=", largest) == 9


def test_as_much_is_done_at_once_as_was_asked_for() -> None:
    together, names = threading.Barrier(40, timeout=10), set[str]()

    def meet(item: int) -> None:
        together.wait()
        names.add(threading.current_thread().name.partition("_")[0])

    concurrency.in_parallel(meet, range(40), 40)
    assert names == {"quant-ai"}


def test_shared_items_end_when_they_are_stopped() -> None:
    items = concurrency.SharedItems("abc")
    assert next(items) == "a"
    items.stop()
    assert list(items) == []
