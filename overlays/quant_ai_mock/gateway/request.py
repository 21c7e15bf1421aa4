"""Read a request with all of its body."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.types import Receive, Scope

MAX_BODY_BYTES = 25 * 1024 * 1024
MAX_FILE_BYTES = 512 * 1024 * 1024  # sent to the signed URL of an upload


@dataclass(slots=True)
class Request:
    """A whole request. Header names are in lower case; `fields` has the last header of each name."""

    method: str
    path: bytes  # as it was sent, percent-encoded
    query: bytes
    headers: list[tuple[bytes, bytes]]
    fields: dict[bytes, bytes]
    body: bytes = b""
    too_large: bool = False  # the body exceeds the limit, and was not read to its end
    scheme: str = "http"

    @property
    def length(self) -> int:
        """The Content-Length."""
        length = self.fields.get(b"content-length", b"0")
        return int(length) if length.isdigit() else 0

    @property
    def limit(self) -> int:
        """How many bytes the body may have."""
        return MAX_FILE_BYTES if self.path.startswith(b"/_storage/") else MAX_BODY_BYTES


async def read(scope: Scope, receive: Receive) -> Request | None:
    """Read a request.

    A body that is too large is not read at all if its Content-Length says so, and otherwise not beyond the limit.

    Returns:
        The request, or None if the client disconnected before the end of it.
    """
    headers = list(scope["headers"])
    request = Request(
        scope["method"],
        scope.get("raw_path") or scope["path"].encode(),
        scope["query_string"],
        headers,
        dict(headers),
        scheme=scope.get("scheme", "http"),
    )
    limit = request.limit
    if request.length > limit:
        request.too_large = True
        return request
    message = await receive()
    body: bytes = message.get("body", b"")
    if message.get("more_body"):
        chunks, size = [body], len(body)
        while message.get("more_body") and size <= limit:
            message = await receive()
            chunks.append(message.get("body", b""))
            size += len(chunks[-1])
        body = b"".join(chunks)
    if message["type"] == "http.disconnect":
        return None
    if len(body) > limit:
        request.too_large = True
    else:
        request.body = body
    return request
