"""Do the work of a bulk call in several threads or tasks at the same time.

When one item fails, or the call is interrupted, no other item is begun, and what is in flight is finished: its
requests are paid for already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar

from ..errors import ConfigurationError
from ..numeric import is_whole

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

A = TypeVar("A")

MAX_CONCURRENCY: Final = 1000
"""As many requests as the client's own connections carry at the same time."""


class SharedItems(Generic[A]):
    """An iterator that threads and tasks may share, until it is stopped."""

    def __init__(self, items: Iterable[A]) -> None:
        self._items: Iterator[A] | None = iter(items)
        self._lock = Lock()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> A:
        with self._lock:
            if self._items is None:
                raise StopIteration
            return next(self._items)

    def stop(self) -> None:
        """Return no more items."""
        self._items = None


def in_parallel(work: Callable[[A], object], items: Iterable[A], limit: int) -> None:
    """Do the work on each item, in up to `limit` threads. The first error is raised when all threads have ended.

    If no thread can be started, such as when the program ends, this thread does all of it.
    """
    shared = SharedItems(items)
    errors: list[BaseException] = []

    def worker() -> None:
        try:
            for item in shared:
                work(item)
        except BaseException as error:
            errors.append(error)
            shared.stop()

    with ThreadPoolExecutor(max_workers=limit, thread_name_prefix="quant-ai") as pool:
        workers: list[Future[None]] = []
        with suppress(RuntimeError):
            for _ in range(limit):
                workers.append(pool.submit(worker))
        if not workers:
            worker()
        try:
            wait(workers)
        except BaseException:  # Ctrl-C reaches only this thread
            shared.stop()
            raise
    if errors:
        raise errors[0]


async def in_parallel_async(work: Callable[[A], Awaitable[object]], items: Iterable[A], limit: int) -> None:
    """Do the work on each item, in up to `limit` tasks. The first error is raised when all tasks have ended."""
    from anyio import create_task_group

    shared = SharedItems(items)
    errors: list[Exception] = []

    async def worker() -> None:
        try:
            for item in shared:
                await work(item)
        except Exception as error:
            errors.append(error)
            shared.stop()

    async with create_task_group() as group:
        for _ in range(limit):
            group.start_soon(worker)
    if errors:
        raise errors[0]


def whole_number(value: Any, argument: str, largest: int | None = None) -> int:
    """The argument, if it is a whole number from 1 on.

    Raises:
        ConfigurationError: It is something else.
    """
    if not is_whole(value) or value < 1 or (largest is not None and value > largest):
        limits = "1 or more" if largest is None else f"from 1 to {largest}"
        raise ConfigurationError(f"{argument} must be an integer, {limits}, got {value!r:.100}")
    return int(value)
