"""Send replies: JSON in one piece, streams event by event, and both with the damage of a fault."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from starlette.types import Message, Send

from ..document.json_text import write_json
from ..document.operations import EVENT_STREAM
from ..state.faults import Fault
from ..state.journal import Entry
from ..state.request_context import StreamReply
from ..state.settings import Settings
from .connection import ClientConnection
from .faulty_replies import corrupt_body, corrupt_stream

Headers = list[tuple[bytes, bytes]]
BODILESS = (204, 205, 304)  # statuses that have no body
WITHOUT_LENGTH = (204, 304)  # those whose replies end with their head
_CONTROL_CHARACTERS = dict.fromkeys((*range(9), *range(10, 32), 127), " ")


def encode(body: Any) -> bytes:
    """A body as JSON."""
    return write_json(body)


def encode_headers(headers: Mapping[str, str]) -> Headers:
    """Headers as they are sent: with a space for every control character, which would end the header early."""
    return [
        (name.lower().encode(), value.translate(_CONTROL_CHARACTERS).encode("latin-1", "replace"))
        for name, value in headers.items()
    ]


async def send_body(
    client: ClientConnection, status: int, headers: Headers, body: bytes, fault: Fault | None = None
) -> None:
    """Send a reply in one piece."""
    if fault is not None and fault.kind is not None:
        await _send_corrupted(client, status, headers, body, fault)
        return
    if status in BODILESS:
        body = b""
    if status not in WITHOUT_LENGTH:
        headers.append((b"content-length", b"%d" % len(body)))
    if client.scope["method"] == "HEAD":
        body = b""
    await client.send({"type": "http.response.start", "status": status, "headers": headers})
    await client.send({"type": "http.response.body", "body": body})


async def send_stream(
    client: ClientConnection,
    headers: Headers,
    stream: StreamReply,
    settings: Settings,
    fault: Fault | None,
    entry: Entry,
) -> None:
    """Send a stream event by event or line by line, until it ends or the client disconnects."""
    if fault is not None and fault.kind == "drop":
        await client.reset()
        return
    kind, frames = stream.content_type, list(stream.frames)
    if kind == EVENT_STREAM:
        chunks, malformed = paced(frames, settings), b'event: content\ndata: {"delta": "bro\n\n'
        kind += "; charset=utf-8"
    else:
        chunks, malformed = (line_bytes(line, kind) for line in frames), b'{"broken": \n'
    if fault is not None and fault.kind is not None:
        chunks = corrupt_stream(fault, chunks, malformed, len(frames) - 1)
        kind = "text/html; charset=utf-8" if fault.kind == "content-type" else kind
    headers += [(b"content-type", kind.encode()), (b"cache-control", b"no-cache")]
    if client.scope["method"] == "HEAD":
        await client.send({"type": "http.response.start", "status": 200, "headers": headers})
        await client.send({"type": "http.response.body", "body": b""})
        return
    send = _in_one_piece(client.send) if client.scope["http_version"] == "1.0" else client.send
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    client.watch()
    entry.events = 0
    sent = bytearray()
    try:
        for chunk in chunks:
            if not isinstance(chunk, bytes):
                await client.pause(chunk)
            else:
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
                entry.events += 0 if chunk.startswith(b":") else 1
                sent += chunk
                await asyncio.sleep(0)  # sends the event, and notices a client that has disconnected
            if client.is_gone:
                entry.disconnected = True
                return
        if fault is not None and fault.kind == "reset":
            await client.reset()
            return
        await send({"type": "http.response.body", "body": b""})
    finally:
        entry.set_reply(bytes(sent))
        client.unwatch()


def paced(frames: Iterable[Mapping[str, Any]], settings: Settings) -> Iterator[bytes | float]:
    """The bytes of each event, with the pauses between them as numbers of seconds."""
    rate, first = settings.tokens_per_second, True
    for frame in frames:
        if frame.get("event") == "content" or b'"content"' in frame.get("data", "")[:20].encode():
            yield from _pause(settings.time_to_first_token if first else 1 / rate if rate else 0.0, settings.heartbeat)
            first = False
        yield frame_bytes(frame)


def frame_bytes(frame: Mapping[str, Any]) -> bytes:
    """The bytes of one event, with the empty line that ends it."""
    lines = [f"{field}: {frame[field]}" for field in ("id", "event", "retry") if field in frame]
    lines += [f"data: {line}" for line in str(frame.get("data", "")).split("\n")]
    return ("\n".join(lines) + "\n\n").encode()


def line_bytes(value: Any, content_type: str) -> bytes:
    """The bytes of one JSON line; in a JSON text sequence, a record separator begins it."""
    return (b"\x1e" if "json-seq" in content_type.lower() else b"") + write_json(value) + b"\n"


def _pause(seconds: float, heartbeat: float) -> Iterator[bytes | float]:
    while heartbeat and seconds > heartbeat:
        yield heartbeat
        yield b": ping\n\n"
        seconds -= heartbeat
    if seconds:
        yield float(seconds)


async def _send_corrupted(client: ClientConnection, status: int, headers: Headers, body: bytes, fault: Fault) -> None:
    if fault.kind == "drop":
        await client.reset()
        return
    length = len(body)
    corrupted = corrupt_body(fault, body) if status not in BODILESS else b""
    if fault.kind == "content-type":
        headers = [pair for pair in headers if pair[0] != b"content-type"] + [(b"content-type", b"text/html")]
    if status not in WITHOUT_LENGTH:
        length = length if corrupted else 0
        headers.append((b"content-length", b"%d" % (length if fault.kind == "reset" else len(corrupted))))
    await client.send({"type": "http.response.start", "status": status, "headers": headers})
    if fault.kind == "stall":
        half = len(corrupted) // 2 if fault.at is None else fault.at
        await client.send({"type": "http.response.body", "body": corrupted[:half], "more_body": True})
        await client.pause(fault.stall)
        corrupted = corrupted[half:]
    await client.send({"type": "http.response.body", "body": corrupted, "more_body": fault.kind == "reset"})
    if fault.kind == "reset":
        await asyncio.sleep(0)
        await client.reset()


def _in_one_piece(send: Send) -> Send:
    """Send a stream as a whole, with its length: HTTP/1.0 has no chunks."""
    start: Message = {}
    pieces: list[bytes] = []

    async def collect(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
            return
        pieces.append(message["body"])
        if not message.get("more_body"):
            body = b"".join(pieces)
            headers = [*start["headers"], (b"content-length", b"%d" % len(body))]
            await send({**start, "headers": headers})
            await send({"type": "http.response.body", "body": body})

    return collect
