"""Clients: options, errors, and the rest, as type checkers see what users write; see the package."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx

from quant_ai import (
    UNSET,
    AsyncQuantAI,
    NotFoundError,
    QuantAI,
    QuantAIError,
    RateLimitError,
    RawReply,
    RetryPolicy,
    Unset,
    models,
)
from quant_ai.models import ChatReply, MessageParam

MODEL = "amazon.nova-pro-v1:0"
HELLO: MessageParam = {"role": "user", "content": "Hello"}


def options(client: QuantAI, http: httpx.Client) -> None:
    """Options of one call, and of the client."""
    client.with_options(timeout=5, headers={"X-Test-Id": "a", "User-Agent": None}, query={"debug": True}).models.list()
    client.with_options(extra_body={"new": 1}, max_retries=RetryPolicy()).chat.send(model_id=MODEL, messages=[HELLO])
    QuantAI(token="t", http_client=http, headers={"X-Team": "search"}, timeout=httpx.Timeout(5))


def misspelt_option(client: QuantAI) -> None:
    """Options have names."""
    client.with_options(timeot=3)  # error: misspelt


def option_of_the_wrong_type() -> None:
    """A header is text."""
    QuantAI(headers={"X-Attempt": 1})  # error: not text


def async_http_client(http: httpx.AsyncClient) -> None:
    """The sync client takes a sync HTTP client."""
    AsyncQuantAI(http_client=http)
    AsyncQuantAI(http_client="aiohttp")
    QuantAI(http_client=http)  # error: async
    QuantAI(http_client="aiohttp")  # error: async only


def errors(client: QuantAI) -> float | None:
    """Errors are typed, and carry what the service said."""
    try:
        client.models.get("m")
    except RateLimitError as error:
        return error.retry_after
    except NotFoundError as error:
        print(error.status_code, error.code, error.request_id)
    except QuantAIError as error:
        print(error)
    return None


def raw_replies(client: QuantAI) -> None:
    """raw() keeps the types of the method."""
    raw: RawReply[ChatReply] = client.raw(client.chat.send, model_id=MODEL, messages=[HELLO])
    status: int = raw.status_code
    client.raw(client.chat.send, model=MODEL, messages=[HELLO])  # error: no such argument


async def async_calls(client: AsyncQuantAI) -> None:
    """Async methods are awaited."""
    reply: ChatReply = await client.chat.send(model_id=MODEL, messages=[HELLO])
    both: list[ChatReply] = await asyncio.gather(
        *(client.chat.send(model_id=MODEL, messages=[HELLO]) for _ in range(2))
    )
    wrong: ChatReply = client.chat.send(model_id=MODEL, messages=[HELLO])  # error: not awaited


def namespaces(client: QuantAI) -> None:
    """AI Search belongs to a project."""
    site = client.ai_search(project="website")
    score: float | None = site.search(query="x").results[0].score
    client.ai_search.search(query="x")  # error: no project yet
    client.ai_search(project=3)  # error: a name


def bulk_calls(client: QuantAI, path: Path) -> None:
    """Calls that send many requests."""
    vectors: list[list[float]] = client.embeddings.create_many(["a", "b"])
    upload = client.vector_db.upload_many("c", [{"key": "k", "content": "text"}])
    client.files.upload_path(path, metadata={"team": "search"})


class MyClient(QuantAI):
    """A client of one's own."""

    def ask(self, question: str) -> str:
        """Ask one question."""
        return self.chat.send(model_id=MODEL, messages=[{"role": "user", "content": question}]).response.content


def functions_as_arguments(client: QuantAI) -> None:
    """Methods are values."""
    get: Callable[[str], models.Session] = client.sessions.get


def unset_in_updates(client: QuantAI, description: str | Unset | None = UNSET) -> None:
    """UNSET is for code that tells null from nothing."""
    if description is UNSET:
        print("not given")
