"""Clients for the tests: sync, async, or one of both used in the same way."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Generator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from quant_ai import AsyncQuantAI, Job, Page, QuantAI, Stream
from quant_ai.caller import Caller

TOKEN = "qc_secret-of-the-tests"


def sync_client(url: str, *, token: str = TOKEN, organisation: str = "acme", **options: Any) -> QuantAI:
    return QuantAI(base_url=url, token=token, organisation=organisation, **options)


def async_client(url: str, *, token: str = TOKEN, organisation: str = "acme", **options: Any) -> AsyncQuantAI:
    return AsyncQuantAI(base_url=url, token=token, organisation=organisation, **options)


def any_client(kind: str, url: str, **options: Any) -> Any:
    """The sync or the async client. Tests use both like the async one."""
    return async_client(url, **options) if kind == "async" else LikeAsync(sync_client(url, **options))


@asynccontextmanager
async def any_http_client(kind: str, **options: Any) -> AsyncIterator[Any]:
    """An httpx client for `http_client=` of a client of this kind."""
    if kind == "sync":
        with httpx.Client(**options) as client:
            yield client
    else:
        async with httpx.AsyncClient(**options) as other:
            yield other


@asynccontextmanager
async def client_of(kind: str, handler: Callable[[httpx.Request], Any], **options: Any) -> AsyncIterator[Any]:
    """A client of this kind whose requests are answered by a function."""
    async with any_http_client(kind, transport=httpx.MockTransport(handler)) as http_client:
        yield any_client(kind, "http://x", http_client=http_client, **options)


class LikeAsync:
    """A sync client, or something that it returns, with the interface of its async twin.

    What the async twin awaits can be awaited, `async with` enters a sync block, and `async for` a sync loop.
    """

    def __init__(self, value: Any) -> None:
        self._value = value

    def __getattr__(self, name: str) -> Any:
        return like_async(getattr(self._value, name))

    def __call__(self, *args: Any, **kwargs: Any) -> LikeAsync:
        return LikeAsync(self._value(*args, **kwargs))

    def __await__(self) -> Generator[None, None, Any]:
        yield from ()
        return like_async(self._value)

    async def __aenter__(self) -> LikeAsync:
        self._value.__enter__()
        return self

    async def __aexit__(self, *error: Any) -> Any:
        return self._value.__exit__(*error)

    def __aiter__(self) -> LikeAsync:
        return LikeAsync(iter(self._value))

    async def __anext__(self) -> Any:
        try:
            return next(self._value)
        except StopIteration:
            raise StopAsyncIteration from None


def like_async(value: Any) -> Any:
    """Wrap what has another interface in async code; models and other values stay as they are."""
    differs = isinstance(value, (Caller, Job, Page, Stream, Iterator)) or hasattr(value, "_caller") or callable(value)
    return LikeAsync(value) if differs else value


def unwrapped(value: Any) -> Any:
    """The value itself, if `like_async` wrapped it."""
    return value._value if isinstance(value, LikeAsync) else value
