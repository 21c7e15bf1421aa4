"""A page of a list: what a call returns that lists things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from .pagination import PageItems

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from quant_ai_client.operation import Request

I_co = TypeVar("I_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)


class AsyncPage(PageItems[I_co, R_co]):
    """One page of a list, and a sequence of its items. `auto()` goes on to the following pages.

    As a sequence it has `count(item)` and `index(item)`. Other facts about the list, such as the total number of
    items, are in `reply`.
    """

    def __init__(
        self,
        items: Sequence[I_co],
        reply: R_co,
        following: Request | None,
        read: Callable[[Request], Awaitable[Any]],
    ) -> None:
        super().__init__(items, reply, following)
        self._read = read

    async def next(self) -> Self | None:
        """Read the next page; None after the last one."""
        return None if self._following is None else await self._read(self._following)

    async def auto(self) -> AsyncIterator[I_co]:
        """Items of this page and all following ones. Each page is read when its first item is needed."""
        page: AsyncPage[I_co, R_co] | None = self
        while page is not None:
            for item in page.items:
                yield item
            page = await page.next()
