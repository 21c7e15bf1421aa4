"""Client and mock server together: what goes wrong, and how often the client retries."""

from __future__ import annotations

from collections.abc import Callable
from email.utils import formatdate
from typing import Any

import pytest

from quant_ai import (
    Clock,
    ConnectionFailedError,
    DeadlineError,
    MalformedEventError,
    RateLimitError,
    ReplyError,
    ServerError,
    StatusError,
    StreamFailedError,
    StreamIdleError,
    StreamIncompleteError,
    models,
)
from quant_ai_mock.testing import Organisation

from .support.clock import FakeClock, SharedClock
from .support.mock_client import MockClient

pytestmark = pytest.mark.anyio

MODEL = "amazon.nova-lite-v1:0"

HELLO: dict[str, Any] = {"model_id": MODEL, "messages": [{"role": "user", "content": "Hello"}]}


@pytest.fixture
def mock(quantai_mock: Organisation) -> Organisation:
    return quantai_mock


@pytest.fixture
def clock(mock: Organisation) -> SharedClock:
    return SharedClock(mock)


@pytest.fixture
def client(kind: str, mock: Organisation, clock: SharedClock) -> MockClient:
    return MockClient(kind, mock, clock)


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
async def test_a_refusal_is_retried_for_any_method(
    client: MockClient, clock: SharedClock, use: Callable[[Any], Any], status: int
) -> None:
    client.mock.fault(status, retry_after=7, times=2)
    assert await client(use)
    assert clock.slept == [7, 7]
    assert client.statuses("chat_send" if use is send else "models_list") == [status, status, 200]


async def test_retry_after_may_be_a_date(client: MockClient, clock: SharedClock) -> None:
    client.mock.fault(503, retry_after=formatdate(clock.time() + 30, usegmt=True))
    await client(send)
    assert clock.slept == [30]


async def test_without_retry_after_the_delays_grow(client: MockClient, clock: SharedClock) -> None:
    client.mock.fault(429, times=2)
    await client(send)
    assert clock.slept == [0.5, 1]


async def test_a_refusal_that_stays_is_raised_with_its_attempts(client: MockClient) -> None:
    client.mock.fault(429, times=None)
    error = await client.fails(RateLimitError, send)
    assert error.attempts == len(client.statuses("chat_send")) == 3


async def test_a_server_error_of_a_chat_is_not_billed_twice(client: MockClient) -> None:
    client.mock.fault(500)
    error = await client.fails(ServerError, send)
    assert error.attempts == 1
    assert client.statuses("chat_send") == [500]


async def test_a_server_error_is_retried_if_the_operation_is_idempotent(client: MockClient) -> None:
    client.mock.fault(500)
    assert await client(list_models)
    assert client.statuses("models_list") == [500, 200]


async def test_what_is_billed_is_not_retried_after_a_server_error(client: MockClient) -> None:
    client.mock.fault(500)
    await client.fails(ServerError, embed)
    assert client.statuses("embeddings_create") == [500]


async def test_a_call_does_not_wait_past_its_deadline(client: MockClient, clock: SharedClock) -> None:
    client.mock.fault(503, retry_after=8, times=None)
    start = clock.now
    await client.fails(StatusError, list_models, deadline=10, max_retries=9)
    assert clock.slept == [8]
    assert clock.now - start <= 10


async def test_a_call_whose_deadline_has_passed_is_not_sent(client: MockClient, clock: SharedClock) -> None:
    class Late(FakeClock):
        """A clock that moves six seconds each time it is read."""

        def monotonic(self) -> float:
            self.now += 6
            return self.now

    await client.fails(DeadlineError, list_models, deadline=5, clock=Late())
    assert client.statuses("models_list") == []


# Connections


@pytest.mark.parametrize("fault", [{"kind": "drop"}, {"kind": "reset", "at": 10}], ids=["before headers", "in body"])
async def test_a_lost_reply_is_retried_where_that_is_safe(client: MockClient, fault: Any) -> None:
    client.mock.fault(**fault)
    assert await client(list_models)
    assert len(client.statuses("models_list")) == 2


@pytest.mark.parametrize("fault", [{"kind": "drop"}, {"kind": "reset", "at": 10}], ids=["before headers", "in body"])
async def test_a_lost_reply_of_a_chat_is_an_error(client: MockClient, fault: Any) -> None:
    client.mock.fault(**fault)
    error = await client.fails(ConnectionFailedError, send)
    assert error.attempts == len(client.statuses("chat_send")) == 1


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ({"kind": "truncate", "at": 10}, "broken JSON"),
        ({"kind": "malformed"}, "broken JSON"),
        ({"kind": "content-type"}, "text/html instead of JSON"),
    ],
)
async def test_a_reply_that_cannot_be_read_is_an_error_and_not_retried(
    client: MockClient, fault: Any, message: str
) -> None:
    client.mock.fault(**fault)
    error = await client.fails(ReplyError, list_models)
    assert message in str(error)
    assert client.statuses("models_list") == [200]


# Streams


@pytest.mark.parametrize("how", ["truncate", "reset"])
async def test_a_stream_that_breaks_off_raises_with_the_partial_reply(client: MockClient, how: str) -> None:
    client.mock.script("Tea is ready now.")
    client.mock.fault(kind=how, at=4)
    error = await client.stream_fails(StreamIncompleteError, stream)
    partial = error.partial.response.content
    # A reset may overtake the bytes that were sent before it.
    assert "Tea is ready now.".startswith(partial)
    assert partial != "Tea is ready now."
    assert partial or how == "reset"
    assert len(client.statuses("chat_stream")) == 1


async def test_a_stream_that_stalls_is_idle(kind: str, mock: Organisation) -> None:
    mock.fault(kind="stall", at=2, stall=60)
    error = await MockClient(kind, mock, Clock()).stream_fails(StreamIdleError, stream, idle_timeout=0.5)
    assert error.partial.response.content


async def test_a_broken_event_is_reported_with_its_data(client: MockClient) -> None:
    client.mock.fault(kind="malformed", at=2)
    error = await client.stream_fails(MalformedEventError, stream)
    assert error.data == b'{"delta": "bro'


async def test_a_stream_that_claims_to_be_html_is_an_error(client: MockClient) -> None:
    client.mock.fault(kind="content-type")
    error = await client.stream_fails(ReplyError, stream)
    assert "text/html; charset=utf-8 instead of a stream" in str(error)


async def test_an_error_in_a_stream_is_raised(client: MockClient) -> None:
    client.mock.script(error="The model broke")
    error = await client.stream_fails(StreamFailedError, stream)
    assert error.message == "The model broke"


async def test_a_refused_stream_is_opened_again(client: MockClient, clock: SharedClock) -> None:
    client.mock.fault(503, retry_after=2)
    _, reply = await client.stream(stream)
    assert reply.response.content
    assert clock.slept == [2]


@pytest.mark.parametrize("dialect", ["wire", "docs", "both"])
async def test_a_stream_adds_up_to_the_buffered_reply_in_every_dialect(client: MockClient, dialect: str) -> None:
    client.mock.settings(dialect=dialect, doneMark=True, heartbeat=0.001)
    client.mock.script("Tea is ready.", times=2)
    events, streamed = await client.stream(stream)
    buffered = await client(send)
    assert {type(event) for event in events} == {models.StartEvent, models.ContentEvent, models.DoneEvent}
    assert streamed.response.content == buffered.response.content == "Tea is ready."
    assert streamed.finish_reason == buffered.finish_reason


async def test_an_agent_streams_its_session_and_its_answer(client: MockClient) -> None:
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
