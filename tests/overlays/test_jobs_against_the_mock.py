"""Client and mock server together: jobs other than chats, and how a reply or a stream leads to them."""

from __future__ import annotations

from typing import Any

import pytest

from quant_ai import ExecutionFailed, NotFoundError, OriginError, PollTimeout
from quant_ai_mock.testing import Organisation

from .support.clock import SharedClock
from .support.mock_client import MockClient

pytestmark = pytest.mark.anyio

MODEL = "anthropic.claude-sonnet-4-20250514-v1:0"


@pytest.fixture
def clock(quantai_mock: Organisation) -> SharedClock:
    return SharedClock(quantai_mock)


@pytest.fixture
def client(kind: str, quantai_mock: Organisation, clock: SharedClock) -> MockClient:
    return MockClient(kind, quantai_mock, clock)


def drawing(text: str = "Draw two maps") -> dict[str, Any]:
    return {
        "model_id": MODEL,
        "messages": [{"role": "user", "content": text}],
        "tool_config": {"autoExecute": True, "allowedTools": ["generate_image"]},
    }


async def draw(client: MockClient, text: str = "Draw two maps") -> Any:
    return (await client(lambda it: it.chat.send(**drawing(text)))).orchestration


async def wait_for_tools(client: MockClient, id_or_url: str, **how: Any) -> Any:
    return await client(lambda it: it.tools.wait_for_orchestration(id_or_url, **how))


async def create(client: MockClient, items: list[dict[str, Any]], **fields: Any) -> str:
    source = {"type": "static", "items": items}
    made = await client(lambda it: it.orchestrations.create(name="Job", input_source=source, batch_size=1, **fields))
    orchestration_id: str = made.orchestration_id
    return orchestration_id


async def wait_for(client: MockClient, orchestration_id: str, **how: Any) -> Any:
    return await client(lambda it: it.orchestrations.wait_for(orchestration_id, **how))


async def test_several_tools_are_waited_for_by_the_id_in_the_reply(client: MockClient, clock: SharedClock) -> None:
    seen: list[Any] = []
    client.mock.transitions(tool_execution={"seconds": 9}, tool_orchestration={"seconds": 3})
    started = await draw(client)
    done = await wait_for_tools(client, started.orchestration_id, on_update=lambda it: seen.append(it.status))
    assert list(dict.fromkeys(seen)) == ["pending", "waiting_tools", "synthesizing", "complete"]
    assert "The tools answered" in done.result
    assert (done.duration, len(done.tools)) == (12, 2)
    assert max(clock.slept) <= 2


@pytest.mark.parametrize("dialect", ["both", "docs", "wire"])
async def test_the_answer_is_the_result_in_every_spelling(client: MockClient, dialect: str) -> None:
    client.mock.settings(dialect=dialect)
    started = await draw(client)
    seen: list[Any] = []
    done = await wait_for_tools(client, started.orchestration_id, interval=1, on_update=lambda it: seen.append(it))
    assert "The tools answered" in done.result
    assert {"docs": "waiting_tools", "wire": "polling"}.get(dialect, "waiting_tools") in [it.status for it in seen]


async def test_relative_and_absolute_poll_urls_are_waited_for(client: MockClient) -> None:
    relative = (await draw(client)).poll_url
    assert relative.startswith("/ai/tools/orchestrations/")
    assert (await wait_for_tools(client, relative)).status == "complete"
    events, reply = await client.stream(lambda it: it.chat.stream(**drawing()))
    assert (events[-1].complete, events[-1].orchestration) == (False, reply.orchestration)
    assert reply.orchestration.poll_url.startswith(client.mock.url)
    done = await wait_for_tools(client, reply.orchestration.poll_url)
    assert done.orchestration_id == reply.orchestration.orchestration_id


async def test_a_url_of_another_thing_or_another_origin_is_not_polled(client: MockClient) -> None:
    started = await draw(client)
    urls = [
        "https://evil.test/api/v3/organisations/acme/ai/tools/orchestrations/orch_1",
        started.poll_url.replace("/tools/orchestrations/", "/tools/executions/"),
        f"{started.poll_url}/more",
        f"{started.poll_url}?more=1",
        "/ai/tools/orchestrations/",
    ]
    for url in urls:
        with pytest.raises(OriginError):
            await wait_for_tools(client, url)
    assert client.statuses("tools_get_orchestration") == []


async def test_an_execution_is_waited_for_by_its_url_and_by_its_arn(client: MockClient) -> None:
    message = [{"role": "user", "content": "Hello"}]
    job = await client(lambda it: it.chat.start(model_id=MODEL, messages=message))
    by_url = await client(lambda it: it.chat.wait_for_execution(job.reply.poll_url))
    assert by_url.request_id == job.id
    assert "/" in by_url.execution_arn
    by_arn = await client(lambda it: it.chat.wait_for_execution(by_url.execution_arn))
    assert by_arn.request_id == job.id


