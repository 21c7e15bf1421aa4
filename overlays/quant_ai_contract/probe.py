"""Send the examples of the spec to a running server, and check its replies.

The server may be a stub or a fake that a team wrote for itself. It gets every example with a good token, and every
operation once without one. It need not know any id: a documented 404 is a good reply.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import httpx

from .checking import check
from .contract import Contract
from .exchange import Exchange, Headers
from .findings import Finding, Verdict
from .samples import SampleRequest, samples

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_REPLY: Final = 32 * 1024 * 1024


class ProbeError(Exception):
    """The server cannot be reached. The message is one line."""


def probe(contract: Contract, client: httpx.Client, *, write: bool) -> Iterator[Verdict]:
    """Check the server's replies one by one.

    Args:
        contract: The contract to check against.
        client: Its base URL is what comes before the paths of the spec; its headers contain the token.
        write: Also send the requests that change something.

    Raises:
        ProbeError: The connection fails.
    """
    sent_without_token: set[str] = set()
    for sample in samples(contract):
        if not write and sample.operation.method not in SAFE:
            continue
        yield _send(contract, client, sample, sample.headers)
        if sample.operation.secured and sample.operation.id not in sent_without_token:
            sent_without_token.add(sample.operation.id)
            yield _send_without_token(contract, client, sample)


def _send_without_token(contract: Contract, client: httpx.Client, sample: SampleRequest) -> Verdict:
    verdict = _send(contract, client, sample, {**sample.headers, "Authorization": ""})
    if verdict.exchange.status < 300:
        finding = Finding("token", "reply", "status", f"{verdict.exchange.status} without a token")
        return Verdict(verdict.exchange, verdict.match, (finding, *verdict.findings))
    return verdict


def _send(contract: Contract, client: httpx.Client, sample: SampleRequest, headers: dict[str, str]) -> Verdict:
    url = str(client.base_url).rstrip("/") + sample.target
    try:
        with client.stream(sample.operation.method, url, headers=headers, content=sample.content or None) as reply:
            body = bytearray()
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
                reply_body=bytes(body),
            )
    except httpx.HTTPError as error:
        raise ProbeError(f"{sample.operation.method} {url}: {type(error).__name__}: {error}") from None
    return check(contract, exchange, path=sample.target.partition("?")[0])
