"""Hold an exchange against the document, and say where it does not fit.

A finding is a sentence with a rule's name, so that it can be counted, filtered and looked up. `errors` are broken
promises of one side or the other; `notes` are what a tolerant reader accepts and a careful one wants to know.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

from .contract import (
    EVENT_STREAM,
    JSON,
    Contract,
    ContractOperation,
    DocumentedContent,
    DocumentedParameter,
    DocumentedReply,
    OperationMatch,
)
from .event_streams import RecordedStream, parse_event_stream
from .exchange import Exchange
from .references import Json, ResolvedNode
from .unknown_properties import unknown_properties

# What HTTP itself says of a request, whatever the operation: these need not be listed in the document.
OF_HTTP: Final = frozenset({404, 405, 406, 408, 413, 415, 429, 431, 500, 502, 503, 504})
_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")

Side = Literal["request", "reply"]


class Finding(NamedTuple):
    """One place where an exchange and the document disagree."""

    rule: str
    side: Side
    at: str
    what: str
    note: bool = False

    def __str__(self) -> str:
        place = f" at {self.at}" if self.at else ""
        return f"{self.rule}: {self.side}{place}: {self.what}"


@dataclass(frozen=True)
class Verdict:
    """What was found in one exchange."""

    exchange: Exchange
    match: OperationMatch | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> list[Finding]:
        return [found for found in self.findings if not found.note]

    @property
    def notes(self) -> list[Finding]:
        return [found for found in self.findings if found.note]

    @property
    def operation(self) -> str | None:
        return self.match.operation.id if self.match else None


def check(contract: Contract, exchange: Exchange, path: str | None = None) -> Verdict:
    """Judge one exchange.

    Args:
        contract: What was promised.
        exchange: What was sent and answered.
        path: The path relative to the server, where the URL does not begin with the server's own prefix.
    """
    if path is None:
        relative = contract.relative(exchange.path)
        path = relative[1] if relative is not None else exchange.path
    matches = contract.matches(path)
    if not matches:
        found = Finding("unknown-path", "request", path, "no operation of the document has this path")
        return Verdict(exchange, None, (found,))
    match = matches.get(exchange.method.upper())
    if match is None:
        return Verdict(exchange, None, tuple(_method(exchange, matches)))
    request = list(check_request(match, exchange))
    reply = list(check_reply(match.operation, exchange))
    return Verdict(exchange, match, (*_refusal(exchange, request), *request, *reply))


def check_request(match: OperationMatch, exchange: Exchange) -> Iterator[Finding]:
    """Where a request does not fit what the document asks for."""
    operation = match.operation
    for name, parameter in operation.path_parameters.items():
        yield from _misfits("path-parameter", f"path.{name}", parameter.schema, match.path[name])
        if match.path[name] in ("", ".", ".."):
            yield Finding("path-parameter", "request", f"path.{name}", "a segment that servers resolve or drop")
    yield from check_query(operation, exchange.query)
    if operation.secured and exchange.request_headers and "authorization" not in exchange.request_headers:
        yield Finding("no-token", "request", "header.Authorization", "the header is missing", note=True)
    yield from _accept(operation, exchange.request_headers.get("accept", ""))
    if exchange.request_body_known:
        yield from _body(operation, exchange.request_type, exchange.request_body)


def check_query(operation: ContractOperation, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Where the query string does not fit."""
    sent: dict[str, list[str]] = {}
    for name, value in pairs:
        sent.setdefault(name, []).append(value)
    for name, parameter in operation.query.items():
        if name not in sent:
            if parameter.required:
                yield Finding("query-parameter", "request", f"query.{name}", "required, and missing")
            continue
        yield from _query_value(parameter, sent[name])
    for name in sent:
        if name not in operation.query:
            yield Finding("unknown-parameter", "request", f"query.{name}", "the document has no such one", note=True)


