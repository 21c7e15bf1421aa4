"""Client and mock server together: executions, and the tools that they wait for."""

from __future__ import annotations

from typing import Any

import pytest

from quant_ai import (
    ExecutionFailed,
    NotFoundError,
    PollTimeout,
)
from quant_ai_mock.testing import Organisation

from .support.clock import SharedClock
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


async def start_and_wait(client: MockClient, **options: Any) -> Any:
    async def use(client: Any) -> Any:
        return await (await client.chat.start(**HELLO)).wait(**options)

    return await client(use)


async def test_an_execution_is_waited_for(client: MockClient) -> None:
    client.mock.script("Done at last.")
    seen: list[str] = []
    execution = await start_and_wait(client, on_update=lambda state: seen.append(state.status))
    assert execution.result.response.content == "Done at last."
    assert seen[-1].startswith("complete")


async def test_a_failed_execution_raises_with_its_error(client: MockClient) -> None:
    client.mock.script(failure={"ErrorType": "ModelError", "ErrorMessage": "too slow"})
    with pytest.raises(ExecutionFailed, match="too slow") as caught:
        await start_and_wait(client)
    assert caught.value.last_state.status == "failed"


async def test_polls_that_are_refused_do_not_end_the_wait(client: MockClient, clock: SharedClock) -> None:
    client.mock.fault(503, operation="chat_get_execution", times=2, retry_after=4)
    assert (await start_and_wait(client)).result
    assert clock.slept[1:3] == [4, 4]


async def test_a_wait_ends_at_its_deadline_with_the_last_state(client: MockClient, clock: SharedClock) -> None:
    client.mock.transitions(execution={"progression": "time", "seconds": 10_000})
    start = clock.now
    with pytest.raises(PollTimeout) as caught:
        await start_and_wait(client, deadline=120)
    assert caught.value.last_state.status in ("queued", "pending", "running")
    assert 110 < clock.now - start <= 120


async def test_an_unknown_execution_is_not_found_at_once(client: MockClient) -> None:
    await client.fails(NotFoundError, lambda client: client.chat.wait_for_execution("XkdV="))
    assert client.statuses("chat_get_execution") == [404]


# Tools


def get_order(order_number: str) -> dict[str, Any]:
    """Tell the state of an order.

    Args:
        order_number: Its number.
    """
    return {"order": order_number, "state": "shipped"}


async def get_weather(city: str) -> str:
    """Get the current weather for a city.

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
async def test_several_rounds_of_tools_lead_to_an_answer(client: MockClient, via: str) -> None:
    script_two_rounds(client.mock)
    run = await client(lambda client: client.chat.run(**HELLO, tools=[get_order, get_weather], via=via))
    assert run.text == "Shipped, and the sun shines."
    assert run.rounds == 2
    assert [(call.name, call.output) for call in run.calls] == [
        ("get_order", {"order": "10-4471", "state": "shipped"}),
        ("get_weather", "Sun in Hobart"),
        ("get_weather", "Sun in Hobart"),
    ]
    assert len(client.statuses("chat_submit_callback")) == (2 if via == "execution" else 0)


async def test_results_are_accepted_once_although_the_reply_was_lost(client: MockClient) -> None:
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
    # The first attempt has used up the callback id, so the second finds none.
    assert client.statuses("chat_submit_callback") == [200, 404, 200]


async def test_a_callback_works_once(client: MockClient) -> None:
    client.mock.script(tool_calls=[{"name": "get_order", "input": {}}])
    waiting = await start_and_wait(client)
    assert waiting.status == "waiting_callback"
    results = [{"toolUseId": tool.tool_use_id, "result": {"ok": True}} for tool in waiting.pending_tools]

    def submit(client: Any) -> Any:
        return client.chat.submit_callback(callback_id=waiting.callback_id, tool_results=results)

    assert await client(submit)
    error = await client.fails(NotFoundError, submit)
    assert error.attempts == 1
