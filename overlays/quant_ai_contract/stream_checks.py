"""Check an event stream: each event against its schema, then the order of the events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from quant_ai_common.json_values import Json

from .contract_operations import DocumentedContent
from .event_streams import RecordedStream
from .findings import Finding
from .json_text import NOT_JSON, is_too_deep, parse_json
from .references import ResolvedNode

DONE_MARK: Final = ""
"""The kind of the mark that may follow the last event, such as `data: [DONE]`."""


def check_stream(media: DocumentedContent, stream: RecordedStream, *, cut: bool = False) -> Iterator[Finding]:
    """Find where an event stream breaks the spec. If it is `cut`, its end is not known."""
    kinds = []
    for index, event in enumerate(stream.events):
        at = f"events/{index}"
        kind, error = event_kind(media, event)
        kinds.append(kind)
        if error:
            yield Finding("event", "reply", at, error)
        elif kind is None:
            yield Finding("unknown-event", "reply", at, f"{event.get('event')!r} is not listed", note=True)
    if stream.unfinished.strip() and not cut:
        yield Finding("unfinished-event", "reply", f"events/{len(kinds)}", "no empty line ends it, so readers drop it")
    if stream.broken_utf8:
        yield Finding("encoding", "reply", "events", "the stream is not UTF-8")
    yield from _order(kinds, terminal_events(media), cut=cut)


def terminal_events(media: DocumentedContent) -> list[str]:
    """The kinds of events that a stream ends with."""
    found: list[str] = media.extensions.get("x-event-stream", {}).get("terminal", [])
    return found


def event_kind(media: DocumentedContent, event: Mapping[str, Any]) -> tuple[str | None, str]:
    """The kind of an event, and an error message if the event breaks the spec.

    The kind is the event's name, else the `type` of its data. Failing both, the keys of the data decide, with the
    frames tried in the order of the spec. The kind is None if the spec lists no such event.
    """
    if media.schema is None:
        return event.get("event"), ""
    frames = list(media.schema["anyOf"].elements()) if "anyOf" in media.schema else [media.schema]
    data = parse_json(event["data"])
    name = event.get("event") or (data.get("type") if isinstance(data, dict) else None)
    takes_other_names = False
    for frame in frames:
        constant = frame["properties"]["event"].plain("const") if "event" in frame["properties"] else None
        keys = frame.plain("x-event-keys", [])
        if constant is None:
            mark = frame["properties"]["data"].plain("const")
            if mark is not None and event["data"] == mark and "event" not in event:
                return DONE_MARK, ""
            takes_other_names = True
        elif name == constant or (name is None and isinstance(data, dict) and any(key in data for key in keys)):
            return constant, _frame_error(frame, event, data)
    if name is None:
        return None, f"it has neither a name nor a known key: {event['data'][:80]!r}"
    return None, "" if takes_other_names and event.get("event") else f"no frame is called {name!r}"


def _frame_error(frame: ResolvedNode, event: Mapping[str, Any], data: Json) -> str:
    for at, message in frame.errors(dict(event)):
        return f"{at}: {message}"
    inner = frame["properties"]["data"].get("contentSchema")
    if inner is not None:
        if data is NOT_JSON:
            return f"its data is not JSON: {event['data'][:80]!r}"
        if is_too_deep(data):
            return ""
        for at, message in inner.errors(data):
            return f"data{at}: {message}"
    return ""


def _order(kinds: list[str | None], terminal: list[str], *, cut: bool) -> Iterator[Finding]:
    if not terminal:
        return
    ends = [index for index, kind in enumerate(kinds) if kind in terminal]
    if not ends and not cut:
        yield Finding("stream-end", "reply", "events", f"it ends without {' or '.join(terminal)}")
    for index, kind in enumerate(kinds):
        at = f"events/{index}"
        if ends and index > ends[0] and kind != DONE_MARK:
            yield Finding("stream-order", "reply", at, f"{kind} comes after {kinds[ends[0]]}")
        if kind == DONE_MARK and (not ends or index < ends[0]):
            yield Finding("stream-order", "reply", at, "the end mark comes before the last event")
        if kind == "start" and index > 0:
            yield Finding("stream-order", "reply", at, "start does not come first")
