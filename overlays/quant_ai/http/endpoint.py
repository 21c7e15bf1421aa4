"""The endpoint of the API: base URL, headers and token, and the httpx requests built from them.

URLs and headers are built once and reused, because building them is most of the cost of a small call. The token is
kept in a closure, so that repr(), vars() and object serialisers do not reveal it.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from quant_ai_client.encoding import path_segment, query_string
from quant_ai_client.server import SERVER_URL, SERVER_VARIABLES
from quant_ai_client.types import UNSET

from .._version import __version__
from ..errors import ConfigurationError, OriginError, printable
from ..json_text import dumps
from .additions import merged_headers
from .bodies import ACCEPTED
from .hidden_token import ErrorsWithoutToken
from .http_client import REMOVED
from .libraries import HTTPX
from .request_bodies import byte_stream
from .urls import UrlError, read_url

if TYPE_CHECKING:
    import httpx

    from quant_ai_client.operation import Operation, Request

    from .libraries import HttpLibrary

USER_AGENT: Final = f"quant-ai/{__version__} python/{platform.python_version()}"

_ORGANISATION: Final = "{org}"
_Headers = Callable[[str, str | None], "httpx.Headers"]


class Endpoint:
    """The API of one organisation, as seen with one token.

    Args:
        token: API token.
        organisation: Machine name of the organisation.
        base_url: An origin, to which the spec's path is added, or a full URL that contains `{org}`.
        headers: Sent with each request; they replace the package's own, and None removes one.
        library: Whose requests to build.
        agent: What sends them, for the User-Agent header; the library by default.
    """

    def __init__(
        self,
        token: str,
        organisation: str,
        base_url: str,
        headers: Mapping[str, str | None] | None = None,
        *,
        library: HttpLibrary = HTTPX,
        agent: str | None = None,
    ) -> None:
        self.base_url = expand_base_url(base_url, organisation)
        self._organisation = path_segment(organisation, "organisation")
        self.library = library
        self.origin = origin(read_url(self.base_url))
        """Scheme, host and port of the base URL."""
        agent = agent or f"{library.name}/{library.http.__version__}"
        self._headers = _headers(token, f"{USER_AGENT} {agent}", dict(headers or {}), library)
        self._removed = frozenset(name.lower() for name, value in (headers or {}).items() if value is None)
        self._urls: dict[str, httpx.URL] = {}
        self.errors_without_token = ErrorsWithoutToken(token)
        """A block for each call, whose errors do not show the token."""

        def replace(
            new_token: str | None,
            new_organisation: str | None,
            new_base_url: str | None,
            new_headers: Mapping[str, str | None] | None,
        ) -> Endpoint:
            where = new_token or token, new_organisation or organisation, new_base_url or base_url
            merged = merged_headers(headers or {}, new_headers or {})
            return Endpoint(*where, merged, library=library, agent=agent)

        self.replace = replace
        """A new endpoint with another token, organisation or base URL, where None keeps the present one, and with more
        headers.
        """

    def request(
        self, operation: Operation[Any], request: Request, timeout: MutableMapping[str, float | None]
    ) -> httpx.Request:
        """Build the httpx request. It refers to `timeout`, which may therefore be changed while the request runs."""
        path, query, headers, body, content_type = request
        path = self._base_of(operation) + path
        if not query:
            url = self._urls.get(path) or self._url(path, keep=request.path == operation.path)
        else:
            url = self._url(f"{path}?{query_string(query)}")
        content: Any = None
        if body is not UNSET:
            content = dumps(body) if request.is_json else body
        built: httpx.Request = self.library.http.Request(
            operation.method,
            url,
            headers=self._headers(operation.accept, None if content is None else content_type),
            content=content,
            extensions={"timeout": timeout, REMOVED: self._removed},
        )
        if headers:
            built.headers.update(headers)
        if operation.public:
            built.headers.pop("Authorization", None)
        if isinstance(content, bytes):
            built.stream = byte_stream(content, self.library)
        return built

    def _base_of(self, operation: Operation[Any]) -> str:
        """What leads to the operation's own server; that may name the organisation again."""
        return operation.base.replace(_ORGANISATION, self._organisation)

    def redirect_target(self, target: str, sent: httpx.Request, operation: Operation[Any]) -> httpx.URL:
        """The URL that a redirect leads to.

        Raises:
            OriginError: It leads away from the configured origin, or out of the operation's part of the API.
        """
        what = f"{sent.method} {sent.url.path} was redirected to"
        try:
            url = read_url(target, str(sent.url))
        except UrlError as error:
            raise OriginError(f"{what} a URL that {error}", url=printable(target)) from None
        self.check_origin(url, what)
        # Elsewhere on the same host there may be another organisation, or a service that must not see the token.
        root, path = self._root(self._base_of(operation)), url.raw_path.decode("ascii")
        if not _in_one_spelling(path).startswith(f"{_in_one_spelling(root)}/") or _climbs(path):
            raise OriginError(
                f"{what} {printable(url.path)}, which is outside of {root}; it was not followed",
                url=printable(str(url)),
            )
        found: httpx.URL = self.library.http.URL(str(url))
        return found

    def resolve_link(self, link: str, base: str = "") -> str:
        """The path of a link in a reply, relative to a server of the spec.

        Args:
            link: The link: absolute, or relative to the organisation.
            base: The server's path, relative to the base URL.

        Raises:
            OriginError: The link leads away from the configured origin, or out of the API.
        """
        if "://" in link or link.startswith("//"):
            try:
                url = read_url(link, self.base_url)
            except UrlError as error:
                raise OriginError(f"a link of the service {error}: {link}", url=printable(link)) from None
            self.check_origin(url, "a link of the service points to")
            path = url.raw_path.decode("ascii")
        else:
            path = link if link.startswith("/") else f"/{link}"
        root = self._root(base)
        if _in_one_spelling(path).startswith(f"{_in_one_spelling(root)}/"):
            found = path[len(root) :]
        else:  # a link such as "/ai/..." repeats the last segment of the base URL
            last = f"/{root.rpartition('/')[2]}"
            found = path[len(last) :] if path.startswith(f"{last}/") else path
        if _climbs(found) or ("://" in link and found == path):
            raise OriginError(f"a link of the service leads out of the API: {link}", url=link)
        return found

    def check_origin(self, url: httpx.URL, what: str) -> None:
        """Refuse a URL that the token must not be sent to.

        Raises:
            OriginError: The URL has another origin than the configured one.
        """
        if origin(url) != self.origin:
            other = f"{url.scheme}://{url.netloc.decode('ascii')}"
            scheme, host, port = self.origin
            raise OriginError(
                f"{what} {other}, which is not the configured origin {scheme}://{host}:{port}; it was not followed",
                url=str(url),
            )

    def _root(self, base: str) -> str:
        """The path of a server of the spec, relative to the origin."""
        return read_url(self.base_url + base).raw_path.decode("ascii").rstrip("/")

    def _url(self, path: str, *, keep: bool = False) -> httpx.URL:
        url: httpx.URL = self.library.http.URL(self.base_url + path)
        if keep:  # only paths without parameters, so that there is one URL for each operation at most
            self._urls[path] = url
        return url


