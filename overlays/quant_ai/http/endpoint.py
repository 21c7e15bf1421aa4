"""The endpoint of the API: base URL, headers and token, and the httpx requests built from them.

URLs and headers are built once and reused, because building them is most of the cost of a small call. The token is
kept in a closure, so that repr(), vars() and object serialisers do not reveal it.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode

import httpx

from quant_ai_client.encoding import path_segment
from quant_ai_client.server import SERVER_URL
from quant_ai_client.types import UNSET

from .._version import __version__
from ..errors import ConfigurationError, OriginError
from ..json_text import dumps
from .additions import merged_headers

if TYPE_CHECKING:
    from quant_ai_client.operation import Operation, Request

USER_AGENT: Final = f"quant-ai/{__version__} python/{platform.python_version()} httpx/{httpx.__version__}"

_ORGANISATION: Final = "{org}"
_Headers = Callable[[str, str | None], httpx.Headers]


class Endpoint:
    """The API of one organisation, as seen with one token.

    Args:
        token: API token.
        organisation: Machine name of the organisation.
        base_url: An origin, to which the spec's path is added, or a full URL that contains `{org}`.
        headers: Sent with each request in addition to the package's own, which win.
        own_headers: The same, but these win over the package's own; None removes a header.
    """

    def __init__(
        self,
        token: str,
        organisation: str,
        base_url: str,
        headers: Mapping[str, str] | None = None,
        own_headers: Mapping[str, str | None] | None = None,
    ) -> None:
        self.base_url = expand_base_url(base_url, organisation)
        self._origin = origin(httpx.URL(self.base_url))
        self._headers = _headers(token, dict(headers or {}), dict(own_headers or {}))
        self._urls: dict[str, httpx.URL] = {}

        def replace(
            new_token: str | None,
            new_organisation: str | None,
            new_base_url: str | None,
            new_headers: Mapping[str, str | None] | None,
        ) -> Endpoint:
            where = new_token or token, new_organisation or organisation, new_base_url or base_url
            return Endpoint(*where, headers, merged_headers(own_headers or {}, new_headers or {}))

        self.replace = replace
        """A new endpoint with another token, organisation or base URL, where None keeps the present one, and with more
        headers.
        """

    def request(
        self, operation: Operation[Any], request: Request, timeout: MutableMapping[str, float | None]
    ) -> httpx.Request:
        """Build the httpx request. It refers to `timeout`, which may therefore be changed while the request runs."""
        path, query, headers, body, content_type = request
        path = operation.base + path
        if not query:
            url = self._urls.get(path) or self._url(path, keep=request.path == operation.path)
        else:
            url = self._url(f"{path}?{urlencode(query, quote_via=quote)}")
        content: Any = None
        if body is not UNSET:
            content = dumps(body) if request.is_json else body
        built = httpx.Request(
            operation.method,
            url,
            headers=self._headers(operation.accept, None if content is None else content_type),
            content=content,
            extensions={"timeout": timeout},
        )
        if headers:
            built.headers.update(headers)
        return built

    def redirect_target(self, target: str, sent: httpx.Request) -> httpx.URL:
        """The URL that a redirect leads to.

        Raises:
            OriginError: It leads away from the configured origin.
        """
        try:
            url = sent.url.join(target)
        except httpx.InvalidURL as error:
            raise OriginError(f"{sent.method} {sent.url.path} was redirected to an invalid URL", url=target) from error
        self.check_origin(url, f"{sent.method} {sent.url.path} was redirected to")
        return url

    def resolve_link(self, link: str, base: str = "") -> str:
        """The path of a link in a reply, relative to a server of the spec.

        Args:
            link: The link: absolute, or relative to the organisation.
            base: The server's path, relative to the base URL.

        Raises:
            OriginError: The link leads away from the configured origin, or out of the API.
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
        else:  # a link such as "/ai/..." repeats the last segment of the base URL
            last = f"/{root.rpartition('/')[2]}"
            found = path[len(last) :] if path.startswith(f"{last}/") else path
        if any(part in (".", "..") for part in found.partition("?")[0].split("/")) or ("://" in link and found == path):
            raise OriginError(f"a link of the service leads out of the API: {link}", url=link)
        return found

    def check_origin(self, url: httpx.URL, what: str) -> None:
        """Refuse a URL that the token must not be sent to.

        Raises:
            OriginError: The URL has another origin than the configured one.
        """
        if origin(url) != self._origin:
            other = f"{url.scheme}://{url.netloc.decode('ascii', 'replace')}"
            scheme, host, port = self._origin
            raise OriginError(
                f"{what} {other}, which is not the configured origin {scheme}://{host}:{port}; it was not followed",
                url=str(url),
            )

    def _url(self, path: str, *, keep: bool = False) -> httpx.URL:
        url = httpx.URL(self.base_url + path)
        if keep:  # only paths without parameters, so that there is one URL for each operation at most
            self._urls[path] = url
        return url


def expand_base_url(base_url: str, organisation: str) -> str:
    """Complete a base URL with the spec's path and the organisation.

    Raises:
        ConfigurationError: It is not a URL, contains a password, or has a path without `{org}`.
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
    """The scheme, host and port of a URL."""
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)


def _headers(token: str, extra: Mapping[str, str], own: Mapping[str, str | None]) -> _Headers:
    if not token.isascii() or not token.isprintable() or " " in token:
        raise ConfigurationError("token= (QUANT_API_TOKEN) has characters that cannot stand in a header")
    cache: dict[tuple[str, str | None], httpx.Headers] = {}

    def headers(accept: str, content_type: str | None) -> httpx.Headers:
        key = accept, content_type
        if key not in cache:
            built = httpx.Headers(extra)
            built.update(
                {"Accept": accept, "Accept-Encoding": "identity" if "event-stream" in accept else "gzip, deflate"}
            )
            built["User-Agent"] = USER_AGENT
            for name, value in own.items():
                if value is None:
                    built.pop(name, None)
                else:
                    built[name] = value
            built["Authorization"] = f"Bearer {token}"
            if content_type is not None:
                built["Content-Type"] = content_type
            cache[key] = built
        return cache[key]

    return headers
