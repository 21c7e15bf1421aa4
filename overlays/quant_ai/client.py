"""`QuantAI` and `AsyncQuantAI`: what users make first, and the resources that hang from it."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, ParamSpec, Self, TypeVar

import httpx

from quant_ai_client.resources import AsyncResources, Resources

from . import settings
from .caller import AsyncCaller, AsyncRecordingCaller, RawReply, RecordingCaller, SyncCaller, raw_reply
from .http.transport import AsyncTransport, Transport, build_async_client, build_client

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType
    from typing import Unpack

    from .clock import Clock
    from .http.retry import RetryPolicy
    from .resources.chat import AsyncChat, Chat
    from .resources.embeddings import AsyncEmbeddings, Embeddings
    from .resources.files import AsyncFiles, Files
    from .resources.vector_db import AsyncVectorDb, VectorDb

P = ParamSpec("P")
T = TypeVar("T")


class QuantAI(Resources):
    """The Quant AI API, in blocking calls. Safe to share between threads, which then share its connections.

    Args:
        token: API token. From QUANT_API_TOKEN by default.
        organisation: Machine name of the organisation, such as "acme". From QUANT_ORGANISATION by default.
        base_url: An origin such as "http://127.0.0.1:8787", or a full URL with `{org}` in it. From QUANT_BASE_URL by
            default, else the public service.
        timeout: Seconds for each phase of a request; by default 60 to wait for bytes, 10 to connect. An
            `httpx.Timeout` sets the phases one by one.
        deadline: Seconds for a whole call with its retries and its body; 600 by default. Streams have none by default.
        idle_timeout: Seconds that a stream may go without news, keep-alives not counted; 120 by default, `math.inf`
            for any time.
        max_retries: How often a call is sent again where that can do no harm; 2 by default, 0 for never. A
            `RetryPolicy` sets the delays too.
        strict: Whether a reply that deviates from the document raises `StrictError`. For tests of your own.
        http_client: An `httpx.Client` of your own, with its proxies and certificates. Closing it is up to you.
        clock: What tells the time and sleeps, for tests of code that waits.

    Raises:
        ConfigurationError: Something is missing, or does not fit.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        organisation: str | None = None,
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = None,
        deadline: float | None = None,
        idle_timeout: float | None = None,
        max_retries: int | RetryPolicy | None = None,
        strict: bool = False,
        http_client: httpx.Client | None = None,
        clock: Clock | None = None,
    ) -> None:
        options = settings.options(
            timeout=timeout,
            deadline=deadline,
            idle_timeout=idle_timeout,
            max_retries=max_retries,
            strict=strict,
            clock=clock,
        )
        service = settings.service(token, organisation, base_url, _headers_of(http_client))
        self._owns_client = http_client is None
        self._transport = Transport(service, options, http_client or build_client())
        self._caller = SyncCaller(self._transport)

    @cached_property
    def chat(self) -> Chat:
        from .resources.chat import Chat

        return Chat(self._caller)

    @cached_property
    def embeddings(self) -> Embeddings:
        from .resources.embeddings import Embeddings

        return Embeddings(self._caller)

    @cached_property
    def vector_db(self) -> VectorDb:
        from .resources.vector_db import VectorDb

        return VectorDb(self._caller)

    @cached_property
    def files(self) -> Files:
        from .resources.files import Files

        return Files(self._caller)

    def with_options(self, **changes: Unpack[settings.Changes]) -> Self:
        """A client like this one with some settings changed; takes the names of the constructor.

        It shares the connections of this one, and lasts as long as they do.
        """
        other = type(self).__new__(type(self))
        other._owns_client = False
        other._transport = Transport(*_changed(self._transport, changes), self._transport.client)
        other._caller = SyncCaller(other._transport)
        return other

    def raw(self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> RawReply[T]:
        """Call a method of this client, and give its reply beside status, headers, request id and bytes.

        ```python
        raw = client.raw(client.chat.send, model_id="amazon.nova-lite-v1:0", messages=[...])
        print(raw.request_id, raw.parsed.usage)
        ```
        """
        resource: Any = copy(getattr(method, "__self__", None))
        resource._caller = caller = RecordingCaller(resource._caller.transport)
        parsed: T = getattr(resource, method.__name__)(*args, **kwargs)
        return raw_reply(parsed, caller.last)

    def close(self) -> None:
        """Close the connections, unless they belong to an `http_client` of your own or to another client."""
        if self._owns_client:
            self._transport.client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._transport.service.base_url!r})"


