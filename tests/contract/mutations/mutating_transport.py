"""Apply a mutation of the client: change its requests before they are sent, or its replies before it reads them."""

from __future__ import annotations

import ssl
from functools import cache
from typing import Any

import httpx

from quant_ai_contract import Contract

from .mutation import HttpMessage, Mutation


@cache
def certificates() -> ssl.SSLContext:
    """The trusted authorities, read once: reading them takes longer than a test."""
    return httpx.create_ssl_context()


class MutatingTransport(httpx.HTTPTransport):
    """httpx's transport, with a mutation if one is active."""

    def __init__(self, mutation: Mutation | None, contract: Contract, **options: Any) -> None:
        super().__init__(verify=certificates(), **options)
        self._mutation = mutation
        self._contract = contract

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        mutation = self._mutation
        if mutation is None or not concerns(mutation, self._contract, request):
            return super().handle_request(request)
        sent = _message(request, request.read())
        outgoing = _request(request, mutation.change_request(sent)) if mutation.change_request is not None else request
        reply = super().handle_request(outgoing)
        if mutation.change_reply is None:
            return reply
        body = reply.read()
        reply.close()
        return _response(mutation.change_reply(sent, _reply(sent, reply, body)))


class AsyncMutatingTransport(httpx.AsyncHTTPTransport):
    """The same for async clients."""

    def __init__(self, mutation: Mutation | None, contract: Contract, **options: Any) -> None:
        super().__init__(verify=certificates(), **options)
        self._mutation = mutation
        self._contract = contract

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        mutation = self._mutation
        if mutation is None or not concerns(mutation, self._contract, request):
            return await super().handle_async_request(request)
        sent = _message(request, await request.aread())
        outgoing = _request(request, mutation.change_request(sent)) if mutation.change_request is not None else request
        reply = await super().handle_async_request(outgoing)
        if mutation.change_reply is None:
            return reply
        body = await reply.aread()
        await reply.aclose()
        return _response(mutation.change_reply(sent, _reply(sent, reply, body)))


def concerns(mutation: Mutation, contract: Contract, request: httpx.Request) -> bool:
    """Whether a mutation changes this request."""
    if mutation.operation is None:
        return True
    relative = contract.relative(request.url.raw_path.decode().partition("?")[0])
    matches = contract.matches(relative[1]) if relative is not None else {}
    match = matches.get(request.method)
    return match is not None and match.operation.id == mutation.operation


def _message(request: httpx.Request, body: bytes) -> HttpMessage:
    target = request.url.raw_path.decode()
    return HttpMessage(request.method, target, list(request.headers.multi_items()), body)


def _request(request: httpx.Request, message: HttpMessage) -> httpx.Request:
    sizes = ("content-length", "transfer-encoding")
    headers = [(name, value) for name, value in message.headers if name.lower() not in sizes]
    url = request.url.copy_with(raw_path=message.target.encode("latin-1"))
    return httpx.Request(
        message.method, url, headers=headers, content=message.body or None, extensions=request.extensions
    )


def _reply(sent: HttpMessage, reply: httpx.Response, body: bytes) -> HttpMessage:
    gone = ("content-length", "transfer-encoding", "content-encoding")
    headers = [(name, value) for name, value in reply.headers.multi_items() if name.lower() not in gone]
    return HttpMessage(sent.method, sent.target, headers, body, reply.status_code)


def _response(message: HttpMessage) -> httpx.Response:
    return httpx.Response(message.status, headers=message.headers, content=message.body)
