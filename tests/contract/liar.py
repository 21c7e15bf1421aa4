"""Tell a lie of the mock server: change requests before it sees them, or replies after it made them."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quant_ai_contract import Contract

from .lies import Lie
from .lies import Message as Wire

LARGE = 1024 * 1024


class Liar:
    """An ASGI application in front of another one."""

    def __init__(self, app: ASGIApp, lie: Lie, contract: Contract) -> None:
        self.app = app
        self.lie = lie
        self.contract = contract
        self.memory: dict[Any, Any] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/_mock") or self._aside(scope):
            await self.app(scope, receive, send)
            return
        request = await _read(scope, receive)
        if self.lie.request is not None:
            request = self.lie.request(request)
        if self.lie.instead is not None:
            answer = self.lie.instead(request, self.memory)
            if answer is not None:
                await _answer(send, answer, [answer.body])
                return
        reply, chunks = await self._ask(scope, request)
        if self.lie.instead is not None:
            self.memory[_key(request)] = reply
        if self.lie.reply is not None:
            reply = self.lie.reply(request, reply)
            chunks = [reply.body]
        if self.lie.stream is not None and reply.header("content-type").startswith("text/event-stream"):
            chunks = self.lie.stream(chunks)
        await _answer(send, reply, chunks)

    def _aside(self, scope: Scope) -> bool:
        """Whether a request is left alone: it is not meant, or would betray the lie by something else than the lie.

        A stream that stands still on purpose would show that its end is waited for here, an example that is asked for
        by name says nothing of how state is kept, and a huge body is refused before it is read.
        """
        headers = dict(scope["headers"])
        if b"x-mock-fault" in headers or int(headers.get(b"content-length", b"0")) > LARGE:
            return True
        return (b"prefer" in headers and self.lie.reply is None) or not self._meant(scope)

    def _meant(self, scope: Scope) -> bool:
        if self.lie.operation is None:
            return True
        path = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1")
        relative = self.contract.relative(path)
        matches = self.contract.matches(relative[1]) if relative is not None else {}
        if self.lie.operation.startswith("/"):
            return any(match.operation.target == self.lie.operation for match in matches.values())
        match = matches.get(scope["method"])
        return match is not None and match.operation.id == self.lie.operation

    async def _ask(self, scope: Scope, request: Wire) -> tuple[Wire, list[bytes]]:
        path, _, query = request.target.partition("?")
        inner = {
            **scope,
            "method": request.method,
            "path": path,
            "raw_path": path.encode("latin-1"),
            "query_string": query.encode("latin-1"),
            "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in _sized(request)],
        }
        came = [{"type": "http.request", "body": request.body, "more_body": False}]
        head: dict[str, Any] = {"status": 500, "headers": []}
        chunks: list[bytes] = []

        async def receive() -> Message:
            if not came:
                await asyncio.Event().wait()  # a client that stays; the server gives this up when it has answered
            return came.pop()

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                head.update(message)
            elif message.get("body"):
                chunks.append(message["body"])

        await self.app(inner, receive, send)
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in head["headers"]]
        return Wire(request.method, request.target, headers, b"".join(chunks), head["status"]), chunks


async def _read(scope: Scope, receive: Receive) -> Wire:
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    path = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1")
    query = scope["query_string"].decode("latin-1")
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
    return Wire(scope["method"], f"{path}?{query}" if query else path, headers, body)


async def _answer(send: Send, reply: Wire, chunks: list[bytes]) -> None:
    streamed = reply.header("content-type").startswith("text/event-stream")
    headers = reply.headers
    if not streamed and reply.status != 204:
        headers = reply.with_header("content-length", str(sum(map(len, chunks))))
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    await send({"type": "http.response.start", "status": reply.status, "headers": raw})
    for chunk in chunks:
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def _sized(request: Wire) -> list[tuple[str, str]]:
    kept = [pair for pair in request.headers if pair[0].lower() not in ("content-length", "transfer-encoding")]
    return [*kept, ("content-length", str(len(request.body)))] if request.body else kept


def _key(request: Wire) -> tuple[str, str]:
    return request.method, request.target
