"""httpx and httpx2: one interface under two names.

httpx2 is the maintained continuation of httpx. A client works with the library that its HTTP client comes from; nothing
else in this package asks which one it is.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib import import_module
from typing import Any, Final, NamedTuple

from ..errors import ConfigurationError


class HttpLibrary(NamedTuple):
    """One of the two libraries, with the library of its connections, by name.

    It does not hold their modules: a dump of a client's attributes would include the libraries.
    """

    name: str
    core_name: str

    def __repr__(self) -> str:
        return self.name

    @property
    def http(self) -> Any:
        """The module, such as httpx.

        Raises:
            ConfigurationError: It is not installed.
        """
        module = sys.modules.get(self.name)
        if module is not None:
            return module
        try:
            return import_module(self.name)
        except ImportError:
            raise ConfigurationError(
                f'http_client="{self.name}" needs the extra: pip install "quant-ai[{self.name}]"'
            ) from None

    @property
    def core(self) -> Any:
        """The module of its connections, such as httpcore."""
        return sys.modules.get(self.core_name) or import_module(self.core_name)


HTTPX: Final = HttpLibrary("httpx", "httpcore")
HTTPX2: Final = HttpLibrary("httpx2", "httpcore2")


class _InHints:
    """Stands for httpx2 in type hints, so that they can be resolved without it: its classes are Any then."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return getattr(HTTPX2.http, name)
        except ConfigurationError:
            return Any


HTTPX2_IN_HINTS: Final = _InHints()


class HttpClientKind(NamedTuple):
    """What kind of HTTP client an object is."""

    library: HttpLibrary
    is_async: bool


def kind_of(client: object) -> HttpClientKind | None:
    """The library of an HTTP client, and whether it is async; None if it is no client of either library."""
    for library in (HTTPX, HTTPX2):
        if library.name in sys.modules:  # an object cannot come from a library that nobody has imported
            if isinstance(client, library.http.Client):
                return HttpClientKind(library, False)
            if isinstance(client, library.http.AsyncClient):
                return HttpClientKind(library, True)
    return None


def http_failures() -> tuple[type[Exception], ...]:
    """What a call can fail with: the exceptions of the libraries that are in use. For `except`."""
    return _failures("httpx2" in sys.modules)


def http_timeouts() -> tuple[type[Exception], ...]:
    """Those of them that are timeouts."""
    return _timeouts("httpx2" in sys.modules)


@lru_cache(maxsize=2)
def _failures(both: bool) -> tuple[type[Exception], ...]:
    modules = [library.http for library in ((HTTPX, HTTPX2) if both else (HTTPX,))]
    return tuple(each for http in modules for each in (http.HTTPError, http.StreamError, http.InvalidURL))


@lru_cache(maxsize=2)
def _timeouts(both: bool) -> tuple[type[Exception], ...]:
    return tuple(library.http.TimeoutException for library in ((HTTPX, HTTPX2) if both else (HTTPX,)))
