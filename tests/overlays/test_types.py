"""What type checkers report to the users of `quant_ai`."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.type_checks.checkers import CHECKERS, fault_lines

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]

# Every line with a comment is an error, and no other line is.
SNIPPET = """
import quant_ai
import quant_ai.models
import quant_ai.types
import quant_ai_client.models
from quant_ai import AsyncJob, AsyncPage, AsyncPaginator, AsyncQuantAI, AsyncStream, Job, Page, QuantAI, RawReply, Run
from quant_ai import ServerSentEvent, Stream, models
from quant_ai.models import ChatReply, Execution, Message, MessageParam
from quant_ai.models import Mesage  # misspelt
from quant_ai.types import UNSET, Unset


def sync(client: QuantAI) -> None:
    hello: MessageParam = {"role": "user", "content": "Hello"}
    reply: ChatReply = client.chat.send(model_id="m", messages=[hello])
    same: quant_ai_client.models.Message = Message(role="user", content="Hello")
    also: quant_ai.models.Message = models.Message(role="user", content="Hello")
    raw: RawReply[ChatReply] = client.raw(client.chat.send, model_id="m", messages=[hello])
    run: Run = client.chat.run(model_id="m", messages=[same, also], tools=[])
    vectors: list[list[float]] = client.embeddings.create_many(["a"])
    execution: Execution = client.chat.job("id").wait()
    given: str | Unset = UNSET
    stream: Stream[models.ChatStreamEvent, ChatReply] = client.chat.stream(model_id="m", messages=[hello])
    with stream as same_stream:
        first: models.ChatStreamEvent = next(same_stream)
        raw_event: ServerSentEvent = next(same_stream.raw_events)
        request_id: str | None = same_stream.request_id
    job: Job[models.QueuedExecution, Execution] = client.chat.start(model_id="m", messages=[hello])
    again: Job[None, Execution] = client.chat.job(job.id)
    page: Page[models.StoredFile, models.FileList] = client.files.list()
    names: list[models.StoredFile] = [*page, *page.items[0:2]]
    nothing: Stream[models.ChatStreamEvent, Execution] = client.chat.stream(model_id="m", messages=[])  # other reply
    len(page)  # pages follow
    page[0]  # pages follow
    client.chat.run(model_id="m", messages=[], tools=[], via="letter")  # not a way
    client.with_options(timeot=3)  # misspelt
    QuantAI(http_client="aiohttp")  # async only
    client.chat.job("id").wait().result.foo  # no attribute
    print(models.Mesage)  # misspelt
    print(quant_ai.QuantIA)  # misspelt


async def asynchronous(client: AsyncQuantAI) -> None:
    reply: ChatReply = await client.chat.send(model_id="m", messages=[])
    raw: RawReply[ChatReply] = await client.raw(client.chat.send, model_id="m", messages=[])
    run: Run = await client.chat.run(model_id="m", messages=[], tools=[])
    execution: Execution = await client.chat.job("id").wait()
    vectors: list[list[float]] = await client.embeddings.create_many(["a"])
    stream: AsyncStream[models.ChatStreamEvent, ChatReply] = client.chat.stream(model_id="m", messages=[])
    async with stream as same_stream:
        first: models.ChatStreamEvent = await anext(same_stream)
        request_id: str | None = same_stream.request_id
    job: AsyncJob[models.QueuedExecution, Execution] = await client.chat.start(model_id="m", messages=[])
    files: AsyncPaginator[models.StoredFile, models.FileList] = client.files.list()
    page: AsyncPage[models.StoredFile, models.FileList] = await files
    names: list[models.StoredFile] = [file async for file in files]
    more: list[models.StoredFile] = [file async for file in page]
    pages: list[AsyncPage[models.StoredFile, models.FileList]] = [page async for page in files.pages()]
    files.items  # not awaited
    wrong: Execution = client.chat.job("id").wait()  # not awaited
    AsyncQuantAI(http_client="aiohttp")
"""


@pytest.mark.parametrize("checker", CHECKERS)
def test_right_lines_pass_and_wrong_ones_are_found(checker: str, tmp_path: Path) -> None:
    wrong = {number for number, line in enumerate(SNIPPET.splitlines(), 1) if "  # " in line}
    assert fault_lines(checker, tmp_path, SNIPPET) == wrong
