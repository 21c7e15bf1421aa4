"""Send requests with nothing but httpx, without the client under test."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

import httpx

from quant_ai_contract import Contract, ContractOperation, Exchange, Finding, Headers, Verdict, check
from quant_ai_contract.samples import text

TOKEN = "test-token"
NO_BODY: Any = object()


@dataclass(frozen=True)
class Call:
    """A request to an operation, before it is encoded."""

    operation: ContractOperation
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Any = NO_BODY

    @property
    def target(self) -> str:
        """The percent-encoded path, relative to the server."""
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
    """Sends calls to one organisation of a service, and keeps them with their replies."""

    def __init__(self, http: httpx.Client, base_url: str, organisation: str = "", token: str = TOKEN) -> None:
        self.http = http
        self.base_url = base_url
        self.organisation = organisation
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
        """Send a call, and read the whole reply. Headers with an empty value are not sent."""
        content = call.content if content is None else content
        given = {"Authorization": f"Bearer {self.token}", "Accept": "*/*"}
        if content:
            given["Content-Type"] = "application/json"
        given |= headers or {}
        query = call.query_string
        reply = self.http.request(
            method or call.operation.method,
            f"{self.base_url}{call.target}{'?' if query else ''}{query}",
            headers={name: value for name, value in given.items() if value},
            content=content or None,
        )
        exchange = exchange_of(reply, content)
        self.sent.append((call, exchange))
        return exchange


def exchange_of(reply: httpx.Response, content: bytes = b"") -> Exchange:
    """The request and reply of httpx, with the URL as it was sent."""
    url = reply.request.url
    return Exchange(
        method=reply.request.method,
        url=f"{url.scheme}://{url.netloc.decode()}{url.raw_path.decode()}",
        status=reply.status_code,
        request_headers=Headers(list(reply.request.headers.multi_items())),
        request_body=content,
        reply_headers=Headers(list(reply.headers.multi_items())),
        reply_body=reply.content,
    )


def value_of(exchange: Exchange) -> Any:
    """The JSON value of a reply; None if it has no body."""
    return json.loads(exchange.reply_body) if exchange.reply_body else None


def assert_fits(contract: Contract, exchange: Exchange, *, notes: bool = False) -> Verdict:
    """Fail if an exchange breaks the spec; with `notes`, also if it has properties that the spec does not describe."""
    verdict = check(contract, exchange)
    _assert_none(exchange, verdict.findings if notes else verdict.errors)
    return verdict


def assert_reply_fits(contract: Contract, exchange: Exchange) -> None:
    """Fail if a reply breaks the spec, whatever the request."""
    verdict = check(contract, exchange)
    assert verdict.match is not None or exchange.status in (404, 405), f"{exchange}: no operation of the spec"
    _assert_none(exchange, [found for found in verdict.errors if found.side == "reply"])


def _assert_none(exchange: Exchange, found: list[Finding] | tuple[Finding, ...]) -> None:
    assert not found, f"{exchange}\n" + "\n".join(map(str, found)) + f"\n{exchange.reply_body[:600]!r}"
