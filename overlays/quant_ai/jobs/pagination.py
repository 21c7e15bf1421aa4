"""Find the request for the next page of a list, for every pagination style in the spec. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self

from quant_ai_client.types import UNSET

from ..errors import ConfigurationError, ReplyError
from ..json_text import loads

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quant_ai_client.operation import Operation, Pagination, Request


class NextPage:
    """Reads the page that follows another one. It stays with the client when that page is pickled.

    Args:
        read: Reads the page, or returns what can be awaited for it.
    """

    def __init__(self, read: Callable[[], Any]) -> None:
        self._read = read

    def __call__(self) -> Any:
        return self._read()

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return NextPage, (no_client,)


def no_client() -> NoReturn:
    """Reads the next page in a page that was pickled."""
    raise ConfigurationError("a page that was pickled has no client to fetch the next page with; list again")


class Trail:
    """What has been seen of a list so far: cursors, or the bodies of pages if an offset selects them.

    It ends a walk that would go in circles of any length. The trails of one walk share a dict, and each uses its first
    entries; a second walk from the same page gets another dict.
    """

    def __init__(self, passed: dict[Any, int] | None = None) -> None:
        self._passed = {} if passed is None else passed
        self._length = len(self._passed)

    def before(self, operation: Operation[Any], request: Request) -> Trail:
        """The trail with a page that is about to be read.

        Raises:
            ReplyError: The cursor has selected an earlier page.
        """
        pagination = operation.pagination
        if pagination is None or pagination.style == "offset":
            return self
        return self._with(_position(pagination, request), f"{operation.method} {request.path} repeated a cursor")

    def after(self, operation: Operation[Any], request: Request, content: bytes) -> Trail:
        """The trail with a page that has been read.

        Raises:
            ReplyError: The page is the same as an earlier one.
        """
        pagination = operation.pagination
        if pagination is None or pagination.style != "offset":
            return self
        place = f"{pagination.position}={_sent(pagination, request).get(pagination.position)}"
        return self._with(hash(content), f"{operation.method} {request.path} returned the same page again at {place}")

    def _with(self, key: Any, fault: str) -> Trail:
        passed = self._passed
        if len(passed) > self._length:  # another walk went on from here
            passed = {key: place for key, place in list(passed.items()) if place < self._length}
        if passed.get(key, self._length) < self._length:
            raise ReplyError(f"{fault}; stopped to avoid an endless loop")
        passed[key] = self._length
        return Trail(passed)


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
    return _by_cursor(pagination, request, loads(content))


def _by_offset(pagination: Pagination, request: Request, count: int) -> Request | None:
    sent = _sent(pagination, request)
    limit = sent.get(pagination.limit or "")
    # Without a limit in the request, only an empty page is certain to be the last. A limit above the spec's maximum
    # may have been lowered by the service.
    if count == 0 or (limit is not None and count < min(int(limit), pagination.max_limit or int(limit))):
        return None
    return _at(pagination, request, int(sent.get(pagination.position) or 0) + count)


def _by_cursor(pagination: Pagination, request: Request, value: Any) -> Request | None:
    if not isinstance(value, dict) or (pagination.more and value.get(pagination.more) is False):
        return None
    cursor = value.get(pagination.next or "")
    if cursor is None or cursor == "":
        return None
    return _at(pagination, request, cursor)


def _at(pagination: Pagination, request: Request, position: Any) -> Request:
    """The same request for another position in the list."""
    name = pagination.position
    if pagination.location == "body":
        body = {} if request.body is UNSET else request.body
        return request._replace(body={**body, name: position})
    return request._replace(query=[*(pair for pair in request.query if pair[0] != name), (name, str(position))])


def _position(pagination: Pagination, request: Request) -> Any:
    """The position that a request selects; None for the beginning."""
    return _sent(pagination, request).get(pagination.position)


def _sent(pagination: Pagination, request: Request) -> Mapping[str, Any]:
    """The parameters of a request, or the fields of its body, where the position and the limit are."""
    if pagination.location == "body":
        return request.body if isinstance(request.body, dict) else {}
    return dict(request.query)
