"""Send replies: JSON in one piece, streams event by event, and both as broken as a fault wants them."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson
from starlette.types import Message, Receive, Scope, Send

from ..state.faults import Fault
from ..state.journal import Entry
from ..state.settings import Settings
from .faulty_replies import corrupt_body, corrupt_events

TRANSPORT = "quant_ai_mock.transport"  # the extension of the ASGI scope under which server.py leaves the connection
Headers = list[tuple[bytes, bytes]]


def encode(body: Any) -> bytes:
    return orjson.dumps(body)


async def send_body(
    scope: Scope, receive: Receive, send: Send, status: int, headers: Headers, body: bytes, fault: Fault | None = None
) -> None:
    """Send a reply in one piece."""
    if fault is not None and fault.kind is not None:
        await _send_spoiled(scope, receive, send, status, headers, body, fault)
        return
    headers.append((b"content-length", b"%d" % len(body)))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def send_events(
    scope: Scope,
    receive: Receive,
    send: Send,
    headers: Headers,
    frames: Iterable[Mapping[str, Any]],
    settings: Settings,
    fault: Fault | None,
    entry: Entry,
) -> None:
    """Send a stream, each event by itself as soon as it is there, until it ends or the client goes."""
    if fault is not None and fault.kind == "drop":
        await abort(scope, receive)
        return
    chunks = paced(frames, settings)
    if fault is not None and fault.kind is not None:
        chunks = corrupt_events(fault, chunks)
    kind = b"text/html" if fault is not None and fault.kind == "content-type" else b"text/event-stream"
    headers += [(b"content-type", kind + b"; charset=utf-8"), (b"cache-control", b"no-cache")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    gone = asyncio.ensure_future(_gone(receive))
    entry.events = 0
    try:
        for chunk in chunks:
            if not isinstance(chunk, bytes):
                await asyncio.wait({gone}, timeout=chunk)
            else:
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
                entry.events += 0 if chunk.startswith(b":") else 1
                await asyncio.sleep(0)  # lets the event out, and lets a client that went be noticed
            if gone.done():
                entry.disconnected = True
                return
        if fault is not None and fault.kind == "reset":
            await abort(scope, receive)
            return
        await send({"type": "http.response.body", "body": b""})
    finally:
        gone.cancel()


def paced(frames: Iterable[Mapping[str, Any]], settings: Settings) -> Iterator[bytes | float]:
    """The bytes of each event, with the pauses between them as numbers of seconds."""
    rate, first = settings.tokens_per_second, True
    for frame in frames:
        if frame.get("event") == "content" or b'"content"' in frame.get("data", "")[:20].encode():
            yield from _pause(settings.time_to_first_token if first else 1 / rate if rate else 0.0, settings.heartbeat)
            first = False
        yield frame_bytes(frame)


def frame_bytes(frame: Mapping[str, Any]) -> bytes:
    """One event as it goes over the wire, with the empty line that ends it."""
    lines = [f"{field}: {frame[field]}" for field in ("id", "event", "retry") if field in frame]
    lines += [f"data: {line}" for line in str(frame.get("data", "")).split("\n")]
    return ("\n".join(lines) + "\n\n").encode()


async def abort(scope: Scope, receive: Receive) -> None:
    """Break the connection, so that the client sees it reset."""
    transport: asyncio.Transport | None = scope.get("extensions", {}).get(TRANSPORT)
    if transport is None:
        raise ConnectionResetError("the mock server broke the connection, as a fault asked")
    connection: socket.socket | None = transport.get_extra_info("socket")
    if connection is not None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
    await _gone(receive)


def _pause(seconds: float, heartbeat: float) -> Iterator[bytes | float]:
    while heartbeat and seconds > heartbeat:
        yield heartbeat
        yield b": ping\n\n"
        seconds -= heartbeat
    if seconds:
        yield float(seconds)


async def _send_spoiled(
    scope: Scope, receive: Receive, send: Send, status: int, headers: Headers, body: bytes, fault: Fault
) -> None:
    if fault.kind == "drop":
        await abort(scope, receive)
        return
    length = len(body)
    spoiled = corrupt_body(fault, body)
    if fault.kind == "content-type":
        headers = [pair for pair in headers if pair[0] != b"content-type"] + [(b"content-type", b"text/html")]
    headers.append((b"content-length", b"%d" % (length if fault.kind == "reset" else len(spoiled))))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    if fault.kind == "stall":
        half = len(spoiled) // 2 if fault.at is None else fault.at
        await send({"type": "http.response.body", "body": spoiled[:half], "more_body": True})
        await asyncio.sleep(fault.stall)
        spoiled = spoiled[half:]
    await send({"type": "http.response.body", "body": spoiled, "more_body": fault.kind == "reset"})
    if fault.kind == "reset":
        await asyncio.sleep(0)
        await abort(scope, receive)


async def _gone(receive: Receive) -> None:
    while True:
        message: Message = await receive()
        if message["type"] == "http.disconnect":
            return
