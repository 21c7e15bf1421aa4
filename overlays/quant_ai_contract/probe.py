"""Send the examples of the spec to a running server, and check its replies.

The server may be a stub or a fake that a team wrote for itself. It gets every example with a good token, and every
operation once without one. It need not know any id: a documented 404 is a good reply.

The server may also be broken. Every exchange has one time limit, from connecting to the last byte, and a limit of size.
A lost connection is a finding, and the run goes on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Final

import httpx

from quant_ai_common.addresses import is_loopback

from .checking import check
from .consistency import Consistency
from .contract import Contract
from .exchange import NO_STATUS, Exchange, Headers
from .findings import Finding, Verdict
from .samples import SampleRequest, samples

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_REPLY: Final = 16 * 1024 * 1024
PATIENCE: Final = 5  # requests in a row without a reply, after which the run ends
_LONGEST_REASON: Final = 200


class ProbeError(Exception):
    """The server cannot be reached. The message is one line."""


def probe(contract: Contract, url: str, token: str, *, write: bool, timeout: float) -> Iterator[Verdict]:
    """Check the server's replies one by one.

    Args:
        contract: The contract to check against.
        url: What comes before the paths of the spec.
        token: The token to send.
        write: Also send the requests that change something.
        timeout: Seconds that one exchange may take.

    Raises:
        ProbeError: The first request cannot be sent.
    """
    with asyncio.Runner() as runner:
        server, consistency = _Server(url, timeout), Consistency(contract, remembers=False)
        try:
            lost = 0
            for sample, headers in _requests(contract, token, write=write):
                found = runner.run(server.send(sample, headers))
                lost = lost + 1 if found.exchange.status == NO_STATUS else 0
                yield consistency.judge(_verdict(contract, sample, found, last=lost == PATIENCE))
                if lost == PATIENCE:
                    return
        finally:
            runner.run(server.close())


def _requests(contract: Contract, token: str, *, write: bool) -> Iterator[tuple[SampleRequest, dict[str, str]]]:
    """The requests to send, with their headers: every sample, and every operation once without a token."""
    sent_without_token: set[str] = set()
    for sample in samples(contract):
        if not write and sample.operation.method not in SAFE:
            continue
        yield sample, {**sample.headers, "Authorization": f"Bearer {token}"}
        if sample.operation.secured and sample.operation.id not in sent_without_token:
            sent_without_token.add(sample.operation.id)
            yield sample, {**sample.headers, "Authorization": ""}


class _Received:
    """An exchange, and what went wrong while the reply was read."""

    def __init__(self, exchange: Exchange, *findings: Finding) -> None:
        self.exchange = exchange
        self.findings = findings


class _Server:
    """The connections to a server."""

    def __init__(self, url: str, timeout: float) -> None:
        self._url = url
        self._timeout = timeout
        self._reached = False
        try:
            host = httpx.URL(url).host
        except (httpx.InvalidURL, UnicodeError) as error:
            raise ProbeError(f"{url}: {_reason(error)}") from None
        # This machine is never behind a proxy; a mount of None goes there directly.
        direct = {f"all://{f'[{host}]' if ':' in host else host}": None} if is_loopback(host) else None
        self._client = httpx.AsyncClient(timeout=None, mounts=direct, headers={"Accept-Encoding": "identity"})

    async def send(self, sample: SampleRequest, headers: dict[str, str]) -> _Received:
        """Send a request, and read its reply.

        Raises:
            ProbeError: The server could not be reached before, and cannot be reached now.
        """
        method, url = sample.operation.method, self._url + sample.target
        lost = Exchange(method, url, NO_STATUS, request_headers=Headers(headers), request_body=sample.content)
        try:
            async with asyncio.timeout(self._timeout):
                return await self._exchange(method, url, headers, sample.content)
        except TimeoutError:
            finding = Finding("timeout", "reply", "", f"it was not complete after {self._timeout:g} s")
        except httpx.ConnectError as error:
            if not self._reached:
                raise ProbeError(f"{method} {url}: {_reason(error)}") from None
            finding = Finding("no-reply", "reply", "", _reason(error))
        except Exception as error:  # broken servers break HTTP libraries in many ways
            finding = Finding("no-reply", "reply", "", _reason(error))
        self._reached = True
        return _Received(lost, finding)

    async def close(self) -> None:
        await self._client.aclose()

    async def _exchange(self, method: str, url: str, headers: dict[str, str], content: bytes) -> _Received:
        async with self._client.stream(method, url, headers=headers, content=content or None) as reply:
            self._reached = True
            body, findings = bytearray(), []
            async for chunk in reply.aiter_raw():
                body += chunk
                if len(body) > LARGEST_REPLY:
                    limit = LARGEST_REPLY // 2**20
                    findings.append(
                        Finding("size", "reply", "body", f"it is larger than {limit} MB, and was not checked")
                    )
                    break
            encoding = reply.headers.get("content-encoding", "identity")
            if encoding.lower() != "identity":
                what = f"{encoding}, though the request accepts none"
                findings.append(Finding("content-encoding", "reply", "header.Content-Encoding", what))
            exchange = Exchange(
                method=method,
                url=url,
                status=reply.status_code,
                request_headers=Headers(list(reply.request.headers.multi_items())),
                request_body=content,
                reply_headers=Headers(list(reply.headers.multi_items())),
                reply_body=bytes(body),
                reply_body_known=not findings,
            )
            return _Received(exchange, *findings)


def _verdict(contract: Contract, sample: SampleRequest, found: _Received, *, last: bool) -> Verdict:
    path = sample.target.partition("?")[0]
    if found.exchange.status == NO_STATUS:
        match = contract.matches(path).get(sample.operation.method)
        findings = found.findings
        if last:
            what = f"no reply to {PATIENCE} requests in a row; the others were not sent"
            findings = (*findings, Finding("no-reply", "reply", "", what))
        return Verdict(found.exchange, match, findings)
    checked = check(contract, found.exchange, path=path)
    return Verdict(checked.exchange, checked.match, (*found.findings, *checked.findings))


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}"[:_LONGEST_REASON] if text else type(error).__name__
