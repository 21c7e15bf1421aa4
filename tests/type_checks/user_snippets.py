"""What users write, as type checkers see it. Nothing here is run.

Each function is one snippet, and its docstring says why it passes. A line that type checkers must report ends in
`# error:` and the reason. `test_user_snippets.py` checks that mypy --strict and basedpyright report those lines and
no other.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal, TypedDict

import httpx

import quant_ai
import quant_ai.models
from quant_ai import (
    UNSET,
    AsyncJob,
    AsyncPage,
    AsyncPaginator,
    AsyncQuantAI,
    AsyncStream,
    Job,
    NotFoundError,
    Page,
    QuantAI,
    QuantAIError,
    RateLimitError,
    RawReply,
    RetryPolicy,
    Run,
    ServerSentEvent,
    Stream,
    Tool,
    ToolCall,
    Unknown,
    Unset,
    image_block,
    models,
)
from quant_ai.models import (
    ChatReply,
    Execution,
    Message,
    MessageParam,
    SessionSummary,
)

MODEL = "amazon.nova-pro-v1:0"
HELLO: MessageParam = {"role": "user", "content": "Hello"}


# Messages


def dict_in_the_call(client: QuantAI) -> None:
    """A dict in the call is checked as a MessageParam."""
    client.chat.send(model_id=MODEL, messages=[{"role": "user", "content": "Hello"}])


def annotated_dict(client: QuantAI) -> None:
    """A dict in a variable needs its type."""
    question: MessageParam = {"role": "user", "content": "Hello"}
    client.chat.send(model_id=MODEL, messages=[question])


def dict_without_annotation(client: QuantAI) -> None:
    """Without one it is a dict[str, str], whose keys are not checked."""
    question = {"role": "user", "content": "Hello"}
    client.chat.send(model_id=MODEL, messages=[question])  # error: any dict of strings


def list_in_a_variable(client: QuantAI) -> None:
    """The obvious annotation of a conversation."""
    messages: list[MessageParam] = [{"role": "system", "content": "Be brief."}]
    messages.append({"role": "user", "content": "Hello"})
    client.chat.send(model_id=MODEL, messages=messages)


def sequence_of_params(client: QuantAI, messages: Sequence[MessageParam]) -> ChatReply:
    """A wrapper that takes any sequence."""
    return client.chat.send(model_id=MODEL, messages=messages)


def tuple_of_models(client: QuantAI) -> None:
    """Models, in any sequence."""
    client.chat.send(model_id=MODEL, messages=(Message(role="user", content="Hello"),))


def dicts_and_models(client: QuantAI, history: list[Message | MessageParam]) -> None:
    """Both at once."""
    client.chat.send(model_id=MODEL, messages=[*history, HELLO, Message(role="user", content="Hello")])


def wrong_key(client: QuantAI) -> None:
    """A key that there is not."""
    client.chat.send(model_id=MODEL, messages=[{"rôle": "user", "content": "Hi"}])  # error: no such key


def missing_key(client: QuantAI) -> None:
    """A message without content."""
    client.chat.send(model_id=MODEL, messages=[{"role": "user"}])  # error: content is required


def wrong_type_inside(client: QuantAI) -> None:
    """Nested blocks are checked too."""
    client.chat.send(model_id=MODEL, messages=[{"role": "user", "content": [{"text": 7}]}])  # error: text is a string


def blocks(client: QuantAI) -> None:
    """Text and an image, as dicts and from a file."""
    message: MessageParam = {"role": "user", "content": [{"text": "What is this?"}, image_block("a.png")]}
    client.chat.send(model_id=MODEL, messages=[message])


def the_answer_fed_back(client: QuantAI) -> None:
    """A conversation of two turns: the reply's message is a message."""
    reply = client.chat.send(model_id=MODEL, messages=[HELLO])
    client.chat.send(model_id=MODEL, messages=[HELLO, reply.response, {"role": "user", "content": "Go on."}])


def a_history_that_grows(client: QuantAI) -> None:
    """The same in a loop, with a list of both."""
    history: list[Message | MessageParam | models.AssistantMessage] = []
    for question in ("One?", "Two?"):
        history.append({"role": "user", "content": question})
        history.append(client.chat.send(model_id=MODEL, messages=history).response)


def messages_of_a_session(client: QuantAI) -> None:
    """The history of a session is made of messages."""
    session = client.sessions.get("s")
    client.chat.send(model_id=MODEL, messages=[*(session.messages or []), HELLO])


# Arguments


def no_model(client: QuantAI) -> None:
    """A required argument."""
    client.chat.send(messages=[HELLO])  # error: model_id is missing


