"""Clients of one organisation of the mock server."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from quant_ai import Clock, QuantAIError
from quant_ai_mock.testing import Organisation

from .clients import any_client


class MockClient:
    """Makes calls with the sync or the async client of an organisation."""

    def __init__(self, kind: str, mock: Organisation, clock: Clock | None = None) -> None:
        self.kind, self.mock = kind, mock
        self.options: dict[str, Any] = {"token": mock.token, "organisation": mock.name, "clock": clock, "strict": True}

    async def __call__(self, use: Callable[[Any], Any], **options: Any) -> Any:
        """Make calls with a client, and return their result."""
        async with any_client(self.kind, self.mock.url, **self.options | options) as client:
            result = use(client)
            return await result if inspect.isawaitable(result) else result

    async def stream(self, use: Callable[[Any], Any], **options: Any) -> tuple[list[Any], Any]:
        """Read a stream to its end. Returns its events, and the reply that they add up to."""
        async with any_client(self.kind, self.mock.url, **self.options | options) as client, use(client) as events:
            return [event async for event in events], await events.final()

    async def fails(self, error: type[QuantAIError], use: Callable[[Any], Any], **options: Any) -> Any:
        """Make a call that has to fail, and return its error."""
        with pytest.raises(error) as caught:
            await self(use, **options)
        return caught.value

    async def stream_fails(self, error: type[QuantAIError], use: Callable[[Any], Any], **options: Any) -> Any:
        """Read a stream that has to fail, and return its error."""
        with pytest.raises(error) as caught:
            await self.stream(use, **options)
        return caught.value

    def statuses(self, operation: str) -> list[int | None]:
        """The statuses of all replies to an operation, from the server's journal; None if there was no reply."""
        return [entry.get("status") for entry in self.mock.requests(operation)]
