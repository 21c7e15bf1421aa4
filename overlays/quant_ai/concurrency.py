"""Several async calls at once, with their results in order and errors as they were raised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

A = TypeVar("A")
B = TypeVar("B")


async def gather(function: Callable[[A], Awaitable[B]], arguments: Sequence[A]) -> list[B]:
    """Call a function with each argument, all at once; the first error ends the others and is raised by itself."""
    from anyio import create_task_group

    results: list[Any] = [None] * len(arguments)
    errors: list[Exception] = []

    async def run(index: int, argument: A) -> None:
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