def check_reply(operation: ContractOperation, exchange: Exchange) -> Iterator[Finding]:
    """Where a reply does not fit what the document promises."""
    reply = operation.reply(exchange.status)
    if reply is None:
        if exchange.status not in OF_HTTP:
            listed = ", ".join(operation.replies)
            yield Finding("unknown-status", "reply", "status", f"{exchange.status} is none of {listed}")
        else:
            yield Finding("unlisted-status", "reply", "status", f"{exchange.status} is not listed", note=True)
        return
    yield from _reply_headers(reply, exchange.reply_headers)
    if not exchange.reply_body_known:
        return
    if not reply.media:
        if exchange.reply_body:
            yield Finding("body", "reply", "body", f"{exchange.status} has no body in the document")
        return
    media = reply.media.get(exchange.reply_type)
    if media is None:
        named = exchange.reply_type or "no content type"
        yield Finding("content-type", "reply", "header.Content-Type", f"{named} instead of {' or '.join(reply.media)}")
    elif media.content_type == EVENT_STREAM:
        yield from check_stream(media, parse_event_stream(exchange.reply_body))
    elif media.schema is not None and media.content_type == JSON:
        yield from _json("reply", media.schema, exchange.reply_body)


def check_stream(media: DocumentedContent, stream: RecordedStream) -> Iterator[Finding]:
    """Where an event stream does not fit: each event by its schema, then the order of their kinds."""
    kinds = []
    for index, event in enumerate(stream.events):
        kind, wrong = frame_kind(media, event)
        kinds.append(kind)
        if wrong:
            yield Finding("event", "reply", f"events/{index}", wrong)
        elif kind is None:
            yield Finding(
                "unknown-event", "reply", f"events/{index}", f"{event.get('event')!r} is not listed", note=True
            )
    if stream.unfinished.strip():
        yield Finding("unfinished-event", "reply", f"events/{len(kinds)}", "no empty line ends it, so readers drop it")
    if stream.broken_utf8:
        yield Finding("encoding", "reply", "events", "the stream is not UTF-8")
    yield from _order(kinds, media.extensions.get("x-event-stream", {}).get("terminal", []))


def frame_kind(media: DocumentedContent, event: Mapping[str, Any]) -> tuple[str | None, str]:
    """The kind of an event, and what is wrong with it.

    The kind stands in its event line, else in its data's `type`, else it follows from the keys of its data, with
    frames tried in the order of the document. None is a kind that the document does not list.
    """
    if media.schema is None:
        return event.get("event"), ""
    frames = list(media.schema["anyOf"].elements()) if "anyOf" in media.schema else [media.schema]
    data = _loads(event["data"])
    name = event.get("event") or (data.get("type") if isinstance(data, dict) else None)
    other = None
    for frame in frames:
        constant = frame["properties"]["event"].plain("const") if "event" in frame["properties"] else None
        keys = frame.plain("x-event-keys", [])
        if constant is None:
            mark = frame["properties"]["data"].plain("const")
            if mark is not None and event["data"] == mark and "event" not in event:
                return "", ""
            other = other or frame
        elif name == constant or (name is None and isinstance(data, dict) and any(key in data for key in keys)):
            return constant, _frame_error(frame, event, data)
    if name is None:
        return None, f"it has neither a name nor a known key: {event['data'][:80]!r}"
    return None, "" if other is not None and event.get("event") else f"no frame is called {name!r}"


def _frame_error(frame: ResolvedNode, event: Mapping[str, Any], data: Json) -> str:
    for at, what in frame.errors(dict(event)):
        return f"{at}: {what}"
    inner = frame["properties"]["data"].get("contentSchema")
    if inner is not None:
        if data is _NOT_JSON:
            return f"its data is not JSON: {event['data'][:80]!r}"
        for at, what in inner.errors(data):
            return f"data{at}: {what}"
    return ""


def _order(kinds: list[str | None], terminal: list[str]) -> Iterator[Finding]:
    """The order of the kinds in a stream; "" stands for the mark that may follow the end."""
    if not terminal:
        return
    ends = [index for index, kind in enumerate(kinds) if kind in terminal]
    if not ends:
        yield Finding("stream-end", "reply", "events", f"it ends without {' or '.join(terminal)}")
    for index, kind in enumerate(kinds):
        if ends and index > ends[0] and kind != "":
            yield Finding("stream-order", "reply", f"events/{index}", f"{kind} comes after {kinds[ends[0]]}")
        if kind == "" and (not ends or index < ends[0]):
            yield Finding("stream-order", "reply", f"events/{index}", "the end mark comes before the last event")
        if kind == "start" and index > 0:
            yield Finding("stream-order", "reply", f"events/{index}", "start does not come first")