class AsyncQuantAI(AsyncResources):
    """The Quant AI API, in async calls. One event loop, asyncio's or trio's, may share it between any number of tasks.

    Takes what `QuantAI` takes; here `http_client` is an `httpx.AsyncClient`, or "aiohttp" for the transport of the
    extra `quant-ai[aiohttp]`, which holds up at hundreds of concurrent requests.

    Raises:
        ConfigurationError: Something is missing, or does not fit.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        organisation: str | None = None,
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = None,
        deadline: float | None = None,
        idle_timeout: float | None = None,
        max_retries: int | RetryPolicy | None = None,
        strict: bool = False,
        http_client: httpx.AsyncClient | Literal["aiohttp"] | None = None,
        clock: Clock | None = None,
    ) -> None:
        options = settings.options(
            timeout=timeout,
            deadline=deadline,
            idle_timeout=idle_timeout,
            max_retries=max_retries,
            strict=strict,
            clock=clock,
        )
        self._owns_client = not isinstance(http_client, httpx.AsyncClient)
        given = http_client if isinstance(http_client, httpx.AsyncClient) else None
        service = settings.service(token, organisation, base_url, _headers_of(given))
        if given is None:
            given = build_async_client("aiohttp" if http_client == "aiohttp" else None)
        self._transport = AsyncTransport(service, options, given)
        self._caller = AsyncCaller(self._transport)

    @cached_property
    def chat(self) -> AsyncChat:
        from .resources.chat import AsyncChat

        return AsyncChat(self._caller)

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        from .resources.embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._caller)

    @cached_property
    def vector_db(self) -> AsyncVectorDb:
        from .resources.vector_db import AsyncVectorDb

        return AsyncVectorDb(self._caller)

    @cached_property
    def files(self) -> AsyncFiles:
        from .resources.files import AsyncFiles

        return AsyncFiles(self._caller)

    def with_options(self, **changes: Unpack[settings.Changes]) -> Self:
        """A client like this one with some settings changed; takes the names of the constructor.

        It shares the connections of this one, and lasts as long as they do.
        """
        other = type(self).__new__(type(self))
        other._owns_client = False
        other._transport = AsyncTransport(*_changed(self._transport, changes), self._transport.client)
        other._caller = AsyncCaller(other._transport)
        return other

    async def raw(self, method: Callable[P, Awaitable[T]], /, *args: P.args, **kwargs: P.kwargs) -> RawReply[T]:
        """Call a method of this client, and give its reply beside status, headers, request id and bytes."""
        resource: Any = copy(getattr(method, "__self__", None))
        resource._caller = caller = AsyncRecordingCaller(resource._caller.transport)
        parsed: T = await getattr(resource, method.__name__)(*args, **kwargs)
        return raw_reply(parsed, caller.last)

    async def close(self) -> None:
        """Close the connections, unless they belong to an `http_client` of your own or to another client."""
        if self._owns_client:
            await self._transport.client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._transport.service.base_url!r})"


def _headers_of(client: httpx.Client | httpx.AsyncClient | None) -> dict[str, str]:
    return {} if client is None else dict(client.headers)


def _changed(transport: Transport | AsyncTransport, changes: Any) -> tuple[Any, Any]:
    where = [changes.pop(name, None) for name in ("token", "organisation", "base_url")]
    service = transport.service.changed(*where) if any(where) else transport.service
    return service, settings.options(transport.options, **changes)
