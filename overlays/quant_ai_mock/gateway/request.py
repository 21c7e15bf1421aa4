"""Read a request: first its head, and its body once it is known who sends it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from starlette.types import Receive, Scope

MAX_BODY_BYTES = 25 * 1024 * 1024
MAX_FILE_BYTES = 512 * 1024 * 1024  # sent to the signed URL of an upload
LISTS = (b"accept", b"prefer", b"x-forwarded-proto", b"x-forwarded-host", b"forwarded")


@dataclass(slots=True)
class ReceivedRequest:
    """A request. Header names are in lower case.

    `fields` has the last header of each name; those that are lists are joined, as if they had come in one line.
    """

    method: str
    path: bytes  # as it was sent, percent-encoded, without the path that the application is mounted at
    query: bytes
    headers: list[tuple[bytes, bytes]]
    fields: dict[bytes, bytes]
    body: bytes = b""
    too_large: bool = False  # the body exceeds the limit, and was not read to its end
    unread: bool = False  # the body was not read, because the request was refused for its head
    scheme: str = "http"
    mount: str = ""  # percent-encoded

    @property
    def length(self) -> int:
        """The Content-Length."""
        length = self.fields.get(b"content-length", b"0")
        return int(length) if length.isdigit() and len(length) < 20 else 0


def read_head(scope: Scope) -> ReceivedRequest:
    """The head of a request."""
    headers = list(scope["headers"])
    fields = dict(headers)
    if len(fields) < len(headers):
        for name in LISTS:
            if name in fields:
                fields[name] = b", ".join([value for other, value in headers if other == name])
    mount = quote(scope.get("root_path") or "")
    return ReceivedRequest(
        scope["method"],
        api_path(scope),
        scope["query_string"],
        headers,
        fields,
        scheme=scope.get("scheme", "http"),
        mount=mount,
    )


def api_path(scope: Scope) -> bytes:
    """The path as it was sent, without the path that the application is mounted at."""
    path: bytes = scope.get("raw_path") or quote(scope["path"]).encode()
    mount = scope.get("root_path")
    if mount:
        for prefix in (mount.encode(), quote(mount).encode()):
            if path.startswith(prefix + b"/"):
                return path[len(prefix) :]
    return path


async def read_body(request: ReceivedRequest, receive: Receive, limit: int = MAX_BODY_BYTES) -> bool:
    """Read the body; returns whether all of the request came before the client disconnected.

    A body that is too large is not read at all if its Content-Length says so, and otherwise not beyond the limit.
    """
    if request.length > limit:
        request.too_large = True
        return True
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
        return False
    if len(body) > limit:
        request.too_large = True
    else:
        request.body = body
    return True
