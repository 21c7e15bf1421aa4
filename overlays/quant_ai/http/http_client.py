"""The HTTP client that a `QuantAI` or `AsyncQuantAI` sends with."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from ..errors import ConfigurationError, OriginError
from .discarded import close_discarded
from .interrupts import Interrupt, current_interrupt
from .urls import hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from .libraries import HttpLibrary

FOREIGN: Final = "quant_ai.foreign"
"""The extension of a request that does not go to the API: it gets nothing that is meant for the API, and its URL, which
may be signed, does not get into logs."""
REMOVED: Final = "quant_ai.removed"
"""The extension of a request with the names of headers that the user took out."""
_CLOSED: Final = "the client was closed"


@contextmanager
def redirects_checked(request: httpx.Request) -> Iterator[None]:
    """Name a redirect to what is no URL: httpx looks at it even if it is not to follow it, and raises idna's errors."""
    try:
        yield
    except UnicodeError as error:
        raise OriginError(f"{request.method} {request.url.path} was redirected to what is not a URL: {error}") from None


class HttpClient:
    """A client of httpx or httpx2 that belongs to this package."""

    def __init__(self, client: Any, library: HttpLibrary, transport: Any = None) -> None:
        self.client, self.library = client, library
        self.agent: str | None = getattr(transport, "agent", None)
        """What it is, for the User-Agent header; None for the library."""
        self._transport = transport
        self.closing = Interrupt()
        """Whether it was closed, for async calls, which end by themselves then."""
        self._running: set[Interrupt] = set()

    @property
    def timeout(self) -> httpx.Timeout | None:
        """The timeout that the user gave this client, if any."""
        return None

    def send(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the response's body is still to be read."""
        self.check()
        close_discarded()
        self.hide(request)
        with redirects_checked(request):
            response: httpx.Response = self.client.send(request, stream=True, follow_redirects=False)
        return response

    async def send_async(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the response's body is still to be read."""
        self.check()
        self.hide(request)
        with redirects_checked(request):
            response: httpx.Response = await self.client.send(request, stream=True, follow_redirects=False)
        return response

    @contextmanager
    def running(self) -> Iterator[Interrupt]:
        """Let `close` end the blocking call that the block makes, which its stream may end as well."""
        interrupt = current_interrupt() or Interrupt()
        self._running.add(interrupt)
        try:
            with interrupt.running():
                yield interrupt
        finally:
            self._running.discard(interrupt)

    def check(self) -> None:
        """Refuse to send with a client that cannot send any more.

        Raises:
            ConfigurationError: The client is closed.
        """
        if self.client.is_closed:
            raise ConfigurationError("the client is closed; a closed client cannot send requests")

    def prepare(self, scheme: str, host: str, port: int | None) -> None:
        """Find out early what keeps requests from being sent to a host.

        Raises:
            ConfigurationError: A variable of the environment names a wrong proxy or certificate.
        """
        if self._transport is not None:
            self._transport.prepare(scheme, host, port)

    def end(self, response: httpx.Response) -> None:
        """Close a response whose body has been read to its end."""
        response.close()

    async def end_async(self, response: httpx.Response) -> None:
        """Close a response whose body has been read to its end."""
        await response.aclose()

    def hide(self, request: Any) -> None:
        """Keep a signed URL out of the library's log."""
        if FOREIGN in request.extensions:
            request.url = hidden(request.url, self.library)

    def close(self) -> None:
        """Close the connections, and end the calls of other threads."""
        for each in list(self._running):
            each.interrupt(_CLOSED)
        self.client.close()

    async def close_async(self) -> None:
        """Close the connections, and end the calls of other tasks."""
        self.closing.interrupt(_CLOSED)
        await self.client.aclose()
