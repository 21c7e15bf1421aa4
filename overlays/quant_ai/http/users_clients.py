"""An HTTP client that the user passed in, with all that it brings: proxies, certificates, auth, cookies, hooks.

Each call is made with a copy of the client that shares its connections. So a cookie that the service sets is not kept,
and its response hooks run here, where one that raises leaves the call its error, and one that reads leaves it the body.
"""

from __future__ import annotations

import os
from contextlib import suppress
from copy import copy
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, Final

from ..errors import ConfigurationError
from .deadlines import enforce_deadlines
from .discarded import close_discarded
from .event_loops import current_loop
from .http_client import FOREIGN, REMOVED, HttpClient, redirects_checked
from .surplus import close_if_surplus

if TYPE_CHECKING:
    import httpx

    from .libraries import HttpLibrary

_DEFAULT_TIMEOUT: Final = 5.0
"""httpx's, which is too short for a model; it cannot be distinguished from one that the user chose."""


class UsersHttpClient(HttpClient):
    """A client of httpx or httpx2 that belongs to the user, who closes it.

    Raises:
        ConfigurationError: It has a setting that would take the place of one of this package.
    """

    def __init__(self, client: Any, library: HttpLibrary) -> None:
        super().__init__(client, library)
        _refuse_conflicts(client, library)
        for transport in _transports(client):
            enforce_deadlines(transport, library)
        self._is_aiohttp = any(type(each).__module__.startswith("httpx_aiohttp") for each in _transports(client))
        self._process, self._loop = os.getpid(), None

    @property
    def timeout(self) -> httpx.Timeout | None:
        timeout: httpx.Timeout = self.client.timeout
        return None if timeout == self.library.http.Timeout(_DEFAULT_TIMEOUT) else timeout

    def send(self, request: httpx.Request) -> httpx.Response:
        self.check()
        close_discarded()
        client, options = self._copy(request)
        with redirects_checked(request):
            response: httpx.Response = client.send(request, stream=True, follow_redirects=False, **options)
        try:
            for hook in self.client.event_hooks["response"]:
                with suppress(self.library.http.HTTPStatusError):  # raise_for_status(): checked later anyway
                    hook(response)
        except BaseException:
            response.close()
            raise
        return response

    async def send_async(self, request: httpx.Request) -> httpx.Response:
        self.check()
        self._check_loop()
        client, options = self._copy(request)
        with redirects_checked(request):
            response: httpx.Response = await self._sent(client, request, options)
        try:
            for hook in self.client.event_hooks["response"]:
                with suppress(self.library.http.HTTPStatusError):
                    await hook(response)
        except BaseException:
            await response.aclose()
            raise
        return response

    async def _sent(self, client: Any, request: Any, options: dict[str, Any]) -> Any:
        if not self._is_aiohttp:
            return await client.send(request, stream=True, follow_redirects=False, **options)
        from .aiohttp_failures import TranslatedBody, translated

        with translated():
            response = await client.send(request, stream=True, follow_redirects=False, **options)
        response.stream = TranslatedBody(response.stream)
        return response

    def check(self) -> None:
        """Refuse to send with a client that cannot send any more.

        Raises:
            ConfigurationError: The client is closed, or its connections belong to another process.
        """
        super().check()
        if self._process != os.getpid():
            if _has_connections(self.client):
                raise ConfigurationError(
                    "http_client= was used before this process was forked, and has connections that belong to the"
                    " parent; create it after the fork"
                )
            self._process = os.getpid()

    def end(self, response: httpx.Response) -> None:
        """Close a response, and its connection too if it must not be used again; see `surplus`."""
        close_if_surplus(response)
        response.close()

    async def end_async(self, response: httpx.Response) -> None:
        """Close a response, and its connection too if it must not be used again; see `surplus`."""
        close_if_surplus(response)
        await response.aclose()

    def close(self) -> None:
        """Leave it open."""

    async def close_async(self) -> None:
        """Leave it open."""

    def _check_loop(self) -> None:
        loop = current_loop()
        if self._loop is not None and self._loop is not loop and _has_connections(self.client):
            raise ConfigurationError(
                "http_client= has connections that belong to another event loop, such as that of an earlier"
                " asyncio.run; create it in this one"
            )
        self._loop = loop

    def _copy(self, request: Any) -> tuple[Any, dict[str, Any]]:
        client = copy(self.client)
        client.cookies = None
        if self.client.event_hooks["response"]:
            client.event_hooks = {"request": self.client.event_hooks["request"]}
        if FOREIGN in request.extensions:
            if not self._is_aiohttp:  # httpx-aiohttp sends what the URL shows
                self.hide(request)
            return client, {"auth": None}
        _add_settings(self.client, request, self.library)
        return client, {}


def _add_settings(client: Any, request: Any, library: HttpLibrary) -> None:
    """Add to a request what the user set on the client: headers, cookies, parameters."""
    removed = request.extensions.get(REMOVED, ())
    present = {name.lower() for name, _ in request.headers.raw}  # the bytes: each look-up by name decodes all headers
    added: list[tuple[bytes, bytes]] = []  # a name may come several times
    for raw_name, raw_value in client.headers.raw:
        key = raw_name.lower()
        name, value = key.decode("ascii"), raw_value.decode(client.headers.encoding)
        if name in removed:
            continue
        if key not in present:
            added.append((raw_name, raw_value))
        elif name == "host":
            request.headers[name] = value
        elif name == "user-agent" and not value.startswith(f"python-{library.name}/"):
            request.headers[name] = f"{value} {request.headers[name]}"
    if added:
        request.headers = library.http.Headers([*request.headers.raw, *added])
    if client.cookies:
        client.cookies.set_cookie_header(request)
    if client.params:
        given, more = request.url.query, str(client.params).encode("ascii")
        request.url = request.url.copy_with(query=b"&".join(filter(None, (given, more))))


def _refuse_conflicts(client: Any, library: HttpLibrary) -> None:
    http = library.http
    if isinstance(client.auth, (http.BasicAuth, http.DigestAuth, http.NetRCAuth)):
        raise ConfigurationError(
            "http_client= has auth=, which would take the place of the token; put a proxy's password into proxy="
        )
    if "authorization" in client.headers:
        raise ConfigurationError("http_client= has an Authorization header, which is where the token goes; pass token=")
    hooks = [hook for each in client.event_hooks.values() for hook in each]
    if isinstance(client, http.Client) and any(map(iscoroutinefunction, hooks)):
        raise ConfigurationError("http_client= has an async event hook, which a sync client never awaits")


def _transports(client: Any) -> list[Any]:
    """The transports of a client, by private names: httpx has no others. A test fails if they change."""
    return [client._transport, *client._mounts.values()]


def _has_connections(client: Any) -> bool:
    """Whether a client holds connections, which cannot be used in another process or event loop."""
    for transport in _transports(client):
        if getattr(getattr(transport, "_pool", None), "connections", None):
            return True
        session = getattr(transport, "client", None)  # of httpx-aiohttp
        if session is not None and not callable(session):
            return True
    return False
