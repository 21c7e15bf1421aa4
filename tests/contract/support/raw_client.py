"""Requests of this suite's own, sent with nothing but httpx: the client under test has no part in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

import httpx

from quant_ai_contract import Contract, ContractOperation, Exchange, Headers, Verdict, check
from quant_ai_contract.samples import text

TOKEN = "test-token"
NO_BODY: Any = object()


@dataclass(frozen=True)
class Call:
    """One request to an operation, before it is encoded."""

    operation: ContractOperation
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Any = NO_BODY

    @property
    def target(self) -> str:
        """The path, percent-encoded, relative to the server."""
        url = self.operation.target
        for name, value in self.path.items():
            url = url.replace(f"{{{name}}}", quote(value, safe=""))
        return url

    @property
    def query_string(self) -> str:
        return urlencode([(name, text(value)) for name, value in self.query.items()])

    @property
    def content(self) -> bytes:
        return b"" if self.body is NO_BODY else json.dumps(self.body, ensure_ascii=False).encode()


class RawClient:
    """One organisation of a service, as raw HTTP."""

    def __init__(self, client: httpx.Client, base_url: str, token: str = TOKEN) -> None:
        self.client = client
        self.base_url = base_url
        self.token = token
        self.sent: list[tuple[Call, Exchange]] = []

    def send(
        self,
        call: Call,
        headers: Mapping[str, str] | None = None,
        *,
        method: str | None = None,
        content: bytes | None = None,
    ) -> Exchange:
        """Send a call, and read the whole reply. Headers with an empty value are left out."""
        content = call.content if content is None else content
        given = {"Authorization": f"Bearer {self.token}", "Accept": "*/*"}
        if content:
            given["Content-Type"] = "application/json"
        given |= headers or {}
        query = call.query_string
        url = f"{self.base_url}{call.target}{'?' if query else ''}{query}"
        reply = self.client.request(
            method or call.operation.method,
            url,
            headers={name: value for name, value in given.items() if value},
            content=content or None,
        )
        exchange = exchange_of(reply, content)
        self.sent.append((call, exchange))
        return exchange


def exchange_of(reply: httpx.Response, content: bytes = b"") -> Exchange:
    """What httpx sent and got, with the URL as it went over the wire."""
    return Exchange(
        method=reply.request.method,
        url=f"{reply.request.url.scheme}://{reply.request.url.netloc.decode()}{reply.request.url.raw_path.decode()}",
        status=reply.status_code,
        request_headers=Headers(list(reply.request.headers.multi_items())),
        request_body=content,
        reply_headers=Headers(list(reply.headers.multi_items())),
        reply_body=reply.content,
    )


def value_of(exchange: Exchange) -> Any:
    """The JSON value of a reply."""
    return json.loads(exchange.reply_body) if exchange.reply_body else None


def assert_fits(contract: Contract, exchange: Exchange, *, notes: bool = False) -> Verdict:
    """Fail where the exchange and the document disagree; where `notes`, also on properties that it does not know."""
    verdict = check(contract, exchange)
    found = verdict.findings if notes else verdict.errors
    assert not found, f"{exchange}\n" + "\n".join(map(str, found)) + f"\n{exchange.reply_body[:600]!r}"
    return verdict


def assert_reply_fits(contract: Contract, exchange: Exchange) -> None:
    """Fail where the reply to a request that need not fit is not as documented."""
    verdict = check(contract, exchange)
    found = [found for found in verdict.errors if found.side == "reply"]
    assert not found, f"{exchange}\n" + "\n".join(map(str, found)) + f"\n{exchange.reply_body[:600]!r}"
