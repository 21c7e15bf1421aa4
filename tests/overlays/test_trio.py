"""The async client on trio's event loop."""

from __future__ import annotations

from collections.abc import AsyncIterator

import anyio
import pytest

from quant_ai import ConfigurationError, PollTimeout, StreamIdleError
from quant_ai.streaming.read_limits import limit_reads

from .support.clients import async_client
from .support.clock import FakeClock
from .support.operations import EXECUTION, GET, STREAM, TO_EXECUTION, TO_GET, TO_STREAM
from .support.raw_server import answering, reply, serving, streaming
from .support.streams import DONE, MovingLimit, content

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "trio"


async def test_calls_are_sent_and_retried(clock: FakeClock) -> None:
    with serving(answering(reply(status=503), reply(b'{"a":1}'))) as server:
        async with async_client(server.url, clock=clock) as client:
            assert await client._caller.call(GET, TO_GET) == {"a": 1}
    assert len(server.requests) == 2


async def test_aiohttp_is_refused() -> None:
    async with async_client("http://x", http_client="aiohttp") as client:
        with pytest.raises(ConfigurationError, match="needs asyncio, and trio runs here"):
            await client._caller.call(GET, TO_GET)


async def test_a_stream_is_read_to_its_end() -> None:
    with serving(streaming(content("Hel"), content("lo"), DONE)) as server:
        async with async_client(server.url) as client, client._caller.stream(STREAM, TO_STREAM) as stream:
            assert [text async for text in stream.text] == ["Hel", "lo"]
            assert await stream.final() == "Hello"


async def test_a_silent_stream_is_idle() -> None:
    with serving(streaming(content("Hel"), end=False)) as server:
        async with async_client(server.url, idle_timeout=0.2, timeout=30) as client:
            with pytest.raises(StreamIdleError) as caught:
                async with client._caller.stream(STREAM, TO_STREAM) as stream:
                    await stream.final()
    assert caught.value.partial == "Hel"


async def test_a_read_past_its_limit_raises() -> None:
    async def silence() -> AsyncIterator[bytes]:
        await anyio.sleep_forever()
        yield b""

    with pytest.raises(TimeoutError):
        await anext(limit_reads(silence(), MovingLimit()))


async def test_a_job_is_waited_for_until_the_deadline(clock: FakeClock) -> None:
    with serving(answering(reply(b'{"status":"running"}'))) as server:
        async with async_client(server.url, clock=clock) as client:
            with pytest.raises(PollTimeout):
                await client._caller.wait(EXECUTION, TO_EXECUTION, deadline=5)
