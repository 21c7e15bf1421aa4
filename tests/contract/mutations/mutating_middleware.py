"""Apply a mutation of the mock server: change requests before it reads them, or replies after it made them."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quant_ai_contract import Contract
from quant_ai_contract.contract_operations import EVENT_STREAM

from .mutation import HttpMessage, Mutation

LARGE = 1024 * 1024


class MutatingMiddleware:
    """An ASGI middleware that applies a mutation."""

    def __init__(self, app: ASGIApp, mutation: Mutation, contract: Contract) -> None:
        self.app = app
        self.mutation = mutation
        self.contract = contract
        self.memory: dict[Any, Any] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/_mock") or self._passes(scope):
            await self.app(scope, receive, send)
            return
        request = await _read_request(scope, receive)
        if self.mutation.change_request is not None:
            request = self.mutation.change_request(request)
        if self.mutation.intercept is not None:
            intercepted = self.mutation.intercept(request, self.memory)
            if intercepted is not None:
                await _send_reply(send, intercepted, [intercepted.body])
                return
        reply, chunks = await self._call_app(scope, request)
        if self.mutation.intercept is not None:
            self.memory[request.method, request.target] = reply
        if self.mutation.change_reply is not None:
            reply = self.mutation.change_reply(request, reply)
            chunks = [reply.body]
        if self.mutation.change_stream is not None and reply.header("content-type").startswith(EVENT_STREAM):
            chunks = self.mutation.change_stream(chunks)
        await _send_reply(send, reply, chunks)

    def _passes(self, scope: Scope) -> bool:
        """Whether to pass a request on unchanged: it is for another operation, or a test would fail for another reason.

        This middleware waits for the end of a reply, which would show in a stream that stalls on purpose. An example
        that is asked for with Prefer says nothing about the server's state. A huge body is refused before it is read.
        """
        headers = dict(scope["headers"])
        if b"x-mock-fault" in headers or int(headers.get(b"content-length", b"0")) > LARGE:
            return True
        return (b"prefer" in headers and self.mutation.change_reply is None) or not self._concerns(scope)

    def _concerns(self, scope: Scope) -> bool:
        if self.mutation.operation is None:
            return True
        relative = self.contract.relative(_raw_path(scope))
        matches = self.contract.matches(relative[1]) if relative is not None else {}
        if self.mutation.operation.startswith("/"):
            return any(match.operation.target == self.mutation.operation for match in matches.values())
        match = matches.get(scope["method"])
        return match is not None and match.operation.id == self.mutation.operation

    async def _call_app(self, scope: Scope, request: HttpMessage) -> tuple[HttpMessage, list[bytes]]:
        path, _, query = request.target.partition("?")
        inner = {
            **scope,
            "method": request.method,
            "path": path,
            "raw_path": path.encode("latin-1"),
            "query_string": query.encode("latin-1"),
            "headers": [
                (name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in _headers_of(request)
            ],
        }
        messages = [{"type": "http.request", "body": request.body, "more_body": False}]
        start: dict[str, Any] = {"status": 500, "headers": []}
        chunks: list[bytes] = []

        async def receive() -> Message:
            if not messages:
                await asyncio.Event().wait()  # the client stays connected; the server cancels this after its reply
            return messages.pop()

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            elif message.get("body"):
                chunks.append(message["body"])

        await self.app(inner, receive, send)
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"]]
        return HttpMessage(request.method, request.target, headers, b"".join(chunks), start["status"]), chunks


def _raw_path(scope: Scope) -> str:
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    return raw.decode("latin-1")


async def _read_request(scope: Scope, receive: Receive) -> HttpMessage:
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    path, query = _raw_path(scope), scope["query_string"].decode("latin-1")
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
    return HttpMessage(scope["method"], f"{path}?{query}" if query else path, headers, bytes(body))


async def _send_reply(send: Send, reply: HttpMessage, chunks: list[bytes]) -> None:
    headers = reply.headers
    if not reply.header("content-type").startswith(EVENT_STREAM) and reply.status != 204:
        headers = reply.with_header("content-length", str(sum(map(len, chunks))))
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    await send({"type": "http.response.start", "status": reply.status, "headers": raw})
    for chunk in chunks:
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def _headers_of(request: HttpMessage) -> list[tuple[str, str]]:
    kept = [pair for pair in request.headers if pair[0].lower() not in ("content-length", "transfer-encoding")]
    return [*kept, ("content-length", str(len(request.body)))] if request.body else kept
