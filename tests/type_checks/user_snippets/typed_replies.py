"""What users write to read replies into their own types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from quant_ai import (
    AsyncQuantAI,
    AsyncStream,
    Job,
    ParsedExecution,
    ParsedReply,
    ParsedRun,
    QuantAI,
    Stream,
)
from quant_ai.models import ChatReply, ChatStreamEvent, Execution, MessageParam, QueuedExecution

MODEL = "amazon.nova-pro-v1:0"
HELLO: MessageParam = {"role": "user", "content": "Hello"}


@dataclass
class Bill:
    """A type of the user."""

    total: float


@dataclass
class Excuse:
    """Another one."""

    reason: str


class Entry(TypedDict, total=False):
    """One that is a dict."""

    number: int


def value_of_a_reply(client: QuantAI) -> None:
    """The value has the type that was passed, and the reply is a reply."""
    reply = client.chat.parse(Bill, model_id=MODEL, messages=[HELLO], temperature=0.5)
    kept: ParsedReply[Bill] = reply
    plain: ChatReply = reply
    total: float = reply.parsed.total
    text: str = reply.parsed.total  # error: a float


def value_of_a_union(client: QuantAI) -> None:
    """A union is narrowed as usual."""
    found = client.chat.parse(Bill | Excuse, model_id=MODEL, messages=[HELLO]).parsed
    if isinstance(found, Excuse):
        reason: str = found.reason
    else:
        total: float = found.total
    either: Bill | None = client.chat.parse(Bill | None, model_id=MODEL, messages=[HELLO]).parsed


def values_of_other_types(client: QuantAI) -> None:
    """Lists, dicts, TypedDicts, literals and annotated types are types too."""
    bills: list[Bill] = client.chat.parse(list[Bill], model_id=MODEL, messages=[HELLO]).parsed
    by_name: dict[str, Bill] = client.chat.parse(dict[str, Bill], model_id=MODEL, messages=[HELLO]).parsed
    entry: Entry = client.chat.parse(Entry, model_id=MODEL, messages=[HELLO]).parsed
    word: Literal["yes", "no"] = client.chat.parse(Literal["yes", "no"], model_id=MODEL, messages=[HELLO]).parsed
    number: int = client.chat.parse(Annotated[int, "how many"], model_id=MODEL, messages=[HELLO]).parsed
    wrong: list[Excuse] = client.chat.parse(list[Bill], model_id=MODEL, messages=[HELLO]).parsed  # error: of Bill


def wrong_arguments_of_parse(client: QuantAI) -> None:
    """The arguments are those of `send`, without the format."""
    client.chat.parse(Bill, model_id=MODEL, messages=[HELLO], response_format={"type": "json"})  # error: no argument
    client.chat.parse(Bill, model_id=MODEL)  # error: messages are missing
    client.chat.parse(Bill, model_id=MODEL, messages=[HELLO], temperatur=1)  # error: misspelt
    client.chat.parse(model_id=MODEL, messages=[HELLO])  # error: no type


def value_of_a_stream(client: QuantAI) -> None:
    """A stream ends with the value, if it was asked for one."""
    with client.chat.stream(into=Bill, model_id=MODEL, messages=[HELLO]) as stream:
        kept: Stream[ChatStreamEvent, ParsedReply[Bill]] = stream
        bill: Bill = stream.final().parsed
    with client.chat.stream(model_id=MODEL, messages=[HELLO], response_format={"type": "json"}) as other:
        other.final().parsed  # error: a ChatReply
    client.chat.stream(model_id=MODEL, messages=[HELLO], temperatur=1)  # error: misspelt


def value_of_a_job(client: QuantAI) -> None:
    """A job ends with the value, also one that was started elsewhere."""
    job = client.chat.start(into=list[Bill], model_id=MODEL, messages=[HELLO])
    kept: Job[QueuedExecution, ParsedExecution[list[Bill]]] = job
    bills: list[Bill] = job.wait().parsed
    bill: Bill = client.chat.job("id", into=Bill).wait().parsed
    client.chat.start(model_id=MODEL, messages=[HELLO]).wait().parsed  # error: an Execution


def value_of_a_run(client: QuantAI) -> None:
    """A run with tools ends with the value."""
    run = client.chat.run(into=Bill, model_id=MODEL, messages=[HELLO], tools=[print])
    kept: ParsedRun[Bill] = run
    total: float = run.parsed.total
    client.chat.run(model_id=MODEL, messages=[HELLO], tools=[print]).parsed  # error: a Run


def raw_value(client: QuantAI) -> None:
    """`raw` takes these methods like all others."""
    raw = client.raw(client.chat.parse, Bill, model_id=MODEL, messages=[HELLO])
    status: int = raw.status_code
    job = client.raw(client.chat.start, model_id=MODEL, messages=[HELLO]).parsed
    done: Execution = job.wait()
    bill: Bill = client.raw(client.chat.start, into=Bill, model_id=MODEL, messages=[HELLO]).parsed.wait().parsed
    total: float = client.raw(client.chat.run, into=Bill, model_id=MODEL, messages=[], tools=[]).parsed.parsed.total
    text: str = client.raw(client.chat.run, model_id=MODEL, messages=[HELLO], tools=[]).parsed.text
    job.wait().parsed  # error: an Execution


async def values_in_async_code(client: AsyncQuantAI) -> None:
    """The same with await."""
    bill: Bill = (await client.chat.parse(Bill, model_id=MODEL, messages=[HELLO])).parsed
    async with client.chat.stream(into=Bill, model_id=MODEL, messages=[HELLO]) as stream:
        kept: AsyncStream[ChatStreamEvent, ParsedReply[Bill]] = stream
        streamed: Bill = (await stream.final()).parsed
    job = await client.chat.start(into=list[Bill], model_id=MODEL, messages=[HELLO])
    bills: list[Bill] = (await job.wait()).parsed
    run = await client.chat.run(into=Bill | Excuse, model_id=MODEL, messages=[HELLO], tools=[print])
    either: Bill | Excuse = run.parsed
    raw = await client.raw(client.chat.start, into=Bill, model_id=MODEL, messages=[HELLO])
    whole: Bill = (await raw.parsed.wait()).parsed
    wrong: str = (await client.chat.parse(Bill, model_id=MODEL, messages=[HELLO])).parsed  # error: a Bill
