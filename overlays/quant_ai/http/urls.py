"""Read URLs that others wrote: settings, links and redirects. Whatever is wrong with one is a `UrlError`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import httpx

if TYPE_CHECKING:
    from .libraries import HttpLibrary


_HOST: Final = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")


class UrlError(ValueError):
    """A text that is no http or https URL that a request can be sent to."""


def read_url(text: object, base: str | None = None) -> httpx.URL:
    """Read an absolute URL, or one relative to `base`.

    Raises:
        UrlError: It is no URL of a host.
    """
    if not isinstance(text, str):
        raise UrlError("is no text")
    try:
        url = httpx.URL(text) if base is None else httpx.URL(base).join(text)
        host, port = url.host, url.port
        host.encode("idna")  # the resolver will do so
        raw = url.raw_host.decode("ascii")
    except (httpx.InvalidURL, ValueError, TypeError) as error:  # ValueError: idna's, and codecs'
        raise UrlError(f"is not a URL: {error}") from None
    if url.scheme not in ("http", "https") or not host:
        raise UrlError("is not an http or https URL")
    if not _HOST.fullmatch(raw):
        raise UrlError("names no host")
    if url.userinfo:
        raise UrlError("must not contain a user or password")
    if port is not None and not 0 < port < 65536:
        raise UrlError(f"has port {port}, which does not exist")
    return url


def hidden(url: Any, library: HttpLibrary) -> Any:
    """The same URL, which does not show its path and query in logs: they may hold a signature."""
    return _hidden_class(library)(url)


@lru_cache(maxsize=2)
def _hidden_class(library: HttpLibrary) -> Any:
    def shown(self: httpx.URL) -> str:
        return f"{self.scheme}://{self.netloc.decode('ascii')}/(hidden)"

    return type("HiddenURL", (library.http.URL,), {"__str__": shown})
