"""Check a reply against its operation: status, headers and body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from .contract_operations import EVENT_STREAM, ContractOperation, DocumentedReply, is_json, is_json_lines
from .event_streams import parse_event_stream
from .exchange import Exchange
from .findings import Finding
from .object_parameters import header_value
from .stream_checks import check_stream, event_kind, terminal_events
from .value_checks import check_lines, check_parsed

# Statuses that HTTP itself gives a meaning for any request. The spec need not list them.
OF_HTTP: Final = frozenset(
    {304, 404, 405, 406, 407, 408, 413, 414, 415, 417, 421, 426, 429, 431, 500, 501, 502, 503, 504, 505, 511}
)


def check_reply(operation: ContractOperation, exchange: Exchange) -> Iterator[Finding]:
    """Find where a reply breaks the spec."""
    reply = operation.reply(exchange.status)
    if reply is None:
        if exchange.status not in OF_HTTP:
            listed = ", ".join(operation.replies)
            yield Finding("unknown-status", "reply", "status", f"{exchange.status} is not one of {listed}")
        else:
            yield Finding("unlisted-status", "reply", "status", f"{exchange.status} is not listed", note=True)
        return
    yield from _headers(reply, exchange.reply_headers)
    if not exchange.reply_body_known:
        return
    if not reply.media:
        if exchange.reply_body:
            yield Finding("body", "reply", "body", f"a {exchange.status} has no body in the spec")
        return
    media = reply.content(exchange.reply_type)
    if media is None:
        given = exchange.reply_type or "no content type"
        yield Finding("content-type", "reply", "header.Content-Type", f"{given} instead of {' or '.join(reply.media)}")
    elif media.content_type == EVENT_STREAM:
        yield from check_stream(media, parse_event_stream(exchange.reply_body), cut=exchange.reply_body_cut)
    elif media.schema is not None and is_json_lines(exchange.reply_type):
        yield from check_lines(media.schema, exchange.reply_body, cut=exchange.reply_body_cut)
    elif media.schema is not None and is_json(exchange.reply_type):
        yield from check_parsed("reply", media.schema, exchange.reply_json, exchange.reply_body)


def is_cut(operation: ContractOperation, exchange: Exchange) -> bool:
    """Whether the reply is a stream whose end is not recorded."""
    reply = operation.reply(exchange.status)
    media = reply.content(exchange.reply_type) if reply is not None else None
    if media is None or not exchange.reply_body_cut or not exchange.reply_body_known:
        return False
    kinds = [event_kind(media, event)[0] for event in parse_event_stream(exchange.reply_body).events]
    return not set(kinds) & set(terminal_events(media))


def _headers(reply: DocumentedReply, headers: Mapping[str, str]) -> Iterator[Finding]:
    for key, header in reply.headers.items():
        value = headers.get(key)
        if value is None:
            if header.required:
                yield Finding("reply-header", "reply", f"header.{header.name}", "required, and missing")
        elif not header.schema.fits(header_value(header, value)):
            yield Finding("reply-header", "reply", f"header.{header.name}", f"{value!r} does not fit")
