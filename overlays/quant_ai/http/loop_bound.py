"""Keep one object for each event loop, such as its connections, and close it when the loop ends."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from typing import Generic, NamedTuple, Protocol, TypeVar

from .event_loops import current_loop, has_ended


class Closable(Protocol):
    """What can be closed inside of its event loop."""

    async def aclose(self) -> None:
        """Close it."""


T = TypeVar("T", bound=Closable)


class LoopBound(Generic[T]):
    """Makes an object for each event loop that asks for one.

    `asyncio.run` and `trio.run` close all async generators before they end. So one is started for each object, which
    closes the object while its loop still runs. Not in a loop that takes no care of async generators, such as that of
    nest_asyncio: there the garbage collector would run the generator's end amid any other task.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._process = os.getpid()
        self._all: list[_Held[T]] = []
        self._latest: _Held[T] | None = None

    async def here(self) -> T:
        """The object of the loop that runs here."""
        loop = current_loop()
        latest = self._latest
        if latest is not None and latest.loop is loop and self._process == os.getpid():
            return latest.value
        if self._process != os.getpid():  # a fork: what is here belongs to the parent
            self._process, self._all = os.getpid(), []
        for each in list(self._all):
            if has_ended(each.loop):
                with suppress(ValueError):  # another thread has removed it
                    self._all.remove(each)
        held = next((each for each in self._all if each.loop is loop), None)
        if held is None:
            value = self._make()
            guard = _until_the_loop_ends(value) if sys.get_asyncgen_hooks().finalizer else None
            held = _Held(loop, value, guard)
            self._all.append(held)
            if guard is not None:
                await anext(guard)
        self._latest = held
        return held.value

    async def aclose(self) -> None:
        """Close this loop's object, and forget the others: only their own loops can close them."""
        loop = current_loop()
        mine = [held for held in self._all if held.loop is loop]
        self._all, self._latest = [], None
        for held in mine:
            await (held.guard or held.value).aclose()


class _Held(NamedTuple, Generic[T]):
    """An object with its event loop, and the generator that closes it."""

    loop: object
    value: T
    guard: AsyncGenerator[None, None] | None


async def _until_the_loop_ends(closable: Closable) -> AsyncGenerator[None, None]:
    try:
        yield
    finally:
        await closable.aclose()
