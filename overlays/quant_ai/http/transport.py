"""Send calls with httpx, sync and async. The only place that creates httpx clients.

Written by hand for both, because they end overdue calls in different ways: the sync one by read timeouts and a check
between chunks, the async one by cancelling itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import httpx

from ..errors import ConfigurationError
from .attempts import Attempts
from .deadlines import enforce_read_deadlines

if TYPE_CHECKING:
    from quant_ai_client.operation import Operation, Request

    from .endpoint import Endpoint
    from .options import CallOptions
    from .replies import HttpReply

_LIMITS = httpx.Limits(max_connections=1000, max_keepalive_connections=100)
_FAILURES = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, RuntimeError)


def client_headers(http_client: httpx.Client | httpx.AsyncClient | str | None) -> dict[str, str]:
    """The headers of an httpx client that the user passed in."""
    return {} if http_client is None or isinstance(http_client, str) else dict(http_client.headers)


def http_client_for(http_client: httpx.Client | None) -> httpx.Client:
    """The user's httpx client, or a new one."""
    if http_client is not None:
        return http_client
    client = httpx.Client(limits=_LIMITS)
    enforce_read_deadlines(client)
    return client


def http_client_for_async(http_client: httpx.AsyncClient | Literal["aiohttp"] | None) -> httpx.AsyncClient:
    """The user's httpx client, or a new one of the kind that the user named."""
    if isinstance(http_client, httpx.AsyncClient):
        return http_client
    if http_client != "aiohttp":
        return httpx.AsyncClient(limits=_LIMITS)
    try:
        from httpx_aiohttp import HttpxAiohttpClient
    except ImportError:
        raise ConfigurationError('http_client="aiohttp" needs the extra: pip install "quant-ai[aiohttp]"') from None
    return HttpxAiohttpClient(limits=_LIMITS)


class Transport:
    """Sends calls, and sleeps between attempts, in the calling thread."""

    def __init__(self, endpoint: Endpoint, options: CallOptions, client: httpx.Client) -> None:
        self.endpoint, self.options, self.client = endpoint, options, client

    def send(self, operation: Operation[Any], request: Request, deadline: float | None = None) -> HttpReply:
        """Send a call and read its reply, whatever its status.

        Args:
            operation: The operation to call.
            request: The parts of the request.
            deadline: Seconds for the whole call, if that is less than the client's own deadline.
        """
        attempts = Attempts(self.endpoint, self.options, operation, request, deadline=deadline)
        while True:
            response = self._open(attempts)
            try:
                return self._read(attempts, response)
            except _FAILURES as error:
                delay = attempts.handle_failure(error)
            self.options.clock.sleep(delay)

    def open(self, operation: Operation[Any], request: Request) -> tuple[Attempts, httpx.Response]:
        """Send a call whose response is to be read while it arrives."""
        attempts = Attempts(self.endpoint, self.options, operation, request, streamed=True)
        return attempts, self._open(attempts)

    def read(self, attempts: Attempts, response: httpx.Response) -> HttpReply:
        """Read the whole of an open response, such as the body of an error."""
        try:
            return self._read(attempts, response)
        except _FAILURES as error:
            raise attempts.wrap_error(error) from None

    def _open(self, attempts: Attempts) -> httpx.Response:
        while True:
            try:
                response = self.client.send(attempts.next_request(), stream=True, follow_redirects=False)
            except _FAILURES as error:
                delay = attempts.handle_failure(error)
            else:
                try:
                    wait = attempts.check_response(response)
                except BaseException:
                    response.close()
                    raise
                if wait is None:
                    return response
                response.close()
                delay = wait
            self.options.clock.sleep(delay)

    def _read(self, attempts: Attempts, response: httpx.Response) -> HttpReply:
        chunks: list[bytes] = []
        try:
            for chunk in response.iter_bytes():
                chunks.append(chunk)
                if attempts.time_left() <= 0:
                    attempts.raise_deadline()
        finally:
            response.close()
        return attempts.reply(response, chunks[0] if len(chunks) == 1 else b"".join(chunks))


class AsyncTransport:
    """Sends calls, and sleeps between attempts, in the calling task."""

    def __init__(self, endpoint: Endpoint, options: CallOptions, client: httpx.AsyncClient) -> None:
        self.endpoint, self.options, self.client = endpoint, options, client

    async def send(self, operation: Operation[Any], request: Request, deadline: float | None = None) -> HttpReply:
        """Send a call and read its reply, whatever its status; see `Transport.send`."""
        from anyio import move_on_after

        attempts = Attempts(self.endpoint, self.options, operation, request, deadline=deadline)
        with move_on_after(attempts.time_left()):
            while True:
                response = await self._open(attempts)
                try:
                    return await self._read(attempts, response)
                except _FAILURES as error:
                    delay = attempts.handle_failure(error)
                await self.options.clock.sleep_async(delay)
        attempts.raise_deadline()
        return None

    async def open(self, operation: Operation[Any], request: Request) -> tuple[Attempts, httpx.Response]:
        """Send a call whose response is to be read while it arrives."""
        from anyio import move_on_after

        attempts = Attempts(self.endpoint, self.options, operation, request, streamed=True)
        with move_on_after(attempts.time_left()):
            return attempts, await self._open(attempts)
        attempts.raise_deadline()
        return None

    async def read(self, attempts: Attempts, response: httpx.Response) -> HttpReply:
        """Read the whole of an open response, such as the body of an error."""
        from anyio import move_on_after

        with move_on_after(attempts.time_left()):
            try:
                return await self._read(attempts, response)
            except _FAILURES as error:
                raise attempts.wrap_error(error) from None
        attempts.raise_deadline()
        return None

    async def _open(self, attempts: Attempts) -> httpx.Response:
        while True:
            try:
                response = await self.client.send(attempts.next_request(), stream=True, follow_redirects=False)
            except _FAILURES as error:
                delay = attempts.handle_failure(error)
            else:
                try:
                    wait = attempts.check_response(response)
                except BaseException:
                    await response.aclose()
                    raise
                if wait is None:
                    return response
                await response.aclose()
                delay = wait
            await self.options.clock.sleep_async(delay)

    async def _read(self, attempts: Attempts, response: httpx.Response) -> HttpReply:
        chunks: list[bytes] = []
        try:
            async for chunk in response.aiter_bytes():
                chunks.append(chunk)
        finally:
            await response.aclose()
        return attempts.reply(response, chunks[0] if len(chunks) == 1 else b"".join(chunks))
