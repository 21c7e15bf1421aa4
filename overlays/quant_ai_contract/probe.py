"""Ask a running server for what the document shows, and hold its replies against it.

A stub or a fake that a team wrote for itself is asked for every operation by the document's own examples, with a good
token and without one. It need not know any id: a documented 404 is a good answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import httpx

from .checking import Finding, Verdict, check
from .contract import Contract
from .exchange import Exchange, Headers
from .samples import SampleRequest, samples

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_REPLY: Final = 32 * 1024 * 1024


class ProbeError(Exception):
    """The server cannot be asked; the message is one line."""


def probe(contract: Contract, client: httpx.Client, *, write: bool) -> Iterator[Verdict]:
    """Judge the server's answers one by one.

    Args:
        contract: What was promised.
        client: Its base URL is what stands before the paths of the document; its headers hold the token.
        write: Whether to send the requests that change something as well.

    Raises:
        ProbeError: No connection can be made.
    """
    asked: set[str] = set()
    for sample in samples(contract):
        if not write and sample.operation.method not in SAFE:
            continue
        yield _ask(contract, client, sample, sample.headers)
        if sample.operation.secured and sample.operation.id not in asked:
            asked.add(sample.operation.id)
            yield _without_token(contract, client, sample)


def _without_token(contract: Contract, client: httpx.Client, sample: SampleRequest) -> Verdict:
    verdict = _ask(contract, client, sample, {**sample.headers, "Authorization": ""})
    if verdict.exchange.status < 300:
        wrong = Finding("token", "reply", "status", f"{verdict.exchange.status} without a token")
        return Verdict(verdict.exchange, verdict.match, (wrong, *verdict.findings))
    return verdict


def _ask(contract: Contract, client: httpx.Client, sample: SampleRequest, headers: dict[str, str]) -> Verdict:
    url = str(client.base_url).rstrip("/") + sample.target
    try:
        with client.stream(sample.operation.method, url, headers=headers, content=sample.content or None) as reply:
            body = b""
            for chunk in reply.iter_bytes():
                body += chunk
                if len(body) > LARGEST_REPLY:
                    break
            exchange = Exchange(
                method=sample.operation.method,
                url=url,
                status=reply.status_code,
                request_headers=Headers(list(reply.request.headers.multi_items())),
                request_body=sample.content,
                reply_headers=Headers(list(reply.headers.multi_items())),
                reply_body=body,
            )
    except httpx.HTTPError as error:
        raise ProbeError(f"{sample.operation.method} {url}: {type(error).__name__}: {error}") from None
    return check(contract, exchange, path=sample.target.partition("?")[0])
