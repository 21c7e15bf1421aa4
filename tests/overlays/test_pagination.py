"""Pages in every pagination style of the API, read one by one and all of them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from quant_ai import ReplyError
from quant_ai_client.operation import Operation, Pagination, Request

from .support.clients import async_client, sync_client

pytestmark = pytest.mark.anyio

ITEMS = [{"n": n} for n in range(7)]
OFFSET = Pagination("offset", "query", "offset", "limit")
OFFSET_WRAPPED = Pagination("offset", "query", "offset", "limit", "things")
CURSOR = Pagination("cursor", "query", "cursor", "limit", "things", "nextCursor", "hasMore")
CURSOR_ONLY = Pagination("cursor", "query", "cursor", "limit", "things", "nextCursor")
CURSOR_IN_BODY = Pagination("cursor", "body", "cursor", "limit", "things", "nextCursor", "hasMore")


class Lister:
    """Lists seven things in any pagination style, three at a time by default."""

    def __init__(self, pagination: Pagination) -> None:
        self.pagination = pagination
        self.requested: list[dict[str, str]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        query = {name: values[0] for name, values in parse_qs(urlsplit(str(request.url)).query).items()}
        requested = query if self.pagination.location == "query" else json.loads(request.content)
        self.requested.append(requested)
        limit = int(requested.get("limit", 3))
        first = int(str(requested.get(self.pagination.position, "0")).removeprefix("after-"))
        found = ITEMS[first : first + limit]
        following = f"after-{first + limit}" if first + limit < len(ITEMS) else None
        if self.pagination.items is None:
            return httpx.Response(200, json=found)
        body: dict[str, Any] = {self.pagination.items: found}
        if self.pagination.next:
            body[self.pagination.next] = following
        if self.pagination.more:
            body[self.pagination.more] = following is not None
        return httpx.Response(200, json=body)


def operation(pagination: Pagination) -> Operation[Any]:
    method = "POST" if pagination.location == "body" else "GET"
    return Operation("things_list", method, "/things", {200: lambda value: value}, pagination=pagination)


def items(pagination: Pagination) -> Any:
    return (lambda reply: reply) if pagination.items is None else (lambda reply: reply[pagination.items])


def request(pagination: Pagination, **given: Any) -> Request:
    if pagination.location == "body":
        return Request("/things", body=dict(given))
    return Request("/things", query=[(name, str(value)) for name, value in given.items()])


STYLES = [OFFSET, OFFSET_WRAPPED, CURSOR, CURSOR_ONLY, CURSOR_IN_BODY]
every_style = pytest.mark.parametrize(
    "pagination", STYLES, ids=["offset", "offset-wrapped", "cursor", "cursor-only", "body"]
)


@every_style
@pytest.mark.parametrize("limit", [None, 1, 3, 7, 50])
def test_auto_yields_every_item_once_and_in_order(pagination: Pagination, limit: int | None) -> None:
    lister = Lister(pagination)
    given = {} if limit is None else {"limit": limit}
    with httpx.Client(transport=httpx.MockTransport(lister)) as http:
        client = sync_client("http://test", http_client=http)
        page = client._caller.page(operation(pagination), request(pagination, **given), items(pagination))
        assert list(page.auto()) == ITEMS
    assert all(str(requested.get("limit", limit)) == str(limit) for requested in lister.requested)


@every_style
async def test_auto_does_so_in_async_too(pagination: Pagination) -> None:
    async with httpx.AsyncClient(transport=httpx.MockTransport(Lister(pagination))) as http:
        client = async_client("http://test", http_client=http)
        page = await client._caller.page(operation(pagination), request(pagination, limit=2), items(pagination))
        assert [item async for item in page.auto()] == ITEMS
        assert len(page) == 2
        following = await page.next()
        assert following is not None
        assert list(following) == ITEMS[2:4]


@every_style
def test_the_first_page_is_a_sequence(pagination: Pagination) -> None:
    with httpx.Client(transport=httpx.MockTransport(Lister(pagination))) as http:
        client = sync_client("http://test", http_client=http)
        page = client._caller.page(operation(pagination), request(pagination, limit=3), items(pagination))
        assert (len(page), page[0], list(page), page.has_more) == (3, ITEMS[0], ITEMS[:3], True)
        assert page.items == ITEMS[:3]
        second = page.next()
        assert second is not None
        assert list(second) == ITEMS[3:6]
        third = second.next()
        assert third is not None
        assert list(third) == ITEMS[6:]
        assert third.next() is None
        assert not third.has_more


def test_pages_are_read_only_as_they_are_needed() -> None:
    lister = Lister(CURSOR)
    with httpx.Client(transport=httpx.MockTransport(lister)) as http:
        page = sync_client("http://test", http_client=http)._caller.page(
            operation(CURSOR), request(CURSOR, limit=3), items(CURSOR)
        )
        following = page.auto()
        for _ in range(3):
            next(following)
        assert len(lister.requested) == 1
        next(following)
        assert len(lister.requested) == 2


def test_a_short_page_ends_an_offset_list_without_another_call() -> None:
    lister = Lister(OFFSET)
    with httpx.Client(transport=httpx.MockTransport(lister)) as http:
        page = sync_client("http://test", http_client=http)._caller.page(
            operation(OFFSET), request(OFFSET, limit=5), items(OFFSET)
        )
        assert len(list(page.auto())) == 7
    assert len(lister.requested) == 2


@pytest.mark.parametrize("pagination", [CURSOR, CURSOR_IN_BODY], ids=["cursor", "body"])
def test_a_page_that_says_it_is_the_last_is_the_last_despite_its_cursor(pagination: Pagination) -> None:
    last = httpx.MockTransport(
        lambda _: httpx.Response(200, json={"things": [1], "nextCursor": "more", "hasMore": False})
    )
    with httpx.Client(transport=last) as http:
        page = sync_client("http://test", http_client=http)._caller.page(
            operation(pagination), request(pagination), items(pagination)
        )
        assert not page.has_more
        assert page.next() is None


def test_a_cursor_that_repeats_is_an_error_and_not_an_endless_loop() -> None:
    def stuck(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"things": [1], "nextCursor": "again"})

    with httpx.Client(transport=httpx.MockTransport(stuck)) as http:
        page = sync_client("http://test", http_client=http)._caller.page(
            operation(CURSOR_ONLY), request(CURSOR_ONLY), items(CURSOR_ONLY)
        )
        with pytest.raises(ReplyError, match="cursor"):
            list(page.auto())


def test_the_users_own_position_is_where_the_list_starts() -> None:
    with httpx.Client(transport=httpx.MockTransport(Lister(OFFSET))) as http:
        page = sync_client("http://test", http_client=http)._caller.page(
            operation(OFFSET), request(OFFSET, limit=2, offset=3), items(OFFSET)
        )
        assert list(page.auto()) == ITEMS[3:]
