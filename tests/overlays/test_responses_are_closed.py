"""Every response is closed, and in time: an open one keeps its connection from other calls. Without a network."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import anyio.lowlevel
import httpx
import pytest

from quant_ai import OriginError, QuantAIError, ReplyTooLargeError, ServerError

from .support.clients import any_client, any_http_client
from .support.clock import FakeClock
from .support.operations import GET, TO_GET
from .support.streams import open_stream

pytestmark = pytest.mark.anyio

JSON = {"Content-Type": "application/json"}
EVENTS = {"Content-Type": "text/event-stream"}


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of a response, which knows whether it was closed."""

    def __init__(self, content: bytes | Exception = b"{}") -> None:
        self._content = content
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        if isinstance(self._content, Exception):
            raise self._content
        yield self._content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            await anyio.lowlevel.checkpoint()  # where a call ends that has no time left
            yield piece

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


class Service:
    """Gives one response after another, once the one before is closed."""

    def __init__(self, *responses: tuple[int, dict[str, str], bytes | Exception]) -> None:
        self.responses = [(status, headers, Body(content)) for status, headers, content in responses]
        self.sent = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        assert all(body.closed for _, _, body in self.responses[: self.sent])
        status, headers, body = self.responses[self.sent]
        self.sent += 1
        return httpx.Response(status, headers=headers, stream=body)

    @property
    def all_closed(self) -> bool:
        return self.sent == len(self.responses) and all(body.closed for _, _, body in self.responses)


def refuse(response: httpx.Response) -> None:
    raise KeyError("of the hook")


async def refuse_async(response: httpx.Response) -> None:
    raise KeyError("of the hook")


OK = (200, JSON, b"{}")


@pytest.mark.parametrize(
    ("responses", "error"),
    [
        ([OK], None),
        ([(503, {"Retry-After": "1"}, b"busy"), OK], None),
        ([(503, {}, b"busy"), (503, {}, b"busy"), OK], None),
        ([(307, {"Location": "/api/v3/organisations/acme/ai/other"}, b"there"), OK], None),
        ([(307, {"Location": "https://evil.test/"}, b"there")], OriginError),
        ([(200, JSON, httpx.ReadError("lost")), OK], None),
        ([(500, JSON, b'{"message": "No"}')] * 3, ServerError),
        ([(200, JSON, b"x" * 2000)], ReplyTooLargeError),
        ([(200, {**JSON, "Content-Encoding": "gzip"}, b"no gzip")], QuantAIError),
        ([(200, {**JSON, "Content-Encoding": "zip"}, b"{}")], QuantAIError),
    ],
)
async def test_a_response_is_closed_before_the_next_request(
    kind: str, responses: Any, error: type[Exception] | None, clock: FakeClock
) -> None:
    service = Service(*responses)
    async with any_http_client(kind, transport=httpx.MockTransport(service)) as http_client:
        client = any_client(kind, "http://x", http_client=http_client, clock=clock, max_reply_size=1000)
        if error is None:
            await client._caller.call(GET, TO_GET)
        else:
            with pytest.raises(error):
                await client._caller.call(GET, TO_GET)
        assert service.all_closed


async def test_a_response_is_closed_if_a_hook_raises(kind: str) -> None:
    service = Service(OK)
    hooks = {"response": [refuse if kind == "sync" else refuse_async]}
    async with any_http_client(kind, transport=httpx.MockTransport(service), event_hooks=hooks) as http_client:
        client = any_client(kind, "http://x", http_client=http_client)
        with pytest.raises(KeyError):
            await client._caller.call(GET, TO_GET)
        assert service.all_closed


@pytest.mark.parametrize("headers", [EVENTS, JSON])
async def test_the_response_of_a_stream_is_closed_when_the_stream_is(kind: str, headers: dict[str, str]) -> None:
    service = Service((200, headers, b"{}"))
    async with any_http_client(kind, transport=httpx.MockTransport(service)) as http_client:
        stream = open_stream(any_client(kind, "http://x", http_client=http_client))
        if headers is EVENTS:
            async with stream:
                assert not service.all_closed
        else:
            with pytest.raises(QuantAIError, match="instead of a stream of events"):
                await stream.final()
        assert service.all_closed


async def test_a_reply_in_the_place_of_a_stream_has_time_of_its_own(kind: str, clock: FakeClock) -> None:
    def late(request: httpx.Request) -> httpx.Response:
        clock.now += 125  # the stream has 120 s to open
        return httpx.Response(500, headers=JSON, stream=Body(b'{"message": "Down"}'))

    async with any_http_client(kind, transport=httpx.MockTransport(late)) as http_client:
        stream = open_stream(any_client(kind, "http://x", http_client=http_client, clock=clock))
        with pytest.raises(ServerError, match="Down"):
            await stream.final()
