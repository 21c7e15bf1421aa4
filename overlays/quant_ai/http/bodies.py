"""Read a body within limits: of size after decompression, and of requested encodings. No I/O."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import Any, Final

ACCEPTED: Final = "gzip, deflate"
"""The encodings that requests ask for."""
DEFAULT_SIZE: Final = 256 * 1024 * 1024
"""Bytes of a decompressed reply."""

_PIECE: Final = 1024 * 1024
_GZIP: Final = zlib.MAX_WBITS | 16
_GZIP_HEAD: Final = b"\x1f\x8b"


class BodyError(Exception):
    """A body that is not in its declared encoding, or in one that was not requested."""


class BodyTooLargeError(Exception):
    """A body that has more bytes than the limit."""


class BodyDecoder:
    """Decodes one body, in pieces of at most 1 MiB, so that a few bytes cannot become gigabytes at once.

    Args:
        headers: The response's headers.
        limit: Bytes of the whole body, decoded; None for no limit.

    Raises:
        BodyError: The encoding was not requested.
    """

    def __init__(self, headers: Mapping[str, str], limit: int | None = None) -> None:
        self._limit, self._size = limit, 0
        self._encoding = encoding_of(headers)
        self._inflate: Any = None
        self._head = b""
        self._started = False
        if self._encoding is not None:
            self._inflate = zlib.decompressobj(_GZIP)

    @property
    def is_encoded(self) -> bool:
        """Whether there is anything to decode."""
        return self._inflate is not None

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Decode the next bytes.

        Raises:
            BodyError: They are not in the body's encoding.
            BodyTooLargeError: The body has more bytes than the limit.
        """
        if self._inflate is None:
            yield self._counted(chunk)
            return
        if not self._started:
            chunk = self._head = self._head + chunk
            if self._encoding == "deflate":
                if len(chunk) < 2:
                    return
                # Some send deflate without the head of zlib, which says the method and can be divided by 31.
                bare = chunk[0] & 15 != 8 or int.from_bytes(chunk[:2]) % 31
                self._inflate = zlib.decompressobj(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS)
            self._head, self._started = b"", bool(chunk)
        while chunk:
            if self._inflate.eof:  # gzip may come in several members; whatever else follows is not part of it
                if self._encoding != "gzip" or not chunk.startswith(_GZIP_HEAD):
                    return
                self._inflate = zlib.decompressobj(_GZIP)
            try:
                piece = self._inflate.decompress(chunk, _PIECE)
            except zlib.error as error:
                raise BodyError(f"its {self._encoding} is broken: {error}") from None
            chunk = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail
            if piece:
                yield self._counted(piece)

    def take_decoded(self, content: bytes) -> bytes:
        """Take a whole body that has been decoded elsewhere.

        Raises:
            BodyTooLargeError: The body has more bytes than the limit.
        """
        return self._counted(content)

    def end(self) -> None:
        """Take the end of the body.

        Raises:
            BodyError: Its encoding goes on.
        """
        if self._inflate is not None and (self._head or self._started) and not self._inflate.eof:
            raise BodyError(f"its {self._encoding} is incomplete")

    def _counted(self, piece: bytes) -> bytes:
        self._size += len(piece)
        if self._limit is not None and self._size > self._limit:
            raise BodyTooLargeError(f"more than {self._limit:,} bytes")
        return piece


def encoding_of(headers: Mapping[str, str]) -> str | None:
    """The encoding of a body; None if it has none.

    Raises:
        BodyError: It was not requested.
    """
    named = headers.get("content-encoding", "")
    found = [each for each in (part.strip().lower() for part in named.split(",")) if each not in ("", "identity")]
    if not found:
        return None
    encoding = {"x-gzip": "gzip"}.get(found[0], found[0])
    if len(found) > 1 or encoding not in ("gzip", "deflate"):
        raise BodyError(f"its Content-Encoding is {named[:100]!r}, and {ACCEPTED} were requested")
    return encoding