async def test_tools_that_all_fail_raise_with_the_reason(client: MockClient) -> None:
    calls = [{"name": "generate_image", "input": {"fail": True}}] * 2
    client.mock.script(tool_calls=calls, times=1)
    started = await draw(client)
    error = await client.fails(ExecutionFailed, lambda it: it.tools.wait_for_orchestration(started.orchestration_id))
    assert "All tools failed." in str(error)
    assert [tool.status for tool in error.last_state.tools] == ["failed", "failed"]


async def test_tools_that_take_too_long_are_given_up_after_ten_minutes(client: MockClient, clock: SharedClock) -> None:
    client.mock.transitions(tool_execution={"seconds": 1200})
    started = await draw(client)
    before = clock.now
    error = await client.fails(PollTimeout, lambda it: it.tools.wait_for_orchestration(started.orchestration_id))
    assert error.last_state.status == "waiting_tools"
    assert clock.now - before <= 600


async def test_an_unknown_orchestration_is_not_found_at_once(client: MockClient, clock: SharedClock) -> None:
    await client.fails(NotFoundError, lambda it: it.tools.wait_for_orchestration("orch_" + "0" * 32))
    assert len(clock.slept) == 1


async def test_a_loop_over_items_is_waited_for_at_growing_intervals(client: MockClient, clock: SharedClock) -> None:
    client.mock.transitions(orchestration={"seconds": 60})
    orchestration_id = await create(client, [{"n": n} for n in range(4)])
    clock.draw, clock.slept = 0.0, []
    done = await wait_for(client, orchestration_id)
    assert (done.status, done.progress.completed) == ("completed", 4)
    assert (clock.slept[0], max(clock.slept)) == (2, 30)
    assert clock.slept == sorted(clock.slept)


async def test_a_loop_that_is_paused_is_returned_and_can_be_waited_for_again(client: MockClient) -> None:
    orchestration_id = await create(client, [{"n": n} for n in range(4)])
    await client(lambda it: it.orchestrations.pause(orchestration_id))
    held = await wait_for(client, orchestration_id)
    assert (held.status, held.progress.completed) == ("paused", 1)
    await client(lambda it: it.orchestrations.resume(orchestration_id))
    assert (await wait_for(client, orchestration_id)).status == "completed"


async def test_a_loop_that_fails_raises_with_its_error(client: MockClient) -> None:
    orchestration_id = await create(client, [{"fail": True}])
    error = await client.fails(ExecutionFailed, lambda it: it.orchestrations.wait_for(orchestration_id))
    assert "Every item failed." in str(error)
    assert error.last_state.progress.failed == 1


async def test_a_loop_that_was_cancelled_raises(client: MockClient) -> None:
    orchestration_id = await create(client, [{"n": 1}])
    await client(lambda it: it.orchestrations.cancel(orchestration_id))
    error = await client.fails(ExecutionFailed, lambda it: it.orchestrations.wait_for(orchestration_id))
    assert "'cancelled'" in str(error)


async def test_a_loop_that_is_not_started_is_waited_for_until_the_deadline(client: MockClient) -> None:
    orchestration_id = await create(client, [{"n": 1}], auto_start=False)
    error = await client.fails(PollTimeout, lambda it: it.orchestrations.wait_for(orchestration_id, deadline=90))
    assert error.last_state.status == "pending"


@pytest.mark.parametrize("limit", [None, 7, 100])
async def test_every_document_of_a_collection_comes_once_and_in_order(client: MockClient, limit: int | None) -> None:
    titan = "amazon.titan-embed-text-v2:0"
    made = await client(lambda it: it.vector_db.create_collection(name="handbook", embedding_model=titan))
    collection = made.collection.collection_id
    documents = [{"content": f"The page number {n}.", "key": f"page-{n}"} for n in range(60)]
    await client(lambda it: it.vector_db.upload_documents(collection, documents=documents))
    query = {} if limit is None else {"limit": limit}
    keys = [document.key for document in await read_all(client, collection, **query)]
    assert keys == [f"page-{n}" for n in range(60)]
    assert [document.key for document in await read_all(client, collection, key="page-7", **query)] == ["page-7"]


async def read_all(client: MockClient, collection: str, **query: Any) -> list[Any]:
    async def read(it: Any) -> list[Any]:
        page = await it.vector_db.list_documents(collection, **query)
        return [document async for document in page]

    found: list[Any] = await client(read)
    return found


async def test_an_overlay_is_written_with_the_version_that_was_read(client: MockClient) -> None:
    from quant_ai import ConflictError

    saved = await client(lambda it: it.agents.put_overlay("quantgov-code", max_tokens=50))
    again = await client(
        lambda it: it.agents.put_overlay("quantgov-code", max_tokens=60, version=saved.overlay.version)
    )
    assert again.overlay.version == 2
    error = await client.fails(
        ConflictError, lambda it: it.agents.put_overlay("quantgov-code", max_tokens=70, version=1)
    )
    assert error.code == "VERSION_CONFLICT"
    state = await client(lambda it: it.agents.get_overlay("quantgov-code"))
    assert (state.overlay.max_tokens, state.base.agent_id) == (60, "quantgov-code")
