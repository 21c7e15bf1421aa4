"""`chat.parse` and `into=`: the reply as a value of the caller's type, or an error that says why there is none."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import json
import logging
import pickle
from collections.abc import AsyncIterator, Iterator
from decimal import Decimal
from typing import Any

import httpx
import pytest

from quant_ai import (
    BadRequestError,
    ConfigurationError,
    ParsedReply,
    ParseError,
    QuantAI,
    ReplyCutOffError,
    ReplyError,
    ReplyFormatError,
    ReplyWithheldError,
    StreamIncompleteError,
    StructuredOutputError,
)
from quant_ai.models import ChatReply
from quant_ai_mock.client_clock import MockClock
from quant_ai_mock.testing import Mock, Organisation, running_mock

from .support.clients import TOKEN, any_client, client_of

pytestmark = pytest.mark.anyio

MODEL = "amazon.nova-pro-v1:0"
HELLO = [{"role": "user", "content": "Here is the invoice"}]
ASKED: dict[str, Any] = {"model_id": MODEL, "messages": HELLO}


@dataclasses.dataclass
class Line:
    what: str
    price: float


@dataclasses.dataclass
class Invoice:
    """An invoice."""

    number: str
    lines: list[Line]


@dataclasses.dataclass
class Refusal:
    reason: str


TEA = {"number": "7", "lines": [{"what": "tea", "price": 2}]}
INVOICE = Invoice("7", [Line("tea", 2.0)])


@pytest.fixture(scope="module")
def server() -> Iterator[Mock]:
    with running_mock() as made:
        yield made


@pytest.fixture
def mock(server: Mock) -> Organisation:
    return server.organisation()


@pytest.fixture
async def client(kind: str, mock: Organisation) -> AsyncIterator[Any]:
    options: dict[str, Any] = {"token": mock.token, "organisation": mock.name, "strict": True}
    async with any_client(kind, mock.url, **options, clock=MockClock(mock)) as made:
        yield made


@pytest.fixture
def sync(mock: Organisation) -> Iterator[QuantAI]:
    with QuantAI(token=mock.token, organisation=mock.name, base_url=mock.url) as made:
        yield made


def test_the_reply_has_the_value_besides(sync: QuantAI, mock: Organisation) -> None:
    mock.script(json.dumps(TEA))
    reply = sync.chat.parse(Invoice, model_id=MODEL, messages=[{"role": "user", "content": "Here it is"}])
    assert reply.parsed == INVOICE
    assert isinstance(reply, ChatReply)
    assert reply.response.content == json.dumps(TEA)
    assert reply.usage is not None
    assert json.loads(reply.to_json())["finishReason"] == "stop"
    assert "outcome" not in repr(reply)
    for twin in (copy.deepcopy(reply), pickle.loads(pickle.dumps(reply))):
        assert twin.parsed == INVOICE
        assert twin == reply
    unread = ParsedReply[Invoice].from_dict(reply.to_dict())
    made = ParsedReply[Invoice](response=reply.response, model=reply.model, request_id=reply.request_id)
    for twin in (made, unread, unread.replace(model="other"), pickle.loads(pickle.dumps(unread))):
        with pytest.raises(ReplyFormatError, match=r"^this reply was not read into a type; chat\.parse does that$"):
            twin.parsed  # noqa: B018  # a property


async def test_the_schema_is_sent(client: Any, mock: Organisation) -> None:
    await client.chat.parse(into=Invoice, **ASKED, temperature=0)
    sent = mock.requests("chat_send")[-1]["body"]
    assert sent["responseFormat"]["type"] == "json"
    assert sent["responseFormat"]["jsonSchema"]["description"] == "An invoice."
    assert sent["temperature"] == 0


@pytest.mark.parametrize(
    ("into", "said", "value"),
    [
        (list[Line], {"value": TEA["lines"]}, INVOICE.lines),
        (list[Line], TEA["lines"], INVOICE.lines),
        (int, 5, 5),
        (dict[str, int], {"value": {"value": 1}}, {"value": 1}),
        (Invoice | Refusal, {"value": {"reason": "no"}}, Refusal("no")),
        (Invoice | Refusal, TEA, INVOICE),
        (Invoice | None, {"value": None}, None),
    ],
)
async def test_what_is_no_object_is_wrapped_in_one(
    client: Any, mock: Organisation, into: Any, said: Any, value: Any
) -> None:
    mock.script(json.dumps(said))
    assert (await client.chat.parse(into, **ASKED)).parsed == value
    schema = mock.requests("chat_send")[-1]["body"]["responseFormat"]["jsonSchema"]
    assert (schema["type"], list(schema["properties"]), schema["required"]) == ("object", ["value"], ["value"])


async def test_a_stream_ends_with_the_value(client: Any, mock: Organisation) -> None:
    mock.script(json.dumps(TEA))
    async with client.chat.stream(into=Invoice, **ASKED) as stream:
        pieces = [piece async for piece in stream.text]
        assert "".join(pieces) == json.dumps(TEA)
        reply = await stream.final()
        assert stream.snapshot.parsed == INVOICE
    assert reply.parsed == INVOICE


async def test_half_a_stream_has_no_value(client: Any, mock: Organisation) -> None:
    mock.script(json.dumps(TEA))
    async with client.chat.stream(into=Invoice, **ASKED) as stream:
        await anext(aiter(stream))
        with pytest.raises(ReplyFormatError, match="has not arrived as a whole"):
            _ = stream.snapshot.parsed


async def test_a_stream_that_does_not_fit_raises_at_its_end(client: Any, mock: Organisation) -> None:
    mock.script('{"number": 7, "lines": []}')
    async with client.chat.stream(into=Invoice, **ASKED) as stream:
        with pytest.raises(ReplyFormatError, match="number: 7 is not of type str") as caught:
            await stream.final()
        assert stream.snapshot.response.content == caught.value.text


async def test_a_stream_that_breaks_off_is_still_incomplete(kind: str) -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        body = 'event: content\ndata: {"delta": "{\\"number\\": \\"7\\", \\"lines\\": []}"}\n\n'
        return httpx.Response(200, text=body, headers={"content-type": "text/event-stream"})

    async with client_of(kind, reply) as client, client.chat.stream(into=Invoice, **ASKED) as stream:
        with pytest.raises(StreamIncompleteError):
            await stream.final()


async def test_a_job_ends_with_the_value(client: Any, mock: Organisation) -> None:
    mock.script(json.dumps(TEA))
    states: list[Any] = []
    job = await client.chat.start(into=Invoice, **ASKED)
    done = await job.wait(on_update=states.append)
    assert done.parsed == INVOICE
    assert done.result.response.content == json.dumps(TEA)
    assert states[-1].parsed == INVOICE
    assert (await job.poll()).parsed == INVOICE
    again = client.chat.job(job.id, into=Invoice)
    assert (await again.wait()).parsed == INVOICE


async def test_a_job_that_does_not_fit_raises_when_it_has_ended(client: Any, mock: Organisation) -> None:
    mock.script("I do not know.")
    job = await client.chat.start(into=Invoice, **ASKED)
    with pytest.raises(ReplyFormatError, match="no Invoice in the reply: the reply is not JSON") as caught:
        await job.wait()
    assert caught.value.text == "I do not know."
    assert caught.value.request_id == job.id
    with pytest.raises(ReplyFormatError):
        _ = (await job.poll()).parsed


def get_price(what: str) -> float:
    """Get a price."""
    return len(what)


@pytest.mark.parametrize("via", ["execution", "reply", "stream"])
async def test_a_run_ends_with_the_value(client: Any, mock: Organisation, via: str) -> None:
    mock.script(tool_calls=[{"name": "get_price", "input": {"what": "tea"}}])
    mock.script(json.dumps(TEA))
    run = await client.chat.run(into=Invoice, tools=[get_price], via=via, **ASKED)
    assert run.parsed == INVOICE
    assert run.text == json.dumps(TEA)
    assert [call.output for call in run.calls] == [3]


async def test_a_raw_reply_has_the_value_too(client: Any) -> None:
    raw = await client.raw(getattr(client.chat, "_value", client.chat).parse, Invoice, **ASKED)
    assert type(raw.parsed.parsed) is Invoice
    assert raw.status_code == 200


def replying(text: str, reason: str = "stop", **more: Any) -> Any:
    def reply(request: httpx.Request) -> httpx.Response:
        message = {"role": "assistant", "content": text, **more}
        usage = {"inputTokens": 1, "outputTokens": 2, "totalTokens": 3}
        return httpx.Response(
            200, json={"response": message, "requestId": "req-1", "finishReason": reason, "usage": usage}
        )

    return reply


@pytest.mark.parametrize(
    ("text", "reason", "error", "told"),
    [
        ('{"number": "7", "li', "length", ReplyCutOffError, "the reply was cut off at its token limit, so there is no"
         " whole Invoice; raise max_tokens (request req-1)"),
        (json.dumps(TEA), "length", ReplyCutOffError, "the reply was cut off at its token limit, so there is no whole"
         " Invoice; raise max_tokens (request req-1)"),
        ("", "content_filter", ReplyWithheldError, "a content filter withheld the reply, so there is no Invoice"
         " (request req-1)"),
        ("", "stop", ReplyFormatError, "no Invoice in the reply: the reply is empty (request req-1)"),
        ("Sorry!", "stop", ReplyFormatError, "no Invoice in the reply: the reply is not JSON: 'Sorry!' (request"
         " req-1)"),
        ("{} {}", "stop", ReplyFormatError, "no Invoice in the reply: the reply has 2 JSON values, so it is not clear"
         " which is the answer: '{} {}' (request req-1)"),
        ("", "tool_use", ReplyFormatError, "no Invoice in the reply: the model asked for tools and gave no answer;"
         " chat.run(tools=..., into=...) runs them (request req-1)"),
        ("[" * 5000, "stop", ReplyFormatError, None),
        ('{"number": "7", "lines": [{"what": 5, "price": 1}]}', "stop", ReplyFormatError,
         "the reply does not fit Invoice: lines[0].what: 5 is not of type str (request req-1)"),
        ("5", "stop", ReplyFormatError, "the reply does not fit Invoice: 5 is not an object (request req-1)"),
    ],
)  # fmt: skip
async def test_a_reply_without_a_value_is_an_error(
    kind: str, text: str, reason: str, error: type[ParseError], told: str | None
) -> None:
    async with client_of(kind, replying(text, reason)) as client:
        with pytest.raises(ReplyError) as caught:
            await client.chat.parse(Invoice, **ASKED)
    found: Any = caught.value
    assert type(found) is error
    assert told is None or str(found) == told
    assert (found.text, found.finish_reason, found.request_id) == (text, reason, "req-1")
    assert found.usage.total_tokens == 3
    assert TOKEN not in repr(vars(found))
    twin = pickle.loads(pickle.dumps(found))
    assert (type(twin), str(twin), twin.usage, twin.text) == (error, str(found), found.usage, text)


async def test_an_error_names_path_and_expectation(kind: str) -> None:
    async with client_of(kind, replying('{"number": "7", "lines": [{"what": "tea"}]}')) as client:
        with pytest.raises(ReplyFormatError) as caught:
            await client.chat.parse(Invoice, **ASKED)
    assert (caught.value.path, caught.value.expected) == ("lines[0].price", "float")


async def test_a_value_beside_tool_calls_is_read(kind: str) -> None:
    use = {"toolUseId": "t-1", "name": "search", "input": {}, "executionId": "e-1"}
    async with client_of(kind, replying(json.dumps(TEA), "tool_use", toolUse=use)) as client:
        reply = await client.chat.parse(Invoice, **ASKED)
    assert reply.parsed == INVOICE
    assert reply.response.tool_use.name == "search"


@pytest.mark.parametrize("text", ['{"value": 1.12345678901234567890}', 'It is {"value": 1.12345678901234567890}.'])
async def test_no_digit_of_a_number_is_lost(kind: str, text: str) -> None:
    async with client_of(kind, replying(text)) as client:
        assert (await client.chat.parse(Decimal, **ASKED)).parsed == Decimal("1.12345678901234567890")
        assert (await client.chat.parse(float, **ASKED)).parsed == 1.1234567890123457


async def test_json_in_other_text_is_read_and_logged(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    async with client_of(kind, replying(f"Here it is:\n```json\n{json.dumps(TEA)}\n```")) as client:
        assert (await client.chat.parse(Invoice, **ASKED)).parsed == INVOICE
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert told == ["the reply has other text around its JSON; only the JSON was read (request req-1)"]


@dataclasses.dataclass
class Bad:
    points: list[complex]


@pytest.mark.parametrize(
    ("into", "more", "told"),
    [
        (Bad, {}, "a reply cannot be read into Bad: Bad.points[] is of type 'complex', which is not JSON serializable"),
        (list[Bad], {}, r"list\[Bad\]\[\].points\[\] is of type 'complex'"),
        ("Invoice", {}, "into= takes a type, such as a dataclass, not 'Invoice'"),
        (INVOICE, {}, "is not JSON serializable"),
        (Invoice, {"response_format": {"type": "json"}}, "pass into= or response_format=, not both"),
    ],
)
@pytest.mark.parametrize("method", ["parse", "start", "run", "stream"])
async def test_what_cannot_be_asked_for_is_refused_before_anything_is_sent(
    kind: str, method: str, into: Any, more: dict[str, Any], told: str
) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise AssertionError("a request was sent")

    more = {**more, "tools": [get_price]} if method == "run" else more
    async with client_of(kind, fail) as client:
        with pytest.raises(ConfigurationError, match=told.replace("[]", r"\[\]")):
            found = getattr(client.chat, method)(into=into, **ASKED, **more)
            await found


class Unable:
    """A service whose model cannot follow a JSON Schema."""

    def __init__(self, message: str, status: int = 400) -> None:
        self.message, self.status = message, status

    def __call__(self, request: httpx.Request) -> httpx.Response:
        return httpx.Response(self.status, json={"message": self.message}, headers={"x-request-id": "req-1"})


USES: dict[str, Any] = {
    "parse": lambda client, **more: client.chat.parse(Invoice, **ASKED | more),
    "start": lambda client, **more: client.chat.start(into=Invoice, **ASKED | more),
    "run": lambda client, **more: client.chat.run(into=Invoice, tools=[get_price], **ASKED | more),
    "stream": lambda client, **more: client.chat.stream(into=Invoice, **ASKED | more).final(),
}


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize(
    "message",
    ["Model does not support structured output", "responseFormat is not supported here", "No JSON schema support"],
)
async def test_a_refusal_for_want_of_structured_output_names_the_model(kind: str, use: str, message: str) -> None:
    async with client_of(kind, Unable(message)) as client:
        with pytest.raises(StructuredOutputError, match=f"the model {MODEL} has no structured output") as caught:
            await USES[use](client)
    assert (caught.value.model_id, caught.value.status_code, caught.value.request_id) == (MODEL, 400, "req-1")
    assert pickle.loads(pickle.dumps(caught.value)).model_id == MODEL


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("message", ["messages is required", "jsonSchema.properties is invalid"])
async def test_other_refusals_stay_as_they_are(kind: str, use: str, message: str) -> None:
    async with client_of(kind, Unable(message)) as client:
        with pytest.raises(BadRequestError, match=message):
            await USES[use](client)


@pytest.mark.parametrize("use", USES)
async def test_the_refusal_of_the_mock_names_the_model(client: Any, mock: Organisation, use: str) -> None:
    mock.settings(strict_capabilities=True)
    with pytest.raises(StructuredOutputError, match=r"the model amazon\.nova-micro-v1:0 has no structured output"):
        await USES[use](client, model_id="amazon.nova-micro-v1:0")


@pytest.mark.parametrize("list_or_get", ["list", "get"])
async def test_a_model_that_a_list_says_is_unable_is_refused(client: Any, mock: Organisation, list_or_get: str) -> None:
    unable = {**ASKED, "model_id": "amazon.nova-lite-v1:0"}
    assert (await client.chat.parse(Invoice, **unable)).parsed
    await (client.models.list() if list_or_get == "list" else client.models.get("amazon.nova-lite-v1:0"))
    sent = len(mock.requests("chat_send"))
    for other in (client, client.with_options(timeout=5)):
        with pytest.raises(StructuredOutputError, match=r"the model amazon\.nova-lite-v1:0 has no structured output"):
            await other.chat.parse(Invoice, **unable)
    assert len(mock.requests("chat_send")) == sent
    assert (await client.chat.parse(Invoice, **ASKED)).parsed


def test_methods_with_into_show_the_generated_signature_and_text(sync: QuantAI) -> None:
    for method in (sync.chat.stream, sync.chat.start):
        parameters = inspect.signature(method).parameters
        assert {"model_id", "messages", "temperature", "response_format", "into"} <= parameters.keys()
        text = inspect.getdoc(method) or ""
        assert "\n    into: A type to read the reply into" in text
        assert "\n    model_id (str): " in text


async def test_without_into_nothing_is_new(client: Any) -> None:
    async with client.chat.stream(**ASKED) as stream:
        assert type(await stream.final()) is ChatReply
    job = await client.chat.start(**ASKED)
    assert not hasattr(await job.wait(), "parsed")


def test_types_of_a_function_are_found_while_it_runs(sync: QuantAI) -> None:
    @dataclasses.dataclass
    class Outer:
        inner: Inner

    @dataclasses.dataclass
    class Inner:
        name: str

    reply: ParsedReply[Outer] = sync.chat.parse(Outer, **ASKED)
    assert type(reply.parsed.inner) is Inner


def test_types_of_code_without_a_module_are_found(sync: QuantAI) -> None:
    code = (
        "from __future__ import annotations\nimport dataclasses\n"
        "@dataclasses.dataclass\nclass Outer:\n    inner: list[Inner]\n"
        "@dataclasses.dataclass\nclass Inner:\n    name: str\n"
        "found = client.chat.parse(Outer, **asked).parsed.inner[0].name\n"
    )
    names: dict[str, Any] = {"__name__": "__main__", "client": sync, "asked": ASKED}
    exec(code, names)
    assert names["found"] == "name"


def test_types_that_are_named_by_strings_are_found(sync: QuantAI) -> None:
    assert type(sync.chat.parse(list["Line"], **ASKED).parsed[0]) is Line
    with pytest.raises(ConfigurationError, match="names a type that cannot be found: name 'Nope' is not defined"):
        sync.chat.parse(list["Nope"], **ASKED)  # type: ignore[name-defined]  # noqa: F821


def test_a_reply_that_was_not_parsed_says_so() -> None:
    reply: Any = ParsedReply.from_dict({"response": {"content": "x"}})
    with pytest.raises(ReplyFormatError, match="was not read into a type"):
        _ = reply.parsed
