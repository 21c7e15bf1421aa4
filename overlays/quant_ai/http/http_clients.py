"""Choose the HTTP client: the package's own, over one of the libraries, or the one that the user passed in."""

from __future__ import annotations

from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

from ..errors import ConfigurationError
from .http_client import HttpClient
from .libraries import HTTPX, HTTPX2, kind_of


def http_client_for(given: object) -> HttpClient:
    """The HTTP client of a `QuantAI`.

    Raises:
        ConfigurationError: What was given cannot be used.
    """
    if given is None or given == "httpx2":
        from .connections import Connections

        library = HTTPX if given is None else HTTPX2
        transport = Connections(library)
        client = library.http.Client(transport=transport, cookies=_no_cookies(), trust_env=False)
        return HttpClient(client, library, transport)
    if given == "aiohttp":
        raise ConfigurationError('http_client="aiohttp" is for AsyncQuantAI; QuantAI takes "httpx2" or an httpx.Client')
    return _users_client(given, is_async=False)


def http_client_for_async(given: object) -> HttpClient:
    """The HTTP client of an `AsyncQuantAI`.

    Raises:
        ConfigurationError: What was given cannot be used.
    """
    transport: Any
    if given is None or given == "httpx2":
        from .async_connections import AsyncConnections

        library = HTTPX if given is None else HTTPX2
        transport = AsyncConnections(library)
    elif given == "aiohttp":
        try:
            from .aiohttp_transport import AiohttpTransport
        except ImportError:
            raise ConfigurationError('http_client="aiohttp" needs the extra: pip install "quant-ai[aiohttp]"') from None

        library, transport = HTTPX, AiohttpTransport()
    else:
        return _users_client(given, is_async=True)
    client = library.http.AsyncClient(transport=transport, cookies=_no_cookies(), trust_env=False)
    return HttpClient(client, library, transport)


def _users_client(given: object, *, is_async: bool) -> HttpClient:
    from .users_clients import UsersHttpClient

    kind = kind_of(given)
    wanted = 'an httpx.AsyncClient, an httpx2.AsyncClient, "httpx2" or "aiohttp"'
    if not is_async:
        wanted = 'an httpx.Client, an httpx2.Client or "httpx2"'
    name = "AsyncQuantAI" if is_async else "QuantAI"
    if kind is None:
        shown = repr(given) if isinstance(given, str) else f"a {type(given).__module__}.{type(given).__qualname__}"
        raise ConfigurationError(f"http_client= of {name} is {wanted}, not {shown}")
    if kind.is_async != is_async:
        other = "QuantAI" if is_async else "AsyncQuantAI"
        raise ConfigurationError(f"http_client= of {name} is {wanted}; {type(given).__name__} is for {other}")
    return UsersHttpClient(given, kind.library)


def _no_cookies() -> CookieJar:
    """Keeps no cookie: one that was set for one organisation would be sent for another."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))
