"""Clients over every HTTP library, sync and async, on every event loop, used in one way."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import httpx2
import httpx_aiohttp

from .clients import any_client

WORDS = ("sync httpx", "sync httpx2", "asyncio httpx", "asyncio httpx2", "asyncio aiohttp", "trio httpx", "trio httpx2")
"""Clients that bring their own connections."""
USERS: dict[str, Any] = {
    "sync httpx.Client": httpx.Client,
    "sync httpx2.Client": httpx2.Client,
    "asyncio httpx.AsyncClient": httpx.AsyncClient,
    "asyncio httpx2.AsyncClient": httpx2.AsyncClient,
    "asyncio HttpxAiohttpClient": httpx_aiohttp.HttpxAiohttpClient,
    "trio httpx.AsyncClient": httpx.AsyncClient,
    "trio httpx2.AsyncClient": httpx2.AsyncClient,
}
"""Clients that send with what the user passed in."""
KINDS = (*WORDS, *USERS)


def loop_of(kind: str) -> str:
    """The event loop to run a client of this kind in. A sync client needs none."""
    return kind.split()[0].replace("sync", "asyncio", 1) if kind.startswith("sync") else kind.split()[0]


@asynccontextmanager
async def client_of_kind(kind: str, url: str, **options: Any) -> AsyncIterator[Any]:
    """A client of this kind, with the interface of an async one."""
    loop, name = kind.split()
    sort = "sync" if loop == "sync" else "async"
    if kind not in USERS:
        word = None if name == "httpx" else name
        async with any_client(sort, url, http_client=word, **options) as client:
            yield client
    elif sort == "sync":
        with USERS[kind](trust_env=False) as mine:
            yield any_client(sort, url, http_client=mine, **options)
    else:
        async with USERS[kind](trust_env=False) as mine:
            yield any_client(sort, url, http_client=mine, **options)
