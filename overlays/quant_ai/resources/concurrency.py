"""Make several calls at the same time, in threads or in tasks, with their results in order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

A = TypeVar("A")
B = TypeVar("B")


def gather(function: Callable[[A], B], arguments: Sequence[A], limit: int) -> list[B]:
    """Call a function with each argument, in up to `limit` threads at a time. The first error is raised."""
    with ThreadPoolExecutor(max_workers=limit, thread_name_prefix="quant-ai") as pool:
        return list(pool.map(function, arguments))


async def gather_async(function: Callable[[A], Awaitable[B]], arguments: Sequence[A], limit: int) -> list[B]:
    """Call a function with each argument, in up to `limit` tasks at a time. The first error cancels the others."""
    from anyio import CapacityLimiter, create_task_group

    limiter = CapacityLimiter(limit)
    results: list[Any] = [None] * len(arguments)
    errors: list[Exception] = []

    async def run(index: int, argument: A) -> None:
        async with limiter:
            try:
                results[index] = await function(argument)
            except Exception as error:
                errors.append(error)
                group.cancel_scope.cancel()

    async with create_task_group() as group:
        for index, argument in enumerate(arguments):
            group.start_soon(run, index, argument)
    if errors:
        raise errors[0]
    return results
