"""What another document says of the events of a stream: in the schema of a reply, and in the streams that it shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openapi import Pointer, Spec, SpecPart
from openapi.spec_operation import STREAM
from quant_ai_contract.event_streams import parse_event_stream
from specdraft.schema_draft import SchemaDraft
from specdraft.url_links import examples_of

NAMELESS = "message"
"""The name that the standard gives to an event without one."""
_FRAME = {"event", "data", "id", "retry"}


@dataclass
class ShownEvent:
    """One kind of event."""

    name: str
    named: bool = True
    """Whether its frame or its data says its name; one that is not named is known by the keys of its data."""
    schema: Pointer = ()
    """Where the other document has the schema of its data; empty if it has none."""
    samples: list[Any] = field(default_factory=list)
    frame: dict[str, Any] = field(default_factory=dict)
    """The first one that is shown."""


@dataclass
class ShownStream:
    """All events of a stream."""

    events: dict[str, ShownEvent]
    frames: list[dict[str, Any]] = field(default_factory=list)
    """Those that are shown and whose data is a JSON object."""
    mark: str = ""
    """The text that comes last, such as `[DONE]`."""
    others: list[str] = field(default_factory=list)
    """Events whose data is no JSON object."""


def shown_stream(schemas: SchemaDraft, part: SpecPart) -> ShownStream:
    """The events of a reply that is a stream."""
    theirs, pointer = schemas.theirs, (*part.pointer, "content", STREAM)
    found = ShownStream({event.name: event for event in _documented(schemas, pointer)})
    frames = list(_frames_of(theirs, theirs.at(pointer)))
    for index, frame in enumerate(frames):
        data, name, named = _read(frame)
        if isinstance(data, dict):
            event = found.events.setdefault(name, ShownEvent(name, named))
            event.samples.append(data)
            event.frame = event.frame or frame
            found.frames.append(frame)
        elif not named and index == len(frames) - 1:
            found.mark = frame["data"]
        elif name not in found.others:
            found.others.append(name)
    return found


def schema_of(samples: list[Any]) -> dict[str, Any]:
    """A schema of the values that are shown; it requires nothing, because other values may lack it."""
    values = [value for value in samples if value is not None]
    kinds = {_kind(value) for value in values}
    null = {"nullable": True} if len(values) < len(samples) else {}
    if kinds == {"integer", "number"}:
        return {"type": "number", **null}
    if len(kinds) != 1:
        return {}
    kind = kinds.pop()
    if kind == "array":
        return {"type": kind, **null, "items": schema_of([item for value in values for item in value])}
    if kind != "object":
        return {"type": kind, **null}
    names = dict.fromkeys(name for value in values for name in value)
    properties = {name: schema_of([value[name] for value in values if name in value]) for name in names}
    return {"type": kind, **null, "properties": properties}


def _kind(value: Any) -> str:
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array"}
    return kinds.get(type(value), "object")


def _documented(schemas: SchemaDraft, pointer: Pointer) -> Iterator[ShownEvent]:
    """The events of a schema: of their frames, of their data, or of a union of either."""
    theirs = schemas.theirs
    media = theirs.at(pointer) or {}
    place = theirs.follow((*pointer, "itemSchema" if "itemSchema" in media else "schema"))
    schema = theirs.at(place) if place else None
    if not isinstance(schema, dict):
        return
    members = [(*place, word, at) for word in ("oneOf", "anyOf") for at in range(len(schema.get(word) or []))]
    found = [event for member in members or [place] for event in _events_of(schemas, theirs.follow(member))]
    nameless = [event for event in found if not event.named]
    if len(nameless) > 1:
        nameless = [ShownEvent(NAMELESS, False, place)]
    yield from [*(event for event in found if event.named), *nameless]


def _events_of(schemas: SchemaDraft, member: Pointer) -> list[ShownEvent]:
    """The events that one schema describes: those that it names, or one without a name."""
    theirs, places = schemas.theirs, schemas.fields(member)
    data = member
    if is_frame := "data" in places and places.keys() <= _FRAME:
        data = theirs.follow(places["data"])
        if "contentSchema" in (theirs.at(data) or {}):
            data = theirs.follow((*data, "contentSchema"))
    if not schemas.fields(data):
        return []
    word = "event" if is_frame else "type"
    kind = theirs.at(theirs.follow(places[word])) if word in places else None
    values = [kind.get("const"), *(kind.get("enum") or [])] if isinstance(kind, dict) else []
    names = [value for value in values if isinstance(value, str)]
    return [ShownEvent(name, schema=data) for name in names] or [ShownEvent(NAMELESS, False, data)]


def _frames_of(theirs: Spec, media: Any) -> Iterator[dict[str, Any]]:
    """The frames of all examples, of the media type and of its schema."""
    media = media if isinstance(media, dict) else {}
    schema = theirs.resolve(media.get("schema"))
    schema = schema if isinstance(schema, dict) else {}
    own = [schema["example"]] if "example" in schema else []
    more = schema.get("examples")
    for example in [*examples_of(media), *own, *(more if isinstance(more, list) else [])]:
        for one in example if isinstance(example, list) else [example]:
            yield from _frames(one)


def _frames(example: Any) -> Iterator[dict[str, Any]]:
    """The frames in an example: the bytes of a stream, one frame, or the data of one."""
    if isinstance(example, str):
        for event in parse_event_stream(f"{example}\n\n".encode()).events:
            yield from _parted(event)
    elif isinstance(example, dict) and "data" in example and example.keys() <= _FRAME:
        data = example["data"]
        yield {**example, "data": data if isinstance(data, str) else _text(data)}
    elif isinstance(example, dict):
        yield {"data": _text(example)}


def _parted(event: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """An event; several, if an example leaves out the empty lines between them."""
    lines = event["data"].split("\n")
    if len(lines) > 1 and not isinstance(_json(event["data"]), dict) and isinstance(_json(lines[0]), dict):
        yield from ({"data": line} for line in lines)
    else:
        yield event


def _read(frame: dict[str, Any]) -> tuple[Any, str, bool]:
    """The data of a frame, the name of its event, and whether it has one."""
    data = _json(frame["data"])
    name = frame.get("event") or (data.get("type") if isinstance(data, dict) else None)
    return (data, name, True) if isinstance(name, str) and name else (data, NAMELESS, False)


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _text(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
