"""Turn the exceptions of aiohttp into httpx's, so that a call over aiohttp fails as it does over httpx.

aiohttp's own must not reach the user: they hold the request's headers, and with them the token. httpx-aiohttp, which
users may bring, calls every lost connection a connect timeout; then the request would count as not sent, and be sent
again. So the cause of its exceptions is looked at instead.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp
import httpx

from ..errors import QuantAIError


@contextmanager
def translated() -> Iterator[None]:
    """Raise httpx's exceptions instead of aiohttp's."""
    failure: Exception
    try:
        yield
    except (TimeoutError, aiohttp.ClientError, OSError, ValueError, TypeError) as error:
        failure = _translation(error)
    except httpx.TransportError as error:
        if not isinstance(error.__cause__, (aiohttp.ClientError, asyncio.TimeoutError)):
            raise
        failure = _translation(error.__cause__)
    else:
        return
    raise failure  # outside of the block above, so that the exception does not hold the other one


def _translation(error: Exception) -> Exception:
    if isinstance(error.__cause__, QuantAIError):  # what the body of the request raised
        return error.__cause__
    cause: BaseException | None = None
    kind: type[httpx.TransportError]
    text = str(error) or type(error).__name__
    if isinstance(error, aiohttp.ClientConnectorError):
        cause = error.os_error
        kind = httpx.ProxyError if isinstance(error, aiohttp.ClientProxyConnectionError) else httpx.ConnectError
        text = str(cause) or text
        if isinstance(error, aiohttp.ClientConnectorCertificateError):
            cause = error.certificate_error
    elif isinstance(error, aiohttp.ClientHttpProxyError):
        kind, text = httpx.ProxyError, f"{error.status} {error.message}"
    elif isinstance(error, aiohttp.ConnectionTimeoutError):
        kind = httpx.ConnectTimeout
    elif isinstance(error, asyncio.TimeoutError):
        kind = httpx.ReadTimeout
    elif isinstance(error.__cause__, aiohttp.ClientConnectionResetError):  # of its own, from before the write
        kind, text = httpx.ConnectError, "the server closed the connection before the request was sent"
    elif isinstance(error, aiohttp.ClientResponseError):
        kind, text = httpx.RemoteProtocolError, error.message or type(error).__name__
    elif isinstance(error, (aiohttp.InvalidURL, aiohttp.NonHttpUrlClientError, ValueError, TypeError)):
        kind = httpx.LocalProtocolError
        if isinstance(error, ssl.SSLError):
            kind, cause = httpx.ConnectError, error
    elif isinstance(error, (aiohttp.ClientPayloadError, aiohttp.ServerDisconnectedError)):
        kind = httpx.RemoteProtocolError
    else:
        kind = httpx.ReadError
    made = kind(text)
    made.__cause__ = cause
    return made


class TranslatedBody(httpx.AsyncByteStream):
    """A body whose reading fails with httpx's exceptions."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with translated():
            try:
                async for chunk in self._stream:
                    yield chunk
            except RuntimeError as error:  # aiohttp's, if another task closes the client
                raise httpx.ReadError(str(error)) from None

    async def aclose(self) -> None:
        with translated():
            await self._stream.aclose()
