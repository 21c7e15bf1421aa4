"""Lists and streams, as type checkers see what users write; see the package."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import ExitStack

from quant_ai import (
    AsyncPage,
    AsyncPaginator,
    AsyncQuantAI,
    AsyncStream,
    Page,
    QuantAI,
    ServerSentEvent,
    Stream,
    models,
)
from quant_ai.models import ChatReply, Execution, MessageParam, SessionSummary

MODEL = "amazon.nova-pro-v1:0"
HELLO: MessageParam = {"role": "user", "content": "Hello"}


# Lists


def loop_over_all_pages(client: QuantAI) -> list[SessionSummary]:
    """A list goes on by itself."""
    return [session for session in client.sessions.list(limit=50)]


def page_by_page(client: QuantAI) -> None:
    """Pages, one after the other."""
    page: Page[models.StoredFile, models.FileList] = client.files.list()
    first: Sequence[models.StoredFile] = page.items
    more: bool = page.has_next_page
    following: Page[models.StoredFile, models.FileList] | None = page.next_page()
    for one in page.pages():
        print(len(one.items), one.reply.next_cursor)


def take_files(files: Iterable[models.StoredFile]) -> None:
    """A page is an iterable of its items."""


def page_as_an_iterable(client: QuantAI) -> None:
    """It can be passed to whatever iterates."""
    take_files(client.files.list())


def page_as_a_sequence(client: QuantAI) -> None:
    """It is no sequence, since further pages follow."""
    page = client.files.list()
    len(page)  # error: use len(page.items)
    page[0]  # error: use page.items[0]
    page.items[0:2]


async def async_loop_over_all_pages(client: AsyncQuantAI) -> list[SessionSummary]:
    """The same in async code, without await."""
    return [session async for session in client.sessions.list()]


async def async_page(client: AsyncQuantAI) -> None:
    """Awaited, it is the first page."""
    files: AsyncPaginator[models.StoredFile, models.FileList] = client.files.list()
    page: AsyncPage[models.StoredFile, models.FileList] = await files
    following = await page.next_page()
    async for one in files.pages():
        print(len(one.items))


async def async_page_not_awaited(client: AsyncQuantAI) -> None:
    """Before that it has no items."""
    print(client.files.list().items)  # error: not awaited
    for file in client.files.list():  # error: use async for
        print(file)


async def lists_at_the_same_time(client: AsyncQuantAI) -> None:
    """A list is a coroutine to asyncio."""
    files, sessions = await asyncio.gather(client.files.list(), client.sessions.list())
    name: str | None = files.items[0].filename
    async with asyncio.TaskGroup() as group:
        task = group.create_task(client.files.list())
    print(task.result().items)


# Streams


def stream_of_text(client: QuantAI) -> str:
    """Text as it arrives, and the whole reply."""
    with client.chat.stream(model_id=MODEL, messages=[HELLO]) as stream:
        for text in stream.text:
            print(text, end="")
        reply: ChatReply = stream.final()
    return reply.response.content


def stream_as_an_argument(stream: Stream[models.ChatStreamEvent, ChatReply]) -> str | None:
    """The exported class has all public members."""
    first: models.ChatStreamEvent = next(stream)
    raw: ServerSentEvent = next(stream.raw_events)
    partial: ChatReply = stream.snapshot
    stream.close()
    return stream.request_id


def stream_that_is_stored(client: QuantAI) -> None:
    """What stream() returns is the exported class."""
    stream: Stream[models.ChatStreamEvent, ChatReply] = client.chat.stream(model_id=MODEL, messages=[HELLO])
    other: Stream[models.ChatStreamEvent, Execution] = stream  # error: it adds up to a ChatReply
    with ExitStack() as stack:
        entered: Stream[models.ChatStreamEvent, ChatReply] = stack.enter_context(stream)
        events: Iterator[models.ChatStreamEvent] = entered


async def async_stream(client: AsyncQuantAI) -> AsyncIterator[str]:
    """A generator of text, for a web framework."""
    stream: AsyncStream[models.ChatStreamEvent, ChatReply]
    async with client.chat.stream(model_id=MODEL, messages=[HELLO]) as stream:
        async for text in stream.text:
            yield text
        reply: ChatReply = await stream.final()


async def async_stream_not_awaited(client: AsyncQuantAI) -> None:
    """final() is awaited in async code."""
    async with client.chat.stream(model_id=MODEL, messages=[HELLO]) as stream:
        print(stream.final().response)  # error: not awaited
