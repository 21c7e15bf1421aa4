"""Whether a stream's events add up to its reply, each of them once, and each sent when it was made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from quant_ai_common.json_values import Json

from ..contract_operations import EVENT_STREAM, DocumentedContent
from ..event_streams import parse_event_stream
from ..findings import Finding
from ..json_text import parse_json
from ..stream_checks import event_kind, terminal_events
from .seen import SeenExchange

_NUMBER: Final = re.compile(r"(.*?)([0-9]{1,9})")
_LEAST: Final = 4  # events that do not come in one piece by chance


def judge_stream(seen: SeenExchange) -> Iterator[Finding]:
    """Judge an event stream as a whole."""
    media = seen.reply.media.get(EVENT_STREAM) if seen.reply is not None else None
    if media is None or seen.exchange.reply_type != EVENT_STREAM or not seen.exchange.reply_body_known:
        return
    events = parse_event_stream(seen.exchange.reply_body).events
    yield from _ids(events)
    if not seen.exchange.reply_body_cut:
        yield from _text(media, events)
        if seen.exchange.reply_pieces == 1 and len(events) >= _LEAST:
            yield Finding("one-piece", "reply", "events", f"all {len(events)} events came in one piece, at the end")


def _ids(events: list[dict[str, Any]]) -> Iterator[Finding]:
    """Ids are those of different events, and numbers in them count up."""
    known: set[str] = set()
    last: tuple[str, int] | None = None
    for index, event in enumerate(events):
        name = event.get("id")
        if not name:
            continue
        if name in known:
            yield Finding("event-id", "reply", f"events/{index}", f"the id {name!r} is that of an earlier event")
        known.add(name)
        found = _NUMBER.fullmatch(name)
        if found is not None:
            number = int(found[2])
            if last is not None and last[0] == found[1] and number > last[1] + 1:
                what = f"the id {name!r} comes after {last[0]}{last[1]}: events may be missing"
                yield Finding("event-id", "reply", f"events/{index}", what, note=True)
            last = (found[1], number)


def _text(media: DocumentedContent, events: list[dict[str, Any]]) -> Iterator[Finding]:
    """The pieces of the text make up the text that the last event has as a whole."""
    names: list[str] = media.extensions.get("x-event-stream", {}).get("text", [])
    terminal = terminal_events(media)
    pieces: list[str] = []
    for index, event in enumerate(events):
        data = parse_json(event["data"])
        if not isinstance(data, dict):
            continue
        if event_kind(media, event)[0] not in terminal:
            pieces += [data[name] for name in names if isinstance(data.get(name), str)][:1]
            continue
        whole = "".join(_whole(data, names))
        if whole.strip() and whole.strip() != "".join(pieces).strip():
            what = f"its text is not that of the events before: {_short(whole)} instead of {_short(''.join(pieces))}"
            yield Finding("stream-text", "reply", f"events/{index}", what)


def _whole(value: Json, names: list[str]) -> Iterator[str]:
    """The texts in the data of the last event."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name in names and isinstance(inner, str):
                yield inner
            else:
                yield from _whole(inner, names)
    elif isinstance(value, list):
        for inner in value:
            yield from _whole(inner, names)


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
