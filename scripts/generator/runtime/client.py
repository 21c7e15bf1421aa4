"""Clients for the functions in `api`: plain HTTP over httpx, without retries or streams.

A client shares one pool of connections with every client that its `with_` methods return. No repr, log or exception
shows the token.
"""

from __future__ import annotations

import json
import threading
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx
import orjson

from .encoding import header_value, refuse_nan
from .errors import ArgumentError, DecodeError, StatusError
from .operation import Operation, Request
from .types import UNSET, File, Response

T = TypeVar("T")

DEFAULT_TIMEOUT = httpx.Timeout(60.0, connect=10.0)


class _Pool:
    """The connections that several clients share, opened when they are first needed."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        self._lock = threading.Lock()
        self.owned = True
        self._sync: httpx.Client | None = None
        self._async: httpx.AsyncClient | None = None

    def use(self, client: httpx.Client | None = None, async_client: httpx.AsyncClient | None = None) -> None:
        self.owned = False
        self._sync, self._async = client or self._sync, async_client or self._async

    def sync(self) -> httpx.Client:
        with self._lock:
            if self._sync is None:
                self._sync = httpx.Client(**self._options)
            return self._sync

    def asynchronous(self) -> httpx.AsyncClient:
        with self._lock:
            if self._async is None:
                self._async = httpx.AsyncClient(**self._options)
            return self._async

    def close(self) -> None:
        with self._lock:
            client, self._sync = self._sync, None
        if client is not None:
            client.close()

    async def aclose(self) -> None:
        with self._lock:
            client, self._async = self._async, None
        if client is not None:
            await client.aclose()


class Client:
    """Calls the service at `base_url`, a URL without variables.

    Args:
        base_url: Base of all paths.
        headers: Sent with every request.
        cookies: Sent with every request.
        timeout: Seconds, or an httpx.Timeout; by default 60 s to read and 10 s to connect.
        verify_ssl: The argument `verify` of httpx.
        follow_redirects: Whether to follow redirects.
        httpx_args: Further arguments for httpx.Client and httpx.AsyncClient.
    """

    def __init__(
        self,
        base_url: str,
        *,
        headers: dict[str, str] | None = None,
        cookies: dict[str, str] | None = None,
        timeout: float | httpx.Timeout | None = DEFAULT_TIMEOUT,
        verify_ssl: Any = True,
        follow_redirects: bool = False,
        httpx_args: dict[str, Any] | None = None,
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._headers = _safe(headers or {})
        self._cookies = _safe(cookies or {})
        self._timeout = timeout
        self._pool = _Pool({"verify": verify_ssl, "follow_redirects": follow_redirects, **(httpx_args or {})})
        self._owner = True

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._base_url!r})"

    def with_headers(self, headers: dict[str, str]) -> Self:
        """A client that sends these headers too, over the same connections."""
        return self._like(_headers={**self._headers, **_safe(headers)})

    def with_cookies(self, cookies: dict[str, str]) -> Self:
        """A client that sends these cookies too, over the same connections."""
        return self._like(_cookies={**self._cookies, **_safe(cookies)})

    def with_timeout(self, timeout: float | httpx.Timeout | None) -> Self:
        """A client with another timeout, over the same connections."""
        return self._like(_timeout=timeout)

    def set_httpx_client(self, client: httpx.Client) -> Self:
        """Use this client for connections; it stays open when this one is closed."""
        self._pool.use(client)
        return self

    def get_httpx_client(self) -> httpx.Client:
        """The httpx client, created on first use."""
        return self._pool.sync()

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> Self:
        """Use this client for async connections; it stays open when this one is closed."""
        self._pool.use(async_client=async_client)
        return self

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """The async httpx client, created on first use."""
        return self._pool.asynchronous()

    def send(self, operation: Operation[T], request: Request) -> Response[T]:
        """Send a request and decode the reply.

        Raises:
            StatusError: The service did not answer with a documented success.
            DecodeError: The reply does not have the form that the spec describes.
            httpx.TransportError: The service cannot be reached, or the timeout passed.
        """
        reply = self._pool.sync().request(operation.method, **self._arguments(operation, request))
        return _decoded(operation, reply)

    async def send_async(self, operation: Operation[T], request: Request) -> Response[T]:
        """Like send()."""
        client = self._pool.asynchronous()
        return _decoded(operation, await client.request(operation.method, **self._arguments(operation, request)))

    def close(self) -> None:
        """Close the connections, unless they belong to another client."""
        if self._owner and self._pool.owned:
            self._pool.close()

    async def aclose(self) -> None:
        """Close the async connections, unless they belong to another client."""
        if self._owner and self._pool.owned:
            await self._pool.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def _like(self, **changes: Any) -> Self:
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__, _owner=False, **changes)
        return other

    def _authorization(self) -> dict[str, str]:
        return {}

    def _token_of(self, operation: Operation[Any]) -> dict[str, str]:
        return {} if operation.public else self._authorization()

    def _arguments(self, operation: Operation[Any], request: Request) -> dict[str, Any]:
        headers = {"Accept": operation.accept, **self._headers, **self._token_of(operation), **request.headers}
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        arguments: dict[str, Any] = {
            "url": self._base_url + operation.base + request.path,
            "params": list(request.query) or None,
            "headers": headers,
            "timeout": self._timeout,
        }
        if request.body is not UNSET:
            headers["Content-Type"] = request.content_type
            arguments["content"] = _json(request.body) if request.is_json else request.body
        return arguments


class AuthenticatedClient(Client):
    """A client that sends a token with every request.

    Args:
        base_url: Base of all paths.
        token: The token; sent as `Authorization: Bearer <token>`.
        prefix: The word before the token; empty for none.
        auth_header_name: The header that carries the token.
        options: The arguments of `Client`.
    """

    def __init__(
        self,
        base_url: str,
        token: str,
        *,
        prefix: str = "Bearer",
        auth_header_name: str = "Authorization",
        **options: Any,
    ) -> None:
        super().__init__(base_url, **options)
        value = f"{prefix} {token}" if prefix else token
        if not value.isascii() or not value.isprintable():
            raise ArgumentError("the token must be printable ASCII on one line")  # the message does not show it

        def authorization() -> dict[str, str]:
            return {auth_header_name: value}

        self._secret = authorization  # a closure, because a dump of the attributes does not show its value

    def _authorization(self) -> dict[str, str]:
        return self._secret()


def _safe(values: dict[str, str]) -> dict[str, str]:
    """The same values, after a check that no name and no value ends its header line."""
    return {header_value(name, "a name"): header_value(value, name) for name, value in values.items()}


def _json(value: Any) -> bytes:
    try:
        text = orjson.dumps(value)
    except TypeError:  # an integer of more than 64 bits, or half a surrogate pair, which becomes U+FFFD
        try:
            written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        except (TypeError, ValueError) as error:  # such as an integer of more digits than Python writes
            raise ArgumentError(str(error)) from None
        text = written.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
    refuse_nan(value, text)
    return text


def _decoded(operation: Operation[T], reply: httpx.Response) -> Response[T]:
    status, content = reply.status_code, reply.content
    decode, is_json = operation.decoder(status, reply.headers.get("content-type", ""))
    try:
        value = (json.loads(content) if is_json else content) if content else None
    except ValueError as error:
        if decode is not None:
            raise DecodeError("", f"the body of status {status} is not JSON: {error}") from None
        value = None
    if decode is None:
        raise StatusError(status, content, reply.headers, operation.decode_error(status, value))
    parsed = decode(value) if content or not is_json else operation.decode_empty(decode, status)
    if isinstance(parsed, File):
        parsed.mime_type = reply.headers.get("content-type")
    return Response(status_code=status, content=content, headers=reply.headers, parsed=parsed)
