"""Pages of a list, and how to ask for the next one, for every style that the document knows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from quant_ai_client.types import UNSET

from ..errors import ReplyError

if TYPE_CHECKING:
    from quant_ai_client.operation import Pagination, Request

I_co = TypeVar("I_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)


def next_request(pagination: Pagination, request: Request, value: Any, count: int) -> Request | None:
    """The request for the page after one that was read; None after the last.

    Args:
        pagination: The style of the list.
        request: What this page was asked for with.
        value: The reply's JSON value.
        count: How many items it holds.
    """
    if pagination.style == "offset":
        given = dict(request.query)
        limit = given.get(pagination.limit or "")
        # without a limit of our own, only an empty page is surely the last
        if count == 0 or (limit is not None and count < int(limit)):
            return None
        return _asking(pagination, request, int(given.get(pagination.position, 0)) + count)
    if not isinstance(value, dict) or (pagination.more and value.get(pagination.more) is False):
        return None
    cursor = value.get(pagination.next or "")
    if cursor is None or cursor == "":
        return None
    following = _asking(pagination, request, cursor)
    if following == request:
        raise ReplyError(f"{request.path} gave the cursor of the page that it had just given")
    return following


def _asking(pagination: Pagination, request: Request, position: Any) -> Request:
    name = pagination.position
    if pagination.location == "body":
        body = {} if request.body is UNSET else request.body
        return request._replace(body={**body, name: position})
    return request._replace(query=[*(pair for pair in request.query if pair[0] != name), (name, str(position))])


class _Items(Sequence[I_co], Generic[I_co, R_co]):
    def __init__(self, items: Sequence[I_co], reply: R_co, following: Request | None) -> None:
        self._items, self._reply, self._following = items, reply, following

    @property
    def items(self) -> Sequence[I_co]:
        """The items of this page."""
        return self._items

    @property
    def reply(self) -> R_co:
        """The reply it was read from."""
        return self._reply

    @property
    def has_more(self) -> bool:
        """Whether there is a page after this one, as far as this one tells; that page may be empty."""
        return self._following is not None

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: Any) -> Any:
        return self._items[index]

    def __iter__(self) -> Iterator[I_co]:
        return iter(self._items)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._items)} items, has_more={self.has_more})"


class Page(_Items[I_co, R_co]):
    """One page of a list; a sequence of its items. `auto()` goes through all pages.

    As a sequence it has `count(item)` and `index(item)`; what else a reply tells of its list, such as a count of all
    items, `reply` has.
    """

    def __init__(
        self, items: Sequence[I_co], reply: R_co, following: Request | None, read: Callable[[Request], Any]
    ) -> None:
        super().__init__(items, reply, following)
        self._read = read

    def next(self) -> Self | None:
        """Read the next page; None after the last."""
        return None if self._following is None else self._read(self._following)

    def auto(self) -> Iterator[I_co]:
        """Items of this page and of all that follow, read as they are needed."""
        page: Page[I_co, R_co] | None = self
        while page is not None:
            yield from page.items
            page = page.next()


class AsyncPage(_Items[I_co, R_co]):
    """One page of a list; a sequence of its items, as `Page` is. `auto()` goes through all pages."""

    def __init__(
        self, items: Sequence[I_co], reply: R_co, following: Request | None, read: Callable[[Request], Awaitable[Any]]
    ) -> None:
        super().__init__(items, reply, following)
        self._read = read

    async def next(self) -> Self | None:
        """Read the next page; None after the last."""
        return None if self._following is None else await self._read(self._following)

    async def auto(self) -> AsyncIterator[I_co]:
        """Items of this page and of all that follow, read as they are needed."""
        page: AsyncPage[I_co, R_co] | None = self
        while page is not None:
            for item in page.items:
                yield item
            page = await page.next()