def _method(exchange: Exchange, matches: Mapping[str, OperationMatch]) -> Iterator[Finding]:
    methods = ", ".join(sorted(matches))
    yield Finding("unknown-method", "request", "method", f"{exchange.method} is none of {methods}")
    if exchange.status == 405:
        allowed = {word.strip().upper() for word in exchange.reply_headers.get("allow", "").split(",")} - {""}
        if not set(matches) <= allowed:
            yield Finding(
                "allow", "reply", "header.Allow", f"{', '.join(sorted(allowed)) or 'nothing'} instead of {methods}"
            )
    elif exchange.status < 400:
        yield Finding("unknown-method", "reply", "status", f"{exchange.status} for a method that is not documented")


def _refusal(exchange: Exchange, request: list[Finding]) -> Iterator[Finding]:
    """Whether the service treats the request as the document says: takes what fits, refuses what does not."""
    broken = [found for found in request if not found.note]
    if exchange.status == 422 and not broken and exchange.request_body_known:
        yield Finding("refused", "reply", "status", "422, though the request fits the document")
    if exchange.status < 300 and broken:
        yield Finding("accepted", "reply", "status", f"{exchange.status}, though the request does not fit the document")


def _query_value(parameter: DocumentedParameter, texts: list[str]) -> Iterator[Finding]:
    at = f"query.{parameter.name}"
    if _is_array(parameter.schema):
        items = texts if parameter.explode else texts[-1].split(",")
        value: Json = [next(_readings(text)) for text in items]
        yield from _misfits("query-parameter", at, parameter.schema, value)
        return
    if len(texts) > 1:
        yield Finding("query-parameter", "request", at, f"given {len(texts)} times")
    yield from _misfits("query-parameter", at, parameter.schema, texts[-1])
    if parameter.schema.plain("contentMediaType") == JSON:
        content = _loads(texts[-1])
        inner = parameter.schema.get("contentSchema")
        if content is _NOT_JSON or (inner is not None and not inner.fits(content)):
            yield Finding(
                "query-content", "request", at, "its text is not the JSON that the document describes", note=True
            )


def _misfits(rule: str, at: str, schema: ResolvedNode, text: Json) -> Iterator[Finding]:
    """Nothing, where the text or the number or boolean that it spells fits."""
    values = list(_readings(text)) if isinstance(text, str) else [text]
    if not any(schema.fits(value) for value in values):
        _, what = next(schema.errors(values[0]))
        yield Finding(rule, "request", at, what)


def _readings(text: str) -> Iterator[Json]:
    """What the text of a parameter can stand for, the narrowest first."""
    if text in ("true", "false"):
        yield text == "true"
    elif _NUMBER.fullmatch(text):
        yield json.loads(text)
    yield text


def _is_array(schema: ResolvedNode) -> bool:
    kind = schema.plain("type", [])
    return "array" in ([kind] if isinstance(kind, str) else kind)


def _accept(operation: ContractOperation, accept: str) -> Iterator[Finding]:
    if not accept or "*/*" in accept:
        return
    offered = {kind for status in operation.successes for kind in operation.replies[status].media}
    asked = {entry.partition(";")[0].strip().lower() for entry in accept.split(",")}
    families = {f"{kind.partition('/')[0]}/*" for kind in offered}
    if offered and not asked & (offered | families):
        yield Finding("accept", "request", "header.Accept", f"{accept} takes none of {', '.join(sorted(offered))}")


def _body(operation: ContractOperation, content_type: str, raw: bytes) -> Iterator[Finding]:
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
        yield from _json("request", operation.body.schema, raw)


def _json(side: Side, schema: ResolvedNode, raw: bytes) -> Iterator[Finding]:
    value = _loads(raw)
    if value is _NOT_JSON:
        yield Finding(f"{side}-body", side, "body", f"it is not JSON: {raw[:60]!r}")
        return
    for at, what in schema.errors(value):
        yield Finding(f"{side}-body", side, f"body{at}", what[:300])
    for at in unknown_properties(schema, value):
        yield Finding("unknown-property", side, f"body{at}", "the document has no such one", note=True)


def _reply_headers(reply: DocumentedReply, headers: Mapping[str, str]) -> Iterator[Finding]:
    for key, header in reply.headers.items():
        value = headers.get(key)
        if value is None:
            if header.required:
                yield Finding("reply-header", "reply", f"header.{header.name}", "required, and missing")
        elif not any(header.schema.fits(reading) for reading in _readings(value)):
            yield Finding("reply-header", "reply", f"header.{header.name}", f"{value!r} does not fit")


_NOT_JSON: Final[Json] = object()


def _loads(raw: bytes | str) -> Json:
    try:
        return json.loads(raw, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return _NOT_JSON


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
