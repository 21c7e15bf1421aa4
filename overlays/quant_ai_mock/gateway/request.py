"""A whole request, as the application takes it, however it came."""

from __future__ import annotations

import math
from dataclasses import dataclass

from starlette.types import Receive, Scope

LARGEST = 25 * 1024 * 1024  # bytes of a body
LARGEST_FILE = 512 * 1024 * 1024  # bytes sent to an upload's own address


@dataclass(slots=True)
class Request:
    """A request with all of its body. Names of headers are in lower case; `fields` has the last header of each name."""

    method: str
    path: bytes  # as it was sent, percent-encoded
    query: bytes
    headers: list[tuple[bytes, bytes]]
    fields: dict[bytes, bytes]
    body: bytes = b""
    too_large: bool = False  # the body is, so it was not read
    scheme: str = "http"

    @property
    def length(self) -> int:
        """The bytes of body that the head announces."""
        length = self.fields.get(b"content-length", b"0")
        return int(length) if length.isdigit() else 0

    @property
    def most(self) -> float:
        """The bytes of body that may come; a snapshot given back to the control plane is of any size."""
        if self.path.startswith(b"/_mock/"):
            return math.inf
        return LARGEST_FILE if self.path.startswith(b"/_storage/") else LARGEST

    @property
    def says_too_large(self) -> bool:
        """Whether the head announces a body that is larger than it may be."""
        return self.length > self.most

    def with_body(self, body: bytes) -> Request:
        """The same request with another body; both share their headers."""
        return Request(self.method, self.path, self.query, self.headers, self.fields, body, False, self.scheme)


async def read(scope: Scope, receive: Receive) -> Request:
    """Read a request over the ASGI interface."""
    headers = list(scope["headers"])
    request = Request(
        method=scope["method"],
        path=scope.get("raw_path") or scope["path"].encode(),
        query=scope["query_string"],
        headers=headers,
        fields=dict(headers),
        scheme=scope.get("scheme", "http"),
    )
    if request.says_too_large:
        request.too_large = True
        return request
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        chunk: bytes = message.get("body", b"")
        size += len(chunk)
        if size > request.most:
            request.too_large = True
            return request
        chunks.append(chunk)
        if not message.get("more_body"):
            request.body = chunks[0] if len(chunks) == 1 else b"".join(chunks)
            return request
