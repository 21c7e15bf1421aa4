"""Find the request for the next page of a list, for every pagination style in the spec. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import orjson

from quant_ai_client.types import UNSET

from ..errors import ReplyError

if TYPE_CHECKING:
    from quant_ai_client.operation import Operation, Pagination, Request

I_co = TypeVar("I_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)


class PageItems(Sequence[I_co], Generic[I_co, R_co]):
    """The items of a page as a sequence: what `Page` and `AsyncPage` share."""

    def __init__(self, items: Sequence[I_co], reply: R_co, following: Request | None) -> None:
        self._items, self._reply, self._following = items, reply, following

    @property
    def items(self) -> Sequence[I_co]:
        """The items of this page."""
        return self._items

    @property
    def reply(self) -> R_co:
        """The reply that the page was read from."""
        return self._reply

    @property
    def has_more(self) -> bool:
        """Whether the service says that another page follows. That page may turn out to be empty."""
        return self._following is not None

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: Any) -> Any:
        return self._items[index]

    def __iter__(self) -> Iterator[I_co]:
        return iter(self._items)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._items)} items, has_more={self.has_more})"


def next_request(operation: Operation[Any], request: Request, content: bytes, count: int) -> Request | None:
    """The request for the next page; None after the last page.

    Args:
        operation: Lists the items.
        request: The request for this page.
        content: The body of the reply.
        count: How many items the page has.
    """
    pagination = operation.pagination
    if pagination is None:
        return None
    if pagination.style == "offset":
        return _by_offset(pagination, request, count)
    return _by_cursor(pagination, request, orjson.loads(content))


def _by_offset(pagination: Pagination, request: Request, count: int) -> Request | None:
    query = dict(request.query)
    limit = query.get(pagination.limit or "")
    # Without a limit in the request, only an empty page is certain to be the last.
    if count == 0 or (limit is not None and count < int(limit)):
        return None
    return _at(pagination, request, int(query.get(pagination.position, 0)) + count)


def _by_cursor(pagination: Pagination, request: Request, value: Any) -> Request | None:
    if not isinstance(value, dict) or (pagination.more and value.get(pagination.more) is False):
        return None
    cursor = value.get(pagination.next or "")
    if cursor is None or cursor == "":
        return None
    following = _at(pagination, request, cursor)
    if following == request:
        raise ReplyError(f"{request.path} returned the cursor of the page that it had just returned")
    return following


def _at(pagination: Pagination, request: Request, position: Any) -> Request:
    """The same request for another position in the list."""
    name = pagination.position
    if pagination.location == "body":
        body = {} if request.body is UNSET else request.body
        return request._replace(body={**body, name: position})
    return request._replace(query=[*(pair for pair in request.query if pair[0] != name), (name, str(position))])
