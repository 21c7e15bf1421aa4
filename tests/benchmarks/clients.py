"""The clients to compare. Each makes the same small chat request, in the way that its documentation shows.

Each function returns a callable that makes one request and returns the reply, typed if the client types it. `url` is
the address of a server; without it the reply comes from memory, without a connection.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from .canned import (
    ANTHROPIC_REPLY,
    MESSAGES,
    MODEL,
    NOWHERE,
    OPENAI_REPLY,
    ORGANISATION,
    QUANT_REPLY,
    QUANT_REQUEST,
    CannedPool,
    transport,
)

Call = Callable[[], Any]
AsyncCall = Callable[[], Awaitable[Any]]

_closers: list[Callable[[], Awaitable[None]]] = []


async def close_all() -> None:
    """Close the async clients made so far, in the event loop that they ran in."""
    while _closers:
        await _closers.pop()()


CONNECTIONS = 1000
"""As many connections as AsyncQuantAI allows; with httpx's default of 100 requests would queue."""


def raw_httpx(url: str | None = None) -> Call:
    """httpx and json, as written by hand."""
    import httpx

    client = httpx.Client(headers=_HEADERS, transport=None if url else transport(httpx, QUANT_REPLY))
    target = _target(url)

    def call() -> Any:
        return json.loads(client.post(target, json=QUANT_REQUEST).raise_for_status().content)

    return call


def raw_httpx_async(url: str | None = None) -> AsyncCall:
    """httpx's async client and json."""
    import httpx

    limits = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)
    inside = None if url else transport(httpx, QUANT_REPLY)
    client = httpx.AsyncClient(headers=_HEADERS, limits=limits, timeout=60, transport=inside)
    target = _target(url)
    _closers.append(client.aclose)

    async def call() -> Any:
        return json.loads((await client.post(target, json=QUANT_REQUEST)).raise_for_status().content)

    return call


def raw_aiohttp(url: str) -> AsyncCall:
    """aiohttp and json, the fastest async client here."""
    import aiohttp

    target = _target(url)
    session: list[aiohttp.ClientSession] = []

    async def call() -> Any:
        if not session:
            session.append(aiohttp.ClientSession(headers=_HEADERS, connector=aiohttp.TCPConnector(limit=CONNECTIONS)))
            _closers.append(session[0].close)
        async with session[0].post(target, json=QUANT_REQUEST) as response:
            response.raise_for_status()
            return json.loads(await response.read())

    return call


def quant_ai(url: str | None = None) -> Call:
    """This project's client."""
    import httpx

    from quant_ai import QuantAI

    inside = None if url else httpx.Client(transport=transport(httpx, QUANT_REPLY))
    client = QuantAI(token="token", organisation=ORGANISATION, base_url=url or NOWHERE, http_client=inside)
    chat = client.chat

    return lambda: chat.send(model_id=MODEL, messages=MESSAGES)


def quant_ai_async(url: str | None = None, http_client: Any = None) -> AsyncCall:
    """This project's async client; `http_client="aiohttp"` for the extra."""
    import httpx

    from quant_ai import AsyncQuantAI

    if url is None:
        http_client = httpx.AsyncClient(transport=transport(httpx, QUANT_REPLY))
    client = AsyncQuantAI(token="token", organisation=ORGANISATION, base_url=url or NOWHERE, http_client=http_client)
    _closers.append(client.close)
    chat = client.chat

    return lambda: chat.send(model_id=MODEL, messages=MESSAGES)


def openai(url: str | None = None) -> Call:
    """OpenAI's client."""
    import httpx2
    from openai import OpenAI

    inside = None if url else httpx2.Client(transport=transport(httpx2, OPENAI_REPLY))
    client = OpenAI(api_key="token", base_url=f"{url or NOWHERE}/v1", http_client=inside)
    return lambda: client.chat.completions.create(model=MODEL, messages=MESSAGES)


def openai_async(url: str | None = None, *, aiohttp: bool = False) -> AsyncCall:
    """OpenAI's async client, or with `aiohttp` the one that its extra builds."""
    import httpx2
    from openai import AsyncOpenAI, DefaultAioHttpClient

    inside: Any = DefaultAioHttpClient() if aiohttp else None
    if url is None:
        inside = httpx2.AsyncClient(transport=transport(httpx2, OPENAI_REPLY))
    client = AsyncOpenAI(api_key="token", base_url=f"{url or NOWHERE}/v1", http_client=inside)
    _closers.append(client.close)
    return lambda: client.chat.completions.create(model=MODEL, messages=MESSAGES)


def anthropic(url: str | None = None) -> Call:
    """Anthropic's client."""
    import httpx2
    from anthropic import Anthropic

    inside = None if url else httpx2.Client(transport=transport(httpx2, ANTHROPIC_REPLY))
    client = Anthropic(api_key="token", base_url=url or NOWHERE, http_client=inside)
    return lambda: client.messages.create(model=MODEL, max_tokens=1024, messages=MESSAGES)


def anthropic_async(url: str | None = None) -> AsyncCall:
    """Anthropic's async client."""
    import httpx2
    from anthropic import AsyncAnthropic

    inside = None if url else httpx2.AsyncClient(transport=transport(httpx2, ANTHROPIC_REPLY))
    client = AsyncAnthropic(api_key="token", base_url=url or NOWHERE, http_client=inside)
    _closers.append(client.close)
    return lambda: client.messages.create(model=MODEL, max_tokens=1024, messages=MESSAGES)


def quantcdn(url: str | None = None) -> Call:
    """The vendor's generated client. It builds its request models for each call, as its users must."""
    import quantcdn as package
    from quantcdn import models

    api = package.ApiClient(package.Configuration(host=url or NOWHERE, access_token="token"))
    if url is None:
        api.rest_client.pool_manager = CannedPool(QUANT_REPLY)
    inference = package.AIInferenceApi(api)

    def call() -> Any:
        messages = [
            models.ChatInferenceRequestMessagesInner(
                role=message["role"], content=models.ChatInferenceRequestMessagesInnerContent(message["content"])
            )
            for message in MESSAGES
        ]
        request = models.ChatInferenceRequest(model_id=MODEL, messages=messages)
        return inference.chat_inference(ORGANISATION, request)

    return call


_HEADERS = {"Authorization": "Bearer token"}


def _target(url: str | None) -> str:
    return f"{url or NOWHERE}/api/v3/organisations/{ORGANISATION}/ai/chat"
