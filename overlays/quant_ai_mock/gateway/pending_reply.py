"""A request on its way to its reply."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..document.media_types import listed_type
from ..document.operations import JSON, ApiOperation, is_json
from ..state.faults import Fault
from ..state.journal import Entry
from ..state.request_context import Reply, StreamReply
from ..state.signed_storage import Transfer
from . import sending
from .request import ReceivedRequest

JSON_HEADERS = sending.encode_headers({"content-type": JSON})


@dataclass(slots=True)
class PendingReply:
    """A request, what is known of it so far, and its reply once there is one. A fault may delay that."""

    request: ReceivedRequest
    entry: Entry
    headers: sending.Headers
    started: float
    operation: ApiOperation | None = None
    path_values: list[str] = field(default_factory=list)
    transfer: Transfer | None = None  # of a file, by a signed URL
    fault: Fault | None = None
    reply: Reply | StreamReply | None = None

    def complete(self) -> tuple[int, bytes]:
        """Complete the headers and the journal's entry; returns the status and the body of a buffered reply."""
        reply, request, entry = self.reply, self.request, self.entry
        assert isinstance(reply, Reply)
        status = entry.status = reply.status or 200
        if reply.headers:
            self.headers += sending.encode_headers(reply.headers)
        body = reply.content
        if body is None:
            is_text = isinstance(reply.body, str) and not is_json(reply.content_type)
            body = reply.body.encode() if is_text else b"" if reply.body is None else sending.encode(reply.body)
        kind = reply.content_type
        if kind == JSON:
            kind = listed_type(self.operation, status, has_body=bool(body))
        if status not in sending.BODILESS and kind:
            entry.content_type = kind
            self.headers += JSON_HEADERS if kind == JSON else sending.encode_headers({"content-type": kind})
        if (request.too_large or request.unread) and b"expect" in request.fields:
            self.headers.append((b"connection", b"close"))  # the client may send the body now, or not
        return status, body
