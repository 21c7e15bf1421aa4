"""`create_many`: batches of texts, their order, and their failures."""

from __future__ import annotations

import json
import threading
from array import array
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest

from quant_ai import (
    ArgumentError,
    BadRequestError,
    PermissionDeniedError,
    QuantAIError,
    ReplyError,
    UnprocessableError,
)
from quant_ai.resources.bulk_errors import named_positions, recounted

from .support.bulk import Failing, embed, texts
from .support.services import EmbeddingService

pytestmark = pytest.mark.anyio


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
    with pytest.raises(ArgumentError) as caught:
        await embed(kind, EmbeddingService(), "hello")
    assert str(caught.value) == "create_many takes a list of texts; for a single text use create(input=...)"


async def test_a_text_that_is_none_is_named_as_the_caller_counts(kind: str) -> None:
    given: list[Any] = ["a"] * 200
    given[150] = 5
    with pytest.raises(ArgumentError, match=r"^input\[150\] must be a string, got 5"):
        await embed(kind, EmbeddingService(), given, concurrency=1)


async def test_a_reply_with_too_few_vectors_is_an_error(kind: str) -> None:
    def short(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"embeddings": [[1.0]], "model": "m", "dimension": 1, "usage": {}})

    with pytest.raises(ReplyError) as caught:
        await embed(kind, short, ["a", "b"])
    assert str(caught.value) == (
        "the service was sent 2 texts, from index 0 on, and answered with another number of vectors"
    )


async def test_an_error_of_one_batch_is_raised_by_itself(kind: str) -> None:
    def refusing(request: httpx.Request) -> httpx.Response:
        return httpx.Response(403, json={"message": "No"})

    with pytest.raises(PermissionDeniedError):
        await embed(kind, refusing, ["x"] * 500)


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
    assert caught.value.__notes__[-1] == "the attribute `partial` of this error has what was done before it"


async def test_a_batch_whose_progress_cannot_be_told_is_kept(kind: str) -> None:
    def progress(embedded: int, total: int) -> None:
        if embedded == 20:
            raise KeyError("of the callback")

    with pytest.raises(KeyError) as caught:
        await embed(kind, EmbeddingService(), texts(30), batch_size=10, concurrency=1, on_progress=progress)
    partial = caught.value.partial  # type: ignore[attr-defined]
    assert [vector is not None for vector in partial] == [True] * 20 + [False] * 10


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
        (["documents", "documents.1.content"], ["documents", "documents.21.content"]),
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


async def test_every_batch_is_sent_with_the_same_options(kind: str) -> None:
    bodies: list[dict[str, Any]] = []

    def service(request: httpx.Request) -> httpx.Response:
        bodies.append(json.loads(request.content))
        return EmbeddingService()(request)

    await embed(kind, service, texts(20), batch_size=10, model_id="m", dimensions=256, normalize=False)
    for body in bodies:
        body.pop("input")
    assert bodies == [{"modelId": "m", "dimensions": 256, "normalize": False}] * 2


async def test_embedding_tells_its_progress(kind: str) -> None:
    progress: list[tuple[int, int]] = []
    await embed(
        kind, EmbeddingService(), texts(25), batch_size=10, on_progress=lambda *numbers: progress.append(numbers)
    )
    assert progress[-1] == (25, 25)
    assert len(progress) == 3
    assert progress == sorted(progress)
