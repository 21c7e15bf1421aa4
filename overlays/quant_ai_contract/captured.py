"""An exchange as it passed the recording proxy, byte for byte and with its times."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from .contract_operations import is_stream
from .exchange import NO_STATUS, Exchange, Headers, media_type

LARGEST_BODY: Final = 64 * 1024 * 1024  # bytes of one body that are kept; more pass, and are not recorded
READABLE: Final = ("gzip", "deflate", "identity")
"""The content encodings that can be read, and so searched for secrets."""

HeaderList = list[tuple[str, str]]


class Body:
    """The chunks of a body as they came, with their times, as long as they are not too many bytes."""

    def __init__(self) -> None:
        self.chunks: list[bytes] = []
        self.times: list[float] = []
        self.size = 0
        self.is_kept = True

    def add(self, chunk: bytes, milliseconds: float) -> None:
        """Keep a chunk."""
        self.size += len(chunk)
        if self.size > LARGEST_BODY:
            self.is_kept = False
            self.chunks.clear()
            self.times.clear()
        if self.is_kept:
            self.chunks.append(chunk)
            self.times.append(milliseconds)


@dataclass
class CapturedExchange:
    """A request and its reply. Of a reply that did not come whole, `error` says why."""

    method: str
    url: str
    http_version: str
    started: float
    """Seconds since 1970."""
    request_headers: HeaderList
    request: Body = field(default_factory=Body)
    status: int = NO_STATUS
    reason: str = ""
    reply_headers: HeaderList = field(default_factory=list)
    reply: Body = field(default_factory=Body)
    head_at: float = 0.0
    """Milliseconds from the start to the head of the reply."""
    ended_at: float = 0.0
    error: str = ""

    def readable(self) -> ReadableExchange:
        """The exchange with its bodies decompressed."""
        request, reply = Headers(self.request_headers), Headers(self.reply_headers)
        sent = _decompressed(self.request, request.get("content-encoding", ""), broken=False)
        got = _decompressed(self.reply, reply.get("content-encoding", ""), broken=bool(self.error))
        return ReadableExchange(self, request, reply, sent, got)


@dataclass(frozen=True)
class ReadableExchange:
    """A captured exchange whose bodies are decompressed. A body is None if it cannot be read, or was not kept."""

    captured: CapturedExchange
    request_headers: Headers
    reply_headers: Headers
    request_chunks: Sequence[bytes] | None
    reply_chunks: Sequence[bytes] | None

    @property
    def request_body(self) -> bytes | None:
        return None if self.request_chunks is None else b"".join(self.request_chunks)

    @property
    def reply_body(self) -> bytes | None:
        return None if self.reply_chunks is None else b"".join(self.reply_chunks)

    @property
    def as_exchange(self) -> Exchange:
        """The exchange as it is checked. Of a reply that did not come whole, only events and lines are judged."""
        request, reply, captured = self.request_body, self.reply_body, self.captured
        streamed = is_stream(media_type(self.reply_headers.get("content-type", "")))
        return Exchange(
            method=captured.method,
            url=captured.url,
            status=captured.status,
            request_headers=self.request_headers,
            request_body=request or b"",
            reply_headers=self.reply_headers,
            reply_body=reply or b"",
            request_body_known=request is not None,
            reply_body_known=reply is not None and (streamed or not captured.error),
            reply_body_cut=streamed and bool(captured.error),
            reply_pieces=len(captured.reply.chunks) if captured.reply.is_kept else None,
            started=captured.started,
            ended=captured.started + captured.ended_at / 1000,
        )


def _decompressed(body: Body, encoding: str, *, broken: bool) -> list[bytes] | None:
    """The chunks of a body without its content encoding; None if that is not possible."""
    kind = encoding.strip().lower()
    if not body.is_kept:
        return None
    if kind in ("", "identity") or not body.size:
        return body.chunks
    if kind not in ("gzip", "x-gzip", "deflate"):
        return None
    try:
        return list(_inflated(body.chunks, raw=kind == "deflate", broken=broken))
    except (zlib.error, ValueError):
        return None


def _inflated(chunks: Sequence[bytes], *, raw: bool, broken: bool) -> Iterable[bytes]:
    """Decompress chunk by chunk. A stream that breaks off may end anywhere."""
    bits = zlib.MAX_WBITS | 32
    if raw and chunks[0][:1] not in (b"\x78", b"\x1f"):  # some servers leave out the head of zlib
        bits = -zlib.MAX_WBITS
    part = zlib.decompressobj(bits)
    left = LARGEST_BODY
    for chunk in chunks:
        found = part.decompress(chunk, left + 1)
        left -= len(found)
        if left < 0:
            raise ValueError("too large")
        yield found
    if not part.eof and not broken:
        raise ValueError("cut short")
