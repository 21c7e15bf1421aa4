"""uvicorn's HTTP protocol, for servers that take requests as clients really send them.

- A request that asks for an upgrade, to HTTP/2 or to a WebSocket, is answered as a plain request. Java's HttpClient
  and `curl --http2` ask with every first request. httptools does not read the body of such a request, so its head is
  parsed a second time without the Upgrade line.
- The trailers of a chunked body are left out. uvicorn would add them to the headers, so that a trailer could pass for
  a header such as Authorization.
- Nothing is logged to uvicorn's loggers, which belong to the whole process, and so to other servers in it too.
"""

from __future__ import annotations

import logging
import socket
import struct
import sys
from typing import Any, Final

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_NO_LINGER: Final = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)  # close() drops what is unsent


class PlainHttpProtocol(HttpToolsProtocol):
    """One connection on which every request is a plain one."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.logger = logging.getLogger(type(self).__module__.partition(".")[0])
        self.access_log = False
        self._in_head = False
        self._upgrade: list[tuple[bytes, bytes]] = []  # the header of a request that is parsed again

    def parse(self, data: bytes) -> None:
        """Parse what has come.

        Raises:
            httptools.HttpParserError: It is not HTTP/1.1.
        """
        while True:
            try:
                self.parser.feed_data(data)
                return
            except httptools.HttpParserUpgrade as upgrade:
                if self.parser.get_method() == b"CONNECT":
                    return
                data = self._head_without_upgrade() + data[upgrade.args[0] :]
                self.parser = httptools.HttpRequestParser(self)
                self.parser.set_dangerous_leniencies(lenient_data_after_close=True)  # as uvicorn does

    def _head_without_upgrade(self) -> bytes:
        first = b"%b %b HTTP/%b" % (self.parser.get_method(), self.url, self.parser.get_http_version().encode())
        lines = [b"%b: %b" % (name, value) for name, value in self.headers if name != b"upgrade"]
        self._upgrade = [pair for pair in self.headers if pair[0] == b"upgrade"]
        return b"\r\n".join([first, *lines, b"", b""])

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        self._in_head = True

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; not one of a trailer."""
        if self._in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Start the application, but not for a head that is parsed again."""
        self._in_head = False
        if self._is_parsed_again():
            return
        if self._upgrade:
            self.headers += self._upgrade
            self._upgrade = []
        self.start_request()

    def start_request(self) -> None:
        """Start the application."""
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Tell the application that the body is complete."""
        if not self._is_parsed_again():
            self.end_request()

    def end_request(self) -> None:
        """Tell the application."""
        super().on_message_complete()

    def _is_parsed_again(self) -> bool:
        return self.parser.should_upgrade() and self.parser.get_method() != b"CONNECT"

    def reset(self) -> None:
        """Close the connection at once, so that the client sees it reset."""
        connection = self.transport.get_extra_info("socket")
        if connection is not None:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self.transport.abort()

    def _should_upgrade(self) -> bool:
        return False  # a request that asks for an upgrade is one like any other
