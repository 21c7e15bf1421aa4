"""Send a recorded reply again: its chunks as they were, at once or at their pace, and its faults."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator

from ..state.journal import Entry
from ..state.recorded import RecordedExchange
from .connection import ClientConnection
from .sending import WITHOUT_LENGTH, Headers, encode_headers

_NOT_SENT = frozenset(
    (
        "connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "content-encoding", "date",
        "proxy-connection",
    )
)  # fmt: skip
_PAUSE = 0.02  # seconds after which the clock, which may stand still, is looked at again


async def send_recorded(
    client: ClientConnection,
    recorded: RecordedExchange,
    own_origin: str,
    now: Callable[[], float] | None,
    entry: Entry,
) -> None:
    """Send a recorded reply.

    Args:
        client: The client.
        recorded: The exchange.
        own_origin: The URL of this server, in place of the one that was recorded.
        now: The clock whose pace the chunks follow; None to send them at once.
        entry: The journal's entry of the request.
    """
    if recorded.status == 0:
        await client.reset()
        return
    chunks = _own_chunks(recorded, own_origin, entry.organisation)
    size = sum(len(chunk) for _, chunk in chunks)
    headers = [(name, value) for name, value in recorded.headers if name not in _NOT_SENT]
    length = next((value for name, value in headers if name == "content-length"), None)
    head: Headers = []
    for name, value in headers:
        if name != "content-length":
            head += encode_headers({name: _own(value, recorded, own_origin, entry.organisation)})
    if length is not None and recorded.status not in WITHOUT_LENGTH:
        is_head = client.scope["method"] == "HEAD" and not size
        claimed = length if is_head else str(size + 1 if recorded.error else size)
        head.append((b"content-length", claimed.encode()))
    entry.status, began = recorded.status, now() if now is not None else 0.0
    await client.send({"type": "http.response.start", "status": recorded.status, "headers": head})
    client.watch()
    try:
        for at, chunk in chunks:
            if now is not None:
                await _until(client, now, began + at)
            if client.is_gone:
                entry.disconnected = True
                return
            await client.send({"type": "http.response.body", "body": chunk, "more_body": True})
            await asyncio.sleep(0)  # sends it
        entry.set_reply(b"".join(chunk for _, chunk in chunks))
        if recorded.error:
            await client.reset()
            return
        await client.send({"type": "http.response.body", "body": b""})
    finally:
        client.unwatch()


async def _until(client: ClientConnection, now: Callable[[], float], due: float) -> None:
    """Wait until it is time by the mock's clock, which may stand still or be advanced."""
    while not client.is_gone and (left := due - now()) > 0:
        await client.pause(min(left, _PAUSE))


def _own_chunks(recorded: RecordedExchange, origin: str, organisation: str | None) -> list[tuple[float, bytes]]:
    """The chunks with the URLs of this server and the organisation that asks, so that a client can go on with them.

    What a chunk boundary cuts in two comes with the chunk that ends it.
    """
    whole = b"".join(chunk for _, chunk in recorded.chunks)
    edits = list(_edits(whole, recorded, origin, organisation))
    if not edits:
        return recorded.chunks
    if any(name == "content-length" for name, _ in recorded.headers):
        return [(recorded.chunks[-1][0], _edited(whole, 0, len(whole), edits))]
    found, begin, end = [], 0, 0
    for at, chunk in recorded.chunks:
        end += len(chunk)
        cut = next((start for start, stop, _ in edits if start < end < stop), end)
        if cut > begin:
            found.append((at, _edited(whole, begin, cut, edits)))
            begin = cut
    return found


Edit = tuple[int, int, bytes]


def _edits(whole: bytes, recorded: RecordedExchange, origin: str, organisation: str | None) -> Iterator[Edit]:
    """What is replaced in a body: where it begins and ends, and what it becomes."""
    names = {name.encode(): origin.encode() for name in recorded.origins}
    names |= {name.replace(b"/", b"\\/"): own.replace(b"/", b"\\/") for name, own in names.items()}
    if recorded.organisation and organisation and recorded.organisation != organisation:
        for before in ("/organisations/", "/organizations/", "/_storage/"):
            old, new = f"{before}{recorded.organisation}/", f"{before}{organisation}/"
            names |= {old.encode(): new.encode(), old.replace("/", "\\/").encode(): new.replace("/", "\\/").encode()}
    pattern = b"|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    for found in re.finditer(b"(?:" + pattern + b")(?!(?<!/)[0-9A-Za-z.:@_-])", whole) if names else ():
        yield found.start(), found.end(), names[found[0]]


def _edited(whole: bytes, begin: int, end: int, edits: list[Edit]) -> bytes:
    """A part of a body, with what is replaced in it."""
    pieces, position = [], begin
    for start, stop, new in edits:
        if begin <= start and stop <= end:
            pieces += [whole[position:start], new]
            position = stop
    return b"".join([*pieces, whole[position:end]])


def _own(text: str, recorded: RecordedExchange, origin: str, organisation: str | None) -> str:
    raw = text.encode("utf-8", "surrogatepass")
    return _edited(raw, 0, len(raw), list(_edits(raw, recorded, origin, organisation))).decode("utf-8", "replace")
