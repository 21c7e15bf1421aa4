"""Apply a fault to one reply: read it from the headers of the request, and corrupt a body or a stream."""

from __future__ import annotations

from collections.abc import Iterator

from ..state.faults import Fault, FaultError


def fault_from_headers(headers: dict[bytes, bytes]) -> Fault | None:
    """The fault that a request asks for in its own headers.

    Raises:
        FaultError: A header has a value that is not possible.
    """
    status, delay = headers.get(b"x-mock-status"), headers.get(b"x-mock-delay")
    kind_header = headers.get(b"x-mock-fault")
    if status is None and delay is None and kind_header is None:
        return None
    try:
        fault = Fault(status=int(status) if status else None, latency=float(delay) if delay else 0.0)
        if kind_header:
            kind, _, value = kind_header.decode("latin-1").partition("=")
            fault.kind = kind.strip()
            if value and fault.kind == "stall":
                fault.stall = float(value) / 1000
            elif value:
                fault.at = int(value)
            fault.__post_init__()
    except ValueError as error:
        raise FaultError(f"X-Mock header: {error}") from None
    return fault


def corrupt_body(fault: Fault, body: bytes) -> bytes:
    """The body that is sent under a fault."""
    if fault.kind in ("truncate", "reset"):
        return body[: len(body) // 2 if fault.at is None else fault.at]
    if fault.kind == "malformed":
        return b'{"broken": ' + body[:20]
    if fault.kind == "content-type":
        return b"<html><body><h1>502 Bad Gateway</h1></body></html>"
    return body


def corrupt_stream(
    fault: Fault, chunks: Iterator[bytes | float], malformed: bytes, last: int
) -> Iterator[bytes | float]:
    """The chunks of a stream that are sent under a fault. A number among them is a pause in seconds.

    Args:
        last: The index of the last event. The fault comes before it at the latest, unless it says where.
    """
    at = min(2, last) if fault.at is None else fault.at
    seen = 0
    for chunk in chunks:
        if isinstance(chunk, bytes):
            if seen == at:
                if fault.kind in ("truncate", "reset"):
                    yield chunk[: len(chunk) // 2]
                    return
                if fault.kind == "stall":
                    yield fault.stall
                if fault.kind == "malformed":
                    yield malformed
            seen += 1
        yield chunk