def by_position(client: QuantAI) -> None:
    """Arguments of the body have names."""
    client.chat.send(MODEL, [HELLO])  # error: keyword-only


def wrong_argument_type(client: QuantAI) -> None:
    """A word where a number belongs."""
    client.chat.send(model_id=MODEL, messages=[HELLO], temperature="hot")  # error: a float


def misspelt_argument(client: QuantAI) -> None:
    """A keyword that there is not."""
    client.chat.send(model_id=MODEL, messages=[HELLO], temprature=1)  # error: misspelt


def optional_argument_passed_on(client: QuantAI, temperature: float | None = None, top_p: float | None = None) -> None:
    """None sends nothing, so a wrapper can pass its own optional arguments on."""
    client.chat.send(model_id=MODEL, messages=[HELLO], temperature=temperature, top_p=top_p)


def id_that_may_be_none(client: QuantAI, session_id: str | None) -> None:
    """An id in a path is required."""
    client.sessions.get(session_id)  # error: may be None
    if session_id:
        client.sessions.get(session_id)


def known_values(client: QuantAI) -> None:
    """An enum of a request takes its values and those that come later."""
    client.sessions.update("s", status="completed")
    client.sessions.update("s", status="archived")


class Settings(TypedDict, total=False):
    """The settings of an application."""

    temperature: float
    max_tokens: int


def typed_keyword_arguments(client: QuantAI, settings: Settings) -> None:
    """Settings in a TypedDict of one's own."""
    client.chat.send(model_id=MODEL, messages=[HELLO], **settings)


def metadata(client: QuantAI, facts: Mapping[str, Any]) -> None:
    """Free-form objects take any mapping."""
    client.sessions.create(user_id="u", metadata={"a": [1, {"b": None}]})
    client.sessions.create(user_id="u", metadata=facts)


# Replies


def required_and_optional_fields(client: QuantAI) -> None:
    """Fields that the spec requires are there; others may be None."""
    reply = client.chat.send(model_id=MODEL, messages=[HELLO])
    content: str = reply.response.content
    if reply.usage:
        tokens: int | None = reply.usage.total_tokens
    print(reply.usage and reply.usage.total_tokens)


def optional_field_without_a_check(client: QuantAI) -> None:
    """A field that may be missing."""
    reply = client.chat.send(model_id=MODEL, messages=[HELLO])
    print(reply.usage.total_tokens)  # error: usage may be None


def missing_is_none(client: QuantAI) -> None:
    """Missing fields are None, and never UNSET."""
    usage: models.TokenUsage | None = client.chat.send(model_id=MODEL, messages=[HELLO]).usage


def unknown_field(client: QuantAI) -> None:
    """A field that there is not."""
    client.chat.send(model_id=MODEL, messages=[HELLO]).respones  # error: misspelt


def read_only_words(reply: ChatReply) -> str:
    """An open enum is compared with its values, and is a string."""
    if reply.finish_reason == "length":
        return "cut off"
    return reply.finish_reason or "unknown"


def dates(session: SessionSummary) -> timedelta | None:
    """Dates are datetimes."""
    created: datetime | None = session.created_at
    return datetime.now(created.tzinfo) - created if created else None


def unions(message: Message) -> str:
    """A union is taken apart by class; members that the spec does not name are Unknown."""
    if isinstance(message.content, str):
        return message.content
    match message.content[0]:
        case models.TextBlock(text=text):
            return text
        case Unknown(raw=raw):
            return str(raw)
        case _:
            return "media"


def models_as_json(reply: ChatReply) -> None:
    """Dicts, JSON and copies."""
    as_dict: dict[str, Any] = reply.to_dict()
    as_json: str = reply.to_json(indent=2)
    again: ChatReply = ChatReply.from_dict(as_dict)
    other: ChatReply = reply.replace(model="m")


def model_in_a_loop(client: QuantAI) -> None:
    """A reply with a list in a field is no list."""
    for model in client.models.list().models:
        print(model.id)
    for wrong in client.models.list():  # error: use .models
        print(wrong)


def names_of_the_package() -> None:
    """Misspelt names are found."""
    print(quant_ai.QuantIA)  # error: misspelt
    print(models.Mesage)  # error: misspelt
    print(quant_ai.models.Message)


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


# Jobs


def job_that_is_stored(client: QuantAI) -> Execution:
    """What start() returns is the exported class."""
    job: Job[models.QueuedExecution, Execution] = client.chat.start(model_id=MODEL, messages=[HELLO])
    again: Job[None, Execution] = client.chat.job(job.id)
    return job.wait(deadline=60, on_update=lambda execution: print(execution.status))