def _climbs(path: str) -> bool:
    """Whether a path has segments that servers may take for "one level up", in any spelling."""
    segments = unquote(path.partition("?")[0]).replace("\\", "/").split("/")
    return "." in segments or ".." in segments


def _in_one_spelling(path: str) -> str:
    """The path with "organisations" for "organizations"; the service reads both, and both are equally long."""
    return path.replace("/organizations/", "/organisations/", 1)


def expand_base_url(base_url: str, organisation: str) -> str:
    """Complete a base URL with the spec's path and the organisation.

    Raises:
        ConfigurationError: It is not a URL, contains a password, or has a path without `{org}`.
    """
    what = f"base_url= (QUANT_BASE_URL) {base_url!r}"
    if not isinstance(base_url, str):
        raise ConfigurationError(f"{what} must be a str")
    if base_url.strip() != base_url:
        raise ConfigurationError(f"{what} is not a URL")
    base_url = _filled(base_url)
    try:
        url = read_url(base_url.replace(_ORGANISATION, "org"))
    except UrlError as error:
        shown = "base_url= (QUANT_BASE_URL)" if "@" in base_url else what
        raise ConfigurationError(f"{shown} {error}") from None
    if url.query or url.fragment:
        raise ConfigurationError(f"{what} must not have a query or fragment")
    full = base_url.rstrip("/")
    if url.path.strip("/") == "":
        full += read_url(_filled(SERVER_URL).replace(_ORGANISATION, "org")).path.replace(
            "/org/", f"/{_ORGANISATION}/", 1
        )
    elif _ORGANISATION not in base_url:
        raise ConfigurationError(
            f"{what} must be an origin such as https://api.quantcdn.io, or contain {_ORGANISATION}"
        )
    try:
        return full.replace(_ORGANISATION, path_segment(organisation, "organisation"))
    except ValueError as error:
        raise ConfigurationError(str(error)) from None


def _filled(url: str) -> str:
    """A URL of the spec with its variables, but for the organisation."""
    for name, default in SERVER_VARIABLES.items():
        if f"{{{name}}}" != _ORGANISATION:
            url = url.replace(f"{{{name}}}", default)
    return url


def origin(url: httpx.URL) -> tuple[str, str, int | None]:
    """The scheme, host and port of a URL."""
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)


def _headers(token: str, agent: str, own: Mapping[str, str | None], library: HttpLibrary) -> _Headers:
    if not isinstance(token, str):
        raise ConfigurationError(f"token= (QUANT_API_TOKEN) must be a str, not {type(token).__name__}")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise ConfigurationError("token= (QUANT_API_TOKEN) contains characters that are not allowed in a header")
    cache: dict[tuple[str, str | None], httpx.Headers] = {}

    def headers(accept: str, content_type: str | None) -> httpx.Headers:
        key = accept, content_type
        if key not in cache:
            from quant_ai_client.operation import is_stream

            built: httpx.Headers = library.http.Headers(
                {
                    "Accept": accept,
                    "Accept-Encoding": "identity" if is_stream(accept) else ACCEPTED,
                    "User-Agent": agent,
                }
            )
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
