"""Parse the reply to one request, byte by byte as it comes and without I/O.

httpcore with h11 takes twenty times as long for a request as httptools with this. What usual clients take passes: bare
line feeds, and a length beside chunks.
"""

from __future__ import annotations

import re
from collections import deque
from typing import Final

import httptools

from .captured import HeaderList

_CONTROL: Final = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
LARGEST_HEAD: Final = 256 * 1024  # bytes
_SWITCHING_PROTOCOLS: Final = 101


class NotHttpError(Exception):
    """What came is not an HTTP/1 reply; the message says why."""


class ReplyParser:
    """A reply as far as it has come."""

    def __init__(self, method: str) -> None:
        """Expect the reply to a request with this method."""
        self.status = 0
        self.reason = ""
        self.http_version = "HTTP/1.1"
        self.headers: HeaderList = []
        self.pieces: deque[bytes] = deque()
        """What has come of the body and is still to be read."""
        self.has_head = False
        self.is_complete = False
        self.can_follow = False
        """Whether another request can be sent on the connection, once the reply is complete."""
        self._method = method
        self._fault = ""
        self._head_size = 0
        self._ends_with_connection = True
        self._parser = httptools.HttpResponseParser(self)
        self._parser.set_dangerous_leniencies(
            lenient_headers=True,
            lenient_chunked_length=True,
            lenient_data_after_close=True,
            lenient_optional_lf_after_cr=True,
            lenient_optional_cr_before_lf=True,
            lenient_spaces_after_chunk_size=True,
        )

    def feed(self, data: bytes) -> None:
        """Parse what has come.

        Raises:
            NotHttpError: It is no reply, or its head is too large.
        """
        if not self.has_head:
            self._head_size += len(data)
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self._fault = "the server switched to another protocol"
        except httptools.HttpParserError as error:
            self.can_follow = False
            if not self.is_complete:  # what comes after the reply is none of its
                self._fault = self._fault or str(error)
        if self._fault:
            raise NotHttpError(self._fault)
        if not self.has_head and self._head_size > LARGEST_HEAD:
            raise NotHttpError(f"the head of the reply is larger than {LARGEST_HEAD // 1024} KB")

    def end(self) -> None:
        """The connection has ended, and with it a body without a length."""
        self.can_follow = False
        if self.has_head and self._ends_with_connection:
            self.is_complete = True

    # What the parser calls.

    def on_message_begin(self) -> None:
        """Begin a reply, after one of 1xx or as the first."""
        if self.is_complete:
            self.can_follow = False  # nobody has asked for another one

    def on_status(self, reason: bytes) -> None:
        """Take the reason, or a part of it."""
        if not self.has_head:
            self.reason += reason.decode("latin-1")

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; not one of a trailer."""
        if self.has_head:
            return
        if name.lower() in (b"content-length", b"transfer-encoding"):
            self._ends_with_connection = False
        if _CONTROL.search(value):
            self._fault = f"a control character in {name.decode('latin-1')}"
        self.headers.append((name.decode("latin-1"), value.strip(b" \t").decode("latin-1")))

    def on_headers_complete(self) -> None:
        """Take the head; it is all there is of the reply to a HEAD or a CONNECT."""
        status = self._parser.get_status_code()
        if self.has_head or (status < 200 and status != _SWITCHING_PROTOCOLS):
            return
        if not 200 <= status < 600:
            self._fault = f"no reply has the status {status}"
            return
        self.status = status
        self.http_version = f"HTTP/{self._parser.get_http_version()}"
        self.has_head = True
        if self._method == "HEAD" or (self._method == "CONNECT" and status < 300):
            self._complete()

    def on_body(self, piece: bytes) -> None:
        """Take a piece of the body."""
        if self.is_complete:
            self.can_follow = False
        else:
            self.pieces.append(piece)

    def on_message_complete(self) -> None:
        """End the reply, or begin again after one of 1xx."""
        if not self.has_head:
            self.headers, self.reason, self._ends_with_connection = [], "", True
        elif not self.is_complete:
            self._complete()

    def _complete(self) -> None:
        self.is_complete = True
        self.can_follow = self._parser.should_keep_alive()
