"""Send calls over httpx, sync and async, for as long as a `Call` says so. The one place that builds httpx clients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import httpx

from ..errors import ConfigurationError
from .attempts import Call, Exchange, Options
from .deadlines import bound_reads

if TYPE_CHECKING:
    from quant_ai_client.operation import Operation, Request

    from .endpoint import Service

_LIMITS = httpx.Limits(max_connections=1000, max_keepalive_connections=100)
_LOST = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, RuntimeError)


def build_client() -> httpx.Client:
    """The httpx client of a `QuantAI` that was not given one."""
    client = httpx.Client(limits=_LIMITS)
    bound_reads(client)
    return client


def build_async_client(kind: Literal["aiohttp"] | None) -> httpx.AsyncClient:
    """The httpx client of an `AsyncQuantAI` that was not given one."""
    if kind is None:
        return httpx.AsyncClient(limits=_LIMITS)
    try:
        from httpx_aiohttp import HttpxAiohttpClient
    except ImportError:
        raise ConfigurationError('http_client="aiohttp" needs the extra: pip install "quant-ai[aiohttp]"') from None
    return HttpxAiohttpClient(limits=_LIMITS)


class Transport:
    """Sends calls, and waits where it must, in the calling thread."""

    def __init__(self, service: Service, options: Options, client: httpx.Client) -> None:
        self.service, self.options, self.client = service, options, client

    def send(self, operation: Operation[Any], request: Request, deadline: float | None = None) -> Exchange:
        """Send a call and read its reply, whatever its status; `deadline` can only draw the client's closer."""
        call = Call(self.service, self.options, operation, request, deadline=deadline)
        while True:
            response = self._open(call)
            try:
                return self._read(call, response)
            except _LOST as error:
                delay = call.lost(error)
            self.options.clock.sleep(delay)

    def open(self, operation: Operation[Any], request: Request) -> tuple[Call, httpx.Response]:
        """Send a call whose reply is read as it comes."""
        call = Call(self.service, self.options, operation, request, streamed=True)
        return call, self._open(call)

    def read(self, call: Call, response: httpx.Response) -> Exchange:
        """Read a reply that was opened, such as the body of an error."""
        try:
            return self._read(call, response)
        except _LOST as error:
            raise call.error_for(error) from None

    def _open(self, call: Call) -> httpx.Response:
        while True:
            try:
                response = self.client.send(call.next(), stream=True, follow_redirects=False)
            except _LOST as error:
                delay = call.lost(error)
            else:
                try:
                    wait = call.answered(response)
                except BaseException:
                    response.close()
                    raise
                if wait is None:
                    return response
                response.close()
                delay = wait
            self.options.clock.sleep(delay)

    def _read(self, call: Call, response: httpx.Response) -> Exchange:
        parts: list[bytes] = []
        try:
            for chunk in response.iter_bytes():
                parts.append(chunk)
                if call.time_left() <= 0:
                    call.too_late()
        finally:
            response.close()
        return call.exchange(response, parts[0] if len(parts) == 1 else b"".join(parts))


class AsyncTransport:
    """Sends calls; waits and is cancelled as tasks are."""

    def __init__(self, service: Service, options: Options, client: httpx.AsyncClient) -> None:
        self.service, self.options, self.client = service, options, client

    async def send(self, operation: Operation[Any], request: Request, deadline: float | None = None) -> Exchange:
        """Send a call and read its reply, whatever its status; `deadline` can only draw the client's closer."""
        from anyio import move_on_after

        call = Call(self.service, self.options, operation, request, deadline=deadline)
        with move_on_after(call.time_left()):
            while True:
                response = await self._open(call)
                try:
                    return await self._read(call, response)
                except _LOST as error:
                    delay = call.lost(error)
                await self.options.clock.sleep_async(delay)
        call.too_late()
        return None

    async def open(self, operation: Operation[Any], request: Request) -> tuple[Call, httpx.Response]:
        """Send a call whose reply is read as it comes."""
        from anyio import move_on_after

        call = Call(self.service, self.options, operation, request, streamed=True)
        with move_on_after(call.time_left()):
            return call, await self._open(call)
        call.too_late()
        return None

    async def read(self, call: Call, response: httpx.Response) -> Exchange:
        """Read a reply that was opened, such as the body of an error."""
        from anyio import move_on_after

        with move_on_after(call.time_left()):
            try:
                return await self._read(call, response)
            except _LOST as error:
                raise call.error_for(error) from None
        call.too_late()
        return None

    async def _open(self, call: Call) -> httpx.Response:
        while True:
            try:
                response = await self.client.send(call.next(), stream=True, follow_redirects=False)
            except _LOST as error:
                delay = call.lost(error)
            else:
                try:
                    wait = call.answered(response)
                except BaseException:
                    await response.aclose()
                    raise
                if wait is None:
                    return response
                await response.aclose()
                delay = wait
            await self.options.clock.sleep_async(delay)

    async def _read(self, call: Call, response: httpx.Response) -> Exchange:
        parts: list[bytes] = []
        try:
            async for chunk in response.aiter_bytes():
                parts.append(chunk)
        finally:
            await response.aclose()
        return call.exchange(response, parts[0] if len(parts) == 1 else b"".join(parts))
