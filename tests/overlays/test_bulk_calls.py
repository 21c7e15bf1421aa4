"""What `create_many` and `upload_many` have in common: callbacks, sizes, interrupts, and how much runs at once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest

from quant_ai import ConfigurationError
from quant_ai.resources import concurrency

from .support.bulk import documents, embed, upload
from .support.services import ConcurrencyCounter, DocumentStore, EmbeddingService

pytestmark = pytest.mark.anyio


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
    for kind in ("sync", "async"):
        with pytest.raises(ConfigurationError, match="on_progress= must be a function, got 'print'"):
            await embed(kind, EmbeddingService(), ["a"], on_progress="print")


async def test_more_requests_at_once_than_there_are_connections_are_refused(kind: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^concurrency= must be an integer, from 1 to 1000, got 1001$"):
        await embed(kind, EmbeddingService(), ["a"], concurrency=1001)
    with pytest.raises(ConfigurationError, match=r"^concurrency= must be an integer, from 1 to 1000, got 1001$"):
        await upload(kind, DocumentStore(blames=True), documents(1), concurrency=1001)
    with pytest.raises(ConfigurationError, match=r"^on_progress= must be a function, got 5$"):
        await upload(kind, DocumentStore(blames=True), documents(1), on_progress=5)


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


@pytest.mark.parametrize("what", ["embeddings", "documents"])
async def test_concurrency_limits_the_requests_at_the_same_time(kind: str, what: str) -> None:
    crowd = ConcurrencyCounter(EmbeddingService() if what == "embeddings" else DocumentStore(blames=True))
    handler = crowd if kind == "sync" else crowd.later
    if what == "embeddings":
        await embed(kind, handler, ["x"] * 90, batch_size=1, concurrency=3)
    else:
        await upload(kind, handler, documents(90), batch_size=1, concurrency=3)
    assert crowd.most == 3


@pytest.mark.parametrize("what", ["embeddings", "documents"])
async def test_four_requests_run_at_the_same_time_by_default(what: str) -> None:
    crowd = ConcurrencyCounter(EmbeddingService() if what == "embeddings" else DocumentStore(blames=True))
    if what == "embeddings":
        await embed("async", crowd.later, ["x"] * 20, batch_size=1)
    else:
        await upload("async", crowd.later, documents(20), batch_size=1)
    assert crowd.most == 4


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


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set once no more items are to be begun."""
    stop, event = concurrency.SharedItems.stop, threading.Event()

    def stop_and_tell(items: Any) -> None:
        stop(items)
        event.set()

    monkeypatch.setattr(concurrency.SharedItems, "stop", stop_and_tell)
    return event


@pytest.mark.parametrize("fails_too", [False, True])
async def test_nothing_is_begun_after_an_error_and_the_first_one_is_raised(
    kind: str, fails_too: bool, stopped: threading.Event
) -> None:
    begun: list[int] = []
    both = threading.Barrier(2, timeout=5)

    def work(item: int) -> None:
        begun.append(item)
        if item > 1:
            return
        both.wait()
        if item == 1:
            raise KeyError("the first")
        stopped.wait(5)
        if fails_too:
            raise ValueError("the second")

    async def work_async(item: int) -> None:
        begun.append(item)
        for _ in range(5 if item == 1 else 10):
            await anyio.lowlevel.checkpoint()
        if item == 1:
            raise KeyError("the first")
        if item == 0 and fails_too:
            raise ValueError("the second")

    with pytest.raises(KeyError, match="the first"):
        if kind == "sync":
            concurrency.in_parallel(work, range(9), 2)
        else:
            await concurrency.in_parallel_async(work_async, range(9), 2)
    assert sorted(begun) == [0, 1]


def test_shared_items_end_when_they_are_stopped() -> None:
    items = concurrency.SharedItems("abc")
    assert next(items) == "a"
    items.stop()
    assert list(items) == []


@pytest.mark.parametrize("threads", [0, 1])
def test_all_is_done_if_not_all_threads_can_be_started(threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the program ends."""

    class Executor(ThreadPoolExecutor):
        def submit(self, *call: Any) -> Any:  # type: ignore[override]
            if len(self._threads) >= threads:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            return super().submit(*call)

    monkeypatch.setattr(concurrency, "ThreadPoolExecutor", Executor)
    done: list[tuple[int, bool]] = []
    main = threading.current_thread()
    concurrency.in_parallel(lambda item: done.append((item, threading.current_thread() is main)), range(4), 3)
    assert done == [(item, threads == 0) for item in range(4)]
