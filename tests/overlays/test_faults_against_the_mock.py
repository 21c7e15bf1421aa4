"""Client and mock server together: what goes wrong on the way, how often is tried again, and what comes of it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from email.utils import formatdate
from typing import Any

import pytest

import quant_ai_client.api
from quant_ai import (
    Clock,
    ConnectionFailedError,
    DeadlineError,
    ExecutionFailed,
    MalformedEventError,
    NotFoundError,
    PollTimeout,
    QuantAI,
    RateLimitError,
    ReplyError,
    ServerError,
    StatusError,
    StreamFailedError,
    StreamIdleError,
    StreamIncompleteError,
    models,
)
from quant_ai_client.operation import Operation
from quant_ai_mock.testing import Organisation

from .both import Both, SharedClock
from .conftest import FakeClock

pytestmark = pytest.mark.anyio

MODEL = "amazon.nova-lite-v1:0"
HELLO: dict[str, Any] = {"model_id": MODEL, "messages": [{"role": "user", "content": "Hello"}]}


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def mock(quantai_mock: Organisation) -> Organisation:
    return quantai_mock


@pytest.fixture
def clock(mock: Organisation) -> SharedClock:
    return SharedClock(mock)


@pytest.fixture
def client(kind: str, mock: Organisation, clock: SharedClock) -> Both:
    return Both(kind, mock, clock)


def send(client: Any) -> Any:
    return client.chat.send(**HELLO)


def list_models(client: Any) -> Any:
    return client.models.list()


def embed(client: Any) -> Any:
    return client.embeddings.create(input="Hello", model_id="amazon.titan-embed-text-v2:0")


def stream(client: Any) -> Any:
    return client.chat.stream(**HELLO)


# Statuses


@pytest.mark.parametrize("use", [send, list_models], ids=["POST", "GET"])
@pytest.mark.parametrize("status", [429, 503])
async def test_a_refusal_is_waited_out_on_any_method(
    client: Both, clock: SharedClock, use: Callable[[Any], Any], status: int
) -> None:
    client.mock.fault(status, retry_after=7, times=2)
    assert await client(use)
    assert clock.slept == [7, 7]
    assert client.tries("chat_send" if use is send else "models_list") == [status, status, 200]


async def test_retry_after_may_be_a_date(client: Both, clock: SharedClock) -> None:
    client.mock.fault(503, retry_after=formatdate(clock.time() + 30, usegmt=True))
    await client(send)
    assert clock.slept == [30]


async def test_without_retry_after_the_waits_grow(client: Both, clock: SharedClock) -> None:
    client.mock.fault(429, times=2)
    await client(send)
    assert clock.slept == [0.5, 1]


async def test_a_refusal_that_stays_is_raised_with_its_attempts(client: Both) -> None:
    client.mock.fault(429, times=None)
    error = await client.fails(RateLimitError, send)
    assert error.attempts == len(client.tries("chat_send")) == 3


async def test_a_server_error_of_a_chat_is_not_billed_twice(client: Both) -> None:
    client.mock.fault(500)
    error = await client.fails(ServerError, send)
    assert error.attempts == 1
    assert client.tries("chat_send") == [500]


@pytest.mark.parametrize(
    ("use", "operation"), [(list_models, "models_list"), (embed, "embeddings_create")], ids=["GET", "idempotent POST"]
)
async def test_a_server_error_of_what_is_idempotent_is_tried_again(
    client: Both, use: Callable[[Any], Any], operation: str
) -> None:
    client.mock.fault(500)
    assert await client(use)
    assert client.tries(operation) == [500, 200]


# Connections


@pytest.mark.parametrize("fault", [{"kind": "drop"}, {"kind": "reset", "at": 10}], ids=["before headers", "in body"])
async def test_a_lost_reply_is_asked_for_again_where_that_is_safe(client: Both, fault: Any) -> None:
    client.mock.fault(**fault)
    assert await client(list_models)
    assert len(client.tries("models_list")) == 2


@pytest.mark.parametrize("fault", [{"kind": "drop"}, {"kind": "reset", "at": 10}], ids=["before headers", "in body"])
async def test_a_lost_reply_of_a_chat_is_an_error(client: Both, fault: Any) -> None:
    client.mock.fault(**fault)
    error = await client.fails(ConnectionFailedError, send)
    assert error.attempts == len(client.tries("chat_send")) == 1


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ({"kind": "truncate", "at": 10}, "broken JSON"),
        ({"kind": "malformed"}, "broken JSON"),
        ({"kind": "content-type"}, "text/html instead of JSON"),
    ],
)
async def test_a_reply_that_cannot_be_read_is_an_error_and_not_asked_for_again(
    client: Both, fault: Any, told: str
) -> None:
    client.mock.fault(**fault)
    error = await client.fails(ReplyError, list_models)
    assert told in str(error)
    assert client.tries("models_list") == [200]


# Streams


@pytest.mark.parametrize("how", ["truncate", "reset"])
async def test_a_stream_that_breaks_off_raises_with_what_had_arrived(client: Both, how: str) -> None:
    client.mock.script("Tea is ready now.")
    client.mock.fault(kind=how, at=4)
    error = await client.stream_fails(StreamIncompleteError, stream)
    partial = error.partial.response.content
    # a reset may overtake what was sent before it
    assert "Tea is ready now.".startswith(partial)
    assert partial != "Tea is ready now."
    assert partial or how == "reset"
    assert len(client.tries("chat_stream")) == 1


async def test_a_stream_that_stalls_is_idle(kind: str, mock: Organisation) -> None:
    mock.fault(kind="stall", at=2, stall=60)
    error = await Both(kind, mock, Clock()).stream_fails(StreamIdleError, stream, idle_timeout=0.5)
    assert error.partial.response.content


async def test_a_broken_event_is_told_with_its_data(client: Both) -> None:
    client.mock.fault(kind="malformed", at=2)
    error = await client.stream_fails(MalformedEventError, stream)
    assert error.data == b'{"delta": "bro'


async def test_a_stream_that_claims_to_be_html_is_none(client: Both) -> None:
    client.mock.fault(kind="content-type")
    error = await client.stream_fails(ReplyError, stream)
    assert "text/html; charset=utf-8 instead of a stream" in str(error)


async def test_an_error_in_a_stream_is_raised(client: Both) -> None:
    client.mock.script(error="The model broke")
    error = await client.stream_fails(StreamFailedError, stream)
    assert error.message == "The model broke"


async def test_a_refused_stream_is_opened_again(client: Both, clock: SharedClock) -> None:
    client.mock.fault(503, retry_after=2)
    _, reply = await client.stream(stream)
    assert reply.response.content
    assert clock.slept == [2]


@pytest.mark.parametrize("dialect", ["wire", "docs", "both"])
async def test_a_stream_says_the_same_as_a_buffered_reply_in_every_dialect(client: Both, dialect: str) -> None:
    client.mock.settings(dialect=dialect, doneMark=True, heartbeat=0.001)
    client.mock.script("Tea is ready.", times=2)
    events, streamed = await client.stream(stream)
    buffered = await client(send)
    assert {type(event) for event in events} == {models.StartEvent, models.ContentEvent, models.DoneEvent}
    assert streamed.response.content == buffered.response.content == "Tea is ready."
    assert streamed.finish_reason == buffered.finish_reason


async def test_an_agent_streams_its_session_and_its_answer(client: Both) -> None:
    client.mock.script("Certainly.")
    agent = (
        await client(
            lambda client: client.agents.create(
                name="Desk", description="Answers", system_prompt="Be brief.", model_id=MODEL
            )
        )
    ).agent
    events, reply = await client.stream(lambda client: client.agents.stream(agent.agent_id, message="Hello"))
    (session,) = [event.session_id for event in events if isinstance(event, models.SessionEvent)]
    assert (reply.session_id, reply.response.text) == (session, "Certainly.")


# Jobs


async def start_and_wait(client: Both, **how: Any) -> Any:
    if client.kind == "sync":
        return await client(lambda client: client.chat.start(**HELLO).wait(**how))

    async def use(client: Any) -> Any:
        return await (await client.chat.start(**HELLO)).wait(**how)

    return await client(use)


async def test_an_execution_is_waited_for(client: Both) -> None:
    client.mock.script("Done at last.")
    seen: list[str] = []
    execution = await start_and_wait(client, on_update=lambda state: seen.append(state.status))
    assert execution.result.response.content == "Done at last."
    assert seen[-1].startswith("complete")


async def test_a_failed_execution_raises_with_its_error(client: Both) -> None:
    client.mock.script(failure={"ErrorType": "ModelError", "ErrorMessage": "too slow"})
    with pytest.raises(ExecutionFailed, match="too slow") as caught:
        await start_and_wait(client)
    assert caught.value.last_state.status == "failed"


async def test_polls_that_are_refused_are_survived(client: Both, clock: SharedClock) -> None:
    client.mock.fault(503, operation="chat_get_execution", times=2, retry_after=4)
    assert (await start_and_wait(client)).result
    assert clock.slept[1:3] == [4, 4]


async def test_a_wait_ends_at_its_deadline_with_the_last_state(client: Both, clock: SharedClock) -> None:
    client.mock.transitions(execution={"progression": "time", "seconds": 10_000})
    start = clock.now
    with pytest.raises(PollTimeout) as caught:
        await start_and_wait(client, deadline=120)
    assert caught.value.last_state.status in ("queued", "pending", "running")
    assert 110 < clock.now - start <= 120


async def test_an_execution_that_never_was_is_not_found_at_once(client: Both) -> None:
    await client.fails(NotFoundError, lambda client: client.chat.wait_for_execution("XkdV="))
    assert client.tries("chat_get_execution") == [404]


async def test_a_call_does_not_wait_past_its_deadline(client: Both, clock: SharedClock) -> None:
    client.mock.fault(503, retry_after=8, times=None)
    start = clock.now
    await client.fails(StatusError, list_models, deadline=10, max_retries=9)
    assert clock.slept == [8]
    assert clock.now - start <= 10


async def test_a_call_whose_time_is_up_is_not_sent(client: Both, clock: SharedClock) -> None:
    class Late(FakeClock):
        """Every look at it takes six seconds."""

        def monotonic(self) -> float:
            self.now += 6
            return self.now

    await client.fails(DeadlineError, list_models, deadline=5, clock=Late())
    assert client.tries("models_list") == []


# Tools


def get_order(order_number: str) -> dict[str, Any]:
    """Tell the state of an order.

    Args:
        order_number: Its number.
    """
    return {"order": order_number, "state": "shipped"}


async def get_weather(city: str) -> str:
    """Tell the weather of a city.

    Args:
        city: Its name.
    """
    return f"Sun in {city}"


def script_two_rounds(mock: Organisation) -> None:
    order = {"name": "get_order", "input": {"order_number": "10-4471"}}
    weather = {"name": "get_weather", "input": {"city": "Hobart"}}
    mock.script(tool_calls=[order, weather])
    mock.script(tool_calls=[weather])
    mock.script("Shipped, and the sun shines.")


@pytest.mark.parametrize("via", ["execution", "reply", "stream"])
async def test_several_rounds_of_tools_lead_to_an_answer(client: Both, via: str) -> None:
    script_two_rounds(client.mock)
    run = await client(lambda client: client.chat.run(**HELLO, tools=[get_order, get_weather], via=via))
    assert run.text == "Shipped, and the sun shines."
    assert run.rounds == 2
    assert [(call.name, call.output) for call in run.calls] == [
        ("get_order", {"order": "10-4471", "state": "shipped"}),
        ("get_weather", "Sun in Hobart"),
        ("get_weather", "Sun in Hobart"),
    ]
    assert len(client.tries("chat_submit_callback")) == (2 if via == "execution" else 0)


async def test_results_are_taken_once_though_the_reply_to_them_was_lost(client: Both) -> None:
    script_two_rounds(client.mock)
    client.mock.fault(kind="reset", at=5, operation="chat_submit_callback")
    called: list[str] = []
    run = await client(
        lambda client: client.chat.run(
            **HELLO, tools=[get_order, get_weather], on_call=lambda call: called.append(call.name)
        )
    )
    assert run.text == "Shipped, and the sun shines."
    assert called == ["get_order", "get_weather", "get_weather"]
    # the second try finds its one-time id used: by the first
    assert client.tries("chat_submit_callback") == [200, 404, 200]


async def test_a_callback_is_good_for_one_call(client: Both) -> None:
    client.mock.script(tool_calls=[{"name": "get_order", "input": {}}])
    waiting = await start_and_wait(client)
    assert waiting.status == "waiting_callback"
    results = [{"toolUseId": tool.tool_use_id, "result": {"ok": True}} for tool in waiting.pending_tools]

    def submit(client: Any) -> Any:
        return client.chat.submit_callback(callback_id=waiting.callback_id, tool_results=results)

    assert await client(submit)
    error = await client.fails(NotFoundError, submit)
    assert error.attempts == 1


# Pages: one entry for each list of the document that comes in pages


def some_sessions(client: Any) -> Callable[[Any], Any]:
    for number in range(5):
        client.sessions.create(user_id=f"user-{number}")
    return lambda client: client.sessions.list(limit=2)


def some_files(client: Any) -> Callable[[Any], Any]:
    for number in range(5):
        client.files.upload_bytes(b"tea", filename=f"{number}.txt")
    return lambda client: client.files.list(limit=2)


def some_orchestrations(client: Any) -> Callable[[Any], Any]:
    for _ in range(5):
        client.orchestrations.create(name="Job", input_source={"type": "static", "items": [{}]})
    return lambda client: client.orchestrations.list(limit=2)


def some_batches(client: Any) -> Callable[[Any], Any]:
    items: list[Any] = [{"n": number} for number in range(5)]
    job = client.orchestrations.create(
        name="Job", input_source={"type": "static", "items": items}, batch_size=1, auto_start=True
    )
    client.orchestrations._caller.transport.options.clock.sleep(1000)
    return lambda client: client.orchestrations.list_batches(job.orchestration_id, limit=2)


def a_collection(client: Any) -> str:
    name = "amazon.titan-embed-text-v2:0"
    made = client.vector_db.create_collection(name="notes", embedding_model=name).collection
    documents = [{"content": f"Tea {number}", "metadata": {"topic": "tea"}} for number in range(5)]
    client.vector_db.upload_documents(made.collection_id, documents=documents)
    collection_id: str = made.collection_id
    return collection_id


def some_documents(client: Any) -> Callable[[Any], Any]:
    collection = a_collection(client)
    return lambda client: client.vector_db.list_documents(collection, limit=2)


def some_hits(client: Any) -> Callable[[Any], Any]:
    collection, wanted = a_collection(client), {"exact": {"topic": "tea"}}
    return lambda client: client.vector_db.query(collection, list_by_metadata=True, filter=wanted, limit=2)


def some_pages(client: Any) -> Callable[[Any], Any]:
    site = client.ai_search(project="site")
    site.enable(base_url="https://acme.example")
    url = "https://acme.example/tea-{}"
    pages = [{"url": url.format(n), "title": f"Tea {n}", "content": f"It is tea number {n}."} for n in range(5)]
    site.ingest_pages(pages=pages)
    return lambda client: client.ai_search(project="site").list_pages(limit=2)


PAGED: dict[str, Callable[[Any], Callable[[Any], Any]]] = {
    "sessions_list": some_sessions,
    "files_list": some_files,
    "orchestrations_list": some_orchestrations,
    "orchestrations_list_batches": some_batches,
    "vector_db_list_documents": some_documents,
    "vector_db_query": some_hits,
    "ai_search_list_pages": some_pages,
}


def operations() -> Iterator[Operation[Any]]:
    for found in pkgutil.walk_packages(quant_ai_client.api.__path__, "quant_ai_client.api."):
        operation = getattr(importlib.import_module(found.name), "OPERATION", None)
        if operation is not None:
            yield operation


def test_every_list_that_comes_in_pages_is_among_those_tested_here() -> None:
    assert {operation.id for operation in operations() if operation.pagination} == set(PAGED)


@pytest.mark.parametrize("operation", PAGED)
async def test_all_pages_of_a_list_are_gone_through(client: Both, clock: SharedClock, operation: str) -> None:
    with QuantAI(**client.options) as maker:
        listed = PAGED[operation](maker)
    if client.kind == "sync":
        found = await client(lambda client: list(listed(client).auto()))
    else:

        async def use(client: Any) -> list[Any]:
            return [item async for item in (await listed(client)).auto()]

        found = await client(use)
    assert len({repr(item) for item in found}) == len(found) == 5
    assert len(client.tries(operation)) == 3
