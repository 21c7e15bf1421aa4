"""The sync and the async client of one organisation of the mock server, used alike, on a clock that all share."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from quant_ai import AsyncQuantAI, QuantAI, QuantAIError
from quant_ai_mock.testing import Organisation

from .conftest import FakeClock


class SharedClock(FakeClock):
    """Time that client and server share: where the client waits, the server's clock moves on."""

    def __init__(self, mock: Organisation) -> None:
        super().__init__()
        self.mock = mock
        mock.freeze(self.time())

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        self.mock.advance(seconds)


class Both:
    """The sync or the async client of an organisation, used alike."""

    def __init__(self, kind: str, mock: Organisation, clock: FakeClock) -> None:
        self.kind, self.mock = kind, mock
        self.options: dict[str, Any] = {
            "base_url": mock.url,
            "token": mock.token,
            "organisation": mock.name,
            "clock": clock,
            "strict": True,
        }

    async def __call__(self, use: Callable[[Any], Any], **options: Any) -> Any:
        """Make calls with a client; what they give is awaited where it has to be."""
        if self.kind == "sync":
            with QuantAI(**self.options | options) as client:
                return use(client)
        async with AsyncQuantAI(**self.options | options) as other:
            found = use(other)
            return await found if inspect.isawaitable(found) else found

    async def stream(self, use: Callable[[Any], Any], **options: Any) -> tuple[list[Any], Any]:
        """Read a stream to its end: its events, and the reply that they add up to."""
        if self.kind == "sync":
            with QuantAI(**self.options | options) as client, use(client) as stream:
                return list(stream), stream.final()
        async with AsyncQuantAI(**self.options | options) as other, use(other) as events:
            return [event async for event in events], await events.final()

    async def fails(self, error: type[QuantAIError], use: Callable[[Any], Any], **options: Any) -> Any:
        """Make a call that has to fail; gives its error."""
        with pytest.raises(error) as caught:
            await self(use, **options)
        return caught.value

    async def stream_fails(self, error: type[QuantAIError], use: Callable[[Any], Any], **options: Any) -> Any:
        """Read a stream that has to fail; gives its error."""
        with pytest.raises(error) as caught:
            await self.stream(use, **options)
        return caught.value

    def tries(self, operation: str) -> list[int | None]:
        """The statuses that an operation answered, by the server's own journal; None where it did not."""
        return [entry.get("status") for entry in self.mock.requests(operation)]
