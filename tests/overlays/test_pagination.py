"""Pages in every pagination style of the API, read one by one and all of them."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import parse_qs, urlsplit

import anyio
import httpx
import pytest

from quant_ai import AsyncPage, AsyncPaginator, ConfigurationError, Page, ReplyError
from quant_ai.jobs.pagination import Trail, next_request
from quant_ai_client.operation import Operation, Pagination, Request

from .support.clients import async_client, client_of, unwrapped

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
        self.lowered_to: int | None = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        query = {name: values[0] for name, values in parse_qs(urlsplit(str(request.url)).query).items()}
        requested = query if self.pagination.location == "query" else json.loads(request.content)
        self.requested.append(requested)
        limit = min(int(requested.get("limit", 3)), self.lowered_to or 1000)
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


def test_an_operation_without_pages_has_one() -> None:
    plain = operation(OFFSET)._replace(pagination=None)
    trail = Trail()
    assert trail.before(plain, Request("/things")) is trail.after(plain, Request("/things"), b"[]") is trail
    assert next_request(plain, Request("/things"), b"[]", 3) is None


def test_positions_in_a_body_that_was_not_given_begin_one() -> None:
    listing = operation(CURSOR_IN_BODY)
    assert next_request(listing, Request("/things"), b'{"nextCursor":"c"}', 3) == Request(
        "/things", body={"cursor": "c"}
    )
    for last in (b'{"nextCursor":""}', b'{"nextCursor":null}', b"{}", b"[]"):
        assert next_request(listing, Request("/things"), last, 3) is None
    trail = Trail().before(listing, Request("/things"))
    with pytest.raises(ReplyError, match="POST /things repeated a cursor"):
        trail.before(listing, Request("/things", body={"limit": 3}))


def test_only_positions_are_compared_for_cursors_and_only_pages_for_offsets() -> None:
    trail = Trail()
    assert trail.before(operation(OFFSET), Request("/things")) is trail
    assert trail.after(operation(CURSOR), Request("/things"), b"[]") is trail
    passed = trail.after(operation(OFFSET), Request("/things", [("offset", "3")]), b"[]")
    with pytest.raises(ReplyError, match="GET /things returned the same page again at offset=6; stopped"):
        passed.after(operation(OFFSET), Request("/things", [("offset", "6")]), b"[]")


def test_walks_from_the_same_page_do_not_know_each_others_pages() -> None:
    listing, after_b, after_c = operation(CURSOR), *(Request("/things", [("cursor", name)]) for name in "bc")
    first = Trail().before(listing, Request("/things"))
    first.before(listing, after_b)
    second = first.before(listing, after_c)
    second.before(listing, after_b)
    with pytest.raises(ReplyError, match="GET /things repeated a cursor; stopped to avoid an endless loop"):
        second.before(listing, after_c)


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


def listed(client: Any, pagination: Pagination, **given: Any) -> Any:
    """What a method that lists returns: in async code, an `AsyncPaginator`."""
    return client._caller.page(operation(pagination), request(pagination, **given), items(pagination))


@every_style
@pytest.mark.parametrize("limit", [None, 1, 3, 7, 50])
async def test_a_loop_gives_every_item_once_and_in_order(kind: str, pagination: Pagination, limit: int | None) -> None:
    lister = Lister(pagination)
    given = {} if limit is None else {"limit": limit}
    async with client_of(kind, lister) as client:
        assert [item async for item in listed(client, pagination, **given)] == ITEMS
    assert all(str(requested.get("limit", limit)) == str(limit) for requested in lister.requested)


@every_style
async def test_pages_can_be_walked_one_by_one(kind: str, pagination: Pagination) -> None:
    async with client_of(kind, Lister(pagination)) as client:
        page = await listed(client, pagination, limit=3)
        assert isinstance(unwrapped(page), Page | AsyncPage)
        assert (page.items, page.has_next_page) == (ITEMS[:3], True)
        second = await page.next_page()
        assert second.items == ITEMS[3:6]
        third = await second.next_page()
        assert (third.items, await third.next_page()) == (ITEMS[6:], None)
        assert not third.has_next_page


@every_style
async def test_all_pages_can_be_walked_in_a_loop(kind: str, pagination: Pagination) -> None:
    async with client_of(kind, Lister(pagination)) as client:
        pages = [page async for page in listed(client, pagination, limit=3).pages()]
    assert [page.items for page in pages] == [ITEMS[:3], ITEMS[3:6], ITEMS[6:]]


async def test_a_second_loop_reads_the_following_pages_again(kind: str) -> None:
    lister = Lister(CURSOR)
    async with client_of(kind, lister) as client:
        page = await listed(client, CURSOR, limit=3)
        assert [[item async for item in page] for _ in range(2)] == [ITEMS, ITEMS]
        second = await page.next_page()
        assert [item async for item in second] == ITEMS[3:]
        assert [item async for item in page] == ITEMS
    assert len(lister.requested) == 9


async def test_pages_are_read_only_as_they_are_needed(kind: str) -> None:
    lister = Lister(CURSOR)
    async with client_of(kind, lister) as client:
        seen = 0
        async for _ in listed(client, CURSOR, limit=3):
            seen += 1
            assert len(lister.requested) == (seen + 2) // 3


def test_an_async_list_sends_nothing_before_it_is_awaited() -> None:
    lister = Lister(CURSOR)
    paginator = listed(async_client("http://test", http_client=httpx.AsyncClient()), CURSOR)
    assert repr(paginator) == "AsyncPaginator(not read yet)"
    assert lister.requested == []


def test_an_attribute_of_a_list_that_was_not_awaited_says_to_await_it() -> None:
    paginator = listed(async_client("http://test"), CURSOR)
    with pytest.raises(AttributeError, match=r"no attribute 'items'; await it for its first page, which has items"):
        _ = paginator.items
    with pytest.raises(AttributeError, match=r"no attribute 'itmes'$"):
        _ = paginator.itmes


@pytest.mark.parametrize("way", ["gather", "create_task", "wait_for", "TaskGroup", "shield"])
def test_an_async_list_is_a_coroutine_to_asyncio(way: str) -> None:
    async def first_page(paginator: AsyncPaginator[Any, Any]) -> AsyncPage[Any, Any]:
        if way == "gather":
            return (await asyncio.gather(paginator))[0]
        if way == "create_task":
            return await asyncio.create_task(paginator)
        if way == "wait_for":
            return await asyncio.wait_for(paginator, 30)
        if way == "shield":
            return await asyncio.shield(paginator)
        async with asyncio.TaskGroup() as group:
            task = group.create_task(paginator)
        return task.result()

    async def main() -> None:
        async with client_of("async", Lister(CURSOR)) as client:
            assert (await first_page(listed(client, CURSOR))).items == ITEMS[:3]

    asyncio.run(main())


@pytest.mark.skipif(version("anyio").startswith("4.10."), reason="which starts coroutines alone")
async def test_a_method_that_lists_can_be_started_as_a_task_of_any_loop() -> None:
    lister = Lister(CURSOR)
    async with client_of("async", lister) as client, anyio.create_task_group() as group:
        group.start_soon(listed, client, CURSOR)
    assert len(lister.requested) == 1


def test_a_task_that_reads_a_list_can_be_cancelled() -> None:
    async def never(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(3600)
        raise AssertionError

    async def main() -> None:
        async with client_of("async", never) as client:
            task = asyncio.create_task(listed(client, CURSOR))
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())


async def test_a_page_has_no_length_and_no_index_and_says_what_to_use(kind: str) -> None:
    async with client_of(kind, Lister(CURSOR)) as client:
        page = unwrapped(await listed(client, CURSOR, limit=3))
    assert not isinstance(page, Sequence)
    with pytest.raises(TypeError, match=r"no len\(\), because more pages may follow; use len\(page\.items\)"):
        len(page)
    with pytest.raises(TypeError, match=r"no items by index; use page\.items\[\.\.\.\]"):
        _ = page[0]
    with pytest.raises(TypeError, match=r"use page\.items"):
        _ = page[0:2]


async def test_a_page_is_true_if_the_list_has_or_may_have_items(kind: str) -> None:
    replies = iter([{"things": [], "nextCursor": "a"}, {"things": [1], "nextCursor": "b"}, {"things": []}])
    async with client_of(kind, lambda _: httpx.Response(200, json=next(replies))) as client:
        pages = [page async for page in listed(client, CURSOR_ONLY).pages()]
    assert [bool(page) for page in pages] == [True, True, False]


async def test_an_empty_page_with_a_cursor_does_not_end_the_list(kind: str) -> None:
    replies = iter([{"things": [1], "nextCursor": "a"}, {"things": [], "nextCursor": "b"}, {"things": [2]}])
    async with client_of(kind, lambda _: httpx.Response(200, json=next(replies))) as client:
        assert [item async for item in listed(client, CURSOR_ONLY)] == [1, 2]


def test_a_page_says_how_many_items_it_has_and_whether_more_may_follow() -> None:
    assert repr(Page([1], {}, None)) == "Page(1 item, the last page)"
    assert repr(Page([1, 2], {}, lambda: None)) == "Page(2 items, more may follow)"


async def test_a_short_page_ends_an_offset_list_without_another_call(kind: str) -> None:
    lister = Lister(OFFSET)
    async with client_of(kind, lister) as client:
        assert [item async for item in listed(client, OFFSET, limit=5)] == ITEMS
    assert len(lister.requested) == 2


async def test_a_service_that_lowers_the_limit_to_the_largest_one_loses_no_items(kind: str) -> None:
    lister = Lister(OFFSET._replace(max_limit=3))
    lister.lowered_to = 3
    async with client_of(kind, lister) as client:
        assert [item async for item in listed(client, lister.pagination, limit=100)] == ITEMS


@pytest.mark.parametrize("pagination", [CURSOR, CURSOR_IN_BODY], ids=["cursor", "body"])
async def test_a_page_that_says_it_is_the_last_is_the_last_despite_its_cursor(
    kind: str, pagination: Pagination
) -> None:
    last = {"things": [1], "nextCursor": "more", "hasMore": False}
    async with client_of(kind, lambda _: httpx.Response(200, json=last)) as client:
        page = await listed(client, pagination)
        assert not page.has_next_page
        assert await page.next_page() is None


class Circle:
    """A list whose cursors come back: A, B, C, A, B, C, ..."""

    def __init__(self, length: int) -> None:
        self.length, self.count = length, 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.count += 1
        return httpx.Response(200, json={"things": [self.count], "nextCursor": f"c{self.count % self.length}"})


@pytest.mark.parametrize("length", [1, 2, 3, 10])
@pytest.mark.parametrize("pagination", [CURSOR, CURSOR_IN_BODY], ids=["query", "body"])
async def test_cursors_that_come_back_end_the_list_with_an_error(
    kind: str, pagination: Pagination, length: int
) -> None:
    circle, found = Circle(length), []
    async with client_of(kind, circle) as client:
        with pytest.raises(ReplyError, match="/things repeated a cursor; stopped to avoid an endless loop"):
            async for item in listed(client, pagination):
                found.append(item)
    assert found == list(range(1, length + 2))  # the first page has no cursor


async def test_so_they_do_if_pages_are_read_by_hand(kind: str) -> None:
    async with client_of(kind, Circle(3)) as client:
        page, count = await listed(client, CURSOR), 0
        with pytest.raises(ReplyError, match="repeated a cursor"):
            while page := await page.next_page():
                count += 1
    assert count == 3


async def test_a_service_that_ignores_the_offset_ends_the_list_with_an_error(kind: str) -> None:
    found = []
    async with client_of(kind, lambda _: httpx.Response(200, json=[1, 2])) as client:
        with pytest.raises(ReplyError, match="/things returned the same page again at offset=2"):
            async for item in listed(client, OFFSET):
                found.append(item)
    assert found == [1, 2]


async def test_the_users_own_position_is_where_the_list_starts(kind: str) -> None:
    async with client_of(kind, Lister(OFFSET)) as client:
        assert [item async for item in listed(client, OFFSET, limit=2, offset=3)] == ITEMS[3:]


async def test_a_page_can_be_pickled_and_keeps_all_but_the_client(kind: str) -> None:
    async with client_of(kind, Lister(CURSOR)) as client:
        page = await listed(client, CURSOR, limit=3)
        found = pickle.loads(pickle.dumps(unwrapped(page)))
        last = pickle.loads(pickle.dumps(unwrapped(await listed(client, CURSOR, limit=7))))
    assert (found.items, found.reply, found.has_next_page) == (ITEMS[:3], page.reply, True)
    with pytest.raises(ConfigurationError) as caught:
        await found.next_page()
    assert str(caught.value) == "a page that was pickled has no client to fetch the next page with; list again"
    assert (last.items, last.has_next_page) == (ITEMS, False)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy], ids=["copy", "deepcopy"])
async def test_a_copy_of_a_page_keeps_the_client_too(kind: str, copied: Any) -> None:
    async with client_of(kind, Lister(CURSOR)) as client:
        page = copied(unwrapped(await listed(client, CURSOR, limit=3)))
        found = await page.next_page() if kind == "async" else page.next_page()
    assert found.items == ITEMS[3:6]
