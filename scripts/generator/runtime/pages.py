"""The pages of a list. Iterating over one goes on to the next by itself.

Nothing here does I/O: the caller passes a function that reads the next page.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Generator, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

X_co = TypeVar("X_co", covariant=True)
"""An item of the list."""
R_co = TypeVar("R_co", covariant=True)
"""The reply that a page was read from."""


class _PageContents(Generic[X_co, R_co]):
    """What sync and async pages share: all that needs no request."""

    _loop = "for"

    def __init__(self, items: Sequence[X_co], reply: R_co, read_next: Callable[[], Any] | None = None) -> None:
        self._items, self._reply, self._read_next = items, reply, read_next

    @property
    def items(self) -> Sequence[X_co]:
        """The items of this page alone."""
        return self._items

    @property
    def reply(self) -> R_co:
        """The reply that this page was read from, with other facts about the list, such as a total."""
        return self._reply

    @property
    def has_next_page(self) -> bool:
        """Whether another page may follow. It may turn out to be empty."""
        return self._read_next is not None

    def __bool__(self) -> bool:
        """Whether there are items, on this page or perhaps on a following one."""
        return bool(self._items) or self.has_next_page

    def __repr__(self) -> str:
        count = f"{len(self._items)} item{'s' * (len(self._items) != 1)}"
        return f"{type(self).__name__}({count}, {'more may follow' if self.has_next_page else 'the last page'})"

    if not TYPE_CHECKING:  # type checkers report both, as of any class without these methods

        def __len__(self) -> int:
            name = type(self).__name__
            raise TypeError(f"{name} has no len(), because more pages may follow; use len(page.items) for this page")

        def __getitem__(self, index: object) -> Any:
            name = type(self).__name__
            raise TypeError(f"{name} has no items by index; use page.items[...], or `{self._loop}` for all pages")


class Page(_PageContents[X_co, R_co]):
    """One page of a list.

    Iterating over it gives the items of this page and of all that follow. Each page is read when its first item is
    needed; a second loop over the same page reads the following ones again. `items` are those of this page alone.
    """

    def next_page(self) -> Page[X_co, R_co] | None:
        """Read the next page; None after the last one."""
        return None if self._read_next is None else self._read_next()

    def pages(self) -> Iterator[Page[X_co, R_co]]:
        """This page and all that follow."""
        page: Page[X_co, R_co] | None = self
        while page is not None:
            yield page
            page = page.next_page()

    def __iter__(self) -> Iterator[X_co]:
        return (item for page in self.pages() for item in page.items)


class AsyncPage(_PageContents[X_co, R_co]):
    """One page of a list.

    Iterating over it with `async for` gives the items of this page and of all that follow. Each page is read when its
    first item is needed; a second loop over the same page reads the following ones again. `items` are those of this
    page alone.
    """

    _loop = "async for"

    async def next_page(self) -> AsyncPage[X_co, R_co] | None:
        """Read the next page; None after the last one."""
        return None if self._read_next is None else await self._read_next()

    async def pages(self) -> AsyncIterator[AsyncPage[X_co, R_co]]:
        """This page and all that follow."""
        page: AsyncPage[X_co, R_co] | None = self
        while page is not None:
            yield page
            page = await page.next_page()

    async def __aiter__(self) -> AsyncIterator[X_co]:
        async for page in self.pages():
            for item in page.items:
                yield item


class AsyncPaginator(Coroutine[Any, Any, AsyncPage[X_co, R_co]]):
    """A list that has not been read yet: await it for its first page, or loop over all items with `async for`.

    It can be used wherever a coroutine can, such as in `asyncio.gather` and `TaskGroup.create_task`.
    """

    def __init__(self, read_first: Callable[[], Coroutine[Any, Any, AsyncPage[X_co, R_co]]]) -> None:
        self._read_first = read_first
        self._reading: Coroutine[Any, Any, AsyncPage[X_co, R_co]] | None = None

    async def pages(self) -> AsyncIterator[AsyncPage[X_co, R_co]]:
        """All pages, from the first."""
        async for page in (await self).pages():
            yield page

    async def __aiter__(self) -> AsyncIterator[X_co]:
        async for item in await self:
            yield item

    def __await__(self) -> Generator[Any, Any, AsyncPage[X_co, R_co]]:
        return self._read_first().__await__()

    def send(self, value: Any) -> Any:
        """Run it as a coroutine; event loops do that."""
        if self._reading is None:
            self._reading = self._read_first()
        return self._reading.send(value)

    def throw(self, *error: Any) -> Any:
        """Raise an error where the coroutine waits; event loops do that to cancel it."""
        if self._reading is None:
            self._reading = self._read_first()
        return self._reading.throw(*error)

    def close(self) -> None:
        """End the coroutine, if it runs."""
        if self._reading is not None:
            self._reading.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(not read yet)"

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            hint = f"; await it for its first page, which has {name}" if hasattr(AsyncPage, name) else ""
            raise AttributeError(f"{type(self).__name__} has no attribute {name!r}{hint}")
