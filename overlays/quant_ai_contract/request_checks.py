"""Check a request against its operation: path, query, headers and body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .contract import OperationMatch
from .contract_operations import JSON, ContractOperation, DocumentedParameter
from .exchange import Exchange
from .findings import Finding
from .json_text import NOT_JSON, parse_json
from .object_parameters import DELIMITERS, object_value
from .references import ResolvedNode
from .value_checks import check_json, check_text, check_value, readings


def check_request(match: OperationMatch, exchange: Exchange) -> Iterator[Finding]:
    """Find where a request breaks the spec."""
    operation = match.operation
    for name, parameter in operation.path_parameters.items():
        yield from check_text("path-parameter", f"path.{name}", parameter.schema, match.path[name])
        if match.path[name] in ("", ".", ".."):
            yield Finding("path-parameter", "request", f"path.{name}", "a segment that servers resolve or drop")
    yield from check_query(operation, exchange.query)
    if operation.secured and exchange.request_headers and "authorization" not in exchange.request_headers:
        yield Finding("no-token", "request", "header.Authorization", "the header is missing", note=True)
    yield from _accept(operation, exchange.request_headers.get("accept", ""))
    if exchange.request_body_known:
        yield from _body(operation, exchange.request_type, exchange.request_body)


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
    if _is_array(parameter.schema):
        items = texts if parameter.explode else texts[-1].split(DELIMITERS.get(parameter.style, ","))
        value = [next(readings(text)) for text in items]
        yield from check_text("query-parameter", at, parameter.schema, value)
        return
    if len(texts) > 1:
        yield Finding("query-parameter", "request", at, f"given {len(texts)} times")
    yield from check_text("query-parameter", at, parameter.schema, texts[-1])
    if parameter.schema.plain("contentMediaType") == JSON:
        content = parse_json(texts[-1])
        inner = parameter.schema.get("contentSchema")
        if content is NOT_JSON or (inner is not None and not inner.fits(content)):
            yield Finding("query-content", "request", at, "not the JSON that the spec describes", note=True)


def _is_array(schema: ResolvedNode) -> bool:
    kind = schema.plain("type", [])
    return "array" in ([kind] if isinstance(kind, str) else kind)


def _accept(operation: ContractOperation, accept: str) -> Iterator[Finding]:
    if not accept or "*/*" in accept:
        return
    offered = {kind for status in operation.successes for kind in operation.replies[status].media}
    accepted = {entry.partition(";")[0].strip().lower() for entry in accept.split(",")}
    families = {f"{kind.partition('/')[0]}/*" for kind in offered}
    if offered and not accepted & (offered | families):
        yield Finding("accept", "request", "header.Accept", f"{accept} takes none of {', '.join(sorted(offered))}")


def _body(operation: ContractOperation, content_type: str, raw: bytes) -> Iterator[Finding]:
    if operation.body is None and operation.body_types:
        if not raw and operation.body_required:
            yield Finding("request-body", "request", "body", "required, and missing")
        elif raw and not _is_listed(content_type, operation.body_types):
            wanted = " or ".join(operation.body_types)
            what = f"{content_type or 'none'} instead of {wanted}"
            yield Finding("content-type", "request", "header.Content-Type", what)
        return
    if operation.body is None:
        if raw:
            yield Finding("request-body", "request", "body", "the operation takes none", note=True)
        return
    if not raw:
        if operation.body_required:
            yield Finding("request-body", "request", "body", "required, and missing")
        return
    if content_type != JSON and not content_type.endswith("+json"):
        yield Finding("content-type", "request", "header.Content-Type", f"{content_type or 'none'} instead of {JSON}")
    if operation.body.schema is not None:
        yield from check_json("request", operation.body.schema, raw)


def _is_listed(content_type: str, kinds: Iterable[str]) -> bool:
    kind = content_type.partition(";")[0].strip().lower()
    listed = {one.partition(";")[0].strip().lower() for one in kinds}
    return bool({kind, f"{kind.partition('/')[0]}/*", "*/*"} & listed)
