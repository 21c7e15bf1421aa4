"""Turn the URLs of a service into those of the proxy in front of it, wherever chunks of a body are cut.

A service may name itself in bodies and events: where to poll, where to upload. A client takes only URLs of the origin
that it talks to, and requests to the service itself would not be recorded.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import urlsplit

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_FIRST: Final = b"h"  # of http:// and https://
_AFTER: Final = rb"(?![0-9A-Za-z.:@_-])"
"""What follows an origin is none of these: it would be another origin."""


class _Spellings(NamedTuple):
    """How an origin can stand in a body."""

    names: tuple[bytes, ...]
    longest: int
    host: bytes
    pattern: re.Pattern[bytes]


@lru_cache
def _spellings(origin: str) -> _Spellings:
    parts = urlsplit(origin)
    plain = [origin]
    if parts.port is None and parts.scheme in _DEFAULT_PORTS:
        plain.append(f"{origin}:{_DEFAULT_PORTS[parts.scheme]}")
    names = tuple(one.encode() for text in plain for one in (text, text.replace("/", "\\/")))
    choices = b"|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return _Spellings(names, max(map(len, names)), parts.netloc.encode(), re.compile(b"(?:" + choices + b")" + _AFTER))


class OwnUrls:
    """Replaces an origin in the chunks of one body, also where JSON escapes its slashes."""

    def __init__(self, origin: str, own: str) -> None:
        """Begin a body.

        Args:
            origin: The origin of the service.
            own: The origin of the proxy.
        """
        self._origin = _spellings(origin)
        self._own = own.encode()
        self._held = b""

    def feed(self, chunk: bytes) -> bytes:
        """What can be passed on of the body so far. The beginning of a URL is held back until it is whole."""
        data = self._held + chunk
        begin = len(data) - self._open(data)
        self._held = data[begin:]
        return self._replaced(data[:begin])

    def end(self) -> bytes:
        """What was held back."""
        data, self._held = self._held, b""
        return self._replaced(data)

    def _replaced(self, data: bytes) -> bytes:
        if self._origin.host not in data:
            return data
        return self._origin.pattern.sub(lambda found: self._like(found[0]), data)

    def _like(self, found: bytes) -> bytes:
        return self._own.replace(b"/", b"\\/") if b"\\" in found else self._own

    def _open(self, data: bytes) -> int:
        """How many bytes at the end may be the beginning of the origin."""
        at = data.find(_FIRST, max(0, len(data) - self._origin.longest))
        while at >= 0:
            if any(name.startswith(data[at:]) for name in self._origin.names):
                return len(data) - at
            at = data.find(_FIRST, at + 1)
        return 0
