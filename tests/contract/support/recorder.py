"""Record what a mock server receives and sends.

The recorder is between the network and the mock server, so its records depend on neither the client nor the server.
"""

from __future__ import annotations

import threading
from collections import Counter, deque
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quant_ai_contract import Contract, Exchange, Headers

KEPT = 4000
SLOWEST_REPLY = 60  # seconds


@dataclass
class RecordedExchange:
    """A request and its reply, as they passed the recorder."""

    exchange: Exchange
    operation: str | None
    organisation: str
    chunks: list[bytes]


class ExchangeRecorder:
    """An ASGI middleware that records requests and replies."""

    def __init__(self, app: ASGIApp, contract: Contract) -> None:
        self.app = app
        self.contract = contract
        self.exchanges: deque[RecordedExchange] = deque(maxlen=KEPT)
        self.pairs: Counter[tuple[str, int]] = Counter()
        self.count = 0
        self._open: Counter[str] = Counter()
        self._ended = threading.Condition()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/_mock"):
            await self.app(scope, receive, send)
            return
        relative = self.contract.relative(raw_path(scope))
        organisation = unquote(relative[0]) if relative is not None else ""
        chunks: list[bytes] = []
        start: dict[str, Any] = {"status": 0, "headers": []}
        body, messages = await read_body(receive)
        with self._ended:
            self.count += 1
            self._open[organisation] += 1

        async def recorded_receive() -> Message:
            return messages.pop(0) if messages else await receive()

        async def recorded_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            elif message.get("body"):
                chunks.append(message["body"])
            await send(message)

        try:
            await self.app(scope, recorded_receive, recorded_send)
        finally:
            with self._ended:
                self._record(scope, organisation, body, start, chunks)
                self._open[organisation] -= 1
                self._ended.notify_all()

    def last(self, organisation: str) -> RecordedExchange:
        """The latest exchange of an organisation. Waits for it, since a client has its reply before it is recorded."""
        with self._ended:
            ended = self._ended.wait_for(lambda: not self._open[organisation], SLOWEST_REPLY)
            assert ended, f"a request of {organisation} has no reply"
            return next(found for found in reversed(self.exchanges) if found.organisation == organisation)

    def of(self, organisation: str) -> list[RecordedExchange]:
        """The exchanges of an organisation, oldest first."""
        return [found for found in self.exchanges if found.organisation == organisation]

    def _record(self, scope: Scope, organisation: str, body: bytes, start: dict[str, Any], chunks: list[bytes]) -> None:
        path, query = raw_path(scope), scope["query_string"].decode("latin-1")
        exchange = Exchange(
            method=scope["method"],
            url=f"{path}?{query}" if query else path,
            status=start["status"],
            request_headers=_headers(scope["headers"]),
            request_body=body,
            reply_headers=_headers(start["headers"]),
            reply_body=b"".join(chunks),
        )
        relative = self.contract.relative(path)
        match = self.contract.matches(relative[1]).get(exchange.method) if relative is not None else None
        operation = match.operation.id if match is not None else None
        # A success that the request asked for with Prefer proves nothing. An error such as 429 comes in no other way.
        if operation is not None and not ("prefer" in exchange.request_headers and exchange.status < 400):
            self.pairs[operation, exchange.status] += 1
        self.exchanges.append(RecordedExchange(exchange, operation, organisation, chunks))


def raw_path(scope: Scope) -> str:
    """The path of a request as it was sent, percent-encoded."""
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    return raw.decode("latin-1")


async def read_body(receive: Receive) -> tuple[bytes, list[Message]]:
    """The whole body of a request, and the messages that it came in."""
    messages = [await receive()]
    while messages[-1].get("more_body"):
        messages.append(await receive())
    return b"".join(message.get("body", b"") for message in messages), messages


def _headers(pairs: Any) -> Headers:
    return Headers((name.decode("latin-1"), value.decode("latin-1")) for name, value in pairs)
