# Derived from async_client.py by `make generate`; do not edit.
"""The sync client: where users start, and what holds the API's resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, ParamSpec, Self, TypeVar, Unpack

import httpx

from . import settings
from .caller import Caller, RecordingCaller
from .clock import Clock
from .connected import Connected
from .errors import ArgumentError
from .http.additions import QueryValue
from .http.http_clients import http_client_for
from .http.libraries import HTTPX2_IN_HINTS
from .http.replies import RawReply, raw_reply
from .http.retry import RetryPolicy
from .http.transport import Transport
from .resources.extended import ExtendedResources

if TYPE_CHECKING:
    import httpx2
else:
    httpx2 = HTTPX2_IN_HINTS

P = ParamSpec("P")
T = TypeVar("T")


class QuantAI(Connected, ExtendedResources):
    """The Quant AI API in blocking calls. Threads may share it, and thereby its connections.

    Args:
        token: API token. QUANT_API_TOKEN by default.
        organisation: Machine name of the organisation, such as "acme". QUANT_ORGANISATION by default.
        base_url: An origin such as "http://127.0.0.1:8787", or a full URL that contains `{org}`. QUANT_BASE_URL by
            default, or else the public service.
        timeout: Seconds for each phase of a request. By default 60 to wait for bytes and 10 to connect; an
            `httpx.Timeout` sets each phase.
        deadline: Seconds for a whole call, including its retries and its body; 600 by default. Streams have no
            deadline by default.
        idle_timeout: Seconds that a stream may go without a new event, keep-alives not counted; 120 by default,
            `math.inf` for no limit.
        max_retries: How often a call is retried where that is safe; 2 by default, 0 for never. A `RetryPolicy` sets
            the delays too.
        strict: Whether a reply that deviates from the spec raises `StrictError`. Meant for your own tests.
        max_reply_size: Bytes that a decompressed reply may have, and an event of a stream; 256 MiB by default, and 32
            MiB for an event.
        http_client: Your own `httpx.Client` or `httpx2.Client`, with its proxies, certificates, hooks and
            headers, which you close yourself. Or "httpx2", to send with that library, which is an extra of its
            name.
        clock: Tells the time and sleeps; for tests of code that waits.
        headers: Sent with each request, such as `{"X-Test-Id": "a"}`. They replace the client's own headers, such as
            User-Agent; None as a value removes one. The token is passed as `token=` only.
        query: Query parameters sent with each request. A parameter that a call sends itself stays as it is.

    Raises:
        ConfigurationError: An argument is missing or invalid.
    """

    _caller: Caller

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
        max_reply_size: int | None = None,
        http_client: httpx.Client | httpx2.Client | Literal["httpx2"] | None = None,
        clock: Clock | None = None,
        headers: Mapping[str, str | None] | None = None,
        query: Mapping[str, QueryValue] | None = None,
    ) -> None:
        client = http_client_for(http_client)
        options = settings.options(
            timeout=client.timeout if timeout is None else timeout,
            deadline=deadline,
            idle_timeout=idle_timeout,
            max_retries=max_retries,
            strict=strict,
            max_reply_size=max_reply_size,
            clock=clock,
            query=query,
        )
        endpoint = settings.endpoint(token, organisation, base_url, client, headers)
        self._transport = Transport(endpoint, options, client)
        self._owns_client = True
        # It is only ever set here, so it may be of a narrower type than in the generated class.
        self._caller = Caller(self._transport)  # pyright: ignore[reportIncompatibleVariableOverride]

    def with_options(self, **changes: Unpack[settings.OptionChanges]) -> Self:
        """A client with some settings changed, for one call or for many.

        ```python
        client.with_options(timeout=5, headers={"X-Test-Id": "a"}).models.list()
        ```

        It takes the names of the constructor, except `http_client`, and shares this client's connections. `headers`
        and `query` are added to those of this client, and None as a value removes one.

        Args:
            **changes: The settings to change; None leaves one as it is. `extra_body` has fields to add to each JSON
                body, for what this version of the client does not know; a field that the call sends itself raises
                `ConfigurationError`.
        """
        transport = self._transport
        endpoint, options = settings.changed(transport.endpoint, transport.options, changes)
        other = type(self).__new__(type(self))
        # All that a subclass keeps, but not the resources, which have this client's options.
        kept = {name: value for name, value in vars(self).items() if not _is_cached(type(self), name)}
        vars(other).update(kept)
        other._owns_client = False
        other._transport = Transport(endpoint, options, transport.client)
        other._caller = Caller(other._transport, self._caller.capabilities)
        return other

    def raw(self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> RawReply[T]:
        """Call a method of this client, and return its reply with status, headers, request id and bytes.

        ```python
        raw = client.raw(client.chat.send, model_id="amazon.nova-lite-v1:0", messages=[...])
        print(raw.request_id, raw.parsed.usage)
        ```

        A method that sends several requests, such as `chat.run`, has the last reply.

        Args:
            method: The method, such as `client.chat.send`.
            args: Its positional arguments.
            kwargs: Its keyword arguments.

        Raises:
            ArgumentError: It is no method of this client, or one that opens a stream.
        """
        owner = getattr(method, "__self__", None)
        if not hasattr(owner, "_caller"):
            raise ArgumentError(f"raw() takes a method of this client, such as client.chat.send, got {method!r:.80}")
        resource: Any = copy(owner)
        known = resource._caller
        resource._caller = caller = RecordingCaller(known.transport, known.capabilities)
        parsed: T = getattr(resource, method.__name__)(*args, **kwargs)
        return raw_reply(parsed, caller.last)

    def close(self) -> None:
        """Close the connections, unless they belong to your own `http_client` or to another client."""
        if self._owns_client:
            self._transport.client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._transport.endpoint.base_url!r})"


def _is_cached(kind: type, name: str) -> bool:
    return any(isinstance(vars(each).get(name), cached_property) for each in kind.__mro__)