async def async_job(client: AsyncQuantAI) -> Execution:
    """The same in async code."""
    job: AsyncJob[models.QueuedExecution, Execution] = await client.chat.start(model_id=MODEL, messages=[HELLO])
    wrong: Execution = job.wait()  # error: not awaited
    return await job.wait()


def result_of_a_job(done: Execution) -> str:
    """A result is there only when the job has ended."""
    if done.result is None:
        return "none"
    return done.result.response.content


def other_reply(client: QuantAI) -> None:
    """The reply that accepts a job has no answer."""
    client.chat.start(model_id=MODEL, messages=[HELLO]).reply.response  # error: no attribute


# Tools


@dataclass
class Place:
    """A place."""

    city: str


def get_weather(place: Place, unit: Literal["c", "f"] = "c") -> dict[str, object]:
    """Get the weather."""
    return {"city": place.city, "unit": unit}


def tools(client: QuantAI) -> None:
    """Functions as tools."""
    run: Run = client.chat.run(
        model_id=MODEL, messages=[HELLO], tools=[get_weather, Tool(get_weather, name="w")], via="stream", on_text=print
    )
    calls: Sequence[ToolCall] = run.calls
    text: str = run.text


def wrong_way(client: QuantAI) -> None:
    """The ways of a run are known."""
    client.chat.run(model_id=MODEL, messages=[HELLO], tools=[], via="letter")  # error: no such way


# Options, errors, and the rest


def options(client: QuantAI, http: httpx.Client) -> None:
    """Options of one call, and of the client."""
    client.with_options(timeout=5, headers={"X-Test-Id": "a", "User-Agent": None}, query={"debug": True}).models.list()
    client.with_options(extra_body={"new": 1}, max_retries=RetryPolicy()).chat.send(model_id=MODEL, messages=[HELLO])
    QuantAI(token="t", http_client=http, headers={"X-Team": "search"}, timeout=httpx.Timeout(5))


def misspelt_option(client: QuantAI) -> None:
    """Options have names."""
    client.with_options(timeot=3)  # error: misspelt


def option_of_the_wrong_type() -> None:
    """A header is text."""
    QuantAI(headers={"X-Attempt": 1})  # error: not text


def async_http_client(http: httpx.AsyncClient) -> None:
    """The sync client takes a sync HTTP client."""
    AsyncQuantAI(http_client=http)
    AsyncQuantAI(http_client="aiohttp")
    QuantAI(http_client=http)  # error: async
    QuantAI(http_client="aiohttp")  # error: async only


def errors(client: QuantAI) -> float | None:
    """Errors are typed, and carry what the service said."""
    try:
        client.models.get("m")
    except RateLimitError as error:
        return error.retry_after
    except NotFoundError as error:
        print(error.status_code, error.code, error.request_id)
    except QuantAIError as error:
        print(error)
    return None


def raw_replies(client: QuantAI) -> None:
    """raw() keeps the types of the method."""
    raw: RawReply[ChatReply] = client.raw(client.chat.send, model_id=MODEL, messages=[HELLO])
    status: int = raw.status_code
    client.raw(client.chat.send, model=MODEL, messages=[HELLO])  # error: no such argument


async def async_calls(client: AsyncQuantAI) -> None:
    """Async methods are awaited."""
    reply: ChatReply = await client.chat.send(model_id=MODEL, messages=[HELLO])
    both: list[ChatReply] = await asyncio.gather(
        *(client.chat.send(model_id=MODEL, messages=[HELLO]) for _ in range(2))
    )
    wrong: ChatReply = client.chat.send(model_id=MODEL, messages=[HELLO])  # error: not awaited


def namespaces(client: QuantAI) -> None:
    """AI Search belongs to a project."""
    site = client.ai_search(project="website")
    score: float | None = site.search(query="x").results[0].score
    client.ai_search.search(query="x")  # error: no project yet
    client.ai_search(project=3)  # error: a name


def bulk_calls(client: QuantAI, path: Path) -> None:
    """Calls that send many requests."""
    vectors: list[list[float]] = client.embeddings.create_many(["a", "b"])
    upload = client.vector_db.upload_many("c", [{"key": "k", "content": "text"}])
    client.files.upload_path(path, metadata={"team": "search"})


class MyClient(QuantAI):
    """A client of one's own."""

    def ask(self, question: str) -> str:
        """Ask one question."""
        return self.chat.send(model_id=MODEL, messages=[{"role": "user", "content": question}]).response.content


def functions_as_arguments(client: QuantAI) -> None:
    """Methods are values."""
    get: Callable[[str], models.Session] = client.sessions.get


def unset_in_updates(client: QuantAI, description: str | Unset | None = UNSET) -> None:
    """UNSET is for code that tells null from nothing."""
    if description is UNSET:
        print("not given")
