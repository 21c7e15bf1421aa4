"""Check a request against its operation: path, query, headers and body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from .contract import OperationMatch
from .contract_operations import JSON, ContractOperation, DocumentedParameter, is_json
from .exchange import Exchange
from .findings import Finding
from .form_checks import check_form
from .json_text import NOT_JSON, parse_json
from .object_parameters import DELIMITERS, has_type, header_value, object_value, typed
from .value_checks import check_parsed, check_text, check_value

_OF_HTTP: Final = frozenset({"accept", "authorization", "content-type"})
"""Headers that OpenAPI ignores as parameters."""


def check_request(match: OperationMatch, exchange: Exchange) -> Iterator[Finding]:
    """Find where a request breaks the spec."""
    operation = match.operation
    for name, parameter in operation.path_parameters.items():
        text, schema = match.path[name], parameter.schema
        value = typed(schema, text.split(",")) if has_type(schema, "array") else text
        yield from check_text("path-parameter", f"path.{name}", schema, value)
        if text in ("", ".", ".."):
            yield Finding("path-parameter", "request", f"path.{name}", "a segment that servers resolve or drop")
    yield from check_query(operation, exchange.query)
    if operation.secured and exchange.request_headers and "authorization" not in exchange.request_headers:
        yield Finding("no-token", "request", "header.Authorization", "the header is missing", note=True)
    yield from _accept(operation, exchange.request_headers.get("accept", ""))
    if exchange.request_headers:
        yield from _headers(operation, exchange.request_headers)
    if exchange.request_body_known:
        yield from _body(operation, exchange)


def check_query(operation: ContractOperation, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Find where a query string breaks the spec."""
    sent: dict[str, list[str]] = {}
    for name, value in pairs:
        sent.setdefault(name, []).append(value)
    known: set[str] = set()
    for name, parameter in operation.query.items():
        if (found := object_value(parameter, sent, known)) is not None:
            yield from check_value(f"query.{name}", parameter.schema, found)
        elif name in sent:
            known.add(name)
            yield from _query_value(parameter, sent[name])
        elif parameter.required:
            yield Finding("query-parameter", "request", f"query.{name}", "required, and missing")
    for name in sent:
        if name not in known:
            yield Finding("unknown-parameter", "request", f"query.{name}", "not in the spec", note=True)


def _query_value(parameter: DocumentedParameter, texts: list[str]) -> Iterator[Finding]:
    at = f"query.{parameter.name}"
    if parameter.style == "json":
        value = parse_json(texts[-1])
        yield from check_value(at, parameter.schema, texts[-1] if value is NOT_JSON else value)
        return
    if has_type(parameter.schema, "array"):
        items = texts if parameter.explode else texts[-1].split(DELIMITERS.get(parameter.style, ","))
        yield from check_text("query-parameter", at, parameter.schema, typed(parameter.schema, items))
        return
    if len(texts) > 1:
        yield Finding("query-parameter", "request", at, f"given {len(texts)} times")
    yield from check_text("query-parameter", at, parameter.schema, texts[-1])
    if parameter.schema.plain("contentMediaType") == JSON:
        content = parse_json(texts[-1])
        inner = parameter.schema.get("contentSchema")
        if content is NOT_JSON or (inner is not None and not inner.fits(content)):
            yield Finding("query-content", "request", at, "not the JSON that the spec describes", note=True)


def _headers(operation: ContractOperation, headers: Mapping[str, str]) -> Iterator[Finding]:
    for parameter in operation.parameters:
        name, schema = parameter.name.lower(), parameter.schema
        if parameter.location != "header" or name in _OF_HTTP:
            continue
        at, text = f"header.{parameter.name}", headers.get(name)
        if text is None:
            if parameter.required:
                yield Finding("header-parameter", "request", at, "required, and missing")
        else:
            yield from check_text("header-parameter", at, schema, header_value(parameter, text))


def _accept(operation: ContractOperation, accept: str) -> Iterator[Finding]:
    if not accept or "*/*" in accept:
        return
    offered = operation.offered
    accepted = {entry.partition(";")[0].strip().lower() for entry in accept.split(",")}
    if accepted & offered:
        return
    families = {f"{kind.partition('/')[0]}/*" for kind in offered}
    if offered and not accepted & families:
        yield Finding("accept", "request", "header.Accept", f"{accept} takes none of {', '.join(sorted(offered))}")


def _body(operation: ContractOperation, exchange: Exchange) -> Iterator[Finding]:
    content_type, raw = exchange.request_type, exchange.request_body
    if operation.body is None and operation.body_types:
        if not raw and operation.body_required:
            yield Finding("request-body", "request", "body", "required, and missing")
        elif raw and not _is_listed(content_type, operation.body_types):
            wanted = " or ".join(operation.body_types)
            what = f"{content_type or 'none'} instead of {wanted}"
            yield Finding("content-type", "request", "header.Content-Type", what)
        elif raw and content_type in operation.forms:
            yield from check_form(operation.forms[content_type], exchange.request_headers["content-type"], raw)
        return
    if operation.body is None:
        if raw:
            yield Finding("request-body", "request", "body", "the operation takes none", note=True)
        return
    if not raw:
        if operation.body_required:
            yield Finding("request-body", "request", "body", "required, and missing")
        return
    if not is_json(content_type):
        yield Finding("content-type", "request", "header.Content-Type", f"{content_type or 'none'} instead of {JSON}")
    if operation.body.schema is not None:
        yield from check_parsed("request", operation.body.schema, exchange.request_json, raw)


def _is_listed(content_type: str, kinds: Iterable[str]) -> bool:
    kind = content_type.partition(";")[0].strip().lower()
    listed = {one.partition(";")[0].strip().lower() for one in kinds}
    return bool({kind, f"{kind.partition('/')[0]}/*", "*/*"} & listed)
