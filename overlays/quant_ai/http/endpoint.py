"""Where the service is and who is asking: base URL, headers and token, and the requests made of them.

URLs and headers are built once and copied for each request; building them is most of what a small call costs. The
token lives in a closure, where no repr(), vars() or serialiser of objects comes across it.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode

import httpx
import orjson

from quant_ai_client.encoding import path_segment
from quant_ai_client.server import SERVER_URL
from quant_ai_client.types import UNSET

from .._version import __version__
from ..errors import ConfigurationError, OriginError

if TYPE_CHECKING:
    from quant_ai_client.operation import Operation, Request

USER_AGENT: Final = f"quant-ai/{__version__} python/{platform.python_version()} httpx/{httpx.__version__}"

_ORGANISATION: Final = "{org}"
_Headers = Callable[[str, str | None], httpx.Headers]


class Service:
    """The service as one organisation sees it.

    Args:
        token: API token.
        organisation: Machine name of the organisation.
        base_url: An origin, to which the document's path is added, or a full URL with `{org}` in it.
        headers: Sent with each request beside the package's own.
    """

    def __init__(self, token: str, organisation: str, base_url: str, headers: Mapping[str, str] | None = None) -> None:
        self.base_url = expand(base_url, organisation)
        self._origin = origin(httpx.URL(self.base_url))
        self._headers = _headers(token, dict(headers or {}))
        self._urls: dict[str, httpx.URL] = {}

        def changed(new_token: str | None, new_organisation: str | None, new_base_url: str | None) -> Service:
            return Service(new_token or token, new_organisation or organisation, new_base_url or base_url, headers)

        self.changed = changed

    def request(
        self, operation: Operation[Any], request: Request, timeout: MutableMapping[str, float | None]
    ) -> httpx.Request:
        """Build the request to send; `timeout` stays shared with it, so that it can be changed while it runs."""
        path, query, headers, body, content_type = request
        path = operation.base + path
        if not query:
            url = self._urls.get(path) or self._url(path, keep=request.path == operation.path)
        else:
            url = self._url(f"{path}?{urlencode(query, quote_via=quote)}")
        content: Any = None
        if body is not UNSET:
            content = orjson.dumps(body) if content_type == "application/json" else body
        made = httpx.Request(
            operation.method,
            url,
            headers=self._headers(operation.accept, None if content is None else content_type),
            content=content,
            extensions={"timeout": timeout},
        )
        if headers:
            made.headers.update(headers)
        return made

    def follow(self, target: str, sent: httpx.Request) -> httpx.URL:
        """Where a redirect leads.

        Raises:
            OriginError: It leads away from the configured origin.
        """
        try:
            url = sent.url.join(target)
        except httpx.InvalidURL as error:
            raise OriginError(f"{sent.method} {sent.url.path} was redirected to what is no URL", url=target) from error
        self.check_origin(url, f"{sent.method} {sent.url.path} was redirected to")
        return url

    def resolve(self, link: str, base: str = "") -> str:
        """The path, relative to a server, of a link in a reply: absolute, or relative to the organisation.

        Args:
            link: What the reply has.
            base: What leads from the base URL to the server; nothing if it is that.

        Raises:
            OriginError: It leads away from the configured origin, or out of the API.
        """
        if "://" in link or link.startswith("//"):
            url = httpx.URL(self.base_url).join(link)
            self.check_origin(url, "a link of the service points to")
            path = url.raw_path.decode("ascii")
        else:
            path = link if link.startswith("/") else f"/{link}"
        root = httpx.URL(self.base_url + base).raw_path.decode("ascii").rstrip("/")
        if path.startswith(f"{root}/"):
            found = path[len(root) :]
        else:  # a link such as "/ai/…" overlaps the end of the base URL
            last = f"/{root.rpartition('/')[2]}"
            found = path[len(last) :] if path.startswith(f"{last}/") else path
        if any(part in (".", "..") for part in found.partition("?")[0].split("/")) or ("://" in link and found == path):
            raise OriginError(f"a link of the service leads out of the API: {link}", url=link)
        return found

    def check_origin(self, url: httpx.URL, what: str) -> None:
        """Refuse a URL that the token must not be sent to.

        Raises:
            OriginError: It is not of the configured origin.
        """
        if origin(url) != self._origin:
            there = f"{url.scheme}://{url.netloc.decode('ascii', 'replace')}"
            scheme, host, port = self._origin
            raise OriginError(
                f"{what} {there}, which is not the configured origin {scheme}://{host}:{port}; it was not followed",
                url=str(url),
            )

    def _url(self, path: str, *, keep: bool = False) -> httpx.URL:
        url = httpx.URL(self.base_url + path)
        if keep:  # only paths without parameters, of which there are as many as operations
            self._urls[path] = url
        return url


def expand(base_url: str, organisation: str) -> str:
    """Complete a base URL.

    Raises:
        ConfigurationError: It is no URL, carries a password, or has a path in which no organisation is named.
    """
    what = f"base_url= (QUANT_BASE_URL) {base_url!r}"
    try:
        url = httpx.URL(base_url.replace(_ORGANISATION, "org"))
    except (httpx.InvalidURL, TypeError, AttributeError):
        raise ConfigurationError(f"{what} is not a URL") from None
    if url.scheme not in ("http", "https") or not url.host:
        raise ConfigurationError(f"{what} is not an http or https URL")
    if url.userinfo:
        raise ConfigurationError("base_url= (QUANT_BASE_URL) must not carry a user or password")
    if url.query or url.fragment:
        raise ConfigurationError(f"{what} must not have a query or fragment")
    full = base_url.rstrip("/")
    if url.path.strip("/") == "":
        full += httpx.URL(SERVER_URL.replace(_ORGANISATION, "org")).path.replace("/org/", f"/{_ORGANISATION}/", 1)
    elif _ORGANISATION not in base_url:
        raise ConfigurationError(
            f"{what} must be an origin such as https://api.quantcdn.io, or contain {_ORGANISATION}"
        )
    try:
        return full.replace(_ORGANISATION, path_segment(organisation, "organisation"))
    except ValueError as error:
        raise ConfigurationError(str(error)) from None


def origin(url: httpx.URL) -> tuple[str, str, int | None]:
    """What must be the same for two URLs to be of one origin: scheme, host and port."""
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)


def _headers(token: str, extra: Mapping[str, str]) -> _Headers:
    if not token.isascii() or not token.isprintable() or " " in token:
        raise ConfigurationError("token= (QUANT_API_TOKEN) has characters that cannot stand in a header")
    made: dict[tuple[str, str | None], httpx.Headers] = {}

    def headers(accept: str, content_type: str | None) -> httpx.Headers:
        key = accept, content_type
        if key not in made:
            built = httpx.Headers(extra)
            built.update(
                {"Accept": accept, "Accept-Encoding": "identity" if "event-stream" in accept else "gzip, deflate"}
            )
            built.update({"User-Agent": USER_AGENT, "Authorization": f"Bearer {token}"})
            if content_type is not None:
                built["Content-Type"] = content_type
            made[key] = built
        return made[key]

    return headers
