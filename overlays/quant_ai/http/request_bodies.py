"""The bytes of a request, for httpx's sync and async transports.

httpx's own class makes a generator for each request. If sending is cancelled, trio warns of an async one that was left.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .libraries import HttpLibrary


def byte_stream(content: bytes, library: HttpLibrary) -> Any:
    """The bytes of a request, in the form that a library takes."""
    return _class_of(library)(content)


@lru_cache(maxsize=2)
def _class_of(library: HttpLibrary) -> Any:
    http = library.http
    return type("RequestBytes", (_Bytes, http.SyncByteStream, http.AsyncByteStream), {})


class _Bytes:
    def __init__(self, content: bytes) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        return iter((self._content,))

    def __aiter__(self) -> AsyncIterator[bytes]:
        return _Once(self._content)


class _Once:
    """An async iterator of one item, which needs no closing."""

    def __init__(self, content: bytes) -> None:
        self._left: bytes | None = content

    def __aiter__(self) -> _Once:
        return self

    async def __anext__(self) -> bytes:
        content, self._left = self._left, None
        if content is None:
            raise StopAsyncIteration
        return content
