"""Tell a mutation of the mock server: change requests before it sees them, or replies after it made them."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quant_ai_contract import Contract

from .mutation import HttpMessage, Mutation

LARGE = 1024 * 1024


class MutatingMiddleware:
    """An ASGI application in front of another one."""

    def __init__(self, app: ASGIApp, mutation: Mutation, contract: Contract) -> None:
        self.app = app
        self.mutation = mutation
        self.contract = contract
        self.memory: dict[Any, Any] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/_mock") or self._aside(scope):
            await self.app(scope, receive, send)
            return
        request = await _read(scope, receive)
        if self.mutation.change_request is not None:
            request = self.mutation.change_request(request)
        if self.mutation.intercept is not None:
            answer = self.mutation.intercept(request, self.memory)
            if answer is not None:
                await _answer(send, answer, [answer.body])
                return
        reply, chunks = await self._ask(scope, request)
        if self.mutation.intercept is not None:
            self.memory[_key(request)] = reply
        if self.mutation.change_reply is not None:
            reply = self.mutation.change_reply(request, reply)
            chunks = [reply.body]
        if self.mutation.change_stream is not None and reply.header("content-type").startswith("text/event-stream"):
            chunks = self.mutation.change_stream(chunks)
        await _answer(send, reply, chunks)

    def _aside(self, scope: Scope) -> bool:
        """Whether to leave a request alone: it is not the one to change, or a change would show for the wrong reason.

        A stream that stands still on purpose would show that its end is waited for here, an example that is asked for
        by name says nothing of how state is kept, and a huge body is refused before it is read.
        """
        headers = dict(scope["headers"])
        if b"x-mock-fault" in headers or int(headers.get(b"content-length", b"0")) > LARGE:
            return True
        return (b"prefer" in headers and self.mutation.change_reply is None) or not self._meant(scope)

    def _meant(self, scope: Scope) -> bool:
        if self.mutation.operation is None:
            return True
        path = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1")
        relative = self.contract.relative(path)
        matches = self.contract.matches(relative[1]) if relative is not None else {}
        if self.mutation.operation.startswith("/"):
            return any(match.operation.target == self.mutation.operation for match in matches.values())
        match = matches.get(scope["method"])
        return match is not None and match.operation.id == self.mutation.operation

    async def _ask(self, scope: Scope, request: HttpMessage) -> tuple[HttpMessage, list[bytes]]:
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
        return HttpMessage(request.method, request.target, headers, b"".join(chunks), head["status"]), chunks


async def _read(scope: Scope, receive: Receive) -> HttpMessage:
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    path = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1")
    query = scope["query_string"].decode("latin-1")
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
    return HttpMessage(scope["method"], f"{path}?{query}" if query else path, headers, body)


async def _answer(send: Send, reply: HttpMessage, chunks: list[bytes]) -> None:
    streamed = reply.header("content-type").startswith("text/event-stream")
    headers = reply.headers
    if not streamed and reply.status != 204:
        headers = reply.with_header("content-length", str(sum(map(len, chunks))))
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    await send({"type": "http.response.start", "status": reply.status, "headers": raw})
    for chunk in chunks:
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def _sized(request: HttpMessage) -> list[tuple[str, str]]:
    kept = [pair for pair in request.headers if pair[0].lower() not in ("content-length", "transfer-encoding")]
    return [*kept, ("content-length", str(len(request.body)))] if request.body else kept


def _key(request: HttpMessage) -> tuple[str, str]:
    return request.method, request.target
