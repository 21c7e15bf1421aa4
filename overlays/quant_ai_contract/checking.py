"""Check one exchange against the spec."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from .contract import Contract, OperationMatch
from .exchange import Exchange
from .findings import Finding, Verdict
from .reply_checks import check_reply, is_cut
from .request_checks import check_request


def check(contract: Contract, exchange: Exchange, path: str | None = None) -> Verdict:
    """Check one exchange.

    Args:
        contract: The contract to check against.
        exchange: The request and its reply.
        path: The path relative to the server, if the URL does not begin with the prefix of the spec's own server.
    """
    if path is None:
        relative = contract.relative(exchange.path)
        path = relative[1] if relative is not None else exchange.path
    matches = contract.matches(path)
    if not matches:
        found = Finding("unknown-path", "request", path, "no operation of the spec has this path")
        return Verdict(exchange, None, (found,))
    method = exchange.method.upper()
    match = matches.get(method)
    if method == "HEAD":  # HTTP has it wherever GET is
        match, exchange = match or matches.get("GET"), replace(exchange, reply_body_known=False)
    if match is None and method == "OPTIONS":  # it asks what HTTP allows, and reaches no operation
        found = Finding("unknown-method", "request", "method", "OPTIONS is not in the spec", note=True)
        return Verdict(exchange, None, (found,))
    if match is None:
        return Verdict(exchange, None, tuple(_unknown_method(exchange, matches)))
    request = list(check_request(match, exchange))
    reply = list(check_reply(match.operation, exchange))
    findings = (*_validation(exchange, request), *request, *reply)
    return Verdict(exchange, match, findings, cut=is_cut(match.operation, exchange))


def _unknown_method(exchange: Exchange, matches: Mapping[str, OperationMatch]) -> Iterator[Finding]:
    methods = ", ".join(sorted(matches))
    yield Finding("unknown-method", "request", "method", f"{exchange.method} is not one of {methods}")
    if exchange.status == 405:
        allowed = {word.strip().upper() for word in exchange.reply_headers.get("allow", "").split(",")} - {""}
        if not set(matches) <= allowed:
            given = ", ".join(sorted(allowed)) or "nothing"
            yield Finding("allow", "reply", "header.Allow", f"{given} instead of {methods}")
    elif exchange.status < 400:
        yield Finding("unknown-method", "reply", "status", f"{exchange.status} for a method that is not documented")


def _validation(exchange: Exchange, request: list[Finding]) -> Iterator[Finding]:
    """Check that the service accepts valid requests, and no others."""
    valid = all(found.note for found in request)
    if exchange.status == 422 and valid and exchange.request_body_known:
        yield Finding("refused", "reply", "status", "422, though the request is valid")
    if exchange.status < 300 and not valid:
        yield Finding("accepted", "reply", "status", f"{exchange.status}, though the request is not valid")
